"""Why a review was commissioned, for those who work on it."""

from dataclasses import dataclass

from threadline.access.memory import once
from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.accounts.models import User
from threadline.reviews.models import Review
from threadline.threshold.models import Referral
from threadline.threshold.queries.referral import Whole, whole
from threadline.threshold.queries.register import all_referrals


@dataclass(frozen=True, slots=True)
class Commissioning:
    """The referral a review came of, None where it was opened without one; whether the viewer may open it."""

    found: Whole | None
    may_open: bool
    may_register: bool


def of_review(*, review: Review, viewer: User) -> Commissioning | None:
    """Why the review was commissioned; None for who may not know."""
    if not may(viewer, Permission.THRESHOLD_READ, review):
        return None
    referral = of(review)
    may_open = referral is not None and may(viewer, Permission.REFERRAL_READ, referral)
    return Commissioning(
        whole(referral) if referral else None, may_open, may(viewer, Permission.REFERRAL_WRITE, review.board)
    )


def of(review: Review) -> Referral | None:
    """The referral that a review came of, whoever asks: for the service's own checks and for `of_review`."""
    found = all_referrals().prefetch_related("advice").filter(review=review)
    return once(found.first, "referral", review.pk)
