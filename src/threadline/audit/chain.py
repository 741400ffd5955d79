"""The digest that ties each event to the one before (TRUST 34)."""

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

START = "0" * 64
SEPARATOR = "\x1f"
FIELDS = (
    "id", "moment", "actor", "acting_as", "board", "review",
    "kind", "outcome", "objects", "detail", "request", "previous",
)  # fmt: skip


def digest(values: Sequence[object], *, key: bytes) -> str:
    """HMAC-SHA256, in hex, of an event's `FIELDS` in order; the last of them is the digest of the event before."""
    return hmac.digest(key, SEPARATOR.join(map(str, values)).encode(), hashlib.sha256).hex()


@dataclass(frozen=True, slots=True)
class Head:
    """How far the chain reaches: the number and digest of its last event."""

    sequence: int
    digest: str

    def __str__(self) -> str:
        return f"{self.sequence}:{self.digest}"

    @classmethod
    def parse(cls, text: str) -> "Head":
        """Read "1234:abcdef…" as kept outside the system. Raises ValueError."""
        number, _, value = text.strip().partition(":")
        if not number.isdigit() or len(value) != 64:
            raise ValueError("A head is written NUMBER:DIGEST, with a digest of 64 characters.")
        return cls(int(number), value)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification found. `fault` is a sentence naming the first bad event, None when all is sound."""

    events: int
    head: Head
    fault: str | None = None
    notes: tuple[str, ...] = ()


def verify(rows: Iterable[tuple[object, ...]], *, key: bytes, head: Head, outside: Head | None = None) -> Verdict:
    """Walk the events in order and stop at the first that does not fit.

    `rows` are `FIELDS` and the digest, by id. `head` is what the installation says its last event is; `outside` a
    head kept elsewhere, against which a rollback of the whole database shows.
    """
    previous, count, moment, notes = START, 0, 0, []
    seen_outside = outside is None or outside.sequence == 0
    for *values, stored in rows:
        count += 1
        if values[0] != count:
            return Verdict(
                count - 1, Head(count - 1, previous), f"Event {count} is missing: the next one kept is {values[0]}."
            )
        if values[-1] != previous or stored != digest(values, key=key):
            return Verdict(count - 1, Head(count - 1, previous), f"Event {count} was altered after it was written.")
        if int(str(values[1])) < moment:
            notes.append(f"The clock stood earlier at event {count} than at the one before.")
        previous, moment = str(stored), int(str(values[1]))
        if outside is not None and outside.sequence == count:
            if outside.digest != previous:
                return Verdict(count, Head(count, previous), f"Event {count} differs from the head kept outside.")
            seen_outside = True
    found = Head(count, previous)
    if found != head:
        return Verdict(count, found, f"Event {count + 1} is missing: the chain should reach event {head.sequence}.")
    if not seen_outside and outside is not None:
        fault = f"Event {count + 1} is missing: the head kept outside is event {outside.sequence}."
        return Verdict(count, found, fault, tuple(notes))
    return Verdict(count, found, None, tuple(notes))
