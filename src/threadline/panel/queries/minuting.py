"""The minutes of a meeting: their versions, and as a document."""

from threadline.panel.models import Meeting, Minutes
from threadline.ui.words import day, moment


def versions(meeting: Meeting) -> list[Minutes]:
    """Every version of the minutes, the latest first, with who wrote it."""
    return list(Minutes.objects.filter(meeting=meeting).select_related("by"))


def as_text(meeting: Meeting, minutes: Minutes) -> tuple[str, str, list[str]]:
    """The minutes as a document: title, text in blocks, and which of the blocks are headings."""
    title = f"{meeting.title}: minutes"
    standing = f"Approved on {day(meeting.approved_at)}." if meeting.approved_at else "Draft, not approved."
    held = f"Review {meeting.review.reference}. Held on {moment(meeting.starts)}."
    headings = [each["title"] for each in minutes.sections]
    blocks = [f"{held} {standing}"]
    for each in minutes.sections:
        blocks += [each["title"], each["text"].replace("\n\n", "\n")]
    return title, "\n\n".join(blocks), headings
