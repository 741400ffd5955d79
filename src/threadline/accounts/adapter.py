"""How allauth behaves here: sign-up is closed, and nothing but a link goes by e-mail."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Invitation only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up: a Board's business manager invites."""
        return False
