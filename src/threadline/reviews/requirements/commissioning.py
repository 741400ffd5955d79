"""What scope, timetable, proceedings and holds tell of the method's requirements. Called within the review's scope."""

from django.urls import reverse

from threadline.access.memory import once
from threadline.domain.dates.working_days import count
from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.registry import ACTS, CHECKS
from threadline.reviews.actions.opening import Dates, judge
from threadline.reviews.actions.proceedings import unanswered
from threadline.reviews.method import pack_of
from threadline.reviews.models import Hold, Process, Review, Scope, Timetable
from threadline.reviews.queries.timetable import against_six_months, drift_of, first_plan, moved, plan_of
from threadline.ui.words import day

Standing = Process.Standing


def _scope_link(review: Review) -> str:
    return reverse("reviews:scope", args=[review.reference])


def _scopes(review: Review) -> tuple[Scope | None, Scope | None]:
    """The scope agreed last, and the version that is open."""
    states = (Scope.State.AGREED, Scope.State.DRAFT, Scope.State.PROPOSED)
    known = Scope.objects.filter(review=review, state__in=states).order_by("-number")
    found = once(lambda: list(known), "scopes", review.pk)
    agreed = next((each for each in found if each.state == Scope.State.AGREED), None)
    return agreed, next((each for each in found if each.state != Scope.State.AGREED), None)


def _no_scope(review: Review, scope: Scope | None) -> Outcome:
    said = (
        f"{scope} is {scope.get_state_display().lower()}, and not agreed yet." if scope else "No scope is agreed yet."
    )
    return Outcome.not_met(said, link=_scope_link(review))


@CHECKS.check("threshold.scope_versioned")
def scope_versioned(review: Review) -> Outcome:
    """Whether the scope is agreed; every later change is a version by the way it is made (2.1.i)."""
    scope, opened = _scopes(review)
    if scope is None:
        return _no_scope(review, opened)
    kept = Scope.objects.filter(review=review, state=Scope.State.AGREED).count()
    said = f"{scope} is agreed. {count(kept, 'agreed version')} kept, each with who, when and why."
    return Outcome.met(said, on=scope.agreed_on, link=_scope_link(review))


@CHECKS.check("threshold.proportionality_recorded")
def proportionality_recorded(review: Review) -> Outcome:
    """Whether the agreed scope says how large and complex the case is and why this form fits it (1.a)."""
    scope, opened = _scopes(review)
    if scope is None:
        return _no_scope(review, opened)
    if not (scope.scale and scope.complexity and scope.why_this_form):
        return Outcome.not_met(
            "The scope does not say why this form of review fits the case.", link=_scope_link(review)
        )
    return Outcome.met(
        "The scope says how large and complex the case is, and why this form of review fits it.",
        on=scope.agreed_on,
        link=_scope_link(review),
    )


@CHECKS.check("threshold.period_agreed")
def period_agreed(review: Review) -> Outcome:
    """Whether a period within the method's limits is agreed, with the key points of what lies before it (2.1.c)."""
    scope, opened = _scopes(review)
    if scope is None:
        return _no_scope(review, opened)
    dates = Dates(scope.incident_on, scope.period_from, scope.period_to, scope.period_reason)
    judged = judge(dates, pack_of(review))
    if not judged.may_be_agreed:
        return Outcome.not_met(*judged.sentences, link=_scope_link(review))
    points = scope.key_points.count()
    if not points and not scope.no_history:
        return Outcome.not_met("Earlier history is not put as key points yet.", link=_scope_link(review))
    history = count(points, "key point") + " of earlier history." if points else "Nothing earlier bears on the case."
    said = f"The period is {day(scope.period_from)} to {day(scope.period_to)}. {history}"
    return Outcome.met(said, on=scope.agreed_on, link=_scope_link(review))


@CHECKS.check("threshold.information_sources_agreed")
def information_sources_agreed(review: Review) -> Outcome:
    """Whether further sources are agreed with how each contributes, other areas' Boards among them (2.3.f)."""
    scope, opened = _scopes(review)
    if scope is None:
        return _no_scope(review, opened)
    sources = list(scope.sources.all())
    boards = [each for each in sources if each.is_board]
    lacking = [] if sources else ["The scope names no further source of information."]
    if not boards and not scope.no_other_boards:
        lacking.append("It does not say whether another area's Board is concerned.")
    if lacking:
        return Outcome.not_met(*lacking, link=_scope_link(review))
    said = f"{count(len(sources), 'further source')} agreed, each with how it contributes."
    other = f"{count(len(boards), 'other Board')} among them." if boards else "No other area's Board is concerned."
    return Outcome.met(said, other, on=scope.agreed_on, link=_scope_link(review))


def _processes_link(review: Review) -> str:
    return reverse("reviews:processes", args=[review.reference])


@CHECKS.check("reviews.parallel_processes_identified")
def parallel_processes_identified(review: Review) -> Outcome:
    """Whether it is on record of every kind of proceedings that there is one, or that none is known (2.1.f)."""
    found = list(Process.objects.filter(review=review))
    if lacking := unanswered(found):
        said = f"Nobody has said yet whether there is any: {', '.join(lacking)}."
        return Outcome.not_met(said, link=_processes_link(review))
    there = [str(each) for each in found if each.standing != Standing.NONE]
    return Outcome.met(f"{'; '.join(there) or 'None is known'}.", link=_processes_link(review))


@CHECKS.check("reviews.parallel_processes_confirmed")
def parallel_processes_confirmed(review: Review) -> Outcome:
    """Whether a meeting has confirmed what runs beside the review, with opportunities and risks (2.3.e)."""
    found = list(Process.objects.filter(review=review))
    waiting = [str(each) for each in found if each.confirmed_on is None]
    if waiting or unanswered(found):
        said = (
            f"Not confirmed yet: {'; '.join(waiting)}." if waiting else "Not every kind of proceedings is answered yet."
        )
        return Outcome.not_met(said, link=_processes_link(review))
    on = max(each.confirmed_on for each in found if each.confirmed_on)
    return Outcome.met(
        "A meeting has confirmed them, with their opportunities and risks.", on=on, link=_processes_link(review)
    )


@CHECKS.check("reviews.proceedings_planned_for")
def proceedings_planned_for(review: Review) -> Outcome:
    """Whether whoever leads each process was spoken with, what must wait is settled, and a hold stops it (2.2.f)."""
    found = list(Process.objects.filter(review=review).prefetch_related("contacts"))
    if unanswered(found):
        return Outcome.not_met(
            "It is not known of every kind of proceedings whether there is any.", link=_processes_link(review)
        )
    live = [each for each in found if each.standing in (Standing.EXPECTED, Standing.RUNNING)]
    if not live:
        return Outcome.not_applicable("No proceedings run beside the review.", link=_processes_link(review))
    holds = list(Hold.objects.filter(review=review))
    lacking = [said for each in live for said in _unplanned(each, holds)]
    if lacking:
        return Outcome.not_met(*lacking, link=_processes_link(review))
    return Outcome.met("It is settled of each what must wait and what may go on.", link=_processes_link(review))


def _unplanned(process: Process, holds: list[Hold]) -> list[str]:
    """What is not planned yet for one process. A hold that was released has done its part."""
    said = []
    if not process.contacts.all():
        said.append(f"Nobody is on record as spoken with about “{process}”.")
    if process.settled_on is None:
        said.append(f"It is not settled what must wait for “{process}” and what may go on.")
    stopped = {act for hold in holds for act in hold.acts}
    if loose := [ACTS.get(act, act) for act in process.waits if act not in stopped]:
        said.append(f"No hold stops what must wait for “{process}”: {', '.join(loose)}.")
    return said


def _timetable(review: Review) -> Timetable | None:
    known = Timetable.objects.filter(review=review).prefetch_related("milestones", "moves")
    return once(known.first, "timetable", review.pk)


def _no_timetable(review: Review, found: Timetable | None) -> Outcome:
    said = "The timetable is drawn up, and not agreed yet." if found else "There is no timetable yet."
    return Outcome.not_met(said, link=reverse("reviews:timetable", args=[review.reference]))


@CHECKS.check("reviews.timetable_agreed")
def timetable_agreed(review: Review) -> Outcome:
    """Whether the timetable is agreed, with a day for every milestone and room for slippage (2.3.g)."""
    found = _timetable(review)
    if found is None or found.agreed_on is None:
        return _no_timetable(review, found)
    link = reverse("reviews:timetable", args=[review.reference])
    undated = [row.title for row in found.milestones.all() if not (row.done_on or row.planned_on)]
    if undated:
        return Outcome.not_met(f"Without a date: {', '.join(undated)}.", link=link)
    line = against_six_months(plan_of(found, found.milestones.all()), review)
    said = [f"{count(len(found.milestones.all()), 'date')} agreed, with room for slippage."]
    return Outcome.met(*said, *([line.sentence] if line else []), on=found.agreed_on, link=link)


@CHECKS.check("reviews.drift_shown")
def drift_shown(review: Review) -> Outcome:
    """How far completion has drifted from the day first agreed, and from what (2.7.b)."""
    found = _timetable(review)
    if found is None or found.agreed_on is None:
        return _no_timetable(review, found)
    rows = list(found.milestones.all())
    link, finish = reverse("reviews:timetable", args=[review.reference]), pack_of(review).timetable.finish
    first, now = first_plan(found, rows), plan_of(found, rows)
    if finish not in now.by_id or first.on(finish) is None or now.on(finish) is None:
        return Outcome.not_met("Completion has no date, so drift cannot be told.", link=link)
    return Outcome.met(drift_of(first, now, map(moved, found.moves.all()), finish).sentence, link=link)
