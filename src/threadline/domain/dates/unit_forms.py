"""Any unit of the calendar: the form that begins with each kind of lexeme, and what may stand before a unit."""

from collections.abc import Callable
from typing import Final

from threadline.domain.dates import day_forms, kinds, shapes, year_forms
from threadline.domain.dates.joins import Found, Lexemes, year_at
from threadline.domain.dates.units import Unit


def _number(lexemes: Lexemes, place: int) -> Found:
    """`3 February`, `1st quarter of 2015`, `1Q 2015`."""
    if lexemes[place + 1].kind == kinds.QUARTER:
        return year_forms.quarter_year(lexemes[place].numbers[0], lexemes, place + 2)
    return day_forms.day_number(lexemes, place)


def _part(lexemes: Lexemes, place: int) -> Found:
    """`early May 2015`, `mid-2015`, `end of February`."""
    part = lexemes[place].numbers[0]
    after = place + 1
    if lexemes[after].kind == kinds.DASH:
        after += 1
    form = {
        kinds.MONTH: _month_of_part,
        kinds.YEAR: year_forms.year,
        kinds.MONTH_YEAR: day_forms.month_year,
        kinds.YEAR_PAIR: year_forms.year_pair,
    }.get(lexemes[after].kind)
    found = form(lexemes, after) if form else None
    if found is None:
        return None
    unit, stop = found
    if unit.shape == shapes.MONTH:
        unit.shape, unit.part = shapes.PART_MONTH, part
    elif unit.shape == shapes.YEAR:
        unit.shape, unit.part, unit.doubtful = shapes.PART_YEAR, part, False
    elif unit.shape != shapes.NONE:
        return None
    return unit, stop


def _month_of_part(lexemes: Lexemes, place: int) -> Found:
    """The month after `early`; here `May 15` can only be the year."""
    year_after = year_at(lexemes, place + 1)
    if year_after is None or not lexemes[place].numbers[0]:
        return day_forms.month(lexemes, place)
    here = lexemes[place]
    return Unit(shapes.MONTH, year_after[0], here.numbers[0], repaired=here.repaired), year_after[1]


def _week(lexemes: Lexemes, place: int) -> Found:
    """`w/c 29/12/14`, `week ending Friday 2 January`."""
    after = place + 1
    while lexemes[after].kind in (kinds.MARK, kinds.COMMA, kinds.DASH, kinds.STOP):
        after += 1
    found = unit_at(lexemes, after) or day_forms.pair_as_day(lexemes, after)
    if found is None or found[0].shape not in (shapes.DAY, shapes.NONE) or found[0].week:
        return None
    found[0].week = lexemes[place].numbers[0]
    # `We` without a mark is as likely Wednesday cut short.
    found[0].doubtful = found[0].doubtful or lexemes[place].text == "we"
    return found


def _ditto(lexemes: Lexemes, place: int) -> Found:
    here, after = lexemes[place], lexemes[place + 1]
    if here.mark == "quote" or after.kind == kinds.RELATIVE or (here.mark == "bare" and after.kind == kinds.WORD):
        return None
    return Unit(shapes.SAME), place + 1


def _approximate(lexemes: Lexemes, place: int) -> Found:
    while lexemes[place].kind == kinds.APPROX:
        place += 1
    found = unit_at(lexemes, place)
    if found is not None:
        found[0].approximate = True
    return found


def _weekday(lexemes: Lexemes, place: int) -> Found:
    """`Tues 3 February 2015`, `Tuesday, 3rd`."""
    after = place + 1
    if lexemes[after].kind in (kinds.COMMA, kinds.DASH, kinds.STOP, kinds.MARK):
        after += 1
    found = unit_at(lexemes, after)
    if found is None or found[0].shape not in (shapes.DAY, shapes.DAY_NUMBER, shapes.NONE) or found[0].week:
        return None
    found[0].weekday = lexemes[place].numbers[0]
    return found


_FORMS: Final[dict[str, Callable[[Lexemes, int], Found]]] = {
    kinds.DAY: day_forms.day,
    kinds.UNKNOWN_DAY: day_forms.unknown_day,
    kinds.NUMBER: _number,
    kinds.ORDINAL: _number,
    kinds.MONTH: day_forms.month,
    kinds.MONTH_YEAR: day_forms.month_year,
    kinds.YEAR: year_forms.year,
    kinds.PAIR: year_forms.named_years,
    kinds.YEAR_PAIR: year_forms.year_pair,
    kinds.YEAR_KIND: year_forms.year_kind,
    kinds.SEASON: year_forms.season,
    kinds.QUARTER: year_forms.quarter,
    kinds.RELATIVE: year_forms.worded_quarter,
    kinds.PART: _part,
    kinds.WEEK: _week,
    kinds.WEEKDAY: _weekday,
    kinds.APPROX: _approximate,
    kinds.DITTO: _ditto,
}


def unit_at(lexemes: Lexemes, place: int) -> Found:
    """The unit that begins at a place, without any that would only be a guess; None where there is none."""
    form = _FORMS.get(lexemes[place].kind)
    return form(lexemes, place) if form is not None else None
