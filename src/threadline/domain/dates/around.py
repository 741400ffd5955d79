"""What stands around the date in a cell: doubt, before and after, weekdays, clock times, and mere words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from threadline.domain.dates import kinds, shapes
from threadline.domain.dates.clock import Clock, clock_at
from threadline.domain.dates.kinds import Lexeme
from threadline.domain.dates.phrases import HARMLESS
from threadline.domain.dates.spans import Expression, strong

Lexemes = Sequence[Lexeme]
_NUMERIC: Final = frozenset((kinds.NUMBER, kinds.ORDINAL, kinds.PAIR, kinds.DIGITS, kinds.YEAR, kinds.DAY))
_PLAIN: Final = frozenset((kinds.WORD, kinds.ASIDE))
_CALENDAR: Final = _NUMERIC | {
    kinds.MONTH,
    kinds.MONTH_YEAR,
    kinds.YEAR_PAIR,
    kinds.SEASON,
    kinds.QUARTER,
    kinds.WEEKDAY,
    kinds.RELATIVE,
    kinds.PART,
    kinds.UNKNOWN_DAY,
    kinds.WEEK,
}
_NEUTRAL: Final = frozenset((kinds.COMMA, kinds.STOP, kinds.MARK, kinds.APOSTROPHE))
_PASSED_OVER: Final = frozenset((kinds.APPROX, kinds.WEEKDAY, kinds.COMMA, kinds.MARK, kinds.OVERNIGHT, kinds.DAY_PART))
_LINKS: Final = frozenset(("from", "to", "by", "into"))


@dataclass(slots=True)
class Around:
    """What was found; `doubtful` keeps the days and asks, `lost` says that they cannot be told from the text."""

    approximate: bool = False
    bound: str = ""
    bound_word: str = ""
    clock: Clock | None = None
    day_parts: frozenset[int] = frozenset()
    overnight: bool = False
    weekdays: tuple[int, ...] = ()
    week: int = 0
    repaired: bool = False
    doubtful: bool = False
    lost: bool = False

    def take(self, clock: Clock) -> None:
        """Keep a clock time; a second one makes both doubtful."""
        if self.clock is None:
            self.clock = clock
        else:
            self.clock, self.doubtful = Clock(), True


def look_around(lexemes: Lexemes, expression: Expression) -> Around:
    """Read everything before and after the expression; `lexemes` ends with NOTHING."""
    found = Around()
    place = 0
    while place < expression.start:
        place = _BEFORE.get(lexemes[place].kind, _calendar_before)(found, lexemes, place, expression.start)
    place = expression.stop
    while lexemes[place].kind != kinds.END:
        place = _AFTER.get(lexemes[place].kind, _calendar_after)(found, lexemes, place, expression.stop)
    return found


def only_times(lexemes: Lexemes) -> Clock | None:
    """The clock time of a text that has no date."""
    place = 0
    while lexemes[place].kind != kinds.END:
        found = clock_at(lexemes, place) if lexemes[place].kind != kinds.YEAR else None
        if found is not None:
            return found[0]
        place += 1
    return None


def _skip(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    return place + 1


def _weekday(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    if lexemes[place + 1].kind in (kinds.WORD, kinds.RELATIVE, kinds.NIGHT) and place >= edge:
        return _remark(found, lexemes, place, edge)
    found.weekdays = (*found.weekdays, lexemes[place].numbers[0])
    return place + 1


def _day_part(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.day_parts |= {lexemes[place].numbers[0]}
    return place + 1


def _overnight(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.overnight = True
    return place + 1


def _aside(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.doubtful = found.doubtful or bool(lexemes[place].mark)
    return place + 1


# Before the date


def _word_before(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    if lexemes[place].text not in HARMLESS:
        found.doubtful = True
    return place + 1


def _calendar_before(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """A number, month, season or week that is not part of the date: it may change what the date says."""
    if lexemes[place + 1].kind == kinds.WORD and place + 1 < edge:
        found.doubtful = True
    else:
        found.lost = True
    return place + 1


def _clock_before(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    clock = clock_at(lexemes, place)
    if clock is None or clock[1] > edge:
        return _calendar_before(found, lexemes, place, edge)
    found.take(clock[0])
    return clock[1]


def _approx_before(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    clock = clock_at(lexemes, place)
    if clock is not None and clock[1] <= edge:
        found.take(clock[0])
        return clock[1]
    if lexemes[place + 1].kind == kinds.WORD:
        found.doubtful = True
    else:
        found.approximate = True
    return place + 1


def _bound_before(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    here, after = lexemes[place], place + 1
    if lexemes[after].kind == kinds.DASH:
        after += 1
    while after < edge and lexemes[after].kind in _PASSED_OVER:
        after += 1
    if after == edge:
        found.bound, found.bound_word = here.mark, here.text
        return place + 1
    clock = clock_at(lexemes, place) if here.text == "from" else None
    if clock is not None and clock[1] <= edge:
        found.take(clock[0])
        return clock[1]
    if lexemes[after].kind not in _PLAIN or here.text not in _LINKS:
        found.doubtful = True
        later = clock_at(lexemes, after)
        if later is not None and later[1] <= edge:
            return later[1]
    return place + 1


def _and_before(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    sides = (
        lexemes[place - 1].kind if place else kinds.END,
        lexemes[place + 1].kind if place + 1 < edge else kinds.END,
    )
    if not all(side in _PLAIN for side in sides):
        found.lost = True
    return place + 1


def _dash_before(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    if place == 0 and lexemes[place + 1].kind != kinds.DITTO:
        found.doubtful = True
    return place + 1


def _slash_before(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.repaired = True
    return place + 1


def _night_before(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.overnight = found.overnight or place + 1 == edge
    return place + 1


def _ditto_before(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.lost = found.lost or lexemes[place].mark != "quote"
    return place + 1


_BEFORE: Final[dict[str, Callable[[Around, Lexemes, int, int], int]]] = {
    **dict.fromkeys(_NEUTRAL, _skip),
    kinds.WORD: _word_before,
    kinds.ASIDE: _aside,
    kinds.WEEKDAY: _weekday,
    kinds.DAY_PART: _day_part,
    kinds.OVERNIGHT: _overnight,
    kinds.NIGHT: _night_before,
    kinds.CLOCK: _clock_before,
    kinds.DIGITS: _clock_before,
    kinds.YEAR: _clock_before,
    kinds.PAIR: _clock_before,
    kinds.NUMBER: _clock_before,
    kinds.BETWEEN: _clock_before,
    kinds.APPROX: _approx_before,
    kinds.BOUND: _bound_before,
    kinds.AND: _and_before,
    kinds.OR: _and_before,
    kinds.DASH: _dash_before,
    kinds.SLASH: _slash_before,
    kinds.DITTO: _ditto_before,
}


# After the date


def _remark(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """Words to the end of the cell: they change nothing, but a clock time counts and another date is asked about."""
    while lexemes[place].kind != kinds.END:
        here = lexemes[place]
        if here.kind == kinds.CLOCK and found.clock is None and lexemes[place - 1].kind != kinds.BOUND:
            clock = clock_at(lexemes, place)
            if clock is not None:
                found.clock, place = clock
                continue
        if here.kind == kinds.DAY or (here.kind in _NUMERIC and _is_day_with_year(lexemes, place)):
            found.doubtful = True
        place += 1
    return place


def _is_day_with_year(lexemes: Lexemes, place: int) -> bool:
    other = strong(lexemes, place) if lexemes[place + 1].kind == kinds.MONTH else None
    return other is not None and other.first.year is not None


def _calendar_after(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """Another date beside the first leaves both in doubt; anything else begins a remark."""
    if strong(lexemes, place) is not None:
        found.lost = True
        return place + 1
    words = place
    while lexemes[words].kind in _NUMERIC or lexemes[words].kind in _NEUTRAL:
        words += 1
    if lexemes[max(words, place + 1)].kind == kinds.END:
        found.doubtful = True
    return _remark(found, lexemes, place, edge)


def _clock_after(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    other = strong(lexemes, place) if lexemes[place].kind in (kinds.NUMBER, kinds.PAIR, kinds.YEAR) else None
    if other is not None and other.first.shape != shapes.YEAR:
        found.lost = True
        return place + 1
    clock = clock_at(lexemes, place)
    if clock is None:
        return _calendar_after(found, lexemes, place, edge)
    found.take(clock[0])
    return clock[1]


def _approx_after(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    here = lexemes[place]
    clock = None if here.start == lexemes[place - 1].end else clock_at(lexemes, place)
    if clock is not None:
        found.take(clock[0])
        return clock[1]
    if lexemes[place + 1].kind in (kinds.WORD, kinds.RELATIVE) and here.start != lexemes[place - 1].end:
        return _remark(found, lexemes, place, edge)
    found.approximate = True
    return place + 1


def _bound_after(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    here, following = lexemes[place], lexemes[place + 1]
    clock = clock_at(lexemes, place) if here.text == "from" else None
    if clock is not None:
        found.take(clock[0])
        return clock[1]
    if following.kind in _CALENDAR or following.kind in (kinds.CLOCK, kinds.END, kinds.APPROX, kinds.DAY_PART):
        found.doubtful = True
        if strong(lexemes, place + 1) is not None:
            found.lost = True
        return len(lexemes) - 3
    if here.mark == "until" and here.text not in _LINKS:
        found.doubtful = True
    return _remark(found, lexemes, place, edge)


def _ends(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.bound = found.bound or lexemes[place].mark
    return place + 1


def _now_after(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    found.doubtful = True
    return _remark(found, lexemes, place, edge)


def _dash_after(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    following = lexemes[place + 1]
    if following.kind == kinds.NOW:
        found.bound = "since"
        return place + 2
    if following.kind == kinds.END or following.kind == kinds.YEAR:
        found.doubtful = found.doubtful or lexemes[place - 1].kind != kinds.DITTO
        return place + 1 if following.kind == kinds.END else place + 2
    if following.kind in (kinds.NUMBER, kinds.ORDINAL, kinds.PAIR) and clock_at(lexemes, place + 1) is None:
        found.lost = True
    return place + 1


def _and_after(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    following = lexemes[place + 1].kind
    if following == kinds.DAY_PART:
        return place + 1
    if following == kinds.CLOCK and found.clock is not None:
        found.take(Clock())
    elif following == kinds.END:
        found.doubtful = True
    elif following in _CALENDAR:
        found.lost = True
    return _remark(found, lexemes, place, edge)


def _week_after(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    if lexemes[place + 1].kind in (kinds.END, kinds.COMMA, kinds.DASH):
        found.week = lexemes[place].numbers[0]
        return place + 1
    return _calendar_after(found, lexemes, place, edge)


_AFTER: Final[dict[str, Callable[[Around, Lexemes, int, int], int]]] = {
    **dict.fromkeys(_NEUTRAL, _skip),
    kinds.ASIDE: _aside,
    kinds.WORD: _remark,
    kinds.WEEKDAY: _weekday,
    kinds.DAY_PART: _day_part,
    kinds.OVERNIGHT: _overnight,
    kinds.NIGHT: _skip,
    kinds.CLOCK: _clock_after,
    kinds.DIGITS: _clock_after,
    kinds.YEAR: _clock_after,
    kinds.PAIR: _clock_after,
    kinds.NUMBER: _clock_after,
    kinds.BETWEEN: _clock_after,
    kinds.APPROX: _approx_after,
    kinds.BOUND: _bound_after,
    kinds.BOUND_AFTER: _ends,
    kinds.NOW: _now_after,
    kinds.DASH: _dash_after,
    kinds.AND: _and_after,
    kinds.OR: _and_after,
    kinds.SLASH: _and_after,
    kinds.WEEK: _week_after,
    kinds.DITTO: _skip,
}
