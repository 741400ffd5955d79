"""Clock times that are clock times beyond doubt: each function makes the lexeme for one form."""

import re
from dataclasses import replace
from typing import Final

from threadline.domain.dates import kinds
from threadline.domain.dates.kinds import Lexeme

_PARTS: Final = re.compile(r"t?([0-9]{1,4})(?: ?[:.,;h ]([0-9]{1,4})(?:[:.]([0-9]{2})(?:[.,][0-9]+)?)?)? ?([ap])?")
_WHOLE: Final = re.compile(r"t([0-9]{2})([0-9]{2})([0-9]{2})?")
_MERIDIEMS: Final = {"a": "am", "p": "pm", None: ""}
_NO_TIME: Final = (0, 0, -1)
_LAST_HOUR: Final = 23
_LAST_MINUTE: Final = 59


def clock(text: str, start: int, end: int) -> Lexeme:
    """`14:00`, `2.15pm`, `1400hrs`, `930am`, `14h30`, with or without seconds; a zone or offset is left out."""
    match = _PARTS.match(text)
    hour, minute, second, half = match.groups() if match is not None else ("99", None, None, None)
    if minute is None:
        hour, minute = (hour[:-2], hour[-2:]) if len(hour) > 2 else (hour, "00")
    if len(minute) != 2:
        return Lexeme(kinds.CLOCK, text, start, end, _NO_TIME, kinds.BAD)
    numbers = (int(hour), int(minute), -1 if second is None else int(second))
    return _checked(numbers, _MERIDIEMS[half], text, start, end)


def _checked(numbers: tuple[int, int, int], meridiem: str, text: str, start: int, end: int) -> Lexeme:
    """The lexeme of a time, marked where the clock has no such time, or where 24:00 leaves the day open."""
    hour, minute, second = numbers
    if hour == _LAST_HOUR + 1 and minute == 0 and second <= 0 and not meridiem:
        return Lexeme(kinds.CLOCK, text, start, end, _NO_TIME, kinds.MIDNIGHT_24)
    beyond = hour > _LAST_HOUR or minute > _LAST_MINUTE or second > _LAST_MINUTE
    if beyond or (meridiem == "am" and hour > 12) or (meridiem == "pm" and hour == 0):
        return Lexeme(kinds.CLOCK, text, start, end, _NO_TIME, kinds.BAD)
    return Lexeme(kinds.CLOCK, text, start, end, numbers, meridiem)


def from_digits(lexeme: Lexeme) -> Lexeme | None:
    """Three or four bare digits, or a pair with a full stop, as a clock time; None where they cannot be one."""
    kind, text, numbers, mark = lexeme.kind, lexeme.text, lexeme.numbers, lexeme.mark
    if kind == kinds.PAIR and mark == "." and text[-3] == ".":
        hour, minute = numbers
    elif kind in (kinds.YEAR, kinds.DIGITS) and 3 <= len(mark) <= 4:
        hour, minute = divmod(numbers[0], 100)
        if len(mark) == 3 and (minute > _LAST_MINUTE or hour == 0):
            return None
    else:
        return None
    return _checked((hour, minute, -1), "", text, lexeme.start, lexeme.end)


def iso_clock(text: str, start: int, end: int) -> Lexeme:
    """The time after the T of an ISO date and time."""
    match = None if ":" in text else _WHOLE.match(text)
    if match is None:
        return clock(text, start, end)
    hour, minute, second = match.groups()
    return _checked((int(hour), int(minute), -1 if second is None else int(second)), "", text, start, end)


def oclock(text: str, start: int, end: int) -> Lexeme:
    """`2 o'clock pm`; without am or pm only an hour over 12 is sure."""
    found = clock(text.replace("clock", "").replace("o", "").replace("'", "").replace("  ", " "), start, end)
    return replace(found, mark=kinds.UNSURE) if not found.mark and found.numbers[0] <= 12 else found


def twelve(text: str, start: int, end: int) -> Lexeme:
    """`12 noon`, `12 midnight`."""
    return Lexeme(kinds.CLOCK, text, start, end, (0 if "night" in text else 12, 0, -1))
