"""Each morning: actions of a meeting that are late, told to whoever took them on (2.7.c)."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.scope import across_reviews, review_scope
from threadline.notices import kinds
from threadline.notices.actions import tell
from threadline.panel.models import Action

LATE = kinds.Kind(
    "panel.action_late", "{{ reference }}: something you took on was due on {{ due_on }}",
    "At a meeting of review {{ reference }} you took something on that was due on {{ due_on }}. Say what was done, or "
    "ask whoever keeps the record for another day: {{ link }}",
)  # fmt: skip


def remind_of_actions(*, today: date | None = None) -> int:
    """Tell the owner of each action that is late, once. How many were told."""
    today = today or timezone.localdate()
    with across_reviews(reason="Each morning every late action is told to its owner, in whichever review."):
        late = Action.objects.filter(done_on__isnull=True, due_on__lt=today, owner__user__isnull=False)
        found = list(late.select_related("owner__user", "meeting__review__board", "meeting__review__pack"))
    told = 0
    for action in found:
        owner, review = action.owner.user, action.meeting.review
        with transaction.atomic(), review_scope(review):
            if owner is not None and may(owner, Permission.PANEL_READ, review):
                link = reverse("panel:done", args=[review.reference, action.pk])
                told += tell([owner], LATE.key, review=review, link=link, once=str(action.pk), due_on=action.due_on)
    return told
