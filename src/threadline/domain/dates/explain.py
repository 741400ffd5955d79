"""One plain sentence on how a text was read, or why it was not and what to do."""

from datetime import date, time
from typing import Final

from threadline.domain.dates import kinds, shapes
from threadline.domain.dates.analysis import AHEAD, Analysis, analyse
from threadline.domain.dates.around import Around
from threadline.domain.dates.calendar import FIRST_YEAR, LAST_YEAR, MONTH_DAYS, days_in
from threadline.domain.dates.months import MONTHS, WEEKDAYS
from threadline.domain.dates.normalise import normalise
from threadline.domain.dates.reading import DateReading, Precision, Problem, Qualifier
from threadline.domain.dates.units import Unit

_SHOWN: Final = 60
_HOW: Final = {
    Precision.EXACT: "{days}",
    Precision.APPROXIMATE: "about {days}",
    Precision.RANGE: "{days}",
    Precision.WEEK: "the week {days}",
    Precision.PART_MONTH: "part of a month, taken as {days}",
    Precision.MONTH: "the whole month, {days}",
    Precision.PART_YEAR: "part of a year, taken as {days}",
    Precision.YEAR: "the whole year, {days}",
    Precision.OPEN: "{days}",
}
_WHY: Final = {
    Qualifier.SERIAL: " The cell holds a spreadsheet's day number.",
    Qualifier.REPAIRED: " It was mistyped and has been put right.",
}


def explain(reading: DateReading) -> str:
    """How `reading.text` was read, in one or two plain sentences; with a problem, what to do about it."""
    if reading.problem is None:
        return _quoted(reading.text) + " is read as " + _found(reading)
    return _PROBLEMS[reading.problem](reading)


def _quoted(text: str) -> str:
    plain = " ".join(text.split())
    return f'"{plain[:_SHOWN]}…"' if len(plain) > _SHOWN else f'"{plain}"'


def _found(reading: DateReading) -> str:
    days = _HOW[reading.precision].format(days=_days(reading))
    if reading.qualifier is Qualifier.APPROXIMATE and reading.precision is not Precision.APPROXIMATE:
        days = "about " + days
    why = _WHY.get(reading.qualifier, "") if reading.qualifier else ""
    return days + _times(reading) + "." + why


def _days(reading: DateReading) -> str:
    first, last = reading.earliest, reading.latest
    if first is None and last is not None:
        return f"{_day(last)} or earlier"
    if first is not None and last is None:
        return f"{_day(first)} or later"
    if first is None or last is None:
        return ""
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()].title()} {day.day} {MONTHS[day.month - 1].title()} {day.year}"


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
    units = [] if expression is None else [unit for unit in (expression.first, expression.last) if unit is not None]
    for unit in units:
        reason = _no_such_day(unit)
        if reason:
            return f"{text} is not a date: {reason}. Check the source and correct it."
    return f"{text} runs backwards: it ends before it begins. Check the source and correct it."


def _no_such_day(unit: Unit) -> str:
    if unit.shape == shapes.QUARTER:
        return "" if 1 <= unit.part <= 4 else "a year has four quarters"
    if unit.shape in (shapes.FINANCIAL, shapes.ACADEMIC) and unit.impossible:
        return "the second year must be the one after the first"
    month, day = unit.month or 0, unit.day or 0
    if not 1 <= month <= 12:
        return f"there is no month {month}" if unit.month is not None else ""
    if unit.shape == shapes.DAY and not 1 <= day <= days_in(unit.year, month):
        leap = f" in {unit.year}" if month == 2 and unit.year and day <= MONTH_DAYS[2] else ""
        return f"{MONTHS[month - 1].title()} has {days_in(unit.year, month)} days{leap}"
    return ""


def _needs_context(reading: DateReading) -> str:
    text = _quoted(reading.text)
    expression = _analysis(reading).expression
    if expression is not None and expression.first.shape != shapes.SAME:
        return f"{text} has no year. Add the year, or say which year the rows belong to."
    return f"{text} rests on the date of another row, and that date is not known. Type the date."


def _not_a_date(reading: DateReading) -> str:
    if not reading.text.strip():
        return "The cell is empty. Type the date, or leave it if the source does not give one."
    if reading.time_from is not None or reading.time_to is not None:
        return f"{_quoted(reading.text)} gives a time{_times(reading)} but no date. Type the date."
    return f"{_quoted(reading.text)} is not a date. Type the date, or leave it if the source does not give one."


def _ambiguous(reading: DateReading) -> str:
    text = _quoted(reading.text)
    if reading.is_dated:
        found = f"{text} is read as {_found(reading)} It could mean something else: {_doubt(reading)}"
        return f"{found} Confirm or correct it."
    return f"{text} could be more than one date: {_doubt(reading)} Type the date that is meant."


def _doubt(reading: DateReading) -> str:
    for lexeme in _analysis(reading).lexemes:
        if lexeme.mark == kinds.SWAPPED:
            return "days are read before months, and the text fits only the other way round."
        if lexeme.mark == kinds.BAD_YEAR:
            return f"its year is not one from {FIRST_YEAR} to {LAST_YEAR}."
        if lexeme.mark == kinds.MIDNIGHT_24:
            return "24:00 may be the midnight before or after."
        if lexeme.kind == kinds.YEAR_PAIR:
            return "two years together may be a financial year, a school year or two whole years."
    return "the words or numbers around it may change the date."


def _weekday_mismatch(reading: DateReading) -> str:
    return (
        f"{_quoted(reading.text)} is read as {_found(reading)} The weekday in the text is another one."
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
