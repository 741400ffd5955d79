"""How much one person may send in a day, so that nobody fills the disk (TRUST 48)."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Sum
from django.utils import timezone

from threadline.access.acting import Refused
from threadline.access.scope import across_reviews
from threadline.documents.models import Document

MEGABYTE = 1024 * 1024
DAY = timedelta(days=1)


class OverQuota(Refused):
    """More than is taken from one person in a day. Its text says how much there is; `remedy` what to do."""

    remedy = "Send the rest tomorrow, or ask whoever looks after this installation to allow more."

    def __init__(self) -> None:
        most = settings.UPLOAD_A_DAY // MEGABYTE
        super().__init__(f"You have sent {most:,} MB in the last 24 hours, which is the most that is taken in a day.")


def take(document: Document) -> None:
    """Count a document towards what its sender has sent in the last 24 hours, in all reviews. Raises OverQuota."""
    with across_reviews(reason="The most that one person may send in a day is counted over all reviews."):
        sent = Document.objects.filter(
            received_from=document.received_from_id, received_at__gt=timezone.now() - DAY
        ).exclude(pk=document.pk)
        before = sent.aggregate(bytes=Sum("size"))["bytes"] or 0
    if before + document.size > settings.UPLOAD_A_DAY:
        raise OverQuota
