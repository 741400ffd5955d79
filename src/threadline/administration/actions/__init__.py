"""Everything that can be done in a Board's administration."""

from threadline.administration.actions.accounts import (
    close_account,
    forget_second_steps,
    open_account,
    send_password_link,
    sign_out,
)
from threadline.administration.actions.letters import leave_letter, send_letter_again
from threadline.administration.actions.roles import (
    Invited,
    Routes,
    end_board_role,
    end_role,
    give_board_role,
    give_role,
    invite_again,
    invite_again_to_board,
    invite_reader,
    make_way_in,
)

__all__ = [
    "Invited", "Routes", "close_account", "end_board_role", "end_role", "forget_second_steps", "give_board_role",
    "give_role", "invite_again", "invite_again_to_board", "invite_reader", "leave_letter", "make_way_in",
    "open_account", "send_letter_again", "send_password_link", "sign_out",
]  # fmt: skip
