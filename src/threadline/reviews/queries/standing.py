"""Reads of what changes where a review stands: waivers, the method it is pinned to, and moves between methods."""

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.places import place_of, roles_used
from threadline.access.reach import may, visible
from threadline.accounts.models import User
from threadline.reviews.method import pack_of
from threadline.reviews.models import PackMove, Review, Waiver


def waivers(*, review: Review, viewer: User, requirement: str = "") -> QuerySet[Waiver]:
    """The waivers of a review, withdrawn ones too, the latest first; of one requirement where it is named."""
    found = Waiver.objects.filter(review=review).select_related("waived_by", "withdrawn_by")
    found = found.filter(requirement=requirement) if requirement else found
    return visible(viewer, Permission.POSITION_READ, found)


def may_waive(*, review: Review, viewer: User, requirement: str) -> bool:
    """Whether the pack and the policy let the viewer waive this requirement here."""
    allowed = {role for each in pack_of(review).requirements if each.id == requirement for role in each.waivable_by}
    return bool(allowed.intersection(roles_used(viewer, Permission.REQUIREMENT_WAIVE, place_of(review))))


def moves(*, review: Review, viewer: User) -> QuerySet[PackMove]:
    """Every move of a review from one edition of the method to another, the latest first."""
    related = PackMove.objects.filter(review=review).select_related("before", "after", "moved_by")
    found = related.defer("before__texts", "after__texts")
    return visible(viewer, Permission.POSITION_READ, found)


def may_move(*, review: Review, viewer: User) -> bool:
    """Whether the viewer may move the review to another version of the method."""
    return may(viewer, Permission.METHOD_MOVE, review)
