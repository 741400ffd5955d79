"""Whose timeline a file is: from what it says of itself, else from its titles, its sheets or its name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from threadline.domain.chronology.grid import Document
from threadline.domain.chronology.lines import Line
from threadline.domain.chronology.organisations import (
    agency_before,
    from_file_name,
    from_title,
    is_label,
    labelled,
    sounds_like_an_agency,
)

SURE_ENOUGH = 0.6
_PLACEHOLDER = re.compile(
    r"[\[<(_.…]|(?:insert|enter|type|please|name of|n/?a\b|tbc|not applicable|see )", re.IGNORECASE
)
_LONGEST = 100
_FIRST_PARAGRAPHS = 12


@dataclass(frozen=True, slots=True)
class Whose:
    """An agency's name, how sure (0 to 1), and why."""

    name: str
    confidence: float
    why: str


def find_agency(document: Document, blocks: Sequence[Line], sheet_names: Iterable[str]) -> Whose:
    """Find the agency of a whole file; `blocks` are the rows that stand outside its chronology, `sheet_names` its
    chronology's sheets.
    """
    paragraphs = _paragraphs(document)
    for text in (*paragraphs, *document.header_footer, *document.after[-3:]):
        if _is_name(labelled(text)):
            return Whose(labelled(text), 0.95, f"The file says “{text.strip()}”")
    beside = _beside_label(blocks)
    if beside:
        return Whose(beside, 0.95, "The file names its agency above the table")
    titles = [line.single for line in blocks if line.single]
    for text in (*paragraphs[:_FIRST_PARAGRAPHS], *titles[:_FIRST_PARAGRAPHS], *document.header_footer):
        name = from_title(text)
        if name:
            return Whose(name, 0.85, f"The title says “{' '.join(text.split())[:_LONGEST]}”")
    for name in sheet_names:
        if sounds_like_an_agency(name):
            return Whose(name, 0.7, f"The sheet is called “{name}”")
    name, sounds = from_file_name(document.file)
    return Whose(name, 0.65 if sounds else 0.3, f"Taken from the file's name, “{document.file}”")


def local_agency(before: Sequence[str], sheet: str | int, titles: Sequence[Line]) -> str:
    """Return the agency that stands just above one table or names its sheet; empty when none does."""
    for text in (
        *reversed([text for text in before if text.strip()][-3:]),
        *(line.single for line in titles if line.single),
    ):
        name = labelled(text) or from_title(text)
        if _is_name(name):
            return name
    beside = _beside_label(titles)
    if beside:
        return beside
    return sheet if isinstance(sheet, str) and sounds_like_an_agency(sheet) else ""


def agencies_before_sources(sources: Sequence[str]) -> bool:
    """True when most sources begin with an agency's name, as in a chronology that was merged before it came."""
    filled = [text for text in sources if text]
    named = [agency_before(text) for text in filled]
    return len({name for name in named if name}) > 1 and sum(map(bool, named)) >= 0.7 * len(filled)


def _paragraphs(document: Document) -> list[str]:
    return [text for table in document.tables for text in table.before if text.strip()] or list(
        document.after[:_FIRST_PARAGRAPHS]
    )


def _beside_label(blocks: Sequence[Line]) -> str:
    for line in blocks:
        for place, index in enumerate(line.filled):
            text = line.texts[index]
            if _is_name(labelled(text)):
                return labelled(text)
            if is_label(text) and place + 1 < len(line.filled):
                name = line.texts[line.filled[place + 1]]
                if _is_name(name):
                    return " ".join(name.split())
    return ""


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _LONGEST and not _PLACEHOLDER.match(text)
