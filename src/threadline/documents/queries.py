"""Reads of documents, always through the policy."""

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import visible
from threadline.accounts.models import User
from threadline.documents.models import Document
from threadline.reviews.models import Review


def for_viewer(*, review: Review, viewer: User) -> QuerySet[Document]:
    """The review's files that a person may open."""
    return visible(viewer, Permission.DOCUMENT_READ, Document.objects.filter(review=review).select_related("review"))
