"""Numbers written as dates: each function makes the lexeme for one numeric form."""

import re
from dataclasses import replace
from typing import Final

from threadline.domain.dates import kinds
from threadline.domain.dates.calendar import FIRST_YEAR, LAST_YEAR, full_year, is_day, is_year
from threadline.domain.dates.kinds import Lexeme
from threadline.domain.dates.months import MONTH_NAMES

_NUMBERS: Final = re.compile(r"[0-9]+")
_THREE_PARTS: Final = re.compile(r"([0-9]+)([^0-9]+)([0-9]+)([^0-9]+)([0-9]+)")
_LETTERS_AS_DIGITS: Final = str.maketrans("oil|sbzg", "01115829")
_UNUSUAL: Final = re.compile(r"g|(?<![0-9])[sbz](?![0-9])")
"""Letters that are like a digit only on paper and stand without one beside them: the day is read, and asked about."""
_PLAIN_SEPARATORS: Final = frozenset(("/", "-", ".", " "))
_FEWEST_REAL_DIGITS: Final = 3
_KNOWN_NUMBERS: Final = {str(day): (kinds.NUMBER, (day,)) for day in range(32)} | {
    str(year): (kinds.YEAR, (year,)) for year in range(1990, 2030)
}
"""The numbers of most dates, ready made."""


def day_first(text: str, start: int, end: int) -> Lexeme:
    """Day, month, year with any separators; a month over 12 is read month-first and marked so."""
    day, first, month, second, year = _three_parts(text)
    repaired = first not in _PLAIN_SEPARATORS or (first != second and first != second.rstrip("'"))
    return _day(full_year(year), int(month), int(day), (text, start, end), repaired)


def year_first(text: str, start: int, end: int) -> Lexeme:
    """Year, month, day; never any other order."""
    year, first, month, second, day = _three_parts(text)
    numbers = (int(year), int(month), int(day))
    mark = "" if is_day(*numbers) else kinds.NO_SUCH_DAY
    if not is_year(numbers[0]) and not mark:
        mark = kinds.BAD_YEAR
    return Lexeme(kinds.DAY, text, start, end, numbers, mark, first != second or first not in _PLAIN_SEPARATORS)


def _three_parts(text: str) -> tuple[str, ...]:
    """Three numbers and the separators between them, in order."""
    match = _THREE_PARTS.match(text)
    return match.groups() if match is not None else ("0", "", "0", "", "0")


def _day(year: int, month: int, day: int, place: tuple[str, int, int], repaired: bool) -> Lexeme:
    numbers, mark = (year, month, day), ""
    if not is_day(year or None, month, day):
        mark = kinds.NO_SUCH_DAY
        if month > 12 and is_day(year or None, day, month):
            numbers, mark = (year, day, month), kinds.SWAPPED
    if not year and mark != kinds.NO_SUCH_DAY:
        mark = kinds.BAD_YEAR
    return Lexeme(kinds.DAY, *place, numbers, mark, repaired)


def bad_year(text: str, start: int, end: int) -> Lexeme:
    """A date whose year has a single digit."""
    day, month, _ = map(int, _NUMBERS.findall(text))
    return _day(0, month, day, (text, start, end), False)


def lookalike_date(text: str, start: int, end: int) -> Lexeme:
    """A numeric date with letters typed for digits; a plain word where too few real digits stand in it."""
    if sum(letter.isdigit() for letter in text) < _FEWEST_REAL_DIGITS:
        return Lexeme(kinds.WORD, text, start, end)
    # A mark inside the digits must not be taken for a separator, so the letters are changed piece by piece.
    digits = text.translate(_LETTERS_AS_DIGITS)
    reader = year_first if len(_NUMBERS.findall(digits)[0]) == 4 else day_first
    read = replace(reader(digits, start, end), text=text, repaired=True)
    return replace(read, mark=kinds.LETTERS) if not read.mark and _UNUSUAL.search(text) else read


def month_with_digits(text: str, start: int, end: int) -> Lexeme:
    """A month's name with digits typed for its letters (`0ctober`, `Ju1y`)."""
    name = text.replace("0", "o").replace("1", "l")
    return Lexeme(kinds.MONTH, text, start, end, (MONTH_NAMES[name],), repaired=True)


def lookalike(text: str, start: int, end: int) -> Lexeme:
    """A number with letters typed for some of its digits (`2O15`, `l2`)."""
    return replace(number(text.translate(_LETTERS_AS_DIGITS), start, end), text=text, repaired=True)


def unknown_day(text: str, start: int, end: int) -> Lexeme:
    """`??/05/2016` is May 2016 and `xx/xx/2016` is 2016."""
    *months, year = _NUMBERS.findall(text)
    month = int(months[0]) if months else 0
    full = full_year(year)
    mark = kinds.NO_SUCH_DAY if month > 12 or (months and not month) or not full else ""
    return Lexeme(kinds.UNKNOWN_DAY, text, start, end, (full, month), mark)


def month_year(text: str, start: int, end: int) -> Lexeme:
    """`05/2015`."""
    month, year = map(int, _NUMBERS.findall(text))
    mark = "" if 1 <= month <= 12 else kinds.NO_SUCH_DAY
    return Lexeme(kinds.MONTH_YEAR, text, start, end, (year, month), mark)


def year_pair(text: str, start: int, end: int) -> Lexeme:
    """`2014/15`, `2014/2015`, `2015-05`: what it means depends on what stands beside it."""
    year, second = _NUMBERS.findall(text)
    mark = _NUMBERS.split(text)[1].strip()
    return Lexeme(kinds.YEAR_PAIR, text, start, end, (int(year), int(second), len(second)), mark)


def pair(text: str, start: int, end: int) -> Lexeme:
    """`3/2`, `12-14`, `14.30`."""
    first, second = _NUMBERS.findall(text)
    return Lexeme(kinds.PAIR, text, start, end, (int(first), int(second)), _NUMBERS.split(text)[1].strip())


def number(text: str, start: int, end: int) -> Lexeme:
    """A run of digits: a small number, a year, a compact date (20150605), or only digits."""
    known = _KNOWN_NUMBERS.get(text)
    if known is not None:
        return Lexeme(known[0], text, start, end, known[1], text)
    length, value = len(text), int(text) if len(text) <= 8 else 0
    if length <= 2:
        return Lexeme(kinds.NUMBER, text, start, end, (value,), text)
    if length == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        return Lexeme(kinds.YEAR, text, start, end, (value,), text)
    if length == 8:
        return _compact(text, start, end)
    return Lexeme(kinds.DIGITS, text, start, end, (value,), text)


def _compact(text: str, start: int, end: int) -> Lexeme:
    """Eight digits: year first where that gives a plausible year; day first only as a question."""
    year, month, day = full_year(text[:4]), int(text[4:6]), int(text[6:])
    if year and 1 <= month <= 12:
        mark = "" if is_day(year, month, day) else kinds.NO_SUCH_DAY
        return Lexeme(kinds.DAY, text, start, end, (year, month, day), mark)
    day, month, late_year = int(text[:2]), int(text[2:4]), full_year(text[4:])
    if late_year and is_day(late_year, month, day):
        return Lexeme(kinds.DAY, text, start, end, (late_year, month, day), kinds.SWAPPED)
    if year:
        return Lexeme(kinds.DAY, text, start, end, (year, int(text[4:6]), int(text[6:])), kinds.NO_SUCH_DAY)
    return Lexeme(kinds.DIGITS, text, start, end, (int(text),), text)


def ordinal(text: str, start: int, end: int) -> Lexeme:
    """`3rd`."""
    return Lexeme(kinds.ORDINAL, text, start, end, (int(_NUMBERS.findall(text)[0]),))


def decimal(text: str, start: int, end: int) -> Lexeme:
    """A number with three or more decimals: no date by itself."""
    return Lexeme(kinds.DIGITS, text, start, end, (0,), "")
