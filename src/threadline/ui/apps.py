"""The Django application `ui`."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Components, base pages and form rendering."""

    name = "threadline.ui"
    verbose_name = "Screens"
