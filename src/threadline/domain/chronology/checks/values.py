"""What the checks are given and what they find."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from threadline.domain.chronology.entries import Meaning
from threadline.domain.dates import DateReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of an agency's timeline as a check sees it.

    `id` names the row to whoever asks; `ordinal` is its turn in its file, where `file` is empty for a typed entry.
    """

    id: str
    when: DateReading
    text: str
    date_text: str = ""
    recorded: DateReading | None = None
    fields: Mapping[Meaning, str] = field(default_factory=dict)
    file: str = ""
    ordinal: int = 0

    def said(self, *meanings: Meaning) -> str:
        """The text of these columns, joined; empty where the row has none of them."""
        return " ".join(text for each in meanings if (text := self.fields.get(each, "").strip()))

    @property
    def everything(self) -> str:
        """What happened and every other column, joined."""
        others = (text for meaning, text in self.fields.items() if meaning is not Meaning.EVENT)
        return " ".join([self.text, *others])

    @property
    def first(self) -> date | None:
        """The earliest day it may be of."""
        return self.when.earliest or self.when.latest

    @property
    def last(self) -> date | None:
        """The latest day it may be of."""
        return self.when.latest or self.when.earliest


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in the register: the name, how records call that person, whether a child of the review."""

    name: str
    names: tuple[str, ...] = ()
    child: bool = False
    born: date | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above or around the table of an agency's file."""

    agency: str
    text: str


@dataclass(frozen=True, slots=True)
class Differing:
    """Accounts of one event that do not agree: the rows, and in what, in a sentence."""

    rows: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an agency's rows are checked against.

    `first` and `last` bound the period under review. `columns` are the meanings found in each of the agency's files.
    `every` is how often this agency is expected to see the child, in days; None where nobody said.
    """

    agency: str
    first: date
    last: date
    glossary: frozenset[str] = frozenset()
    people: tuple[Named, ...] = ()
    headers: tuple[Header, ...] = ()
    columns: Mapping[str, frozenset[Meaning]] = field(default_factory=dict)
    differing: tuple[Differing, ...] = ()
    every: int | None = None

    @property
    def children(self) -> tuple[Named, ...]:
        """The children of the review."""
        return tuple(each for each in self.people if each.child)


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers and wording lists of the method: `limits` by id, `words` by id, `columns` that a form must have."""

    limits: Mapping[str, int]
    words: Mapping[str, tuple[str, ...]]
    columns: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One question: the check it comes from, the rows it is about (none for a file as a whole), and what was found.

    `mark` tells it from the check's other findings; the same finding in a corrected file has the same mark.
    """

    check: str
    rows: tuple[str, ...]
    sentence: str
    mark: str
