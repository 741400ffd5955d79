"""What holds inside a group of rich text, and the words that change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple


class State(NamedTuple):
    """What holds inside the current group. Font -1 is the document's own."""

    skipped: bool = False
    fonts: bool = False
    hidden: bool = False
    deleted: bool = False
    inner_row: bool = False
    font: int = -1
    stand_ins: int = 1
    in_table: bool = False
    depth: int = 0


@dataclass(slots=True)
class Capture:
    """Text set apart from the flow: a note, a margin, a list mark."""

    kind: str
    level: int
    text: list[str] = field(default_factory=list)


def _plain(state: State, _number: int | None) -> State:
    return state._replace(hidden=False, deleted=False, font=-1)


def _paragraph_default(state: State, _number: int | None) -> State:
    return state._replace(in_table=False, depth=0)


@lru_cache(maxsize=4_096)
def changed(state: State, word: str, number: int | None) -> State:
    """The state after a word of `CHANGES`. Remembered, because a long table changes to and fro between a few."""
    return CHANGES[word](state, number)


CHANGES: dict[str, Callable[[State, int | None], State]] = {
    "plain": _plain,
    "pard": _paragraph_default,
    "f": lambda state, number: state._replace(font=number or 0),
    "uc": lambda state, number: state._replace(stand_ins=max(0, min(number if number is not None else 1, 16))),
    "v": lambda state, number: state._replace(hidden=number != 0),
    "deleted": lambda state, number: state._replace(deleted=number != 0),
    "revised": lambda state, _number: state,
    "intbl": lambda state, number: state._replace(in_table=number != 0),
    "itap": lambda state, number: state._replace(depth=max(0, number or 0), in_table=(number or 0) > 0),
}
