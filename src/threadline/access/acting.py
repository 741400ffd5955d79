"""`@action`: the only way case data change. Checks the policy, opens the gate, writes exactly one audit event."""

import functools
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, TypeVar

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone

from threadline.access import reach
from threadline.access.gate import Changes, open_gate
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.audit.registry import kind
from threadline.audit.trail import Outcome, record

Act = TypeVar("Act", bound=Callable[..., Any])

request_id: ContextVar[str] = ContextVar("request id", default="")


class Denied(Exception):
    """The person may not do this, or may not know that it exists: a page answers 404."""


class Refused(Exception):
    """The act cannot be done as things stand. Its text is a sentence for the person: what is wrong and what to do."""


def action(permission: Permission, *, records: str, on: str = "review") -> Callable[[Act], Act]:
    """Make a function an act.

    It is called with keywords only: `by` (who acts) and `on`'s argument (the record the permission is asked of). The
    act runs in one transaction, in the scope of the record's review, and leaves one event of the kind `records`.
    Raises Denied, after recording the refusal, where the policy has no row for it.
    """

    def wrap(function: Act) -> Act:
        kind_checked: list[str] = []

        @functools.wraps(function)
        def act(*, by: User, **arguments: Any) -> Any:
            kind_checked.append(kind(records).key) if not kind_checked else None
            target: models.Model = arguments[on]
            with transaction.atomic():
                allowed = reach.may(by, permission, target)
                if allowed:
                    with review_scope(review_of(target)), open_gate() as gathered:
                        result = function(by=by, **arguments)
                    _write(records, by, permission, target, gathered)
            if not allowed:
                refuse(by, permission, target, records)
                raise Denied(records)
            return result

        act.permission = permission  # type: ignore[attr-defined]  # read by the architecture tests
        act.records = records  # type: ignore[attr-defined]  # read by the architecture tests
        return act  # type: ignore[return-value]  # same call as `function`

    return wrap


def review_of(record: models.Model) -> models.Model:
    """The review a record stands under; a Board stands for itself where there is no review yet."""
    path = reach.stands(type(record), "review")
    found: Any = record
    for part in (path or "pk").split("__"):
        found = found if part in ("pk", "id") else getattr(found, part)
    return found


def _address(target: models.Model) -> dict[str, str]:
    review = review_of(target)
    is_review = isinstance(review, apps.get_model("reviews", "Review"))
    board = review.board_id if is_review else review.pk  # type: ignore[attr-defined]  # a Review has a Board
    return {"review": str(review.pk) if is_review else "", "board": str(board)}


def acting_as(user: User, permission: Permission, *, board: str, review: str) -> list[str]:
    """The keys of the roles through which `user` has `permission` at this Board or in this review."""
    held = reach.may_anywhere(user, permission).filter(board=board)
    return sorted({h.role_key for h in held if h.review_id is None or str(h.review_id) == review})


def _write(records: str, by: User, permission: Permission, target: models.Model, gathered: Changes) -> None:
    where = _address(target)
    record(
        records,
        actor=str(by.pk),
        acting_as=acting_as(by, permission, **where),
        objects=list(gathered.objects)[:50] or [f"{target._meta.label_lower}:{target.pk}"],
        detail=gathered.detail,
        request=request_id.get(),
        **where,
    )


def refuse(by: User, permission: Permission, target: models.Model, attempted: str) -> None:
    """Record that something was refused (TRUST 35), in a transaction of its own."""
    record(
        "access.refused",
        actor=str(by.pk),
        outcome=Outcome.REFUSED,
        objects=[f"{target._meta.label_lower}:{target.pk}"],
        detail={"permission": str(permission), "attempted": attempted},
        request=request_id.get(),
        **_address(target),
    )


def holdings_in(user: User, *, board: str, review: str) -> list[RoleHolding]:
    """The roles a person holds at a Board or in a review, for the header and for "as whom"."""
    held = RoleHolding.objects.active(at=timezone.now()).filter(user=user, board=board)
    return [h for h in held if h.review_id is None or str(h.review_id) == review]
