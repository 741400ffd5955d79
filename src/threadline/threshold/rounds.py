"""Each morning: agencies reminded of their timelines, and limits set by law that are running out (2.1.a, 2.1.h)."""

from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from threadline.access.permissions import Permission
from threadline.access.reach import who_may
from threadline.access.scope import across_reviews, review_scope
from threadline.notices import kinds
from threadline.notices.actions import tell
from threadline.reviews.contributions import heard_from
from threadline.reviews.models import ContributingAgency
from threadline.threshold.models import Letter, Referral
from threadline.threshold.queries.duties import Duty
from threadline.threshold.queries.register import WATCHED, all_referrals, duties_of

SOON, EVERY = timedelta(days=5), 7
CLOCK = kinds.Kind(
    "threshold.clock", "A limit set for a referral falls on {{ due_on }}",
    "Something that must be done about a referral falls due on {{ due_on }}. What it is, and how to record that it is "
    "done: {{ link }}", urgent=True,
)  # fmt: skip
MISSED = kinds.Kind(
    "threshold.clock_missed", "A limit set for a referral was to be met by {{ due_on }}",
    "Something that had to be done about a referral by {{ due_on }} is not on record as done. It must still be done: "
    "{{ link }}", urgent=True,
)  # fmt: skip


def remind_agencies(*, today: date | None = None) -> int:
    """Tell who acts for an agency that its timeline is due within five days, or late: then once a week until it is in.

    Only where the agency was asked by letter. How many agencies were reminded.
    """
    today = today or timezone.localdate()
    with across_reviews(reason="Each morning every agency that owes a timeline is reminded, in whichever review."):
        due = ContributingAgency.objects.filter(due_on__lte=today + SOON)
        owing = list(due.select_related("review__board", "review__pack", "agency"))
    return sum(_remind(each, today) for each in owing)


def _remind(owes: ContributingAgency, today: date) -> bool:
    with transaction.atomic(), review_scope(owes.review):
        asked = Letter.objects.filter(agency=owes.agency, kind=Letter.Kind.TASKING).select_related("review__board")
        letter = asked.first()
        if letter is None or owes.agency_id in heard_from(owes.review):
            return False
        days = (today - owes.due_on).days
        kind, turn = ("timeline-overdue", days // EVERY) if days > 0 else ("timeline-due-soon", 0)
        people = {held.user_id: held.user for held in who_may(Permission.LETTER_ACKNOWLEDGE, letter)}
        link = reverse("threshold:letter", args=[owes.review.reference, letter.pk])
        once = f"{owes.pk} {owes.due_on} {turn}"
        told = tell(people.values(), kind, review=owes.review, link=link, once=once, due_on=owes.due_on, days=abs(days))
    return bool(told)


def watch_limits(*, today: date | None = None) -> int:
    """Tell the Board's people of limits that fall within five days or have passed without being met; once for each.

    How many limits were told of.
    """
    today = today or timezone.localdate()
    told = 0
    for referral in all_referrals():
        for duty in duties_of(referral):
            if duty.clock.id in WATCHED and duty.reading.due and not duty.reading.met:
                told += _tell_of(referral, duty, today)
    return told


def _tell_of(referral: Referral, duty: Duty, today: date) -> bool:
    due = duty.reading.due
    if due is None or due > today + SOON:
        return False
    people = {
        held.user_id: held.user
        for permission in (Permission.REFERRAL_WRITE, Permission.THRESHOLD_DECIDE)
        for held in who_may(permission, referral)
    }
    link = reverse("referrals:referral", args=[referral.board_id, referral.pk])
    kind = MISSED if due < today else CLOCK
    with transaction.atomic():
        return bool(tell(people.values(), kind.key, link=link, once=f"{referral.pk} {duty.clock.id} {due}", due_on=due))
