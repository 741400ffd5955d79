"""Years, pairs of years, seasons and quarters as they are written, one function for each kind that can begin one."""

from typing import Final

from threadline.domain.dates import kinds, shapes
from threadline.domain.dates.calendar import full_year
from threadline.domain.dates.day_forms import year_follows
from threadline.domain.dates.joins import (
    DAY_NUMBERS,
    FIRST_LIKELY_YEAR,
    GLUED_JOINERS,
    LAST_LIKELY_YEAR,
    Found,
    Lexemes,
    is_glued,
    year_at,
)
from threadline.domain.dates.phrases import WINTER
from threadline.domain.dates.units import Unit

_QUARTER_WORDS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def year(lexemes: Lexemes, place: int) -> Found:
    """`2015 May 3`, `2015 Q1`, `2014 - 2015 financial year`, `2015`."""
    named = named_years(lexemes, place)
    if named is not None:
        return named
    number, after = lexemes[place].numbers[0], place + 1
    if lexemes[after].kind in GLUED_JOINERS and is_glued(lexemes, after):
        after += 1
    following = lexemes[after]
    if following.kind == kinds.MONTH and lexemes[after + 1].kind != kinds.YEAR and following.numbers[0]:
        return _year_month(lexemes, after, number)
    if following.kind == kinds.QUARTER and lexemes[after + 1].kind == kinds.NUMBER:
        return _quarter_of(number, lexemes[after + 1].numbers[0]), after + 2
    if following.kind == kinds.SEASON and lexemes[after + 1].kind != kinds.YEAR:
        return Unit(shapes.SEASON, number, part=following.numbers[0]), after + 1
    likely = FIRST_LIKELY_YEAR <= number <= LAST_LIKELY_YEAR
    return Unit(shapes.YEAR, number, repaired=lexemes[place].repaired, doubtful=not likely), place + 1


def _year_month(lexemes: Lexemes, place: int, year_number: int) -> Found:
    """The month, and perhaps the day, after a year; none where another year follows, for then the first is a time."""
    month, after = lexemes[place].numbers[0], place + 1
    if lexemes[after].kind == kinds.DASH and is_glued(lexemes, after):
        after += 1
    doubtful = not FIRST_LIKELY_YEAR <= year_number <= LAST_LIKELY_YEAR
    if lexemes[after].kind not in DAY_NUMBERS:
        return Unit(shapes.MONTH, year_number, month, doubtful=doubtful), place + 1
    if year_follows(lexemes, after + 1):
        return None
    return Unit(shapes.DAY, year_number, month, lexemes[after].numbers[0], doubtful=doubtful), after + 1


def years_at(lexemes: Lexemes, place: int) -> tuple[int, bool, int] | None:
    """Two years written together, as `2014/15`: (first, whether the second is the next year, next place)."""
    here, other = lexemes[place], lexemes[place + 2]
    if here.kind == kinds.YEAR_PAIR:
        first, second, digits = here.numbers
        return first, _follows(first, second, digits), place + 1
    if here.kind == kinds.PAIR and here.mark != ".":
        first = full_year(f"{here.numbers[0]:02}")
        return first, _follows(first, here.numbers[1], 2), place + 1
    joined = here.kind == kinds.YEAR and lexemes[place + 1].kind in (kinds.DASH, kinds.SLASH, kinds.BOUND)
    if joined and other.kind in (kinds.YEAR, kinds.NUMBER):
        return here.numbers[0], _follows(here.numbers[0], other.numbers[0], len(other.text)), place + 3
    return None


def _follows(first: int, second: int, digits: int) -> bool:
    """Whether the second year, written with so many digits, is the one after the first."""
    return str(first + 1)[-digits:] == f"{second:0{digits}}"


def year_kind(lexemes: Lexemes, place: int) -> Found:
    """`FY 2014/15`, `academic year 2014-15`; with a single year it could begin or end in it."""
    after = place + 2 if lexemes[place + 1].kind in (kinds.MARK, kinds.COMMA) else place + 1
    pair = years_at(lexemes, after)
    if pair is None:
        single = lexemes[after].kind in (kinds.YEAR, kinds.NUMBER)
        return (Unit(shapes.NONE), after + 1) if single else None
    return _kind_of_year(lexemes[place].mark, pair[0], pair[1]), pair[2]


def named_years(lexemes: Lexemes, place: int) -> Found:
    """Two years and then what they are: `2014 - 2015 academic year`, `14/15 financial year`."""
    pair = years_at(lexemes, place)
    if pair is None or lexemes[pair[2]].kind != kinds.YEAR_KIND:
        return None
    return _kind_of_year(lexemes[pair[2]].mark, pair[0], pair[1]), pair[2] + 1


def _kind_of_year(kind: str, first: int, follows: bool) -> Unit:
    return Unit(shapes.FINANCIAL if kind == "financial" else shapes.ACADEMIC, first, impossible=not follows)


def year_pair(lexemes: Lexemes, place: int) -> Found:
    """`2014/15 financial year`, `2015-05`; `2014/15` by itself could be a financial, school or calendar span."""
    named = named_years(lexemes, place)
    if named is not None:
        return named
    first, second, digits = lexemes[place].numbers
    follows = digits > 1 and _follows(first, second, digits)
    if digits == 4:
        return Unit(shapes.NONE), place + 1
    slash = lexemes[place].mark == "/"
    if 1 <= second <= 12 and not (slash and follows):
        return Unit(shapes.MONTH, first, second, doubtful=follows), place + 1
    if follows or (slash and second > first % 100):
        return Unit(shapes.NONE), place + 1
    return Unit(shapes.MONTH, first, second, impossible=True), place + 1


def season(lexemes: Lexemes, place: int) -> Found:
    """`winter 2014/15`, `summer 2015`, `spring`."""
    part = lexemes[place].numbers[0]
    pair = years_at(lexemes, place + 1)
    if pair is not None:
        fits = part == WINTER and pair[1]
        return (Unit(shapes.SEASON, pair[0], part=part) if fits else Unit(shapes.NONE)), pair[2]
    single = year_at(lexemes, place + 1)
    if single is not None:
        return Unit(shapes.SEASON, single[0], part=part), single[1]
    if lexemes[place + 1].kind in (kinds.WORD, kinds.RELATIVE):
        return None
    return Unit(shapes.SEASON, part=part), place + 1


def _quarter_of(year_number: int | None, quarter: int) -> Unit:
    return Unit(shapes.QUARTER, year_number, part=quarter, impossible=not 1 <= quarter <= 4)


def quarter(lexemes: Lexemes, place: int) -> Found:
    """`Q1 2015`, `Q1/2015`, `quarter 1`."""
    number = lexemes[place + 1]
    if number.kind == kinds.MONTH_YEAR:
        return _quarter_of(*number.numbers), place + 2
    if number.kind not in DAY_NUMBERS:
        return None
    return quarter_year(number.numbers[0], lexemes, place + 2)


def quarter_year(quarter: int, lexemes: Lexemes, place: int) -> Found:
    if lexemes[place].kind in (kinds.YEAR_KIND, kinds.YEAR_PAIR):
        return Unit(shapes.NONE), place + 1
    following = year_at(lexemes, place)
    if following is None:
        return _quarter_of(None, quarter), place
    return _quarter_of(following[0], quarter), following[1]


def worded_quarter(lexemes: Lexemes, place: int) -> Found:
    """`first quarter of 2015`."""
    quarter = _QUARTER_WORDS.get(lexemes[place].text)
    if quarter is None or lexemes[place + 1].kind != kinds.QUARTER:
        return None
    return quarter_year(quarter, lexemes, place + 2)
