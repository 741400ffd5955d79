"""The threshold app."""

from django.apps import AppConfig


class ThresholdConfig(AppConfig):
    """The referral of an incident, the threshold test, the Independent Chair's decision and the tasking of agencies."""

    name = "threadline.threshold"
    default_auto_field = "django.db.models.BigAutoField"
