"""What a meeting may not do: decide before it met or without enough people, have minutes approved by who was away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from threadline.domain.dates.working_days import count, in_words
from threadline.domain.meetings.attendance import Came


def why_not_decide(*, starts_on: date, today: date, came: Iterable[Came], quorum: int) -> str:
    """Why the meeting cannot decide as things stand, as a sentence; "" where it can.

    `quorum` is the fewest people in the room that the method asks for; 0 where it asks for none.
    """
    if starts_on > today:
        return f"The meeting is on {in_words(starts_on)}. It decides when it has met."
    here = sum(each.in_the_room for each in came)
    if here == 0:
        return "Record who is here first: a meeting that nobody attended decides nothing."
    if here < quorum:
        return f"{count(here, 'person is', 'people are')} here. The meeting decides with {quorum} or more."
    return ""


def why_not_approve(*, present: bool, chaired: bool, holds_the_chair: bool) -> str:
    """Why somebody may not approve a meeting's minutes, as a sentence; "" where they may."""
    if not present:
        return "You are not recorded as present, so you cannot say what the meeting said. Who chaired it approves."
    if not (chaired or holds_the_chair):
        return "The minutes are approved by whoever chaired the meeting."
    return ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What has been kept of a meeting that is over."""

    title: str
    attended: int
    unrecorded: int
    undecided: Sequence[str]
    minutes: bool
    approved: bool
    absent: int
    told: int


def lacking(kept: Kept) -> tuple[str, ...]:
    """What the record of a meeting still lacks, in sentences (2.7.c)."""
    said = []
    if not kept.attended:
        said.append("who attended is not recorded")
    elif kept.unrecorded:
        said.append(f"attendance is not recorded for {count(kept.unrecorded, 'person', 'people')}")
    if kept.undecided:
        said.append(f"{count(len(kept.undecided), 'decision')} of its agenda {_is(len(kept.undecided))} open")
    if not kept.minutes:
        said.append("there are no minutes")
    elif not kept.approved:
        said.append("the minutes are not approved")
    if kept.told < kept.absent:
        said.append(f"{count(kept.absent - kept.told, 'person', 'people')} who missed it {_has(kept)} not been told")
    return tuple(f"{kept.title}: {each}." for each in said)


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _has(kept: Kept) -> str:
    return "has" if kept.absent - kept.told == 1 else "have"
