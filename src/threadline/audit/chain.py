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


def seal(head: "Head", *, key: bytes) -> str:
    """HMAC-SHA256, in hex, of a head: only the service can say how far its chain reaches, so an event cut off shows."""
    return hmac.digest(key, f"head{SEPARATOR}{head}".encode(), hashlib.sha256).hex()


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
        if not (number.isascii() and number.isdigit()) or len(value) != 64:
            raise ValueError("A head is written NUMBER:DIGEST, with a digest of 64 characters.")
        return cls(int(number), value)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification found.

    `events` and `head` say how far the chain is sound. `fault` is a sentence naming the first event that does not fit
    and `first_bad` its number; both None when all is sound.
    """

    events: int
    head: Head
    fault: str | None = None
    first_bad: int | None = None
    notes: tuple[str, ...] = ()


def verify(
    rows: Iterable[tuple[object, ...]], *, key: bytes, head: Head | None, sealed: str, outside: Head | None = None
) -> Verdict:
    """Walk the events in order and stop at the first that does not fit.

    `rows` are `FIELDS` and the digest, by id. `head` is what the installation says its last event is (None where that
    record is gone) and `sealed` its seal; `outside` a head kept elsewhere, against which a rollback of the whole
    database shows.
    """
    previous, count, moment = START, 0, 0
    notes: list[str] = []
    for *values, stored in rows:
        number = count + 1
        if fault := _misfit(values, stored, number, previous, key):
            return Verdict(count, Head(count, previous), fault, number, tuple(notes))
        count, previous = number, str(stored)
        if outside is not None and outside.sequence == count and outside.digest != previous:
            fault = f"Event {count} differs from the head kept outside."
            return Verdict(count, Head(count, previous), fault, count, tuple(notes))
        if int(str(values[1])) < moment:
            notes.append(f"The clock stood earlier at event {count} than at the one before.")
        moment = int(str(values[1]))
    found = Head(count, previous)
    fault, number = _end(found, head, head is not None and sealed == seal(head, key=key), outside)
    return Verdict(count, found, fault or None, number if fault else None, tuple(notes))


def _misfit(values: Sequence[object], stored: object, number: int, previous: str, key: bytes) -> str | None:
    if values[0] != number:
        return f"Event {number} is missing: the next one kept is {values[0]}."
    if values[-1] != previous or stored != digest(values, key=key):
        return f"Event {number} was altered after it was written, or was not written by the service."
    return None


def _end(found: Head, head: Head | None, sealed: bool, outside: Head | None) -> tuple[str, int]:
    """What is wrong where the events end, empty if nothing, and the number of the first event it touches."""
    after = found.sequence + 1
    if outside is not None and outside.sequence > found.sequence:
        return f"Event {after} is missing: the head kept outside is event {outside.sequence}.", after
    if head is None:
        return f"Event {after} may be missing: the record of how far the chain reaches is gone.", after
    if not sealed:
        return f"Event {after} may be missing: the record of how far the chain reaches was altered.", after
    if head.sequence > found.sequence:
        return f"Event {after} is missing: the chain should reach event {head.sequence}.", after
    if head != found:
        last = min(head.sequence + 1, found.sequence)
        return f"Event {last} is not the one that was written: the chain should end at {head.sequence}.", last
    return "", after
