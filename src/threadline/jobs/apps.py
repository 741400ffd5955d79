"""The jobs app."""

from datetime import time

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Background work."""

    name = "threadline.jobs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep the list of jobs short."""
        from threadline.jobs import rounds, schedule

        schedule.daily("jobs.forget", rounds.forget_done, at=time(3, 20))
