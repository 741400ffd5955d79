"""Finding a lexicon's phrases in an entry: phrases are matched by word stems, longest and shorter ones alike.

Labels say what a phrase stands for: `<police>` an agency, `@mother` a person, `#bruise` a detail of an event,
`{visit}` a group of words of which cues may use any; every other label is the phrase itself, as a cue names it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from threadline.domain.chronology.linking.words import Token, tokens

_GROUP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found: its label, the tokens it covers (from the first up to but not including the last), its
    sentence.
    """

    label: str
    first: int
    last: int
    sentence: int


@dataclass(slots=True)
class _Node:
    children: "dict[str, _Node]" = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)


class Phrases:
    """A set of labelled phrases, found in a text in one pass over its tokens."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, phrase: str, label: str) -> None:
        """Take a phrase in; the same phrase may carry several labels. A word written `=so` must stand exactly so
        ("=missing").
        """
        node = self._root
        for piece in phrase.split():
            exact = piece.startswith("=")
            for token in tokens(piece.lstrip("=")):
                node = node.children.setdefault(f"={token.text}" if exact else token.stem, _Node())
        if label not in node.labels:
            node.labels.append(label)

    def add_all(self, phrases: Iterable[str], label: str) -> None:
        """Take several phrases in under one label."""
        for phrase in phrases:
            self.add(phrase, label)

    def stems(self) -> frozenset[str]:
        """Every word stem that stands in some phrase."""
        found: set[str] = set()
        waiting = [self._root]
        while waiting:
            node = waiting.pop()
            found.update(node.children)
            waiting.extend(node.children.values())
        return frozenset(found)

    def find(self, parts: tuple[Token, ...]) -> list[Found]:
        """Every phrase in the tokens, in order of where it starts; a phrase never runs over the end of a sentence."""
        found: list[Found] = []
        for first, token in enumerate(parts):
            nodes = _step([self._root], token)
            last = first
            while nodes:
                last += 1
                for node in nodes:
                    found.extend(Found(label, first, last, token.sentence) for label in node.labels)
                if last == len(parts) or parts[last].sentence != token.sentence:
                    break
                nodes = _step(nodes, parts[last])
        return found


def _step(nodes: list[_Node], token: Token) -> list[_Node]:
    """Where a word leads from here, by its stem and exactly as written."""
    after = []
    for node in nodes:
        if (by_stem := node.children.get(token.stem)) is not None:
            after.append(by_stem)
        if (exact := node.children.get(f"={token.text}")) is not None:
            after.append(exact)
    return after


def spelled_out(phrase: str, groups: Mapping[str, tuple[str, ...]]) -> list[str]:
    """A phrase with each `{group}` replaced by each of its members: "joint {visit}" becomes "joint visit", "joint
    call"…
    """
    pieces = _GROUP.split(phrase)
    choices = [groups[piece] if at % 2 else (piece,) for at, piece in enumerate(pieces)]
    return ["".join(choice) for choice in product(*choices)]
