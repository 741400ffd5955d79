"""The audit app: finds every area's `events.py` when the service starts."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    """Loads the event kinds that the areas declare."""

    name = "threadline.audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Import each installed app's `events` module, which registers its kinds."""
        autodiscover_modules("events")
