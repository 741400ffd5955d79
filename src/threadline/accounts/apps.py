"""The accounts app."""

from django.apps import AppConfig
from django.http import HttpRequest


class AccountsConfig(AppConfig):
    """Users and their sign-in."""

    name = "threadline.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hear of sign-ins, and warn people before their session ends."""
        from threadline.accounts import codes, example, limits, trail  # noqa: F401  # importing connects them
        from threadline.ui import navigation

        navigation.warn_before_session_end_with(limits.staying)
        navigation.add_to_footer(navigation.Item("How you sign in", "mfa_index", visible=_has_a_sign_in, order=5))


def _has_a_sign_in(request: HttpRequest) -> bool:
    """Whether the person signs in by themselves, and does not come by a one-time link."""
    from threadline.accounts.one_time import only_review
    from threadline.ui.navigation import signed_in

    return signed_in(request) and not (hasattr(request, "session") and only_review(request))
