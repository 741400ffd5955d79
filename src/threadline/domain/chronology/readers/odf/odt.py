"""OpenDocument texts (.odt): every table in order, with what stands between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from threadline.domain.chronology.grid import Cell, Document, Table
from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.archive import Archive
from threadline.domain.chronology.readers.assemble import Found, Piece, assemble, text_of
from threadline.domain.chronology.readers.odf.names import count, full, local, value
from threadline.domain.chronology.readers.odf.text import Words
from threadline.domain.chronology.readers.refusal import too_deep, too_many_columns, too_many_rows
from threadline.domain.chronology.readers.safe_xml import Stream, parse
from threadline.domain.chronology.readers.wording import counted, was

_HIDDEN = ("collapse", "filter")
_TAGS = tuple(
    full(name)
    for name in (
        "table:table", "table:table-row", "text:p", "text:h", "text:list", "text:list-style", "draw:text-box",
        "text:tracked-changes", "office:annotation", "text:note",
    )
)  # fmt: skip
_ENCLOSING = {"text:tracked-changes", "draw:text-box", "office:annotation", "text:note"}
_COUNTED = (
    ("insertion", "tracked insertion", "tracked insertions", "read as accepted"),
    ("deletion", "tracked deletion", "tracked deletions", "left out, as if accepted"),
    ("hidden text", "piece of hidden text", "pieces of hidden text", "left out"),
    ("comment", "margin comment", "margin comments", "not read"),
)


def read_odt(archive: Archive, part: str = "content.xml") -> Document:
    """Every table in the document with the paragraphs between them."""
    words = Words()
    margins = _margins(archive, words)
    body = _Body(archive.file, words)
    stream = Stream(archive.file, archive.open(part), _TAGS, ("start", "end"))
    for event, element in stream:
        body.take(stream, event, element)
    return Document(archive.file, "odt", tuple(body.tables), tuple(body.paragraphs), margins, notes=change_notes(words))


def change_notes(words: Words) -> tuple[str, ...]:
    """One sentence for each kind of thing that was passed over or accepted."""
    return tuple(
        f"{counted(words.counts[key], one, many)} {was(words.counts[key])} {done}."
        for key, one, many, done in _COUNTED
        if words.counts[key]
    )


class TableMaker:
    """Takes the rows of one table in order and gives the `Table` at the end."""

    def __init__(self, file: str, words: Words, name: int | str, before: tuple[str, ...] = (), depth: int = 0) -> None:
        if depth > limits.DEPTH:
            raise too_deep(file)
        self._file = file
        self._words = words
        self._name = name
        self._before = before
        self._depth = depth
        self._rows: list[Found] = []

    def add(self, row: Any) -> None:
        """Take the next table:table-row; a repeated row counts as often as it says."""
        nested: list[Table] = []
        outer, self._words.inner_table = self._words.inner_table, lambda inner: self._inner(inner, nested)
        try:
            pieces = tuple(self._pieces(row))
        finally:
            self._words.inner_table = outer
        hidden = value(row, "table:visibility") in _HIDDEN
        for _ in range(count(row, "table:number-rows-repeated", limits.ROWS + 1)):
            self._rows.append(Found(len(self._rows) + 1, pieces, hidden, tuple(nested)))
            if len(self._rows) > limits.ROWS:
                raise too_many_rows(self._file)

    def finish(self) -> Table:
        """The table with merged cells spread out."""
        return Table(self._name, assemble(self._file, self._rows), before=self._before)

    def _pieces(self, row: Any) -> list[Piece]:
        out: list[Piece] = []
        at = 0
        for item in row:
            if local(item) not in ("table:table-cell", "table:covered-table-cell"):
                continue
            repeated = count(item, "table:number-columns-repeated", limits.COLUMNS + 1)
            if local(item) == "table:table-cell":
                text = self._words.cell(item)
                across = count(item, "table:number-columns-spanned", limits.COLUMNS)
                down = count(item, "table:number-rows-spanned", limits.ROWS)
                out += [Piece(Cell(text, text), at + more, across, down) for more in range(repeated)]
            at += repeated
            if at > limits.COLUMNS:
                raise too_many_columns(self._file)
        return out

    def _inner(self, table: Any, nested: list[Table]) -> str:
        name = f"{self._name}.{len(self._rows) + 1}.{len(nested)}"
        maker = TableMaker(self._file, self._words, name, depth=self._depth + 1)
        for row in rows_of(table):
            maker.add(row)
        nested.append(maker.finish())
        return text_of(nested[-1])


def rows_of(table: Any) -> list[Any]:
    """The rows of a table, through the groups that may hold them, not those of inner tables."""
    out: list[Any] = []
    for item in table:
        name = local(item)
        if name == "table:table-row":
            out.append(item)
        elif name in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            out += rows_of(item)
    return out


@dataclass(slots=True)
class _Body:
    """Where we are in the document while its events go by."""

    file: str
    words: Words
    tables: list[Table] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    depth: int = 0
    lists: int = 0
    enclosed: int = 0
    maker: TableMaker | None = None

    def take(self, stream: Stream, event: str, element: Any) -> None:
        name = local(element)
        if name in _ENCLOSING:
            self.enclosed += 1 if event == "start" else -1
        elif self.enclosed:
            return
        elif name == "table:table":
            self._table(stream, event, element)
        elif name == "text:list":
            self.lists += 1 if event == "start" else -1
            if event == "end" and not self.lists and not self.depth:
                self._narrative(stream, element)
        elif event == "end":
            self._block(stream, name, element)

    def _table(self, stream: Stream, event: str, element: Any) -> None:
        if event == "start":
            self.depth += 1
            if self.depth == 1:
                self.maker = TableMaker(self.file, self.words, len(self.tables), tuple(self.paragraphs))
                self.paragraphs = []
            return
        self.depth -= 1
        if self.depth == 0 and self.maker is not None:
            self.tables.append(self.maker.finish())
            stream.forget(element)
            if len(self.tables) > limits.TABLES:
                raise too_many_rows(self.file)

    def _block(self, stream: Stream, name: str, element: Any) -> None:
        if name == "table:table-row":
            if self.depth == 1 and self.maker is not None:
                self.maker.add(element)
                stream.forget(element)
        elif name == "text:list-style":
            self.words.lists.learn(element)
        elif not self.depth and not self.lists:
            self._narrative(stream, element)

    def _narrative(self, stream: Stream, element: Any) -> None:
        lines = (line.strip() for line in self.words.block(element))
        self.paragraphs += [line for line in lines if line]
        stream.forget(element)


def _margins(archive: Archive, words: Words) -> tuple[str, ...]:
    """Headers and footers, from the styles; list styles found there are learnt on the way."""
    if "styles.xml" not in archive:
        return ()
    root = parse(archive.file, archive.read("styles.xml"))
    for style in root.iter(full("text:list-style")):
        words.lists.learn(style)
    out: dict[str, None] = {}
    for name in ("style:header", "style:footer", "style:header-left", "style:footer-left"):
        for block in root.iter(full(name)):
            out.update(dict.fromkeys(line.strip() for line in Words().blocks(block)))
    return tuple(line for line in out if line)
