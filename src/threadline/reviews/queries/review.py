"""Reviews, the Boards they are of, and the agencies that contribute."""

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.accounts.models import User
from threadline.agencies.models import Board
from threadline.reviews.models import ContributingAgency, Review


def for_viewer(*, viewer: User) -> QuerySet[Review]:
    """The reviews a person may see, newest first, with their Board."""
    return visible(viewer, Permission.REVIEW_READ, Review.objects.select_related("board"))


def boards_to_open_in(*, viewer: User) -> QuerySet[Board]:
    """The Boards at which a person may open a review."""
    return visible(viewer, Permission.REVIEW_OPEN, Board.objects.order_by("name"))


def contributors(*, review: Review, viewer: User) -> QuerySet[ContributingAgency]:
    """The agencies that contribute to the review, for whoever may read it."""
    contributing = ContributingAgency.objects.filter(review=review).select_related("agency")
    return visible(viewer, Permission.REVIEW_READ, contributing)


def may_change(*, review: Review, viewer: User) -> bool:
    """Whether the viewer may propose other dates and agencies: a new version of the scope."""
    return may(viewer, Permission.SCOPE_WRITE, review)


def reference_is_taken(reference: str) -> bool:
    """Whether any review, of whichever Board, has this reference."""
    return Review.objects.filter(reference__iexact=reference).exists()
