"""Holds: which acts one stops, the sentence that refuses an act, and who may release it (2.2.f)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from threadline.domain.dates.working_days import ENGLAND, WorkingCalendar, in_words
from threadline.domain.framework.pack import Hold
from threadline.domain.framework.registry import ACTS


@dataclass(frozen=True, slots=True)
class ActiveHold:
    """A hold that stands: the acts it stops, since when, and its sentence ("The police ask that …: ask …")."""

    acts: frozenset[str]
    since: date
    sentence: str


class CannotHold(ValueError):
    """The hold cannot be placed or released as asked. Its text says why and what to do."""


def acts_stopped(kind: Hold, chosen: Iterable[str] = ()) -> frozenset[str]:
    """The acts that a hold of this kind stops: its own, and those chosen from the ones it may stop.

    Raises CannotHold for an act that this kind of hold cannot stop.
    """
    asked = frozenset(chosen)
    beyond = sorted(asked - set(kind.blocks) - set(kind.may_block))
    if beyond:
        words = ", ".join(ACTS.get(act, act) for act in beyond)
        raise CannotHold(f"“{kind.title}” cannot stop {words}. Choose another kind of hold, or leave it out.")
    return frozenset(kind.blocks) | asked


def refusal(act: str, holds: Iterable[ActiveHold]) -> str:
    """The sentences that refuse an act while holds stop it, the oldest first; "" where none does."""
    standing = sorted((hold for hold in holds if act in hold.acts), key=lambda hold: (hold.since, hold.sentence))
    doing = ACTS.get(act, act)
    start = f"{doing[:1].upper()}{doing[1:]} is on hold since"
    return " ".join(f"{start} {in_words(hold.since)}. {hold.sentence}" for hold in standing)


def check_release(kind: Hold, *, role: str, authority: str, reason: str) -> None:
    """Raise CannotHold unless a role that may release this kind of hold says who allowed it and why."""
    if role not in kind.released_by:
        raise CannotHold(f"“{kind.title}” is not released by this role. Ask whoever may: see the hold.")
    if not authority.strip():
        raise CannotHold(f"Say who allowed “{kind.title}” to be released: name and office.")
    if not reason.strip():
        raise CannotHold(f"Say why “{kind.title}” is released.")


def review_due(kind: Hold, last_looked_at: date, calendar: WorkingCalendar = ENGLAND) -> date:
    """The working day by which somebody asks again whether the hold must go on."""
    return calendar.on_or_before(calendar.after(last_looked_at, kind.reviewed_every))
