"""Second thoughts about lexemes: misspelt months, weekdays and key words, and what brackets hold."""

from dataclasses import replace
from typing import Final

from threadline.domain.dates import kinds
from threadline.domain.dates.kinds import Lexeme
from threadline.domain.dates.months import is_nearly_a_key_word, misspelt_month, misspelt_weekday
from threadline.domain.dates.phrases import is_harmless

_BEFORE_MONTH: Final = frozenset((kinds.NUMBER, kinds.ORDINAL, kinds.PAIR, kinds.PART, kinds.MONTH))
_AFTER_MONTH: Final = frozenset((kinds.NUMBER, kinds.ORDINAL, kinds.YEAR, kinds.PAIR, kinds.MONTH))
_BETWEEN: Final = frozenset((kinds.DASH, kinds.SLASH, kinds.STOP, kinds.COMMA, kinds.APOSTROPHE))
_DATES: Final = frozenset((kinds.DAY, kinds.MONTH_YEAR))
_NUMERIC: Final = frozenset((kinds.NUMBER, kinds.ORDINAL, kinds.PAIR, kinds.DIGITS, kinds.YEAR, kinds.DAY))
_LOOSE_WORDS: Final = frozenset((kinds.WORD, kinds.RELATIVE, kinds.ASIDE, kinds.OPEN_BRACKET))
_SHORT: Final = 4
"""A word of so few letters is near a month too easily: it needs the day before it (`5 Apl 2015`, not `1999 app`)."""


def misspelt(found: list[Lexeme]) -> list[Lexeme]:
    """Misspelt months and weekdays, where a date leaves room for one, and words that are nearly `onwards`."""
    whole = any(lexeme.kind in _DATES for lexeme in found)
    for place in reversed(range(len(found))):
        lexeme = found[place]
        if lexeme.kind != kinds.WORD or is_harmless(lexeme.text, lexeme.mark):
            continue
        if _is_glued_to_year(found, place):
            found[place - 1] = replace(found[place - 1], kind=kinds.DIGITS, mark="")
            continue
        weekday = misspelt_weekday(lexeme.text)
        if weekday is not None:
            found[place] = replace(lexeme, kind=kinds.WEEKDAY, numbers=(weekday,), repaired=True)
        elif not whole and _may_be_month(found, place):
            months = misspelt_month(lexeme.text)
            if months:
                numbers = months if len(months) == 1 else (0,)
                found[place] = replace(lexeme, kind=kinds.MONTH, numbers=numbers, repaired=True)
        if found[place].kind == kinds.WORD and is_nearly_a_key_word(lexeme.text):
            found[place] = replace(lexeme, mark=kinds.UNSURE)
    return found


def _is_glued_to_year(found: list[Lexeme], place: int) -> bool:
    """`2010s` is not the year 2010."""
    return place > 0 and found[place - 1].kind == kinds.YEAR and found[place - 1].end == found[place].start


def _may_be_month(found: list[Lexeme], place: int) -> bool:
    if len(found[place].text) > _SHORT:
        return _beside(found, place, -1) in _BEFORE_MONTH or _beside(found, place, 1) in _AFTER_MONTH
    if place and found[place - 1].kind == kinds.DASH and found[place - 1].end == found[place].start:
        place -= 1
    named = any(lexeme.kind == kinds.MONTH for lexeme in found)
    return place > 0 and found[place - 1].kind in (kinds.NUMBER, kinds.ORDINAL) and not named


def _beside(found: list[Lexeme], place: int, step: int) -> str:
    """The kind of the neighbour on one side, a mark between passed over."""
    near = place + step
    if 0 <= near < len(found) and found[near].kind in _BETWEEN:
        near += step
    return found[near].kind if 0 <= near < len(found) else kinds.END


def asides(found: list[Lexeme]) -> list[Lexeme]:
    """Brackets around what is known are dropped; a bracket with words of no meaning for the date becomes one aside."""
    kept: list[Lexeme] = []
    place = 0
    while place < len(found):
        lexeme = found[place]
        close = _closing(found, place) if lexeme.kind == kinds.OPEN_BRACKET else None
        if close is not None:
            glued = bool(kept) and kept[-1].kind in _NUMERIC and kept[-1].end == lexeme.start
            kept.extend(_bracketed(lexeme, found[place + 1 : close], glued))
            place = close
        elif lexeme.kind not in (kinds.OPEN_BRACKET, kinds.CLOSE_BRACKET):
            kept.append(lexeme)
        place += 1
    return kept


def _closing(found: list[Lexeme], place: int) -> int | None:
    for other in range(place + 1, len(found)):
        if found[other].kind == kinds.CLOSE_BRACKET:
            return other
    return None


def _bracketed(bracket: Lexeme, inside: list[Lexeme], glued: bool) -> list[Lexeme]:
    if not inside or not any(lexeme.kind in _LOOSE_WORDS for lexeme in inside):
        if len(inside) == 1 and inside[0].kind == kinds.WEEKDAY:
            inside[0].mark = kinds.ALONE
        return inside
    split = glued and inside[0].kind in _NUMERIC and inside[0].start == bracket.end
    dated = split or _holds_date(inside)
    return [Lexeme(kinds.ASIDE, bracket.text, bracket.start, inside[-1].end, mark=kinds.DAY if dated else "")]


def _holds_date(inside: list[Lexeme]) -> bool:
    for place, lexeme in enumerate(inside):
        if lexeme.kind in _DATES or (lexeme.kind == kinds.MONTH and _beside(inside, place, -1) in _NUMERIC):
            return True
    return False
