"""Web pages (.html, and those that systems export under the name .xls or .doc): their tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from threadline.domain.chronology.grid import Cell, Document, Table
from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.assemble import Found, Piece, assemble, text_of
from threadline.domain.chronology.readers.encoding import decode, windows
from threadline.domain.chronology.readers.refusal import (
    damaged,
    too_big_inside,
    too_deep,
    too_many_columns,
    too_many_rows,
)

_MARKS = 3_000_000
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,30})", re.I)
_SKIPPED = {"script", "style", "head", "template", "noscript", "select", "object", "iframe"}
_LINES = {
    "p",
    "div",
    "li",
    "tr",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "dd",
    "dt",
    "pre",
}
_BREAK, _TAB = "\x00", "\x01"


def read_webpage(file: str, data: bytes) -> Document:
    """Every table of the page in order with the text between them. Nothing the page points to is fetched."""
    if data.count(b"<") + data.count(b"=") > _MARKS:
        raise too_big_inside(file)
    text = _decoded(data).replace(_BREAK, "").replace(_TAB, "")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise damaged(file) from error
    if root is None:
        raise damaged(file)
    last = parser.error_log.last_error
    if last is not None and last.level == etree.ErrorLevels.FATAL:
        raise too_deep(file)
    page = _Page(file)
    page.take(root)
    return Document(file, "html", tuple(page.tables), tuple(page.lines()))


class _Page:
    """Collects top-level tables and the lines between them."""

    def __init__(self, file: str) -> None:
        self.tables: list[Table] = []
        self._file = file
        self._text: list[str] = []

    def lines(self) -> list[str]:
        """The lines gathered since the last table."""
        found, self._text = _tidied("".join(self._text)), []
        return [line for line in found.split("\n") if line]

    def take(self, root: Any) -> None:
        for kind, element in _walk(root):
            if kind == "table":
                self.tables.append(self._table(element, len(self.tables), tuple(self.lines()), 0))
                if len(self.tables) > limits.TABLES:
                    raise too_many_rows(self._file)
            else:
                self._text.append(kind)

    def _table(self, table: Any, name: int | str, before: tuple[str, ...], depth: int) -> Table:
        if depth > limits.DEPTH:
            raise too_deep(self._file)
        found: list[Found] = []
        taken: dict[int, int] = {}
        for number, row in enumerate(_inside(table, ("tr",)), 1):
            if number > limits.ROWS:
                raise too_many_rows(self._file)
            nested: list[Table] = []
            pieces: list[Piece] = []
            at = 0
            for cell in _inside(row, ("td", "th")):
                while taken.get(at, 0) >= number:
                    at += 1
                across, down = _span(cell, "colspan", limits.COLUMNS), _span(cell, "rowspan", limits.ROWS)
                if at + across > limits.COLUMNS:
                    raise too_many_columns(self._file)
                text = self._cell(cell, f"{name}.{number}", nested, depth)
                pieces.append(Piece(Cell(text, text), at, across, down))
                if down > 1:
                    taken.update(dict.fromkeys(range(at, at + across), number + down - 1))
                at += across
            found.append(Found(number, tuple(pieces), _is_hidden(row), tuple(nested)))
        return Table(name, assemble(self._file, found), before=before)

    def _cell(self, cell: Any, place: str, nested: list[Table], depth: int) -> str:
        out: list[str] = []
        for kind, element in _walk(cell):
            if kind == "table":
                nested.append(self._table(element, f"{place}.{len(nested)}", (), depth + 1))
                inner = text_of(nested[-1]).replace("\n", _BREAK).replace("\t", _TAB)
                out.append(f"{_BREAK}{inner}{_BREAK}")
            else:
                out.append(kind)
        return _tidied("".join(out))


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    """("table", element) for each outermost table inside, and (text, None) for the text around, in order."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        name = _tag(element)
        if closing:
            yield (_BREAK if name in _LINES else "") + (element.tail or "" if element is not root else ""), None
            continue
        if name == "table" and element is not root:
            yield "table", element
            yield element.tail or "", None
            continue
        if name in _SKIPPED:
            yield element.tail or "", None
            continue
        opening = _BREAK if name in _LINES or name == "br" else ""
        yield opening + ("• " if name == "li" else "") + (element.text or ""), None
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _inside(element: Any, wanted: tuple[str, ...]) -> Iterator[Any]:
    """Rows of a table or cells of a row, through groups of rows and the forms that old pages put around them."""
    for item in element:
        name = _tag(item)
        if name in wanted:
            yield item
        elif name in ("thead", "tbody", "tfoot", "form"):
            yield from _inside(item, wanted)


def _tag(element: Any) -> str:
    return element.tag if isinstance(element.tag, str) else ""


def _span(cell: Any, name: str, most: int) -> int:
    given = (cell.get(name) or "1").strip()
    return max(1, min(int(given), most)) if given.isdecimal() and len(given) < 8 else 1


def _is_hidden(row: Any) -> bool:
    return bool(re.search(r"display\s*:\s*none|mso-hide\s*:\s*all", row.get("style") or "", re.I))


def _tidied(text: str) -> str:
    """Runs of white space as one blank, as a browser shows them; line breaks only where the page has them."""
    lines = (" ".join(line.split(None)) for line in text.replace("\u00a0", " ").split(_BREAK))
    return "\n".join(line for line in lines if line and line != "•").replace(_TAB, "\t")


def _decoded(data: bytes) -> str:
    named = _CHARSET.search(data[:4096])
    if named and data[:2] not in (b"\xff\xfe", b"\xfe\xff") and not data.startswith(b"\xef\xbb\xbf"):
        codec = named[1].decode("ascii").lower()
        try:
            return windows(data) if codec in ("iso-8859-1", "windows-1252") else data.decode(codec, "replace")
        except LookupError:
            pass
    return decode(data)[0]
