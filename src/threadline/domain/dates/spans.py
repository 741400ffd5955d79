"""Expressions: one unit, or two joined into a span, with the clock times that stand at its ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from threadline.domain.dates import kinds, shapes
from threadline.domain.dates.clock_forms import from_digits
from threadline.domain.dates.day_forms import pair_as_day
from threadline.domain.dates.joins import year_at
from threadline.domain.dates.kinds import Lexeme
from threadline.domain.dates.unit_forms import unit_at
from threadline.domain.dates.units import Unit

Lexemes = Sequence[Lexeme]
_DAY_PARTS: Final = frozenset((kinds.NUMBER, kinds.ORDINAL))
LOOSE: Final = frozenset((kinds.WORD, kinds.RELATIVE, kinds.NIGHT))
"""Words after a weekday that make it part of a phrase ("Monday club")."""
_DATED_STARTS: Final = frozenset((kinds.DAY, kinds.NUMBER, kinds.ORDINAL, kinds.PAIR, kinds.MONTH))
_MAY_LINK: Final = frozenset(
    (kinds.DASH, kinds.SLASH, kinds.BOUND, kinds.AND, kinds.CLOCK, kinds.DIGITS, kinds.COMMA, kinds.MARK)
)
"""What may stand between the two ends of a span."""
_MIXED: Final = ({kinds.DAY, kinds.MONTH_YEAR}, {kinds.DAY, kinds.YEAR_PAIR})
"""A span between a day and a month both in figures: more likely a day cut short."""
_CLOCK_DIGITS: Final = 4
_WEAK_KINDS: Final = (
    (kinds.PAIR, ("/", "//", "-")),
    (kinds.YEAR, ()),
    (kinds.MONTH, ()),
    (kinds.SEASON, ()),
    (kinds.QUARTER, ()),
    (kinds.PAIR, (".",)),
)
"""What may be a date where nothing must be one, the likeliest first; a pair with a full stop may be a time."""
_ENDS_OF_PAIRS: Final = frozenset((kinds.DAY, kinds.STOP, kinds.SLASH, kinds.WEEKDAY, kinds.CLOCK))
_NEEDS_YEAR_TO_STAND: Final = frozenset((shapes.MONTH, shapes.SEASON, shapes.QUARTER))
_SLASHED: Final = frozenset(
    (shapes.QUARTER, shapes.DAY, shapes.MONTH, shapes.SEASON, shapes.PART_MONTH, shapes.PART_YEAR)
)
STARTS: Final = frozenset(
    (
        kinds.DAY,
        kinds.UNKNOWN_DAY,
        kinds.PAIR,
        kinds.NUMBER,
        kinds.ORDINAL,
        kinds.MONTH,
        kinds.MONTH_YEAR,
        kinds.YEAR,
        kinds.YEAR_PAIR,
        kinds.YEAR_KIND,
        kinds.WEEKDAY,
        kinds.SEASON,
        kinds.QUARTER,
        kinds.PART,
        kinds.WEEK,
        kinds.BETWEEN,
        kinds.APPROX,
        kinds.DITTO,
        kinds.RELATIVE,
    )
)
"""The kinds of lexeme that an expression can begin with."""
_SPECIAL_STARTS: Final = frozenset((kinds.WEEKDAY, kinds.PAIR, kinds.MONTH, kinds.YEAR_PAIR))


@dataclass(slots=True)
class Expression:
    """What a text says about days: the lexemes from `start` up to `stop`."""

    start: int
    stop: int
    first: Unit
    last: Unit | None = None
    adjoining: bool = False
    """Joined by a slash: two ends only if one follows the other at once."""
    clock_from: Lexeme | None = None
    clock_to: Lexeme | None = None


def strong(lexemes: Lexemes, place: int) -> Expression | None:
    """The expression that begins at a place, if it can be nothing but a date."""
    here = lexemes[place].kind
    if here == kinds.BETWEEN:
        return _between(lexemes, place)
    return _whole(lexemes, place, False) if here in _SPECIAL_STARTS else _joined(lexemes, place, False)


def _between(lexemes: Lexemes, place: int) -> Expression | None:
    """`between 3 and 5 June 2015`, `between 10pm on 3/6/15 and 2am on 4/6/15`."""
    clock, after = clock_in_passing(lexemes, place + 1)
    found = _whole(lexemes, after, True)
    if found is None or (clock is not None and (found.last is None or found.last.shape != shapes.DAY)):
        return None
    found.start, found.clock_from = place, clock or found.clock_from
    return found


def _whole(lexemes: Lexemes, place: int, between: bool) -> Expression | None:
    """An expression that may begin with two weekdays or two numbers."""
    start, weekdays = place, _two_weekdays(lexemes, place)
    if weekdays is not None:
        place = weekdays[2]
    found = _two_numbers(lexemes, place) or _joined(lexemes, place, between)
    if found is None or (weekdays is not None and found.last is None):
        return None
    if weekdays is not None and found.last is not None:
        found.first.weekday, found.last.weekday = weekdays[:2]
    found.start = start
    return found


def _two_weekdays(lexemes: Lexemes, place: int) -> tuple[int, int, int] | None:
    """`Mon-Fri` before a span of days."""
    joiner = lexemes[place + 1].kind if lexemes[place].kind == kinds.WEEKDAY else kinds.END
    if joiner not in (kinds.DASH, kinds.SLASH, kinds.BOUND, kinds.AND) or lexemes[place + 2].kind != kinds.WEEKDAY:
        return None
    after = place + 4 if lexemes[place + 3].kind == kinds.COMMA else place + 3
    return lexemes[place].numbers[0], lexemes[place + 2].numbers[0], after


def _two_numbers(lexemes: Lexemes, place: int) -> Expression | None:
    """`12-14 May 2015`, `3/4 June 2015`, `May 12-14 2015`, and `2013-15` as a span of years."""
    here, after = lexemes[place], lexemes[place + 1]
    if here.kind == kinds.PAIR and after.kind == kinds.MONTH and here.mark != ".":
        days, month, stop = here, after, place + 2
    elif here.kind == kinds.MONTH and after.kind == kinds.PAIR and after.mark == "-":
        days, month, stop = after, here, place + 2
    elif here.kind == kinds.YEAR_PAIR and here.numbers[2] == 2 and here.mark != "/":
        return _short_years(lexemes, place)
    else:
        return None
    year = year_at(lexemes, stop + 1 if days is after and lexemes[stop].kind == kinds.COMMA else stop)
    number, stop = (None, stop) if year is None else year
    if not month.numbers[0]:
        return Expression(place, stop, Unit(shapes.NONE))
    first, last = (Unit(shapes.DAY, number, month.numbers[0], day, repaired=month.repaired) for day in days.numbers)
    return Expression(place, stop, first, last, adjoining=days.mark == "/")


def _short_years(lexemes: Lexemes, place: int) -> Expression | None:
    """`2013-15`; not `2014-15`, which could be a financial year, nor `2015-05`, a month."""
    first, second, _ = lexemes[place].numbers
    if second <= max(12, first % 100 + 1) or lexemes[place + 1].kind == kinds.YEAR_KIND:
        return None
    last = first - first % 100 + second
    return Expression(place, place + 1, Unit(shapes.YEAR, first), Unit(shapes.YEAR, last))


def _joined(lexemes: Lexemes, place: int, between: bool) -> Expression | None:
    here = lexemes[place]
    weak_pair = here.kind == kinds.PAIR
    found = unit_at(lexemes, place) or (pair_as_day(lexemes, place) if weak_pair else None)
    if found is None:
        return None
    first, stop = found
    if lexemes[stop].kind == kinds.END and first.shape == shapes.DAY and not (weak_pair or between):
        return Expression(place, stop, first)
    stop = _weekday_after(lexemes, _doubt_after(lexemes, stop, first), first)
    span = _second(lexemes, place, (first, stop), between)
    if span is not None and not (weak_pair and not _same_style(here, lexemes[span.stop - 1], span)):
        return span
    if weak_pair or between or not (_stands_alone(first) or here.kind == kinds.UNKNOWN_DAY):
        return None
    return Expression(place, stop, first)


def _same_style(pair: Lexeme, last: Lexeme, span: Expression) -> bool:
    """Whether a pair belongs with the date it is joined to: `12.05 - 14.05.15`, not the time in `9.05 - 14/05/15`."""
    whole = span.last is not None and not span.last.lacks_year
    return whole and last.kind in _ENDS_OF_PAIRS and (pair.mark != "." or "." in last.text)


def _stands_alone(unit: Unit) -> bool:
    """Whether a unit with nothing joined to it can be nothing but a date."""
    if unit.shape in (shapes.YEAR, shapes.DAY_NUMBER):
        return False
    return unit.year is not None or unit.impossible or unit.shape not in _NEEDS_YEAR_TO_STAND


def _doubt_after(lexemes: Lexemes, stop: int, unit: Unit) -> int:
    """Past a question mark that touches the unit: `12 May 2015? - 14 May 2015`."""
    if lexemes[stop].kind != kinds.APPROX or lexemes[stop].start != lexemes[stop - 1].end:
        return stop
    unit.approximate = True
    return stop + 1


def _weekday_after(lexemes: Lexemes, stop: int, unit: Unit) -> int:
    """Past a weekday standing alone after a day: `03/02/15 (Tuesday)`, not `03/02/15 Tuesday club`."""
    after = stop
    if lexemes[after].kind in (kinds.COMMA, kinds.DASH):
        after += 1
    if lexemes[after].kind != kinds.WEEKDAY or unit.shape not in (shapes.DAY, shapes.DAY_NUMBER):
        return stop
    following = lexemes[after + 1].kind
    loose = following in LOOSE and lexemes[after].mark != kinds.ALONE
    if following == kinds.COMMA:
        following = lexemes[after + 2].kind
    if following in _DATED_STARTS or loose:
        return stop
    if unit.weekday is None or unit.weekday == lexemes[after].numbers[0]:
        unit.weekday = lexemes[after].numbers[0]
    else:
        unit.doubtful = True
    return after + 1


def _connector(lexemes: Lexemes, place: int, between: bool) -> int | None:
    """The place after what joins two ends of a span, if it stands here."""
    here = lexemes[place]
    if here.kind in (kinds.DASH, kinds.SLASH) or (here.kind == kinds.BOUND and here.mark == "until"):
        return place + 1
    return place + 1 if between and here.kind == kinds.AND else None


def clock_in_passing(lexemes: Lexemes, place: int) -> tuple[Lexeme | None, int]:
    """A clock time between the days of a span, if one stands here, and the place after it."""
    after = place + 1 if lexemes[place].kind in (kinds.COMMA, kinds.MARK) else place
    here = lexemes[after]
    if here.kind == kinds.CLOCK:
        return here, after + 1
    digits = from_digits(here) if here.kind == kinds.DIGITS and len(here.mark) == _CLOCK_DIGITS else None
    return (digits, after + 1) if digits is not None else (None, place)


def _second(lexemes: Lexemes, start: int, first: tuple[Unit, int], between: bool) -> Expression | None:
    """The span that a unit begins, if another unit is joined to it."""
    unit, place = first
    if lexemes[place].kind not in _MAY_LINK:
        return None
    clock_from, after_clock = clock_in_passing(lexemes, place)
    joined = _connector(lexemes, after_clock, between)
    if joined is None:
        return None
    before_last = unit.shape == shapes.DAY and lexemes[start].kind != kinds.PAIR
    clock_to, place = clock_in_passing(lexemes, joined) if before_last else (None, joined)
    found = _end(lexemes, place, unit)
    if found is None:
        return None
    last, stop = found
    if clock_to is None and clock_from is not None:
        clock_to, stop = clock_in_passing(lexemes, stop)
    if not _complete(unit, last) or (clock_to is not None and last.shape != shapes.DAY):
        return None
    by_slash = lexemes[joined - 1].kind == kinds.SLASH and not _is_iso_interval(lexemes, joined)
    if by_slash and not _may_be_slashed(unit, last):
        return None
    unit.doubtful = unit.doubtful or _is_likely_slip(lexemes, start, place, by_slash)
    return Expression(start, stop, unit, last, by_slash, clock_from, clock_to)


def _end(lexemes: Lexemes, place: int, first: Unit) -> tuple[Unit, int] | None:
    """The unit that ends a span begun by another, with the weekday or year that follows it."""
    found = unit_at(lexemes, place) or pair_as_day(lexemes, place)
    if found is None or not _can_end(first, found[0], lexemes[place]):
        return None
    last, stop = found
    stop = _weekday_after(lexemes, stop, last)
    if last.shape != shapes.DAY_NUMBER:
        return last, stop
    if lexemes[stop].kind in (kinds.WORD, kinds.RELATIVE):
        return None
    year = year_at(lexemes, stop + 1 if lexemes[stop].kind == kinds.COMMA else stop)
    last.year, stop = (None, stop) if year is None else year
    return last, stop


def _is_likely_slip(lexemes: Lexemes, start: int, place: int, by_slash: bool) -> bool:
    """A day joined to a month in figures, or four numbers by slashes (`3/4/6/15`) that are not said to be a night."""
    begin, end = lexemes[start].kind, lexemes[place].kind
    if {begin, end} in _MIXED:
        return True
    four_numbers = by_slash and begin == kinds.NUMBER and end == kinds.DAY
    return four_numbers and lexemes[start - 1].kind not in (kinds.OVERNIGHT, kinds.NIGHT)


def _is_iso_interval(lexemes: Lexemes, joined: int) -> bool:
    """`2015-06-05/2015-06-08`."""
    return lexemes[joined - 2].text[:4].isdigit() and lexemes[joined].text[:4].isdigit()


def _may_be_slashed(first: Unit, last: Unit) -> bool:
    return first.shape == last.shape and first.shape in _SLASHED


def _can_end(first: Unit, last: Unit, here: Lexeme) -> bool:
    """Whether a unit can end a span; a bare number only after a month and day without a year (`May 12 - 14 2015`)."""
    if last.shape == shapes.SAME or first.shape == shapes.SAME:
        return False
    if here.kind == kinds.PAIR:
        return here.mark != "." and first.shape == shapes.DAY and last.shape == shapes.DAY
    if last.shape == shapes.DAY_NUMBER:
        return first.shape == shapes.DAY and (here.kind == kinds.ORDINAL or first.year is None)
    if first.shape == shapes.YEAR and last.lacks_year:
        return False
    if last.shape == shapes.YEAR:
        return first.shape in (shapes.YEAR, shapes.PART_YEAR) or (first.year is not None and first.shape != shapes.DAY)
    return True


def _complete(first: Unit, last: Unit) -> bool:
    """Give each end of a span the month that only the other end has; False where they cannot belong together.

    A year that one end lacks is settled when the span is placed, since the span may run over New Year.
    """
    if first.shape == shapes.DAY_NUMBER:
        if last.shape != shapes.DAY or last.month is None:
            return last.shape == shapes.NONE
        first.shape, first.month, first.year = shapes.DAY, last.month, last.year
    if last.shape == shapes.DAY_NUMBER:
        last.shape, last.month = shapes.DAY, first.month
        last.year = first.year if last.year is None else last.year
        first.year = last.year
    return True


def weak(lexemes: Lexemes) -> Expression | None:
    """The expression of a text that has none beyond doubt: `3/2`, `2015`, `2013-2015`, `February`, `12.05`."""
    for kind, mark in _WEAK_KINDS:
        for place, lexeme in enumerate(lexemes):
            if lexeme.kind != kind or (mark and lexeme.mark not in mark):
                continue
            counted = kind == kinds.PAIR and lexemes[place + 1].kind == kinds.RELATIVE
            found = None if counted else _weak_at(lexemes, place)
            if found is not None:
                return found
    return None


def _weak_at(lexemes: Lexemes, place: int) -> Expression | None:
    between = place > 0 and lexemes[place - 1].kind == kinds.BETWEEN
    numbers = _month_by_numbers(lexemes, place)
    if numbers is not None:
        return numbers
    found = unit_at(lexemes, place) or pair_as_day(lexemes, place)
    if found is None:
        return None
    unit, stop = found
    stop = _weekday_after(lexemes, stop, unit)
    span = _second(lexemes, place, (unit, stop), between)
    expression = span or Expression(place, stop, unit)
    if between:
        expression.start = place - 1
        unit.doubtful = unit.doubtful or span is None
    return expression


def _month_by_numbers(lexemes: Lexemes, place: int) -> Expression | None:
    """`05 2015`, where nothing else stands in the text."""
    if place != 1 or (lexemes[0].kind, lexemes[1].kind, lexemes[2].kind) != (kinds.NUMBER, kinds.YEAR, kinds.END):
        return None
    if lexemes[1].start - lexemes[0].end != 1:
        return None
    month = lexemes[0].numbers[0]
    return Expression(0, 2, Unit(shapes.MONTH, lexemes[1].numbers[0], month, impossible=not 1 <= month <= 12))
