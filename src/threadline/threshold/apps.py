"""The threshold app."""

from django.apps import AppConfig
from django.http import HttpRequest


class ThresholdConfig(AppConfig):
    """The referral of an incident, the threshold test, the Independent Chair's decision and the tasking of agencies."""

    name = "threadline.threshold"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Take its place in the navigation."""
        from threadline.ui import navigation

        navigation.add(navigation.Item("Referrals", "referrals:start", visible=_reads_referrals, order=15))


def _reads_referrals(request: HttpRequest) -> bool:
    """Whether the person may read some Board's register of referrals."""
    from threadline.access.permissions import Permission
    from threadline.reviews.here import may_somewhere

    return may_somewhere(request, Permission.REFERRAL_READ)
