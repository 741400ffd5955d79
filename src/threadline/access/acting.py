"""`@action`: the only way case data change. Checks the policy, opens the gate, writes exactly one audit event."""

import functools
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar

from django.db import models, transaction

from threadline.access import holding, reach
from threadline.access.gate import Changes, open_gate
from threadline.access.permissions import Permission
from threadline.access.places import place_of, review_of, roles_used
from threadline.access.scope import acting_for, review_scope
from threadline.accounts.models import User
from threadline.audit.registry import kind
from threadline.audit.trail import Outcome, record

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

request_id: ContextVar[str] = ContextVar("request id", default="")


class Denied(Exception):
    """The person may not do this, or may not know that it exists: a page answers 404."""


class Refused(Exception):
    """The act cannot be done as things stand. Its text is a sentence for the person: what is wrong and what to do."""


class Held(Refused):
    """A hold stops the act (2.2.f). Its text is the hold's: since when, who asked, who to ask."""


@dataclass
class _Unit:
    """What is done together: the events due at its end, and the refusals, which stand whatever becomes of it."""

    due: list[Callable[[], object]] = field(default_factory=list)
    refused: list[Callable[[], object]] = field(default_factory=list)


_unit: ContextVar[_Unit | None] = ContextVar("unit of acts", default=None)


def action(
    permission: Permission, *, records: str, on: str = "review", holdable: str = ""
) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """Make a function an act.

    It is called with keywords only: `by` (who acts) and `on`'s argument (the record the permission is asked of). The
    act runs in one transaction, in the scope of the record's review, and leaves one event of the kind `records`. An
    act within an act leaves its own event; both stand or fall together. `holdable` names the act as holds do
    ("panel.share_papers", see `domain.framework.registry.ACTS`): while a hold stops it, nobody can do it.
    Raises Denied where the policy has no row for it, Held where a hold stops it; both refusals are recorded.
    """
    holding.known(holdable)

    def wrap(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
        @functools.wraps(function)
        def act(*args: Given.args, **arguments: Given.kwargs) -> Answer:
            kind(records)
            by: Any = arguments["by"]
            target: Any = arguments[on]
            with _together() as unit, acting_for(by), _scope_of(target):
                if not reach.may(by, permission, target):
                    unit.refused.append(functools.partial(refuse, by, permission, target, records))
                    raise Denied(records)
                if said := holding.stopped(holdable, review_of(target), within_act=True):
                    unit.refused.append(functools.partial(refuse, by, permission, target, records, held=holdable))
                    raise Held(said)
                roles = roles_used(by, permission, place_of(target))
                with _deed(unit, records, target, actor=str(by.pk), acting_as=roles):
                    return function(*args, **arguments)

        act.permission = permission  # type: ignore[attr-defined]  # read by the architecture tests
        act.records = records  # type: ignore[attr-defined]  # read by the architecture tests
        act.holdable = holdable  # type: ignore[attr-defined]  # read by the architecture tests
        return act

    return wrap


@contextmanager
def service_act(records: str, target: models.Model) -> Iterator[Changes]:
    """What the service does by itself, going on with what a person was allowed to begin: reading a file they sent.

    The same transaction, scope, gate and single event as an act; the event names no person, as role "service". No
    permission is asked, so only jobs use it; a test lists its callers.
    """
    with _together() as unit, _deed(unit, records, target, actor="", acting_as=["service"]) as gathered:
        yield gathered


@contextmanager
def _together() -> Iterator[_Unit]:
    """One transaction. Its events are written last, so that the chain's head is locked only for that moment."""
    outer = _unit.get()
    unit = outer or _Unit()
    before = len(unit.due)
    token = _unit.set(unit)
    try:
        with transaction.atomic():
            yield unit
            if outer is None:
                _write(unit.due)
    except BaseException:
        del unit.due[before:]
        raise
    finally:
        _unit.reset(token)
        if outer is None:
            _write(unit.refused)


def _write(events: list[Callable[[], object]]) -> None:
    for event in events:
        event()


@contextmanager
def _deed(unit: _Unit, records: str, target: models.Model, *, actor: str, acting_as: list[str]) -> Iterator[Changes]:
    with _scope_of(target), open_gate() as gathered:
        yield gathered
    place = place_of(gathered.stands_at or target)
    event = functools.partial(
        record,
        records,
        actor=actor,
        acting_as=acting_as,
        board=place.board,
        review=place.review,
        objects=list(gathered.objects) or [name_of(target)],
        detail=gathered.detail,
        request=request_id.get(),
    )
    unit.due.append(event)


def _scope_of(target: models.Model) -> AbstractContextManager[None]:
    review = review_of(target)
    return nullcontext() if review is None else review_scope(review)


def name_of(record: models.Model) -> str:
    """How an event names a record: "reviews.review:0a1b…"."""
    return f"{record._meta.label_lower}:{record.pk}"


def refuse(by: User, permission: Permission | None, target: models.Model, attempted: str, *, held: str = "") -> None:
    """Record that something was refused (TRUST 35), in a transaction of its own. `held` is the act that is on hold."""
    place = place_of(target)
    record(
        "access.held" if held else "access.refused",
        actor=str(by.pk),
        outcome=Outcome.REFUSED,
        board=place.board,
        review=place.review,
        objects=[name_of(target)],
        detail={"permission": str(permission or ""), "attempted": attempted} | ({"held": held} if held else {}),
        request=request_id.get(),
    )
