"""Why a text gives no date, or one that a person should confirm: each reason as the middle of a sentence."""

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from threadline.domain.dates import kinds, shapes
from threadline.domain.dates.analysis import Analysis
from threadline.domain.dates.calendar import FIRST_YEAR, LAST_YEAR, MONTH_DAYS, days_in
from threadline.domain.dates.joins import FIRST_LIKELY_YEAR, LAST_LIKELY_YEAR
from threadline.domain.dates.months import MONTHS, WEEKDAYS
from threadline.domain.dates.reading import DateReading
from threadline.domain.dates.units import Unit

_EIGHT: Final = 8
_ONE_YEAR: Final = frozenset((kinds.YEAR, kinds.NUMBER))
_MARKED: Final = {
    kinds.SWAPPED: "days come before months here, and the text fits only the other way round",
    kinds.LETTERS: "a letter stands for a digit, and it is not sure which digit",
    kinds.BAD_YEAR: f"its year is not one from {FIRST_YEAR} to {LAST_YEAR}",
    kinds.MIDNIGHT_24: "24:00 may be the midnight before or the one after",
    kinds.UNSURE: "the hour may be before or after noon",
}
_MOVED: Final = "the words or numbers around it may move it or name other days"


def no_such_day(unit: Unit) -> str:
    """What the calendar lacks; empty where it lacks nothing."""
    if unit.shape == shapes.QUARTER:
        return "" if 1 <= unit.part <= 4 else "a year has four quarters"
    if unit.shape in (shapes.FINANCIAL, shapes.ACADEMIC):
        return "the second year must be the one after the first" if unit.impossible else ""
    if unit.month is None:
        return ""
    if not 1 <= unit.month <= 12:
        return f"there is no month {unit.month}"
    if unit.shape != shapes.DAY or unit.day is None:
        return ""
    if unit.day < 1:
        return "there is no day 0"
    days = days_in(unit.year, unit.month)
    if unit.day <= days:
        return ""
    leap = f" in {unit.year}" if unit.month == 2 and unit.day <= MONTH_DAYS[2] else ""
    return f"{MONTHS[unit.month - 1].title()} has {days} days{leap}"


def weekday_said(found: Analysis, reading: DateReading) -> str:
    """The weekdays written in the text that are not the ones of the days read."""
    days = {day.weekday() for day in (reading.earliest, reading.latest) if day is not None}
    said = [lexeme.numbers[0] for lexeme in found.lexemes if lexeme.kind == kinds.WEEKDAY]
    wrong = [number for number in said if number not in days] or said
    return " and ".join(dict.fromkeys(WEEKDAYS[number].title() for number in wrong))


def doubt(found: Analysis, reading: DateReading) -> str:
    """Why the text may mean something else: the first reason that applies."""
    for lexeme in found.lexemes:
        if lexeme.mark == kinds.SWAPPED and len(lexeme.text) == _EIGHT and lexeme.text.isdigit():
            return "eight digits are read year first, and these fit only day first"
        if lexeme.mark in _MARKED and lexeme.kind in (kinds.DAY, kinds.CLOCK):
            return _MARKED[lexeme.mark]
    return next((sentence for applies, sentence in _REASONS if applies(found, reading)), _MOVED)


def _month_could_be_several(found: Analysis, reading: DateReading) -> bool:
    return any(lexeme.kind == kinds.MONTH and not lexeme.numbers[0] for lexeme in found.lexemes)


def _is_quarter_of_named_year(found: Analysis, reading: DateReading) -> bool:
    kinds_found = {lexeme.kind for lexeme in found.lexemes}
    return kinds.QUARTER in kinds_found and bool(kinds_found & {kinds.YEAR_PAIR, kinds.YEAR_KIND})


def _is_half_a_named_year(found: Analysis, reading: DateReading) -> bool:
    neighbours = pairwise(found.lexemes)
    single = any(one.kind == kinds.YEAR_KIND and two.kind in _ONE_YEAR for one, two in neighbours)
    return single and not reading.is_dated


def _is_pair_of_years(found: Analysis, reading: DateReading) -> bool:
    expression = found.expression
    paired = any(lexeme.kind in (kinds.YEAR_PAIR, kinds.YEAR_KIND) for lexeme in found.lexemes)
    return paired and expression is not None and expression.stop - expression.start <= 2


def _is_day_or_year(found: Analysis, reading: DateReading) -> bool:
    expression = found.expression
    if expression is None or expression.first.shape != shapes.NONE:
        return False
    return found.lexemes[expression.start].kind in (kinds.MONTH, kinds.PAIR)


def _lacks_marks(found: Analysis, reading: DateReading) -> bool:
    return found.expression is None


def _runs_over_new_year(found: Analysis, reading: DateReading) -> bool:
    expression = found.expression
    if expression is None or expression.last is None or reading.earliest is None or reading.latest is None:
        return False
    one_year = expression.first.lacks_year or expression.last.lacks_year
    return one_year and reading.earliest.year != reading.latest.year


def _is_night_of_one_day(found: Analysis, reading: DateReading) -> bool:
    return found.around.overnight and found.expression is not None and found.expression.last is None


def _may_be_a_time(found: Analysis, reading: DateReading) -> bool:
    years = [lexeme.numbers[0] for lexeme in found.lexemes if lexeme.kind == kinds.YEAR]
    return any(not FIRST_LIKELY_YEAR <= year <= LAST_LIKELY_YEAR for year in years)


def _holds_several(found: Analysis, reading: DateReading) -> bool:
    days = [lexeme for lexeme in found.lexemes if lexeme.kind == kinds.DAY or lexeme.mark == kinds.DAY]
    return len(days) > 1 and (found.expression is None or found.expression.last is None)


_REASONS: Final[tuple[tuple[Callable[[Analysis, DateReading], bool], str], ...]] = (
    (_is_quarter_of_named_year, "the quarters of a financial year are not those of a calendar year"),
    (_is_half_a_named_year, "a financial or school year is written with both its years, as 2014/15"),
    (_month_could_be_several, "the month is misspelt and could be several"),
    (_is_pair_of_years, "two years together may be a financial year, a school year or a span of whole years"),
    (_is_day_or_year, "a number may be a day or a year"),
    (_lacks_marks, "digits without marks between them can be read in several ways"),
    (_runs_over_new_year, "the span runs over New Year, and its years are not both written"),
    (_is_night_of_one_day, "a night belongs to two days, and only one is written"),
    (_may_be_a_time, "four of its digits may be a time of day"),
    (_holds_several, "it holds more than one date"),
)
