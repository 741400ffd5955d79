"""Giving people roles and ending them. An account is made with the first role; its owner chooses the password."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from threadline.access import holdings
from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.roles import FAMILY_MEMBER, SUPPORTER, Level, Role
from threadline.access.scope import review_scope
from threadline.accounts import invitations, one_time
from threadline.accounts.models import User
from threadline.agencies.models import Agency, Board
from threadline.reviews.models import ContributingAgency, Review

IN_PERSON = "in person"
WAYS_IN = {True: "a one-time link and a code", False: "an invitation to the person's own e-mail address"}


@dataclass(frozen=True, slots=True)
class Invited:
    """Who is to have which role, where, from when until when; `origin` is where the service is reached.

    Who comes by one-time links has no e-mail address here, and a random `key` instead, so that what is sent twice is
    one person. `supports` is the family member's role beside which a supporter stands.
    """

    email: str
    name: str
    role: Role
    starts: datetime
    ends: datetime | None = None
    review: Review | None = None
    agency: Agency | None = None
    origin: str = ""
    key: str = ""
    supports: RoleHolding | None = None


@dataclass(frozen=True, slots=True)
class Routes:
    """How a one-time link and its code reach somebody, such as "by post" and "by telephone": never both one way."""

    link: str
    code: str


@action(Permission.ROLE_GIVE, records="access.role_given", on="board")
def give_role(*, by: User, board: Board, invited: Invited) -> RoleHolding:
    """Give somebody a role in a review. Raises Refused where the role, its review or its agency does not fit."""
    if invited.role.level is Level.BOARD:
        raise Refused(f"{invited.role.title} is a role at the Board. The Board's Independent Chair gives it.")
    return _give(board, invited)


@action(Permission.ROLE_GIVE, records="administration.reader_invited", on="board")
def invite_reader(*, by: User, board: Board, invited: Invited, routes: Routes) -> tuple[RoleHolding, one_time.Made]:
    """Give a family member or a supporter their role, and make their first way in: a link, and a code.

    Both are in the answer, for whoever is to pass them on, and nowhere else. Raises Refused as `give_role` and
    `make_way_in` do.
    """
    holding = give_role(by=by, board=board, invited=invited)
    changes().stands_at = invited.review
    return holding, make_way_in(by=by, holding=holding, routes=routes)


@action(Permission.ROLE_GIVE, records="administration.way_in_made", on="holding")
def make_way_in(*, by: User, holding: RoleHolding, routes: Routes) -> one_time.Made:
    """Make a new link and code for somebody who comes by them; an earlier one that was not used ends.

    Raises Refused for a role that signs in, for one that is over, and where both would go by one way.
    """
    if not holding.role.comes_once:
        raise Refused(f"{holding.user} signs in with a password and a second step.")
    if not RoleHolding.objects.active(at=timezone.now()).filter(pk=holding.pk).exists():
        raise Refused(f"{holding.user}'s role is not in force, so that a link would open nothing.")
    if routes.link == routes.code != IN_PERSON:
        raise Refused("Send the code another way than the link: who finds one letter must not have both.")
    try:
        made = one_time.make(holding.user, review=str(holding.review_id), by=by)
    except ValueError:
        raise Refused(f"{holding.user} signs in with a password and a second step.") from None
    gathered = changes()
    gathered.detail["link_by"], gathered.detail["code_by"] = routes.link, routes.code
    gathered.touched(holding)
    return made


@action(Permission.BOARD_ROLE_GIVE, records="access.role_given", on="board")
def give_board_role(*, by: User, board: Board, invited: Invited) -> RoleHolding:
    """Give somebody a role at the Board. Raises Refused for a role of a review."""
    if invited.role.level is not Level.BOARD:
        raise Refused(f"{invited.role.title} is a role in a review. The Board business manager gives it.")
    return _give(board, invited)


@action(Permission.ROLE_GIVE, records="access.role_ended", on="holding")
def end_role(*, by: User, holding: RoleHolding, because: str, on: datetime | None = None) -> RoleHolding:
    """End a role in a review, at once or on a day to come. Raises Refused without a reason."""
    if holding.role.level is Level.BOARD:
        raise Refused(f"{holding.role.title} is a role at the Board. The Board's Independent Chair ends it.")
    return _end(holding, because, on)


@action(Permission.BOARD_ROLE_GIVE, records="access.role_ended", on="holding")
def end_board_role(*, by: User, holding: RoleHolding, because: str, on: datetime | None = None) -> RoleHolding:
    """End a role at the Board. Raises Refused for the last of its kind: a Board is never without one."""
    if holding.role.level is not Level.BOARD:
        raise Refused(f"{holding.role.title} is a role in a review. The Board business manager ends it.")
    others = RoleHolding.objects.active(at=timezone.now()).filter(board=holding.board, role_key=holding.role_key)
    if not others.exclude(pk=holding.pk).filter(ends__isnull=True).exists():
        only = f"{holding.user} is the Board's only {holding.role.title} without an end"
        raise Refused(f"{only}. Give somebody else the role first.")
    return _end(holding, because, on)


@action(Permission.ROLE_GIVE, records="administration.invited_again", on="holding")
def invite_again(*, by: User, holding: RoleHolding, origin: str) -> None:
    """Invite somebody once more who has a role in a review and no password yet. Raises Refused when they have one."""
    if holding.role.level is Level.BOARD:
        raise Refused(f"{holding.role.title} is a role at the Board. The Board's Independent Chair invites to it.")
    _invite_again(holding, origin)


@action(Permission.BOARD_ROLE_GIVE, records="administration.invited_again", on="holding")
def invite_again_to_board(*, by: User, holding: RoleHolding, origin: str) -> None:
    """The same, for a role at the Board."""
    if holding.role.level is not Level.BOARD:
        raise Refused(f"{holding.role.title} is a role in a review. The Board business manager invites to it.")
    _invite_again(holding, origin)


def _give(board: Board, invited: Invited) -> RoleHolding:
    Board.objects.select_for_update().get(pk=board.pk)  # of two who give the same role at once, one is first
    _check_place(board, invited)
    user = _account(invited)
    holding = RoleHolding(
        user=user, role_key=invited.role.key, board=board, review=invited.review, agency=invited.agency,
        starts=invited.starts, ends=_until(invited), supports=invited.supports,
    )  # fmt: skip
    same = RoleHolding.objects.filter(
        user=user, role_key=holding.role_key, board=board, review=invited.review, agency=invited.agency,
        revoked_at__isnull=True,
    )  # fmt: skip
    if same.exclude(ends__lte=invited.starts).exists():
        raise Refused(f"{user} has this role already.")
    holdings.begin(holding)
    gathered = changes()
    gathered.detail["role"], gathered.stands_at = invited.role.title, invited.review or board
    gathered.touched(user)
    return holding


def _check_place(board: Board, invited: Invited) -> None:
    if bool(invited.key) != invited.role.comes_once:
        raise Refused(f"{invited.role.title} is a role that comes by {WAYS_IN[invited.role.comes_once]}.")
    _check_support(invited)
    level, review, agency = invited.role.level, invited.review, invited.agency
    if (review is None) != (level is Level.BOARD) or (agency is None) != (level is not Level.AGENCY):
        raise Refused(f"Say which {'agency and review' if level is Level.AGENCY else 'review'} the role is for.")
    if review is not None and review.board_id != board.pk:
        raise Refused(f"{review} is not a review of this Board.")
    if review is not None and agency is not None:
        with review_scope(review):
            if not ContributingAgency.objects.filter(agency=agency).exists():
                raise Refused(f"{agency} is not among the agencies of review {review}. Add it there first.")
    if invited.ends is not None and invited.ends <= max(invited.starts, timezone.now()):
        raise Refused("The role must end after it starts, and after today.")


def _check_support(invited: Invited) -> None:
    """Whether a supporter stands beside somebody of the family who takes part in the same review."""
    beside = invited.supports
    if (beside is None) != (invited.role is not SUPPORTER):
        raise Refused(
            "Say whom they support: a supporter sees what that person sees, as long as that person takes part."
        )
    if beside is None:
        return
    over = beside.revoked_at is not None or (beside.ends is not None and beside.ends <= timezone.now())
    if beside.role is not FAMILY_MEMBER or beside.review_id != (invited.review.pk if invited.review else None) or over:
        raise Refused(
            f"{beside.user} does not take part in the review as family now, so nobody can support them in it."
        )
    if beside.ends is not None and beside.ends <= invited.starts:
        raise Refused(f"{beside.user}'s own part ends before that. Let the supporter start earlier.")


def _until(invited: Invited) -> datetime | None:
    """When the role ends: a supporter's no later than that of the person they support."""
    ends = [each for each in (invited.ends, invited.supports and invited.supports.ends) if each]
    return min(ends) if ends else None


def _account(invited: Invited) -> User:
    """The person's account, made and invited where there is none yet."""
    if invited.role.comes_once:
        return User.objects.create_reader(invited.name.strip(), key=invited.key)
    try:
        return invitations.account_for(email=invited.email, name=invited.name, origin=invited.origin)
    except LookupError as wrong:
        raise Refused(str(wrong)) from None


def _end(holding: RoleHolding, because: str, on: datetime | None) -> RoleHolding:
    if not because.strip():
        raise Refused("Say why the role ends.")
    found = RoleHolding.objects.select_for_update(of=("self",)).select_related("user").get(pk=holding.pk)
    now = timezone.now()
    if found.revoked_at is not None or (found.ends is not None and found.ends <= now):
        raise Refused(f"{found.user}'s role has ended already.")
    if on is not None and on <= max(now, found.starts):
        raise Refused("Choose a day to come, after the role starts, or end it at once.")
    found.revoked_because = because.strip()
    if on is None:
        found.revoked_at = now
    else:
        found.ends = on
    found.save()
    holdings.pass_on(found)
    changes().detail["role"] = found.role.title
    return found


def _invite_again(holding: RoleHolding, origin: str) -> None:
    if not holding.user.has_address:
        raise Refused(f"{holding.user} comes by a one-time link. Make a new one.")
    if holding.user.has_usable_password():
        raise Refused(f"{holding.user} has taken up the invitation and can sign in.")
    invitations.invite(holding.user, origin=origin)
    changes().touched(holding.user)
