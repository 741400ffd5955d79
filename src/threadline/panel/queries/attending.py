"""Who came to the meetings: by member, and as a consistency figure by agency (2.2.b)."""

from collections import defaultdict
from collections.abc import Iterable

from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.accounts.models import User
from threadline.domain.meetings.attendance import Came, Consistency, Seat, consistency
from threadline.panel.models import Attendance, Member
from threadline.reviews.models import Review
from threadline.ui.words import plural


def recorded(review: Review) -> list[Attendance]:
    """Every attendance on record, in the order of the meetings."""
    found = Attendance.objects.filter(meeting__review=review).exclude(came="")
    return list(found.select_related("agency", "meeting").order_by("meeting__starts", "pk"))


def figures(attendance: Iterable[Attendance]) -> tuple[Consistency, ...]:
    """The consistency of each agency over all its meetings."""
    meetings: dict[object, list[Seat]] = defaultdict(list)
    for each in attendance:
        if each.agency is not None:
            meetings[each.meeting_id].append(Seat(each.agency.name, each.name, Came(each.came)))
    return consistency(list(meetings.values()))


def by_agency(*, review: Review, viewer: User) -> tuple[Consistency, ...]:
    """The consistency of each agency, for who may see the Panel."""
    return figures(recorded(review)) if may(viewer, Permission.PANEL_READ, review) else ()


def by_member(*, review: Review, viewer: User) -> dict[object, str]:
    """How often each member came, in words, by their id; for who may see the Panel."""
    if not may(viewer, Permission.PANEL_READ, review):
        return {}
    came: dict[object, list[Came]] = defaultdict(list)
    for each in recorded(review):
        if each.member_id is not None:
            came[each.member_id].append(Came(each.came))
    return {key: _in_words(all_) for key, all_ in came.items()}


def _in_words(came: list[Came]) -> str:
    deputies = came.count(Came.DEPUTY)
    sent = f", a deputy at {deputies}" if deputies else ""
    return f"{came.count(Came.PRESENT)} of {plural(len(came), 'meeting')}{sent}"


def deputies(review: Review) -> dict[object, str]:
    """Each member's deputy by name, by the member's id: whom the list offers when a member does not come."""
    serving = Member.objects.filter(review=review, deputy_for__isnull=False)
    gone = [Member.State.RECUSED, Member.State.LEFT]
    return {each.deputy_for_id: each.name for each in serving.exclude(state__in=gone)}
