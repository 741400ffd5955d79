"""E-mails that did not go out, for whoever looks after accounts: to whom and why, never what they say."""

from dataclasses import dataclass

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.accounts.models import User
from threadline.administration.queries import accounts
from threadline.agencies.models import Board
from threadline.notices.models import Letter

MOST = 200
WHY = {
    Letter.State.GIVEN_UP: "The mail server will not take it",
    Letter.State.UNSURE: "The mail server went away while it was sent: it is not known whether it arrived",
}
CLOSED = "account closed"


@dataclass(frozen=True, slots=True)
class Undelivered:
    """One of them, without its words."""

    letter: Letter
    why: str
    may_arrive_twice: bool
    closed: bool


def undelivered(*, board: Board, viewer: User) -> QuerySet[Letter]:
    """The e-mails to people of a Board that were given up or may not have arrived, latest first, without their words.

    To people whose accounts the viewer may know of: whoever may not see roles is not told of the family's.
    """
    found = Letter.objects.defer("subject", "body", "calendar").select_related("user").filter(state__in=WHY)
    if not may(viewer, Permission.ACCOUNT_HELP, board):
        return found.none()
    return found.filter(user__in=accounts.people_known(board=board, viewer=viewer)).order_by("-made_at", "-pk")


def listed(*, board: Board, viewer: User) -> list[Undelivered]:
    """Those, as a page shows them."""
    return [
        Undelivered(
            each,
            "The account is closed" if each.fault == CLOSED else WHY[Letter.State(each.state)],
            each.state == Letter.State.UNSURE,
            bool(each.user and not each.user.is_active),
        )
        for each in undelivered(board=board, viewer=viewer)[:MOST]
    ]
