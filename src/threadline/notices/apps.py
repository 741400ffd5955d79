"""The notices app."""

from datetime import time

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """What the service tells people, on their page and by e-mail, and never anything of a case."""

    name = "threadline.notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Take its place in the navigation, and have letters sent."""
        from threadline.jobs import schedule
        from threadline.notices import actions, jobs
        from threadline.reviews import telling
        from threadline.ui import navigation

        telling.tell_with(actions.tell)
        navigation.add(navigation.Item("Notices", "notices:list", order=30))
        schedule.every("notices.send", jobs.send_waiting, minutes=2)
        schedule.daily("notices.day", jobs.write_day, at=time(7, 30))
