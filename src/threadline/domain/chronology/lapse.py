"""How long after the line above something happened, as far as both are known."""

from datetime import date, datetime, time

Moment = tuple[date | None, date | None, time | None]
"""The first and last day something may be of, and its time."""


def since(above: Moment, now: Moment) -> str:
    """ "3 days later", "2 hours 15 minutes later"; empty where either day is uncertain, or nothing can be said."""
    first, last, at = now
    earlier, until, before = above
    if first is None or earlier is None or first != last or earlier != until:
        return ""
    days = (first - earlier).days
    if days > 0:
        return f"{_count(days, 'day')} later"
    if days < 0 or at is None or before is None or at <= before:
        return ""
    minutes = int((datetime.combine(first, at) - datetime.combine(first, before)).total_seconds()) // 60
    hours, rest = divmod(minutes, 60)
    parts = [_count(hours, "hour") if hours else "", _count(rest, "minute") if rest else ""]
    told = " ".join(filter(None, parts))
    return f"{told} later" if told else ""


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
