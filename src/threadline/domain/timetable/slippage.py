"""What a slip does: which milestones move, which the allowance for slippage absorbs, which clash (2.3.g, 2.7.b).

Nothing moves but what waits for the milestone that moved. A milestone that comes after others moves only as far as it
must; one that stands before another keeps its distance from it. What is done or fixed stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from threadline.domain.dates.working_days import WorkingCalendar, count, in_words
from threadline.domain.timetable.plan import Plan, Planned, clash_words, limit_of, proposed


class CannotMove(ValueError):
    """The date cannot be changed. Its text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A milestone whose day changes. `days` are calendar days, later positive; None where it had no day before."""

    id: str
    title: str
    old: date | None
    new: date
    days: int | None

    @property
    def sentence(self) -> str:
        """The change in words."""
        if self.old is None or self.days is None:
            return f"{self.title} is now planned for {in_words(self.new)}."
        way = "later" if self.days > 0 else "earlier"
        far = f"{count(abs(self.days), 'day')} {way}"
        return f"{self.title} moves from {in_words(self.old)} to {in_words(self.new)}, {far}."


@dataclass(frozen=True, slots=True)
class Absorbed:
    """A milestone that stays, though what it waits for has moved. Slack in working days, before and after."""

    id: str
    title: str
    on: date
    slack_before: int
    slack_after: int

    @property
    def sentence(self) -> str:
        """What became of its allowance."""
        verb = "falls" if self.slack_after < self.slack_before else "grows"
        return (
            f"{self.title} stays on {in_words(self.on)}: its allowance for slippage {verb} from {self.slack_before} "
            f"to {count(self.slack_after, 'working day')}."
        )


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change of dates does, with the plan it leaves."""

    plan: Plan
    moved: tuple[Shift, ...]
    absorbed: tuple[Absorbed, ...]
    clashes: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it in words, the moves first, in the order of the timetable."""
        return (*(s.sentence for s in self.moved), *(a.sentence for a in self.absorbed), *self.clashes)


def move(plan: Plan, name: str, to: date) -> Effect:
    """Plan a milestone for another day.

    Raises KeyError for a milestone that is not in the plan and CannotMove for one that is done.
    """
    entry = plan.by_id[name]
    if entry.done:
        raise CannotMove(f"{entry.title} was done on {in_words(entry.done)}. Correct that date instead of moving it.")
    return _settle(plan, {name: replace(entry, planned=to)}, plan.calendar)


def complete(plan: Plan, name: str, on: date) -> Effect:
    """Record the day a milestone was reached (or correct it). Raises KeyError for one that is not in the plan."""
    return _settle(plan, {name: replace(plan.by_id[name], done=on)}, plan.calendar)


def proclaim(plan: Plan, *holidays: date) -> Effect:
    """Take further days as no working days: what falls on them moves to the next working day, and what waits for it."""
    return _settle(plan, {}, WorkingCalendar(plan.calendar.extra | frozenset(holidays)))


def _settle(plan: Plan, changed: Mapping[str, Planned], calendar: WorkingCalendar) -> Effect:
    on: dict[str, date | None] = {}
    entries: list[Planned] = []
    for old in plan.entries:
        new = changed.get(old.id, old)
        limit = limit_of(old.rule, on, calendar)
        if old.id not in changed and not old.done and not old.fixed:
            new = replace(old, planned=_replanned(old, limit, plan.calendar, calendar))
        entries.append(replace(new, limit=limit))
        on[old.id] = new.on
    after = Plan(tuple(entries), calendar)
    return Effect(
        plan=after,
        moved=tuple(
            _shift(old, new.on) for old, new in zip(plan.entries, entries, strict=True) if new.on and new.on != old.on
        ),
        absorbed=tuple(a for old in plan.entries if (a := _absorbed(old.id, plan, after))),
        clashes=tuple(clash_words(e) for e in entries if e.clashes and e != plan.by_id[e.id]),
    )


def _replanned(entry: Planned, limit: date | None, before: WorkingCalendar, now: WorkingCalendar) -> date | None:
    """The day of a milestone that nobody moved: as it was, unless its limit has moved or its day is newly shut."""
    if entry.planned is None:
        return proposed(entry.rule, limit, now)
    shut = entry.planned in now.extra - before.extra
    pushed = limit != entry.limit
    if entry.rule.before:
        if limit and entry.limit and pushed:
            return now.add(limit, -before.between(entry.planned, entry.limit))
        return now.on_or_before(entry.planned) if shut else entry.planned
    stays = now.on_or_after(entry.planned) if shut else entry.planned
    return max(stays, limit) if limit and pushed else stays


def _shift(old: Planned, new: date) -> Shift:
    return Shift(old.id, old.title, old.on, new, (new - old.on).days if old.on else None)


def _absorbed(name: str, old: Plan, new: Plan) -> Absorbed | None:
    on, before, after = new.on(name), old.slack(name), new.slack(name)
    if on is None or on != old.on(name) or before is None or after is None or before == after:
        return None
    return Absorbed(name, old.by_id[name].title, on, before, after)
