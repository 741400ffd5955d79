"""Why a decision cannot be agreed as things stand: what it says must be on record first (2.1, 2.2.f, 2.3)."""

from collections.abc import Callable

from threadline.domain.framework.outcome import Verdict
from threadline.domain.framework.registry import CHECKS
from threadline.panel.models import CoReviewerChoice, Member
from threadline.panel.queries import members
from threadline.reviews.actions import proceedings
from threadline.reviews.actions.opening import Dates, judge
from threadline.reviews.method import pack_of
from threadline.reviews.models import Process, Review, Scope, Timetable
from threadline.reviews.queries.scope import agreed, opened
from threadline.reviews.queries.timetable import plan_of


def until(check: str) -> Callable[[Review], str]:
    """A bar that falls once the check is met or does not apply: the check's own reasons say what is wanting."""

    def bar(review: Review) -> str:
        outcome = CHECKS.checks()[check](review)
        return " ".join(outcome.reasons) if outcome.verdict is Verdict.NOT_MET else ""

    return bar


def membership(review: Review) -> str:
    """Nobody serves whose independence is still open."""
    sitting = members.serving(review)
    if not sitting:
        return "Nobody is appointed to the Panel yet."
    open_ = [each.name for each in sitting if each.state in (Member.State.AWAITED, Member.State.REFERRED)]
    return f"It is not settled yet whether these are independent: {', '.join(open_)}." if open_ else ""


def co_reviewer(review: Review) -> str:
    """Whether a co-reviewer is needed is on record with its reasons."""
    if CoReviewerChoice.objects.filter(review=review).exists():
        return ""
    return (
        "Record on the page of the Panel whether a co-reviewer is needed, and why, so that it stands with its reasons."
    )


def panel_identified(review: Review) -> str:
    """Members, the Lead Reviewer and the timetable are there, if only as proposed."""
    posts = {each.post for each in members.serving(review)}
    wanting = [
        said
        for there, said in (
            ("panel_member" in posts, "Nobody is appointed to the Panel yet."),
            ("lead_reviewer" in posts, "No Lead Reviewer is appointed yet."),
            (Timetable.objects.filter(review=review).exists(), "There is no timetable yet."),
        )
        if not there
    ]
    return " ".join(wanting)


def chair_identified(review: Review) -> str:
    """A Panel Chair is appointed, if only to be declared independent."""
    posts = {each.post for each in members.serving(review)}
    return "" if "panel_chair" in posts else "Nobody is appointed as Panel Chair yet."


def scope_in_view(review: Review) -> Scope | None:
    """The version that is open, or else the one agreed last."""
    return opened(review) or agreed(review)


def period(review: Review) -> str:
    """The scope in view has a period that may be agreed."""
    scope = scope_in_view(review)
    if scope is None:
        return "The scope is not begun yet. The period is part of it."
    dates = Dates(scope.incident_on, scope.period_from, scope.period_to, scope.period_reason)
    judged = judge(dates, pack_of(review))
    return "" if judged.may_be_agreed else " ".join(judged.sentences)


def proportion(review: Review) -> str:
    """The scope in view says why this form of review fits."""
    scope = scope_in_view(review)
    said = scope is not None and scope.scale and scope.complexity and scope.why_this_form
    return "" if said else "The scope does not say yet how large and complex the case is, and why this form fits it."


def scope(review: Review) -> str:
    """A version is proposed, or agreed already."""
    found = opened(review)
    if found is not None and found.state == Scope.State.DRAFT and agreed(review) is None:
        return f"{found} of the scope is being prepared. Propose it first, so that the meeting knows what it agrees."
    if found is None and agreed(review) is None:
        return "The scope is not begun yet."
    return ""


def timetable(review: Review) -> str:
    """A timetable is drawn up in which nothing clashes."""
    found = Timetable.objects.filter(review=review).select_related("review__board").first()
    if found is None:
        return "There is no timetable yet. Draw it up first."
    if found.agreed_on is not None:
        return ""
    clashes = plan_of(found, found.milestones.all()).clashes()
    return f"Put right what cannot be. {' '.join(clashes)}" if clashes else ""


def processes(review: Review) -> str:
    """Every kind of proceedings is answered, and each that runs has its opportunities and risks."""
    return proceedings.why_not_confirm(list(Process.objects.filter(review=review)))
