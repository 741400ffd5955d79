"""Who is here, in which role and at which Board: for the header of every page, asked of the database once a request."""

from django.http import HttpRequest

from threadline.access.models import RoleHolding, roles_in_force
from threadline.access.permissions import Permission
from threadline.access.places import HELD_HERE
from threadline.access.policy import granting
from threadline.access.roles import Level
from threadline.reviews.models import Review
from threadline.ui.navigation import Person, signed_in


def person(request: HttpRequest) -> Person | None:
    """The person, and the roles by which they are in the review whose page this is, or else at the Board."""
    if not signed_in(request):
        return None
    held = _here(request)
    return Person(str(request.user), ", ".join(dict.fromkeys(map(_in_words, held))))


def board(request: HttpRequest) -> str:
    """The Board's name, where the page is of one Board or the person serves only one."""
    names = {each.board.name for each in _here(request)} if signed_in(request) else set()
    return names.pop() if len(names) == 1 else ""


def held(request: HttpRequest) -> list[RoleHolding]:
    """Every role in force of whoever is here, with its Board, review and agency; nobody's where nobody is signed in."""
    if not hasattr(request, HELD_HERE):
        setattr(request, HELD_HERE, roles_in_force(request.user))
    found: list[RoleHolding] = getattr(request, HELD_HERE)
    return found


def may_somewhere(request: HttpRequest, permission: Permission) -> bool:
    """Whether whoever is here has a permission anywhere: for what the frame offers."""
    giving = {row.role.key for row in granting(permission)}
    return signed_in(request) and any(each.role_key in giving and each.carries(permission) for each in held(request))


def _here(request: HttpRequest) -> list[RoleHolding]:
    """The roles that count on this page: in its review, or at the Board; elsewhere a person's only one."""
    everywhere = held(request)
    review: Review | None = getattr(request, "review_here", None)
    if review is not None:
        at_board = [each for each in everywhere if each.review_id is None and each.board_id == review.board_id]
        return at_board + [each for each in everywhere if each.review_id == review.pk]
    at_board = [each for each in everywhere if each.role.level is Level.BOARD]
    return at_board or (everywhere if len(everywhere) == 1 else [])


def _in_words(holding: RoleHolding) -> str:
    return f"{holding.role.title} ({holding.agency})" if holding.agency else holding.role.title
