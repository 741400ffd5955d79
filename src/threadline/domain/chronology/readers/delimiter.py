"""Which character parts the columns of a text file."""

from __future__ import annotations

import re
from collections import Counter

from threadline.domain.chronology.readers.records import split

_CANDIDATES = (",", ";", "\t", "|")
_SAMPLE = 200_000
_RECORDS = 300
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
    records, odd = split(sample, delimiter)
    widths = [len(record) for record in records[:_RECORDS] if any(field.strip() for field in record)]
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0
    width, agreeing = max(Counter(wide).items(), key=lambda item: (item[1], item[0]))
    share = agreeing / len(widths)
    if share < 0.5 and not _headed(records, width, len(wide) / len(widths)):
        return 0.0
    neat = 1.2 if _headed(records, width, 1.0) else 1.0
    return share * neat * (1 + min(width, 12) / 24) / (1 + len(odd) / len(widths))


def _headed(records: list[list[str]], width: int, reach: float) -> bool:
    """Whether some early record of this width looks like headings: short, filled, none of them figures."""
    if reach < 0.8:
        return False
    return any(len(record) == width and all(map(_is_heading, record)) for record in records[:25])


def _is_heading(field: str) -> bool:
    text = field.strip()
    return 0 < len(text) <= 60 and not any(letter.isdigit() for letter in text) and not text.endswith(".")
