"""The documents app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Stored files and their keys."""

    name = "threadline.documents"
    default_auto_field = "django.db.models.BigAutoField"
