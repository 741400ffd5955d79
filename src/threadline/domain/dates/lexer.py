"""From a normalised text to its lexemes: numbers by shape, words by the phrase table, brackets by what they hold."""

from collections.abc import Callable
from typing import Final

from threadline.domain.dates import clock_forms, kinds, numerals
from threadline.domain.dates.forms import DIGIT_FORM, DIGIT_NAMES, OTHER_FORM, OTHER_NAMES
from threadline.domain.dates.kinds import Lexeme
from threadline.domain.dates.phrases import (
    BRACKETS,
    COMMENCING,
    COMMENCING_STEMS,
    ENDING,
    ENDING_STEM,
    FILLER,
    LOOK_ON_WORDS,
    WEEK_WORDS,
    WORDS,
    Entry,
)
from threadline.domain.dates.tidy import asides, misspelt

_MAKERS: Final[dict[str, Callable[[str, int, int], Lexeme]]] = {
    "iso_clock": clock_forms.iso_clock,
    "year_first": numerals.year_first,
    "day_first": numerals.day_first,
    "bad_year": numerals.bad_year,
    "clock": clock_forms.clock,
    "oclock": clock_forms.oclock,
    "twelve": clock_forms.twelve,
    "month_year": numerals.month_year,
    "year_pair": numerals.year_pair,
    "pair": numerals.pair,
    "unknown_day": numerals.unknown_day,
    "lookalike_date": numerals.lookalike_date,
    "lookalike": numerals.lookalike,
    "month_with_digits": numerals.month_with_digits,
    "ordinal": numerals.ordinal,
    "decimal": numerals.decimal,
    "number": numerals.number,
}
_DIGIT_MAKERS: Final = (None, *(_MAKERS.get(name) for name in DIGIT_NAMES))
_OTHER_MAKERS: Final = (None, *(_MAKERS.get(name) for name in OTHER_NAMES))
_ABBREVIATED: Final = frozenset(
    (kinds.MONTH, kinds.WEEKDAY, kinds.APPROX, kinds.WEEK, kinds.QUARTER, kinds.YEAR_KIND, kinds.PART)
)
_SPECIAL: Final = BRACKETS | {kinds.WORD}

_digit_form, _other_form = DIGIT_FORM.match, OTHER_FORM.match

Maker = Callable[[str, int, int], Lexeme]
Raw = tuple[Maker | None, str, int, int]
"""What makes the lexeme (None for a word or a mark), the piece, and where it begins and ends."""


def _pieces(text: str) -> list[Raw]:
    """The text cut into numbers, dates, clock times, words and marks."""
    pieces: list[Raw] = []
    place, length = 0, len(text)
    while place < length:
        letter = text[place]
        if letter == " " or letter == "\n":
            place += 1
            continue
        by_digit = "0" <= letter <= "9"
        match = (_digit_form if by_digit else _other_form)(text, place)
        row, end = (match.lastindex or 0, match.end()) if match is not None else (0, place + 1)
        pieces.append(((_DIGIT_MAKERS if by_digit else _OTHER_MAKERS)[row], text[place:end], place, end))
        place = end
    return pieces


def lex(text: str) -> list[Lexeme]:
    """The lexemes of a normalised text, fillers left out."""
    raw = _pieces(text)
    found: list[Lexeme] = []
    position, count = 0, len(raw)
    special = False
    while position < count:
        maker, piece, start, end = raw[position]
        if maker is not None:
            found.append(maker(piece, start, end))
            position += 1
            continue
        entry = WORDS.get(piece)
        position += 1
        if entry is None:
            word = piece[0].isalpha()
            special = special or word
            found.append(Lexeme(kinds.WORD if word else kinds.MARK, piece, start, end))
            continue
        if piece == "on" and position == count and found:
            found.append(Lexeme(kinds.BOUND_AFTER, piece, start, end, mark="since"))
            continue
        alone, not_before, _ = entry
        if alone is not None and (position == count or raw[position][1] not in not_before):
            if alone.kind != FILLER:
                found.append(Lexeme(alone.kind, piece, start, end, alone.numbers, alone.mark))
            continue
        lexeme, position = _phrase(raw, position - 1, entry)
        if lexeme.kind != FILLER:
            found.append(lexeme)
            special = special or lexeme.kind in _SPECIAL
    return asides(misspelt(found)) if special else found


def _phrase(raw: list[Raw], position: int, entry: Entry) -> tuple[Lexeme, int]:
    """The longest phrase that begins here, or a word or mark of no known meaning; and where to go on."""
    _, piece, start, end = raw[position]
    for phrase in entry.phrases:
        stop = position + 1 + len(phrase.rest)
        if not phrase.rest or tuple(other[1] for other in raw[position + 1 : stop]) == phrase.rest:
            break
    else:
        return Lexeme(kinds.WORD if piece[0].isalpha() else kinds.MARK, piece, start, end), position + 1
    kind, numbers = phrase.kind, phrase.numbers
    if piece in LOOK_ON_WORDS:
        kind, numbers, stop = _before_what(raw, position, kind, numbers, stop)
    if kind in _ABBREVIATED and stop < len(raw) and raw[stop][1] == "." and raw[stop][2] == raw[stop - 1][3]:
        stop += 1
    return Lexeme(kind, piece, start, raw[stop - 1][3], numbers, phrase.mark), stop


def _before_what(
    raw: list[Raw], position: int, kind: str, numbers: tuple[int, ...], stop: int
) -> tuple[str, tuple[int, ...], int]:
    """`week commencing`, `wk ending` in any spelling, and `year 2015`."""
    piece, after = raw[position][1], position + 1
    if piece in WEEK_WORDS and after < len(raw) and raw[after][1] in ("-", "/"):
        after += 1
    following = raw[after][1] if after < len(raw) else ""
    if piece in WEEK_WORDS and following.startswith(COMMENCING_STEMS):
        return kinds.WEEK, (COMMENCING,), after + 1
    if piece in WEEK_WORDS and following.startswith(ENDING_STEM):
        return kinds.WEEK, (ENDING,), after + 1
    if piece not in WEEK_WORDS and following[:4].isdigit() and len(following) >= 4:
        return FILLER, (), position + 1
    return kind, numbers, stop
