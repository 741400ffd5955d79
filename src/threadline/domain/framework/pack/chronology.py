"""What the method says of chronologies: the checks, their numbers and word lists, the form's columns, abbreviations."""

from dataclasses import dataclass
from enum import StrEnum


class CheckKind(StrEnum):
    """Whether a machine decides a check, or only points and a person decides."""

    DECIDES = "decides"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class TimelineCheck:
    """One thing to ask an agency about its timeline: `asks` is what the agency is asked to do, `why` the reason."""

    id: str
    number: int
    title: str
    kind: CheckKind
    asks: str
    why: str


@dataclass(frozen=True, slots=True)
class TimelineLimit:
    """A number by which a check goes."""

    id: str
    says: str
    amount: int


@dataclass(frozen=True, slots=True)
class WordList:
    """Phrases that a check looks for; a star at a word's end stands for any ending."""

    id: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A common abbreviation."""

    short: str
    means: str


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of the form that agencies fill in. `meaning` is the reader's word for it."""

    meaning: str
    heading: str
    help: str
    choices: tuple[str, ...]
    must: bool


@dataclass(frozen=True, slots=True)
class QuestionsMessage:
    """How a message with questions begins and ends; {{ agency }}, {{ reference }}, {{ count }}, {{ due_on }}."""

    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class Chronologies:
    """All that the method says of chronologies."""

    limits: tuple[TimelineLimit, ...]
    checks: tuple[TimelineCheck, ...]
    words: tuple[WordList, ...]
    abbreviations: tuple[Abbreviation, ...]
    columns: tuple[FormColumn, ...]
    guidance: tuple[str, ...]
    message: QuestionsMessage
