"""What stands before the date, one function for each kind of lexeme."""

from typing import Final

from threadline.domain.dates import kinds
from threadline.domain.dates.around import (
    LINKS,
    NEUTRAL,
    PLAIN,
    Around,
    Handler,
    Lexemes,
    skip,
    take_aside,
    take_day_part,
    take_overnight,
)
from threadline.domain.dates.calendar import is_day
from threadline.domain.dates.clock import Clock, clock_at
from threadline.domain.dates.phrases import is_harmless

_PASSED_OVER: Final = frozenset(
    (kinds.APPROX, kinds.WEEKDAY, kinds.COMMA, kinds.MARK, kinds.DASH, kinds.OVERNIGHT, kinds.DAY_PART)
)
"""What may stand between `before` and the date."""

_ONLY_BETWEEN: Final = frozenset(("thru", "through", "into"))


def read_before(found: Around, lexemes: Lexemes, edge: int) -> None:
    """Read everything up to the edge of the date."""
    place = 0
    while place < edge:
        place = _HANDLERS.get(lexemes[place].kind, _calendar)(found, lexemes, place, edge)


def _word(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    if not is_harmless(lexemes[place].text, lexemes[place].mark):
        found.doubtful = True
    return place + 1


def _weekday(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.weekdays = (*found.weekdays, lexemes[place].numbers[0])
    return place + 1


def _calendar(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """A number, month, season or week that is not part of the date: it may change what the date says."""
    if lexemes[place].mark == kinds.NAMED_TIME and found.is_whole:
        return place + 1
    if lexemes[place + 1].kind == kinds.WORD and place + 1 < edge:
        found.doubtful = True
    else:
        found.lost = True
    return place + 1


def _clock(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    clock = clock_at(lexemes, place)
    if clock is None or clock[1] > edge:
        return _calendar(found, lexemes, place, edge)
    found.take(clock[0])
    if lexemes[place].kind != kinds.CLOCK and _may_be_day(lexemes, place, clock):
        found.doubtful = True
    return clock[1]


def _may_be_day(lexemes: Lexemes, place: int, clock: tuple[Clock, int]) -> bool:
    """`15.11.?05`, `21.15-17.1.15`, `2016-0308 - 2016.03.16`: the digits may be part of a date, not a time."""
    here, after = lexemes[place], lexemes[clock[1]]
    if here.kind == kinds.YEAR and clock[0].over_midnight:
        return True
    if after.kind == kinds.DASH:
        glued = after.start == lexemes[clock[1] - 1].end and after.end == lexemes[clock[1] + 1].start
        numeric = lexemes[clock[1] + 1].kind == kinds.DAY
        return glued or (numeric and here.kind == kinds.PAIR and is_day(None, here.numbers[1], here.numbers[0]))
    return after.kind in (kinds.STOP, kinds.MARK, kinds.SLASH) and after.start == lexemes[clock[1] - 1].end


def _approximate(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    clock = clock_at(lexemes, place)
    if clock is not None and clock[1] <= edge:
        found.take(clock[0])
        return clock[1]
    if lexemes[place + 1].kind == kinds.WORD:
        found.doubtful = True
    else:
        found.approximate = True
    return place + 1


def _bound(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """`before` and the like, of the date; of a time only the day is sure; before mere words it may still count."""
    here, after = lexemes[place], place + 1
    while after < edge and lexemes[after].kind in _PASSED_OVER:
        after += 1
    if after == edge:
        found.bound, found.bound_word = here.mark, here.text
        # `Thru` is as likely Thursday mistyped.
        found.doubtful = found.doubtful or here.text in _ONLY_BETWEEN
        return place + 1
    clock = clock_at(lexemes, place) if here.text == "from" else None
    if clock is not None and clock[1] <= edge:
        found.take(clock[0])
        found.doubtful = found.doubtful or _may_be_day(lexemes, place + 1, clock)
        return clock[1]
    if lexemes[after].kind in PLAIN and here.text in LINKS:
        return place + 1
    found.doubtful = True
    later = clock_at(lexemes, after)
    return later[1] if later is not None and later[1] <= edge else place + 1


def _and(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    sides = (lexemes[place - 1].kind if place else kinds.END, lexemes[place + 1].kind)
    if place + 1 >= edge or not all(side in PLAIN for side in sides):
        found.lost = True
    return place + 1


def _dash(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    if place == 0 and lexemes[place + 1].kind != kinds.DITTO:
        found.doubtful = True
    return place + 1


def _slash(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.repaired = True
    if place > 0 or lexemes[1].kind != kinds.DAY:
        found.doubtful = True
    return place + 1


def _night(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.overnight = found.overnight or place + 1 == edge
    return place + 1


def _ditto(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.lost = found.lost or lexemes[place].mark != "quote"
    return place + 1


_HANDLERS: Final[dict[str, Handler]] = {
    **dict.fromkeys(NEUTRAL, skip),
    kinds.WORD: _word,
    kinds.ASIDE: take_aside,
    kinds.WEEKDAY: _weekday,
    kinds.DAY_PART: take_day_part,
    kinds.OVERNIGHT: take_overnight,
    kinds.NIGHT: _night,
    kinds.CLOCK: _clock,
    kinds.DIGITS: _clock,
    kinds.YEAR: _clock,
    kinds.PAIR: _clock,
    kinds.NUMBER: _clock,
    kinds.BETWEEN: _clock,
    kinds.APPROX: _approximate,
    kinds.BOUND: _bound,
    kinds.AND: _and,
    kinds.OR: _and,
    kinds.DASH: _dash,
    kinds.SLASH: _slash,
    kinds.DITTO: _ditto,
}
