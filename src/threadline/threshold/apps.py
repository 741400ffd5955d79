"""The threshold app."""

from django.apps import AppConfig
from django.http import HttpRequest


class ThresholdConfig(AppConfig):
    """The referral of an incident, the threshold test, the Independent Chair's decision and the tasking of agencies."""

    name = "threadline.threshold"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Take its place in the navigation, in the bar of a review, in what comes next and among the checks."""
        from datetime import time

        from threadline.access.permissions import Permission
        from threadline.jobs import schedule
        from threadline.notices import kinds
        from threadline.reviews import frame
        from threadline.reviews.actions import planning
        from threadline.threshold import requirements, rounds  # noqa: F401  # requirements registers the checks
        from threadline.threshold.actions import telling
        from threadline.threshold.queries import next
        from threadline.ui import navigation

        navigation.add(navigation.Item("Referrals", "referrals:start", visible=_reads_referrals, order=15))
        frame.add_part(frame.PartOf("Commissioning", "threshold:commissioning", 1, Permission.THRESHOLD_READ))
        frame.add_part(frame.PartOf("Letters", "threshold:letters", 25, Permission.LETTER_READ, own_agency=True))
        frame.add_next(next.in_review)
        frame.add_next_at_boards(next.at_boards)
        frame.add_asked(next.asked_of)
        frame.add_changes(next.changed_in)
        planning.reached.append(telling.reached)
        kinds.register(rounds.CLOCK, rounds.MISSED)
        schedule.daily("threshold.agencies", rounds.remind_agencies, at=time(6, 30))
        schedule.daily("threshold.limits", rounds.watch_limits, at=time(6, 20))


def _reads_referrals(request: HttpRequest) -> bool:
    """Whether the person may read some Board's register of referrals."""
    from threadline.access.permissions import Permission
    from threadline.reviews.here import may_somewhere

    return may_somewhere(request, Permission.REFERRAL_READ)
