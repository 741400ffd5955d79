"""Which character parts the columns of a text file."""

from __future__ import annotations

import re
from collections import Counter

from threadline.domain.chronology.readers.records import split

_CANDIDATES = (",", ";", "\t", "|")
_SAMPLE = 200_000
_RECORDS = 300
_HEADINGS_WITHIN = 25
_AGREEMENT, _REACH = 0.6, 0.8
_SURELY_COLUMNS = 3
_DECLARED = re.compile(r"""["']?sep=(.)["']?[ \t]*(?:\r\n|\r|\n)""", re.I)


def declared(text: str) -> tuple[str, int]:
    """(delimiter, where the text goes on) of a first line such as "sep=;", which Excel understands; ("", 0) if none."""
    match = _DECLARED.match(text)
    return (match[1], match.end()) if match else ("", 0)


def sniff(text: str) -> str:
    """The delimiter under which most records agree on how many columns there are; "" for a single column.

    Commas in sentences do not agree from line to line; a real delimiter does, apart from title lines.
    """
    sample = text[:_SAMPLE]
    if len(sample) < len(text):
        sample = sample[: max(sample.rfind("\n"), sample.rfind("\r"), 0) + 1] or sample
    best, top = "", 0.0
    for candidate in _CANDIDATES:
        if candidate in sample:
            score = _score(sample, candidate)
            if score > top:
                best, top = candidate, score
    return best


def _score(sample: str, delimiter: str) -> float:
    records, odd = split(sample, delimiter, _RECORDS)
    widths = [len(record) for record in records if any(field.strip() for field in record)]
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0
    width, agreeing = max(Counter(wide).items(), key=lambda item: (item[1], item[0]))
    headings = [len(record) for record in records[:_HEADINGS_WITHIN] if all(map(_is_heading, record))]
    headed = any(count > 1 for count in headings)
    if width in headings and width >= _SURELY_COLUMNS:
        widths = _from_first_to_last(widths, width)
    share = agreeing / len(widths)
    wide = [width for width in widths if width > 1]
    if share < _AGREEMENT and not (headed and len(wide) >= len(widths) * _REACH):
        return 0.0
    return share * (1.2 if headed else 1.0) * (1 + min(width, 12) / 24) / (1 + len(odd) / len(widths))


def _from_first_to_last(widths: list[int], width: int) -> list[int]:
    """The widths without the lines before the first full record and after the last: titles, and a closing line."""
    return widths[widths.index(width) : len(widths) - widths[::-1].index(width)]


def _is_heading(field: str) -> bool:
    text = field.strip()
    return 0 < len(text) <= 60 and not any(letter.isdigit() for letter in text) and not text.endswith(".")
