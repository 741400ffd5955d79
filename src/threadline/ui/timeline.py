"""The shapes a chronology page is drawn from: plain values, ready to read, made by the page that knows the records."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

COLOURS = 16


@dataclass(frozen=True)
class Agency:
    """An agency as a word and a colour, 1 to 16; the colour never says anything the word does not."""

    word: str
    colour: int

    @property
    def style(self) -> str:
        """The class of its colour bar; a number past 16 begins again."""
        return f"agency-{(self.colour - 1) % COLOURS + 1}"


@dataclass(frozen=True)
class Mark:
    """A small mark in words: "date uncertain", "key event". `tone` is one of those of `status`."""

    word: str
    tone: str = "plain"


@dataclass(frozen=True)
class Account:
    """What one agency wrote. `text` is plain, or markup where differences are underlined with <ins> or <mark>."""

    agency: Agency
    text: str | Markup
    time: str = ""
    source: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One event: one account, or several side by side. `id` is its anchor, `time` "2:15pm" or "time not recorded".

    `differs` says in words how the accounts differ. `beside` is what stands beside the event and not in it: notes,
    comments. `key_event` is the address that marks it as a key event, by POST.
    """

    id: str
    accounts: tuple[Account, ...]
    time: str = ""
    marks: tuple[Mark, ...] = ()
    differs: str = ""
    beside: str | Markup = ""
    key_event: str = ""

    @property
    def label(self) -> str:
        """What the entry is called to someone who cannot see it: "2:15pm, Police and Health visiting"."""
        words = " and ".join(dict.fromkeys(account.agency.word for account in self.accounts))
        return f"{self.time}, {words}" if self.time else words


@dataclass(frozen=True)
class Day:
    """One day's heading ("Tuesday 3 February 2015", or "About 3 February 2015") and its events."""

    kind: ClassVar[str] = "day"
    id: str
    heading: str
    entries: tuple[Entry, ...]
    ages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Silence:
    """A stretch with nothing in it: "23 days: no agency recorded any contact."."""

    kind: ClassVar[str] = "silence"
    words: str


@dataclass(frozen=True)
class Month:
    """One month of the rail. `marks` names its key events."""

    label: str
    entries: int
    href: str
    current: bool = False
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Year:
    """A year of the rail with its months, those without entries included, so that gaps are seen."""

    label: str
    months: tuple[Month, ...]


def busiest(years: Sequence[Year]) -> int:
    """The most entries in any month, at least 1: what a full bar stands for."""
    return max((month.entries for year in years for month in year.months), default=1) or 1
