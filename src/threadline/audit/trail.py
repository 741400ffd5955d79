"""Writing to the trail: `record` is the only way an event comes to be."""

import json
import time
from collections.abc import Mapping, Sequence
from enum import StrEnum

from django.conf import settings
from django.db import transaction

from threadline.audit import chain, registry
from threadline.audit.models import ChainHead, Event


class Outcome(StrEnum):
    """How it ended."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


Short = str | int | bool | None


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

    `objects` are "app.model:id" words. `detail` holds ids and short values, never case content (TRUST 32). Raises
    UnknownKind for a kind no area declares, ValueError for a detail value longer than 200 characters.
    """
    registry.kind(kind)
    if any(isinstance(value, str) and len(value) > 200 for value in (detail or {}).values()):
        raise ValueError("An audit detail is an id or a short value, never content.")
    with transaction.atomic():
        head = ChainHead.objects.select_for_update().get(pk=1)
        event = Event(
            id=head.sequence + 1,
            moment=time.time_ns() // 1000,
            actor=actor,
            acting_as=",".join(acting_as)[:200],
            board=board,
            review=review,
            kind=kind,
            outcome=outcome,
            objects_json=json.dumps(list(objects), separators=(",", ":")),
            detail_json=json.dumps(dict(detail or {}), sort_keys=True, separators=(",", ":")),
            request=request,
            previous=head.digest,
        )
        event.digest = chain.digest(_values(event), key=settings.AUDIT_KEY.encode())
        event.save(force_insert=True)
        ChainHead.objects.filter(pk=1).update(sequence=event.id, digest=event.digest)
    return event


def _values(event: Event) -> tuple[object, ...]:
    return tuple(getattr(event, COLUMNS.get(name, name)) for name in chain.FIELDS)


COLUMNS = {"objects": "objects_json", "detail": "detail_json"}


def head() -> chain.Head:
    """The installation's own head of the chain."""
    row = ChainHead.objects.get(pk=1)
    return chain.Head(row.sequence, row.digest)


def verify(*, outside: chain.Head | None = None) -> chain.Verdict:
    """Recompute the whole chain; `outside` is a head kept elsewhere (TRUST 34, T7)."""
    columns = [COLUMNS.get(name, name) for name in chain.FIELDS]
    rows = Event.objects.order_by("id").values_list(*columns, "digest").iterator(chunk_size=5000)
    return chain.verify(rows, key=settings.AUDIT_KEY.encode(), head=head(), outside=outside)
