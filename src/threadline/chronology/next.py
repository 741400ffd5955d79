"""What the chronology tells "My work" and a review's overview: what is to do, what is waited for, what changed."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.db.models import Min
from django.urls import reverse
from django.utils import timezone

from threadline.access.permissions import Permission
from threadline.access.reach import visible
from threadline.access.scope import review_scope
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.chronology.asked import next_in as asked_next
from threadline.chronology.models import AgencyFile
from threadline.chronology.queries import key_events, pairs
from threadline.reviews.frame import Changed, Next
from threadline.reviews.models import ContributingAgency, Review
from threadline.ui.words import day, plural

State = AgencyFile.State


def sent(review: Review, agency: object) -> bool:
    """Whether an agency has sent a file for the review, whatever became of it."""
    with review_scope(review):
        return AgencyFile.objects.filter(review=review, agency=agency).exists()


def heard(review: Review) -> dict[UUID, date]:
    """From which agencies a file came for the review, whatever became of it, and on which day first."""
    with review_scope(review):
        files = AgencyFile.objects.filter(review=review, agency__isnull=False).order_by()
        first = files.values_list("agency").annotate(first=Min("document__received_at"))
        return {agency: timezone.localtime(at).date() for agency, at in first}


def next_in(review: Review, viewer: User) -> list[Next]:
    """Files to check, files that could not be read, agencies that have sent nothing."""
    with review_scope(review):
        return [
            *_to_check(review, viewer), *_silent(review, viewer), *_to_understand(review, viewer),
            *asked_next(review, viewer),
        ]  # fmt: skip


def _to_understand(review: Review, viewer: User) -> list[Next]:
    """Questions about accounts of one event, and key events that do not say yet what the method asks."""
    standing = Standing(viewer, review)
    found = []
    if standing.may(Permission.EVENT_LINK) and (waiting := pairs.standing(review).waiting):
        title = "Say which entries record one event"
        href = reverse("chronology:pairs", args=[review.reference])
        found.append(Next(title, href, f"{plural(waiting, 'question waits', 'questions wait')}."))
    if standing.may(Permission.KEY_EVENT_WRITE):
        lines = [line for group in key_events.key_events(review=review, viewer=viewer).groups for line in group.lines]
        if open_ := sum(bool(line.lacks) for line in lines):
            href = reverse("chronology:key_events", args=[review.reference])
            told = f"{plural(open_, 'key event does', 'key events do')} not say yet all that the method asks."
            found.append(Next("Say why key events made sense at the time", href, told))
    return found


def _to_check(review: Review, viewer: User) -> list[Next]:
    files = AgencyFile.objects.filter(review=review, state__in=[State.TO_CHECK, State.FAILED])
    files = visible(viewer, Permission.TIMELINE_CHECK, files).select_related("agency", "proposed", "document")
    return [_of_file(review, file) for file in files]


def _of_file(review: Review, file: AgencyFile) -> Next:
    whose = file.agency or file.proposed
    href = reverse("chronology:check", args=[review.reference, file.pk])
    said = f"the file from {whose}" if whose else "a file whose agency is not known yet"
    if file.state == State.FAILED:
        return Next(f"See why {said} could not be read", href, file.name, "Could not be read", "late")
    asking = file.summary.get("asking", 0)
    hint = f"{file.name}. {asking} row{'s need' if asking != 1 else ' needs'} you." if asking else file.name
    return Next(f"Check {said}", href, hint)


def _silent(review: Review, viewer: User) -> list[Next]:
    contributing = ContributingAgency.objects.filter(review=review).select_related("agency")
    mine = visible(viewer, Permission.TIMELINE_UPLOAD, contributing)
    heard = set(AgencyFile.objects.filter(review=review).values_list("agency_id", flat=True))
    own = set(visible(viewer, Permission.TIMELINE_ACCEPT, contributing).values_list("pk", flat=True))
    return [_of_agency(review, each, others=each.pk in own) for each in mine if each.agency_id not in heard]


def _of_agency(review: Review, contributor: ContributingAgency, *, others: bool) -> Next:
    due = contributor.due_on
    late = due is not None and due < timezone.localdate()
    status, tone = ("Late", "late") if late else (f"Due {day(due)}", "due") if due else ("To do", "due")
    asked = f"Asked on {day(contributor.asked_on)}. " if contributor.asked_on else ""
    hint = f"{asked}{f'Due on {day(due)}.' if due else ''}".strip()
    title = f"The timeline of {contributor.agency}" if others else f"Send the timeline of {contributor.agency}"
    href = reverse("chronology:sources", args=[review.reference])
    return Next(title, href, hint, status, tone, others=others, due=due)


def changed_in(review: Review, viewer: User, since: datetime) -> list[Changed]:
    """Files that others accepted or withdrew, or that came from others, since then."""
    people = ("document__received_from", "accepted_by", "withdrawn_by")
    with review_scope(review):
        files = AgencyFile.objects.filter(review=review).select_related("agency", "document", *people)
        found = list(visible(viewer, Permission.TIMELINE_READ, files))
    return [told for file in found for who, told in _happenings(review, file) if told.at > since and who != viewer]


def _happenings(review: Review, file: AgencyFile) -> Iterator[tuple[User | None, Changed]]:
    href = reverse("chronology:check", args=[review.reference, file.pk])
    whose = f"the timeline of {file.agency}" if file.agency else "a timeline"
    document = file.document
    for who, at, did in (
        (document.received_from, document.received_at, "brought"),
        (file.accepted_by, file.accepted_at, "accepted"),
        (file.withdrawn_by, file.withdrawn_at, "withdrew"),
    ):
        if at is not None:
            yield who, Changed(at, f"{who} {did} {whose}", href)
