"""A scope as words: its parts and items, and what differs between two versions of it (2.1.i)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

ALIKE: Final = 0.5
_WORD: Final = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a scope says: what it is about, and its words.

    `key` ties it to the same item of another version; "" where only its words can tell.
    """

    label: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a scope: its id, its heading, its items in order."""

    id: str
    title: str
    items: tuple[Item, ...]


class Mark(StrEnum):
    """What became of words between two versions."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words with its mark."""

    words: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Difference:
    """An item that one version has and the other has not, or has otherwise; the whole of it, in marked pieces."""

    label: str
    pieces: tuple[Piece, ...]

    @property
    def what(self) -> str:
        """ "Added", "Taken out" or "Changed"."""
        marks = {piece.mark for piece in self.pieces}
        return {frozenset({Mark.NEW}): "Added", frozenset({Mark.GONE}): "Taken out"}.get(frozenset(marks), "Changed")


@dataclass(frozen=True, slots=True)
class PartChanged:
    """A part in which something differs."""

    title: str
    differences: tuple[Difference, ...]


def compare(earlier: Sequence[Part], later: Sequence[Part]) -> tuple[PartChanged, ...]:
    """The parts in which the two versions differ, in the order of the later; nothing that is the same in both."""
    before = {part.id: part.items for part in earlier}
    found = [PartChanged(part.title, tuple(_of_part(before.get(part.id, ()), part.items))) for part in later]
    return tuple(part for part in found if part.differences)


def _of_part(earlier: Sequence[Item], later: Sequence[Item]) -> Iterable[Difference]:
    pairs = _pairs(earlier, later)
    for place, new in enumerate(later):
        old = earlier[pairs[place]] if place in pairs else None
        pieces = marked(old.text, new.text) if old else (Piece(new.text, Mark.NEW),)
        if old is None or any(piece.mark is not Mark.SAME for piece in pieces):
            yield Difference(new.label, pieces)
    left = (old for place, old in enumerate(earlier) if place not in pairs.values())
    yield from (Difference(old.label, (Piece(old.text, Mark.GONE),)) for old in left)


def _pairs(earlier: Sequence[Item], later: Sequence[Item]) -> dict[int, int]:
    """The place of each later item's earlier one, by its own: by key, else by the same words, else by likeness."""
    left, pairs = dict(enumerate(earlier)), dict[int, int]()
    for alike in (_same_key, _same_words, _like):
        for place, new in enumerate(later):
            found = [] if place in pairs else [(_ratio(old, new), -at) for at, old in left.items() if alike(old, new)]
            if found:
                pairs[place] = -max(found)[1]
                del left[pairs[place]]
    return pairs


def _same_key(old: Item, new: Item) -> bool:
    return bool(new.key) and old.key == new.key


def _same_words(old: Item, new: Item) -> bool:
    return not new.key and old.text == new.text


def _like(old: Item, new: Item) -> bool:
    return not new.key and _ratio(old, new) >= ALIKE


def _ratio(old: Item, new: Item) -> float:
    return SequenceMatcher(None, _WORD.findall(old.text), _WORD.findall(new.text), autojunk=False).ratio()


def marked(old: str, new: str) -> tuple[Piece, ...]:
    """Two texts as one, word by word: what is the same, what has gone, what is new."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("".join(after[c:d]), Mark.SAME))
            continue
        pieces += [Piece("".join(before[a:b]), Mark.GONE)] if a < b else []
        pieces += [Piece("".join(after[c:d]), Mark.NEW)] if c < d else []
    return tuple(pieces)
