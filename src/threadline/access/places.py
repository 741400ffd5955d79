"""Where a record stands, its Board and its review, and the roles a person has there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from threadline.access import reach
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.policy import granting
from threadline.accounts.models import User

HELD_HERE = "_threadline_roles_here"
"""Where a request keeps the roles in force of whoever is here, once they were asked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A Board's id and a review's, as audit events hold them; an empty review is the Board itself."""

    board: str
    review: str = ""


def place_of(record: models.Model) -> Place:
    """Where `record` stands. Raises NoStanding for a model that does not declare its Reach."""
    review = review_of(record)
    board = _along(record, reach.stands(type(record), "board"))
    return Place(str(board.pk) if board else "", str(review.pk) if review else "")


def review_of(record: models.Model) -> models.Model | None:
    """The review a record stands under, None for what stands at the Board."""
    return _along(record, reach.stands(type(record), "review"))


def _along(record: models.Model, path: str | None) -> models.Model | None:
    found: Any = record if path else None
    for part in (path or "").split("__"):
        found = found if part in ("pk", "id", "") or found is None else getattr(found, part)
    answer: models.Model | None = found
    return answer


def roles_used(
    user: User, permission: Permission, place: Place, held: Iterable[RoleHolding] | None = None
) -> list[str]:
    """The keys of the roles through which `user` has `permission` at this place.

    `held` are all the person's roles in force, where they were asked for already.
    """
    if held is None:
        held = reach.may_anywhere(user, permission)
    else:
        giving = {row.role.key for row in granting(permission)}
        held = [each for each in held if each.role_key in giving and each.carries(permission)]
    return sorted({holding.role_key for holding in held if _holds_at(holding, place)})


def _holds_at(holding: RoleHolding, place: Place) -> bool:
    return str(holding.board_id) == place.board and (
        holding.review_id is None or str(holding.review_id) == place.review
    )
