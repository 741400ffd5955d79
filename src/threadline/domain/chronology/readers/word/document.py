"""A .docx from its first paragraph to its last, one block in memory at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from threadline.domain.chronology.grid import Document, Table
from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.archive import Archive
from threadline.domain.chronology.readers.assemble import text_of
from threadline.domain.chronology.readers.parts import Relation, relations
from threadline.domain.chronology.readers.refusal import too_deep, too_many_rows
from threadline.domain.chronology.readers.safe_xml import Stream, parse
from threadline.domain.chronology.readers.word.names import children, local, tags, value
from threadline.domain.chronology.readers.word.notes import sentences
from threadline.domain.chronology.readers.word.numbering import Numbering
from threadline.domain.chronology.readers.word.tables import TableMaker, read_table
from threadline.domain.chronology.readers.word.text import Words, embedded

_TAGS = tags("tbl", "tr", "p", "txbxContent", "altChunk")


def read_docx(archive: Archive, part: str) -> Document:
    """Every table in the document with the paragraphs between them. Raises `Refused` where that cannot be had whole."""
    links = relations(archive, part)
    words = Words(archive.file, _numbering(archive, links), _footnotes(archive, links))
    body = _Body(words)
    stream = Stream(archive.file, archive.open(part), _TAGS, ("start", "end"))
    for event, element in stream:
        body.take(stream, event, element)
    return Document(
        archive.file,
        "docx",
        (*body.tables, *_renumbered(body.boxed, len(body.tables))),
        tuple(body.paragraphs),
        _margins(archive, links),
        sentences(words, _comments(archive, links)),
    )


@dataclass(slots=True)
class _Body:
    """Where we are in the document while its events go by."""

    words: Words
    tables: list[Table] = field(default_factory=list)
    boxed: list[Table] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    depth: int = 0
    box: int = 0
    maker: TableMaker | None = None

    def take(self, stream: Stream, event: str, element: Any) -> None:
        name = local(element)
        if name == "p" and (self.depth or event == "start"):
            return
        if name == "txbxContent":
            self.box += 1 if event == "start" else -1
        elif name == "altChunk":
            raise embedded(self.words.file)
        elif self.box == 0 and name == "tbl":
            self._table(stream, event, element)
        elif event == "end" and self.box == 0:
            self._block(stream, name, element)

    def _table(self, stream: Stream, event: str, element: Any) -> None:
        if event == "start":
            self.depth += 1
            if self.depth == 1:
                self.maker = TableMaker(self.words, len(self.tables), tuple(self.paragraphs))
                self.paragraphs = []
            elif self.depth > limits.DEPTH:
                raise too_deep(self.words.file)
            return
        self.depth -= 1
        if self.depth == 0 and self.maker is not None:
            self.tables.append(self.maker.finish())
            self.maker = None
            stream.forget(element)
            if len(self.tables) > limits.TABLES:
                raise too_many_rows(self.words.file)

    def _block(self, stream: Stream, name: str, element: Any) -> None:
        if name == "tr" and self.depth == 1 and self.maker is not None:
            self.maker.add(element)
            stream.forget(element)
        elif name == "p" and self.depth == 0:
            self.words.inner_table = self._boxed
            text = self.words.paragraph(element).strip()
            if text:
                self.paragraphs.append(text)
            stream.forget(element)

    def _boxed(self, table: Any) -> str:
        self.boxed.append(read_table(self.words, table, f"box{len(self.boxed)}"))
        return ""


def _renumbered(boxed: list[Table], start: int) -> tuple[Table, ...]:
    """Tables of free-standing text boxes come after the document's own, so as not to disturb their numbers."""
    return tuple(Table(start + at, table.rows, table.hidden, table.before) for at, table in enumerate(boxed))


def _numbering(archive: Archive, links: tuple[Relation, ...]) -> Numbering:
    root = _related(archive, links, "numbering")
    return Numbering(root, None if root is None else _related(archive, links, "styles"))


def _footnotes(archive: Archive, links: tuple[Relation, ...]) -> dict[tuple[str, str], str]:
    out: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        root = _related(archive, links, f"{kind}s")
        for note in () if root is None else children(root, kind):
            if value(note, "type") in (None, "normal"):
                text = _plain_words(archive).joined(note)
                out[(kind, value(note, "id") or "")] = " ".join(text.split())
    return out


def _comments(archive: Archive, links: tuple[Relation, ...]) -> dict[str, str]:
    root = _related(archive, links, "comments")
    if root is None:
        return {}
    plain = _plain_words(archive)
    return {value(note, "id") or "": " ".join(plain.joined(note).split()) for note in children(root, "comment")}


def _margins(archive: Archive, links: tuple[Relation, ...]) -> tuple[str, ...]:
    out: dict[str, None] = {}
    for link in links:
        if link.kind in ("header", "footer") and not link.external and link.target in archive:
            root = parse(archive.file, archive.read(link.target))
            plain = _plain_words(archive)
            out.update(dict.fromkeys(line.strip() for line in plain.joined(root).split("\n") if line.strip()))
    return tuple(out)


def _plain_words(archive: Archive) -> Words:
    """For text outside the body: no list numbers, no notes, inner tables as lines of text."""
    words = Words(archive.file, Numbering(), {})
    words.inner_table = lambda table: text_of(read_table(words, table, 0))
    return words


def _related(archive: Archive, links: tuple[Relation, ...], kind: str) -> Any:
    for link in links:
        if link.kind == kind and not link.external and link.target in archive:
            return parse(archive.file, archive.read(link.target))
    return None
