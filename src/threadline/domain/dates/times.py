"""Read a cell of a time column, and join it to the date of its row."""

import re
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Final

from threadline.domain.dates import kinds
from threadline.domain.dates.analysis import AHEAD
from threadline.domain.dates.calendar import ONE_DAY
from threadline.domain.dates.clock import Clock, clock_at, in_part_of_day
from threadline.domain.dates.kinds import Lexeme
from threadline.domain.dates.lexer import lex
from threadline.domain.dates.normalise import normalise
from threadline.domain.dates.reading import DateReading, Precision, Problem, TimeReading

MINUTES_IN_DAY: Final = 1440
_MOST_LEXEMES: Final = 40
_BLANK: Final = frozenset(
    (
        "", "-", "--", "?", "??", "n/a", "na", "n/k", "nk", "n/r", "nr", "unknown", "not known", "not recorded", "tbc",
        "none", "nil", "not stated", "unrecorded", "time unknown", "time not recorded", "no time", "not given", "blank",
        "unspecified", "not specified", "various", "all day", "time not known", "time not stated", "no time recorded",
    )
)  # fmt: skip
_FRACTION: Final = re.compile(r"(?:[0-9]{5})?0?\.[0-9]{1,20}|[0-9]{5}\.[0-9]{1,20}|1900-01-00")
_ZERO: Final = re.compile(r"0(?:\.0+)?")
_SPREADSHEET_EPOCH: Final = frozenset((date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1)))
_NEUTRAL: Final = frozenset((kinds.COMMA, kinds.STOP, kinds.MARK, kinds.DASH, kinds.APOSTROPHE, kinds.ASIDE))
_TRAILING: Final = _NEUTRAL | {kinds.WORD, kinds.RELATIVE}


def read_time(text: str) -> TimeReading:
    """Read a cell of a time column: `1435`, `14.30`, `2pm`, `9.30-10.15am`, `morning`, `overnight`, `0.604166`.

    An empty cell, "unknown" and the like have no times and no problem. A time that cannot be (`25:00`) gives no times
    and IMPOSSIBLE; one that may be before or after noon (`9`) AMBIGUOUS; words that are no time NOT_A_DATE.
    """
    plain = normalise(text)
    if plain is None:
        return TimeReading(text, None, None, Problem.NOT_A_DATE)
    if plain in _BLANK or _ZERO.fullmatch(plain):
        return TimeReading(text, None, None)
    if _FRACTION.fullmatch(plain):
        return _fraction(text, plain)
    lexemes = lex(plain)[:_MOST_LEXEMES]
    return _from_lexemes(text, [*lexemes, *AHEAD])


def from_time(value: time | timedelta | float) -> TimeReading:
    """The reading of a real time cell of a spreadsheet: a clock time, a duration from midnight, or a fraction of a day.

    Midnight and nought are no time, as spreadsheets write them for an empty cell; the text is the ISO form.
    """
    if isinstance(value, time):
        minutes = value.hour * 60 + value.minute
    elif isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60) % MINUTES_IN_DAY
    else:
        minutes = round(value % 1 * MINUTES_IN_DAY) % MINUTES_IN_DAY
    clock = time(*divmod(minutes, 60))
    return TimeReading(clock.isoformat("minutes"), clock if minutes else None, None)


def _fraction(text: str, plain: str) -> TimeReading:
    """A fraction of a day; two decimals that could also be minutes are asked about."""
    decimals = plain.partition(".")[2]
    if len(decimals) == 2 and int(decimals) < 60:
        return TimeReading(text, None, None, Problem.AMBIGUOUS)
    minutes = round(float("0." + decimals) * MINUTES_IN_DAY) % MINUTES_IN_DAY
    return TimeReading(text, time(*divmod(minutes, 60)), None)


def _from_lexemes(text: str, lexemes: list[Lexeme]) -> TimeReading:
    clock: Clock | None = None
    parts: set[int] = set()
    night = approximate = doubtful = words = False
    place = 0
    while lexemes[place].kind != kinds.END:
        here = lexemes[place]
        found = _bare_hour(lexemes, place) or clock_at(lexemes, place)
        if found is not None:
            doubtful = doubtful or clock is not None
            clock, place = found
            continue
        if here.kind == kinds.DAY_PART:
            parts.add(here.numbers[0])
        elif here.kind in (kinds.NIGHT, kinds.OVERNIGHT):
            night = True
        elif here.kind == kinds.APPROX:
            approximate = True
        elif here.kind == kinds.DAY:
            doubtful = doubtful or here.mark != "" or date(*here.numbers) not in _SPREADSHEET_EPOCH
        elif clock is None and here.kind not in _NEUTRAL:
            words = True
        elif here.kind not in _TRAILING:
            doubtful = True
        place += 1
    return _reading(text, in_part_of_day(clock, parts), (night, approximate, doubtful, words))


def _bare_hour(lexemes: list[Lexeme], place: int) -> tuple[Clock, int] | None:
    """`14` alone is two in the afternoon; `9` may be either half of the day; `930` is half past nine."""
    here = lexemes[place]
    alone = lexemes[place + 1].kind == kinds.END and not any(lexeme.kind == kinds.WORD for lexeme in lexemes[:place])
    if here.kind != kinds.NUMBER or not alone:
        return None
    hour = here.numbers[0]
    if hour > 23:
        return Clock(problem=Problem.IMPOSSIBLE), place + 1
    if 0 < hour <= 12:
        return Clock(problem=Problem.AMBIGUOUS, open_half=hour), place + 1
    return Clock(time(hour)), place + 1


def _reading(text: str, clock: Clock | None, marks: tuple[bool, bool, bool, bool]) -> TimeReading:
    night, approximate, doubtful, words = marks
    if clock is None:
        problem = None if night else Problem.NOT_A_DATE
        return TimeReading(text, None, None, problem, over_midnight=night, approximate=approximate)
    problem = clock.problem or (Problem.AMBIGUOUS if doubtful or words else None)
    times = (None, None) if doubtful else (clock.time_from, clock.time_to)
    over = clock.over_midnight and not doubtful
    return TimeReading(text, *times, problem, over, approximate or clock.approximate)


def combine(day: DateReading, clock: TimeReading) -> DateReading:
    """The date column and the time column of one row as one reading; the text stays the date's.

    A span of hours over midnight, and "overnight", make an exact day the range of that day and the next. Where both
    cells have a time, the time column's is kept, and asked about where they differ. Words in the time column are no
    problem of the date.
    """
    problem = day.problem
    own = (day.time_from, day.time_to)
    given = (clock.time_from, clock.time_to)
    if given == (None, None):
        given = own
    elif own not in ((None, None), given):
        problem = problem or Problem.AMBIGUOUS
    if problem in (None, Problem.WEEKDAY_MISMATCH, Problem.FUTURE, Problem.AMBIGUOUS) and clock.problem in (
        Problem.IMPOSSIBLE,
        Problem.AMBIGUOUS,
    ):
        problem = clock.problem
    exact = day.precision in (Precision.EXACT, Precision.APPROXIMATE)
    if clock.over_midnight and exact and day.latest is not None and day.latest < date.max:
        day = replace(day, latest=day.latest + ONE_DAY, precision=Precision.RANGE)
    return replace(day, time_from=given[0], time_to=given[1], problem=problem)
