"""Meetings and what they settled: for pages, for requirements, and for later areas that ask what was decided."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from threadline.access.memory import once
from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.accounts.models import User
from threadline.domain.framework.pack import Agenda, AgendaItem
from threadline.domain.framework.pack import Decision as Wanted
from threadline.domain.meetings.attendance import Came
from threadline.domain.meetings.rules import Kept, lacking
from threadline.panel import method, settling
from threadline.panel.models import Action, Attendance, Decision, Meeting, Minutes, Note
from threadline.panel.settling import Follows
from threadline.reviews.models import Review

MISSED = (Came.APOLOGIES, Came.ABSENT, Came.DEPUTY)


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision that the agenda asks for, and what the meeting made of it."""

    wanted: Wanted
    decided: Decision | None


@dataclass(frozen=True, slots=True)
class ItemTaken:
    """An item of the agenda with what the meeting recorded under it."""

    item: AgendaItem
    note: Note | None
    decisions: tuple[Taken, ...]
    more: tuple[Decision, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting with its attendance, whether it has been held, and what its record lacks."""

    meeting: Meeting
    attendance: tuple[Attendance, ...]
    lacks: tuple[str, ...]
    minutes: Minutes | None

    @property
    def held(self) -> bool:
        """Whether it has met: somebody is recorded as there."""
        return any(each.came and Came(each.came).in_the_room for each in self.attendance)

    @property
    def begun(self) -> bool:
        """Whether its day has come."""
        return timezone.localdate(self.meeting.starts) <= timezone.localdate()

    @property
    def over(self) -> bool:
        """Whether its time has passed."""
        return self.meeting.ends < timezone.now()


def of_review(*, review: Review, viewer: User) -> list[Held]:
    """The meetings of a review in the order of time, for who may see them."""
    return _with_records(visible(viewer, Permission.PANEL_READ, _meetings(review)))


def one(*, review: Review, viewer: User, meeting: UUID) -> Held | None:
    """One meeting, for who may see it."""
    found = visible(viewer, Permission.PANEL_READ, _meetings(review).filter(pk=meeting))
    return next(iter(_with_records(found)), None)


def kept(review: Review) -> list[Held]:
    """The meetings of a review that were not cancelled: for the requirements."""
    found = _meetings(review).filter(cancelled_because="")
    return once(lambda: _with_records(found), "meetings", review.pk)


def items(meeting: Meeting) -> list[ItemTaken]:
    """The agenda of a meeting with what was recorded under each item."""
    notes = {each.item: each for each in Note.objects.filter(meeting=meeting)}
    decided: dict[str, list[Decision]] = defaultdict(list)
    for decision in Decision.objects.filter(meeting=meeting):
        decided[decision.item].append(decision)
    given: dict[str, list[Action]] = defaultdict(list)
    for action in Action.objects.filter(meeting=meeting).select_related("owner"):
        given[action.item].append(action)
    return [
        ItemTaken(
            item=item,
            note=notes.get(item.id),
            decisions=tuple(
                Taken(wanted, next((each for each in decided[item.id] if each.kind == wanted.id), None))
                for wanted in item.decisions
            ),
            more=tuple(each for each in decided[item.id] if not each.kind),
            actions=tuple(given[item.id]),
        )
        for item in agenda_of(meeting).items
    ]


def what_follows(meeting: Meeting, taken: ItemTaken) -> dict[str, Follows]:
    """What agreeing each decision of an item would do as things stand; nothing for what is agreed already."""
    wanted = (each.wanted for each in taken.decisions if not (each.decided and each.decided.agreed))
    return {each.id: settling.follows(each.id, each.requirement, meeting.review) for each in wanted}


def agenda_of(meeting: Meeting) -> Agenda:
    """The agenda of a meeting's kind."""
    return method.agenda(meeting.review, meeting.kind)


def agreed(review: Review, requirement: str) -> dict[str, Decision]:
    """What meetings have agreed for a requirement, by the decision's id: what a later area's check asks for (2.3.b).

    A decision that a later meeting took back counts as that meeting left it.
    """
    decisions = Decision.objects.filter(meeting__review=review, requirement=requirement, meeting__cancelled_because="")
    latest = {each.kind: each for each in decisions.select_related("meeting").order_by("meeting__starts", "at")}
    return {kind: each for kind, each in latest.items() if each.agreed}


def open_actions(review: Review) -> QuerySet[Action]:
    """The actions of a review's meetings that are not done, by when they are due."""
    found = Action.objects.filter(meeting__review=review, done_on__isnull=True)
    return found.select_related("owner", "meeting")


def actions_of(*, review: Review, viewer: User) -> list[Action]:
    """Every action of a review's meetings, open ones first, for who may see them."""
    found = Action.objects.filter(meeting__review=review).select_related("owner", "meeting", "done_by")
    seen = visible(viewer, Permission.PANEL_READ, found)
    return sorted(seen, key=lambda each: (each.done_on is not None, each.due_on))


def may_write(*, review: Review, viewer: User) -> bool:
    """Whether the viewer keeps the record of the review's meetings."""
    return may(viewer, Permission.MEETING_WRITE, review)


def may_approve(*, review: Review, viewer: User) -> bool:
    """Whether the viewer may approve minutes of meetings they chaired."""
    return may(viewer, Permission.MINUTES_APPROVE, review)


def _meetings(review: Review) -> QuerySet[Meeting]:
    return Meeting.objects.filter(review=review).select_related("review__board", "approved_by", "called_by")


def _with_records(meetings: Iterable[Meeting]) -> list[Held]:
    meetings = list(meetings)
    seats: dict[object, list[Attendance]] = defaultdict(list)
    for seat in Attendance.objects.filter(meeting__in=meetings).select_related("agency", "member"):
        seats[seat.meeting_id].append(seat)
    minutes = {each.meeting_id: each for each in Minutes.objects.filter(meeting__in=meetings).order_by("number")}
    decided: dict[object, set[str]] = defaultdict(set)
    for meeting, kind in Decision.objects.filter(meeting__in=meetings).values_list("meeting_id", "kind"):
        decided[meeting].add(kind)
    return [
        Held(
            meeting=each,
            attendance=tuple(seats[each.pk]),
            lacks=_lacks(each, seats[each.pk], minutes.get(each.pk), decided[each.pk]),
            minutes=minutes.get(each.pk),
        )
        for each in meetings
    ]


def _lacks(meeting: Meeting, seats: list[Attendance], minutes: Minutes | None, decided: set[str]) -> tuple[str, ...]:
    if meeting.cancelled_because or timezone.localdate(meeting.starts) > timezone.localdate():
        return ()
    wanted = [decision for item in agenda_of(meeting).items for decision in item.decisions]
    missed = [each for each in seats if each.came in MISSED]
    return lacking(
        Kept(
            title=meeting.title,
            attended=sum(bool(each.came) and Came(each.came).in_the_room for each in seats),
            unrecorded=sum(not each.came for each in seats),
            undecided=[each.words for each in wanted if each.id not in decided],
            minutes=minutes is not None,
            approved=meeting.approved_at is not None,
            absent=len(missed),
            told=sum(each.told_at is not None for each in missed),
        )
    )
