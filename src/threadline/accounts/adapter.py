"""How allauth behaves here: sign-up is closed, sentences are ours, and nothing but a link goes by e-mail."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Invitation only."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "This account is closed. Ask the Board's business manager",
        "email_password_mismatch": "The e-mail address or the password is not right",
        "enter_current_password": "That is not your present password",
        "incorrect_password": "That is not your password",
        "invalid_password_reset": "This link no longer works. Ask for a new one",
        "rate_limited": "That was too often. Wait a few minutes, then try again",
        "too_many_login_attempts": (
            "There have been too many tries. Wait five minutes, then try again, or choose a new password"
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up: a Board's business manager invites."""
        return False
