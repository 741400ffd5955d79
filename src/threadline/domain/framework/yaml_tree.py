"""YAML as a tree that knows its lines, read with care: a pack may come from anyone.

Anchors, aliases, tags and further documents are refused, so nothing can be expanded or constructed; depth and size are
bounded. Every plain value is text: whether it is a number or a yes is for the reader of the field to say, so 2.10 is
never 2.1 and "no" never False.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from threadline.domain.framework.problems import Place

DEEPEST: Final = 12
LARGEST: Final = 1_000_000
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Report = Callable[[Place, str], None]


@dataclass(frozen=True, slots=True)
class Text:
    """A plain value, as written."""

    place: Place
    value: str
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    place: Place
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping: each key with its own place."""

    place: Place
    entries: dict[str, tuple[Place, "Node"]]


Node = Text | Listing | Table


class _Unreadable(Exception):
    """The rest of this file cannot be made sense of; the problem is reported already."""


def decode(file: str, raw: bytes, report: Report) -> str | None:
    """The text of a file, or None after reporting that it is not UTF-8."""
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        report(Place(file, line), "is not UTF-8: save the file as UTF-8, without other encodings")
        return None


def parse(file: str, text: str, report: Report, *, first_line: int = 1) -> Table | None:
    """The file's mapping, or None after reporting why there is none. Mistakes that can be passed over are too."""
    offset = first_line - 1
    tabs = [number for number, line in enumerate(text.split("\n"), first_line) if "\t" in line]
    for number in tabs:
        report(Place(file, number), "holds a tab: use spaces, two for each level")
    if tabs:
        return None
    tree = _Tree(file, offset, report)
    try:
        return tree.document(yaml.parse(text, Loader=_LOADER))
    except _Unreadable:
        return None
    except yaml.MarkedYAMLError as fault:
        report(*_syntax(file, fault, offset))
        return None
    except yaml.reader.ReaderError as fault:
        line = text[: fault.position].count("\n")
        report(Place(file, line + 1 + offset), "holds a character that no text should: delete it")
        return None


def _syntax(file: str, fault: yaml.MarkedYAMLError, offset: int) -> tuple[Place, str]:
    line = getattr(fault.problem_mark, "line", 0) + 1 + offset
    began = getattr(fault.context_mark, "line", line - 1 - offset) + 1 + offset
    since = f" in what begins in line {began}" if began < line else ""
    return Place(file, line), f"is not YAML: {fault.problem}{since}. Check quotes, colons and indentation"


class _Tree:
    """Builds the tree from the parser's events."""

    def __init__(self, file: str, offset: int, report: Report) -> None:
        self.file, self.offset, self.report = file, offset, report

    def place(self, event: Event) -> Place:
        return Place(self.file, getattr(event.start_mark, "line", 0) + 1 + self.offset)

    def document(self, events: Iterator[Event]) -> Table | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, DocumentStartEvent) and root is not None:
                self.report(self.place(event), "starts a second document: keep one, without a line of ---")
                raise _Unreadable
            if isinstance(event, (MappingStartEvent, SequenceStartEvent, ScalarEvent, AliasEvent)):
                root = self.node(event, events, 0)
        if isinstance(root, Table):
            return root
        self.report(Place(self.file), "is empty" if root is None else "does not start with keys, such as “id: …”")
        return None

    def node(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        self._refuse_unsafe(event, depth)
        if isinstance(event, MappingStartEvent):
            return self.mapping(event, events, depth)
        if isinstance(event, SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(item := next(events), SequenceEndEvent):
                items.append(self.node(item, events, depth + 1))
            return Listing(self.place(event), tuple(items))
        return self.text(event)

    def text(self, event: Event) -> Text:
        value = getattr(event, "value", "")
        plain = getattr(event, "implicit", (True,))[0]
        return Text(self.place(event), value, is_empty=plain and not value)

    def mapping(self, start: Event, events: Iterator[Event], depth: int) -> Table:
        entries: dict[str, tuple[Place, Node]] = {}
        while not isinstance(key := next(events), MappingEndEvent):
            place = self.place(key)
            name = self.node(key, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(name, Text):
                self.report(place, "has a list or a table for a key: a key is a word")
            elif name.value in entries:
                first = entries[name.value][0].line
                self.report(place, f"gives “{name.value}” twice, first in line {first}: keep one")
            else:
                entries[name.value] = (place, value)
        return Table(self.place(start), entries)

    def _refuse_unsafe(self, event: Event, depth: int) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            self.report(self.place(event), "uses an anchor or alias (& or *): write the value out where it is needed")
            raise _Unreadable
        if getattr(event, "tag", None):
            self.report(
                self.place(event), f"uses the tag “{getattr(event, 'tag', '')}”: a pack holds plain values only"
            )
            raise _Unreadable
        if depth > DEEPEST:
            self.report(self.place(event), f"is nested more than {DEEPEST} levels deep: nothing in a pack is")
            raise _Unreadable
