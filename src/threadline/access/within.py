"""The policy settled once for one review, for lists of thousands of rows.

`reach.visible` asks the database about the person's roles at every row. Within one review the answer depends on the row
only through its agency and its state, so it can be worked out first. A test holds the two to the same answers.
"""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from threadline.access.models import RoleHolding, roles_in_force
from threadline.access.permissions import Permission
from threadline.access.places import place_of
from threadline.access.policy import Grant, Reach, granting
from threadline.access.reach import stands, state_of
from threadline.accounts.models import User

Record = TypeVar("Record", bound=Model)


class Standing:
    """A person's roles in one review, asked of the database once, and what the policy makes of them.

    Made for one page or act: a role given or ended later is not seen. `held` are the person's roles in force, where
    they were asked for already.
    """

    def __init__(self, user: User, review: Model, *, held: Iterable[RoleHolding] | None = None) -> None:
        self.review, board = review, place_of(review).board
        held = roles_in_force(user) if held is None else held
        self.held = [each for each in held if str(each.board_id) == board]

    def may(self, permission: Permission) -> bool:
        """Whether the person has the permission on the review itself, as `reach.may` says."""
        rows = (row for row in granting(permission) if row.reach is not Reach.OWN_AGENCY)
        return any(not row.only and self._holding(row) for row in rows)

    def may_on(self, permission: Permission, record: Model) -> bool | None:
        """Whether the person has the permission on a record of the review, as `reach.may` says.

        None where that hangs on the record's state, or on an agency that the record itself does not name.
        """
        answer: bool | None = False
        for row in granting(permission):
            reached = self._reaches(row, record) if self._holding(row) else False
            if reached and not row.only:
                return True
            if reached is not False:
                answer = None
        return answer

    def _reaches(self, row: Grant, record: Model) -> bool | None:
        """Whether a row of the policy that the person holds reaches a record, its state left aside; None: not known."""
        path = stands(type(record), "agency")
        if row.reach is not Reach.OWN_AGENCY:
            return True
        if path is None or "__" in path:
            return None if path else False
        agency = getattr(record, f"{path}_id")
        return agency is not None and any(each.agency_id == agency for each in self._holding(row))

    def may_for_own_agency(self, permission: Permission) -> bool:
        """Whether the person has the permission on what is their own agency's in the review."""
        rows = [row for row in granting(permission) if row.reach is Reach.OWN_AGENCY]
        return any(each.agency_id for row in rows for each in self._holding(row))

    def visible(self, permission: Permission, queryset: "QuerySet[Record]") -> "QuerySet[Record]":
        """What `reach.visible` gives of the review's records. Raises NoStanding as it does."""
        model = queryset.model
        answer: Q | None = None
        for row in granting(permission):
            clause = self._reached(row, model)
            if clause is not None:
                answer = clause if answer is None else answer | clause
        here = queryset.filter(**{stands(model, "review") or "pk": self.review.pk})
        return here.none() if answer is None else here.filter(answer)

    def _holding(self, row: Grant) -> list[RoleHolding]:
        """The person's holdings of a row's role that carry as far as the row says."""
        held = [each for each in self.held if each.role_key == row.role.key and each.carries(row.permission)]
        return held if row.reach is Reach.OWN_BOARD else [each for each in held if each.review_id == self.review.pk]

    def _reached(self, row: Grant, model: type[Model]) -> Q | None:
        """When one row of the policy reaches a record of the review; None when it reaches none."""
        held, agency = self._holding(row), stands(model, "agency")
        if not held or (row.reach is Reach.OWN_AGENCY and agency is None):
            return None
        own = {f"{agency}__in": [each.agency_id for each in held]} if row.reach is Reach.OWN_AGENCY else {}
        return Q(**own) & state_of(model, row.only)


def visible_within(
    user: User, permission: Permission, queryset: "QuerySet[Record]", review: Model
) -> "QuerySet[Record]":
    """What `reach.visible` gives of one review's records. Raises NoStanding as it does."""
    return Standing(user, review).visible(permission, queryset)
