"""What the chronology does in the background."""

from django_tasks import task

from threadline.chronology.actions.reading import read_now


@task()
def read_timeline(file_id: str) -> None:
    """Read one timeline into rows."""
    read_now(file_id)
