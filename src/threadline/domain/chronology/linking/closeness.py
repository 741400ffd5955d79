"""How well two dates fit one event: meetings are of one day, news comes later and not before, and a record is written
up on a working day.
"""

from dataclasses import dataclass

from threadline.domain.chronology.linking.lexicon.kind import Kind
from threadline.domain.chronology.linking.reading import Reading

REACH = 10
"""Days beyond which nothing is compared: the longest that news of an event commonly takes (a clinic's letter to a
GP).
"""

WITHOUT_A_KIND = 3
"""Days within which two entries that share no kind of contact are compared."""

_TOGETHER = {0: 1.0, 1: 0.3, 2: -1.2, 3: -2.0}
_NEWS = {0: 0.6, 1: 0.6, 2: 0.4, 3: 0.2}
_SEEN_BY_BOTH = {0: 0.9, 1: -0.1, 2: -1.2, 3: -2.0}
_SPAN, _LONG_SPAN = -0.5, -0.9
_WEEKEND = 0.2
_FORTNIGHT = 14
OUT = -9.0
"""Points of a gap that no record of one event can explain."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days between two entries (0 where their dates meet) and points for it; `whole` days as the calendar counts
    them.
    """

    days: int
    working: int
    points: float


def days_between(a: Reading, b: Reading) -> int:
    """Days from the end of the earlier entry to the start of the later one; 0 where they meet."""
    return max(0, a.first - b.last, b.first - a.last)


def working_days(first: int, last: int) -> int:
    """Days from one to the other, a weekend counted as no time: Friday to Monday is 1."""
    days = last - first
    weekend = sum(1 for day in range(first + 1, last + 1) if (day + 6) % 7 > 4)
    return max(days - weekend, 1 if days else 0)


def gap(a: Reading, b: Reading, kind: Kind | None, lag: int) -> Gap:
    """The gap between two entries and what it says for or against their being one event of this kind.

    `lag` is how many days later news of it may be recorded, by all the kinds the two share.
    """
    earlier, later = (a, b) if a.first <= b.first else (b, a)
    days = days_between(a, b)
    working = working_days(earlier.last, later.first) if days else 0
    if days > lag:
        return Gap(days, working, OUT)
    if kind and kind.together and not (days and _heard(later)):
        points = _TOGETHER.get(working, OUT) - (_WEEKEND if days != working else 0.0)
    else:
        points = _of_news(earlier, later, kind, days, working)
    span = max(a.last - a.first, b.last - b.first)
    if span:
        points += _SPAN if span <= _FORTNIGHT else _LONG_SPAN
    return Gap(days, working, max(points, OUT))


def _of_news(earlier: Reading, later: Reading, kind: Kind | None, days: int, working: int) -> float:
    first_hand, second_hand = not _is_news(earlier, kind), _is_news(later, kind)
    if second_hand:
        fresh = _NEWS.get(working, 0.2 - 0.2 * (working - 3))
        return fresh if first_hand else fresh - 0.1
    if first_hand:
        return _SEEN_BY_BOTH.get(working, -0.9 * working)
    return -0.8 - 0.6 * days if days else _NEWS[0]


def _is_news(reading: Reading, kind: Kind | None) -> bool:
    """Whether an entry of this kind is something heard: by what the agency is, else by what the entry says."""
    if kind and kind.owners:
        return kind.owners.isdisjoint(reading.own) or _heard(reading)
    return reading.telling.news


def _heard(reading: Reading) -> bool:
    return bool(reading.telling.told_by) or reading.telling.heard
