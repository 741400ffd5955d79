"""The desk app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """First pages."""

    name = "threadline.desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put them in the frame."""
        from threadline.desk.naming import names_in
        from threadline.notices import wording
        from threadline.ui import navigation

        if names_in not in wording.names:
            wording.names.append(names_in)
        navigation.add(navigation.Item("My work", "work", order=10))
        navigation.add_to_footer(navigation.Item("Help", "help", navigation.anyone, order=10))
        navigation.add_to_footer(navigation.Item("Accessibility", "accessibility", navigation.anyone))
