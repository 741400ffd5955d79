"""Commitment and consistency: who came for each agency over all meetings (2.2.b)."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from threadline.domain.dates.working_days import count


class Came(StrEnum):
    """How somebody expected at a meeting was there, or was not."""

    PRESENT = "present"
    DEPUTY = "deputy"
    APOLOGIES = "apologies"
    ABSENT = "absent"

    @property
    def in_the_room(self) -> bool:
        """Whether the seat was filled, by the person or by a deputy."""
        return self in (Came.PRESENT, Came.DEPUTY)


@dataclass(frozen=True, slots=True)
class Seat:
    """One person expected at one meeting for an agency, and how they came."""

    agency: str
    person: str
    came: Came


@dataclass(frozen=True, slots=True)
class Consistency:
    """An agency over all meetings at which it was expected: how often it was heard, and by the same person."""

    agency: str
    meetings: int
    represented: int
    same_person: int

    @property
    def figure(self) -> int:
        """Of a hundred meetings, at how many the same member sat; whole numbers, never rounded up to 100."""
        return self.same_person * 100 // self.meetings

    @property
    def sentence(self) -> str:
        """In words: "Westmarch Police was represented at 2 of 3 meetings, at 1 by the same member (33%)." """
        meetings = f"{self.represented} of {count(self.meetings, 'meeting')}"
        return (
            f"{self.agency} was represented at {meetings}, by the same member at {self.same_person} ({self.figure}%)."
        )


def consistency(meetings: Sequence[Sequence[Seat]]) -> tuple[Consistency, ...]:
    """A figure for each agency that was expected at any meeting, in alphabetical order.

    An agency with several members is represented when one of them, or a deputy, came; "the same member" is whoever
    of them came most often in person.
    """
    expected: Counter[str] = Counter()
    represented: Counter[str] = Counter()
    in_person: dict[str, Counter[str]] = defaultdict(Counter)
    for seats in meetings:
        by_agency: dict[str, list[Seat]] = defaultdict(list)
        for seat in seats:
            by_agency[seat.agency].append(seat)
        for agency, taken in by_agency.items():
            expected[agency] += 1
            represented[agency] += any(seat.came.in_the_room for seat in taken)
            in_person[agency].update(seat.person for seat in taken if seat.came is Came.PRESENT)
    return tuple(
        Consistency(agency, expected[agency], represented[agency], max(in_person[agency].values(), default=0))
        for agency in sorted(expected, key=str.casefold)
    )
