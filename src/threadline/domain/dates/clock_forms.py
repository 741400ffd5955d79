"""Clock times that are clock times beyond doubt: each function makes the lexeme for one form."""

import re
from typing import Final

from threadline.domain.dates import kinds
from threadline.domain.dates.kinds import Lexeme

_NUMBERS: Final = re.compile(r"[0-9]+")
_MERIDIEM: Final = re.compile(r"[ap]\.? ?m")
_OFFSET: Final = re.compile(r"[+\-].*")


def clock(text: str, start: int, end: int) -> Lexeme:
    """`14:00`, `2.15pm`, `1400hrs`, `930am`, `14h30`, with or without seconds."""
    found = _MERIDIEM.search(text)
    meridiem = "" if found is None else text[found.start()] + "m"
    digits = _NUMBERS.findall(_OFFSET.sub("", text))
    if len(digits) == 1 and len(digits[0]) > 2:
        digits = [digits[0][:-2], digits[0][-2:]]
    minutes = digits[1] if len(digits) > 1 else "00"
    if len(minutes) != 2:
        return Lexeme(kinds.CLOCK, text, start, end, (0, 0, -1), kinds.BAD)
    seconds = int(digits[2]) if len(digits) > 2 else -1
    return _checked((int(digits[0]), int(minutes), seconds), meridiem, Lexeme(kinds.CLOCK, text, start, end))


def _checked(numbers: tuple[int, int, int], meridiem: str, lexeme: Lexeme) -> Lexeme:
    hour, minute, second = numbers
    if hour == 24 and minute == 0 and second <= 0 and not meridiem:
        return lexeme._replace(numbers=(0, 0, -1), mark=kinds.MIDNIGHT_24)
    if hour > 23 or minute > 59 or second > 59 or (meridiem == "am" and hour > 12) or (meridiem == "pm" and not hour):
        return lexeme._replace(numbers=(0, 0, -1), mark=kinds.BAD)
    return lexeme._replace(numbers=numbers, mark=meridiem)


def from_digits(lexeme: Lexeme) -> Lexeme | None:
    """Three or four bare digits, or a pair with a full stop, as a clock time; None where they cannot be one."""
    if lexeme.kind == kinds.PAIR and lexeme.mark == "." and len(lexeme.text.rpartition(".")[2].strip()) == 2:
        hour, minute = lexeme.numbers
    elif lexeme.kind in (kinds.YEAR, kinds.DIGITS) and 3 <= len(lexeme.mark) <= 4:
        hour, minute = divmod(int(lexeme.mark), 100)
        if len(lexeme.mark) == 3 and minute > 59:
            return None
    else:
        return None
    return _checked((hour, minute, -1), "", Lexeme(kinds.CLOCK, lexeme.text, lexeme.start, lexeme.end))


def iso_clock(text: str, start: int, end: int) -> Lexeme:
    """The time after the T of an ISO date and time; a zone or offset is left out, the wall time kept."""
    digits = "".join(_NUMBERS.findall(_OFFSET.sub("", text)))
    parts = (int(digits[0:2]), int(digits[2:4]), int(digits[4:6]) if len(digits) >= 6 else -1)
    return _checked(parts, "", Lexeme(kinds.CLOCK, text, start, end))


def oclock(text: str, start: int, end: int) -> Lexeme:
    """`2 o'clock pm`; without am or pm only an hour over 12 is sure."""
    found = clock(text.replace("clock", "").replace("o", "").replace("'", ""), start, end)._replace(text=text)
    unsure = not found.mark and found.numbers[0] <= 12
    return found._replace(mark=kinds.UNSURE) if unsure else found


def twelve(text: str, start: int, end: int) -> Lexeme:
    """`12 noon`, `12 midnight`."""
    return Lexeme(kinds.CLOCK, text, start, end, (0 if "night" in text else 12, 0, -1))
