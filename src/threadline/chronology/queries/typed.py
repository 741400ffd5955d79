"""Entries typed by hand, for changing and removing them."""

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import visible
from threadline.access.within import visible_within
from threadline.accounts.models import User
from threadline.chronology.models import Row, TypedEntry
from threadline.reviews.models import ContributingAgency, Review


def may_be_from(*, review: Review, viewer: User) -> QuerySet[ContributingAgency]:
    """The agencies an entry can be typed for."""
    asked = ContributingAgency.objects.filter(review=review).select_related("agency")
    return visible(viewer, Permission.SOURCES_READ, asked)


def typed(*, review: Review, viewer: User) -> QuerySet[Row]:
    """The typed entries that a person may change, those removed since included."""
    rows = Row.objects.filter(file__isnull=True).select_related("agency", "typed__by", "review__board")
    return visible_within(viewer, Permission.ENTRY_WRITE, rows, review)


def standing(*, row: Row) -> TypedEntry:
    """What the entry says now."""
    return TypedEntry.objects.select_related("row__agency", "by").get(row=row)
