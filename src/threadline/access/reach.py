"""From the policy table to one database condition, and from that condition to every answer about access.

`visible` filters by the condition; `may` asks it of one record: a list and a page cannot disagree.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone

from threadline.access.memory import remembering
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.policy import POLICY, Reach, granting
from threadline.access.prepared import question
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


def condition(user: User, permission: Permission, model: type[Model], at: datetime | None = None) -> Q | None:
    """When `user` has `permission` on a record of `model`, as a database condition; None where no row grants it.

    The rows that differ by role and reach alone are asked of the person's roles in one go.
    """
    held = RoleHolding.objects.active(at=at or timezone.now()).carrying(permission).filter(user=user)
    by_state: dict[str, Q] = {}
    for row in _rows(permission):
        ties = _ties(row.reach, model)
        if ties is not None:
            reached = Q(role_key__in=row.roles, **{holds: OuterRef(path) for holds, path in ties.items()})
            by_state[row.only] = by_state[row.only] | reached if row.only in by_state else reached
    answer: Q | None = None
    for only, reached in by_state.items():
        clause = Q(Exists(held.filter(reached))) & state_of(model, only)
        answer = clause if answer is None else answer | clause
    return answer


@dataclass(frozen=True, slots=True)
class _Row:
    """The rows of the policy that differ by their role alone, asked of the database as one."""

    reach: Reach
    only: str
    roles: tuple[str, ...]


def _rows(permission: Permission) -> list[_Row]:
    roles: dict[tuple[Reach, str], list[str]] = defaultdict(list)
    for row in POLICY:
        if row.permission == permission:
            roles[row.reach, row.only].append(row.role.key)
    return [_Row(how_far, only, tuple(keys)) for (how_far, only), keys in roles.items()]


def _ties(how_far: Reach, model: type[Model]) -> dict[str, str] | None:
    """What of a holding must be what of the record, as {holding's field: path from the record}.

    None where the record has no such thing, so that the row cannot reach it.
    """
    names = {Reach.OWN_BOARD: ("board",), Reach.OWN_REVIEW: ("review",), Reach.OWN_AGENCY: ("review", "agency")}[
        how_far
    ]
    ties = {name: path for name in names if (path := stands(model, name))}
    return ties if len(ties) == len(names) else None


def state_of(model: type[Model], name: str) -> Q:
    """The condition that a row of the policy names, as the model's Reach declares it; none for an empty name.

    Raises NoStanding for a state that it does not declare.
    """
    state = getattr(model.Reach, name, None) if name else Q()  # type: ignore[attr-defined]  # asked by `stands` before
    if not isinstance(state, Q):
        raise NoStanding(f"{model.__name__} does not declare the state {name!r} in its Reach.")
    return state


def visible(user: User, permission: Permission, queryset: "QuerySet[Record]") -> "QuerySet[Record]":
    """The records of `queryset` on which `user` has `permission`."""
    clause = condition(user, permission, queryset.model)
    return queryset.none() if clause is None else queryset.filter(clause)


def may(user: User, permission: Permission, record: Model) -> bool:
    """Whether `user` has `permission` on this one record: the list's own condition, asked of one row."""
    if remembering() and (looked := _looked_at(user, permission, record)) is not None:
        return looked
    asks = question(permission, type(record), policy=POLICY, condition=condition)
    return asks is not None and asks.asked(user=user, at=timezone.now(), pk=record.pk)


def _looked_at(user: User, permission: Permission, record: Model) -> bool | None:
    """The answer by the roles that the page has read already; None where the database must be asked."""
    from threadline.access.within import Standing

    path = stands(type(record), "review")
    if path == "pk":
        return Standing(user, record).may(permission)
    review = record._state.fields_cache.get(path)
    return Standing(user, review).may_on(permission, record) if isinstance(review, Model) else None


def may_anywhere(user: User, permission: Permission) -> QuerySet[RoleHolding]:
    """The holdings that give `user` a permission somewhere: for what a page offers before there is a record."""
    roles = [row.role.key for row in granting(permission)]
    return RoleHolding.objects.active(at=timezone.now()).carrying(permission).filter(user=user, role_key__in=roles)


def who_may(permission: Permission, record: Model) -> QuerySet[RoleHolding]:
    """Every active holding through which someone has `permission` on `record`, with its person and agency.

    The policy's rows read the other way round: a holding is here exactly when it is what `may` answers yes by.
    """
    clause = Q(pk__in=[])
    for row in _rows(permission):
        ties = _ties(row.reach, type(record))
        if ties is not None:
            reached = {path: OuterRef(holds) for holds, path in ties.items()}
            itself = _row_of(record).filter(state_of(type(record), row.only), **reached)
            clause |= Q(Exists(itself), role_key__in=row.roles)
    found = RoleHolding.objects.active(at=timezone.now()).carrying(permission).filter(clause)
    return found.select_related("user", "agency").order_by("user__name", "role_key")


def _row_of(record: Model) -> "QuerySet[Any]":
    manager: Any = record.__class__._base_manager
    rows: QuerySet[Any] = manager.filter(pk=record.pk)
    return rows
