"""What the Panel's decisions settle in the review: its scope, its timetable, what is known of other proceedings.

Each is agreed in the name of whoever chaired the meeting, who must be one who may agree it; who keeps the record only
records it.
"""

from datetime import date

from django.utils import timezone

from threadline.access.acting import action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.domain.dates.working_days import in_words
from threadline.panel import settling
from threadline.panel.actions.access import Overtaken
from threadline.panel.models import Meeting
from threadline.panel.queries import barred
from threadline.panel.settling import Settles, Word
from threadline.reviews.actions import planning, proceedings, scoping
from threadline.reviews.method import pack_of
from threadline.reviews.models import Process, Review, Scope, Timetable
from threadline.reviews.queries.scope import opened

CHANGED = "What this decision would settle was changed while this page was open. Look at it again, then decide."


def unchanged(word: Word, now: str) -> None:
    """Raises Overtaken where what is to be settled is no longer what the page showed."""
    if word.seen is not None and word.seen != now:
        raise Overtaken(CHANGED)


def timetable_seen(review: Review) -> str:
    """The timetable as it stands: "" while there is none."""
    found = Timetable.objects.filter(review=review).values_list("version", flat=True).first()
    return f"timetable {found}" if found else ""


def timetable_does(review: Review) -> str:
    """What agreeing the timetable does, or that it was agreed before."""
    found = Timetable.objects.filter(review=review).first()
    if found is not None and found.agreed_on is not None:
        return f"It was agreed on {in_words(found.agreed_on)}. The decision confirms it in the minutes."
    return "The timetable is agreed with it. Drift is counted from its dates as they stand now."


def settle_timetable(word: Word) -> str:
    """The timetable is agreed, unless it was before; its dates are those from which drift is counted (2.3.g)."""
    found = Timetable.objects.select_related("review__board").get(review=word.meeting.review)
    if found.agreed_on is None:
        chair = word.of_who_may(Permission.TIMETABLE_AGREE)
        unchanged(word, timetable_seen(word.meeting.review))
        _agree_timetable(by=word.by, timetable=found, meeting=word.meeting, chair=chair)
    return f"reviews.timetable:{found.pk}"


@action(Permission.MEETING_WRITE, records="reviews.timetable_agreed", on="timetable")
def _agree_timetable(*, by: User, timetable: Timetable, meeting: Meeting, chair: User) -> Timetable:
    return planning.agree(
        timetable, version=timetable.version, agreed_by=chair, agreed_on=_day(meeting), meeting=meeting.title
    )


def processes_seen(review: Review) -> str:
    """What is known of other proceedings as it stands."""
    return " ".join(sorted(proceedings.seen_of(Process.objects.filter(review=review))))


def settle_processes(word: Word) -> str:
    """What runs beside the review is confirmed, with the opportunities and risks of each (2.3.e)."""
    chair = word.of_who_may(Permission.PROCESS_CONFIRM)
    unchanged(word, processes_seen(word.meeting.review))
    done = _confirm_processes(by=word.by, review=word.meeting.review, meeting=word.meeting, chair=chair)
    return f"reviews.process:{len(done)}"


@action(Permission.MEETING_WRITE, records="reviews.processes_confirmed")
def _confirm_processes(*, by: User, review: Review, meeting: Meeting, chair: User) -> list[Process]:
    seen = processes_seen(review).split()
    return proceedings.confirm(review, seen=seen, confirmed_by=chair, on=_day(meeting), meeting=meeting.title)


def scope_seen(review: Review) -> str:
    """The version of the scope that is proposed, as it stands; "" where none is."""
    found = opened(review)
    return f"scope {found.number} {found.version}" if found is not None and found.state == Scope.State.PROPOSED else ""


def scope_does(review: Review) -> str:
    """Which version is agreed with the decision, or that it was agreed before."""
    found = opened(review)
    if found is not None and found.state == Scope.State.PROPOSED:
        return f"{found} of the scope is agreed with it and comes into force."
    return "The scope was agreed before. The decision confirms it in the minutes."


def settle_scope(word: Word) -> str:
    """The version that is proposed is agreed and in force; where none is, the one agreed before stands (2.1.i)."""
    review, found = word.meeting.review, opened(word.meeting.review)
    if found is None or found.state != Scope.State.PROPOSED:
        unchanged(word, "")
        return ""
    chair = word.of_who_may(Permission.SCOPE_AGREE)
    unchanged(word, scope_seen(review))
    _agree_scope(by=word.by, scope=found, meeting=word.meeting, chair=chair)
    return f"reviews.scope:{found.pk}"


@action(Permission.MEETING_WRITE, records="reviews.scope_agreed", on="scope")
def _agree_scope(*, by: User, scope: Scope, meeting: Meeting, chair: User) -> Scope:
    return scoping.agree(scope, version=scope.version, agreed_by=chair, agreed_on=_day(meeting), meeting=meeting.title)


def reach(*, by: User, meeting: Meeting, decision: str = "") -> None:
    """Record in the timetable what the meeting reaches: by being held, or by the decision it has agreed (2.7.b)."""
    for each in pack_of(meeting.review).timetable.milestones:
        if (each.decision == decision) if decision else (each.meeting == meeting.kind):
            because = f"{each.title}: the {meeting.title} of {in_words(_day(meeting))}."
            planning.reach(by=by, review=meeting.review, key=each.id, on=_day(meeting), because=because)


def _day(meeting: Meeting) -> date:
    return timezone.localdate(meeting.starts)


ON_RECORD = "That is on record. The decision confirms it in the minutes."

TIED = {
    # The threshold meeting
    "threshold_recommended": Settles(bar=barred.until("threshold.decision_recorded"), does=ON_RECORD),
    "panel_identified": Settles(bar=barred.panel_identified, does=ON_RECORD),
    "chair_identified": Settles(bar=barred.chair_identified, does=ON_RECORD),
    "period_agreed": Settles(
        "The period stands in the scope. It comes into force with it.", bar=barred.period
    ),
    "proportion_agreed": Settles(
        "The reasons stand in the scope. They come into force with it.", bar=barred.proportion
    ),
    "agencies_named": Settles(bar=barred.until("threshold.contributors_identified"), does=ON_RECORD),
    "agencies_to_be_tasked": Settles(
        "It stands in the minutes. The agencies are asked when their letters are sent, on the page of the letters."
    ),
    "processes_identified": Settles(bar=barred.until("reviews.parallel_processes_identified"), does=ON_RECORD),
    "initial_scope_agreed": Settles(
        scope_does, bar=barred.scope, seen=scope_seen, act=settle_scope,
    ),
    # The initial meeting
    "membership_confirmed": Settles(
        "It stands in the minutes. Agencies without a member stay open on the page of the Panel.",
        bar=barred.membership,
    ),
    "co_reviewer_decided": Settles(bar=barred.co_reviewer, does=ON_RECORD),
    "bodies_confirmed": Settles(bar=barred.until("threshold.national_bodies_told"), does=ON_RECORD),
    "analyses_reviewed": Settles("With this decision the requirement is met."),
    "processes_confirmed": Settles(
        "What runs beside the review is confirmed with it, as it stands on its page.",
        bar=barred.processes, seen=processes_seen, act=settle_processes,
    ),
    "waiting_settled": Settles(bar=barred.until("reviews.proceedings_planned_for"), does=ON_RECORD),
    "sources_confirmed": Settles(bar=barred.until("threshold.information_sources_agreed"), does=ON_RECORD),
    "timetable_agreed": Settles(
        timetable_does, bar=barred.timetable, seen=timetable_seen, act=settle_timetable,
    ),
    # Further meetings
    "drift_considered": Settles(
        "It stands in the minutes. To fit a further meeting in or to move a date, change the timetable."
    ),
    "outcomes_reviewed": Settles("With this decision, and the one on the draft report, the requirement is met."),
    "draft_commented": Settles("With this decision, and the one on the learning event, the requirement is met."),
}  # fmt: skip


def register() -> None:
    """Say what each decision does of which this area or an earlier one keeps the record."""
    for decision, settles in TIED.items():
        settling.add(decision, settles)
