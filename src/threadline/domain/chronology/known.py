"""The chronology as it was known then: what an agency or a person had recorded, or had been told, by a day (1.m).

An agency knows what it recorded and what it was told; a person knows what records say that they took part in, and what
they were told themselves. What an agency knows is not known to everybody in it.

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
    """That an agency (its id), a person (theirs), or a person at an agency was told of an entry: when, whom in words,
    how, and an opaque reference to the record. Whichever was not told is empty.
    """

    agency: str
    when: Span
    whom: str = ""
    how: str = ""
    reference: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry: its id, whose record it is (an agency's id), when it happened, when it was written down where that is
    known, whom it was told to, and which persons (their ids) it says took part.
    """

    id: str
    agency: str
    happened: Span
    recorded: Span | None = None
    told: tuple[Telling, ...] = ()
    present: tuple[str, ...] = ()

    @property
    def written(self) -> Span:
        """When the agency's own record of it can have been made: never before it happened."""
        if self.recorded is None:
            return self.happened
        first, last = _later(self.happened.first, self.recorded.first), self.recorded.last
        return Span(first, _later(last, first) if last else None)


@dataclass(frozen=True, slots=True)
class Knowing:
    """That somebody knew of an entry: how sure, since when, and by which telling; None where they recorded it or took
    part.
    """

    fact: Fact
    sure: Sure
    since: Span
    through: Telling | None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What somebody knew on a day, what they may have known, and what others had recorded and they did not know."""

    known: tuple[Knowing, ...]
    perhaps: tuple[Knowing, ...]
    unknown: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two agencies, or persons, on one day: what both knew, and what only one of them did. Certain knowledge only."""

    both: tuple[Fact, ...]
    only_first: tuple[Fact, ...]
    only_second: tuple[Fact, ...]


def ways(fact: Fact, who: str) -> Iterator[tuple[Span, Telling | None]]:
    """Every way by which an agency or a person (an id) came to know of the entry, with when.

    An agency's own record counts from when it was made; whoever took part knew as it happened.
    """
    if fact.agency == who:
        yield fact.written, None
    if who in fact.present:
        yield fact.happened, None
    for telling in fact.told:
        if who in (telling.agency, telling.person):
            yield telling.when, telling


def knowing(fact: Fact, who: str, on: date) -> Knowing | None:
    """How they knew of the entry by `on`: the surest way, the earliest of equals. None where they did not."""
    found = [(since.by(on), since, through) for since, through in ways(fact, who)]
    found = [one for one in found if one[0] is not Sure.NOT]
    if not found:
        return None
    sure, since, through = min(found, key=lambda one: (one[0] is not Sure.KNOWN, _order(one[1]), one[2] is not None))
    return Knowing(fact, sure, since, through)


def as_known(facts: Iterable[Fact], who: str, on: date) -> Knowledge:
    """The chronology as known to an agency or a person by the end of `on`.

    `unknown` is what an agency had certainly recorded by then, and this one neither knew nor may have known.
    """
    known: list[Knowing] = []
    perhaps: list[Knowing] = []
    unknown: list[Fact] = []
    for fact in facts:
        found = knowing(fact, who, on)
        if found is not None:
            (known if found.sure is Sure.KNOWN else perhaps).append(found)
        elif fact.written.by(on) is Sure.KNOWN:
            unknown.append(fact)
    return Knowledge(tuple(known), tuple(perhaps), tuple(unknown))


def next_learnt(facts: Iterable[Fact], who: str, on: date) -> date | None:
    """The next day after `on` by whose end they had certainly learnt something more; None where there is none."""
    days = (since for fact in facts if (since := _since(fact, who)) is not None and since > on)
    return min(days, default=None)


def last_learnt(facts: Iterable[Fact], who: str, on: date) -> date | None:
    """The latest day before `on` by whose end they had certainly learnt something more."""
    days = (since for fact in facts if (since := _since(fact, who)) is not None and since < on)
    return max(days, default=None)


def compare(facts: Iterable[Fact], first: str, second: str, on: date) -> Compared:
    """What two agencies or persons knew on a day, each beside the other."""
    both: list[Fact] = []
    only_first: list[Fact] = []
    only_second: list[Fact] = []
    for fact in facts:
        one, other = (_certain(fact, who, on) for who in (first, second))
        if one and other:
            both.append(fact)
        elif one:
            only_first.append(fact)
        elif other:
            only_second.append(fact)
    return Compared(tuple(both), tuple(only_first), tuple(only_second))


def matrix(facts: Iterable[Fact], everyone: Sequence[str]) -> tuple[tuple[Fact, tuple[Span | None, ...]], ...]:
    """Who knew what, when: for each entry and each of `everyone`, when they came to know; None where none says so."""
    return tuple((fact, tuple(_best(fact, who) for who in everyone)) for fact in facts)


def _best(fact: Fact, who: str) -> Span | None:
    return min((since for since, _ in ways(fact, who)), key=_order, default=None)


def _certain(fact: Fact, who: str, on: date) -> bool:
    since = _since(fact, who)
    return since is not None and since <= on


def _since(fact: Fact, who: str) -> date | None:
    """The day by whose end they certainly knew of the entry."""
    return min((since.last for since, _ in ways(fact, who) if since.last is not None), default=None)


def _order(since: Span) -> tuple[date, date]:
    return since.last or date.max, since.first or date.min


def _later(one: date | None, other: date | None) -> date | None:
    if one is None or other is None:
        return one or other
    return max(one, other)
