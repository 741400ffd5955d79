"""What documents do in the background."""

from django_tasks import task

from threadline.documents import scanning


@task()
def scan_document(document_id: str, tries: int = 0) -> None:
    """Have the virus scanner look at one file."""
    scanning.scan_now(document_id, tries=tries)
