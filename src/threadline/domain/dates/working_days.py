"""England's working days: Monday to Friday, bank holidays left out; and lengths of time counted in them.

The bank holidays are those of the `holidays` package for England. A holiday proclaimed after that package was
released is given as `extra`. A month is counted by the corresponding-date rule (Dodds v Walker, House of Lords 1981):
one month from 31 January ends on the last day of February.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_LONGEST: Final = 9999
_OFFICIAL_NAMES: Final = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}
_LENGTH: Final = re.compile(r"(\d{1,4})\s+(working days?|days?|months?)", re.IGNORECASE)


class Unit(StrEnum):
    """What a length of time is counted in."""

    WORKING_DAYS = "working days"
    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: 0 to 9999 of a unit. Raises ValueError for another amount."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if not 0 <= self.amount <= _LONGEST:
            raise ValueError(f"A length of time is 0 to {_LONGEST} {self.unit}, not {self.amount}")

    def __str__(self) -> str:
        unit = self.unit.value
        return f"{self.amount} {unit[:-1] if self.amount == 1 else unit}"

    @classmethod
    def parse(cls, text: str) -> "Length":
        """Read "5 working days", "14 days" or "1 month". Raises ValueError with what to write instead."""
        found = _LENGTH.fullmatch(text.strip())
        if not found:
            raise ValueError("write a number and its unit, for example “5 working days”, “14 days” or “1 month”")
        unit = found[2].lower()
        return cls(int(found[1]), Unit(unit if unit.endswith("s") else f"{unit}s"))


@lru_cache(maxsize=256)
def bank_holidays(year: int) -> dict[date, str]:
    """England's bank holidays of one year, each day with its name. A substitute day says so."""
    import holidays  # here, since loading it takes longer than most commands that count no working day

    found = holidays.country_holidays("GB", subdiv="ENG", years=year)
    return {day: _official(name) for day, name in sorted(found.items())}


def _official(name: str) -> str:
    plain, observed, _ = name.partition(" (observed)")
    return _OFFICIAL_NAMES.get(plain, plain) + (" (substitute day)" if observed else "")


@lru_cache(maxsize=256)
def _idle_weekdays(year: int) -> frozenset[date]:
    return frozenset(day for day in bank_holidays(year) if day.weekday() < _SATURDAY)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """England's working days, less the days in `extra` (a holiday proclaimed late, an office closed)."""

    extra: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether the day is a weekday, no bank holiday and not in `extra`."""
        return day.weekday() < _SATURDAY and day not in _idle_weekdays(day.year) and day not in self.extra

    def on_or_after(self, day: date) -> date:
        """The day itself where it is a working day, else the next one."""
        while not self.is_working(day):
            day += _DAY
        return day

    def on_or_before(self, day: date) -> date:
        """The day itself where it is a working day, else the one before."""
        while not self.is_working(day):
            day -= _DAY
        return day

    def add(self, day: date, working_days: int) -> date:
        """The working day that many working days after the day (before it, where negative); 0 gives the day itself.

        The day itself is never counted: the first working day after a Friday is Monday.
        """
        step = _DAY if working_days > 0 else -_DAY
        left = abs(working_days)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def between(self, start: date, end: date) -> int:
        """Working days from one day to another: those after `start`, up to and with `end`.

        Negative where `end` is earlier: those from `end`, up to but without `start`. So
        `add(start, between(start, end))` is `end` whenever `end` is a working day.
        """
        if end < start:
            return -self._count(end, start)
        return self._count(start + _DAY, end + _DAY) if end > start else 0

    def _count(self, first: date, stop: date) -> int:
        """Working days from `first` up to but without `stop`."""
        weeks, rest = divmod((stop - first).days, 7)
        weekdays = weeks * 5 + sum((first.weekday() + offset) % 7 < _SATURDAY for offset in range(rest))
        years = range(first.year, stop.year + 1)
        idle = {day for year in years for day in _idle_weekdays(year)} | {
            d for d in self.extra if d.weekday() < _SATURDAY
        }
        return weekdays - sum(first <= day < stop for day in idle)

    def after(self, start: date, length: Length) -> date:
        """The last day of a length of time that starts the day after `start`. Months end on the corresponding date."""
        return self._apply(start, length, 1)

    def before(self, end: date, length: Length) -> date:
        """The day that stands a length of time before `end`."""
        return self._apply(end, length, -1)

    def _apply(self, day: date, length: Length, sign: int) -> date:
        amount = sign * length.amount
        if length.unit is Unit.WORKING_DAYS:
            return self.add(day, amount)
        return add_months(day, amount) if length.unit is Unit.MONTHS else day + timedelta(days=amount)

    def why_not_working(self, day: date) -> str:
        """Why a day is no working day ("a Sunday", "a bank holiday (Good Friday)"); "" where it is one."""
        if day in self.extra:
            return "a day the Board does not work"
        name = bank_holidays(day.year).get(day, "")
        if name:
            return f"a bank holiday ({name})"
        return f"a {day:%A}" if day.weekday() >= _SATURDAY else ""


ENGLAND: Final = WorkingCalendar()


def add_months(day: date, months: int) -> date:
    """The same day of the month that many months on (or back); the month's last day where it has no such day.

    Raises ValueError where the year leaves the calendar.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"{months} months from {day.isoformat()} is beyond the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def in_words(day: date) -> str:
    """A day as GOV.UK writes it: "3 February 2015"."""
    return f"{day.day} {day:%B} {day.year}"


def count(number: int, thing: str, things: str = "") -> str:
    """A number with its noun: "1 working day", "3 working days". The plural adds an s where none is given."""
    return f"{number} {thing if number == 1 else things or thing + 's'}"
