"""The project as an app, so that its checks run."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """Registers the start-up refusals."""

    name = "threadline.project"
    label = "project"

    def ready(self) -> None:
        """Load the checks."""
        from threadline.project import checks  # noqa: F401  # importing registers them
