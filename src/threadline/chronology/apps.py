"""The chronology app."""

from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    """Timelines and the merged chronology."""

    name = "threadline.chronology"
    default_auto_field = "django.db.models.BigAutoField"
