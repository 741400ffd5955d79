"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users and their sign-in."""

    name = "threadline.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hear of sign-ins, and warn people before their session ends."""
        from threadline.accounts import codes, example, limits, trail  # noqa: F401  # importing connects them
        from threadline.ui import navigation

        navigation.warn_before_session_end_with(limits.staying)
        navigation.add_to_footer(navigation.Item("How you sign in", "mfa_index", order=5))
