"""Writing to the trail: `record` is the only way an event comes to be."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from django.conf import settings
from django.db import DatabaseError, OperationalError, connection, transaction

from threadline.audit import chain, registry
from threadline.audit.models import ChainHead, Event


class Outcome(StrEnum):
    """How it ended."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


class NoHead(OperationalError):
    """How far the chain reaches is not on record, so nothing can be added to it: pages answer 503 until it is."""


# Written out, because every page does this: wording it anew each time took longer than doing it.
HEAD = "SELECT sequence, digest FROM audit_chainhead WHERE id = 1"
APPEND = (
    f"INSERT INTO audit_event ({', '.join(chain.FIELDS)}, digest) "  # noqa: S608  # our own names, no value
    f"VALUES ({', '.join(['%s'] * (len(chain.FIELDS) + 1))})"
)
MOVE_ON = "UPDATE audit_chainhead SET sequence = %s, digest = %s, seal = %s WHERE id = 1"
Short = str | int | bool | None
LONGEST = 200
NAMED = 50


def record(
    kind: str,
    *,
    actor: str = "",
    acting_as: Sequence[str] = (),
    board: str = "",
    review: str = "",
    outcome: Outcome = Outcome.DONE,
    objects: Sequence[str] = (),
    detail: Mapping[str, Short] | None = None,
    request: str = "",
) -> Event:
    """Append one event, inside the caller's transaction so that the deed and its record stand or fall together.

    `objects` are "app.model:id" words; of more than 50 the first 50 are named and the detail "objects" counts them all.
    `detail` holds ids and short values, never case content (TRUST 32). Raises UnknownKind for a kind no area declares,
    ValueError for a value longer than 200 characters, NoHead where the chain has lost its head.
    """
    registry.kind(kind)
    told = dict(detail or {})
    if len(objects) > NAMED:
        told["objects"] = len(objects)
    event = Event(
        actor=_short(actor),
        acting_as=",".join(acting_as)[:LONGEST],
        board=_short(board),
        review=_short(review),
        kind=kind,
        outcome=str(outcome),
        objects_json=_json([_short(each) for each in objects[:NAMED]]),
        detail_json=_json({key: _short(value) for key, value in sorted(told.items())}),
        request=_short(request),
    )
    _append(event)
    return event


def _append(event: Event) -> None:
    """Give the event its place in the chain; the head is locked from here to the end of the transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(HEAD + (" FOR UPDATE" if connection.features.has_select_for_update else ""))
        head = cursor.fetchone()
        if head is None:
            raise NoHead("The head of the audit chain is gone.")
        event.id, event.previous = head[0] + 1, head[1]
        event.moment = time.time_ns() // 1000
        event.digest = chain.digest(_values(event), key=_key())
        cursor.execute(APPEND, [*_values(event), event.digest])
        now = chain.Head(event.id, event.digest)
        cursor.execute(MOVE_ON, [now.sequence, now.digest, chain.seal(now, key=_key())])
    event._state.adding = False


Value = TypeVar("Value", bound=Short)


def _short(value: Value) -> Value:
    if isinstance(value, str) and (len(value) > LONGEST or chain.SEPARATOR in value):
        raise ValueError("What an audit event holds is an id or a short value, never content.")
    return value


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _key() -> bytes:
    return settings.AUDIT_KEY.encode()


def _values(event: Event) -> tuple[int | str, ...]:
    return tuple(getattr(event, COLUMNS.get(name, name)) for name in chain.FIELDS)


COLUMNS = {"objects": "objects_json", "detail": "detail_json"}


def head() -> chain.Head:
    """The installation's own head of the chain."""
    row = ChainHead.objects.get(pk=1)
    return chain.Head(row.sequence, row.digest)


def verify(*, outside: chain.Head | None = None) -> chain.Verdict:
    """Recompute the whole chain; `outside` is a head kept elsewhere (TRUST 34, T7)."""
    last = ChainHead.objects.filter(pk=1).first()
    return chain.verify(
        _rows(),
        key=_key(),
        head=chain.Head(last.sequence, last.digest) if last else None,
        sealed=last.seal if last else "",
        outside=outside,
    )


def _rows() -> Iterator[tuple[object, ...]]:
    """Every event's values and digest, by id; of an event that cannot even be read, its id and nothing else."""
    columns = [COLUMNS.get(name, name) for name in chain.FIELDS]
    rows = Event.objects.order_by("id").values_list(*columns, "digest")
    read = 0
    try:
        for row in rows.iterator(chunk_size=5000):
            yield row
            read = row[0]
    except DatabaseError:
        for number in Event.objects.order_by("id").filter(pk__gt=read).values_list("pk", flat=True).iterator():
            try:
                yield rows.get(pk=number)
            except DatabaseError:
                yield (number, *("" for _ in chain.FIELDS[1:]), "")
