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
        navigation.lead_to_readers_with(_readers_of)
        navigation.add(navigation.Item("Administration", "administration:start", visible=_administers, order=40))


def _administers(request: HttpRequest) -> bool:
    """Whether the person looks after some Board."""
    from threadline.access.permissions import Permission
    from threadline.reviews.here import may_somewhere

    return may_somewhere(request, Permission.AUDIT_READ) or may_somewhere(request, Permission.ACCOUNT_HELP)


def _readers_of(request: HttpRequest, model: str, pk: object) -> str:
    """Where it stands who can read a record of the review whose page this is; empty for whoever may not ask."""
    from django.urls import reverse

    from threadline.access.permissions import Permission
    from threadline.access.within import Standing
    from threadline.reviews.here import held

    review = getattr(request, "review_here", None)
    if review is None or not Standing(request.user, review, held=held(request)).may(Permission.ROLE_READ):  # type: ignore[arg-type]  # a page of a review has somebody signed in
        return ""
    return reverse("access:thing", args=[review.reference, model, pk])
