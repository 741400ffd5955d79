"""Whether a table reads as a chronology, and if not, what it seems to be."""

import re
from collections.abc import Mapping, Sequence

from threadline.domain.chronology.columns import DAYS
from threadline.domain.chronology.entries import Column, Meaning
from threadline.domain.chronology.evidence import profile
from threadline.domain.chronology.heading_match import plain
from threadline.domain.chronology.headings import NOT_A_CHRONOLOGY
from threadline.domain.chronology.layout import Heading
from threadline.domain.chronology.lines import Line
from threadline.domain.chronology.opening import opening_day
from threadline.domain.chronology.periods import period_in

LOOKS_LIKE = "It looks like "
CLEAR = 0.6
EXACT = 0.85
_SOME = 0.3
_MOST = 0.8
_RUNNING = 30.0
_LOOKED_AT = 60
_HEADINGS_LOOKED_AT = 200
_EDITION = frozenset(("issue", "edition", "draft", "rev", "ver", "v", "no", "status"))
_EDITION_NUMBER = re.compile(
    r"(?:v(?:ersion)?|draft|rev(?:ision)?|issue)?\s*\d{1,2}(?:\.\d{1,2})?[a-z]?|draft|final", re.IGNORECASE
)
_OTHER_WORDS: Mapping[str, str] = {plain(words): what for words, what in NOT_A_CHRONOLOGY}

Verdict = tuple[str, bool, str]
"""The layout ("rows", or empty when it is no chronology), whether that is beyond doubt, and why."""


def verdict(heading: Heading, columns: Sequence[Column], body: Sequence[Line], *, one_month: bool = False) -> Verdict:
    """Judge a table by its headings, its columns as recognised, and its rows.

    `one_month`: the month stands above the table, so that bare numbers are days.
    """
    other = what_else(heading.words) or _document_history(heading, body)
    day = surest(columns, DAYS)
    parts = all(any(column.meaning is part for column in columns) for part in (Meaning.DAY, Meaning.MONTH))
    event = surest(columns, frozenset({Meaning.EVENT}))
    if event is None:
        return "", False, other or ("It has dates but no column that says what happened" if day else "It has no dates")
    if day is None and not parts:
        return _dated_words(event, body, other)
    if other and (event.confidence < EXACT or what_else(heading.words[:1]) or other.endswith("own history")):
        return "", False, other
    if day is not None and not _holds_days(day, event, body, one_month):
        return "", False, other or "Its date column holds no dates"
    sure = event.confidence >= CLEAR and (day is None or day.confidence >= CLEAR)
    clear = sure or (not heading.rows and _plainly_dated_text(day, event, body))
    return "rows", clear, "It has a column of dates and a column that says what happened"


def _dated_words(event: Column, body: Sequence[Line], other: str) -> Verdict:
    """A table without a date column is a chronology when its texts open with dates, or when days stand between its
    rows.
    """
    if other:
        return "", False, other
    headings = sum(period_in(line.single) is not None for line in body[:_HEADINGS_LOOKED_AT] if line.single)
    if headings and event.confidence >= EXACT:
        return "rows", True, "Days stand as headings between its rows"
    texts = [line.text(event.index) for line in body if line.text(event.index)][:_LOOKED_AT]
    dated = sum(bool(opening_day(text)) for text in texts)
    if texts and dated * 2 >= len(texts):
        return "rows", dated > 1, "Its texts open with dates"
    return "", False, "It has no column of dates"


def _plainly_dated_text(day: Column | None, event: Column, body: Sequence[Line]) -> bool:
    """True for a table without headings that is nothing but dates and running text."""
    return day is not None and profile(body, day.index).days >= _MOST and profile(body, event.index).length >= _RUNNING


def _holds_days(day: Column, event: Column, body: Sequence[Line], one_month: bool) -> bool:
    """True when the date column has days in it, or both headings are beyond doubt and there is something below them."""
    found = profile(body, day.index)
    if one_month and found.day_numbers >= _MOST:
        return True
    if found.days >= _SOME or (found.filled == 0 and day.confidence >= EXACT):
        return bool(body)
    return day.confidence >= EXACT and event.confidence >= EXACT and bool(body)


def _document_history(heading: Heading, body: Sequence[Line]) -> str:
    """A list of drafts: its first column is headed "Issue", "Draft" and the like and holds edition numbers."""
    if not heading.words or plain(heading.words[0]) not in _EDITION - {"no"} or len(body) > 15:
        return ""
    numbers = [line.text(0) for line in body if line.text(0)]
    return f"{LOOKS_LIKE}the document's own history" if all(_EDITION_NUMBER.fullmatch(text) for text in numbers) else ""


def surest(columns: Sequence[Column], meanings: frozenset[Meaning]) -> Column | None:
    """Return the column we are surest of among those with one of these meanings."""
    able = [column for column in columns if column.meaning in meanings]
    return max(able, key=lambda column: column.confidence, default=None)


def what_else(headings: Sequence[str]) -> str:
    """Say what a table is when its headings are those of something else; empty when they are not."""
    for heading in headings:
        words = plain(heading)
        for known, what in _OTHER_WORDS.items():
            if words == known or f" {known} " in f" {words} ":
                return f"{LOOKS_LIKE}{what}"
    return ""
