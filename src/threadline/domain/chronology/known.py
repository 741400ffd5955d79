"""The chronology as it was known then: what an agency had recorded, or had been told, by a day (1.m).

Hindsight sees every agency's records side by side; at the time nobody did. A date that is not sure is not made surer
here: what an agency may have known by a day, but need not have, is said apart from what it had certainly learnt.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sure(StrEnum):
    """How sure it is that something was known by a day."""

    KNOWN = "known"
    PERHAPS = "perhaps"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Span:
    """When something became known: the first and the last day on which it can have been; None where that is open."""

    first: date | None
    last: date | None

    def by(self, on: date) -> Sure:
        """Whether it was so by the end of `on`."""
        if self.last is not None and self.last <= on:
            return Sure.KNOWN
        return Sure.NOT if self.first is not None and self.first > on else Sure.PERHAPS


@dataclass(frozen=True, slots=True)
class Telling:
    """That an agency (its id) was told of an entry: when, whom there, how, and an opaque reference to the record."""

    agency: str
    when: Span
    whom: str = ""
    how: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry: its id, whose record it is (an agency's id), when it happened, when it was written down where that is
    known, and whom it was told to.
    """

    id: str
    agency: str
    happened: Span
    recorded: Span | None = None
    told: tuple[Telling, ...] = ()

    @property
    def written(self) -> Span:
        """When the agency's own record of it can have been made: never before it happened."""
        if self.recorded is None:
            return self.happened
        first, last = _later(self.happened.first, self.recorded.first), self.recorded.last
        return Span(first, _later(last, first) if last else None)


@dataclass(frozen=True, slots=True)
class Knowing:
    """That an agency knew of an entry: how sure, since when, and by which telling; None for its own record."""

    fact: Fact
    sure: Sure
    since: Span
    through: Telling | None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What an agency knew on a day, what it may have known, and what others had recorded and it did not know."""

    known: tuple[Knowing, ...]
    perhaps: tuple[Knowing, ...]
    unknown: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two agencies on one day: what both knew, and what only the one or the other did. Certain knowledge only."""

    both: tuple[Fact, ...]
    only_first: tuple[Fact, ...]
    only_second: tuple[Fact, ...]


def ways(fact: Fact, agency: str) -> Iterator[tuple[Span, Telling | None]]:
    """Every way by which the agency came to know of the entry, with when."""
    if fact.agency == agency:
        yield fact.written, None
    for telling in fact.told:
        if telling.agency == agency:
            yield telling.when, telling


def knowing(fact: Fact, agency: str, on: date) -> Knowing | None:
    """How the agency knew of the entry by `on`: the surest way, the earliest of equals. None where it did not."""
    found = [(since.by(on), since, through) for since, through in ways(fact, agency)]
    found = [one for one in found if one[0] is not Sure.NOT]
    if not found:
        return None
    sure, since, through = min(found, key=lambda one: (one[0] is not Sure.KNOWN, _order(one[1]), one[2] is not None))
    return Knowing(fact, sure, since, through)


def as_known(facts: Iterable[Fact], agency: str, on: date) -> Knowledge:
    """The chronology as known to the agency by the end of `on`.

    `unknown` is what some other agency had certainly recorded by then, and this one neither knew nor may have known.
    """
    known: list[Knowing] = []
    perhaps: list[Knowing] = []
    unknown: list[Fact] = []
    for fact in facts:
        found = knowing(fact, agency, on)
        if found is not None:
            (known if found.sure is Sure.KNOWN else perhaps).append(found)
        elif fact.written.by(on) is Sure.KNOWN:
            unknown.append(fact)
    return Knowledge(tuple(known), tuple(perhaps), tuple(unknown))


def next_learnt(facts: Iterable[Fact], agency: str, on: date) -> date | None:
    """The next day after `on` by whose end the agency had certainly learnt something more; None where there is none."""
    days = (since for fact in facts if (since := _since(fact, agency)) is not None and since > on)
    return min(days, default=None)


def last_learnt(facts: Iterable[Fact], agency: str, on: date) -> date | None:
    """The latest day before `on` by whose end the agency had certainly learnt something more."""
    days = (since for fact in facts if (since := _since(fact, agency)) is not None and since < on)
    return max(days, default=None)


def compare(facts: Iterable[Fact], first: str, second: str, on: date) -> Compared:
    """What two agencies knew on a day, each beside the other."""
    both: list[Fact] = []
    only_first: list[Fact] = []
    only_second: list[Fact] = []
    for fact in facts:
        one, other = (_certain(fact, agency, on) for agency in (first, second))
        if one and other:
            both.append(fact)
        elif one:
            only_first.append(fact)
        elif other:
            only_second.append(fact)
    return Compared(tuple(both), tuple(only_first), tuple(only_second))


def matrix(facts: Iterable[Fact], agencies: Sequence[str]) -> tuple[tuple[Fact, tuple[Span | None, ...]], ...]:
    """Who knew what, when: for each entry and each agency, when it came to know; None where no record says it did."""
    return tuple((fact, tuple(_best(fact, agency) for agency in agencies)) for fact in facts)


def _best(fact: Fact, agency: str) -> Span | None:
    return min((since for since, _ in ways(fact, agency)), key=_order, default=None)


def _certain(fact: Fact, agency: str, on: date) -> bool:
    since = _since(fact, agency)
    return since is not None and since <= on


def _since(fact: Fact, agency: str) -> date | None:
    """The day by whose end the agency certainly knew of the entry."""
    return min((since.last for since, _ in ways(fact, agency) if since.last is not None), default=None)


def _order(since: Span) -> tuple[date, date]:
    return since.last or date.max, since.first or date.min


def _later(one: date | None, other: date | None) -> date | None:
    if one is None or other is None:
        return one or other
    return max(one, other)
