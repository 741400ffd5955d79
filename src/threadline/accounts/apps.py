"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users and their sign-in."""

    name = "threadline.accounts"
    default_auto_field = "django.db.models.BigAutoField"
