"""Milestones: what each waits for, how long after it comes, how much slippage it allows (2.3.g)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Final, Protocol

from threadline.domain.dates.working_days import Length, Unit

AT_ONCE: Final = Length(0, Unit.DAYS)


class MilestoneRule(Protocol):
    """What the timetable needs to know of a milestone. A framework pack's milestones fit as they are.

    A milestone comes `gap` after the last of those it comes `after`; or no later than `gap` before the one it stands
    `before`; or, with neither, it is an anchor whose date a person gives. `slack` is the allowance for slippage in
    working days.
    """

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def lane(self) -> str: ...
    @property
    def after(self) -> tuple[str, ...]: ...
    @property
    def before(self) -> str: ...
    @property
    def gap(self) -> Length: ...
    @property
    def slack(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Milestone:
    """A milestone of the review's own, for example a further panel meeting (2.7.b). Fields as in `MilestoneRule`."""

    id: str
    title: str
    lane: str = ""
    after: tuple[str, ...] = ()
    before: str = ""
    gap: Length = AT_ONCE
    slack: int = 0


class FaultyTimetable(ValueError):
    """The milestones cannot be put in order. Its text says which and why."""


def waits_for(rule: MilestoneRule) -> tuple[str, ...]:
    """The milestones whose dates this one's date is worked out from."""
    return (*rule.after, rule.before) if rule.before else rule.after


def in_order(rules: Iterable[MilestoneRule]) -> tuple[MilestoneRule, ...]:
    """The milestones, each after all that it waits for.

    Raises FaultyTimetable for an id used twice, a milestone that stands both after and before another, one that waits
    for what does not exist, or a circle.
    """
    given: dict[str, MilestoneRule] = {}
    for rule in rules:
        if rule.id in given:
            raise FaultyTimetable(f"Two milestones are called “{rule.id}”. Give each its own id.")
        given[rule.id] = rule
    for rule in given.values():
        _refuse_unknown(rule, given)
    sorter = TopologicalSorter({rule.id: waits_for(rule) for rule in given.values()})
    try:
        return tuple(given[name] for name in sorter.static_order())
    except CycleError as fault:
        raise FaultyTimetable(f"These milestones wait for each other: {' → '.join(fault.args[1])}.") from None


def _refuse_unknown(rule: MilestoneRule, given: Mapping[str, MilestoneRule]) -> None:
    if rule.after and rule.before:
        raise FaultyTimetable(f"“{rule.id}” stands both after and before another milestone. Keep one of the two.")
    for name in waits_for(rule):
        if name not in given:
            raise FaultyTimetable(f"“{rule.id}” waits for “{name}”, which is not a milestone of this timetable.")


def dependants(rules: Iterable[MilestoneRule], name: str) -> frozenset[str]:
    """Every milestone that waits for this one, at first or at second hand."""
    found: set[str] = set()
    for rule in in_order(rules):
        if any(other == name or other in found for other in waits_for(rule)):
            found.add(rule.id)
    return frozenset(found)
