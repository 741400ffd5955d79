"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users and their sign-in."""

    name = "threadline.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hear of sign-ins."""
        from threadline.accounts import trail  # noqa: F401  # importing connects it
