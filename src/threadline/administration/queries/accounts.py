"""People's accounts at a Board: who can sign in, and how. Nothing of any review."""

from dataclasses import dataclass
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Count, Exists, OuterRef, QuerySet

from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.readers import ROLES_OF_READERS
from threadline.accounts.backend import FACTORS
from threadline.accounts.models import User
from threadline.agencies.models import Board


@dataclass(frozen=True, slots=True)
class Account:
    """An account, how its owner signs in, and in how many places they are signed in now."""

    user: User
    has_password: bool
    has_factor: bool
    places: int

    @property
    def standing(self) -> tuple[str, str]:
        """Where the account stands, in words and tone."""
        if not self.user.is_active:
            return "Closed", "plain"
        if not self.user.has_address:
            return "Comes by a one-time link", "done"
        if not self.has_password:
            return "Invited, no answer yet", "due"
        return ("Signs in", "done") if self.has_factor else ("Has no second step yet", "due")


def at_board(*, board: Board, viewer: User) -> list[Account]:
    """Everybody who has or had a role at a Board, by name.

    Whoever may not see who has which role is not told of family members and supporters: that they are there at all is
    something of a case.
    """
    return [_account(user) for user in _people(board, viewer)]


def one(*, board: Board, viewer: User, account: UUID) -> Account | None:
    """One of those, None where there is none."""
    found = _people(board, viewer).filter(pk=account).first()
    return _account(found) if found else None


def people_known(*, board: Board, viewer: User) -> QuerySet[User]:
    """Everybody whose account a viewer may know of at a Board."""
    held = RoleHolding.objects.filter(board=board, user=OuterRef("pk"))
    if not may(viewer, Permission.ROLE_READ, board):
        held = held.exclude(role_key__in=ROLES_OF_READERS)
    return User.objects.filter(Exists(held))


def _people(board: Board, viewer: User) -> QuerySet[User]:
    sessions = UserSession.objects.filter(user=OuterRef("pk")).order_by().values("user")
    factor = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
    people = people_known(board=board, viewer=viewer).annotate(
        has_factor=Exists(factor), places=sessions.annotate(number=Count("pk")).values("number")
    )
    return people.order_by("name", "pk")


def _account(user: User) -> Account:
    return Account(user, user.has_usable_password(), user.has_factor, user.places or 0)  # type: ignore[attr-defined]  # annotated
