"""What linking reads of an entry, and where that comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

Key = tuple[str, str, int]
"""Where an entry stands: file, table, row. The table is kept as text, so that an index and a sheet's name compare
alike.
"""

Pair = tuple[Key, Key]
"""Two entries, the lesser key first."""


@dataclass(frozen=True, slots=True)
class Account:
    """One agency's entry, as far as linking needs it. Dates are days inclusive, both None where unknown; time is
    HH:MM or None.
    """

    key: Key
    agency: str
    earliest: date | None
    latest: date | None
    time: str | None
    text: str
    reference: str = ""

    @property
    def minutes(self) -> int | None:
        """Minutes after midnight, or None where no time is given."""
        if not self.time:
            return None
        hours, _, rest = self.time.partition(":")
        return int(hours) * 60 + int(rest)


def from_interchange(entry: Mapping[str, Any]) -> Account:
    """An account from one entry of `threadline merge`'s JSON.

    `file`, `table`, `row` and `description` are needed (`KeyError` without them); `earliest` and `latest` are ISO
    dates or null (`ValueError` if not). Where the record is kept (`fields.source`) is read for a shared reference
    number, nothing else of `fields`: a column about the contact as a whole is not an account of the event.
    """
    fields = entry.get("fields") or {}
    return Account(
        key=(str(entry["file"]), str(entry["table"]), int(entry["row"])),
        agency=str(entry.get("agency") or ""),
        earliest=_day(entry.get("earliest")),
        latest=_day(entry.get("latest")),
        time=str(entry["time"])[:5] if entry.get("time") else None,
        text=str(entry["description"] or ""),
        reference=str(fields.get("source") or "") if isinstance(fields, Mapping) else "",
    )


def pair(a: Key, b: Key) -> Pair:
    """The two keys in their fixed order."""
    return (a, b) if a <= b else (b, a)


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
