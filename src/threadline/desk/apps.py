"""The desk app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """First pages."""

    name = "threadline.desk"
    default_auto_field = "django.db.models.BigAutoField"
