"""Gaps in contact: stretches of days with nothing in them, from entries whose dates may be uncertain.

An entry dated no closer than a week neither ends a gap nor begins one: a gap that is said must be certain.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

LOOSE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Gap:
    """Nothing between two entries. `days` counts the days strictly between; `rows` are the two entries."""

    after: date
    before: date
    rows: tuple[str, ...]

    @property
    def days(self) -> int:
        """The days without anything."""
        return (self.before - self.after).days - 1


Span = tuple[str, date | None, date | None]
"""An entry's id, and the first and last day it may be of."""


def gaps(entries: Iterable[Span], *, longer_than: int, within: tuple[date, date] | None = None) -> tuple[Gap, ...]:
    """The gaps of more than `longer_than` days, in order of time.

    With `within`, only gaps that touch the period are told, and they are told whole.
    """
    close = sorted(
        (first, last, key) for key, first, last in entries if first and last and timedelta(0) <= last - first < LOOSE
    )
    found: list[Gap] = []
    heard: tuple[date, str] | None = None
    for first, last, key in close:
        if heard is not None and (first - heard[0]).days - 1 > longer_than:
            found.append(Gap(heard[0], first, (heard[1], key)))
        if heard is None or last > heard[0]:
            heard = (last, key)
    if within is None:
        return tuple(found)
    return tuple(gap for gap in found if gap.before >= within[0] and gap.after <= within[1])
