"""What a review's standing depends on besides the checks: its dates, holds and waivers."""

from datetime import date

from threadline.domain.framework.evaluate import Circumstances, Waiver
from threadline.reviews import models
from threadline.reviews.models import Review
from threadline.reviews.queries import active_holds, milestone_dates


def circumstances_of(review: Review, today: date) -> Circumstances:
    """The circumstances of a review on a day, as if all of its stages were open. Called within the review's scope."""
    return Circumstances(
        today=today,
        dates=milestone_dates(review=review),
        holds=active_holds(review=review),
        waivers=tuple(
            Waiver(waiver.requirement, waiver.role_key, waiver.reason, waiver.waived_on)
            for waiver in models.Waiver.objects.filter(review=review, withdrawn_at__isnull=True)
        ),
    )
