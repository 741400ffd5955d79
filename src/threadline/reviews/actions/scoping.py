"""Preparing a scope, proposing it, agreeing it: each change is a version, with who, when and why (2.1.i)."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.reviews.actions import written
from threadline.reviews.actions.opening import Dates, refuse_unless_agreeable, settle
from threadline.reviews.actions.overtaking import Overtaken
from threadline.reviews.models import KeyPoint, Review, Scope, ScopeAgency, ScopeQuestion, ScopeSource
from threadline.reviews.queries.scope import agreed, missing, opened

State = Scope.State
COPIED = (
    "incident_on", "period_from", "period_to", "period_reason", "scale", "complexity", "why_this_form", "no_history",
    "no_other_boards",
)  # fmt: skip


@action(Permission.SCOPE_WRITE, records="reviews.scope_begun")
def begin_scope(*, by: User, review: Review) -> Scope:
    """Begin a version, as a copy of the one agreed; the first from what the review was opened with.

    Raises Refused while another version is open.
    """
    return begin(by=by, review=review)


def begin(*, by: User, review: Review) -> Scope:
    """Begin a version, within an act that has asked the policy. Raises Refused as `begin_scope`."""
    if (found := opened(review)) is not None:
        raise Refused(f"{found} is {found.get_state_display().lower()}. Finish it, or set it aside, before the next.")
    before = agreed(review)
    latest = Scope.objects.filter(review=review).order_by("-number").first()
    scope = Scope(review=review, number=latest.number + 1 if latest else 1, begun_by=by)
    for name in COPIED:
        setattr(scope, name, getattr(before or review, name, scope.__dict__[name]))
    try:
        with transaction.atomic():
            scope.save()
    except IntegrityError:
        raise Refused(
            "Somebody has begun the next version of the scope. Look at it before you begin another."
        ) from None
    _copy(before, scope, review)
    return scope


def _copy(before: Scope | None, scope: Scope, review: Review) -> None:
    if before is None:
        for contributor in review.contributors.all():
            ScopeAgency(scope=scope, agency_id=contributor.agency_id).save()
        return
    for each in before.agencies.all():
        ScopeAgency(scope=scope, agency_id=each.agency_id, why=each.why).save()
    for point in before.key_points.all():
        KeyPoint(
            scope=scope, order=point.order, known=point.known, who_knew=point.who_knew, influence=point.influence
        ).save()
    for source in before.sources.all():
        ScopeSource(
            scope=scope, order=source.order, name=source.name, contributes=source.contributes, is_board=source.is_board
        ).save()
    for question in before.questions.all():
        ScopeQuestion(scope=scope, order=question.order, text=question.text).save()


@action(Permission.SCOPE_WRITE, records="reviews.scope_written", on="scope")
def write_scope(*, by: User, scope: Scope, version: int, said: written.Said) -> Scope:
    """Write a part of a version that is being prepared. Raises Overtaken; Refused for a period that may not be agreed.

    Until the first scope is agreed, the review goes by what is being prepared: the agencies can send their timelines.
    """
    scope = _current(scope, version, State.DRAFT)
    written.write(said, scope)
    scope.returned_because = ""
    scope.save()
    changes().detail["part"] = type(said).__name__
    if agreed(scope.review) is None:
        _bring_into_force(scope)
    return scope


@action(Permission.SCOPE_WRITE, records="reviews.scope_proposed", on="scope")
def propose_scope(*, by: User, scope: Scope, version: int, because: str) -> Scope:
    """Put a version up for agreement, with the reason for it. Raises Overtaken; Refused while a part is unanswered."""
    scope = _current(scope, version, State.DRAFT)
    if lacking := missing(scope):
        raise Refused(" ".join(lacking))
    refuse_unless_agreeable(_dates(scope), scope.review)
    if not because.strip():
        raise Refused("Say why the scope is this, or what the change is for.")
    scope.state, scope.because = State.PROPOSED, because.strip()
    scope.proposed_by, scope.proposed_at = by, timezone.now()
    scope.save()
    return scope


@action(Permission.SCOPE_AGREE, records="reviews.scope_agreed", on="scope")
def agree_scope(*, by: User, scope: Scope, version: int, agreed_on: date, meeting: str = "") -> Scope:
    """Agree a version: it is the review's scope from now on, and is never written again.

    Raises Overtaken; Refused for the person who proposed it, for a day to come, or where an agency that it leaves out
    has sent a file.
    """
    if scope.proposed_by_id == by.pk:
        raise Refused("You proposed this version. Somebody else agrees it: the Independent Chair or the Panel Chair.")
    return agree(scope, version=version, agreed_by=by, agreed_on=agreed_on, meeting=meeting)


def agree(scope: Scope, *, version: int, agreed_by: User, agreed_on: date, meeting: str) -> Scope:
    """Agree a version, within an act that has asked the policy. Raises Overtaken, and Refused as `agree_scope`."""
    scope = _current(scope, version, State.PROPOSED)
    if scope.proposed_by_id == agreed_by.pk:
        raise Refused(f"{agreed_by} proposed this version of the scope, so somebody else has to agree it.")
    if agreed_on > timezone.localdate():
        raise Refused("A scope is agreed today or earlier. Check the date.")
    refuse_unless_agreeable(_dates(scope), scope.review)
    scope.state, scope.agreed_by = State.AGREED, agreed_by
    scope.agreed_on, scope.agreed_at_meeting = agreed_on, meeting.strip()
    scope.save()
    _bring_into_force(scope)
    return scope


@action(Permission.SCOPE_AGREE, records="reviews.scope_returned", on="scope")
def return_scope(*, by: User, scope: Scope, version: int, because: str) -> Scope:
    """Send a proposed version back to be changed, with the reason. Raises Overtaken; Refused without a reason."""
    scope = _current(scope, version, State.PROPOSED)
    if not because.strip():
        raise Refused("Say what is to be changed.")
    scope.state, scope.returned_because = State.DRAFT, because.strip()
    scope.save()
    return scope


@action(Permission.SCOPE_WRITE, records="reviews.scope_set_aside", on="scope")
def set_aside_scope(*, by: User, scope: Scope, version: int, because: str) -> Scope:
    """Give up a version that is being prepared; what was agreed before stands. Raises Overtaken, Refused."""
    scope = _current(scope, version, State.DRAFT)
    if agreed(scope.review) is None:
        raise Refused("The first scope is changed until it can be agreed: there is nothing to go back to.")
    if not because.strip():
        raise Refused("Say why this version is set aside.")
    scope.state, scope.because = State.SET_ASIDE, because.strip()
    scope.save()
    return scope


def _current(scope: Scope, version: int, state: Scope.State) -> Scope:
    found = Scope.objects.select_for_update(of=("self",)).select_related("review__board").get(pk=scope.pk)
    if found.state != state or found.version != version:
        raise Overtaken(
            f"Somebody changed {str(found).lower()} of the scope while this page was open. It is "
            f"{found.get_state_display().lower()} now. Look at it again, then go on."
        )
    found.version += 1
    return found


def _bring_into_force(scope: Scope) -> None:
    """Let the review go by this version: its dates, and the agencies asked."""
    review = Review.objects.select_for_update(of=("self",)).select_related("board").get(pk=scope.review_id)
    settle(review, _dates(scope), [each.agency for each in scope.agencies.select_related("agency")])


def _dates(scope: Scope) -> Dates:
    return Dates(scope.incident_on, scope.period_from, scope.period_to, scope.period_reason)
