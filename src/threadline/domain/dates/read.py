"""Read one date cell: the only way in from a text, or a real spreadsheet date, to a reading."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Final

from threadline.domain.dates import kinds
from threadline.domain.dates.analysis import analyse
from threadline.domain.dates.calendar import is_year, serial_day
from threadline.domain.dates.clock import Clock, only_times
from threadline.domain.dates.kinds import Lexeme
from threadline.domain.dates.normalise import normalise
from threadline.domain.dates.outcome import reading_of
from threadline.domain.dates.reading import DateReading, Precision, Problem, Qualifier

_SERIAL: Final = re.compile(r"([0-9]{5})(\.[0-9]{1,20})?")
_COMPACT_WITHOUT_CENTURY: Final = 6
_WRAPPERS: Final = {"(": ")", "[": "]", "{": "}", '"': '"', "'": "'"}


def read(text: str, *, previous: date | None = None, year: int | None = None, today: date | None = None) -> DateReading:
    """Read a cell of a date column as UK agencies write it, day first; never raises, never guesses silently.

    `previous` is the day of the row above, for "ditto" and "as above"; `year` the year that a table or heading gives
    to days written without one; `today` the day after which a date is marked as in the future (no check without it).
    What cannot be told gives no days and a problem. A cell of more than 400 characters is prose and is not searched.
    """
    plain = normalise(text)
    if plain is None:
        return _undated(text, Problem.NOT_A_DATE, None)
    if plain[:1] in _WRAPPERS:
        plain = _unwrapped(plain)
    reading = _serial(text, plain) if plain[:5].isdigit() else None
    if reading is None:
        found = analyse(plain)
        if found.expression is None:
            return _undated(text, _why_undated(found.lexemes), only_times(found.lexemes))
        reading = reading_of(text, found.expression, found, _within(previous), year if is_year(year) else None)
    return reading if today is None else _checked(reading, today)


def _unwrapped(plain: str) -> str:
    """A text without the brackets or quotation marks around all of it, or the apostrophe that a spreadsheet hides."""
    first, inside, last = plain[:1], plain[1:-1].strip(), _WRAPPERS[plain[:1]]
    if inside and plain.endswith(last) and _is_whole(inside, first, last):
        return inside
    return plain[1:] if first == "'" and inside else plain


def _is_whole(inside: str, first: str, last: str) -> bool:
    """Whether brackets or quotation marks inside a pair open and close there, so that the outer two belong together."""
    depth = 0
    for letter in inside:
        depth += (letter == first) - (letter == last)
        if depth < 0 or (first == last and letter == first):
            return False
    return depth == 0


def _within(previous: date | None) -> date | None:
    """The day above, unless it is no day that a record can have (template notes are dated in the year 100)."""
    return previous if previous is not None and is_year(previous.year) else None


def from_date(value: date | datetime, *, today: date | None = None) -> DateReading:
    """The reading of a real date cell of a spreadsheet; midnight is no time. Its text is the ISO form."""
    day = value.date() if isinstance(value, datetime) else value
    clock = value.time().replace(second=0, microsecond=0) if isinstance(value, datetime) else time(0)
    known = clock if clock != time(0) else None
    text = f"{day.isoformat()}T{known:%H:%M}" if known is not None else day.isoformat()
    reading = DateReading(text, day, day, known, None, Precision.EXACT)
    return reading if today is None else _checked(reading, today)


def _checked(reading: DateReading, today: date) -> DateReading:
    """The same reading, marked where it begins (or, open at that end, where it ends) after today."""
    begins = reading.earliest or reading.latest
    if begins is None or begins <= today or reading.problem is not None:
        return reading
    return replace(reading, problem=Problem.FUTURE)


def _serial(text: str, plain: str) -> DateReading | None:
    """A spreadsheet serial number, the part after the point being the time of day."""
    match = _SERIAL.fullmatch(plain)
    day = serial_day(int(match[1])) if match is not None else None
    if match is None or day is None:
        return None
    minutes = round(float(match[2]) * 1440) % 1440 if match[2] else 0
    clock = time(*divmod(minutes, 60)) if minutes else None
    return DateReading(text, day, day, clock, None, Precision.EXACT, Qualifier.SERIAL)


def _undated(text: str, problem: Problem, clock: Clock | None) -> DateReading:
    time_from, time_to = (clock.time_from, clock.time_to) if clock is not None else (None, None)
    return DateReading(text, None, None, time_from, time_to, Precision.UNKNOWN, None, problem)


def _why_undated(lexemes: Sequence[Lexeme]) -> Problem:
    """Words are not a date; "next day" and "the 3rd" lean on another row; six digits alone are a question."""
    words = any(lexeme.kind == kinds.WORD for lexeme in lexemes)
    for lexeme in lexemes:
        if lexeme.mark == "next" or (lexeme.kind == kinds.ORDINAL and not words):
            return Problem.NEEDS_CONTEXT
    first = lexemes[0]
    alone = first.kind == kinds.DIGITS and lexemes[1].kind == kinds.END
    return Problem.AMBIGUOUS if alone and len(first.mark) == _COMPACT_WITHOUT_CENTURY else Problem.NOT_A_DATE
