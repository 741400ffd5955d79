"""Drift in words: how far the plan stands from what was first agreed, why, and against the six-month line (2.7.b)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from threadline.domain.dates.working_days import Length, count, in_words
from threadline.domain.timetable.plan import Plan
from threadline.domain.timetable.slippage import Effect, complete, move


@dataclass(frozen=True, slots=True)
class Slip:
    """A change of a milestone's day, as it happened: to which day, why, and whether it was then reached (`done`)."""

    milestone: str
    to: date
    reason: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason and the calendar days by which it moved the milestone asked about; negative where it won days back."""

    reason: str
    days: int


@dataclass(frozen=True, slots=True)
class Drift:
    """How far a milestone stands from the day first agreed, in calendar days, with the share of each reason."""

    title: str
    first: date
    now: date
    causes: tuple[Cause, ...]
    plan: Plan

    @property
    def days(self) -> int:
        """Calendar days later than first agreed; negative where earlier."""
        return (self.now - self.first).days

    @property
    def sentence(self) -> str:
        """ "Board presentation is planned 21 days later than first agreed: 14 of them from waiting for the police." """
        if not self.days:
            return f"{self.title} is on the day first agreed, {in_words(self.first)}."
        way = "later" if self.days > 0 else "earlier"
        start = f"{self.title} is {count(abs(self.days), 'day')} {way} than first agreed"
        return f"{start}{self._shares()}."

    def _shares(self) -> str:
        forward = [cause for cause in self.causes if cause.days * self.days > 0]
        back = sum(cause.days for cause in self.causes if cause.days * self.days < 0)
        if len(forward) == 1 and not back:
            return f", all from {forward[0].reason}"
        shares = "; ".join(f"{abs(cause.days)} from {cause.reason}" for cause in forward)
        won = f"; {count(abs(back), 'day')} {'won back' if back < 0 else 'lost again'}" if back else ""
        return f": {shares}{won}"


def drift(first: Plan, slips: Iterable[Slip], milestone: str) -> Drift:
    """Replay every slip on the plan first agreed and say how far it carried one milestone.

    Raises KeyError for a milestone that is not in the plan, ValueError for one that had no day when first agreed and
    CannotMove for a slip of a milestone that was done by then.
    """
    start = first.on(milestone)
    if start is None:
        raise ValueError(f"{first.by_id[milestone].title} had no date when the timetable was first agreed.")
    plan, now, shares = first, start, dict[str, int]()
    for slip in slips:
        plan = apply(plan, slip).plan
        moved_to = plan.on(milestone) or now
        shares[slip.reason] = shares.get(slip.reason, 0) + (moved_to - now).days
        now = moved_to
    causes = sorted((Cause(reason, days) for reason, days in shares.items() if days), key=lambda c: -abs(c.days))
    return Drift(first.by_id[milestone].title, start, now, tuple(causes), plan)


def apply(plan: Plan, slip: Slip) -> Effect:
    """What one slip does to a plan."""
    return complete(plan, slip.milestone, slip.to) if slip.done else move(plan, slip.milestone, slip.to)


@dataclass(frozen=True, slots=True)
class AgainstLine:
    """A milestone against a line in time. `days` are calendar days after it; negative before; None with no date yet."""

    line: date
    days: int | None
    sentence: str


def against_line(plan: Plan, milestone: str, *, started: date, length: Length, line_title: str) -> AgainstLine:
    """How a milestone stands to a line drawn some time after the start, for example six months (Working Together 2015).

    `length` comes from the framework pack. Raises KeyError for a milestone that is not in the plan.
    """
    entry = plan.by_id[milestone]
    line = plan.calendar.after(started, length)
    said = f"{line_title} ({in_words(line)})"
    if entry.on is None:
        return AgainstLine(line, None, f"{entry.title} has no date yet, so it cannot be held against {said}.")
    days = (entry.on - line).days
    verb = "was done" if entry.done else "is planned for"
    where = "on" if not days else f"{count(abs(days), 'day')} {'after' if days > 0 else 'before'}"
    on = f"on {in_words(entry.on)}" if entry.done else in_words(entry.on)
    return AgainstLine(line, days, f"{entry.title} {verb} {on}, {where} {said}.")


def drifts(first: Plan, now: Plan) -> Sequence[tuple[str, int]]:
    """Every milestone not on the day first agreed, with the calendar days between; the furthest drifted first."""
    pairs = ((name, (now.by_id[name].on, day)) for name, day in first.dates().items() if name in now.by_id)
    days = ((name, (current - day).days) for name, (current, day) in pairs if current)
    return sorted(((name, gap) for name, gap in days if gap), key=lambda pair: -pair[1])


@dataclass(frozen=True, slots=True)
class Moved:
    """A change of dates as it was made: its reason, and every milestone whose day it changed, before and after."""

    reason: str
    days: Mapping[str, tuple[date | None, date | None]]


def drift_of(first: Plan, now: Plan, moves: Iterable[Moved], milestone: str) -> Drift:
    """How far a milestone stands from the day first agreed, from the record of what each change did to it.

    Unlike `drift` nothing is replayed, so closed days and milestones added since count as they did when it happened.
    Raises KeyError for a milestone that is not in the plan, ValueError for one without a day then or now.
    """
    start, end = first.on(milestone), now.on(milestone)
    if start is None or end is None:
        raise ValueError(f"{first.by_id[milestone].title} has no date to compare.")
    shares: dict[str, int] = {}
    for made in moves:
        old, new = made.days.get(milestone, (None, None))
        if old and new:
            shares[made.reason] = shares.get(made.reason, 0) + (new - old).days
    causes = sorted((Cause(reason, days) for reason, days in shares.items() if days), key=lambda c: -abs(c.days))
    return Drift(first.by_id[milestone].title, start, end, tuple(causes), now)
