"""Calendar units: a day, a month, a season and so on, perhaps lacking a year, and the days they cover."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from threadline.domain.dates import shapes
from threadline.domain.dates.calendar import days_in
from threadline.domain.dates.phrases import COMMENCING, MID, WINTER
from threadline.domain.dates.reading import Precision

Extent = tuple[date, date, Precision]
SEASON_STARTS: Final = (3, 6, 9, 12)
PART_DAYS: Final = ((1, 10), (11, 20))
PART_MONTHS: Final = ((1, 4), (5, 8), (9, 12))
_EXACT: Final = Precision.EXACT
_WEEK_MORE: Final = timedelta(days=6)


@dataclass(slots=True)
class Unit:
    """One unit as written; `part` is the part, season or quarter; `week` 1 for week commencing, -1 for week ending."""

    shape: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: int = 0
    week: int = 0
    weekday: int | None = None
    repaired: bool = False
    approximate: bool = False
    doubtful: bool = False
    """The days are kept, but another reading is possible: a person should look."""
    impossible: bool = False

    @property
    def lacks_year(self) -> bool:
        """Whether only the year keeps the unit from having an extent."""
        return self.year is None and self.shape != shapes.NONE and not self.impossible


class NoSuchDay(Exception):
    """The calendar has no such day."""


def extent(unit: Unit, year: int) -> Extent:
    """First day, last day and precision of a unit in a year. Raises NoSuchDay."""
    shape, month = unit.shape, unit.month or 1
    if shape == shapes.DAY:
        return _day(year, month, unit.day or 0, unit.week)
    if shape == shapes.MONTH:
        return date(year, month, 1), date(year, month, days_in(year, month)), Precision.MONTH
    if shape == shapes.PART_MONTH:
        first, last = PART_DAYS[unit.part] if unit.part <= MID else (21, days_in(year, month))
        return date(year, month, first), date(year, month, last), Precision.PART_MONTH
    if shape == shapes.YEAR:
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR
    return _long_extent(shape, year, unit.part)


def _day(year: int, month: int, day: int, week: int) -> Extent:
    try:
        exact = date(year, month, day)
    except ValueError:
        raise NoSuchDay from None
    if not week:
        return exact, exact, _EXACT
    if week == COMMENCING:
        return exact, exact + _WEEK_MORE, Precision.WEEK
    return exact - _WEEK_MORE, exact, Precision.WEEK


def _long_extent(shape: str, year: int, part: int) -> Extent:
    if shape == shapes.FINANCIAL:
        return date(year, 4, 1), date(year + 1, 3, 31), Precision.YEAR
    if shape == shapes.ACADEMIC:
        return date(year, 9, 1), date(year + 1, 8, 31), Precision.YEAR
    if shape == shapes.PART_YEAR:
        first, last = PART_MONTHS[part]
    elif shape == shapes.QUARTER:
        first, last = part * 3 - 2, part * 3
    else:
        first = SEASON_STARTS[part]
        last = first + 2 if part != WINTER else 2
    end_year = year + 1 if last < first else year
    return date(year, first, 1), date(end_year, last, days_in(end_year, last)), Precision.PART_YEAR


def weekday_fits(unit: Unit) -> bool:
    """Whether the weekday written beside a day that has been placed is the calendar's; one without always fits."""
    if unit.weekday is None or unit.year is None or unit.month is None or unit.day is None:
        return True
    return date(unit.year, unit.month, unit.day).weekday() == unit.weekday
