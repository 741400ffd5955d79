"""What stands under a heading: how much of a column reads as days, times, numbers or running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from threadline.domain import dates
from threadline.domain.chronology.lines import Line, typed_clock, typed_day

SAMPLE = 60
_LONGEST_DATE = 60
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MAYBE_DATE = re.compile(
    rf"\d|\b(?:{_MONTH})|\b(?:ditto|as above|same (?:day|date)|spring|summer|autumn|winter)\b|^[\"”“]$", re.IGNORECASE
)
_PLAIN_DAY = re.compile(
    rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d\d|20\d\d|19\d\d)|\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})[a-z]* (?:19|20)\d\d",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)")
_FEW_WORDS = 1
_OTHER_WORD = re.compile(
    rf"\b(?!(?:{_MONTH})[a-z]*\b|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|(?:approx|about|around|circa|between|from"
    rf"|until|till|before|after|since"
    r"|early|mid|middle|late|later|end|start|beginning|week|weeks|commencing|ending|weekending|morning|afternoon"
    r"|evening|night|overnight|hours|hrs"
    r"|term|spring|summer|autumn|winter|year|quarter|ditto|same|day|above|date|noon|midday|midnight|possibly"
    r"|probably|prior|following|onwards"
    r"|school|academic|financial|unknown|not|known|recorded|time|and|the|then|also|both|thought|believed|sometime"
    r"|during|late entry)\b)[a-z]{3,}",
    re.IGNORECASE,
)
_ONE_CLOCK = (
    r"(?:(?:[01]?\d|2[0-4])\s*[:.;]\s*[0-5]\d(?::[0-5]\d)?\s*(?:hrs?|hours|h)?\s*(?:[ap]\.?\s?m\.?)?"
    r"|(?:[01]?\d|2[0-4])[0-5]\d\s*(?:hrs?|hours|h)?|(?:0?[1-9]|1[0-2])\s*[ap]\.?\s?m\.?"
    r"|a\.?m\.?|p\.?m\.?|noon|midday|midnight|(?:early |late |mid )?(?:morning|afternoon|evening)|night|early "
    r"hours|overnight"
    r"|lunch ?time|tea ?time|breakfast|break)"
)
_CLOCK = re.compile(
    rf"(?:c\.?|circa|approx\.?|about|around|at|[?~@])?\s*{_ONE_CLOCK}(?:\s*(?:-|–|to|/|until)\s*{_ONE_CLOCK})?\s*\??",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(?:yes|no|y|n|n/?a|not (?:seen|known|applicable|recorded)|seen|alone|asleep|sleeping|unknown|partly|both"
    r"|heard|seen alone|"
    r"seen with \w+|not present)\W*",
    re.IGNORECASE,
)
_SURELY_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])[:.][0-5]\d\s*(?:hrs|[ap]m)?|(?:[01]\d|2[0-3])[0-5]\d\s?hrs|\d{1,2}(?:[:.][0-5]\d)?\s?[ap]m",
    re.IGNORECASE,
)
_PLAIN_ANSWERS = frozenset(
    ("yes", "no", "y", "n", "n/a", "none", "nil", "asleep", "alone", "unknown", "not known", "not seen")
)
_NUMBER = re.compile(r"[a-z]{0,4}[\s.:#-]*\d{1,5}(?:\.\d+)?[.)]?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY_NUMBER = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", re.IGNORECASE)
_MONTH_NAME = re.compile(rf"(?:{_MONTH})[a-z]*\.?", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?", re.IGNORECASE)
_WITH_CLOCK = re.compile(
    r"\d[:.]\d\d\s*(?:hrs?|[ap]\.?m|$|\n|-|–)|\d{3,4}\s*(?:hrs|hours)|\d\s*[ap]\.?m\b|\b\d\d:\d\d", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Profile:
    """A column in figures. All but `filled`, `length` and `typed` are shares (0 to 1) of the filled cells looked at;
    `length` is their mean length in characters; `different` is the share of distinct texts; `typed` says that there
    are times beyond doubt; `dotted_days` are texts like "12.03", which may be days or times.
    """

    filled: int = 0
    days: float = 0.0
    clocks: float = 0.0
    days_with_clock: float = 0.0
    numbers: float = 0.0
    answers: float = 0.0
    years: float = 0.0
    month_names: float = 0.0
    day_numbers: float = 0.0
    weekdays: float = 0.0
    dotted_days: float = 0.0
    length: float = 0.0
    different: float = 0.0
    typed: bool = False


def is_day(text: str) -> bool:
    """True when the text is a day, a span of days, a month or year, a day without its year, an impossible day, or
    "ditto": not when it only opens with one and goes on to tell what happened.
    """
    if _PLAIN_DAY.fullmatch(text):
        return True
    if not text or len(text) > _LONGEST_DATE or not _MAYBE_DATE.search(text):
        return False
    if len(text) > 12 and other_words(text) > _FEW_WORDS:
        return False
    reading = dates.read(text)
    return (
        reading.earliest is not None
        or reading.latest is not None
        or reading.precision == "impossible"
        or reading.problem == "needs_context"
    )


def other_words(text: str) -> int:
    """Return how many words of a text, brackets aside, are not the words of dates."""
    return len(_OTHER_WORD.findall(_ASIDE.sub(" ", text)))


def is_answer(text: str) -> bool:
    """True for "Yes", "No", "N/A", "Asleep" and the like: what is written in a box, though "No" is also a heading."""
    return text.casefold() in _PLAIN_ANSWERS


def is_clock(text: str) -> bool:
    """True when the whole text is a time of day, a part of the day, or a span of times."""
    return bool(text) and len(text) <= _LONGEST_DATE and _CLOCK.fullmatch(text) is not None


def profile(lines: Sequence[Line], index: int) -> Profile:
    """Look at up to `SAMPLE` filled cells of one column, spread over the table."""
    cells = [line for line in lines if line.text(index) and not line.single]
    cells = cells or [line for line in lines if line.text(index)]
    if len(cells) > SAMPLE:
        step = len(cells) / SAMPLE
        cells = [cells[int(step * place)] for place in range(SAMPLE)]
    if not cells:
        return Profile()
    texts = [line.text(index) for line in cells]

    def share(pattern: re.Pattern[str]) -> float:
        return sum(1 for text in texts if pattern.fullmatch(text)) / len(texts)

    days = [
        typed_day(line, index) is not None or (not is_clock(line.text(index)) and is_day(line.text(index)))
        for line in cells
    ]
    return Profile(
        filled=len(cells),
        days=sum(days) / len(texts),
        clocks=sum(typed_clock(line, index) is not None or is_clock(line.text(index)) for line in cells) / len(texts),
        days_with_clock=sum(day and bool(_WITH_CLOCK.search(text)) for day, text in zip(days, texts, strict=True))
        / len(texts),
        numbers=share(_NUMBER),
        answers=share(_ANSWER),
        years=share(_YEAR),
        month_names=share(_MONTH_NAME),
        day_numbers=share(_DAY_NUMBER),
        weekdays=share(_WEEKDAY),
        dotted_days=share(_DAY_AND_MONTH),
        length=sum(map(len, texts)) / len(texts),
        different=len(set(texts)) / len(texts),
        typed=any(typed_clock(line, index) is not None or _SURELY_CLOCK.fullmatch(line.text(index)) for line in cells),
    )
