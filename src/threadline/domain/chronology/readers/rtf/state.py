"""What holds inside a group of rich text, and the words that change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class State:
    """What holds inside the current group."""

    skipped: bool = False
    fonts: bool = False
    hidden: bool = False
    deleted: bool = False
    inner_row: bool = False
    capture: str = ""
    font: int = 0
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
    return replace(state, hidden=False, deleted=False, font=0)


def _paragraph_default(state: State, _number: int | None) -> State:
    return replace(state, in_table=False, depth=0)


CHANGES: dict[str, Callable[[State, int | None], State]] = {
    "plain": _plain,
    "pard": _paragraph_default,
    "f": lambda state, number: replace(state, font=number or 0),
    "uc": lambda state, number: replace(state, stand_ins=max(0, min(number if number is not None else 1, 16))),
    "v": lambda state, number: replace(state, hidden=number != 0),
    "deleted": lambda state, number: replace(state, deleted=number != 0),
    "revised": lambda state, _number: state,
    "intbl": lambda state, number: replace(state, in_table=number != 0),
    "itap": lambda state, number: replace(state, depth=max(0, number or 0), in_table=(number or 0) > 0),
}
