"""Reads of the scope: the version agreed, the one being prepared, each in words, and what differs between two."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import may, may_anywhere, visible
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.domain.scope.words import Item, Part, PartChanged, compare
from threadline.reviews.models import Review, Scope
from threadline.ui.words import day

State = Scope.State
RELATED = ("agencies__agency", "key_points", "sources", "questions")
PEOPLE = ("begun_by", "proposed_by", "agreed_by", "review__board")


def agreed(review: Review) -> Scope | None:
    """The scope agreed last, None while there is none. For what the service goes by; asks no permission."""
    with review_scope(review):
        return Scope.objects.filter(review=review, state=State.AGREED).order_by("-number").first()


def opened(review: Review) -> Scope | None:
    """The version being prepared or proposed, None where there is none. Asks no permission."""
    with review_scope(review):
        return Scope.objects.filter(review=review, state__in=[State.DRAFT, State.PROPOSED]).first()


def missing(scope: Scope) -> list[str]:
    """What a version must still say before it can be proposed, each as a sentence."""
    agencies = list(scope.agencies.select_related("agency"))
    unsaid = [each.agency.name for each in agencies if not each.why]
    tests = (
        (not (scope.scale and scope.complexity and scope.why_this_form),
         "Say how large and how complex the case is, and why this form of review fits it."),
        (not agencies, "Name the agencies that must contribute."),
        (bool(unsaid), f"Say why each agency must contribute: {', '.join(unsaid)}."),
        (not scope.questions.exists(), "Write the questions that the review sets out to answer."),
        (not scope.no_history and not scope.key_points.exists(),
         "Write the key points of earlier history, or say that there are none."),
    )  # fmt: skip
    return [said for lacking, said in tests if lacking]


@dataclass(frozen=True, slots=True)
class ScopeShown:
    """A version as its page shows it. `whole` is False for those who see only what is asked of everyone."""

    scope: Scope
    parts: tuple[Part, ...]
    whole: bool
    missing: tuple[str, ...]
    may_write: bool
    may_decide: bool
    is_own: bool
    has_earlier: bool

    @property
    def sentence(self) -> str:
        """Where the version stands, with who and when."""
        scope = self.scope
        if scope.state == State.AGREED:
            meeting = f" at {scope.agreed_at_meeting}" if scope.agreed_at_meeting else ""
            return (
                f"{scope}, proposed by {scope.proposed_by} and agreed by {scope.agreed_by} on "
                f"{day(scope.agreed_on)}{meeting}."
            )
        if scope.state == State.PROPOSED:
            return f"{scope} was proposed by {scope.proposed_by} on {day(scope.proposed_at)}. It waits to be agreed."
        if scope.state == State.SET_ASIDE:
            return f"{scope} was set aside. It was begun by {scope.begun_by} on {day(scope.begun_at)}."
        return f"{scope} is being prepared. It was begun by {scope.begun_by} on {day(scope.begun_at)}."


def versions(*, review: Review, viewer: User) -> QuerySet[Scope]:
    """Every version the viewer may read whole, the newest first."""
    return visible(viewer, Permission.SCOPE_READ, Scope.objects.filter(review=review).select_related(*PEOPLE))


def to_show(*, review: Review, viewer: User) -> ScopeShown | None:
    """The scope that the review goes by; the one being prepared while none is agreed. None while there is nothing.

    Those who may not read it whole see the period, the questions, the agencies, and why their own contributes.
    """
    whole = may(viewer, Permission.SCOPE_READ, review)
    states = Q(state=State.AGREED) | (Q(state__in=[State.DRAFT, State.PROPOSED]) if whole else Q(pk__in=[]))
    found = visible(viewer, Permission.REVIEW_READ, Scope.objects.filter(states, review=review))
    scopes = list(found.select_related(*PEOPLE).prefetch_related(*RELATED))
    scope = next((each for each in scopes if each.state == State.AGREED), None) or next(iter(scopes), None)
    return shown(scope, viewer=viewer, whole=whole) if scope else None


def shown(scope: Scope, *, viewer: User, whole: bool) -> ScopeShown:
    """A version for its page; whoever calls has asked the policy for it."""
    own = may_anywhere(viewer, Permission.REVIEW_READ).filter(review=scope.review_id).values_list("agency", flat=True)
    draft = scope.state == State.DRAFT
    earlier = Scope.objects.filter(review=scope.review_id, state=State.AGREED, number__lt=scope.number).exists()
    return ScopeShown(
        scope=scope,
        parts=parts_of(scope) if whole else _short(scope, set(own)),
        whole=whole,
        missing=tuple(missing(scope)) if whole and draft else (),
        may_write=whole and draft and may(viewer, Permission.SCOPE_WRITE, scope),
        may_decide=scope.state == State.PROPOSED and may(viewer, Permission.SCOPE_AGREE, scope),
        is_own=scope.proposed_by_id == viewer.pk,
        has_earlier=whole and earlier,
    )


def may_begin(*, review: Review, viewer: User) -> bool:
    """Whether the viewer may begin the next version now."""
    return may(viewer, Permission.SCOPE_WRITE, review) and opened(review) is None


def version(*, review: Review, viewer: User, number: int) -> Scope | None:
    """One version by its number, for those who may read it whole."""
    return versions(review=review, viewer=viewer).filter(number=number).prefetch_related(*RELATED).first()


def changes(*, later: Scope, viewer: User, with_number: int | None) -> tuple[Scope, tuple[PartChanged, ...]] | None:
    """The version agreed before, or the one of that number, and what differs from it. None where there is none."""
    others = versions(review=later.review, viewer=viewer).exclude(pk=later.pk).prefetch_related(*RELATED)
    if with_number is not None:
        earlier = others.filter(number=with_number).first()
    else:
        earlier = others.filter(state=State.AGREED, number__lt=later.number).first()
    return (earlier, compare(parts_of(earlier), parts_of(later))) if earlier else None


def parts_of(scope: Scope) -> tuple[Part, ...]:
    """A version in words, part by part. The agencies, key points, sources and questions are read with it."""
    sources = list(scope.sources.all())
    return (
        Part("period", "Period under review", tuple(_period(scope))),
        Part("proportion", "Why this form of review", tuple(_proportion(scope))),
        Part("agencies", "Agencies that must contribute", tuple(_agencies(scope))),
        Part("questions", "Questions for the review", tuple(_questions(scope))),
        Part("history", "Key points of earlier history", tuple(_history(scope))),
        Part("sources", "Other sources of information, and other areas’ Boards", tuple(
            [Item(f"{'Another area’s Board' if each.is_board else 'Source'}: {each.name}", each.contributes)
             for each in sources] + ([Item("Other areas’ Boards", "None is concerned.", "none")]
                                     if scope.no_other_boards else [])
        )),
    )  # fmt: skip


def _period(scope: Scope) -> Iterable[Item]:
    yield Item("Incident", day(scope.incident_on), "incident")
    yield Item("Period", f"{day(scope.period_from)} to {day(scope.period_to)}", "period")
    if scope.period_reason:
        yield Item("Why it is longer than recommended", scope.period_reason, "reason")


def _proportion(scope: Scope) -> Iterable[Item]:
    for key, label, text in (
        ("scale", "Scale", scope.scale),
        ("complexity", "Complexity", scope.complexity),
        ("form", "Why this form is proportionate", scope.why_this_form),
    ):
        if text:
            yield Item(label, text, key)


def _agencies(scope: Scope) -> Iterable[Item]:
    for each in scope.agencies.all():
        yield Item(each.agency.name, each.why, str(each.agency_id))


def _questions(scope: Scope) -> Iterable[Item]:
    for each in scope.questions.all():
        yield Item(f"Question {each.order}", each.text)


def _history(scope: Scope) -> Iterable[Item]:
    if scope.no_history:
        yield Item("Earlier history", "Nothing earlier bears on the case.", "none")
    for each in scope.key_points.all():
        said = (
            f"What was known: {each.known}\n\nWho knew: {each.who_knew}\n\n"
            f"How it influenced assessment and decisions: {each.influence}"
        )
        yield Item(f"Key point {each.order}", said)


def _short(scope: Scope, own: set[object]) -> tuple[Part, ...]:
    """What everyone in the review sees: no history, no sources, and of the reasons only their own agency's."""
    agencies = tuple(Item(each.agency.name, each.why if each.agency_id in own else "") for each in scope.agencies.all())
    return (
        Part("period", "Period under review", tuple(_period(scope))),
        Part("agencies", "Agencies that must contribute", agencies),
        Part("questions", "Questions for the review", tuple(_questions(scope))),
    )
