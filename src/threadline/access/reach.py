"""From the policy table to one database condition, and from that condition to every answer about access.

`visible` filters by the condition; `may` asks it of one record: a list and a page cannot disagree.
"""

from collections import defaultdict
from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.policy import POLICY, Grant, Reach
from threadline.accounts.models import User

Record = TypeVar("Record", bound=Model)


class NoStanding(TypeError):
    """A model that does not say where it stands cannot be reached through the policy."""


def stands(model: type[Model], what: str) -> str | None:
    """The path from `model` to its "board", "review" or "agency", None where it has none.

    Raises NoStanding for a model without an inner class `Reach`.
    """
    declared = getattr(model, "Reach", None)
    if declared is None:
        raise NoStanding(f"{model.__name__} does not declare its Reach.")
    path: str | None = getattr(declared, what, None)
    if what == "board" and path is None and (review := getattr(declared, "review", None)):
        return f"{review}__board"
    return path


def condition(user: User, permission: Permission, model: type[Model]) -> Q | None:
    """When `user` has `permission` on a record of `model`, as a database condition; None where no row grants it."""
    by_reach: dict[tuple[Reach, str], list[Grant]] = defaultdict(list)
    for row in POLICY:
        if row.permission == permission:
            by_reach[row.reach, row.only].append(row)
    answer: Q | None = None
    for (reach, only), rows in by_reach.items():
        held = _held(user, [row.role.key for row in rows], reach, model)
        if held is None:
            continue
        clause = Q(Exists(held))
        if only:
            clause &= _state(model, only)
        answer = clause if answer is None else answer | clause
    return answer


def _held(user: User, roles: list[str], reach: Reach, model: type[Model]) -> QuerySet[RoleHolding] | None:
    holdings = RoleHolding.objects.active(at=timezone.now()).filter(user=user, role_key__in=roles)
    board, review, agency = (stands(model, what) for what in ("board", "review", "agency"))
    if reach is Reach.OWN_BOARD:
        return holdings.filter(board=OuterRef(board)) if board else None
    if review is None:
        return None
    holdings = holdings.filter(review=OuterRef(review))
    if reach is Reach.OWN_AGENCY:
        return holdings.filter(agency=OuterRef(agency)) if agency else None
    return holdings


def _state(model: type[Model], name: str) -> Q:
    state = getattr(getattr(model, "Reach", None), name, None)
    if not isinstance(state, Q):
        raise NoStanding(f"{model.__name__} does not declare the state {name!r} in its Reach.")
    return state


def visible(user: User, permission: Permission, queryset: "QuerySet[Record]") -> "QuerySet[Record]":
    """The records of `queryset` on which `user` has `permission`."""
    clause = condition(user, permission, queryset.model)
    return queryset.none() if clause is None else queryset.filter(clause)


def may(user: User, permission: Permission, record: Model) -> bool:
    """Whether `user` has `permission` on this one record: the list's own condition, asked of one row."""
    manager: Any = record.__class__._base_manager
    return visible(user, permission, manager.filter(pk=record.pk)).exists()


def may_anywhere(user: User, permission: Permission) -> QuerySet[RoleHolding]:
    """The holdings that give `user` a permission somewhere: for what a page offers before there is a record."""
    roles = [row.role.key for row in POLICY if row.permission == permission]
    return RoleHolding.objects.active(at=timezone.now()).filter(user=user, role_key__in=roles)


def who_may(permission: Permission, record: Model) -> list[RoleHolding]:
    """Every active holding through which someone has `permission` on `record`, person and role with it."""
    found = []
    for holding in RoleHolding.objects.active(at=timezone.now()).select_related("user"):
        rows = [row for row in POLICY if row.permission == permission and row.role.key == holding.role_key]
        if rows and may(holding.user, permission, record):
            found.append(holding)
    return found
