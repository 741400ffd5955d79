"""Calling a meeting, moving it, cancelling it (2.7.c). What goes into people's calendars names nobody in the case."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from threadline.access import reach
from threadline.access.acting import Refused, action
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.notices import actions as notices
from threadline.notices.calendar import Meeting as InCalendars
from threadline.panel import method
from threadline.panel.actions.access import Overtaken
from threadline.panel.models import Attendance, Meeting, Member
from threadline.reviews.models import Review

PAPERS = "panel.papers_sent"
PAPERS_SAY = "The papers of the {{ meeting }} of review {{ reference }} on {{ meets_on }} are ready to read: {{ link }}"
CANCELLED = "panel.meeting_cancelled"
CANCELLED_SAYS = "The {{ meeting }} of review {{ reference }} on {{ meets_on }} is cancelled. See why: {{ link }}"


@dataclass(frozen=True, slots=True)
class When:
    """When and where a meeting is."""

    starts: datetime
    ends: datetime
    place: str = ""


def current(meeting: Meeting, version: int | None = None) -> Meeting:
    """The meeting as it is now, locked. Raises Overtaken where another act came since `version`."""
    found: Meeting = Meeting.objects.select_for_update(of=("self",)).select_related("review__board").get(pk=meeting.pk)
    if version is not None and found.version != version:
        raise Overtaken("Somebody changed this meeting while the page was open. Look at it again.")
    found.version += 1
    return found


def still_open(meeting: Meeting) -> None:
    """Raises Refused for a meeting that was cancelled, or whose minutes are approved: its record stands."""
    if meeting.cancelled_because:
        raise Refused("This meeting was cancelled.")
    if meeting.approved_at is not None:
        raise Refused("The minutes are approved, so the record of this meeting stands. Correct it at the next meeting.")


@action(Permission.MEETING_WRITE, records="panel.meeting_called")
def call_meeting(*, by: User, review: Review, kind: str, when: When) -> Meeting:
    """Call a meeting of one of the method's kinds; everyone who serves on the Panel is expected.

    They are invited, with a calendar file that names nobody. Raises Refused where it ends before it starts, or is
    called already.
    """
    try:
        agenda = method.agenda(review, kind)
    except KeyError:
        raise Refused("Choose one of the method's meetings.") from None
    meeting = Meeting(review=review, kind=kind, title=agenda.title, called_by=by)
    _set(meeting, when)
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    same = Meeting.objects.filter(review=review, kind=kind, starts=meeting.starts, cancelled_because="")
    if same.exists():
        raise Refused("This meeting is called already, for the same time.")
    meeting.save()
    _expect(meeting, agenda.chaired_by)
    invite(meeting, "meeting-invitation")
    return meeting


@action(Permission.MEETING_WRITE, records="panel.meeting_moved", on="meeting")
def move_meeting(*, by: User, meeting: Meeting, version: int, when: When) -> Meeting:
    """Change when or where a meeting is, and expect who serves by now. Raises Overtaken; Refused as calling does."""
    meeting = current(meeting, version)
    still_open(meeting)
    if Attendance.objects.filter(meeting=meeting).exclude(came="").exists():
        raise Refused("Attendance is recorded already, so the meeting has been held. It cannot be moved.")
    _set(meeting, when)
    meeting.sequence += 1
    meeting.save()
    _expect(meeting, method.agenda(meeting.review, meeting.kind).chaired_by)
    invite(meeting, "meeting-invitation")
    return meeting


@action(Permission.MEETING_WRITE, records="panel.meeting_cancelled", on="meeting")
def cancel_meeting(*, by: User, meeting: Meeting, version: int, because: str) -> Meeting:
    """Cancel a meeting that has not been held. Raises Overtaken, and Refused without a reason."""
    if not because.strip():
        raise Refused("Say why the meeting is cancelled.")
    meeting = current(meeting, version)
    still_open(meeting)
    if Attendance.objects.filter(meeting=meeting).exclude(came="").exists():
        raise Refused("Attendance is recorded already, so the meeting has been held. It cannot be cancelled.")
    meeting.cancelled_because = because.strip()
    meeting.sequence += 1
    meeting.save()
    invite(meeting, CANCELLED)
    return meeting


@action(Permission.MEETING_WRITE, records="panel.papers_sent", on="meeting", holdable="panel.share_papers")
def send_papers(*, by: User, meeting: Meeting, version: int) -> Meeting:
    """Send the Panel its papers: from now on those expected can open them from the agenda, and are told so.

    Raises Held while other proceedings stop it, Overtaken, and Refused for a meeting whose record is closed.
    """
    meeting = current(meeting, version)
    still_open(meeting)
    meeting.papers_sent_at = timezone.now()
    meeting.save()
    link = reverse("panel:meeting", args=[meeting.review.reference, meeting.pk])
    notices.tell(
        (each for each in _expected_and_able(meeting) if each.pk != by.pk), PAPERS, review=meeting.review, link=link,
        meeting=meeting.title, meets_on=timezone.localdate(meeting.starts),
    )  # fmt: skip
    return meeting


def _expected_and_able(meeting: Meeting) -> list[User]:
    """Everyone who is expected and may see the meeting."""
    expected = Attendance.objects.filter(meeting=meeting, user__isnull=False).values_list("user", flat=True)
    able = reach.who_may(Permission.PANEL_READ, meeting.review).filter(user__in=expected)
    return list({held.user_id: held.user for held in able}.values())


def invite(meeting: Meeting, kind: str) -> int:
    """Tell everyone who is expected and may see the meeting, with its calendar file; how many were told.

    Nobody is invited to what is over: its record is only being caught up with.
    """
    if meeting.ends < timezone.now():
        return 0
    link = reverse("panel:meeting", args=[meeting.review.reference, meeting.pk])
    return notices.tell(
        _expected_and_able(meeting), kind, review=meeting.review, link=link, meeting=meeting.title,
        meets_on=meeting.starts, calendar=in_calendars(meeting),
    )  # fmt: skip


def in_calendars(meeting: Meeting) -> InCalendars:
    """The meeting as people's calendars have it: when, and nothing of what or who."""
    return InCalendars(
        str(meeting.pk), meeting.starts, meeting.ends, meeting.sequence, cancelled=bool(meeting.cancelled_because)
    )


def _set(meeting: Meeting, when: When) -> None:
    if when.ends <= when.starts:
        raise Refused("The meeting must end after it starts.")
    meeting.starts, meeting.ends, meeting.place = when.starts, when.ends, " ".join(when.place.split())


def _expect(meeting: Meeting, chaired_by: str) -> None:
    """Put everyone on the list who serves on the day, deputies apart: they come in somebody's place."""
    day = timezone.localdate(meeting.starts)
    serving = Member.objects.filter(review=meeting.review, deputy_for__isnull=True, from_on__lte=day)
    serving = serving.exclude(state__in=[Member.State.RECUSED, Member.State.LEFT]).exclude(to_on__lt=day)
    there = set(Attendance.objects.filter(meeting=meeting).values_list("member_id", "user_id"))
    known = {member for member, _ in there}
    Attendance.objects.filter(meeting=meeting, member__isnull=False, came="").exclude(member__in=serving).delete()
    for member in serving.select_related("agency"):
        if member.pk not in known:
            _seat(meeting, member)
    if chaired_by == "independent_chair":
        _expect_chair(meeting, {user for _, user in there})


def _seat(meeting: Meeting, member: Member) -> None:
    title = method.title(meeting.review, member.post)
    of = member.of if member.post == "panel_member" else ", ".join(part for part in (title, member.of) if part)
    agency = member.agency if member.post == "panel_member" else None
    Attendance(meeting=meeting, member=member, user=member.user, name=member.name, agency=agency, of=of).save()


def _expect_chair(meeting: Meeting, there: set[object]) -> None:
    review = meeting.review
    held = RoleHolding.objects.active(at=timezone.now()).filter(board=review.board, role_key="independent_chair")
    for holding in held.select_related("user"):
        if holding.user_id not in there:
            of = method.title(review, "independent_chair")
            Attendance(meeting=meeting, user=holding.user, name=holding.user.name, of=of).save()
