"""The words of a workbook that are not in its cells' own elements: shared strings, comments, text boxes, margins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from threadline.domain.chronology.readers.archive import Archive
from threadline.domain.chronology.readers.parts import relations
from threadline.domain.chronology.readers.safe_xml import Stream, parse

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MARGIN_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|[0-9]{1,3}|[A-Z])')
_COMMENTS_SHOWN = 50
_SPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)


def bare(element: Any) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def rich(element: Any) -> str:
    """The text of a string item: plain or in runs, without the phonetic guide."""
    out = []
    for item in element:
        name = bare(item)
        if name == "t":
            out.append(item.text or "")
        elif name == "r":
            out.extend(part.text or "" for part in item if bare(part) == "t")
    return unescaped("".join(out))


def unescaped(text: str) -> str:
    """Characters Excel writes as _xHHHH_ put back; line ends as one kind."""
    if "_x" in text:
        text = _ESCAPED.sub(_character, text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def shared_strings(archive: Archive, part: str | None) -> list[str]:
    """The workbook's table of strings, in order."""
    if part is None or part not in archive:
        return []
    stream = Stream(archive.file, archive.open(part), tuple(f"{{{space}}}si" for space in _SPACES))
    out = []
    for _, element in stream:
        out.append(rich(element))
        stream.forget(element)
    return out


def comments(archive: Archive, part: str, sheet: str) -> list[str]:
    """A sentence for each comment beside a cell of the sheet."""
    out = []
    for root in _related(archive, part, "comments"):
        for item in root.iter():
            if bare(item) == "comment":
                text = " ".join("".join(str(words) for words in item.itertext()).split())
                out.append(f"Sheet “{sheet}”: a comment on cell {item.get('ref', '?')} was kept apart: “{text}”")
    more = len(out) - _COMMENTS_SHOWN
    return out if more <= 0 else [*out[:_COMMENTS_SHOWN], f"Sheet “{sheet}”: {more} more comments were not read."]


def drawn(archive: Archive, part: str) -> list[str]:
    """The words of text boxes and shapes drawn over the sheet."""
    out = []
    for root in _related(archive, part, "drawing"):
        for item in root.iter():
            if bare(item) == "txBody":
                lines = ("".join(words.text or "" for words in line.iter() if bare(words) == "t") for line in item)
                out.append("\n".join(line for line in lines if line.strip()))
    return [text for text in out if text]


def margins(element: Any) -> tuple[str, ...]:
    """The header and footer of a printed sheet, without the codes for page numbers and type."""
    out = (" ".join(_MARGIN_CODE.sub(" ", item.text or "").split()) for item in element)
    return tuple(dict.fromkeys(text for text in out if text))


def _related(archive: Archive, part: str, kind: str) -> Iterator[Any]:
    for link in relations(archive, part):
        if link.kind == kind and not link.external and link.target in archive:
            yield parse(archive.file, archive.read(link.target))


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return "" if code in (0, 0xD) else match[0] if 0xD800 <= code <= 0xDFFF else chr(code)
