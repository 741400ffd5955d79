"""Asking agencies for their timelines by dated letters, reminding them, and their acknowledgement (2.1.h)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.access.reach import who_may
from threadline.accounts.models import User
from threadline.domain.dates.working_days import ENGLAND, in_words
from threadline.notices.actions import tell
from threadline.reviews.actions import planning
from threadline.reviews.models import ContributingAgency, Review
from threadline.threshold.models import Letter
from threadline.threshold.writing import agency_letter, contact_of

TASKED = "agencies_tasked"
"""The milestone of the timetable that is reached when every agency has its letter."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What agencies are asked: by when, and which questions to bear in mind.

    `recipients` are whom each letter addresses, by the id of the contributing agency: those agencies are asked.
    """

    due_on: date
    questions: str = ""
    recipients: Mapping[UUID, str] = field(default_factory=dict)


@action(Permission.LETTER_SEND, records="threshold.tasked", on="review", holdable="saar.request")
def task(*, by: User, review: Review, asking: Asking) -> list[Letter]:
    """Send a letter to each agency asked, dated today, and set what it is asked for and by when.

    Raises Refused where no agency is chosen, for a day that is no working day ahead, or where an agency was asked
    already: it is reminded instead.
    """
    if wrong := fault(asking, today=timezone.localdate()):
        raise Refused(wrong)
    chosen = ContributingAgency.objects.select_for_update(of=("self",)).select_related("agency")
    contributors = list(chosen.filter(pk__in=asking.recipients))
    if len(contributors) != len(asking.recipients):
        raise Refused("An agency chosen is no longer one of this review. Look at the list again.")
    asked = Letter.objects.filter(kind=Letter.Kind.TASKING, agency__in=[each.agency_id for each in contributors])
    if twice := asked.select_related("agency").first():
        raise Refused(f"{twice.agency.name} was asked by letter already. Send a reminder instead.")
    made = [_send(by, review, each, asking, Letter.Kind.TASKING) for each in contributors]
    for letter in made:
        _notify(letter, "agency-tasked")
    if tasked_on(review) is not None:
        planning.reach(by=by, review=review, key=TASKED, on=timezone.localdate(), because="Their letters were sent.")
    changes().detail["letters"] = len(made)
    return made


def tasked_on(review: Review) -> date | None:
    """When the last of the review's agencies was asked by letter; None while one has not been."""
    agencies = set(ContributingAgency.objects.filter(review=review).values_list("agency", flat=True))
    letters = Letter.objects.filter(review=review, kind=Letter.Kind.TASKING, agency__in=agencies)
    asked = dict(letters.values_list("agency", "dated_on"))
    return max(asked.values()) if agencies and set(asked) == agencies else None


@action(Permission.LETTER_SEND, records="threshold.reminded", on="contributor")
def remind(*, by: User, contributor: ContributingAgency, recipient: str) -> Letter:
    """Remind an agency of its timeline; the day by which it was wanted stays.

    Raises Refused where it was never asked, or was reminded today already.
    """
    if not recipient.strip():
        raise Refused("Say whom the reminder addresses: a name or an office.")
    found = ContributingAgency.objects.select_for_update(of=("self",)).select_related("agency", "review__board")
    asked = found.get(pk=contributor.pk)
    letters = Letter.objects.filter(agency=asked.agency)
    if asked.due_on is None or not letters.filter(kind=Letter.Kind.TASKING).exists():
        raise Refused(f"{asked.agency.name} has not been asked by letter yet. Ask it first.")
    if letters.filter(kind=Letter.Kind.REMINDER, dated_on=timezone.localdate()).exists():
        raise Refused(f"{asked.agency.name} was reminded today already.")
    asking = Asking(asked.due_on, recipients={asked.pk: recipient})
    made = _send(by, asked.review, asked, asking, Letter.Kind.REMINDER)
    _notify(made, "timeline-overdue" if made.dated_on > made.due_on else "timeline-due-soon")
    return made


@action(Permission.LETTER_ACKNOWLEDGE, records="threshold.letter_acknowledged", on="letter")
def acknowledge(*, by: User, letter: Letter) -> Letter:
    """Acknowledge a letter for the agency it is addressed to. Raises Refused where that was done."""
    found = Letter.objects.select_for_update(of=("self",)).get(pk=letter.pk)
    if found.acknowledged_at is not None:
        raise Refused("This letter is acknowledged already.")
    found.acknowledged_at, found.acknowledged_by = timezone.now(), by
    found.save()
    return found


def fault(asking: Asking, *, today: date) -> str:
    """What is wrong with what agencies are asked, in a sentence; "" where nothing is."""
    if not asking.recipients:
        return "Choose at least one agency to ask."
    if not all(name.strip() for name in asking.recipients.values()):
        return "Say whom each letter addresses: a name or an office."
    if asking.due_on <= today:
        return "The day by which the timelines are wanted lies ahead of today."
    off = ENGLAND.why_not_working(asking.due_on)
    before = in_words(ENGLAND.on_or_before(asking.due_on))
    return f"{in_words(asking.due_on)} is {off}. The last working day before it is {before}." if off else ""


def _send(by: User, review: Review, contributor: ContributingAgency, asking: Asking, kind: Letter.Kind) -> Letter:
    today, recipient = timezone.localdate(), asking.recipients[contributor.pk].strip()
    letter = agency_letter(
        review, kind=kind.value, agency=contributor.agency.name, recipient=recipient, due_on=asking.due_on,
        questions=asking.questions, contact=contact_of(by),
    )  # fmt: skip
    made = Letter(
        review=review, agency=contributor.agency, kind=kind, recipient=recipient, subject=letter.subject,
        text=letter.text, dated_on=today, due_on=asking.due_on, by=by,
    )  # fmt: skip
    made.save()
    if kind is Letter.Kind.TASKING:
        contributor.asked_on, contributor.due_on = today, asking.due_on
        contributor.save()
    return made


def _notify(letter: Letter, kind: str) -> None:
    """Tell those who act for the agency here that a letter waits for them, without a word of the case."""
    people = {holding.user_id: holding.user for holding in who_may(Permission.LETTER_ACKNOWLEDGE, letter)}
    days = abs((letter.due_on - letter.dated_on).days)
    link = reverse("threshold:letter", args=[letter.review.reference, letter.pk])
    tell(people.values(), kind, review=letter.review, link=link, due_on=letter.due_on, days=days)
