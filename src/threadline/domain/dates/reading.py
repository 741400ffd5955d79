"""What a reading of a typed date or time says: the days, the clock times, how sure, and what is wrong."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Precision(StrEnum):
    """How closely the text fixes the day."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    RANGE = "range"
    WEEK = "week"
    PART_MONTH = "part_month"
    MONTH = "month"
    PART_YEAR = "part_year"
    YEAR = "year"
    OPEN = "open"
    UNKNOWN = "unknown"
    IMPOSSIBLE = "impossible"


class Qualifier(StrEnum):
    """What the days rest on, where the text does not simply state them."""

    APPROXIMATE = "approximate"
    SERIAL = "serial"
    REPAIRED = "repaired"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"


class Problem(StrEnum):
    """The one thing a person should look at; where several apply, the first in this order is given."""

    IMPOSSIBLE = "impossible"
    NEEDS_CONTEXT = "needs_context"
    NOT_A_DATE = "not_a_date"
    AMBIGUOUS = "ambiguous"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class DateReading:
    """One date cell as read.

    `text` is the cell as typed. `earliest` and `latest` are both inclusive; one of them is None where that end
    is open, both where no day is known. `time_from` alone is a single clock time; with `time_to` it is a span.
    """

    text: str
    earliest: date | None
    latest: date | None
    time_from: time | None
    time_to: time | None
    precision: Precision
    qualifier: Qualifier | None = None
    problem: Problem | None = None

    @property
    def is_dated(self) -> bool:
        """Whether at least one end is known, so that the entry can be placed in time."""
        return self.earliest is not None or self.latest is not None


@dataclass(frozen=True, slots=True)
class TimeReading:
    """One cell of a time column as read.

    `over_midnight` says that the span ends on the next day ("23:30-00:30", "overnight"); `approximate` that the
    writer marked the time as uncertain. An empty cell has no times and no problem.
    """

    text: str
    time_from: time | None
    time_to: time | None
    problem: Problem | None = None
    over_midnight: bool = False
    approximate: bool = False
