"""How the pieces of a written date hang together: marks that join them, and the year at their end."""

from collections.abc import Sequence
from typing import Final

from threadline.domain.dates import kinds
from threadline.domain.dates.calendar import full_year
from threadline.domain.dates.kinds import Lexeme
from threadline.domain.dates.units import Unit

Lexemes = Sequence[Lexeme]
Found = tuple[Unit, int] | None
"""A unit and the place after it, or None where none begins."""
DAY_NUMBERS: Final = frozenset((kinds.NUMBER, kinds.ORDINAL))
NUMERIC: Final = DAY_NUMBERS | {kinds.PAIR, kinds.DIGITS, kinds.YEAR, kinds.DAY}
GLUED_JOINERS: Final = frozenset((kinds.DASH, kinds.SLASH, kinds.STOP))
JOINERS: Final = GLUED_JOINERS | {kinds.COMMA}
FIRST_LIKELY_YEAR: Final = 1940
LAST_LIKELY_YEAR: Final = 2029
"""Four digits outside these are more often an hour and minutes than a year; either way they are asked about."""


def is_glued(lexemes: Lexemes, place: int) -> bool:
    """Whether a lexeme touches both its neighbours."""
    here = lexemes[place]
    return lexemes[place - 1].end == here.start and here.end == lexemes[place + 1].start


def year_at(lexemes: Lexemes, place: int) -> tuple[int, int] | None:
    """A year after a month name, perhaps joined by a mark: (year, next place)."""
    joiner = lexemes[place].kind
    before_year = joiner in (kinds.COMMA, kinds.DASH) and lexemes[place + 1].kind == kinds.YEAR
    if before_year or (joiner in GLUED_JOINERS and is_glued(lexemes, place)):
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
