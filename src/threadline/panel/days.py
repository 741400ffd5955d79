"""Days as moments, here."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def begins(day: date) -> datetime:
    """When a day begins."""
    return datetime.combine(day, time(), tzinfo=timezone.get_current_timezone())


def after(last: date | None) -> datetime | None:
    """The moment after the last day; None for no last day."""
    return begins(last + timedelta(days=1)) if last else None
