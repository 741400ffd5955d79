"""What stands beside an entry and is not the agency's own word: marks, corrections, key events, notes."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What is said of an entry; the value is its heading."""

    MARK = "Marks"
    KEY_EVENT = "Key event"
    SAME_EVENT = "Other accounts of this event"
    DIFFERENCE = "Where accounts differ"
    FACT = "Disputed or corrected"
    ORDER = "Order set by hand"
    NOTE = "Notes"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said beside an entry, in words."""

    about: About
    words: str


def said(beside: Iterable[Said], about: About, between: str = "\n") -> str:
    """What is said of one kind, joined; marks are a list with semicolons."""
    return ("; " if about is About.MARK else between).join(each.words for each in beside if each.about is about)
