"""Days as the calendar has them."""

from datetime import date, timedelta
from typing import Final

MONTH_DAYS: Final = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
ONE_DAY: Final = timedelta(days=1)
FIRST_YEAR: Final = 1850
LAST_YEAR: Final = 2149
SERIAL_ZERO: Final = date(1899, 12, 30)
FIRST_SERIAL: Final = 35000
LAST_SERIAL: Final = 50000


def full_year(digits: str) -> int:
    """Two digits by the window 1950 to 2049, four as they stand; 0 where the digits are no year a record can have."""
    if len(digits) == 2:
        short = int(digits)
        return short + (2000 if short < 50 else 1900)
    year = int(digits) if len(digits) == 4 else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else 0


def is_year(year: int | None) -> bool:
    """Whether a year is one that a record can have."""
    return year is not None and FIRST_YEAR <= year <= LAST_YEAR


def days_in(year: int | None, month: int) -> int:
    """Days in a month; February has 29 where the year is not known."""
    if month == 2 and year is not None and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)):
        return 28
    return MONTH_DAYS[month]


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has such a day (in some year, where the year is not known)."""
    return 1 <= month <= 12 and 1 <= day <= days_in(year, month)


def serial_day(number: int) -> date | None:
    """The day of a spreadsheet serial number from 35000 to 50000 (1900 system, 42005 is 1 January 2015), else None."""
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        return SERIAL_ZERO + timedelta(days=number)
    return None
