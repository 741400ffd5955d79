"""What stands around the date in a cell: doubt, before and after, weekdays, clock times, and mere words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from threadline.domain.dates import kinds
from threadline.domain.dates.clock import Clock
from threadline.domain.dates.kinds import Lexeme

Lexemes = Sequence[Lexeme]

NUMERIC: Final = frozenset((kinds.NUMBER, kinds.ORDINAL, kinds.PAIR, kinds.DIGITS, kinds.YEAR, kinds.DAY))
CALENDAR: Final = NUMERIC | {
    kinds.MONTH,
    kinds.MONTH_YEAR,
    kinds.YEAR_PAIR,
    kinds.YEAR_KIND,
    kinds.SEASON,
    kinds.QUARTER,
    kinds.WEEKDAY,
    kinds.RELATIVE,
    kinds.PART,
    kinds.UNKNOWN_DAY,
    kinds.WEEK,
}
"""Kinds that speak of time: beside a date they may change it."""
NEUTRAL: Final = frozenset((kinds.COMMA, kinds.STOP, kinds.MARK, kinds.APOSTROPHE))
PLAIN: Final = frozenset((kinds.WORD, kinds.ASIDE))
LINKS: Final = frozenset(("from", "to", "by", "into"))
"""Words for before and after that are as often only a preposition ("letter from GP")."""


@dataclass(slots=True)
class Around:
    """What was found; `doubtful` keeps the days and asks, `lost` says that they cannot be told from the text."""

    approximate: bool = False
    bound: str = ""
    bound_word: str = ""
    clock: Clock | None = None
    day_parts: frozenset[int] = frozenset()
    overnight: bool = False
    weekdays: tuple[int, ...] = ()
    week: int = 0
    repaired: bool = False
    doubtful: bool = False
    lost: bool = False
    year: int = 0
    """The year of the date, where it has one."""
    mistyped: bool = False
    """Whether the date had to be put right."""
    is_whole: bool = False
    """Whether the date is a day with its year."""
    is_year: bool = False
    """Whether the date is only a year."""

    def take(self, clock: Clock) -> None:
        """Keep a clock time; a second one makes both doubtful."""
        if self.clock is None:
            self.clock = clock
        else:
            self.clock, self.doubtful = Clock(), True


Handler = Callable[[Around, Lexemes, int, int], int]
"""Takes what was found, the lexemes, a place, and the edge of the date; gives the place to go on from."""


def skip(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """A mark that says nothing."""
    return place + 1


def take_day_part(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """`morning`."""
    found.day_parts |= {lexemes[place].numbers[0]}
    return place + 1


def take_overnight(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """`overnight`."""
    found.overnight = True
    return place + 1


def take_aside(found: Around, lexemes: Lexemes, place: int, edge: int) -> int:
    """Words in brackets; a date among them is asked about."""
    found.doubtful = found.doubtful or bool(lexemes[place].mark)
    return place + 1


def is_glued_to_last(lexemes: Lexemes, place: int) -> bool:
    """Whether a lexeme touches the one before it."""
    return place > 0 and lexemes[place].start == lexemes[place - 1].end
