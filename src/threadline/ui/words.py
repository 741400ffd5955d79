"""How dates, times and counts read on a screen (GOV.UK style: "3 February 2015", "2:15pm", "1 file")."""

import datetime as dt

from django.utils import timezone
from markupsafe import Markup, escape

NOT_SET = "not set"


def day(value: dt.date | None, missing: str = NOT_SET) -> str:
    """ "3 February 2015". A moment is first brought to local time; None reads as `missing`."""
    if value is None:
        return missing
    value = _local(value)
    return f"{value.day} {value:%B} {value.year}"


def weekday(value: dt.date | None, missing: str = NOT_SET) -> str:
    """ "Tuesday 3 February 2015". None reads as `missing`."""
    return missing if value is None else f"{_local(value):%A} {day(value)}"


def clock(value: dt.time | dt.datetime | None, missing: str = NOT_SET) -> str:
    """ "2:15pm", "2pm", "midday", "midnight". A moment is first brought to local time; None reads as `missing`."""
    if value is None:
        return missing
    if isinstance(value, dt.datetime):
        value = (timezone.localtime(value) if timezone.is_aware(value) else value).time()
    if value.minute == 0 and value.hour in (0, 12):
        return "midday" if value.hour else "midnight"
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'pm' if value.hour >= 12 else 'am'}"


def moment(value: dt.datetime | None, missing: str = NOT_SET) -> str:
    """ "3 February 2015 at 2:15pm", in local time. None reads as `missing`."""
    return missing if value is None else f"{day(value)} at {clock(value)}"


def plural(count: int, one: str, many: str = "") -> str:
    """ "1 file", "3 files", "1,204 entries". `many` is `one` with an s unless given."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """`text` with its first letter in upper case and the rest as written."""
    return text[:1].upper() + text[1:]


def paragraphs(text: str) -> Markup:
    """`text` as typed by a person: blank lines part paragraphs, line ends stay; nothing in it is read as HTML."""
    blocks = (block.strip() for block in text.replace("\r\n", "\n").split("\n\n"))
    made = (Markup("<p>{}</p>").format(Markup("<br>").join(escape(block).split("\n"))) for block in blocks if block)
    return Markup("").join(made)


def _local(value: dt.date) -> dt.date:
    return timezone.localtime(value) if isinstance(value, dt.datetime) and timezone.is_aware(value) else value
