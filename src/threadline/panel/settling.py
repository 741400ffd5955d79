"""What a meeting's decision does by being agreed, beside standing in the minutes (2.3.b, 2.3.e, 2.3.g).

A decision of the pack is tied to what it settles by its id. A later area registers in its `AppConfig.ready`:

    settling.add("key_events_confirmed", settling.Settles("…", bar=…, seen=…, act=…))
"""

from collections.abc import Callable
from dataclasses import dataclass

from threadline.access import reach
from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.domain.framework.registry import CHECKS
from threadline.panel.models import Attendance, Meeting
from threadline.reviews.method import pack_of
from threadline.reviews.models import Review

NOTHING_MORE = "It stands in the minutes. Nothing else changes by it."
NOT_THERE_YET = "It stands in the minutes. The part of the service that it belongs to is not supported yet."


@dataclass(frozen=True, slots=True)
class Word:
    """A decision being agreed: who records it, at which meeting, and the mark of what the page showed, if one did."""

    by: User
    meeting: Meeting
    seen: str | None = None

    def of_who_may(self, permission: Permission) -> User:
        """Who chaired the meeting, in whose name it is agreed. Raises Refused where that is not said, or may not be."""
        seat = Attendance.objects.filter(meeting=self.meeting, chaired=True).select_related("user").first()
        if seat is None or seat.user is None:
            raise Refused("Record who chaired the meeting first. This is agreed in the name of whoever chaired.")
        if not reach.may(seat.user, permission, self.meeting.review):
            raise Refused(f"{seat.name} chaired the meeting, and may not {permission.says}. Whoever may does so.")
        chair: User = seat.user
        return chair


def _nothing(review: Review) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Settles:
    """What follows when a decision is agreed.

    `does` says it in a sentence, of the review as it stands. `bar` is why it cannot be agreed yet, "" where it can.
    `seen` is a mark of what would be settled, so that a change behind an open page is noticed. `act` settles it and
    answers what it settled, for the record; None where the decision itself is all that the method asks for. `undo`
    takes that back where the same meeting corrects itself; without one the decision stands until another meeting.
    """

    does: str | Callable[[Review], str] = NOTHING_MORE
    bar: Callable[[Review], str] = _nothing
    seen: Callable[[Review], str] = _nothing
    act: Callable[[Word], str] | None = None
    undo: Callable[[Word], None] | None = None


_settles: dict[str, Settles] = {}


def add(decision: str, settles: Settles) -> None:
    """Say what a decision of the pack does; the same id again replaces it."""
    _settles[decision] = settles


def of(decision: str, requirement: str, review: Review) -> Settles:
    """What a decision does; one whose part of the service is not built yet does nothing, and says so."""
    if decision in _settles:
        return _settles[decision]
    check = next((each.check for each in pack_of(review).requirements if each.id == requirement), "")
    return Settles() if check in CHECKS.checks() else Settles(NOT_THERE_YET)


@dataclass(frozen=True, slots=True)
class Follows:
    """What the page says of a decision before it is taken, and the mark of what it would settle."""

    says: str
    barred: bool
    seen: str


def follows(decision: str, requirement: str, review: Review) -> Follows:
    """What agreeing the decision does as things stand, or why it cannot be agreed."""
    what = of(decision, requirement, review)
    bar = what.bar(review)
    does = what.does if isinstance(what.does, str) else what.does(review)
    return Follows(f"It cannot be agreed yet. {bar}" if bar else does, bool(bar), what.seen(review))


def known() -> frozenset[str]:
    """The decisions that say what they do."""
    return frozenset(_settles)
