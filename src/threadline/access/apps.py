"""The access app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Roles, permissions and the policy."""

    name = "threadline.access"
    default_auto_field = "django.db.models.BigAutoField"
