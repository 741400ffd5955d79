"""What the meetings of a review tell "My work" and its overview: actions, what a record lacks, the next meeting."""

from django.urls import reverse
from django.utils import timezone

from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.panel.models import Action
from threadline.panel.queries import meetings
from threadline.panel.queries.meetings import Held
from threadline.reviews.frame import Next
from threadline.reviews.models import Review
from threadline.ui.words import day, moment, plural


def next_in(review: Review, viewer: User) -> list[Next]:
    """The viewer's own actions, meetings to come, minutes to approve, and for who keeps the record what it lacks."""
    with review_scope(review):
        if not may(viewer, Permission.PANEL_READ, review):
            return []
        held = meetings.of_review(review=review, viewer=viewer)
        writes = meetings.may_write(review=review, viewer=viewer)
        open_ = meetings.open_actions(review)
        approves = meetings.may_approve(review=review, viewer=viewer)
        return [
            *(_action(review, each, viewer) for each in open_ if writes or each.owner.user_id == viewer.pk),
            *(_meeting(review, each) for each in held if _expected(each, viewer)),
            *(_approve(review, each) for each in held if approves and _waits(each, viewer)),
            *(_lacking(review, each) for each in held if writes and each.lacks),
        ]


def _action(review: Review, given: Action, viewer: User) -> Next:
    late = given.due_on < timezone.localdate()
    others = given.owner.user_id != viewer.pk
    who = f"{given.owner.name}. " if others else ""
    href = reverse("panel:done", args=[review.reference, given.pk])
    hint = f"{who}From the meeting of {day(given.meeting.starts)}."
    status, tone = ("Late", "late") if late else (f"Due {day(given.due_on)}", "due")
    return Next(given.words, href, hint, status, tone, others=others, due=given.due_on)


def _meeting(review: Review, held: Held) -> Next:
    href = reverse("panel:meeting", args=[review.reference, held.meeting.pk])
    starts = held.meeting.starts
    hint = "Agenda and papers. If you cannot come, say so, and who comes for you."
    return Next(
        f"{held.meeting.title}, {moment(starts)}", href, hint, "To come", "plain", due=timezone.localdate(starts)
    )


def _expected(held: Held, viewer: User) -> bool:
    coming = not held.meeting.cancelled_because and not held.over and not held.held
    return coming and any(each.user_id == viewer.pk for each in held.attendance)


def _waits(held: Held, viewer: User) -> bool:
    """Whether minutes wait for this person, who chaired the meeting."""
    open_ = held.minutes is not None and held.meeting.approved_at is None
    return open_ and any(each.user_id == viewer.pk and each.chaired for each in held.attendance)


def _approve(review: Review, held: Held) -> Next:
    href = reverse("panel:minutes", args=[review.reference, held.meeting.pk])
    return Next(f"Read and approve the minutes of {day(held.meeting.starts)}", href, held.meeting.title)


def _lacking(review: Review, held: Held) -> Next:
    href = reverse("panel:meeting", args=[review.reference, held.meeting.pk])
    lacks = [each.removeprefix(f"{held.meeting.title}: ") for each in held.lacks]
    return Next(f"Complete the record of the meeting of {day(held.meeting.starts)}", href, " ".join(lacks))


def sentences(review: Review, viewer: User) -> list[str]:
    """When the next meeting is, and how many actions are late, for who may see them."""
    with review_scope(review):
        held = meetings.of_review(review=review, viewer=viewer)
        today = timezone.localdate()
        late = [each for each in meetings.open_actions(review) if each.due_on < today] if held else []
    coming = [each for each in held if not each.held and not each.over and not each.meeting.cancelled_because]
    said = [f"The next meeting is on {moment(coming[0].meeting.starts)}: {coming[0].meeting.title}."] if coming else []
    if late:
        said.append(f"{plural(len(late), 'action')} of the meetings {'is' if len(late) == 1 else 'are'} late.")
    return said
