"""What a text means, and the ways of writing one day."""

import calendar
import random
from dataclasses import dataclass
from datetime import date, timedelta

FULL = tuple(calendar.month_name[1:])
SHORT = tuple(calendar.month_abbr[1:])
DAYS = tuple(calendar.day_name)
DASHES = ("-", "–", "—")
WEEKDAY_SHORTS = (
    ("Mon",),
    ("Tue", "Tues"),
    ("Wed", "Weds"),
    ("Thu", "Thur", "Thurs"),
    ("Fri",),
    ("Sat",),
    ("Sun",),
)


@dataclass(frozen=True)
class Said:
    """A text, what it may lean on, and what it means."""

    kind: str
    text: str
    earliest: date | None = None
    latest: date | None = None
    time_from: str = ""
    time_to: str = ""
    precision: str = "exact"
    qualifier: str = ""
    problem: str = ""
    previous: date | None = None
    year: int | None = None
    today: date | None = None

    def meaning(self) -> tuple[object, ...]:
        """What should be read."""
        days, times = (self.earliest, self.latest), (self.time_from, self.time_to)
        return *days, *times, self.precision, self.qualifier, self.problem


def a_day(r: random.Random, first: int = 2005, last: int = 2024) -> date:
    return date(first, 1, 1) + timedelta(days=r.randrange((date(last, 12, 31) - date(first, 1, 1)).days))


def ordinal(n: int) -> str:
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def month_name(r: random.Random, month: int) -> str:
    names = [
        FULL[month - 1],
        SHORT[month - 1],
        FULL[month - 1].upper(),
        SHORT[month - 1].lower(),
        SHORT[month - 1] + ".",
    ]
    return r.choice(["Sept", "sept", *names] if month == 9 else names)


def year_name(r: random.Random, year: int) -> str:
    return r.choice([str(year), str(year), f"{year % 100:02}"])


def weekday_name(r: random.Random, day: date) -> str:
    names = [DAYS[day.weekday()], *WEEKDAY_SHORTS[day.weekday()]]
    name = r.choice(names)
    return r.choice([name, name, name.upper(), name.lower()])


def numeric(r: random.Random, day: date) -> str:
    mark = r.choice(["/", "/", "-", ".", " "])
    d = r.choice([f"{day.day}", f"{day.day:02}"])
    m = r.choice([f"{day.month}", f"{day.month:02}"])
    return mark.join((d, m, year_name(r, day.year)))


def named(r: random.Random, day: date) -> str:
    month, year = month_name(r, day.month), year_name(r, day.year)
    full = str(day.year)
    return r.choice(
        [
            f"{day.day} {month} {year}",
            f"{day.day:02} {month} {year}",
            f"{ordinal(day.day)} {month} {year}",
            f"{ordinal(day.day)} of {month} {full}",
            f"the {ordinal(day.day)} of {month} {full}",
            f"{day.day} {month}, {full}",
            f"{day.day}-{SHORT[day.month - 1]}-{year}",
            f"{day.day:02}-{SHORT[day.month - 1].upper()}-{year}",
            f"{day.day:02}{SHORT[day.month - 1]}{full}",
            f"{day.day}.{SHORT[day.month - 1]}.{full}",
            f"{day.day}/{SHORT[day.month - 1]}/{full}",
            f"{month} {day.day} {full}",
            f"{month} {day.day}, {full}",
            f"{month} {ordinal(day.day)} {full}",
            f"{month} {ordinal(day.day)}, {full}",
        ]
    )


def iso(r: random.Random, day: date) -> str:
    mark = r.choice(["-", "-", "/", ".", ""])
    return mark.join((f"{day.year}", f"{day.month:02}", f"{day.day:02}"))


def exact(r: random.Random, day: date) -> str:
    return r.choice([numeric, named, iso])(r, day)
