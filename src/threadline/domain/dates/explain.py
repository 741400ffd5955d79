"""One or two plain sentences on how a text was read, or why it was not and what to do."""

from datetime import date, time
from typing import Final

from threadline.domain.dates import shapes
from threadline.domain.dates.analysis import AHEAD, Analysis, analyse
from threadline.domain.dates.around import Around
from threadline.domain.dates.months import MONTHS, WEEKDAYS
from threadline.domain.dates.normalise import normalise
from threadline.domain.dates.reading import DateReading, Precision, Problem, Qualifier
from threadline.domain.dates.reasons import doubt, no_such_day, weekday_said

_SHOWN: Final = 60
_HOW: Final = {
    Precision.APPROXIMATE: "about {days}",
    Precision.WEEK: "the week from {days}",
    Precision.PART_MONTH: "part of a month, taken as {days}",
    Precision.MONTH: "the whole month, {days}",
    Precision.PART_YEAR: "part of a year, taken as {days}",
    Precision.YEAR: "the whole year from {days}",
}
_LONG: Final = frozenset((Precision.PART_MONTH, Precision.MONTH, Precision.PART_YEAR, Precision.YEAR))
_WHY: Final = {
    Qualifier.SERIAL: " The cell holds a spreadsheet's day number.",
    Qualifier.REPAIRED: " It was mistyped and has been put right.",
}
_CHECK: Final = "Check the source and correct it."
_LEAVE: Final = "Type the date, or leave it if the source does not give one."


def explain(reading: DateReading) -> str:
    """How `reading.text` was read, or why it was not; with a problem, what to do about it."""
    if reading.problem is None:
        return f"{_quoted(reading.text)} is read as {_found(reading)}{_leaning(reading)}"
    return _PROBLEMS[reading.problem](reading)


def _quoted(text: str) -> str:
    plain = " ".join(text.split())
    return f'"{plain[:_SHOWN]}…"' if len(plain) > _SHOWN else f'"{plain}"'


def _found(reading: DateReading) -> str:
    days = _HOW.get(reading.precision, "{days}").format(days=_days(reading))
    if reading.qualifier is Qualifier.APPROXIMATE and reading.precision is not Precision.APPROXIMATE:
        days = "about " + days
    why = _WHY.get(reading.qualifier, "") if reading.qualifier else ""
    return days + _times(reading) + "." + why


def _leaning(reading: DateReading) -> str:
    """What the text took from elsewhere."""
    expression = _analysis(reading).expression
    if expression is None or reading.qualifier is Qualifier.SERIAL:
        return ""
    if expression.first.shape == shapes.SAME:
        return " It is the day of the row above."
    last = expression.last or expression.first
    return " The year is the one given." if expression.first.lacks_year and last.lacks_year else ""


def _days(reading: DateReading) -> str:
    first, last, named = reading.earliest, reading.latest, reading.precision not in _LONG
    if first is not None and last is not None:
        return _day(first, named) if first == last else f"{_day(first, named)} to {_day(last, named)}"
    if first is not None:
        return f"{_day(first, named)} or later"
    return f"{_day(last, named)} or earlier" if last is not None else ""


def _day(day: date, named: bool) -> str:
    weekday = f"{WEEKDAYS[day.weekday()].title()} " if named else ""
    return f"{weekday}{day.day} {MONTHS[day.month - 1].title()} {day.year}"


def _times(reading: DateReading) -> str:
    if reading.time_from is None:
        return "" if reading.time_to is None else f", until {_clock(reading.time_to)}"
    if reading.time_to is None:
        return f", at {_clock(reading.time_from)}"
    return f", {_clock(reading.time_from)} to {_clock(reading.time_to)}"


def _clock(clock: time) -> str:
    return f"{clock:%H:%M}"


def _analysis(reading: DateReading) -> Analysis:
    plain = normalise(reading.text)
    return Analysis(AHEAD, None, Around()) if plain is None else analyse(plain)


def _impossible(reading: DateReading) -> str:
    """A day that the calendar does not have, or a time that the clock does not."""
    text = _quoted(reading.text)
    if reading.precision is not Precision.IMPOSSIBLE:
        kept = f" The date is kept: {_days(reading)}." if reading.is_dated else ""
        return (
            f"{text} has a time that cannot be: hours run from 00 to 23 and minutes from 00 to 59.{kept}"
            " Check the source and correct the time."
        )
    expression = _analysis(reading).expression
    units = () if expression is None else (expression.first, expression.last)
    reason = next(filter(None, (no_such_day(unit) for unit in units if unit is not None)), None)
    if reason is None:
        return f"{text} runs backwards: it ends before it begins. {_CHECK}"
    return f"{text} is not a date: {reason}. {_CHECK}"


def _needs_context(reading: DateReading) -> str:
    text = _quoted(reading.text)
    expression = _analysis(reading).expression
    if expression is not None and expression.first.shape != shapes.SAME:
        return f"{text} has no year. Add the year, or say which year the rows belong to."
    return f"{text} rests on the date of another row, which is not known here. Type the date."


def _not_a_date(reading: DateReading) -> str:
    if not reading.text.strip():
        return f"The cell is empty. {_LEAVE}"
    times = _times(reading).removeprefix(", ").removeprefix("at ")
    if times:
        return f"{_quoted(reading.text)} gives a time, {times}, but no date. Type the date."
    return f"{_quoted(reading.text)} is not a date. {_LEAVE}"


def _ambiguous(reading: DateReading) -> str:
    text, reason = _quoted(reading.text), doubt(_analysis(reading), reading)
    if reading.is_dated:
        return f"{text} is read as {_found(reading)} But {reason}. Confirm the date or correct it."
    return f"{text} does not give one date: {reason}. Type the date that is meant."


def _weekday_mismatch(reading: DateReading) -> str:
    said = weekday_said(_analysis(reading), reading)
    return (
        f"{_quoted(reading.text)} is read as {_found(reading)} But the text says {said}."
        " Check which of the two is right."
    )


def _future(reading: DateReading) -> str:
    return f"{_quoted(reading.text)} is read as {_found(reading)} That is in the future. Check the year."


_PROBLEMS: Final = {
    Problem.IMPOSSIBLE: _impossible,
    Problem.NEEDS_CONTEXT: _needs_context,
    Problem.NOT_A_DATE: _not_a_date,
    Problem.AMBIGUOUS: _ambiguous,
    Problem.WEEKDAY_MISMATCH: _weekday_mismatch,
    Problem.FUTURE: _future,
}
