"""E-mails that did not go: sending one again, or leaving it. What they say is not opened for that."""

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.administration.queries import letters
from threadline.agencies.models import Board
from threadline.notices import actions as notices
from threadline.notices.models import Letter


@action(Permission.ACCOUNT_HELP, records="administration.letter_sent_again", on="board")
def send_letter_again(*, by: User, board: Board, letter: Letter) -> None:
    """Send an e-mail again that the mail server would not take, or of which nobody knows whether it arrived.

    Raises Refused for a closed account, and where somebody else was faster.
    """
    found = _of_board(by, board, letter)
    if found.user is not None and not found.user.is_active:
        raise Refused(f"The account of {found.user} is closed. Open it first, or leave the e-mail unsent.")
    _done(found, notices.send_again(found))


@action(Permission.ACCOUNT_HELP, records="administration.letter_left", on="board")
def leave_letter(*, by: User, board: Board, letter: Letter) -> None:
    """Leave an e-mail as it is and take it off the list. Raises Refused where somebody else was faster."""
    found = _of_board(by, board, letter)
    _done(found, notices.leave(found))


def _of_board(by: User, board: Board, letter: Letter) -> Letter:
    found = letters.undelivered(board=board, viewer=by).filter(pk=letter.pk).first()
    if found is None:
        raise Refused("This e-mail is not on the list any more. Somebody has seen to it.")
    return found


def _done(letter: Letter, was_there: bool) -> None:
    if not was_there:
        raise Refused("This e-mail is not on the list any more. Somebody has seen to it.")
    changes().touched(letter)
