"""Clock times and spans of them, from lexemes."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import time
from typing import Final

from threadline.domain.dates import kinds
from threadline.domain.dates.clock_forms import from_digits
from threadline.domain.dates.kinds import Lexeme
from threadline.domain.dates.reading import Problem

Lexemes = Sequence[Lexeme]
DAY_PARTS: Final = (
    (time(6), time(12)),
    (time(12), time(18)),
    (time(18), time(23, 59)),
    (time(0), time(6)),
)
"""Morning, afternoon, evening, early hours."""
_MORNING, _AFTERNOON, _EVENING = 0, 1, 2
_HALF_DAY: Final = 12
_SURE_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time or a span; neither where the text says no time (00:00:00) or none that can be."""

    time_from: time | None = None
    time_to: time | None = None
    problem: Problem | None = None
    over_midnight: bool = False
    approximate: bool = False
    open_half: int | None = None
    """The hour as written, where only a part of the day beside it can tell whether it is before or after noon."""


def clock_at(lexemes: Lexemes, place: int) -> tuple[Clock, int] | None:
    """The clock time or span that begins at a place, and the place after it.

    Bare digits count: the caller has taken out the date, so `0930` or `14.30` beside it is a time.
    """
    approximate = between = False
    while lexemes[place].kind == kinds.APPROX:
        place, approximate = place + 1, True
    here = lexemes[place]
    if here.kind == kinds.BETWEEN or (here.kind == kinds.BOUND and here.text == "from"):
        place, between = place + 1, here.kind == kinds.BETWEEN
    span = _span(lexemes, place, between)
    if span is not None:
        clock, place = span
    else:
        first = _time(lexemes[place])
        if first is None or between or _is_reference(lexemes, place, first):
            return None
        clock, place = _single(first), place + 1
    if lexemes[place].kind == kinds.APPROX and _trails(lexemes, place):
        place, approximate = place + 1, True
    return (_approximately(clock) if approximate else clock), place


def only_times(lexemes: Lexemes) -> Clock | None:
    """The clock time of a text that has no date; among words only one that is a time beyond doubt."""
    words = any(lexeme.kind in (kinds.WORD, kinds.RELATIVE) for lexeme in lexemes)
    for place, lexeme in enumerate(lexemes):
        bare = lexeme.kind != kinds.CLOCK
        short = lexeme.kind == kinds.DIGITS and len(lexeme.mark) < _SURE_DIGITS
        if lexeme.kind == kinds.END or (bare and (words or short or lexeme.kind == kinds.YEAR)):
            continue
        found = clock_at(lexemes, place)
        if found is not None:
            return found[0]
    return None


def _approximately(clock: Clock) -> Clock:
    return Clock(clock.time_from, clock.time_to, clock.problem, clock.over_midnight, True, clock.open_half)


def _trails(lexemes: Lexemes, place: int) -> bool:
    """Whether a mark of doubt belongs to the time before it, not to what comes next."""
    return lexemes[place].start == lexemes[place - 1].end or lexemes[place + 1].kind == kinds.END


def _time(lexeme: Lexeme) -> Lexeme | None:
    return lexeme if lexeme.kind == kinds.CLOCK else from_digits(lexeme)


def _is_reference(lexemes: Lexemes, place: int, clock: Lexeme) -> bool:
    """`111 call`, `2575 PC Smith`: digits before words that are no time or have too few digits to be sure."""
    here, following = lexemes[place], lexemes[place + 1].kind
    if here.kind != kinds.DIGITS:
        return False
    if len(here.mark) < _SURE_DIGITS:
        return following != kinds.END
    return following == kinds.WORD and clock.mark == kinds.BAD


def _span(lexemes: Lexemes, place: int, between: bool) -> tuple[Clock, int] | None:
    """`9.30-10.15am`, `between 2 and 3pm`, `2300 to 0100`."""
    first, joiner, last = lexemes[place], lexemes[place + 1], lexemes[place + 2]
    joined = joiner.kind == kinds.DASH or (joiner.kind == kinds.BOUND and joiner.mark == "until")
    if not joined and not (between and joiner.kind == kinds.AND):
        return None
    begin, end = _time(first), _time(last)
    if begin is None and end is not None and first.kind == kinds.NUMBER and end.mark in ("am", "pm"):
        begin = _bare_hour(first)
    elif end is None and begin is not None and last.kind == kinds.NUMBER and begin.kind == kinds.CLOCK:
        end = _bare_hour(last) if _may_be_hour(begin, lexemes[place + 3]) else None
    if begin is None or end is None or _is_cut_short(first, last):
        return None
    return _between(begin, end), place + 3


def _may_be_hour(begin: Lexeme, following: Lexeme) -> bool:
    """Whether a small number after `9.30 -` can be the hour that ends the span."""
    return begin.numbers[2] < 0 and following.kind not in (kinds.MONTH, kinds.WORD, kinds.RELATIVE)


def _is_cut_short(first: Lexeme, last: Lexeme) -> bool:
    """`1355-144`: the last digit is missing, or in the wrong place."""
    short = last.kind == kinds.DIGITS and len(last.mark) < _SURE_DIGITS
    return short and not (first.kind == kinds.DIGITS and len(first.mark) < _SURE_DIGITS)


def _bare_hour(lexeme: Lexeme) -> Lexeme | None:
    hour = lexeme.numbers[0]
    return replace(lexeme, kind=kinds.CLOCK, numbers=(hour, 0, -1), mark="") if 0 < hour <= _HALF_DAY else None


def _single(lexeme: Lexeme) -> Clock:
    hour, _, second = lexeme.numbers
    if lexeme.mark == kinds.BAD:
        return Clock(problem=Problem.IMPOSSIBLE)
    if lexeme.mark in (kinds.MIDNIGHT_24, kinds.UNSURE):
        return Clock(problem=Problem.AMBIGUOUS, open_half=hour if lexeme.mark == kinds.UNSURE else None)
    found = _minutes(lexeme, lexeme.mark)
    if second == 0 and found == 0:
        return Clock()
    open_half = hour if not lexeme.mark and 0 < hour <= _HALF_DAY else None
    return Clock(_as_time(found), open_half=open_half)


def _as_time(minutes: int) -> time:
    return time(*divmod(minutes % 1440, 60))


def _minutes(lexeme: Lexeme, meridiem: str) -> int:
    """Minutes from midnight, the hour read with am or pm where it is one of the twelve."""
    hour, minute, _ = lexeme.numbers
    if meridiem and hour <= _HALF_DAY:
        hour = hour % _HALF_DAY + (_HALF_DAY if meridiem == "pm" else 0)
    return hour * 60 + minute


def _between(first: Lexeme, last: Lexeme) -> Clock:
    if kinds.BAD in (first.mark, last.mark) or first.mark == kinds.MIDNIGHT_24:
        return Clock(problem=Problem.IMPOSSIBLE)
    if kinds.UNSURE in (first.mark, last.mark):
        return Clock(problem=Problem.AMBIGUOUS)
    if last.mark == kinds.MIDNIGHT_24:
        return Clock(_as_time(_minutes(first, first.mark)), time(0), over_midnight=True)
    begin, end = _in_turn(first, last)
    if end < begin and not (first.mark or last.mark) and _could_be_either(first) and _could_be_either(last):
        # 12.30-2.15 is more likely an hour and three quarters of one afternoon than a night.
        return Clock(problem=Problem.AMBIGUOUS)
    return Clock(_as_time(begin), _as_time(end), over_midnight=end < begin)


def _in_turn(first: Lexeme, last: Lexeme) -> tuple[int, int]:
    """Both ends in minutes; an end without am or pm borrows the other's, unless the span would then run backwards."""
    if last.mark and not first.mark and _could_be_either(first):
        end = _minutes(last, last.mark)
        same, other = (_minutes(first, last.mark), _minutes(first, "am" if last.mark == "pm" else "pm"))
        return (same if same <= end or (other > end and last.mark == "pm") else other), end
    begin = _minutes(first, first.mark)
    if first.mark and not last.mark and _could_be_either(last):
        halves = sorted((_minutes(last, "am"), _minutes(last, "pm")))
        return begin, next((end for end in halves if end > begin), halves[0])
    return begin, _minutes(last, last.mark)


def _could_be_either(lexeme: Lexeme) -> bool:
    """An hour of the twelve-hour clock: not 13 and over, and not written with a leading nought."""
    return 0 < lexeme.numbers[0] <= _HALF_DAY and not lexeme.text.startswith("0")


def in_part_of_day(clock: Clock | None, parts: Set[int]) -> Clock | None:
    """A time and the part of the day written beside it ("2.15 in the afternoon"); a part alone is its span of hours."""
    if len(parts) != 1:
        return clock
    part = next(iter(parts))
    if clock is None:
        return Clock(*DAY_PARTS[part])
    if clock.open_half is None or clock.time_to is not None:
        return clock
    late = part in (_AFTERNOON, _EVENING)
    minute = clock.time_from.minute if clock.time_from else 0
    hour = clock.open_half % _HALF_DAY + (_HALF_DAY if late else 0)
    return Clock(time(hour, minute), approximate=clock.approximate)
