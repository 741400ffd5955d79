"""From a text taken apart to its reading: the days, the times, and the one problem that matters most."""

from datetime import date
from typing import Final

from threadline.domain.dates import shapes
from threadline.domain.dates.analysis import AHEAD, Analysis
from threadline.domain.dates.around import Around
from threadline.domain.dates.calendar import ONE_DAY
from threadline.domain.dates.clock import Clock, in_part_of_day, only_times
from threadline.domain.dates.kinds import Lexeme
from threadline.domain.dates.placing import UNDECIDED, Placed, place
from threadline.domain.dates.reading import DateReading, Precision, Problem, Qualifier
from threadline.domain.dates.spans import Expression
from threadline.domain.dates.units import weekday_fits

# Looked up once: reaching a member through its class costs more than the rest of a line.
_EXACT, _RANGE, _AMBIGUOUS = Precision.EXACT, Precision.RANGE, Problem.AMBIGUOUS
# A clock time beside a whole month or more: one of the two is likely misread.
_OF_DAYS: Final = frozenset((shapes.DAY, shapes.SAME, shapes.NONE))
_RANK: Final = {problem: rank for rank, problem in enumerate(Problem)}


def reading_of(
    text: str, expression: Expression, found: Analysis, previous: date | None, year: int | None
) -> DateReading:
    """The reading of a text that holds a date, with the day above and the year it may lean on."""
    around = found.around
    if around.week and expression.last is None and not expression.first.week:
        expression.first.week = around.week
    _take_weekdays(expression, around)
    loose_year = expression.first.year is None and found.has_loose_year()
    placed = place(expression, previous=previous, year=year)
    clock = _clock(expression, around)
    problems = _problems(expression, placed, clock)
    lost = around.lost or (around.bound in ("before", "after") and clock is not None and clock.time_from is not None)
    if lost and placed.earliest is not None:
        placed = UNDECIDED
    if around.overnight or (clock is not None and clock.over_midnight):
        placed, either_night = _widened(placed, clock)
        loose_year = loose_year or either_night
    if lost or loose_year or around.doubtful or (clock is not None and expression.first.shape not in _OF_DAYS):
        problems.append(_AMBIGUOUS)
    earliest, latest, precision, qualifier = _qualified(placed, expression, around)
    problem = min(problems, key=_RANK.__getitem__) if problems else None
    if clock is None or around.lost:
        return DateReading(text, earliest, latest, None, None, precision, qualifier, problem)
    return DateReading(text, earliest, latest, clock.time_from, clock.time_to, precision, qualifier, problem)


def _take_weekdays(expression: Expression, around: Around) -> None:
    """A weekday beside the date, checked against its first day; a second one against its last."""
    if not around.weekdays:
        return
    for unit, weekday in zip((expression.first, expression.last), around.weekdays, strict=False):
        if unit is None or unit.shape != shapes.DAY or (unit.weekday is not None and unit.weekday != weekday):
            around.doubtful = True
        else:
            unit.weekday = weekday


def _clock(expression: Expression, around: Around) -> Clock | None:
    """The times of the text; those that stand at the ends of a span come first."""
    around_it = around.clock
    if expression.clock_from is None and expression.clock_to is None:
        return in_part_of_day(around_it, around.day_parts) if around.day_parts else around_it
    begin, end = _clock_of(expression.clock_from), _clock_of(expression.clock_to)
    if begin is None:
        begin = around_it
    elif end is None:
        end = around_it
    problem = next((clock.problem for clock in (begin, end) if clock is not None and clock.problem), None)
    return Clock(begin.time_from if begin else None, end.time_from if end else None, problem)


def _clock_of(lexeme: Lexeme | None) -> Clock | None:
    return None if lexeme is None else only_times((lexeme, *AHEAD))


def _problems(expression: Expression, placed: Placed, clock: Clock | None) -> list[Problem]:
    problems = []
    if placed.problem is not None:
        problems.append(placed.problem)
    if clock is not None and clock.problem is not None:
        problems.append(clock.problem)
    if placed.doubtful:
        problems.append(_AMBIGUOUS)
    last = expression.last
    if placed.earliest is not None and not (weekday_fits(expression.first) and (last is None or weekday_fits(last))):
        problems.append(Problem.WEEKDAY_MISMATCH)
    return problems


def _widened(placed: Placed, clock: Clock | None) -> tuple[Placed, bool]:
    """Hours over midnight, and a night, end on the next day; a night given by one day may be either of two."""
    over = clock is not None and clock.over_midnight
    if placed.latest is None:
        return placed, False
    if placed.precision is _EXACT:
        return Placed(placed.earliest, placed.latest + ONE_DAY, _RANGE), not over
    return placed, over and placed.precision is _RANGE


def _qualified(
    placed: Placed, expression: Expression, around: Around
) -> tuple[date | None, date | None, Precision, Qualifier | None]:
    """Open ends, and the qualifier: open before approximate before repaired."""
    earliest, latest, precision = placed.earliest, placed.latest, placed.precision
    if earliest is None or latest is None:
        return None, None, precision, None
    first, last = expression.first, expression.last or expression.first
    if around.bound and not (around.bound_word == "from" and expression.last is not None):
        return _opened(earliest, latest, around.bound)
    if around.approximate or first.approximate or last.approximate:
        blurred = Precision.APPROXIMATE if precision is _EXACT else precision
        return earliest, latest, blurred, Qualifier.APPROXIMATE
    repaired = around.repaired or first.repaired or last.repaired
    return earliest, latest, precision, Qualifier.REPAIRED if repaired else None


def _opened(earliest: date, latest: date, bound: str) -> tuple[date | None, date | None, Precision, Qualifier]:
    """Before X ends on the day before X begins; after X begins on the day after X ends; since and until include X."""
    ends: dict[str, tuple[date | None, date | None]] = {
        "before": (None, earliest - ONE_DAY),
        "after": (latest + ONE_DAY, None),
        "since": (earliest, None),
        "until": (None, latest),
    }
    return *ends[bound], Precision.OPEN, Qualifier(bound)
