"""What the desk tells of the method's requirements."""

from django.urls import reverse

from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.registry import CHECKS
from threadline.reviews.method import pack_of
from threadline.reviews.models import Review
from threadline.ui.words import plural


@CHECKS.check("desk.standing_shown")
def standing_shown(review: Review) -> Outcome:
    """Whether one page shows where the review stands against every row of its method (W.b).

    The page is always there; it is whole only when there is a check for every row.
    """
    asked = pack_of(review).requirements
    without = sum(requirement.check not in CHECKS.checks() for requirement in asked)
    link = reverse("reviews:overview", args=[review.reference])
    if not without:
        return Outcome.met("The overview tells of every requirement.", link=link)
    told = plural(len(asked) - without, "requirement")
    return Outcome.not_met(f"The overview tells of {told}. Of {without} it cannot tell yet.", link=link)
