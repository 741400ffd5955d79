"""Take a text apart: its lexemes, the expression that says when, and what stands around it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from threadline.domain.dates import kinds, shapes
from threadline.domain.dates.after_date import read_after
from threadline.domain.dates.around import Around
from threadline.domain.dates.before_date import read_before
from threadline.domain.dates.kinds import NOTHING, Lexeme
from threadline.domain.dates.lexer import lex
from threadline.domain.dates.phrases import is_harmless
from threadline.domain.dates.spans import STARTS, Expression, strong, weak
from threadline.domain.dates.units import Unit

MOST_LEXEMES: Final = 120
"""Pieces of a text that are looked at; more are prose."""
AHEAD: Final = (NOTHING, NOTHING, NOTHING, NOTHING)
"""Put after the lexemes, so that looking ahead never runs out."""


_WITH_DITTO_MARK: Final = frozenset(
    (
        kinds.DITTO,
        kinds.CLOCK,
        kinds.DAY_PART,
        kinds.OVERNIGHT,
        kinds.DIGITS,
        kinds.PAIR,
        kinds.YEAR,
        kinds.NUMBER,
        kinds.DASH,
        kinds.COMMA,
        kinds.STOP,
        kinds.APPROX,
        kinds.BETWEEN,
        kinds.AND,
        kinds.BOUND,
        kinds.END,
    )
)
"""What may stand beside a ditto mark: a time. Anything else is a text in quotation marks."""
_CLOCK_DIGITS: Final = 4


class Analysis(NamedTuple):
    """How a text was taken apart; `expression` is None where it holds no date. `lexemes` end with AHEAD."""

    lexemes: Sequence[Lexeme]
    expression: Expression | None
    around: Around

    def has_loose_year(self) -> bool:
        """Whether a year stands apart from a date that has none: it may be its year, or an hour and minutes."""
        found = self.expression
        if found is None or not found.first.lacks_year or found.first.shape == shapes.SAME:
            return False
        return any(
            lexeme.kind == kinds.YEAR
            for place, lexeme in enumerate(self.lexemes)
            if not found.start <= place < found.stop
        )


def analyse(plain: str) -> Analysis:
    """Take a normalised text apart."""
    lexemes = lex(plain)
    if len(lexemes) > MOST_LEXEMES:
        return Analysis(AHEAD, None, Around())
    lexemes.extend(AHEAD)
    for place, lexeme in enumerate(lexemes):
        found = strong(lexemes, place) if lexeme.kind in STARTS else None
        if found is not None:
            return Analysis(lexemes, found, _around(lexemes, found))
    return _weakly(lexemes)


def _around(lexemes: list[Lexeme], expression: Expression) -> Around:
    if expression.start == 0 and lexemes[expression.stop].kind == kinds.END:
        return Around()
    first = expression.first
    found = Around(
        year=first.year or 0,
        is_whole=first.shape == shapes.DAY and first.year is not None,
        is_year=first.shape == shapes.YEAR,
        mistyped=first.repaired,
    )
    read_before(found, lexemes, expression.start)
    read_after(found, lexemes, expression.stop)
    return found


def _weakly(lexemes: list[Lexeme]) -> Analysis:
    """The same for a text with nothing that must be a date; words before it that are not understood then forbid one."""
    found = weak(lexemes) or _ditto_mark(lexemes)
    if found is None:
        return Analysis(lexemes, None, Around())
    around = _around(lexemes, found)
    words = (lexeme for lexeme in lexemes[: found.start] if lexeme.kind == kinds.WORD)
    if not all(is_harmless(lexeme.text, lexeme.mark) for lexeme in words):
        around.lost = True
    return Analysis(lexemes, found, around)


def _ditto_mark(lexemes: list[Lexeme]) -> Expression | None:
    """A ditto mark, alone or with a time."""
    for lexeme in lexemes:
        long = lexeme.kind == kinds.DIGITS and len(lexeme.mark) > _CLOCK_DIGITS
        if long or lexeme.kind not in _WITH_DITTO_MARK:
            return None
    for place, lexeme in enumerate(lexemes):
        if lexeme.kind == kinds.DITTO and lexeme.mark == "quote":
            return Expression(place, place + 1, Unit(shapes.SAME))
    return None
