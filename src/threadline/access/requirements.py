"""What the records of access tell of the method's requirements."""

from typing import Any

from threadline.access.models import RoleHolding
from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.registry import CHECKS


@CHECKS.check("access.boards_kept_apart")
def boards_kept_apart(review: Any) -> Outcome:
    """Whether nobody reaches this review by a role at another Board (W.c).

    Sharing learning between Boards on purpose is the other half of the requirement, and is not there yet.
    """
    if RoleHolding.objects.filter(review=review).exclude(board_id=review.board_id).exists():
        return Outcome.not_met("A role in this review is held at another Board. End it.")
    apart = "Every role that reaches this review is held at its own Board; other Boards cannot see that it exists."
    return Outcome.not_met(apart, "Sharing learning between Boards on purpose is not part of Threadline yet.")
