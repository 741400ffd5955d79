"""The Boards somebody looks after."""

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import visible
from threadline.accounts.models import User
from threadline.agencies.models import Board


def for_viewer(*, viewer: User) -> QuerySet[Board]:
    """The Boards a person looks after, by name."""
    return visible(viewer, Permission.AUDIT_READ, Board.objects.order_by("name"))
