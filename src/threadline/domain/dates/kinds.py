"""The kinds of lexeme: what one piece of a text can be before its neighbours are looked at."""

from dataclasses import dataclass
from typing import Final

DAY: Final = "day"
"""A whole numeric date: numbers (year, month, day), mark "" or SWAPPED, LETTERS, NO_SUCH_DAY, BAD_YEAR."""
UNKNOWN_DAY: Final = "unknown day"
"""A date whose day, or day and month, are written as unknown (`??/05/2016`): numbers (year, month or 0)."""
PAIR: Final = "pair"
"""Two small numbers with a mark between (`3/2`, `12-14`, `14.30`): numbers (first, second), mark the separator."""
NUMBER: Final = "number"
ORDINAL: Final = "ordinal"
YEAR: Final = "year"
"""Four digits that can be a year; many are also a clock time."""
DIGITS: Final = "digits"
"""Any other run of digits: three or four may be a clock time. Mark holds the digits."""
CLOCK: Final = "clock"
"""A clock time beyond doubt: numbers (hour, minute, second or -1), mark "am", "pm", "" or BAD."""
DAY_PART: Final = "part of day"
NIGHT: Final = "night"
OVERNIGHT: Final = "overnight"
MONTH: Final = "month"
"""A month by name: numbers (month,), 0 where a misspelling fits several."""
MONTH_YEAR: Final = "month and year"
YEAR_PAIR: Final = "pair of years"
"""`2014/15`, `2015-05`: numbers (year, second number, digits of the second), mark the separator."""
WEEKDAY: Final = "weekday"
SEASON: Final = "season"
QUARTER: Final = "quarter"
PART: Final = "part"
WEEK: Final = "week"
YEAR_KIND: Final = "kind of year"
BOUND: Final = "bound"
BOUND_AFTER: Final = "bound after"
NOW: Final = "now"
BETWEEN: Final = "between"
APPROX: Final = "approximate"
DITTO: Final = "ditto"
RELATIVE: Final = "relative"
"""A word that moves or stretches a date (`week`, `term`, `not`): what stands near it is not what it seems."""
WORD: Final = "word"
ASIDE: Final = "aside"
"""Words in brackets; mark DAY where a date stands among them."""
DASH: Final = "dash"
SLASH: Final = "slash"
COMMA: Final = "comma"
STOP: Final = "stop"
APOSTROPHE: Final = "apostrophe"
AND: Final = "and"
OR: Final = "or"
MARK: Final = "mark"
END: Final = "end"
OPEN_BRACKET: Final = "("
CLOSE_BRACKET: Final = ")"

SWAPPED: Final = "swapped"
LETTERS: Final = "letters"
NO_SUCH_DAY: Final = "no such day"
BAD_YEAR: Final = "bad year"
BAD: Final = "bad"
MIDNIGHT_24: Final = "24:00"
KNOWN: Final = "known"
"""A word of the field that is spelt with a mark (A&E)."""
NAMED_TIME: Final = "named time"
"""A feast or a part of the school year: it dates nothing by itself and changes no whole date."""
ALONE: Final = "alone"
"""A weekday in brackets of its own, whatever words follow."""
UNSURE: Final = "unsure"
"""A clock time that may be before or after noon: its hour is kept for a part of the day beside it to settle."""


@dataclass(slots=True)
class Lexeme:
    """One piece of a text, and where it stands in it."""

    kind: str
    text: str
    start: int
    end: int
    numbers: tuple[int, ...] = ()
    mark: str = ""
    repaired: bool = False


NOTHING: Final = Lexeme(END, "", -1, -1)
"""What stands after the last lexeme; three of them close every list, so that looking ahead never runs out."""
