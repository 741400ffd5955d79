"""One order for readings, the same on every machine."""

from datetime import date, time
from typing import Final

from threadline.domain.dates.reading import DateReading

SortKey = tuple[int, int, int, int, int]
_NO_TIME: Final = -1
_AFTER_EVERYTHING: Final = date.max.toordinal()


def sort_key(reading: DateReading) -> SortKey:
    """Earliest day, then latest day, then time from, then time to.

    A reading open at its beginning ("before 23 May") stands at its last day; one open at its end ("since 19 July")
    at its first day, after everything that ends. On one day, entries without a time come before those with one.
    Readings without any day come last, in the order of their times. Equal keys are left in the order they came in.
    """
    undated = int(not reading.is_dated)
    first = reading.earliest or reading.latest
    last = reading.latest.toordinal() if reading.latest is not None else _AFTER_EVERYTHING
    begins = first.toordinal() if first is not None else _AFTER_EVERYTHING
    return undated, begins, last, _minutes(reading.time_from), _minutes(reading.time_to)


def _minutes(clock: time | None) -> int:
    return _NO_TIME if clock is None else clock.hour * 60 + clock.minute
