"""Calendar files that name nobody: when, the review by its reference, where to find the papers (TRUST 67, T15)."""

from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Calendar
from icalendar import Event as Entry

from threadline.notices.wording import absolute


@dataclass(frozen=True, slots=True)
class Meeting:
    """Something with a time. `uid` is the record's own random id, the same each time it is sent.

    `sequence` rises with every change, so that calendars take the newer for the older; `cancelled` takes it out again.
    """

    uid: str
    starts: datetime
    ends: datetime
    sequence: int = 0
    cancelled: bool = False


def file_for(meeting: Meeting, *, reference: str, link: str) -> str:
    """The calendar file. It holds no names, no place, no guests and no agenda."""
    entry = Entry()
    entry.add("uid", f"{meeting.uid}@threadline")
    entry.add("summary", f"Meeting, review {reference}" if reference else "Meeting")
    entry.add("description", f"Agenda and papers are behind your sign-in: {absolute(link)}")
    entry.add("dtstart", meeting.starts.astimezone(UTC))
    entry.add("dtend", meeting.ends.astimezone(UTC))
    entry.add("dtstamp", datetime.now(UTC))
    entry.add("sequence", meeting.sequence)
    entry.add("class", "CONFIDENTIAL")
    entry.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    whole = Calendar()
    whole.add("prodid", "-//Threadline//EN")
    whole.add("version", "2.0")
    whole.add("method", "CANCEL" if meeting.cancelled else "PUBLISH")
    whole.add_component(entry)
    return str(whole.to_ical().decode())
