"""A filter of the merged chronology, as a value: what is shown, and how it is kept and read back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Filters:
    """What of the chronology is shown. Empty parts hold nothing back.

    `agencies` and `people` are ids, several of one kind meaning any of them; `first` and `last` are days; every one of
    `words` must be in an entry; `within` leaves out what is outside the period under review; `key_events` leaves only
    the entries marked as key events. `anonymised` hides nothing: it shows pseudonyms for the register's names.
    """

    agencies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    words: tuple[str, ...] = ()
    within: bool = False
    anonymised: bool = False
    key_events: bool = False

    @property
    def none(self) -> bool:
        """Whether everything is shown, as it is written."""
        return self == Filters()

    @property
    def hides(self) -> bool:
        """Whether some entries may be left out."""
        return replace(self, anonymised=False) != Filters()

    def as_data(self) -> dict[str, Any]:
        """Plain values for JSON; equal filters give equal values."""
        return {
            "agencies": sorted(self.agencies),
            "people": sorted(self.people),
            "first": self.first.isoformat() if self.first else "",
            "last": self.last.isoformat() if self.last else "",
            "words": list(self.words),
            "within": self.within,
            **({"anonymised": True} if self.anonymised else {}),
            **({"key_events": True} if self.key_events else {}),
        }

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> "Filters":
        """What `as_data` gave."""
        return cls(
            agencies=tuple(data.get("agencies", ())),
            people=tuple(data.get("people", ())),
            first=date.fromisoformat(data["first"]) if data.get("first") else None,
            last=date.fromisoformat(data["last"]) if data.get("last") else None,
            words=tuple(data.get("words", ())),
            within=bool(data.get("within")),
            anonymised=bool(data.get("anonymised")),
            key_events=bool(data.get("key_events")),
        )


def words_in(text: str) -> tuple[str, ...]:
    """The words to look for in what was typed, at most twelve; words in double quotes stay together."""
    parts = text.replace("“", '"').replace("”", '"').split('"')
    found: list[str] = []
    for place, part in enumerate(parts):
        found.extend([part.strip()] if place % 2 else part.split())
    return tuple(dict.fromkeys(word for word in found if word))[:MOST_WORDS]
