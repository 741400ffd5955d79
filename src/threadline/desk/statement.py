"""The position statement as a Word document, without a trace of who made it."""

from datetime import date

from threadline.desk.standing import Group, WhereItStands, counted
from threadline.domain.chronology.writers.word_body import document, paragraph, table
from threadline.domain.dates.working_days import in_words
from threadline.reviews.models import Review

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEADINGS = ("No.", "What the method asks for", "Who", "Where it stands", "Why")
WIDTHS = (900, 5600, 1900, 1900, 5100)


def as_word(review: Review, stands: WhereItStands, *, sentences: str, today: date) -> bytes:
    """The statement as it is on a day."""
    about = stands.pack.about
    title = f"Review {review.reference}: position statement"
    body = [
        paragraph(title, "Title"),
        paragraph(f"{review.board.name}. As it stands on {in_words(today)}."),
        *(paragraph(said) for said in (stands.position.headline, stands.now, sentences) if said),
        paragraph(f"Held against {about.title}, version {about.version}.", "Small"),
    ]
    for group in stands.groups:
        body += _group(group)
    return document(title, body)


def _group(group: Group) -> list[str]:
    said = " ".join(part for part in (group.said, f"{counted(line.standing.status for line in group.lines)}.") if part)
    rows = (
        (line.standing.requirement.id, line.standing.requirement.says, line.role, line.status, line.why)
        for line in group.lines
    )
    return [paragraph(group.title, "Heading1"), paragraph(said), table(HEADINGS, WIDTHS, rows)]
