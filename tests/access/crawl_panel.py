"""Something at every address of the Panel: a member who is to sign in, one who signs on paper, a reviewer."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from threadline.panel import actions
from threadline.panel.actions import Appointed, Tap
from threadline.panel.models import Meeting


@dataclass
class Seats:
    """What stands for each part of the Panel's addresses."""

    parts: dict[str, object]
    special: dict[str, dict[str, object]] = field(default_factory=dict)


def furnished(review, agency, by) -> Seats:
    """The Panel of a review."""
    today = timezone.localdate()
    paper = Appointed("panel_member", "Somebody on paper", today, agency=agency)
    member = actions.appoint(by=by, review=review, appointed=paper)
    route = "co_reviewer_commissioned"
    reviewer = actions.appoint(
        by=by, review=review, appointed=Appointed("co_reviewer", "Somebody to review", today, route=route)
    )
    meeting, given = _held(review, by)
    parts = {
        "member": member.pk, "post": "panel_member", "meeting": meeting.pk, "item": "initial_timeline",
        "given": given.pk,
    }  # fmt: skip
    return Seats(parts, {"panel:recruitment": {"member": reviewer.pk}})


def _held(review, by):
    """A meeting that was held, with an action and minutes."""
    now = timezone.now()
    when = actions.When(now, now + timedelta(hours=1))
    meeting = actions.call_meeting(by=by, review=review, kind="initial", when=when)
    seat = actions.add_attendee(by=by, meeting=meeting, name="Somebody else", of="Minute taker")
    fresh = Meeting._base_manager.get(pk=meeting.pk)
    taps = {seat.pk: Tap("present")}
    actions.record_attendance(by=by, meeting=meeting, version=fresh.version, taps=taps, chaired=None)
    given = actions.give_action(
        by=by, meeting=meeting, item="initial_timeline", words="Ask", owner=seat, due_on=timezone.localdate()
    )
    actions.draft_minutes(by=by, meeting=meeting, number=0)
    return meeting, given
