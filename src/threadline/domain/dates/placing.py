"""Placing an expression in the calendar: which days, how exactly, and what stops it."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from threadline.domain.dates import shapes
from threadline.domain.dates.calendar import ONE_DAY
from threadline.domain.dates.reading import Precision, Problem
from threadline.domain.dates.spans import Expression
from threadline.domain.dates.units import Extent, NoSuchDay, Unit, extent

_LONGEST_OVER_NEW_YEAR: Final = timedelta(days=124)
"""The longest span that is taken to run over New Year where only one of its ends has a year."""
_LONGEST_REPAIRED: Final = timedelta(days=731)
"""The longest span between mistyped days that is believed."""
_FAR_YEARS: Final = 10
_MINUTES: Final = 60


class Placed(NamedTuple):
    """First and last day (both None where `problem` says why not), precision, and whether to ask."""

    earliest: date | None
    latest: date | None
    precision: Precision
    problem: Problem | None = None
    doubtful: bool = False


_EXACT, _RANGE = Precision.EXACT, Precision.RANGE
IMPOSSIBLE: Final = Placed(None, None, Precision.IMPOSSIBLE, Problem.IMPOSSIBLE)
NO_CONTEXT: Final = Placed(None, None, Precision.UNKNOWN, Problem.NEEDS_CONTEXT)
UNDECIDED: Final = Placed(None, None, Precision.UNKNOWN, Problem.AMBIGUOUS)


def place(expression: Expression, *, previous: date | None, year: int | None) -> Placed:
    """The days of an expression, with the year or the day above where the expression leans on them."""
    first, last = expression.first, expression.last
    if first.impossible or (last is not None and last.impossible):
        return IMPOSSIBLE
    if first.shape == shapes.NONE or (last is not None and last.shape == shapes.NONE):
        return UNDECIDED
    if first.shape == shapes.SAME:
        return NO_CONTEXT if previous is None else Placed(previous, previous, _EXACT)
    try:
        if last is None:
            return _single(first, year)
        placed = _span(first, last, expression.adjoining, year)
    except NoSuchDay:
        return IMPOSSIBLE
    if placed.precision is _EXACT and expression.clock_from is None and expression.clock_to is None:
        return placed._replace(doubtful=True)
    return placed


def _single(unit: Unit, year: int | None) -> Placed:
    if unit.year is None:
        if year is None:
            return NO_CONTEXT
        unit.year = year
    earliest, latest, precision = extent(unit, unit.year)
    doubtful = unit.doubtful or (year is not None and _could_be_a_time(unit, year))
    return Placed(earliest, latest, precision, None, doubtful)


def _could_be_a_time(unit: Unit, year: int) -> bool:
    """`3 Feb 1930` in a table of 2015: half past seven in the evening, or a day long before."""
    own = unit.year or year
    return unit.shape == shapes.DAY and abs(own - year) > _FAR_YEARS and own % 100 < _MINUTES


def _span(first: Unit, last: Unit, adjoining: bool, year: int | None) -> Placed:
    doubtful = first.doubtful or last.doubtful
    known = first.year or last.year or year
    if known is None:
        return NO_CONTEXT
    both_written = first.year is not None and last.year is not None
    ends_later = last.year is None
    first.year, last.year = first.year or known, last.year or known
    begin, end = extent(first, first.year), extent(last, last.year)
    if begin[0] > end[0]:
        if both_written:
            return IMPOSSIBLE
        # Only one year is written and the span runs over New Year: the other end is in the year beside it.
        first.year, last.year = (first.year, last.year + 1) if ends_later else (first.year - 1, last.year)
        begin, end, doubtful = extent(first, first.year), extent(last, last.year), True
        if end[1] - begin[0] > _LONGEST_OVER_NEW_YEAR:
            return IMPOSSIBLE
    if (first.repaired or last.repaired) and end[1] - begin[0] > _LONGEST_REPAIRED:
        doubtful = True
    return _from_to(begin, end, adjoining, doubtful)


def _from_to(begin: Extent, end: Extent, adjoining: bool, doubtful: bool) -> Placed:
    if adjoining and begin[1] + ONE_DAY != end[0]:
        return UNDECIDED
    if begin[0] == end[1]:
        return Placed(begin[0], end[1], _EXACT, doubtful=doubtful)
    return Placed(begin[0], end[1], _RANGE, doubtful=doubtful)
