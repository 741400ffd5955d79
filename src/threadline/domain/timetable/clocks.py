"""Clocks: a duty that falls due some time after something happens, in working days, days or months.

The rules come from the framework pack, each with its source and any doubt about it. A clock that may be stopped runs on
after the stop; one that may not is never stopped, whatever is asked.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Protocol

from threadline.domain.dates.working_days import ENGLAND, Length, Unit, WorkingCalendar, count, in_words

_DAY: Final = timedelta(days=1)


class ClockRule(Protocol):
    """What a clock needs to know. A framework pack's clocks fit as they are.

    `duty` says who does what, without a full stop ("The local authority tells Ofsted and the Board"). `kind` is
    "within" (done within `length` of the start), "before" (done at least `length` before the day it leads to, such as
    publication) or "keep" (kept up for `length` from the start). `must` is False where the duty is an aim.
    """

    @property
    def title(self) -> str: ...
    @property
    def duty(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def starts(self) -> str: ...
    @property
    def length(self) -> Length: ...
    @property
    def must(self) -> bool: ...
    @property
    def pausable(self) -> bool: ...
    @property
    def doubt(self) -> str: ...


class State(StrEnum):
    """Where a clock stands."""

    NOT_STARTED = "not started"
    RUNNING = "running"
    STOPPED = "stopped"
    MET = "met"
    MET_LATE = "met late"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Stop:
    """A time in which the clock stands still: from `since` up to but without `until` (None: it still stands)."""

    since: date
    until: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class ClockReading:
    """A clock read on one day.

    `left` is in working days where the clock counts those, else in calendar days; negative once it has passed; None
    where it has not started or is met. `sentences` say it in words, the state first.
    """

    state: State
    started: date | None
    due: date | None
    met: date | None
    left: int | None
    sentences: tuple[str, ...]


def read(
    rule: ClockRule,
    *,
    started: date | None,
    today: date,
    met: date | None = None,
    stops: Iterable[Stop] = (),
    calendar: WorkingCalendar = ENGLAND,
) -> ClockReading:
    """Read a clock on `today`.

    `started` is the day that sets it running (for the kind "before", the day it leads to), `met` the day the duty was
    done (for the kind "keep", the day it was no longer kept up). The day it starts is not counted. A month ends on its
    corresponding date, whatever weekday that is. Raises ValueError where it was met before it started, or a stop ends
    before it begins.
    """
    stops = tuple(stops)
    _refuse_nonsense(started, None if rule.kind == "before" else met, stops)
    if started is None:
        return ClockReading(State.NOT_STARTED, None, None, None, None, (f"{rule.title} starts when {rule.starts}.",))
    if rule.kind == "keep":
        return _kept(rule, started, calendar.after(started, rule.length), met, today)
    counted = stops if rule.pausable and rule.kind == "within" else ()
    due = due_on(rule.length, started, counted, today, calendar)
    if rule.kind == "before":
        due = calendar.before(started, rule.length)
    state = _state(due, met, today, counted)
    between = calendar.between if rule.length.unit is Unit.WORKING_DAYS else _days_between
    left = None if met else between(today, due) if today <= due else -between(due, today)
    sentences = (_said(rule, state, due, met, left, between), *_asides(rule, state, due, stops, today, calendar))
    return ClockReading(state, started, due, met, left, sentences)


def due_on(
    length: Length, started: date, stops: Iterable[Stop], today: date, calendar: WorkingCalendar = ENGLAND
) -> date:
    """The last day of a clock, the days on which it stood still added on. A stop without an end is taken to `today`."""
    spans = [(stop.since, stop.until or today) for stop in stops]
    due = calendar.after(started, length)
    if not spans:
        return due
    counts: Callable[[date], bool] = calendar.is_working if length.unit is Unit.WORKING_DAYS else _any_day
    left = calendar.between(started, due) if length.unit is Unit.WORKING_DAYS else (due - started).days
    day = started
    while left:
        day += _DAY
        left -= counts(day) and not any(since <= day < until for since, until in spans)
    return day


def _any_day(day: date) -> bool:
    return True


def _kept(rule: ClockRule, started: date, until: date, ended: date | None, today: date) -> ClockReading:
    said = f"{rule.duty} until {in_words(until)}"
    doubt = (f"Check this limit before you rely on it: {rule.doubt}",) if rule.doubt else ()
    if ended and ended < until:
        early = count((until - ended).days, "day")
        sentence = f"{said}: it ended on {in_words(ended)}, {early} early. Put it right."
        return ClockReading(State.MISSED, started, until, ended, None, (sentence, *doubt))
    if ended or today >= until:
        return ClockReading(State.MET, started, until, ended, None, (f"{said}: that time is over.", *doubt))
    left = (until - today).days
    return ClockReading(State.RUNNING, started, until, None, left, (f"{said}: {count(left, 'day')} to go.", *doubt))


def _days_between(start: date, end: date) -> int:
    return (end - start).days


def _refuse_nonsense(started: date | None, met: date | None, stops: tuple[Stop, ...]) -> None:
    if met and (started is None or met < started):
        raise ValueError(f"A clock cannot be met on {in_words(met)}, before it has started. Check both dates.")
    for stop in stops:
        if stop.until and stop.until < stop.since:
            raise ValueError(f"A clock cannot run again on {in_words(stop.until)}, before it was stopped.")


def _state(due: date, met: date | None, today: date, stops: tuple[Stop, ...]) -> State:
    if met:
        return State.MET if met <= due else State.MET_LATE
    if today > due:
        return State.MISSED
    standing = any(stop.since <= today and (stop.until is None or today < stop.until) for stop in stops)
    return State.STOPPED if standing else State.RUNNING


def _said(
    rule: ClockRule, state: State, due: date, met: date | None, left: int | None, between: Callable[[date, date], int]
) -> str:
    by = f"{rule.duty} by {in_words(due)}"
    noun = "working day" if rule.length.unit is Unit.WORKING_DAYS else "day"
    if met:
        late = between(due, met)
        when = "in time" if state is State.MET else f"{count(late, noun)} late" if late else "after the last day"
        return f"{by}: done on {in_words(met)}, {when}."
    if left is None or left < 0 or state is State.MISSED:
        over = f"{count(abs(left), noun)} over" if left else "the last day is over"
        return f"{by}: {over}. {'It must still be done' if rule.must else 'Record why'}."
    remaining = f"{count(left, noun)} left" if left else "today is the last day"
    return f"{by}: {remaining}."


def _asides(
    rule: ClockRule, state: State, due: date, stops: tuple[Stop, ...], today: date, calendar: WorkingCalendar
) -> tuple[str, ...]:
    said: list[str] = []
    if stops and not rule.pausable:
        said.append("This clock cannot be stopped: the reason is kept, and the date stays.")
    if state is State.STOPPED:
        standing = next(s for s in stops if s.since <= today and (s.until is None or today < s.until))
        said.append(
            f"Stopped since {in_words(standing.since)}: {standing.reason}. The date moves on until it runs again."
        )
    off = calendar.why_not_working(due)
    if off and state in (State.RUNNING, State.STOPPED):
        said.append(
            f"{in_words(due)} is {off}: the last working day before it is {in_words(calendar.on_or_before(due))}."
        )
    if not rule.must:
        said.append("This is an aim, not a limit.")
    if rule.doubt:
        said.append(f"Check this limit before you rely on it: {rule.doubt}")
    return tuple(said)
