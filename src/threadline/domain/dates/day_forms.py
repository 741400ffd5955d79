"""Days and months as they are written, one function for each kind of lexeme that can begin one.

Each takes the lexemes and a place and returns the unit with the place after it, or None where none begins there.
"""

from typing import Final

from threadline.domain.dates import kinds, shapes
from threadline.domain.dates.calendar import full_year, is_day
from threadline.domain.dates.joins import (
    DAY_NUMBERS,
    FIRST_LIKELY_YEAR,
    JOINERS,
    LAST_LIKELY_YEAR,
    NUMERIC,
    Found,
    Lexemes,
    year_at,
)
from threadline.domain.dates.units import Unit

_WEEKS: Final = frozenset((40, 52))
"""In health records `6/52` is six weeks and `36/40` the weeks of a pregnancy."""


def day_number(lexemes: Lexemes, place: int) -> Found:
    """`3 February 2015`, `3-Feb-15`, `3rd Feb`; a number alone is the beginning of a span at best."""
    here = lexemes[place]
    after = place + 1
    if lexemes[after].kind in JOINERS and lexemes[after + 1].kind == kinds.MONTH:
        after += 1
    number = here.numbers[0]
    if lexemes[after].kind != kinds.MONTH:
        possible = 1 <= number <= 31
        return (Unit(shapes.DAY_NUMBER, day=number, repaired=here.repaired), place + 1) if possible else None
    month = lexemes[after]
    unit = Unit(shapes.DAY, month=month.numbers[0], day=number, repaired=here.repaired or month.repaired)
    return _dated(unit, lexemes, after + 1)


def _dated(unit: Unit, lexemes: Lexemes, place: int) -> tuple[Unit, int]:
    """The unit with the year that follows, if one does; a day that no year has is impossible already."""
    year = year_at(lexemes, place)
    if year is not None:
        unit.year, place = year
        unit.repaired = unit.repaired or lexemes[place - 1].repaired
        in_full = lexemes[place - 1].kind == kinds.YEAR
        unit.doubtful = in_full and not FIRST_LIKELY_YEAR <= unit.year <= LAST_LIKELY_YEAR
    if not unit.month:
        unit.shape = shapes.NONE
    elif not is_day(None, unit.month, unit.day or 0):
        unit.impossible = True
    return unit, place


def month(lexemes: Lexemes, place: int) -> Found:
    """`May 2015`, `May-12`, `May 12th 2015`, `May`; `May 12` could be a day or a year."""
    here, after = lexemes[place], lexemes[place + 1]
    month = here.numbers[0]
    if not month:
        year = year_at(lexemes, place + 1)
        return Unit(shapes.NONE), place + 1 if year is None else year[1]
    if after.kind == kinds.ORDINAL or (after.kind == kinds.NUMBER and year_follows(lexemes, place + 2)):
        return _dated(Unit(shapes.DAY, month=month, day=after.numbers[0], repaired=here.repaired), lexemes, place + 2)
    if after.kind == kinds.NUMBER:
        return _month_and_number(lexemes, place)
    unit = Unit(shapes.MONTH, month=month, repaired=here.repaired)
    year = year_at(lexemes, place + 1)
    if year is None:
        return unit, place + 1
    unit.year, place = year
    unit.repaired = unit.repaired or lexemes[place - 1].repaired
    return unit, place


def year_follows(lexemes: Lexemes, place: int) -> bool:
    """A year after `May 12`, at once or after a comma, or after the second day of `May 12 - 14 2015`."""
    if lexemes[place].kind == kinds.COMMA:
        place += 1
    elif lexemes[place].kind in (kinds.DASH, kinds.BOUND):
        after = place + 2 if lexemes[place + 1].kind == kinds.MONTH else place + 1
        return lexemes[after].kind in DAY_NUMBERS and year_follows(lexemes, after + 1)
    return lexemes[place].kind == kinds.YEAR


def _month_and_number(lexemes: Lexemes, place: int) -> Found:
    month, number = lexemes[place], lexemes[place + 1]
    if number.numbers[0] > 31:
        year = full_year(number.text)
        return Unit(shapes.MONTH, year=year, month=month.numbers[0], repaired=month.repaired), place + 2
    if len(number.text) == 1:
        return _dated(Unit(shapes.DAY, month=month.numbers[0], day=number.numbers[0]), lexemes, place + 2)
    return Unit(shapes.NONE), place + 2


def day(lexemes: Lexemes, place: int) -> Found:
    here = lexemes[place]
    year, month, day = here.numbers
    unit = Unit(shapes.DAY, year, month, day, repaired=here.repaired)
    if here.mark == kinds.BAD_YEAR:
        unit.shape = shapes.NONE
    unit.impossible = here.mark == kinds.NO_SUCH_DAY
    unit.doubtful = here.mark in (kinds.SWAPPED, kinds.LETTERS)
    after = place + 1
    if lexemes[after].start == here.end and _is_stray_mark(lexemes, after, here.text):
        unit.repaired, after = True, after + 1
    return unit, after


def _is_stray_mark(lexemes: Lexemes, place: int, date_text: str) -> bool:
    """`22.05.16.`, `22-05-16-`: one separator too many."""
    kind = lexemes[place].kind
    if kind == kinds.DASH:
        return "-" in date_text and lexemes[place + 1].kind == kinds.END
    following = lexemes[place + 1]
    numeric = following.kind in NUMERIC and (kind == kinds.SLASH or following.start == lexemes[place].end)
    return kind in (kinds.STOP, kinds.SLASH) and following.kind != kinds.WORD and not numeric


def unknown_day(lexemes: Lexemes, place: int) -> Found:
    here = lexemes[place]
    year, month = here.numbers
    unit = Unit(shapes.MONTH, year, month) if month else Unit(shapes.YEAR, year)
    unit.impossible = bool(here.mark)
    return unit, place + 1


def month_year(lexemes: Lexemes, place: int) -> Found:
    here = lexemes[place]
    year, month = here.numbers
    return Unit(shapes.MONTH, year, month, impossible=bool(here.mark)), place + 1


def pair_as_day(lexemes: Lexemes, place: int) -> Found:
    """`3/2` as day and month; `8/99` as month and year; None for a clock time (`14.30`)."""
    here = lexemes[place]
    if here.kind != kinds.PAIR:
        return None
    day, month = here.numbers
    after = place + 1
    if is_day(None, month, day):
        return Unit(shapes.DAY, month=month, day=day, repaired=len(here.mark) > 1), after
    if 12 < month <= 31 and (1 <= day <= 12 or month == day + 1):
        return Unit(shapes.NONE), after
    if here.mark == ".":
        return None
    if 1 <= day <= 12 and month > 31:
        return Unit(shapes.MONTH, full_year(f"{month:02}"), day, doubtful=month in _WEEKS), after
    return Unit(shapes.DAY, month=month, day=day, impossible=True), after
