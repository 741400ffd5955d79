"""The Boards somebody looks after."""

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import may_anywhere, visible
from threadline.accounts.models import User
from threadline.agencies.models import Board


def administers(user: User) -> bool:
    """Whether somebody looks after any Board."""
    return may_anywhere(user, Permission.AUDIT_READ).exists()


def for_viewer(*, viewer: User) -> QuerySet[Board]:
    """The Boards a person looks after, by name."""
    return visible(viewer, Permission.AUDIT_READ, Board.objects.order_by("name"))
