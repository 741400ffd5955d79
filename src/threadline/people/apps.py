"""The people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The register of people named in a case."""

    name = "threadline.people"
    default_auto_field = "django.db.models.BigAutoField"
