"""Who is here, in which role and at which Board: for the header of every page, asked of the database once a request."""

from django.http import HttpRequest
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.roles import Level
from threadline.reviews.models import Review
from threadline.ui.navigation import Person, signed_in

KEPT = "_threadline_roles_here"


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


def _here(request: HttpRequest) -> list[RoleHolding]:
    """The roles that count on this page: in its review, or at the Board; elsewhere a person's only one."""
    if not hasattr(request, KEPT):
        setattr(request, KEPT, _asked(request))
    found: list[RoleHolding] = getattr(request, KEPT)
    return found


def _asked(request: HttpRequest) -> list[RoleHolding]:
    active = RoleHolding.objects.active(at=timezone.now()).filter(user=request.user.pk)
    held = list(active.select_related("board", "review", "agency").order_by("starts"))
    reference = request.resolver_match.kwargs.get("reference") if request.resolver_match else None
    review = Review.objects.filter(reference=reference).first() if reference else None
    if review is not None:
        at_board = [each for each in held if each.review_id is None and each.board_id == review.board_id]
        return at_board + [each for each in held if each.review_id == review.pk]
    return [each for each in held if each.role.level is Level.BOARD] or held[: 1 if len(held) == 1 else 0]


def _in_words(holding: RoleHolding) -> str:
    return f"{holding.role.title} ({holding.agency})" if holding.agency else holding.role.title
