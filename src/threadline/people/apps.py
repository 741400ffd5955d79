"""The people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The register of people named in a case."""

    name = "threadline.people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Take its place in the bar of a review."""
        from threadline.access.permissions import Permission
        from threadline.reviews import frame

        frame.add_part(frame.PartOf("People", "people:register", 20, Permission.PERSON_READ))
