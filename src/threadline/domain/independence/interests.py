"""What a person declares on taking a post, and what is known of the case: plain values for the checks (1.b, 2.2.a)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol


class Question(Protocol):
    """A question of the declaration. A framework pack's questions fit as they are.

    `bars` is True where a yes is a conflict by itself; otherwise a yes is something to be weighed.
    """

    @property
    def id(self) -> str: ...
    @property
    def asks(self) -> str: ...
    @property
    def bars(self) -> bool: ...


class PostRule(Protocol):
    """A post's rule. `bars_involved_agency` is True where its holder may not come from an agency involved."""

    @property
    def title(self) -> str: ...
    @property
    def bars_involved_agency(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Declared:
    """An answer: True for yes, False for no, None for not sure; with what was said about it."""

    answer: bool | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone who holds a post in the review or is to have it. `declared` is by question; `declared_on` when signed."""

    name: str
    agency: str = ""
    other_names: tuple[str, ...] = ()
    declared: Mapping[str, Declared] = field(default_factory=dict)
    declared_on: date | None = None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person in the register of the case. `role` in words: "grandmother", "health visitor"."""

    name: str
    role: str
    is_family: bool
    agency: str = ""
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone named in a timeline: in how many of its entries, and which timeline ("the police timeline")."""

    name: str
    timeline: str
    entries: int
    agency: str = ""
