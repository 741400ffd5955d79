"""Reads of the timetable: its plan, what a change would do, how far it has drifted, its picture and its table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from threadline.access.memory import once
from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.database.compiled import compiled
from threadline.domain.dates.working_days import Length, WorkingCalendar
from threadline.domain.timetable.drift import AgainstLine, Drift, Moved, against_line, drift_of
from threadline.domain.timetable.milestones import Milestone
from threadline.domain.timetable.picture import Line, Picture, draw
from threadline.domain.timetable.plan import Plan, draw_up
from threadline.domain.timetable.small import draw_small
from threadline.reviews import telling
from threadline.reviews.method import pack_of
from threadline.reviews.models import DateMoved, PlannedMilestone, Review, Timetable
from threadline.ui.words import day

START = "decision"


def calendar_of(timetable: Timetable) -> WorkingCalendar:
    """England's working days, less those on which the Board does not work."""
    return WorkingCalendar(frozenset(map(date.fromisoformat, timetable.closed)))


def rule_of(row: PlannedMilestone) -> Milestone:
    """A milestone as the domain knows it."""
    return Milestone(
        id=row.key, title=row.title, lane=row.lane, after=tuple(row.after), before=row.before,
        gap=Length.parse(row.gap or "0 days"), slack=row.slack,
    )  # fmt: skip


def plan_of(timetable: Timetable, rows: Iterable[PlannedMilestone]) -> Plan:
    """The plan as it stands."""
    rows = list(rows)
    return draw_up(
        map(rule_of, rows),
        given={row.key: row.planned_on for row in rows if row.planned_on},
        done={row.key: row.done_on for row in rows if row.done_on},
        fixed=frozenset(row.key for row in rows if row.fixed),
        calendar=calendar_of(timetable),
    )


def first_plan(timetable: Timetable, rows: Iterable[PlannedMilestone]) -> Plan:
    """The plan as it was first agreed."""
    rows = list(rows)
    given = {row.key: row.first_on for row in rows if row.first_on}
    return draw_up(map(rule_of, rows), given=given, calendar=calendar_of(timetable))


def moved(move: DateMoved) -> Moved:
    """A change of dates as the domain knows it."""
    return Moved(move.because, {key: (_day(old), _day(new)) for key, (old, new) in move.effects.items()})


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@dataclass(frozen=True, slots=True)
class TimetableShown:
    """The timetable as its page shows it."""

    timetable: Timetable
    plan: Plan
    picture: Picture
    drift: Drift | None
    drifted: tuple[str, ...]
    line: AgainstLine | None
    clashes: tuple[str, ...]
    moves: tuple[DateMoved, ...]
    roles: Mapping[str, str]
    may_write: bool
    may_agree: bool


def of_review(*, review: Review, viewer: User) -> Timetable | None:
    """The review's timetable, None while there is none."""
    found = Timetable.objects.filter(review=review).select_related("drawn_by", "agreed_by", "review__board")
    return visible(viewer, Permission.REVIEW_READ, found).prefetch_related("milestones", "moves__by").first()


def shown(timetable: Timetable, *, viewer: User) -> TimetableShown:
    """All that its page says."""
    rows, review = list(timetable.milestones.all()), timetable.review
    pack = pack_of(review)
    plan, first = plan_of(timetable, rows), first_plan(timetable, rows) if timetable.agreed_on else None
    line = against_six_months(plan, review)
    moves = tuple(timetable.moves.all())
    told = [moved(move) for move in moves]
    drifts = [drift_of(first, plan, told, row.key) for row in rows if first and row.first_on and plan.on(row.key)]
    return TimetableShown(
        timetable=timetable,
        plan=plan,
        picture=picture_of(plan, review, first=first, line=line),
        drift=next((each for row, each in zip([r for r in rows if r.first_on and plan.on(r.key)], drifts, strict=False)
                    if row.key == pack.timetable.finish), None),
        drifted=tuple(each.sentence for each in drifts if each.days),
        line=line,
        clashes=plan.clashes(),
        moves=moves,
        roles={row.key: pack.role_title(row.role) for row in rows},
        may_write=may(viewer, Permission.TIMETABLE_WRITE, review),
        may_agree=timetable.agreed_on is None and may(viewer, Permission.TIMETABLE_AGREE, review),
    )  # fmt: skip


def picture_of(plan: Plan, review: Review, *, first: Plan | None = None, line: AgainstLine | None = None) -> Picture:
    """The picture of a plan, with today's line and the six-month line, and the table that says the same."""
    return draw(
        plan,
        title=f"Timetable of review {review.reference}",
        today=timezone.localdate(),
        first=first,
        lines=[Line(line.line, line_title(review))] if line else [],
        lanes={lane.id: lane.title for lane in pack_of(review).timetable.lanes},
    )


def at_a_glance(*, review: Review, viewer: User) -> str:
    """The small picture of the timetable for a review's first page; "" while there is none to see."""
    with review_scope(review):
        timetable = of_review(review=review, viewer=viewer)
        if timetable is None:
            return ""
        plan = plan_of(timetable, timetable.milestones.all())
    line = against_six_months(plan, review)
    return draw_small(
        plan, title=f"Timetable of review {review.reference} at a glance", today=timezone.localdate(),
        lines=[Line(line.line, line_title(review))] if line else [],
        lanes={lane.id: lane.title for lane in pack_of(review).timetable.lanes},
    )  # fmt: skip


def finished_on(review: Review) -> date | None:
    """When the review was completed, as its timetable has it: the milestone that the method ends with."""
    with review_scope(review):
        rows = PlannedMilestone.objects.filter(timetable__review=review, key=pack_of(review).timetable.finish)
        return rows.values_list("done_on", flat=True).first()


def line_title(review: Review) -> str:
    """What the clock that the timetable is held against is called: "Six months"."""
    pack = pack_of(review)
    return next(clock.title for clock in pack.clocks if clock.id == pack.timetable.line)


def against_six_months(plan: Plan, review: Review) -> AgainstLine | None:
    """How completion stands to the line that the method draws; None while the review's start has no day."""
    pack = pack_of(review)
    clock = next(each for each in pack.clocks if each.id == pack.timetable.line)
    start = plan.on(START) if START in plan.by_id else None
    if start is None or pack.timetable.finish not in plan.by_id:
        return None
    return against_line(
        plan, pack.timetable.finish, started=start, length=clock.length, line_title=f"the line of {clock.title.lower()}"
    )


@dataclass(frozen=True, slots=True)
class InTheBar:
    """What the bar of a review says of its timetable."""

    next_date: str = ""
    days_left: str = ""


def in_the_bar(*, review: Review) -> InTheBar:
    """The next date and the days left to the six-month line, in words; nothing while there is no timetable."""
    rows = once(lambda: _planned(review=review.pk), "milestones", review.pk)
    if not rows:
        return InTheBar()
    today, pack = timezone.localdate(), pack_of(review)
    ahead = sorted((row.planned_on, row.title) for row in rows if row.planned_on and not row.done_on)
    ahead = [each for each in ahead if each[0] >= today]
    start = next((row.done_on or row.planned_on for row in rows if row.key == START), None)
    over = any(row.done_on for row in rows if row.key == pack.timetable.finish)
    clock = next(each for each in pack.clocks if each.id == pack.timetable.line)
    left = (WorkingCalendar().after(start, clock.length) - today).days if start and not over else None
    return InTheBar(f"{ahead[0][1]} on {day(ahead[0][0])}" if ahead else "", _left(left))


@compiled(review=UUID)
def _planned(review: UUID) -> QuerySet[PlannedMilestone]:
    with review_scope(Review(pk=review)):
        return PlannedMilestone.objects.all()


def _left(days: int | None) -> str:
    if days is None:
        return ""
    count = f"{abs(days)} day{'s' if abs(days) != 1 else ''}"
    return f"{count} to the six-month line" if days >= 0 else f"{count} past the six-month line"


def told_of_a_move(*, review: Review) -> list[str]:
    """Who will be told that a date has moved, each with the role in which they are here."""
    pack = pack_of(review)
    return sorted({f"{each.user} ({pack.role_title(each.role_key)})" for each in telling.to_tell(review, "date-moved")})


def version_of(timetable: Timetable) -> int:
    """The version as it is now."""
    return Timetable.objects.values_list("version", flat=True).get(pk=timetable.pk)


def may_draw(*, review: Review, viewer: User) -> bool:
    """Whether the viewer may draw up the timetable and move its dates."""
    return may(viewer, Permission.TIMETABLE_WRITE, review)
