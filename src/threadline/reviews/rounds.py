"""Each morning: holds that are to be looked at again, told to whoever asks whether they must go on (2.2.f)."""

from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from threadline.access.scope import across_reviews, review_scope
from threadline.domain.framework import holding as rule
from threadline.reviews import telling
from threadline.reviews.method import pack_of
from threadline.reviews.models import Hold

AHEAD = timedelta(days=3)


def remind_of_holds(*, today: date | None = None) -> int:
    """Tell of every hold that is to be looked at within three days, or was to be; once for each day it is due.

    How many holds were told of.
    """
    today = today or timezone.localdate()
    with across_reviews(reason="Each morning every hold that stands is looked at, in whichever review."):
        found = list(Hold.objects.filter(released_on__isnull=True).select_related("review__board", "review__pack"))
    told = 0
    for hold in found:
        kind = next((each for each in pack_of(hold.review).holds if each.id == hold.kind), None)
        due = rule.review_due(kind, hold.looked_at) if kind else None
        if due is None or due > today + AHEAD:
            continue
        link = reverse("reviews:hold_keep", args=[hold.review.reference, hold.pk])
        with transaction.atomic(), review_scope(hold.review):
            telling.tell(
                hold.review, "hold-to-be-reviewed", by=None, link=link, once=f"{hold.pk} {due}", until=due,
            )  # fmt: skip
        told += 1
    return told
