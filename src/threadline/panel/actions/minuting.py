"""Minutes: drafted from the record, corrected, approved by whoever chaired; and telling those who were away (2.7.c)."""

from collections.abc import Mapping

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from threadline.access import reach
from threadline.access.acting import Refused, action
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.domain.meetings.attendance import Came
from threadline.domain.meetings.rules import why_not_approve
from threadline.notices import actions as notices
from threadline.panel import method
from threadline.panel.actions.access import Overtaken
from threadline.panel.actions.meeting import current, still_open
from threadline.panel.models import Attendance, Meeting, Minutes
from threadline.panel.queries import drafting


@action(Permission.MEETING_WRITE, records="panel.minutes_saved", on="meeting")
def draft_minutes(*, by: User, meeting: Meeting, number: int) -> Minutes:
    """Draft the minutes from the record, as a new version; earlier ones are kept.

    `number` is the version there was when this was asked for, 0 for none. Raises Overtaken, and Refused before
    attendance is recorded.
    """
    meeting = current(meeting)
    still_open(meeting)
    if not Attendance.objects.filter(meeting=meeting).exclude(came="").exists():
        raise Refused("Record who attended first. The minutes begin with it.")
    return _next(meeting, by, number, drafting.sections(meeting))


@action(Permission.MEETING_WRITE, records="panel.minutes_saved", on="meeting")
def correct_minutes(*, by: User, meeting: Meeting, number: int, texts: Mapping[str, str]) -> Minutes:
    """Keep corrected minutes as a new version; `texts` are by section. Raises Overtaken where another came."""
    meeting = current(meeting)
    still_open(meeting)
    last = Minutes.objects.filter(meeting=meeting).first()
    if last is None:
        raise Refused("There are no minutes to correct yet. Draft them first.")
    sections = [{**each, "text": texts.get(each["key"], each["text"]).strip()} for each in last.sections]
    return _next(meeting, by, number, sections)


@action(Permission.MINUTES_APPROVE, records="panel.minutes_approved", on="meeting")
def approve_minutes(*, by: User, meeting: Meeting, number: int) -> Meeting:
    """Approve the minutes as they stand, which closes the record of the meeting.

    Only for who was there and chaired it, or holds the post that chairs it. Raises Overtaken where they were corrected
    meanwhile, and Refused to others.
    """
    meeting = current(meeting)
    still_open(meeting)
    last = Minutes.objects.filter(meeting=meeting).first()
    if last is None:
        raise Refused("There are no minutes to approve yet.")
    if last.number != number:
        raise Overtaken("The minutes were corrected while this page was open. Read them again, then approve.")
    seat = Attendance.objects.filter(meeting=meeting, user=by).order_by("-chaired").first()
    why = why_not_approve(
        present=seat is not None and seat.came == Came.PRESENT,
        chaired=seat is not None and seat.chaired,
        holds_the_chair=_holds_the_chair(meeting, by),
    )
    if why:
        raise Refused(why)
    meeting.approved_by, meeting.approved_at = by, timezone.now()
    meeting.save()
    return meeting


@action(Permission.MEETING_WRITE, records="panel.absent_told", on="meeting")
def tell_absent(*, by: User, meeting: Meeting) -> list[Attendance]:
    """Tell those who missed the meeting where its decisions are. Answers who was told.

    Who has no account is noted as told: somebody does so by telephone or letter.

    Raises Refused where nobody missed it, or everybody who did was told.
    """
    meeting = current(meeting)
    if meeting.cancelled_because:
        raise Refused("This meeting was cancelled.")
    missed = Attendance.objects.filter(meeting=meeting, came__in=[Came.APOLOGIES, Came.ABSENT, Came.DEPUTY])
    untold = list(missed.filter(told_at__isnull=True).select_related("user", "agency"))
    if not untold:
        raise Refused("Everybody who missed the meeting has been told, or nobody missed it.")
    for seat in untold:
        seat.told_at = timezone.now()
        seat.save()
    meeting.save()
    _write_to(meeting, untold)
    return untold


def _write_to(meeting: Meeting, seats: list[Attendance]) -> None:
    """Those of them who have an account and may see the meeting are told where its decisions are."""
    able = reach.who_may(Permission.PANEL_READ, meeting.review).filter(user__in=[each.user_id for each in seats])
    people = {held.user_id: held.user for held in able}
    link = reverse("panel:meeting", args=[meeting.review.reference, meeting.pk])
    notices.tell(
        people.values(), "meeting-missed", review=meeting.review, link=link, meeting=meeting.title,
        meets_on=timezone.localdate(meeting.starts),
    )  # fmt: skip


def _next(meeting: Meeting, by: User, number: int, sections: list[dict[str, str]]) -> Minutes:
    last = Minutes.objects.filter(meeting=meeting).aggregate(Max("number"))["number__max"] or 0
    if last != number:
        raise Overtaken("Somebody changed the minutes while this page was open. Look at them again, then save.")
    made = Minutes(meeting=meeting, number=last + 1, sections=sections, by=by)
    made.save()
    meeting.save()
    return made


def _holds_the_chair(meeting: Meeting, by: User) -> bool:
    review = meeting.review
    chaired_by = method.agenda(review, meeting.kind).chaired_by
    held = RoleHolding.objects.active(at=timezone.now()).filter(user=by, board=review.board, role_key=chaired_by)
    return bool(held.filter(review=None).exists() or held.filter(review=review).exists())
