"""The administration app."""

from datetime import time

from django.apps import AppConfig
from django.http import HttpRequest


class AdministrationConfig(AppConfig):
    """Pages for those who look after a Board's people and its trail."""

    name = "threadline.administration"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Take its place in the navigation and in the bar of a review."""
        from threadline.access.permissions import Permission
        from threadline.administration import watch
        from threadline.jobs import schedule
        from threadline.reviews import frame
        from threadline.ui import navigation

        schedule.every("administration.refusals", watch.watch_refusals, minutes=5)
        schedule.daily("administration.proof", watch.prove_trail, at=time(2, 10))
        schedule.daily("administration.head", watch.send_head, at=time(6))

        frame.add_part(frame.PartOf("Who can read", "access:review", 90, Permission.ROLE_READ))
        navigation.add(navigation.Item("Administration", "administration:start", visible=_administers, order=40))


def _administers(request: HttpRequest) -> bool:
    """Whether the person looks after some Board."""
    from threadline.access.permissions import Permission
    from threadline.reviews.here import may_somewhere

    return may_somewhere(request, Permission.AUDIT_READ) or may_somewhere(request, Permission.ACCOUNT_HELP)
