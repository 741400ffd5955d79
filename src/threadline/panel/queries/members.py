"""Who is on the Panel, how each stands, which agencies are not represented (2.1.g, 2.2.a, 2.2.c to 2.2.e)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from threadline.access.memory import once
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.domain.framework.pack import RecruitmentCheck as Wanted
from threadline.domain.independence import checks
from threadline.domain.independence.interests import Candidate
from threadline.panel import method
from threadline.panel.models import ChairsDecision, CoReviewerChoice, Declaration, Member, RecruitmentCheck
from threadline.reviews.models import ContributingAgency, Review

State = Member.State
WORDS = {
    State.AWAITED: ("Declaration awaited", "due"),
    State.REFERRED: ("With the Independent Chair", "held"),
    State.INDEPENDENT: ("Independent", "done"),
    State.RECUSED: ("Recused", "late"),
    State.LEFT: ("Left", "plain"),
}


@dataclass(frozen=True, slots=True)
class Recruited:
    """A safe-recruitment check that is asked for, and its record where there is one."""

    wanted: Wanted
    seen: RecruitmentCheck | None


@dataclass(frozen=True, slots=True)
class Sits:
    """A member as the Panel's page has them."""

    member: Member
    title: str
    signed: Declaration | None
    decided: ChairsDecision | None
    recruited: tuple[Recruited, ...]

    @property
    def status(self) -> tuple[str, str]:
        """How they stand, in words, with the tone."""
        if self.member.state == State.INDEPENDENT and self.unchecked:
            return "Safe recruitment to record", "due"
        if self.member.state == State.INDEPENDENT and self.decided:
            return "Serves by the Chair's decision", "done"
        return WORDS[State(self.member.state)]

    @property
    def unchecked(self) -> list[Recruited]:
        """The safe-recruitment checks still to be recorded."""
        return [each for each in self.recruited if each.seen is None]


@dataclass(frozen=True, slots=True)
class Panel:
    """The whole Panel of a review."""

    posts: tuple["Held", ...]
    members: tuple[Sits, ...]
    gone: tuple[Sits, ...]
    gaps: tuple[str, ...]
    unrecorded: tuple[RoleHolding, ...]
    co_reviewer: CoReviewerChoice | None


@dataclass(frozen=True, slots=True)
class Held:
    """A post other than a Panel member's, and who holds it."""

    post: str
    title: str
    says: str
    by: tuple[Sits, ...] = field(default=())


def of_review(*, review: Review, viewer: User) -> Panel:
    """The Panel of a review, for who may see it; empty for others."""
    members = visible(viewer, Permission.PANEL_READ, _members(review))
    sits = _sitting(review, list(members))
    serving = [each for each in sits if each.member.serving]
    leading = [post for post in method.posts(review) if post.id != "panel_member"]
    return Panel(
        posts=tuple(
            Held(post.id, method.title(review, post.id), post.says, _in_post(serving, post.id)) for post in leading
        ),
        members=_in_post(serving, "panel_member"),
        gone=tuple(each for each in sits if not each.member.serving),
        gaps=gaps(review, [each.member for each in serving]),
        unrecorded=unrecorded(review),
        co_reviewer=co_reviewer_choice(review),
    )


def one(*, review: Review, viewer: User, member: UUID) -> Sits | None:
    """A member of the Panel as its page has them, for who may see it."""
    found = visible(viewer, Permission.PANEL_READ, _members(review).filter(pk=member))
    return next(iter(_sitting(review, list(found))), None)


def own(*, review: Review, viewer: User) -> list[Sits]:
    """The posts the viewer holds or held in a review, whatever they may see of the rest."""
    return _sitting(review, list(_members(review).filter(user=viewer)))


def _members(review: Review) -> QuerySet[Member]:
    found = Member.objects.filter(review=review)
    return found.select_related("review__board", "agency", "user", "holding", "deputy_for", "appointed_by")


def serving(review: Review) -> list[Member]:
    """Everyone who serves in a post of a review."""
    found = _members(review).exclude(state__in=[State.RECUSED, State.LEFT])
    return once(lambda: list(found), "serving", review.pk)


def _sitting(review: Review, members: list[Member]) -> list[Sits]:
    """The members with what is on record of each, asked of the database once for all."""
    signed = {each.member_id: each for each in Declaration.objects.filter(member__in=members).order_by("pk")}
    decisions = ChairsDecision.objects.filter(member__in=members).select_related("by").order_by("pk")
    decided = {each.member_id: each for each in decisions}
    seen: dict[object, dict[str, RecruitmentCheck]] = defaultdict(dict)
    for check in RecruitmentCheck.objects.filter(member__in=members).select_related("by"):
        seen[check.member_id][check.check_id] = check
    return [
        Sits(
            member=each,
            title=method.title(review, each.post),
            signed=signed.get(each.pk),
            decided=decided.get(each.pk),
            recruited=tuple(
                Recruited(wanted, seen[each.pk].get(wanted.id)) for wanted in method.recruitment(review, each.post)
            ),
        )
        for each in members
    ]


def _in_post(sits: Iterable[Sits], post: str) -> tuple[Sits, ...]:
    return tuple(each for each in sits if each.member.post == post)


def gaps(review: Review, members: Iterable[Member]) -> tuple[str, ...]:
    """The contributing agencies for which nobody sits on the Panel (2.2.a). A deputy alone does not fill the seat."""
    involved = ContributingAgency.objects.filter(review=review).select_related("agency")
    sitting = [
        Candidate(each.name, agency=each.agency.name)
        for each in members
        if each.post == "panel_member" and each.agency and each.deputy_for_id is None
    ]
    return checks.unrepresented([each.agency.name for each in involved], sitting)


def unrecorded(review: Review) -> tuple[RoleHolding, ...]:
    """Roles of a post that somebody holds without an appointment on record, so without a declaration."""
    return once(lambda: _unrecorded(review), "unrecorded", review.pk)


def _unrecorded(review: Review) -> tuple[RoleHolding, ...]:
    posts = [post.id for post in method.posts(review)]
    held = RoleHolding.objects.active(at=timezone.now()).filter(review=review, role_key__in=posts)
    on_record = Member.objects.filter(review=review, user__isnull=False).values_list("user", "post")
    known = set(on_record)
    return tuple(each for each in held.select_related("user") if (each.user_id, each.role_key) not in known)


def co_reviewer_choice(review: Review) -> CoReviewerChoice | None:
    """What was decided last on whether a co-reviewer is needed."""
    choices = CoReviewerChoice.objects.filter(review=review).select_related("by")
    return once(choices.first, "co-reviewer", review.pk)


def agencies_of(review: Review) -> QuerySet[Agency]:
    """The agencies of the review's Board: those that may send a member."""
    return Agency.objects.filter(board=review.board)


def seats(review: Review) -> list[Member]:
    """The Panel members who can have a deputy."""
    return [each for each in serving(review) if each.post == "panel_member" and each.deputy_for_id is None]


@dataclass(frozen=True, slots=True)
class May:
    """What the viewer may do about the Panel."""

    write: bool
    read_findings: bool
    decide: bool


def what_may(*, review: Review, viewer: User) -> May:
    """What the viewer may do about the Panel of a review."""
    return May(
        write=may(viewer, Permission.PANEL_WRITE, review),
        read_findings=may(viewer, Permission.INDEPENDENCE_READ, review),
        decide=may(viewer, Permission.INDEPENDENCE_DECIDE, review),
    )
