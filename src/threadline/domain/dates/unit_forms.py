"""Units of the calendar as they are written, one function for each kind of lexeme that can begin one.

Each takes the lexemes and a place and returns the unit with the place after it, or None where none begins there.
"""

from collections.abc import Callable, Sequence
from typing import Final

from threadline.domain.dates import kinds, shapes
from threadline.domain.dates.calendar import full_year, is_day
from threadline.domain.dates.kinds import Lexeme
from threadline.domain.dates.phrases import WINTER
from threadline.domain.dates.units import Unit

Lexemes = Sequence[Lexeme]
Found = tuple[Unit, int] | None
_JOINERS: Final = frozenset((kinds.DASH, kinds.SLASH, kinds.STOP, kinds.COMMA))
_GLUED_JOINERS: Final = frozenset((kinds.DASH, kinds.SLASH, kinds.STOP))
_NUMERIC: Final = frozenset((kinds.NUMBER, kinds.ORDINAL, kinds.PAIR, kinds.DIGITS, kinds.YEAR, kinds.DAY))
_DAY_NUMBERS: Final = frozenset((kinds.NUMBER, kinds.ORDINAL))
FIRST_LIKELY_YEAR: Final = 1940
LAST_LIKELY_YEAR: Final = 2029
"""Four digits outside these are more often an hour and minutes than a year; either way they are asked about."""
_QUARTER_WORDS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def is_glued(lexemes: Lexemes, place: int) -> bool:
    """Whether a lexeme touches both its neighbours."""
    here = lexemes[place]
    return lexemes[place - 1].end == here.start and here.end == lexemes[place + 1].start


def year_at(lexemes: Lexemes, place: int) -> tuple[int, int] | None:
    """A year after a month name, perhaps joined by a mark: (year, next place)."""
    joiner = lexemes[place].kind
    before_year = joiner in (kinds.COMMA, kinds.DASH) and lexemes[place + 1].kind == kinds.YEAR
    if before_year or (joiner in _GLUED_JOINERS and is_glued(lexemes, place)):
        place += 1
    if lexemes[place].kind == kinds.APOSTROPHE:
        place += 1
    here, after = lexemes[place], lexemes[place + 1]
    if here.kind == kinds.YEAR:
        return (
            (here.numbers[0], place + 1) if after.kind != kinds.MONTH or lexemes[place + 2].kind != kinds.YEAR else None
        )
    if here.kind != kinds.NUMBER or len(here.text) != 2 or after.kind == kinds.MONTH:
        return None
    hours = after.kind == kinds.DASH and is_glued(lexemes, place + 1) and lexemes[place + 2].kind == kinds.CLOCK
    return None if hours else (full_year(f"{here.numbers[0]:02}"), place + 1)


def _day_number(lexemes: Lexemes, place: int) -> Found:
    """`3 February 2015`, `3-Feb-15`, `3rd Feb`; a number alone is the beginning of a span at best."""
    here = lexemes[place]
    after = place + 1
    if lexemes[after].kind in _JOINERS and lexemes[after + 1].kind == kinds.MONTH:
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


def _month(lexemes: Lexemes, place: int) -> Found:
    """`May 2015`, `May-12`, `May 12th 2015`, `May`; `May 12` could be a day or a year."""
    here, after = lexemes[place], lexemes[place + 1]
    month = here.numbers[0]
    if not month:
        year = year_at(lexemes, place + 1)
        return Unit(shapes.NONE), place + 1 if year is None else year[1]
    if after.kind == kinds.ORDINAL or (after.kind == kinds.NUMBER and _year_follows(lexemes, place + 2)):
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


def _year_follows(lexemes: Lexemes, place: int) -> bool:
    """A year after `May 12`, at once or after a comma, or after the second day of `May 12 - 14 2015`."""
    if lexemes[place].kind == kinds.COMMA:
        place += 1
    elif lexemes[place].kind in (kinds.DASH, kinds.BOUND):
        after = place + 2 if lexemes[place + 1].kind == kinds.MONTH else place + 1
        return lexemes[after].kind in _DAY_NUMBERS and _year_follows(lexemes, after + 1)
    return lexemes[place].kind == kinds.YEAR


def _month_and_number(lexemes: Lexemes, place: int) -> Found:
    month, number = lexemes[place], lexemes[place + 1]
    if number.numbers[0] > 31:
        year = full_year(number.text)
        return Unit(shapes.MONTH, year=year, month=month.numbers[0], repaired=month.repaired), place + 2
    if len(number.text) == 1:
        return _dated(Unit(shapes.DAY, month=month.numbers[0], day=number.numbers[0]), lexemes, place + 2)
    return Unit(shapes.NONE), place + 2


def _day(lexemes: Lexemes, place: int) -> Found:
    here = lexemes[place]
    year, month, day = here.numbers
    unit = Unit(shapes.DAY, year, month, day, repaired=here.repaired)
    if here.mark == kinds.BAD_YEAR:
        unit.shape = shapes.NONE
    unit.impossible = here.mark == kinds.NO_SUCH_DAY
    unit.doubtful = here.mark == kinds.SWAPPED
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
    numeric = following.kind in _NUMERIC and (kind == kinds.SLASH or following.start == lexemes[place].end)
    return kind in (kinds.STOP, kinds.SLASH) and following.kind != kinds.WORD and not numeric


def _unknown_day(lexemes: Lexemes, place: int) -> Found:
    here = lexemes[place]
    year, month = here.numbers
    unit = Unit(shapes.MONTH, year, month) if month else Unit(shapes.YEAR, year)
    unit.impossible = bool(here.mark)
    return unit, place + 1


def _month_year(lexemes: Lexemes, place: int) -> Found:
    here = lexemes[place]
    year, month = here.numbers
    return Unit(shapes.MONTH, year, month, impossible=bool(here.mark)), place + 1


def year(lexemes: Lexemes, place: int) -> Found:
    """`2015 May 3`, `2015 Q1`, `2014 - 2015 financial year`, `2015`."""
    named = _named_years(lexemes, place)
    if named is not None:
        return named
    number, after = lexemes[place].numbers[0], place + 1
    if lexemes[after].kind in _GLUED_JOINERS and is_glued(lexemes, after):
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
    if lexemes[after].kind not in _DAY_NUMBERS:
        return Unit(shapes.MONTH, year_number, month, doubtful=doubtful), place + 1
    if _year_follows(lexemes, after + 1):
        return None
    return Unit(shapes.DAY, year_number, month, lexemes[after].numbers[0], doubtful=doubtful), after + 1


def years_at(lexemes: Lexemes, place: int) -> tuple[int, bool, int] | None:
    """Two years written together, as `2014/15`: (first, whether the second is the next year, next place)."""
    here = lexemes[place]
    if here.kind == kinds.YEAR_PAIR:
        first, second, _ = here.numbers
    elif here.kind == kinds.PAIR and here.mark != ".":
        first, second = full_year(f"{here.numbers[0]:02}"), here.numbers[1]
    elif here.kind == kinds.YEAR and lexemes[place + 1].kind in (kinds.DASH, kinds.SLASH, kinds.BOUND):
        other = lexemes[place + 2]
        if other.kind not in (kinds.YEAR, kinds.NUMBER):
            return None
        return here.numbers[0], (here.numbers[0] + 1) % 100 == other.numbers[0] % 100, place + 3
    else:
        return None
    return first, (first + 1) % 100 == second % 100, place + 1


def _year_kind(lexemes: Lexemes, place: int) -> Found:
    """`FY 2014/15`, `academic year 2014-15`; with a single year it could begin or end in it."""
    after = place + 2 if lexemes[place + 1].kind in (kinds.MARK, kinds.COMMA) else place + 1
    pair = years_at(lexemes, after)
    if pair is None:
        single = lexemes[after].kind in (kinds.YEAR, kinds.NUMBER)
        return (Unit(shapes.NONE), after + 1) if single else None
    return _kind_of_year(lexemes[place].mark, pair[0], pair[1]), pair[2]


def _named_years(lexemes: Lexemes, place: int) -> Found:
    """Two years and then what they are: `2014 - 2015 academic year`, `14/15 financial year`."""
    pair = years_at(lexemes, place)
    if pair is None or lexemes[pair[2]].kind != kinds.YEAR_KIND:
        return None
    return _kind_of_year(lexemes[pair[2]].mark, pair[0], pair[1]), pair[2] + 1


def _kind_of_year(kind: str, first: int, follows: bool) -> Unit:
    return Unit(shapes.FINANCIAL if kind == "financial" else shapes.ACADEMIC, first, impossible=not follows)


def _year_pair(lexemes: Lexemes, place: int) -> Found:
    """`2014/15 financial year`, `2015-05`; `2014/15` by itself could be a financial, school or calendar span."""
    named = _named_years(lexemes, place)
    if named is not None:
        return named
    first, second, digits = lexemes[place].numbers
    follows = (first + 1) % 100 == second % 100
    if digits == 4:
        return Unit(shapes.NONE), place + 1
    slash = lexemes[place].mark == "/"
    if 1 <= second <= 12 and not (slash and follows and digits == 2):
        return Unit(shapes.MONTH, first, second, doubtful=follows and digits == 2), place + 1
    if follows or (slash and second > first % 100):
        return Unit(shapes.NONE), place + 1
    return Unit(shapes.MONTH, first, 1, impossible=True), place + 1


def _season(lexemes: Lexemes, place: int) -> Found:
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


def _quarter(lexemes: Lexemes, place: int) -> Found:
    """`Q1 2015`, `Q1/2015`, `quarter 1`."""
    number = lexemes[place + 1]
    if number.kind == kinds.MONTH_YEAR:
        return _quarter_of(*number.numbers), place + 2
    if number.kind not in _DAY_NUMBERS:
        return None
    return _quarter_year(number.numbers[0], lexemes, place + 2)


def _quarter_year(quarter: int, lexemes: Lexemes, place: int) -> Found:
    if lexemes[place].kind in (kinds.YEAR_KIND, kinds.YEAR_PAIR):
        return Unit(shapes.NONE), place + 1
    following = year_at(lexemes, place)
    if following is None:
        return _quarter_of(None, quarter), place
    return _quarter_of(following[0], quarter), following[1]


def _worded_quarter(lexemes: Lexemes, place: int) -> Found:
    """`first quarter of 2015`."""
    quarter = _QUARTER_WORDS.get(lexemes[place].text)
    if quarter is None or lexemes[place + 1].kind != kinds.QUARTER:
        return None
    return _quarter_year(quarter, lexemes, place + 2)


def _number(lexemes: Lexemes, place: int) -> Found:
    """`3 February`, `1st quarter of 2015`, `1Q 2015`."""
    if lexemes[place + 1].kind == kinds.QUARTER:
        return _quarter_year(lexemes[place].numbers[0], lexemes, place + 2)
    return _day_number(lexemes, place)


def _part(lexemes: Lexemes, place: int) -> Found:
    """`early May 2015`, `mid-2015`, `end of February`."""
    part = lexemes[place].numbers[0]
    after = place + 1
    if lexemes[after].kind == kinds.DASH:
        after += 1
    form = {
        kinds.MONTH: _month_of_part,
        kinds.YEAR: year,
        kinds.MONTH_YEAR: _month_year,
        kinds.YEAR_PAIR: _year_pair,
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
        return _month(lexemes, place)
    here = lexemes[place]
    return Unit(shapes.MONTH, year_after[0], here.numbers[0], repaired=here.repaired), year_after[1]


def _week(lexemes: Lexemes, place: int) -> Found:
    """`w/c 29/12/14`, `week ending Friday 2 January`."""
    after = place + 1
    while lexemes[after].kind in (kinds.MARK, kinds.COMMA, kinds.DASH, kinds.STOP):
        after += 1
    found = unit_at(lexemes, after) or pair_as_day(lexemes, after)
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
        return Unit(shapes.MONTH, full_year(f"{month:02}"), day), after
    return Unit(shapes.DAY, month=month, day=day, impossible=True), after


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
    kinds.DAY: _day,
    kinds.UNKNOWN_DAY: _unknown_day,
    kinds.NUMBER: _number,
    kinds.ORDINAL: _number,
    kinds.MONTH: _month,
    kinds.MONTH_YEAR: _month_year,
    kinds.YEAR: year,
    kinds.PAIR: _named_years,
    kinds.YEAR_PAIR: _year_pair,
    kinds.YEAR_KIND: _year_kind,
    kinds.SEASON: _season,
    kinds.QUARTER: _quarter,
    kinds.RELATIVE: _worded_quarter,
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
