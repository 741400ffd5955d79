"""The notices app."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """What the service tells people, on their page and by e-mail, and never anything of a case."""

    name = "threadline.notices"
    default_auto_field = "django.db.models.BigAutoField"
