"""Read one date cell: the only way in from a text to a reading."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from threadline.domain.dates import kinds
from threadline.domain.dates.around import Around, look_around, only_times
from threadline.domain.dates.calendar import ONE_DAY, serial_day
from threadline.domain.dates.clock import Clock, in_part_of_day
from threadline.domain.dates.kinds import NOTHING, Lexeme
from threadline.domain.dates.lexer import lex
from threadline.domain.dates.normalise import normalise
from threadline.domain.dates.placing import UNDECIDED, Placed, place
from threadline.domain.dates.reading import DateReading, Precision, Problem, Qualifier
from threadline.domain.dates.spans import Expression, strong, weak
from threadline.domain.dates.units import Shape, Unit, weekday_fits

MOST_LEXEMES: Final = 120
_SERIAL: Final = re.compile(r"([0-9]{5})(\.[0-9]{1,20})?")
_STARTS: Final = frozenset(
    (
        kinds.DAY,
        kinds.UNKNOWN_DAY,
        kinds.PAIR,
        kinds.NUMBER,
        kinds.ORDINAL,
        kinds.MONTH,
        kinds.MONTH_YEAR,
        kinds.YEAR,
        kinds.YEAR_PAIR,
        kinds.YEAR_KIND,
        kinds.WEEKDAY,
        kinds.SEASON,
        kinds.QUARTER,
        kinds.PART,
        kinds.WEEK,
        kinds.BETWEEN,
        kinds.APPROX,
        kinds.DITTO,
        kinds.RELATIVE,
    )
)
_RANK: Final = {problem: rank for rank, problem in enumerate(Problem)}


@dataclass(frozen=True, slots=True)
class Analysis:
    """How a text was taken apart; `expression` is None where it holds no date."""

    lexemes: tuple[Lexeme, ...]
    expression: Expression | None = None
    around: Around | None = None


def read(text: str, *, previous: date | None = None, year: int | None = None, today: date | None = None) -> DateReading:
    """Read a cell of a date column as UK agencies write it, day first; never raises, never guesses silently.

    `previous` is the day of the row above, for "ditto" and "as above"; `year` the year that a table or heading gives
    to days written without one; `today` the day after which a date is marked as in the future (no check without it).
    What cannot be told gives no days and a problem. A cell of more than 400 characters is prose and is not searched.
    """
    plain = normalise(text)
    if plain is None:
        return _undated(text, Problem.NOT_A_DATE, None)
    serial = _serial(text, plain)
    if serial is not None:
        return _with_future(serial, today)
    found = analyse(plain)
    if found.expression is None or found.around is None:
        return _undated(text, _why_undated(found.lexemes), only_times((*found.lexemes, NOTHING, NOTHING, NOTHING)))
    return _with_future(_reading(text, found.expression, found.around, previous, year), today)


def analyse(plain: str) -> Analysis:
    """Take a normalised text apart."""
    lexemes = lex(plain)
    if len(lexemes) > MOST_LEXEMES:
        return Analysis(())
    closed = [*lexemes, NOTHING, NOTHING, NOTHING, NOTHING]
    expression = _expression(closed, len(lexemes))
    if expression is None:
        return Analysis(tuple(lexemes))
    return Analysis(tuple(lexemes), expression, look_around(closed, expression))


def _expression(lexemes: list[Lexeme], count: int) -> Expression | None:
    for position in range(count):
        if lexemes[position].kind in _STARTS:
            found = strong(lexemes, position)
            if found is not None:
                return found
    return weak(lexemes) or _quoted_ditto(lexemes, count)


def _quoted_ditto(lexemes: list[Lexeme], count: int) -> Expression | None:
    """A ditto mark, alone or with a time."""
    for position in range(count):
        lexeme = lexemes[position]
        if lexeme.kind == kinds.WORD:
            return None
        if lexeme.kind == kinds.DITTO and lexeme.mark == "quote":
            return Expression(position, position + 1, Unit(Shape.SAME))
    return None


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
    times = (clock.time_from, clock.time_to) if clock is not None else (None, None)
    return DateReading(text, None, None, *times, Precision.UNKNOWN, None, problem)


def _why_undated(lexemes: tuple[Lexeme, ...]) -> Problem:
    """Words are not a date; "next day" and "the 3rd" lean on another row; six digits are a question."""
    for lexeme in lexemes:
        if lexeme.mark == "next" or lexeme.kind == kinds.ORDINAL:
            return Problem.NEEDS_CONTEXT
    if len(lexemes) == 1 and lexemes[0].kind == kinds.DIGITS and len(lexemes[0].mark) == 6:
        return Problem.AMBIGUOUS
    return Problem.NOT_A_DATE


def _reading(text: str, expression: Expression, around: Around, previous: date | None, year: int | None) -> DateReading:
    if around.week and expression.last is None and not expression.first.week:
        expression.first.week = around.week
    _take_weekdays(expression, around)
    placed = place(expression, previous=previous, year=year)
    clock = _clock(expression, around)
    problems = _problems(expression, around, placed, clock)
    if around.lost or (around.bound in ("before", "after") and clock is not None and clock.time_from is not None):
        placed = UNDECIDED if placed.earliest else placed
        problems.append(Problem.AMBIGUOUS)
    placed, doubtful = _widened(placed, around, clock)
    if doubtful:
        problems.append(Problem.AMBIGUOUS)
    earliest, latest, precision, qualifier = _bounded(placed, expression, around)
    times = (clock.time_from, clock.time_to) if clock is not None else (None, None)
    problem = min(problems, key=_RANK.__getitem__, default=None)
    return DateReading(text, earliest, latest, *times, precision, qualifier, problem)


def _take_weekdays(expression: Expression, around: Around) -> None:
    """A weekday beside the date, checked against its first day; a second one against its last."""
    for unit, weekday in zip((expression.first, expression.last), around.weekdays, strict=False):
        if unit is None or unit.shape is not Shape.DAY or (unit.weekday is not None and unit.weekday != weekday):
            around.doubtful = True
        else:
            unit.weekday = weekday


def _clock(expression: Expression, around: Around) -> Clock | None:
    ends = [around.clock.time_from if around.clock else None, around.clock.time_to if around.clock else None]
    if expression.clock_from is None and expression.clock_to is None:
        return in_part_of_day(around.clock, around.day_parts)
    singles = [_clock_of(lexeme) for lexeme in (expression.clock_from, expression.clock_to)]
    problem = next((clock.problem for clock in singles if clock is not None and clock.problem), None)
    begin = singles[0].time_from if singles[0] is not None else ends[0]
    end = singles[1].time_from if singles[1] is not None else ends[1]
    return Clock(begin, end, problem)


def _clock_of(lexeme: Lexeme | None) -> Clock | None:
    return None if lexeme is None else only_times((lexeme, NOTHING, NOTHING, NOTHING, NOTHING))


def _problems(expression: Expression, around: Around, placed: Placed, clock: Clock | None) -> list[Problem]:
    problems = [problem for problem in (placed.problem, clock.problem if clock is not None else None) if problem]
    if around.doubtful or placed.doubtful:
        problems.append(Problem.AMBIGUOUS)
    if placed.earliest is not None:
        units = [expression.first] if expression.last is None else [expression.first, expression.last]
        if not all(weekday_fits(unit) for unit in units):
            problems.append(Problem.WEEKDAY_MISMATCH)
    return problems


def _widened(placed: Placed, around: Around, clock: Clock | None) -> tuple[Placed, bool]:
    """Hours over midnight, and a night, end on the next day; a night given by one day may be either of two."""
    if placed.latest is None:
        return placed, False
    over = clock is not None and clock.over_midnight
    single = placed.precision is Precision.EXACT
    if single and (over or around.overnight):
        return Placed(placed.earliest, placed.latest + ONE_DAY, Precision.RANGE), not over
    return placed, over and placed.precision is Precision.RANGE


def _bounded(
    placed: Placed, expression: Expression, around: Around
) -> tuple[date | None, date | None, Precision, Qualifier | None]:
    earliest, latest, precision = placed.earliest, placed.latest, placed.precision
    if earliest is None or latest is None:
        return None, None, precision, None
    if around.bound and not (around.bound_word == "from" and expression.last is not None):
        ends = {
            "before": (None, earliest - ONE_DAY),
            "after": (latest + ONE_DAY, None),
            "since": (earliest, None),
            "until": (None, latest),
        }
        return *ends[around.bound], Precision.OPEN, Qualifier(around.bound)
    units = [unit for unit in (expression.first, expression.last) if unit is not None]
    if around.approximate or any(unit.approximate for unit in units):
        return (
            earliest,
            latest,
            Precision.APPROXIMATE if precision is Precision.EXACT else precision,
            Qualifier.APPROXIMATE,
        )
    repaired = around.repaired or any(unit.repaired for unit in units)
    return earliest, latest, precision, Qualifier.REPAIRED if repaired else None


def _with_future(reading: DateReading, today: date | None) -> DateReading:
    """The same reading, marked where it begins (or, open at that end, where it ends) after today."""
    begins = reading.earliest or reading.latest
    if today is None or begins is None or begins <= today or reading.problem is not None:
        return reading
    return DateReading(
        reading.text,
        reading.earliest,
        reading.latest,
        reading.time_from,
        reading.time_to,
        reading.precision,
        reading.qualifier,
        Problem.FUTURE,
    )


def from_date(value: date | datetime, *, today: date | None = None) -> DateReading:
    """The reading of a real date cell of a spreadsheet; midnight is no time. Its text is the ISO form."""
    day = value.date() if isinstance(value, datetime) else value
    clock = value.time().replace(second=0, microsecond=0, tzinfo=None) if isinstance(value, datetime) else time(0)
    known = clock if clock != time(0) else None
    text = f"{day.isoformat()}T{known:%H:%M}" if known is not None else day.isoformat()
    return _with_future(DateReading(text, day, day, known, None, Precision.EXACT), today)
