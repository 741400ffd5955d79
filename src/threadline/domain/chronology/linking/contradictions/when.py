"""When it was: two who were both there give different days, or hours that cannot both be right."""

from threadline.domain.chronology.linking.contradictions.facts import Difference
from threadline.domain.chronology.linking.contradictions.statements import Statement
from threadline.domain.chronology.linking.lexicon.kind import Kind
from threadline.domain.chronology.linking.reading import Reading

_MINUTES = 45
"""Minutes between two records of one meeting or visit beyond which they differ: people note when it began, or when it
ended.
"""

_SAME_HOUR = 20
"""Minutes within which two records of a meeting on different days give the same hour: then one of the days is wrong."""


def differing_times(a: Reading, b: Reading, kind: Kind) -> list[Difference]:
    """Clock times of one meeting or visit, on the same day, too far apart to be the same."""
    one, other = a.account.minutes, b.account.minutes
    if one is None or other is None or not kind.together or not (a.exact and b.exact and a.first == b.first):
        return []
    if abs(one - other) < _MINUTES:
        return []
    return [("the time", Statement(str(one), str(a.account.time)), Statement(str(other), str(b.account.time)))]


def differing_days(a: Reading, b: Reading, kind: Kind) -> list[Difference]:
    """Days of one meeting or visit that cannot both be right.

    A record dated a day late is common and no contradiction. It is one where both stood in the same house, where both
    give the same hour of different days, or where somebody who came dates it before those who called it: a record can
    be late, not early.
    """
    if not (kind.together and a.exact and b.exact) or a.first == b.first:
        return []
    if not (kind.name == "joint_visit" or _same_hour(a, b, kind) or _before_it_was_held(a, b, kind)):
        return []
    return [("the date", _day(a), _day(b))]


def _same_hour(a: Reading, b: Reading, kind: Kind) -> bool:
    """Whether both name the meeting for what it was and give the same hour."""
    one, other = a.account.minutes, b.account.minutes
    named = kind.name in a.kinds and kind.name in b.kinds
    return named and one is not None and other is not None and abs(one - other) <= _SAME_HOUR


def _before_it_was_held(a: Reading, b: Reading, kind: Kind) -> bool:
    earlier, later = (a, b) if a.first < b.first else (b, a)
    return bool(kind.owners & later.own) and not kind.owners & earlier.own


def _day(reading: Reading) -> Statement:
    day = str(reading.account.earliest)
    return Statement(day, day)
