"""Telling the people of a review, without knowing by what means: a later area says how (`tell_with`)."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.accounts.models import User
from threadline.domain.framework.registry import ACTS
from threadline.reviews.method import pack_of
from threadline.reviews.models import Review

LONGEST = 100
_means: list[Callable[..., Any]] = []


def tell_with(tell: Callable[..., Any]) -> None:
    """Let `tell(people, kind, review=…, link=…, **values)` carry what people of a review are told."""
    _means[:] = [tell]


def to_tell(review: Review, kind: str) -> list[RoleHolding]:
    """Whom a notice of the review's pack goes to: those in its roles there, as far as they may read the review."""
    wanted = next((each.to for each in pack_of(review).notices if each.id == kind), ())
    held = RoleHolding.objects.active(at=timezone.now()).filter(board=review.board_id, role_key__in=wanted)
    here = [each for each in held.select_related("user", "agency") if each.review_id in (None, review.pk)]
    return [each for each in here if may(each.user, Permission.REVIEW_READ, review)]


def tell(review: Review, kind: str, *, by: User | None, link: str, **values: Any) -> None:
    """Tell them, but for whoever did it (None: the service). Called within the act: what did not happen is not told."""
    people = {each.user_id: each.user for each in to_tell(review, kind) if by is None or each.user_id != by.pk}
    for means in _means:
        means(list(people.values()), kind, review=review, link=link, **values)


def acts_in_few_words(acts: list[str]) -> str:
    """The acts in words, or their number where that is too much for a letter."""
    words = ", ".join(ACTS.get(act, act) for act in acts)
    return words if len(words) <= LONGEST else f"{len(acts)} parts of the review"
