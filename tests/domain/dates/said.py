"""A reading on one line, so that a table of texts can say beside each what it means."""

from datetime import date, time

from threadline.domain.dates import DateReading, read


def said(text: str, *, previous: str = "", year: int | None = None, today: str = "") -> str:
    """What is read from a text: days, times, precision (unless exact), qualifier and !problem."""
    return shown(
        read(
            text,
            previous=date.fromisoformat(previous) if previous else None,
            year=year,
            today=date.fromisoformat(today) if today else None,
        )
    )


def shown(reading: DateReading) -> str:
    """`2015-06-05 14:00`, `2015-06-03..2015-06-05 range`, `..2014-05-22 open before`, `unknown !needs_context`."""
    parts = [_days(reading), _times(reading.time_from, reading.time_to)]
    parts.append("" if reading.precision == "exact" else str(reading.precision))
    parts.append("" if reading.qualifier in (None, reading.precision) else str(reading.qualifier))
    parts.append(f"!{reading.problem}" if reading.problem else "")
    return " ".join(part for part in parts if part)


def _days(reading: DateReading) -> str:
    first, last = reading.earliest, reading.latest
    if first == last:
        return first.isoformat() if first else ""
    return f"{first or ''}..{last or ''}"


def _times(first: time | None, last: time | None) -> str:
    if first is None and last is None:
        return ""
    return (f"{first:%H:%M}" if first else "") + (f"-{last:%H:%M}" if last else "")
