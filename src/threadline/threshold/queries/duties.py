"""The statutory clocks of a referral: what started each, what met it, and the days it runs over (2.1.a, 2.3.a)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from threadline.domain.dates.working_days import ENGLAND, Unit, bank_holidays, in_words
from threadline.domain.framework.pack import Clock
from threadline.domain.threshold.course import COMMISSION
from threadline.domain.timetable.clocks import ClockReading, State, read
from threadline.threshold.models import Body, Decision, Referral, Telling

LONGEST_STRIP = 45
TONES = {
    State.NOT_STARTED: "plain", State.RUNNING: "due", State.STOPPED: "held", State.MET: "done",
    State.MET_LATE: "late", State.MISSED: "late",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a strip: its figure, what it is ("working", "weekend", "holiday"), whether today, whether the last."""

    number: int
    kind: str
    today: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The days a clock runs over, and the same in words for those who cannot see them."""

    days: tuple[Day, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A clock with its reading, what shows that it was met, and its strip where it is short enough to draw."""

    clock: Clock
    reading: ClockReading
    evidence: str
    strip: Strip | None
    note: str = ""

    @property
    def status(self) -> str:
        """Where it stands, in words."""
        return self.reading.state.value.capitalize()

    @property
    def tone(self) -> str:
        """The tone of its status."""
        return TONES[self.reading.state]


@dataclass(frozen=True, slots=True)
class Facts:
    """When a clock started, when it was met, and on what evidence."""

    started: date | None
    met: date | None = None
    evidence: str = ""
    note: str = ""


def duties(
    referral: Referral,
    clocks: Sequence[Clock],
    *,
    decisions: Sequence[Decision],
    told: Sequence[Telling],
    signed_off: date | None = None,
) -> list[Duty]:
    """The clocks of a referral that the facts so far bear on, in the pack's order.

    `decisions` are the final ones, first to last; `told` who was told of the last; `signed_off` the day on which the
    Board signed the report off, where the review's timetable has it as reached.
    """
    known, today = dict(_facts(referral, decisions, told)), timezone.localdate()
    if "six_months" in known:
        known["six_months"] = _signed_off(known["six_months"], signed_off)
    return [_duty(clock, known[clock.id], today) for clock in clocks if clock.id in known]


def _facts(referral: Referral, decisions: Sequence[Decision], told: Sequence[Telling]) -> Iterator[tuple[str, Facts]]:
    told_on, board = referral.ofsted_told_on, referral.received_on
    both = max(told_on, board) if told_on else None
    yield (
        "notifiable_incident",
        Facts(
            referral.aware_on, both, f"{referral.ofsted_proof} The Board was told on {in_words(board)}." if both else ""
        ),
    )
    first, last = (decisions[0], decisions[-1]) if decisions else (None, None)
    yield (
        "decision",
        Facts(board, first.decided_on if first else None, "The decision is on this page." if first else ""),
    )
    when = {each.body: each.told_on for each in told}
    shown = " ".join(
        f"{each.get_body_display()[:1].upper()}{each.get_body_display()[1:]}: {each.how}." for each in told
    )
    everybody = max(when.values()) if len(when) == len(Body.values) else None
    yield "decision_told", Facts(last.decided_on if last else None, everybody, shown)
    if last and last.option != COMMISSION:
        yield "not_initiated_told", Facts(last.decided_on, when.get(Body.PANEL), shown if Body.PANEL in when else "")
    if last and last.option == COMMISSION:
        yield "six_months", Facts(last.decided_on)


def _signed_off(facts: Facts, on: date | None) -> Facts:
    if on is not None and facts.started is not None and on >= facts.started:
        return Facts(facts.started, on, "The timetable of the review has the sign-off as reached.")
    note = (
        "It is met when a meeting of the Board has decided to sign the report off, or when that is recorded in the "
        "timetable. The parts of the service for the report and the Board’s response are not supported yet."
    )
    return Facts(facts.started, note=note)


def _duty(clock: Clock, facts: Facts, today: date) -> Duty:
    reading = read(clock, started=facts.started, today=today, met=facts.met)
    return Duty(clock, reading, facts.evidence, _strip(clock, reading, today), facts.note)


def _strip(clock: Clock, reading: ClockReading, today: date) -> Strip | None:
    """The days from the one after the start to the last; None where the clock has not started or runs too long."""
    if reading.started is None or reading.due is None or (reading.due - reading.started).days > LONGEST_STRIP:
        return None
    days = [reading.started + timedelta(days=n) for n in range(1, (reading.due - reading.started).days + 1)]
    holidays = {day: bank_holidays(day.year)[day] for day in days if day in bank_holidays(day.year)}
    drawn = tuple(Day(day.day, _kind(day, holidays), day == today, day == reading.due) for day in days)
    counted = "are left out" if clock.length.unit is Unit.WORKING_DAYS else "count like any other day"
    named = "; ".join(f"{in_words(day)} ({name})" for day, name in holidays.items())
    words = f"From {in_words(days[0])} to {in_words(reading.due)}. Weekends and bank holidays {counted}. "
    words += f"Bank holidays in this time: {named}." if named else "There is no bank holiday in this time."
    return Strip(drawn, words)


def _kind(day: date, holidays: dict[date, str]) -> str:
    return "holiday" if day in holidays else "working" if ENGLAND.is_working(day) else "weekend"
