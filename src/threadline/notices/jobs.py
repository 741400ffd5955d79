"""What notices do in the background."""

from django_tasks import task

from threadline.notices import outbox


@task()
def send_letters() -> None:
    """Send what waits."""
    outbox.send_due()


def send_waiting() -> None:
    """Every few minutes: what the mail server did not take before."""
    outbox.send_due()


def write_day() -> None:
    """Each morning: the letters of those who wish to be written to once a day."""
    outbox.write_of_day()
    outbox.send_due()
