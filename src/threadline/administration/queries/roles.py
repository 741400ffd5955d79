"""Who has which role, at a Board or in a review."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.policy import POLICY
from threadline.access.reach import may, visible
from threadline.access.roles import FAMILY_MEMBER, ROLES, Level, Role
from threadline.accounts.models import Invitation, User
from threadline.agencies.models import Agency, Board
from threadline.reviews.models import Review


@dataclass(frozen=True, slots=True)
class Held:
    """A role somebody has, will have or had. `state` is "in force", "not yet" or "over"."""

    holding: RoleHolding
    state: str
    invitation: Invitation | None
    may_end: bool

    @property
    def where(self) -> str:
        """What it is for: "the Board", "R-2015-03", "R-2015-03, Westmarch Police"."""
        review, agency, beside = self.holding.review, self.holding.agency, self.holding.supports
        place = ", ".join(str(each) for each in (review, agency) if each) or "the Board"
        return f"{place}, beside {beside.user}" if beside else place


def at_board(*, board: Board, viewer: User) -> list[Held]:
    """Every role at a Board and in its reviews that a person may know of: in force first, then by name."""
    holdings = RoleHolding.objects.filter(board=board).select_related("user", "review", "agency", "supports__user")
    found = list(visible(viewer, Permission.ROLE_READ, holdings).order_by("user__name", "role_key", "starts"))
    in_force = set(RoleHolding.objects.active(at=timezone.now()).filter(board=board).values_list("pk", flat=True))
    open_ = {each.user_id: each for each in Invitation.objects.filter(used_at__isnull=True)}
    givable = {level: may(viewer, permission, board) for level, permission in GIVES.items()}
    held = [
        Held(each, _state(each, in_force), open_.get(each.user_id), givable[each.role.level])
        for each in found
        if each.role_key in ROLES
    ]
    return sorted(held, key=lambda each: ("in force", "not yet", "over").index(each.state))


def one(*, board: Board, viewer: User, holding: object) -> Held | None:
    """One of those, None where there is none."""
    return next((each for each in at_board(board=board, viewer=viewer) if each.holding.pk == holding), None)


def _state(holding: RoleHolding, in_force: Collection[object]) -> str:
    if holding.pk in in_force:
        return "in force"
    return "not yet" if holding.revoked_at is None and holding.starts > timezone.now() else "over"


GIVES = {
    Level.BOARD: Permission.BOARD_ROLE_GIVE,
    Level.REVIEW: Permission.ROLE_GIVE,
    Level.AGENCY: Permission.ROLE_GIVE,
}


def to_give(*, board: Board, viewer: User) -> list[Role]:
    """The roles a person may give at a Board."""
    allowed = {level for level, permission in GIVES.items() if may(viewer, permission, board)}
    return [role for role in ROLES.values() if role.level in allowed]


def reviews_of(*, board: Board, viewer: User) -> QuerySet[Review]:
    """The reviews of a Board that a person may see."""
    return visible(viewer, Permission.REVIEW_READ, Review.objects.filter(board=board))


def of_family(*, board: Board, viewer: User) -> list[RoleHolding]:
    """The roles of family members whom somebody may support: in force or to come, by name."""
    held = (each for each in at_board(board=board, viewer=viewer) if each.state != "over")
    return [each.holding for each in held if each.holding.role is FAMILY_MEMBER]


def agencies_of(*, board: Board) -> QuerySet[Agency]:
    """The agencies of a Board."""
    return Agency.objects.filter(board=board)


def people_of(*, board: Board) -> QuerySet[User]:
    """Everyone who has or had a role at a Board, by name."""
    return User.objects.filter(Q(holdings__board=board)).distinct().order_by("name")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a role may do, in words, from the policy."""

    permission: str
    reach: str
    only: str


def rules_of(role: Role) -> list[Rule]:
    """The rows of the policy for a role, readable aloud."""
    return [Rule(row.permission.says, str(row.reach), row.only) for row in POLICY if row.role == role]
