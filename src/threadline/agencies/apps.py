"""The agencies app."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Boards and agencies."""

    name = "threadline.agencies"
    default_auto_field = "django.db.models.BigAutoField"
