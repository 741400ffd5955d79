"""What the review's own records tell of the method's requirements."""

from django.urls import reverse

from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.registry import CHECKS
from threadline.reviews.models import PackEdition, PackMove, Review
from threadline.ui.words import day


@CHECKS.check("reviews.pack_pinned")
def pack_pinned(review: Review) -> Outcome:
    """Whether the review keeps to one version of the method, and each move to another has its reason (W.a)."""
    edition = PackEdition.objects.defer("texts").get(pk=review.pack_id)
    link = reverse("reviews:method", args=[review.reference])
    moves = list(PackMove.objects.filter(review=review).order_by("moved_at").values_list("moved_at", flat=True))
    kept = f"The review keeps to {edition.title}, version {edition.version}."
    if not moves:
        return Outcome.met(kept, on=review.opened_at.date(), link=link)
    return Outcome.met(kept, f"It was moved to it on {day(moves[-1])}, with a reason.", on=moves[-1].date(), link=link)
