"""The desk app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """First pages."""

    name = "threadline.desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put them in the frame, and load what the areas can tell of a review's standing."""
        from django.utils.module_loading import autodiscover_modules

        from threadline.access.permissions import Permission
        from threadline.desk.naming import names_in
        from threadline.notices import wording
        from threadline.reviews import frame
        from threadline.ui import navigation

        autodiscover_modules("requirements")
        if names_in not in wording.names:
            wording.names.append(names_in)
        frame.add_part(frame.PartOf("Your part", "own_part", 5, Permission.OWN_PART_READ))
        navigation.add(navigation.Item("My work", "work", order=10))
        navigation.add_to_footer(navigation.Item("Help", "help", navigation.anyone, order=10))
        navigation.add_to_footer(navigation.Item("Accessibility", "accessibility", navigation.anyone))
