"""The panel app."""

from django.apps import AppConfig


class PanelConfig(AppConfig):
    """The panel of a review: its members, their independence, its meetings and decisions."""

    name = "threadline.panel"
    default_auto_field = "django.db.models.BigAutoField"
