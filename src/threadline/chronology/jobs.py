"""What the chronology does in the background."""

from django_tasks import task

from threadline.chronology.actions.finding import look_now
from threadline.chronology.actions.linking import find_now
from threadline.chronology.actions.reading import read_now
from threadline.reviews.models import Review


@task()
def read_timeline(file_id: str) -> None:
    """Read one timeline into rows."""
    read_now(file_id)


@task()
def find_pairs(review_id: str) -> None:
    """Look through a review's chronology for entries that may record one event."""
    find_now(review_id)


@task()
def find_questions(review_id: str) -> None:
    """Go through the timelines of a review with the checks."""
    look_now(Review.objects.get(pk=review_id))
