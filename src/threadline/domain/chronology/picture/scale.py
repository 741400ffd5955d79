"""Where days fall in the picture, which of them are named, and how old a child is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MOST = 16
"""No more names of months or years than this along the top."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The stretch that is shown, and where it stands across the picture."""

    first: date
    days: int
    left: int
    width: int

    def x(self, day: date) -> float:
        """Where a day begins."""
        return self.at((day - self.first).days)

    def at(self, days: float) -> float:
        """Where it stands so many days after the beginning."""
        return round(self.left + days * self.width / self.days, 1)


def ticks(first: date, days: int) -> Iterator[tuple[date, str]]:
    """The first days of months, quarters or years to be named, with their names; never more than `MOST`, roughly."""
    months = max(days // 30, 1)
    step = next((each for each in (1, 3, 6, 12, 24, 60, 120) if months / each <= MOST), 240)
    end = first.toordinal() + days
    index = first.year * 12 + first.month - 1
    index += -index % step
    while (day := date(index // 12, index % 12 + 1, 1)).toordinal() < end:
        if day >= first:
            yield day, str(day.year) if step >= 12 else f"{day:%b} {day.year}"
        index += step


def ages(born: date, first: date, days: int) -> Iterator[tuple[date, str]]:
    """A child's birthdays in the stretch, and the birth, with the age; every so many years where they would crowd."""
    years = days / 365
    step = next((each for each in (1, 2, 5, 10, 20) if years / each <= MOST), 50)
    for age in range(max(first.year - born.year, 0), max(first.year - born.year, 0) + int(years) + 2):
        day = _birthday(born, age)
        if age % step == 0 and first <= day and (day - first).days < days:
            yield day, "born" if age == 0 else f"{age} year{'s' if age != 1 else ''}"


def _birthday(born: date, age: int) -> date:
    """The birthday at that age; of a child born on 29 February, 1 March in other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
