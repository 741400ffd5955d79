"""The days of a review's milestones, for the frame and the task list."""

from datetime import date

from threadline.access.scope import review_scope
from threadline.reviews.models import PlannedMilestone, Review


def milestone_dates(*, review: Review) -> dict[str, date]:
    """The day of every milestone that has one, by its id in the pack: `Circumstances.dates` of the task list.

    The day it was done, or is planned for. Empty while the review has no timetable.
    """
    with review_scope(review):
        days = list(PlannedMilestone.objects.values_list("key", "done_on", "planned_on"))
    return {key: on for key, done, planned in days if (on := done or planned)}
