"""What stands after the date, one function for each kind of lexeme."""

from typing import Final

from threadline.domain.dates import kinds, shapes
from threadline.domain.dates.around import (
    CALENDAR,
    LINKS,
    NEUTRAL,
    NUMERIC,
    PLAIN,
    Around,
    Handler,
    Lexemes,
    is_glued_to_last,
    skip,
    take_aside,
    take_day_part,
    take_overnight,
)
from threadline.domain.dates.clock import Clock, clock_at
from threadline.domain.dates.months import is_nearly_present
from threadline.domain.dates.phrases import is_harmless
from threadline.domain.dates.remark import begins_remark, read_remark, splits_digits
from threadline.domain.dates.spans import LOOSE, strong

_YEARS_OF_A_SPAN: Final = 5
"""A day, a dash and a year at most so much later may be a span: `12/05/2014 - 2015`; else the digits are a time."""
_COUNTED: Final = frozenset((kinds.WORD, kinds.RELATIVE))


def read_after(found: Around, lexemes: Lexemes, edge: int) -> None:
    """Read everything from the edge of the date to the end."""
    place = edge
    while lexemes[place].kind != kinds.END:
        place = _HANDLERS.get(lexemes[place].kind, _calendar)(found, lexemes, place, edge)


def _word(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """A word beside the date begins a remark; one that is nearly `onwards`, or follows a mere year, is asked about."""
    here, last = lexemes[place], lexemes[place - 1]
    strange = found.is_year and last.kind in CALENDAR and not is_harmless(here.text, here.mark)
    split = is_glued_to_last(lexemes, place) and last.text[-1:].isdigit()
    if strange or split or here.mark == kinds.UNSURE:
        found.doubtful = True
    return read_remark(found, lexemes, place, edge)


def _weekday(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    if lexemes[place + 1].kind in LOOSE and lexemes[place].mark != kinds.ALONE:
        return read_remark(found, lexemes, place, edge)
    found.weekdays = (*found.weekdays, lexemes[place].numbers[0])
    return place + 1


def _calendar(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """Another date beside the first leaves both in doubt; a number of something begins a remark; any other is asked."""
    if strong(lexemes, place) is not None:
        found.lost = True
        return place + 1
    if lexemes[place].mark == "next" and found.clock is not None and found.clock.over_midnight:
        return place + 1
    named = lexemes[place].mark == kinds.NAMED_TIME and found.is_whole
    if not named and not begins_remark(found, lexemes, place, edge):
        found.doubtful = True
    return read_remark(found, lexemes, place, edge)


def _clock(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    here = lexemes[place]
    other = strong(lexemes, place) if here.kind in (kinds.NUMBER, kinds.PAIR, kinds.YEAR) else None
    if other is not None and other.first.shape != shapes.YEAR:
        found.lost = True
        return place + 1
    clock = clock_at(lexemes, place)
    if clock is None:
        return _calendar(found, lexemes, place, edge)
    after_dash = lexemes[place - 1].kind == kinds.DASH and clock[0].over_midnight
    if here.kind == kinds.YEAR and (found.mistyped or after_dash or is_glued_to_last(lexemes, place)):
        found.doubtful = True
    found.take(clock[0])
    return clock[1]


def _approximate(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """A mark of doubt: of the date it touches, of the time it stands before, or of the words that follow."""
    glued = is_glued_to_last(lexemes, place)
    clock = None if glued else clock_at(lexemes, place)
    if clock is not None:
        found.take(clock[0])
        return clock[1]
    if not glued and (lexemes[place + 1].kind in _COUNTED or lexemes[place + 1].kind in NUMERIC):
        return read_remark(found, lexemes, place, edge)
    found.approximate = True
    return place + 1


def _bound(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """`until`, `before` and the like before something else than a date: of a time only the day is sure."""
    here, following = lexemes[place], lexemes[place + 1]
    clock = clock_at(lexemes, place) if here.text == "from" else None
    if clock is not None:
        found.take(clock[0])
        return clock[1]
    until = here.mark == "until"
    if following.kind != kinds.WORD and (until or following.kind in CALENDAR or following.kind != kinds.ASIDE):
        found.doubtful = True
        found.lost = found.lost or strong(lexemes, place + 1) is not None
        return len(lexemes) - 1
    speaks_of_time = any(lexeme.kind in CALENDAR for lexeme in lexemes[place:]) or is_nearly_present(following.text)
    if until and (here.text not in LINKS or speaks_of_time):
        found.doubtful = True
    return read_remark(found, lexemes, place, edge)


def _ends(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.bound = found.bound or lexemes[place].mark
    return place + 1


def _now(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.doubtful = True
    return read_remark(found, lexemes, place, edge)


def _dash(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    following = lexemes[place + 1]
    if following.kind == kinds.NOW:
        found.bound = "since"
        return place + 2
    if following.kind == kinds.END:
        found.doubtful = found.doubtful or lexemes[place - 1].kind != kinds.DITTO
    if following.kind == kinds.YEAR and 0 <= following.numbers[0] - found.year <= _YEARS_OF_A_SPAN:
        found.doubtful = True
        return place + 2
    if splits_digits(lexemes, place + 1) or following.kind in NEUTRAL:
        found.doubtful = True
    if following.kind in NUMERIC and clock_at(lexemes, place + 1) is None:
        if lexemes[place + 2].kind in _COUNTED and not is_glued_to_last(lexemes, place + 1):
            return read_remark(found, lexemes, place + 1, edge)
        found.lost = True
    return place + 1


def _and(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    following = lexemes[place + 1].kind
    if following == kinds.DAY_PART:
        return place + 1
    if following == kinds.CLOCK and found.clock is not None:
        found.take(Clock())
    elif following in CALENDAR:
        found.lost = True
    elif splits_digits(lexemes, place + 1) or following not in (*PLAIN, kinds.WEEK, kinds.NIGHT):
        found.doubtful = True
    return read_remark(found, lexemes, place, edge)


def _week(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    alone = lexemes[place].text != "we" and lexemes[place + 1].kind in (kinds.END, kinds.COMMA, kinds.DASH)
    if alone:
        found.week = lexemes[place].numbers[0]
        return place + 1
    return _calendar(found, lexemes, place, edge)


_HANDLERS: Final[dict[str, Handler]] = {
    **dict.fromkeys(NEUTRAL, skip),
    kinds.ASIDE: take_aside,
    kinds.WORD: _word,
    kinds.WEEKDAY: _weekday,
    kinds.DAY_PART: take_day_part,
    kinds.OVERNIGHT: take_overnight,
    kinds.NIGHT: skip,
    kinds.CLOCK: _clock,
    kinds.DIGITS: _clock,
    kinds.YEAR: _clock,
    kinds.PAIR: _clock,
    kinds.NUMBER: _clock,
    kinds.BETWEEN: _clock,
    kinds.APPROX: _approximate,
    kinds.BOUND: _bound,
    kinds.BOUND_AFTER: _ends,
    kinds.NOW: _now,
    kinds.DASH: _dash,
    kinds.AND: _and,
    kinds.OR: _and,
    kinds.SLASH: _and,
    kinds.WEEK: _week,
    kinds.DITTO: skip,
}
