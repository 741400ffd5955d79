"""Helping people with their accounts: never with their passwords, which nobody but they ever see (TRUST 8)."""

from django.utils import timezone

from threadline.access import holdings
from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.accounts import factors, invitations, resets, sessions
from threadline.accounts.models import User
from threadline.agencies.models import Board


@action(Permission.ACCOUNT_HELP, records="administration.password_link_sent", on="board")
def send_password_link(*, by: User, board: Board, account: User, origin: str) -> None:
    """Send somebody a letter with a link to choose a password, or to take up their invitation.

    The link goes to the account's own address and is shown to nobody else. Raises Refused for a closed account and for
    somebody who comes by one-time links.
    """
    found = _of_board(board, account)
    if not found.is_active:
        raise Refused(f"The account of {found} is closed. Open it first.")
    if not found.has_address:
        raise Refused(f"{found} comes by a one-time link. Whoever coordinates the family's part makes a new one.")
    if found.has_usable_password():
        resets.send(found, origin=origin)
    else:
        invitations.invite(found, origin=origin)
    changes().touched(found)


@action(Permission.ACCOUNT_HELP, records="administration.signed_out", on="board")
def sign_out(*, by: User, board: Board, account: User) -> int:
    """Sign somebody out everywhere (TRUST 16); in how many places they were signed in."""
    found = _of_board(board, account)
    changes().touched(found)
    return sessions.end_all(found, by=by)


@action(Permission.ACCOUNT_HELP, records="administration.second_steps_forgotten", on="board")
def forget_second_steps(*, by: User, board: Board, account: User) -> None:
    """Take the second steps off the account of somebody who lost them; they set up another when they sign in next.

    Raises Refused for one's own account: somebody else helps with that.
    """
    found = _anothers(board, account, by)
    factors.forget_all(found, by=by)
    changes().touched(found)


@action(Permission.ACCOUNT_HELP, records="administration.account_closed", on="board")
def close_account(*, by: User, board: Board, account: User) -> User:
    """Close an account: every session of it is over, and no role of it reaches anything (TRUST 15).

    Whoever supports that person in a review loses that role.
    Raises Refused for one's own, for somebody with a role at another Board too, and for whoever alone has a Board role.
    """
    found = _anothers(board, account, by)
    if not found.is_active:
        raise Refused(f"The account of {found} is closed already.")
    held = RoleHolding.objects.active(at=timezone.now()).filter(user=found)
    if held.exclude(board=board).exists():
        raise Refused(f"{found} has a role at another Board too. End the roles here instead.")
    for each in held.filter(review__isnull=True):
        same = RoleHolding.objects.active(at=timezone.now()).filter(board=board, role_key=each.role_key)
        if each.role_key in NEVER_WITHOUT and not same.exclude(user=found).exists():
            raise Refused(f"{found} is the Board's only {each.role.title}. Somebody else must have the role first.")
    found.is_active = False
    found.save()
    holdings.end_support(found, f"The account of {found} was closed.")
    sessions.end_all(found, by=by)
    changes().touched(found)
    return found


@action(Permission.ACCOUNT_HELP, records="administration.account_opened", on="board")
def open_account(*, by: User, board: Board, account: User) -> User:
    """Open a closed account again: what roles it still has count again. Raises Refused where it is open."""
    found = _of_board(board, account)
    if found.is_active:
        raise Refused(f"The account of {found} is open.")
    found.is_active = True
    found.save()
    changes().touched(found)
    return found


NEVER_WITHOUT = frozenset({"business_manager", "independent_chair"})


def _of_board(board: Board, account: User) -> User:
    """The account as it is now, locked. Raises Refused for somebody who never had a role at the Board."""
    found = User.objects.select_for_update().get(pk=account.pk)
    if not RoleHolding.objects.filter(board=board, user=found).exists():
        raise Refused(f"{found} has no role at this Board.")
    return found


def _anothers(board: Board, account: User, by: User) -> User:
    if account.pk == by.pk:
        raise Refused("This is your own account. Ask somebody else who looks after accounts.")
    return _of_board(board, account)
