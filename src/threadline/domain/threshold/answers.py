"""The limbs of a test, the grounds made of them, and the answers given, each with its evidence (2.1.a)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Said(StrEnum):
    """An answer to a limb."""

    YES = "yes"
    NO = "no"
    UNSURE = "not known yet"


class Limb(Protocol):
    """One question of a test. A framework pack's limbs fit as they are.

    `holds` and `fails` are the limb in law's words, as clauses: "the child has died", "the child has not died".
    `unsure_counts_as_yes` is the rule of the pack, never of the code.
    """

    @property
    def id(self) -> str: ...
    @property
    def asks(self) -> str: ...
    @property
    def holds(self) -> str: ...
    @property
    def fails(self) -> str: ...
    @property
    def unsure_counts_as_yes(self) -> bool: ...


class Ground(Protocol):
    """A ground on which a test is met: all of its limbs together. A test is met on any one of its grounds."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def limbs(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to a limb, on what evidence and by whom."""

    said: Said
    evidence: str = ""
    by: str = ""


class FaultyTest(ValueError):
    """The test or the answers name a limb that does not exist, or a ground has none. Its text says which."""


def by_id(limbs: Iterable[Limb]) -> Mapping[str, Limb]:
    """The limbs by their id."""
    return {limb.id: limb for limb in limbs}


def refuse_unknown(limbs: Mapping[str, Limb], grounds: Sequence[Ground], answers: Mapping[str, Answer]) -> None:
    """Raise FaultyTest where a ground or an answer names a limb that is not there, or there is no ground or limb."""
    if not grounds:
        raise FaultyTest("A test needs at least one ground on which it can be met.")
    for ground in grounds:
        if not ground.limbs:
            raise FaultyTest(f"The ground “{ground.title}” has no limbs, so it would always be met.")
        for name in ground.limbs:
            if name not in limbs:
                raise FaultyTest(f"The ground “{ground.title}” rests on “{name}”, which is not a limb of the test.")
    for name in answers:
        if name not in limbs:
            raise FaultyTest(f"There is an answer to “{name}”, which is not a limb of the test.")
