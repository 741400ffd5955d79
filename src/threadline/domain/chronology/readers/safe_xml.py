"""XML from strangers: no document type, no entities, no network, and never more than one row in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Protocol

from lxml import etree

from threadline.domain.chronology.readers import limits
from threadline.domain.chronology.readers.refusal import Refused, damaged

Element = Any
_ENCODINGS = {
    b"utf-8",
    b"utf8",
    b"us-ascii",
    b"ascii",
    b"iso-8859-1",
    b"windows-1252",
    b"utf-16",
    b"utf-16le",
    b"utf-16be",
}
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_OVERLAP = max(map(len, _DOCTYPES))
_CHUNK = 32_768


class Source(Protocol):
    """Anything bytes can be read from, a piece at a time."""

    def read(self, size: int = -1, /) -> bytes: ...


class Watched:
    """A stream that refuses a document type wherever it stands, and an element of unreasonable size.

    `release()` is called when a unit (row, paragraph) has been dealt with and forgotten.
    """

    def __init__(self, file: str, stream: Source) -> None:
        self._file = file
        self._stream = stream
        self._tail = b""
        self._bytes = 0
        self._marks = 0
        self._begun = False

    def release(self) -> None:
        self._bytes = 0
        self._marks = 0

    def read(self, _size: int = -1) -> bytes:
        chunk = self._stream.read(_CHUNK)
        if not self._begun:
            self._begun = True
            _check_opening(self._file, chunk)
        window = self._tail + chunk
        if any(mark in window for mark in _DOCTYPES):
            raise _entities(self._file)
        self._tail = window[-_OVERLAP:]
        self._bytes += len(chunk)
        self._marks += chunk.count(b"<") + chunk.count(b"=")
        if self._bytes > limits.UNIT_BYTES or self._marks > limits.UNIT_MARKS:
            raise Refused(
                self._file,
                "The file has a single row or paragraph far larger than any timeline needs",
                "Copy the table into a new document, one entry to a row, and send that.",
                "row-too-large",
            )
        return chunk


class Stream:
    """`for event, element in stream`: lxml's events for `tags`; `forget(element)` once an element is dealt with."""

    def __init__(self, file: str, source: Source, tags: tuple[str, ...], events: tuple[str, ...] = ("end",)) -> None:
        self._file = file
        self._watched = Watched(file, source)
        self._events = etree.iterparse(
            self._watched,
            events=events,
            tag=tags,
            load_dtd=False,
            no_network=True,
            resolve_entities=False,
            remove_comments=True,
            remove_pis=True,
            huge_tree=False,
        )

    def __iter__(self) -> Iterator[tuple[str, Element]]:
        try:
            yield from self._events
        except etree.XMLSyntaxError as error:
            raise damaged(self._file) from error

    def forget(self, element: Element) -> None:
        """Drop the element's content and its elder siblings, so that memory holds one unit at a time."""
        element.clear(keep_tail=False)
        parent = element.getparent()
        while element.getprevious() is not None:
            del parent[0]
        self._watched.release()


def parse(file: str, data: bytes) -> Element:
    """The root of a small part. Raises `Refused` for a document type, entities, or XML that does not hold together."""
    watched = Watched(file, BytesIO(data))
    parser = etree.XMLParser(
        load_dtd=False,
        no_network=True,
        resolve_entities=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        while chunk := watched.read():
            watched.release()
            parser.feed(chunk)
        return parser.close()
    except etree.XMLSyntaxError as error:
        raise damaged(file) from error


def _check_opening(file: str, start: bytes) -> None:
    wide = start[:2] in (b"\xff\xfe", b"\xfe\xff") or start[:2] in (b"<\x00", b"\x00<")
    if wide:
        if start[2:4] == b"\x00\x00":
            raise damaged(file)
        return
    plain = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    declared = _DECLARED.match(plain)
    if not plain.startswith(b"<") or (declared and declared[1].lower() not in _ENCODINGS):
        raise damaged(file)


def _entities(file: str) -> Refused:
    return Refused(
        file,
        "The file carries a document type or entity definitions, which office programs never write and attackers do",
        "Copy the table into a new document and send that.",
        "xml-entities",
    )
