"""The policy settled once for one review, for lists of thousands of rows.

`reach.visible` asks the database about the person's roles at every row. Within one review the answer depends on the row
only through its agency and its state, so it can be worked out first. A test holds the two to the same answers.
"""

from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.places import place_of
from threadline.access.policy import POLICY, Grant, Reach
from threadline.access.reach import NoStanding, stands
from threadline.accounts.models import User

Record = TypeVar("Record", bound=Model)


def visible_within(
    user: User, permission: Permission, queryset: "QuerySet[Record]", review: Model
) -> "QuerySet[Record]":
    """What `reach.visible` gives of one review's records. Raises NoStanding as it does."""
    model = queryset.model
    held = list(RoleHolding.objects.active(at=timezone.now()).filter(user=user, board_id=place_of(review).board))
    answer: Q | None = None
    for row in POLICY:
        if row.permission == permission:
            clause = _settled(row, [each for each in held if each.role_key == row.role.key], model, review)
            if clause is not None:
                answer = clause if answer is None else answer | clause
    here = queryset.filter(**{stands(model, "review") or "pk": review.pk})
    return here.none() if answer is None else here.filter(answer)


def _settled(row: Grant, held: list[RoleHolding], model: type[Model], review: Model) -> Q | None:
    """When one row of the policy reaches a record of the review; None when it reaches none."""
    if row.reach is not Reach.OWN_BOARD:
        held = [each for each in held if each.review_id == review.pk]
    agency = stands(model, "agency")
    if not held or (row.reach is Reach.OWN_AGENCY and agency is None):
        return None
    clause = Q(**{f"{agency}__in": [each.agency_id for each in held]}) if row.reach is Reach.OWN_AGENCY else Q()
    return clause & _state(model, row.only)


def _state(model: type[Model], name: str) -> Q:
    state: Any = getattr(getattr(model, "Reach", None), name, None) if name else Q()
    if not isinstance(state, Q):
        raise NoStanding(f"{model.__name__} does not declare the state {name!r} in its Reach.")
    return state
