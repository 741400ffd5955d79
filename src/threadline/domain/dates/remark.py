"""Words after the date: they change nothing, but a clock time among them counts, and another date is asked about."""

from typing import Final

from threadline.domain.dates import kinds
from threadline.domain.dates.around import NEUTRAL, NUMERIC, Around, Lexemes, is_glued_to_last
from threadline.domain.dates.clock import clock_at
from threadline.domain.dates.spans import strong

_DATE_STARTS: Final = frozenset((kinds.DAY, kinds.NUMBER, kinds.ORDINAL, kinds.MONTH, kinds.MONTH_YEAR))
_BARE_TIMES: Final = frozenset((kinds.PAIR, kinds.DIGITS))
_COUNTED: Final = frozenset((kinds.WORD, kinds.RELATIVE))
_SPLIT_YEARS: Final = frozenset((2019, 2020))
_TWO_DIGITS: Final = 2


def read_remark(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """Read to the end of the cell."""
    while lexemes[place].kind != kinds.END:
        kind = lexemes[place].kind
        if kind == kinds.CLOCK or kind in _BARE_TIMES:
            place = _time(found, lexemes, place)
            continue
        if kind == kinds.YEAR or (kind in _DATE_STARTS and is_dated(lexemes, place)):
            found.doubtful = True
        place += 1
    return place


def _time(found: Around, lexemes: Lexemes, place: int) -> int:
    """A time, or a span of bare digits; one that has no place beside another time is asked about."""
    here, clock = lexemes[place], clock_at(lexemes, place)
    sure = here.kind == kinds.CLOCK or (clock is not None and clock[0].time_to is not None)
    if clock is None or not sure or lexemes[place - 1].kind == kinds.BOUND:
        return place + 1
    if found.clock is None:
        found.clock = clock[0]
    else:
        found.doubtful = True
    return clock[1]


def is_dated(lexemes: Lexemes, place: int) -> bool:
    """Whether a date that needs no more begins here."""
    other = strong(lexemes, place)
    return other is not None and (other.first.year is not None or other.first.impossible)


def begins_remark(found: Around, lexemes: Lexemes, place: int, edge: int) -> bool:
    """Whether numbers after the date only count something ("2 officers"), and are no part of a date or time cut up."""
    words = place
    while lexemes[words].kind in NUMERIC or lexemes[words].kind in NEUTRAL:
        words += 1
    words = max(words, place + 1)
    if lexemes[words].kind not in _COUNTED or _splits_year(found, lexemes, place, edge):
        return False
    hours = lexemes[words].kind == kinds.RELATIVE and lexemes[words - 1].kind == kinds.DIGITS
    return not (hours or splits_digits(lexemes, words))


def splits_digits(lexemes: Lexemes, place: int) -> bool:
    """A word in the middle of digits: `2r05`, `-d08`."""
    numbered = lexemes[place + 1].kind in NUMERIC and is_glued_to_last(lexemes, place + 1)
    return numbered and lexemes[place].kind == kinds.WORD and is_glued_to_last(lexemes, place)


def _splits_year(found: Around, lexemes: Lexemes, place: int, edge: int) -> bool:
    """`27 Apr 20 09` is more likely 2009 with a space than 2020."""
    here = lexemes[place]
    short = here.kind == kinds.NUMBER and len(here.text) == _TWO_DIGITS
    return short and place == edge and found.year in _SPLIT_YEARS
