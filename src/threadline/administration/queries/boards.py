"""The Boards somebody looks after."""

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.accounts.models import User
from threadline.agencies.models import Board


def for_viewer(*, viewer: User) -> QuerySet[Board]:
    """The Boards a person looks after, or whose accounts they look after, by name."""
    boards = Board.objects.order_by("name")
    return visible(viewer, Permission.AUDIT_READ, boards) | visible(viewer, Permission.ACCOUNT_HELP, boards)


PAGES = {
    "people": Permission.ROLE_READ,
    "accounts": Permission.ACCOUNT_HELP,
    "letters": Permission.ACCOUNT_HELP,
    "trail": Permission.AUDIT_READ,
    "roles": Permission.ROLE_READ,
    "packs": Permission.METHOD_READ,
}


def pages_of(*, board: Board, viewer: User) -> list[str]:
    """The pages of a Board's administration that a person may see, in order."""
    return [page for page, permission in PAGES.items() if may(viewer, permission, board)]
