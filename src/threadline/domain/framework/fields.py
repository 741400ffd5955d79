"""Reading the fields of a pack's tables: each by its kind, every mistake reported with its line.

A field that is missing or wrong gives a harmless stand-in and a problem; a pack with a problem is never used.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeVar

from threadline.domain.dates.working_days import Length, Unit
from threadline.domain.framework.problems import Place, Problem, did_you_mean
from threadline.domain.framework.registry import ROLES
from threadline.domain.framework.yaml_tree import Listing, Node, Table, Text

ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
_NUMBER: Final = re.compile(r"-?\d{1,6}")
_YES_NO: Final = {"yes": True, "true": True, "no": False, "false": False}
ROLE_NAME: Final = "role in glossary.yaml"
_NOWHERE: Final = Text(Place(""), "")

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Reference:
    """Something named in one place that must exist in another."""

    kind: str
    name: str
    place: Place


@dataclass(slots=True)
class Book:
    """What is gathered while a pack is read: its problems, what it defines, and what it refers to.

    `unread` are the kinds whose file could not be read: a reference to one of them is not held against its writer.
    `files` says in which file things of a kind were met, for those whose id cannot be one.
    """

    problems: list[Problem] = field(default_factory=list)
    defined: dict[str, dict[str, Place]] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)

    def report(self, place: Place, message: str) -> None:
        """Note a mistake."""
        self.problems.append(Problem(place, message))

    def define(self, kind: str, name: str, place: Place) -> None:
        """Note that a thing of this kind exists; report a second of the same name."""
        names = self.defined.setdefault(kind, {})
        self.files.setdefault(kind, place.file)
        if name in names:
            self.report(place, f"the {kind} “{name}” exists already, in {names[name]}: give each its own id")
        else:
            names[name] = place

    def place_of(self, kind: str, name: str) -> Place:
        """Where a thing is defined; its kind's file where its id could not be read; no place where there is none."""
        return self.defined.get(kind, {}).get(name) or Place(self.files.get(kind, ""))

    def settle_references(self) -> None:
        """Report every reference to what does not exist; a role without a name in the glossary once."""
        unnamed: set[str] = set()
        for reference in self.references:
            names = self.defined.get(reference.kind, {})
            if reference.name in names or reference.kind in self.unread:
                continue
            if reference.kind == ROLE_NAME:
                if reference.name in unnamed:
                    continue
                unnamed.add(reference.name)
            hint = did_you_mean(reference.name, names)
            self.report(reference.place, f"there is no {reference.kind} “{reference.name}”: name one there is.{hint}")


class Row:
    """A table being read, field by field. `close` reports what no field asked for."""

    def __init__(self, table: Table, what: str, book: Book) -> None:
        self.table, self.what, self.book = table, what, book
        self.place = table.place
        self._asked: set[str] = set()

    def place_at(self, key: str) -> Place:
        """The line of a key, or of the table where it has none."""
        return self.table.entries.get(key, (self.place, _NOWHERE))[0]

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.table.entries

    def _node(self, key: str, *, required: bool) -> Node | None:
        self._asked.add(key)
        found = self.table.entries.get(key)
        if found is None and required:
            self.book.report(self.place, f"{self.what} has no “{key}”: add it")
        return found[1] if found else None

    def text(self, key: str, *, required: bool = True) -> str:
        """Words, on one line or several; never empty where the key is there."""
        node = self._node(key, required=required)
        return "" if node is None else self._words(key, node)

    def _words(self, key: str, node: Node) -> str:
        if not isinstance(node, Text):
            self.book.report(node.place, f"“{key}” of {self.what} is a list or a table: write words")
            return ""
        words = node.value.strip()
        if not words:
            self.book.report(node.place, f"“{key}” of {self.what} is empty: write it, or delete the line")
        return words

    def identifier(self, kind: str, key: str = "id") -> str:
        """The thing's own id, which no other of its kind may have."""
        words = self.text(key)
        self.book.files.setdefault(kind, self.place.file)
        if words and not ID.fullmatch(words):
            message = f"“{words}” cannot be an id: use up to 60 letters, figures, dots, hyphens and underscores"
            self.book.report(self.place_at(key), message)
        elif words:
            self.book.define(kind, words, self.place_at(key))
        return words

    def texts(self, key: str, *, required: bool = True) -> tuple[str, ...]:
        """A list of words; one word alone will do. Report a word given twice."""
        return tuple(words for words, _ in self._placed_texts(key, required=required))

    def _placed_texts(self, key: str, *, required: bool) -> list[tuple[str, Place]]:
        node = self._node(key, required=required)
        if node is None:
            return []
        items = node.items if isinstance(node, Listing) else (node,)
        found = [(words, item.place) for item in items if (words := self._words(key, item))]
        for number, (words, place) in enumerate(found):
            if words in {earlier for earlier, _ in found[:number]}:
                self.book.report(place, f"“{key}” of {self.what} names “{words}” twice: keep one")
        return found

    def refer(self, key: str, kind: str, *, required: bool = True) -> str:
        """The id of another thing of the pack."""
        words = self.text(key, required=required)
        if words:
            self.book.references.append(Reference(kind, words, self.place_at(key)))
        return words

    def refers(self, key: str, kind: str, *, required: bool = True) -> tuple[str, ...]:
        """The ids of other things of the pack."""
        found = self._placed_texts(key, required=required)
        self.book.references.extend(Reference(kind, words, place) for words, place in found)
        return tuple(words for words, _ in found)

    def known(self, key: str, known: Iterable[str], thing: str, *, required: bool = True) -> str:
        """A word of a list that the service knows, such as a role."""
        words = self.text(key, required=required)
        return self._judge(words, self.place_at(key), frozenset(known), thing)

    def all_known(self, key: str, known: Iterable[str], thing: str, *, required: bool = True) -> tuple[str, ...]:
        """Words of a list that the service knows."""
        names = frozenset(known)
        found = self._placed_texts(key, required=required)
        return tuple(self._judge(words, place, names, thing) for words, place in found)

    def _judge(self, words: str, place: Place, known: frozenset[str], thing: str) -> str:
        if words and words not in known:
            hint = did_you_mean(words, known)
            message = f"“{words}” is not {thing}: use one of {', '.join(sorted(known))}.{hint}"
            self.book.report(place, message)
        return words

    def role(self, key: str) -> str:
        """A role of the method, which the glossary must name."""
        return self._name_in_glossary([(self.known(key, ROLES, "a role"), self.place_at(key))])[0]

    def roles(self, key: str, *, required: bool = True) -> tuple[str, ...]:
        """Roles of the method, which the glossary must name."""
        found = self._placed_texts(key, required=required)
        return self._name_in_glossary([(self._judge(words, place, ROLES, "a role"), place) for words, place in found])

    def _name_in_glossary(self, found: list[tuple[str, Place]]) -> tuple[str, ...]:
        known = [(words, place) for words, place in found if words in ROLES]
        self.book.references.extend(Reference(ROLE_NAME, words, place) for words, place in known)
        return tuple(words for words, _ in found)

    def choice(self, key: str, choices: type[Choice], *, default: Choice | None = None) -> Choice:
        """One of a few words."""
        words = self.text(key, required=default is None)
        standing = next(iter(choices)) if default is None else default
        if not words:
            return standing
        if words not in {choice.value for choice in choices}:
            allowed = " or ".join(f"“{choice.value}”" for choice in choices)
            self.book.report(self.place_at(key), f"“{key}” of {self.what} is “{words}”: write {allowed}")
            return standing
        return choices(words)

    def yes_no(self, key: str, *, default: bool | None = None) -> bool:
        """Yes or no."""
        words = self.text(key, required=default is None)
        if words and words.lower() not in _YES_NO:
            self.book.report(self.place_at(key), f"“{key}” of {self.what} is “{words}”: write yes or no")
        return _YES_NO.get(words.lower(), bool(default))

    def number(self, key: str, low: int, high: int, *, default: int | None = None) -> int:
        """A whole number between two others."""
        words = self.text(key, required=default is None)
        if not words:
            return default or low
        if not _NUMBER.fullmatch(words) or not low <= int(words) <= high:
            message = f"“{key}” of {self.what} is “{words}”: write a whole number from {low} to {high}"
            self.book.report(self.place_at(key), message)
            return low
        return int(words)

    def length(self, key: str, *, required: bool = True) -> Length:
        """A length of time with its unit."""
        words = self.text(key, required=required)
        try:
            return Length.parse(words) if words else Length(0, Unit.DAYS)
        except ValueError as fault:
            self.book.report(self.place_at(key), f"“{key}” of {self.what} is “{words}”: {fault}")
            return Length(0, Unit.DAYS)

    def row(self, key: str, what: str, *, required: bool = True) -> "Row | None":
        """A table within this one."""
        node = self._node(key, required=required)
        if node is None or isinstance(node, Table):
            return Row(node, what, self.book) if node else None
        self.book.report(node.place, f"“{key}” of {self.what} is not a table: indent its keys below it")
        return None

    def rows(self, key: str, what: str, *, required: bool = True) -> "list[Row]":
        """A list of tables; `what` names one of them."""
        node = self._node(key, required=required)
        if node is None:
            return []
        if not isinstance(node, Listing):
            self.book.report(node.place, f"“{key}” of {self.what} is not a list: start each {what} with a hyphen")
            return []
        if required and not node.items:
            self.book.report(node.place, f"“{key}” of {self.what} is an empty list: give at least one {what}")
        found = []
        for item in node.items:
            if isinstance(item, Table):
                found.append(Row(item, what, self.book))
            else:
                self.book.report(item.place, f"this {what} is not a table: give it keys, such as “id: …”")
        return found

    def close(self) -> None:
        """Report every key that nothing asked for."""
        for key, (place, _) in self.table.entries.items():
            if key not in self._asked:
                hint = did_you_mean(key, self._asked)
                self.book.report(place, f"{self.what} has no key “{key}”: delete it or correct its name.{hint}")


Made = TypeVar("Made")


def each(rows: Iterable[Row], make: Callable[[Row], Made]) -> tuple[Made, ...]:
    """Make something of every row, and close it."""
    made = []
    for row in rows:
        made.append(make(row))
        row.close()
    return tuple(made)
