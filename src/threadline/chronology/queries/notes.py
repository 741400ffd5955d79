"""Notes beside entries and named views, as a person may read them."""

from django.db.models import Q, QuerySet

from threadline.access.permissions import Permission
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.chronology.models import NamedView, Note, Row
from threadline.chronology.queries.beside import notes
from threadline.reviews.models import Review


def of_entry(*, row: Row, viewer: User) -> QuerySet[Note]:
    """The notes on an entry that a person reads: the own ones, and the panel's."""
    return notes(Standing(viewer, row.review), viewer).filter(row=row.pk)


def own(*, review: Review, viewer: User) -> QuerySet[Note]:
    """The notes that a person may change: those they wrote."""
    return notes(Standing(viewer, review), viewer).filter(by=viewer).select_related("review")


def named_views(*, review: Review, viewer: User) -> QuerySet[NamedView]:
    """The views with a name: one's own, and those meant for everyone who reads the chronology."""
    standing = Standing(viewer, review)
    theirs = standing.visible(Permission.NOTE_READ, NamedView.objects.all()).values("pk")
    mine = Q(by=viewer) if standing.may(Permission.NOTE_WRITE) else Q(pk__in=[])
    return NamedView.objects.filter(mine | Q(pk__in=theirs)).select_related("by", "view", "review")
