"""Appointing to the posts of a review, changing what is on record of it, and leaving (2.1.g, 2.2.a, 2.2.c, 2.2.d)."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from threadline.access import holdings
from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.accounts import invitations
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.panel import days, method
from threadline.panel.actions import access
from threadline.panel.models import CoReviewerChoice, Member
from threadline.reviews.models import Review


@dataclass(frozen=True, slots=True)
class Appointed:
    """What is said of somebody who is appointed.

    `email` is given for a person who is to sign in; without one the person is on record by name alone. `agency` is
    whom a Panel member speaks for; `comes_from` where somebody else comes from. `origin`: where the service is reached.
    """

    post: str
    name: str
    from_on: date
    email: str = ""
    agency: Agency | None = None
    service: str = ""
    comes_from: str = ""
    deputy_for: Member | None = None
    route: str = ""
    skills: tuple[str, ...] = ()
    experience: str = ""
    to_on: date | None = None
    origin: str = ""


@action(Permission.PANEL_WRITE, records="panel.appointed")
def appoint(*, by: User, review: Review, appointed: Appointed) -> Member:
    """Appoint somebody. With an account they sign their declaration first: until then they see nothing of the case.

    Raises Refused where the post is taken, the route is missing, or what is said does not fit the post.
    """
    _fits(review, appointed)
    member = Member(review=review, appointed_by=by)
    _say(member, appointed)
    member.user = _account(appointed) if appointed.email else None
    _unique(member)
    if member.user:
        member.holding = _holding(member, member.user)
    member.save()
    changes().detail["post"] = method.title(review, member.post)
    access.settle(member)
    access.ask_to_declare(member)
    return member


@action(Permission.PANEL_WRITE, records="panel.changed", on="member")
def change_member(*, by: User, member: Member, version: int, appointed: Appointed) -> Member:
    """Change what is on record of a member. Raises Overtaken, and Refused as appointing does.

    With an e-mail address, somebody who was on record by name alone is given an account.
    """
    member = access.current(member, version)
    access.still_serving(member)
    if appointed.post != member.post:
        raise Refused("A post is not changed into another. Appoint the person to the other post.")
    _fits(member.review, appointed, now=member)
    _say(member, appointed)
    had_account = member.user is not None
    if appointed.email and not had_account:
        member.user = _account(appointed)
        _unique(member)
        member.holding = _holding(member, member.user)
    elif member.holding is not None:
        _runs_until(member.holding, member.to_on)
    given = member.user is not None and not had_account
    access.settle(member)
    if given:
        access.ask_to_declare(member)
    return member


@action(Permission.PANEL_WRITE, records="panel.left", on="member")
def leave(*, by: User, member: Member, version: int, because: str) -> Member:
    """End somebody's part today, which ends their access at once. Raises Overtaken, and Refused without a reason."""
    if not because.strip():
        raise Refused("Say why the person leaves.")
    member = access.current(member, version)
    access.still_serving(member)
    member.state, member.left_because = Member.State.LEFT, because.strip()
    member.to_on = max(timezone.localdate(), member.from_on)
    member.save()
    access.end_holding(member, because.strip())
    changes().detail["post"] = method.title(member.review, member.post)
    return member


@action(Permission.PANEL_WRITE, records="panel.co_reviewer_considered")
def consider_co_reviewer(*, by: User, review: Review, needed: bool, considered_on: date, reasons: str) -> None:
    """Record that a co-reviewer was considered and what was decided. Raises Refused without reasons."""
    if not reasons.strip():
        raise Refused("Say why, from the complexity of the case.")
    if considered_on > timezone.localdate():
        raise Refused("The day on which it was considered cannot be in the future.")
    CoReviewerChoice(review=review, needed=needed, considered_on=considered_on, reasons=reasons.strip(), by=by).save()


def _fits(review: Review, said: Appointed, *, now: Member | None = None) -> None:
    try:
        post = method.post(review, said.post)
    except KeyError:
        raise Refused("Choose one of the posts of the method.") from None
    if post.routes and said.route not in {each.id for each in post.routes}:
        raise Refused(f"Say by which route {post.title.lower()} comes to the post.")
    if said.agency is not None and said.agency.board_id != review.board_id:
        raise Refused("Choose an agency of this Board.")
    if said.to_on is not None and said.to_on < said.from_on:
        raise Refused("The last day cannot be before the first.")
    if said.deputy_for is not None:
        _deputises(review, said, said.deputy_for, now)


def _deputises(review: Review, said: Appointed, for_whom: Member, now: Member | None) -> None:
    if said.post != "panel_member" or for_whom.post != "panel_member" or for_whom.review_id != review.pk:
        raise Refused("A deputy stands in for a Panel member of this review.")
    if not for_whom.serving or for_whom.deputy_for_id is not None or (now is not None and for_whom.pk == now.pk):
        raise Refused("A deputy stands in for somebody who sits on the Panel, not for another deputy.")


def _say(member: Member, said: Appointed) -> None:
    member.post, member.name = said.post, " ".join(said.name.split())
    member.agency = said.deputy_for.agency if said.deputy_for and said.agency is None else said.agency
    member.service, member.comes_from = said.service.strip(), said.comes_from.strip()
    member.deputy_for, member.route = said.deputy_for, said.route
    member.skills, member.experience = list(said.skills), said.experience.strip()
    member.from_on, member.to_on = said.from_on, said.to_on
    if not member.name:
        raise Refused("Enter the person's name.")
    if member.post == "panel_member" and member.agency is None:
        raise Refused("Say which agency a Panel member speaks for.")


def _unique(member: Member) -> None:
    serving = Member.objects.filter(review=member.review, post=member.post).exclude(pk=member.pk)
    serving = serving.exclude(state__in=[Member.State.RECUSED, Member.State.LEFT])
    title = method.title(member.review, member.post)
    if member.post in ("panel_chair", "lead_reviewer") and (held := serving.first()):
        raise Refused(f"{held.name} is {title}. End that first, then appoint another.")
    if member.user is not None and serving.filter(user=member.user).exists():
        raise Refused(f"{member.user} is {title} already.")


def _account(said: Appointed) -> User:
    """The person's account, made and invited where there is none yet."""
    try:
        user = invitations.account_for(email=said.email, name=" ".join(said.name.split()), origin=said.origin)
    except LookupError as wrong:
        raise Refused(str(wrong)) from None
    changes().touched(user)
    return user


def _holding(member: Member, user: User) -> RoleHolding:
    """The role that goes with the post: one the person has, or a new one, suspended until they have declared."""
    review, now = member.review, timezone.now()
    same = RoleHolding.objects.filter(user=user, role_key=member.post, review=review, revoked_at__isnull=True)
    held = same.exclude(ends__lte=now).first()
    if held is not None:
        return held
    starts, ends = max(now, days.begins(member.from_on)), days.after(member.to_on)
    if ends is not None and ends <= starts:
        raise Refused("The last day has passed already.")
    made = RoleHolding(user=user, role_key=member.post, board=review.board, review=review, starts=starts, ends=ends)
    return holdings.begin(made)


def _runs_until(holding: RoleHolding, last: date | None) -> None:
    """Let the role end with the post."""
    found = RoleHolding.objects.select_for_update(of=("self",)).get(pk=holding.pk)
    ends = days.after(last)
    if found.revoked_at is not None or found.ends == ends:
        return
    if ends is not None and ends <= max(found.starts, timezone.now()):
        raise Refused("The last day has passed already. To end the post at once, choose to end it.")
    found.ends = ends
    found.save()
