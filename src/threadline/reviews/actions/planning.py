"""Drawing up the timetable, agreeing it, moving its dates (2.3.g, 2.7.b)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.domain.dates.working_days import Length, Unit, in_words
from threadline.domain.timetable.milestones import FaultyTimetable
from threadline.domain.timetable.plan import Plan, draw_up
from threadline.domain.timetable.slippage import CannotMove, Effect, Shift, complete, move, proclaim
from threadline.reviews import telling
from threadline.reviews.actions.overtaking import Overtaken
from threadline.reviews.method import pack_of
from threadline.reviews.models import DateMoved, PlannedMilestone, Review, Timetable
from threadline.reviews.queries.timetable import START, calendar_of, plan_of

reached: list[Callable[[Review], Mapping[str, date]]] = []
"""What later areas know of milestones that were reached before a timetable was drawn up, by key, each with its day."""


@action(Permission.TIMETABLE_WRITE, records="reviews.timetable_drawn")
def draw_up_timetable(*, by: User, review: Review, decided_on: date) -> Timetable:
    """Propose a date for every milestone of the method, from the day of the Chair's decision.

    Raises Refused where there is a timetable already, or the decision lies before the incident.
    """
    if decided_on < review.incident_on:
        raise Refused("The decision to hold a review came after the incident. Check the date.")
    timetable = Timetable(review=review, drawn_by=by)
    try:
        with transaction.atomic():
            timetable.save()
    except IntegrityError:
        raise Refused("This review has a timetable already. Move its dates instead.") from None
    rules = pack_of(review).timetable.milestones
    done = {START: decided_on} if decided_on <= timezone.localdate() else {}
    keys = {rule.id for rule in rules}
    done |= {key: on for told in reached for key, on in told(review).items() if key in keys and on >= decided_on}
    plan = draw_up(rules, given={START: decided_on}, done=done)
    for order, rule in enumerate(rules):
        entry = plan.by_id[rule.id]
        PlannedMilestone(
            timetable=timetable, key=rule.id, title=rule.title, lane=rule.lane, role=rule.role,
            after=list(rule.after), before=rule.before, gap=str(rule.gap), slack=rule.slack, order=order,
            planned_on=entry.planned, done_on=entry.done,
        ).save()  # fmt: skip
    return timetable


@action(Permission.TIMETABLE_AGREE, records="reviews.timetable_agreed", on="timetable")
def agree_timetable(
    *, by: User, timetable: Timetable, version: int, agreed_on: date, meeting: str = ""
) -> Timetable:  # fmt: skip
    """Agree the timetable: its dates are those from which drift is counted. Raises Overtaken, Refused."""
    return agree(timetable, version=version, agreed_by=by, agreed_on=agreed_on, meeting=meeting)


def agree(timetable: Timetable, *, version: int, agreed_by: User, agreed_on: date, meeting: str) -> Timetable:
    """Agree it, within an act that has asked the policy. Raises Overtaken, Refused."""
    timetable = _current(timetable, version)
    if timetable.agreed_on is not None:
        raise Refused("The timetable is agreed already.")
    if agreed_on > timezone.localdate():
        raise Refused("A timetable is agreed today or earlier. Check the date.")
    if clashes := plan_of(timetable, timetable.milestones.all()).clashes():
        raise Refused(f"Put right what cannot be before it is agreed. {' '.join(clashes)}")
    timetable.agreed_on, timetable.agreed_by, timetable.agreed_at_meeting = agreed_on, agreed_by, meeting.strip()
    timetable.save()
    for row in timetable.milestones.all():
        row.first_on = row.done_on or row.planned_on
        row.save()
    return timetable


def preview(timetable: Timetable, key: str, to: date, *, done: bool = False) -> Effect:
    """What moving a milestone, or recording that it was reached, would do. Changes nothing. Raises Refused."""
    rows = list(timetable.milestones.all())
    if key not in {row.key for row in rows}:
        raise Refused("That is not a milestone of this timetable.")
    if done and to > timezone.localdate():
        raise Refused("A milestone is reached today or earlier. To plan it, move its date.")
    try:
        return (complete if done else move)(plan_of(timetable, rows), key, to)
    except CannotMove as fault:
        raise Refused(str(fault)) from None


@action(Permission.TIMETABLE_WRITE, records="reviews.date_moved", on="timetable")
def move_milestone(
    *, by: User, timetable: Timetable, version: int, key: str, to: date, because: str, fixed: bool = False,
    done: bool = False,
) -> Effect:  # fmt: skip
    """Move a milestone, or record that it was reached (`done`); everything that depends on it moves with it.

    `fixed` settles the day: a later slip does not move it, and is shown as a clash. The people of the review are told.
    Raises Overtaken; Refused without a reason once the timetable is agreed.
    """
    timetable = _current(timetable, version)
    effect = preview(timetable, key, to, done=done)
    changed = any(shift.id != key for shift in effect.moved) or any(shift.days for shift in effect.moved)
    if timetable.agreed_on and changed and not because.strip():
        raise Refused("Say what the change comes from. It is counted in the drift under that reason.")
    timetable.save()
    row = next(each for each in timetable.milestones.all() if each.key == key)
    row.fixed = fixed and not done
    _keep(timetable, effect, settled=row)
    own = next((shift for shift in effect.moved if shift.id == key), None)
    what = f"{row.title}: {'done on' if done else 'moved to'} {in_words(to)}"
    _record(timetable, by, what, because, effect.moved)
    if own is not None and own.old is not None:
        _tell(timetable, by, row, own)
    return effect


def reach(*, by: User, review: Review, key: str, on: date, because: str) -> Effect | None:
    """Record that a milestone was reached by what was done elsewhere; None where there is none to reach.

    It is an act of its own, by whoever did the other: `because` says what that was. Raises Denied.
    """
    row = PlannedMilestone.objects.filter(timetable__review=review, key=key, done_on__isnull=True).first()
    if row is None:
        return None
    timetable = Timetable.objects.select_related("review__board").get(pk=row.timetable_id)
    return move_milestone(
        by=by, timetable=timetable, version=timetable.version, key=key, to=on, because=because, done=True
    )


@action(Permission.TIMETABLE_WRITE, records="reviews.milestone_added", on="timetable")
def add_milestone(
    *, by: User, timetable: Timetable, version: int, title: str, lane: str, after: Sequence[str], to: date
) -> PlannedMilestone:  # fmt: skip
    """Fit a milestone of the review's own into the timetable there is, such as a further panel meeting (2.7.b).

    Raises Overtaken; Refused without a title, for a lane or a milestone that does not exist, or on a day that is too
    early for what it comes after.
    """
    timetable = _current(timetable, version)
    rows = list(timetable.milestones.all())
    if not title.strip():
        raise Refused("Say what the milestone is.")
    if lane not in {each.id for each in pack_of(timetable.review).timetable.lanes}:
        raise Refused("Choose one of the lanes of the timetable.")
    row = PlannedMilestone(
        timetable=timetable, key=f"own-{uuid4().hex[:12]}", title=title.strip(), lane=lane, role="panel_chair",
        after=list(after), gap=str(Length(0, Unit.DAYS)), order=len(rows), planned_on=to, own=True,
        first_on=to if timetable.agreed_on else None,
    )  # fmt: skip
    try:
        plan = plan_of(timetable, [*rows, row])
    except FaultyTimetable as fault:
        raise Refused(str(fault)) from None
    if plan.by_id[row.key].clashes:
        raise Refused(" ".join(plan.clashes()))
    row.save()
    timetable.save()
    return row


@action(Permission.TIMETABLE_WRITE, records="reviews.day_closed", on="timetable")
def close_day(*, by: User, timetable: Timetable, version: int, closed: date, because: str) -> Effect:
    """Take a day as no working day: what is planned for it moves on, with what waits. Raises Overtaken, Refused."""
    timetable = _current(timetable, version)
    off = calendar_of(timetable).why_not_working(closed)
    if off:
        raise Refused(f"That day is {off}: nothing is planned for it anyway.")
    if timetable.agreed_on and not because.strip():
        raise Refused("Say why nobody works that day. It is counted in the drift under that reason.")
    effect = closing(timetable, closed)
    timetable.closed = sorted([*timetable.closed, closed.isoformat()])
    timetable.save()
    _keep(timetable, effect)
    _record(timetable, by, f"{in_words(closed)} is not a working day", because, effect.moved)
    return effect


def closing(timetable: Timetable, closed: date) -> Effect:
    """What taking a day as no working day would do. Changes nothing."""
    return proclaim(plan_of(timetable, timetable.milestones.all()), closed)


def _current(timetable: Timetable, version: int) -> Timetable:
    found = Timetable.objects.select_for_update(of=("self",)).select_related("review__board").get(pk=timetable.pk)
    if found.version != version:
        raise Overtaken("Somebody changed the timetable while this page was open. Look at it again, then go on.")
    found.version += 1
    return found


def _keep(timetable: Timetable, effect: Effect, *, settled: PlannedMilestone | None = None) -> None:
    """Write the plan that a change leaves; only the rows that it changes."""
    plan: Plan = effect.plan
    for row in timetable.milestones.all():
        entry = plan.by_id[row.key]
        row = settled if settled is not None and settled.key == row.key else row
        if row is settled or (row.planned_on, row.done_on) != (entry.planned, entry.done):
            row.planned_on, row.done_on = entry.planned, entry.done
            row.save()


def _record(timetable: Timetable, by: User, what: str, because: str, shifts: Sequence[Shift]) -> None:
    """Keep what a change did, once the timetable is agreed: before that its dates are only proposed."""
    if timetable.agreed_on and shifts:
        effects: Mapping[str, list[str]] = {
            shift.id: [shift.old.isoformat() if shift.old else "", shift.new.isoformat()] for shift in shifts
        }
        DateMoved(timetable=timetable, what=what, because=because.strip(), effects=effects, by=by).save()


def _tell(timetable: Timetable, by: User, row: PlannedMilestone, shift: Shift) -> None:
    link = reverse("reviews:timetable", args=[timetable.review.reference])
    title = "a date of the timetable" if row.own else row.title
    told = {"milestone": title, "moved_from": shift.old, "moved_to": shift.new}
    telling.tell(timetable.review, "date-moved", by=by, link=link, **told)
