"""The plan: each milestone's date, from the anchors, what it waits for and England's working days (2.3.g)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from threadline.domain.dates.working_days import ENGLAND, WorkingCalendar, in_words
from threadline.domain.timetable.milestones import FaultyTimetable, MilestoneRule, in_order, waits_for


@dataclass(frozen=True, slots=True)
class Planned:
    """One milestone in the plan.

    `limit` is the earliest day it can be (the latest, for one that stands before another), None where it is an anchor
    or waits for a milestone without a date. `planned` is the day agreed or worked out. `fixed` means that people have
    settled the day: it stays, and a slip that reaches it is shown as a clash.
    """

    rule: MilestoneRule
    limit: date | None
    planned: date | None
    done: date | None = None
    fixed: bool = False

    @property
    def id(self) -> str:
        """The milestone's id."""
        return self.rule.id

    @property
    def title(self) -> str:
        """The milestone's title."""
        return self.rule.title

    @property
    def on(self) -> date | None:
        """The day it was done; until then, the day it is planned for."""
        return self.done or self.planned

    @property
    def clashes(self) -> bool:
        """Whether it is planned for a day it cannot be, given what it waits for."""
        if self.done or self.planned is None or self.limit is None:
            return False
        return self.planned > self.limit if self.rule.before else self.planned < self.limit


@dataclass(frozen=True)
class Plan:
    """Every milestone with its date, each after all that it waits for."""

    entries: tuple[Planned, ...]
    calendar: WorkingCalendar = ENGLAND

    @cached_property
    def by_id(self) -> Mapping[str, Planned]:
        """The entries by milestone."""
        return {entry.id: entry for entry in self.entries}

    def on(self, name: str) -> date | None:
        """The day a milestone was done or is planned for. Raises KeyError for one that is not in the plan."""
        return self.by_id[name].on

    def dates(self) -> dict[str, date]:
        """The day of every milestone that has one."""
        return {entry.id: entry.on for entry in self.entries if entry.on}

    def slack(self, name: str) -> int | None:
        """Working days a milestone can wait before it must move; None where nothing bears on it; never below 0."""
        entry = self.by_id[name]
        if entry.done or entry.planned is None or entry.limit is None:
            return None
        first, last = (entry.planned, entry.limit) if entry.rule.before else (entry.limit, entry.planned)
        return max(0, self.calendar.between(first, last))

    def waiting(self, name: str) -> tuple[str, ...]:
        """The titles of what a milestone without a date waits for; its own where it is an anchor still to be dated."""
        entry = self.by_id[name]
        if entry.on:
            return ()
        missing = tuple(self.by_id[other].title for other in waits_for(entry.rule) if self.on(other) is None)
        return missing or (entry.title,)

    def clashes(self) -> tuple[str, ...]:
        """A sentence for each milestone planned for a day it cannot be."""
        return tuple(clash_words(entry) for entry in self.entries if entry.clashes)


def draw_up(
    rules: Iterable[MilestoneRule],
    *,
    given: Mapping[str, date],
    done: Mapping[str, date] | None = None,
    fixed: frozenset[str] = frozenset(),
    calendar: WorkingCalendar = ENGLAND,
) -> Plan:
    """Work out every date.

    `given` holds the anchors' dates and any date people have agreed; `done` the days on which milestones were reached;
    `fixed` the milestones whose day is settled. A milestone with no date of its own comes on its limit plus its
    allowance for slippage. Raises FaultyTimetable where the milestones cannot be put in order, a date is given for one
    that does not exist, or one is fixed that has no date.
    """
    ordered, done = in_order(rules), done or {}
    for name in {*given, *done, *fixed} - {rule.id for rule in ordered}:
        raise FaultyTimetable(f"A date is given for “{name}”, which is not a milestone of this timetable.")
    for name in fixed - given.keys() - done.keys():
        raise FaultyTimetable(f"“{name}” is fixed, but has no date. Give it one first.")
    on: dict[str, date | None] = {}
    entries: list[Planned] = []
    for rule in ordered:
        limit = limit_of(rule, on, calendar)
        planned = given.get(rule.id) or proposed(rule, limit, calendar)
        entry = Planned(rule, limit, planned, done.get(rule.id), rule.id in fixed)
        entries.append(entry)
        on[rule.id] = entry.on
    return Plan(tuple(entries), calendar)


def limit_of(rule: MilestoneRule, on: Mapping[str, date | None], calendar: WorkingCalendar) -> date | None:
    """The earliest working day a milestone can be (the latest, for one that stands before another).

    `on` holds the days of the milestones it waits for. None for an anchor, or where one of those has no date.
    """
    days = [day for name in waits_for(rule) if (day := on[name])]
    if not days or len(days) < len(waits_for(rule)):
        return None
    if rule.before:
        return calendar.on_or_before(calendar.before(days[0], rule.gap))
    return calendar.on_or_after(calendar.after(max(days), rule.gap))


def proposed(rule: MilestoneRule, limit: date | None, calendar: WorkingCalendar) -> date | None:
    """The day to propose: the limit, with the allowance for slippage between."""
    return limit and calendar.add(limit, -rule.slack if rule.before else rule.slack)


def clash_words(entry: Planned) -> str:
    """The sentence for a milestone planned for a day it cannot be. Raises ValueError where it does not clash."""
    if not (entry.clashes and entry.planned and entry.limit):
        raise ValueError(f"{entry.title} does not clash")
    settled = "is fixed for" if entry.fixed else "is planned for"
    bound = "must be done by" if entry.rule.before else "cannot come before"
    return f"{entry.title} {settled} {in_words(entry.planned)}, but {bound} {in_words(entry.limit)}."
