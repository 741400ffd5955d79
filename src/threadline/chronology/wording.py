"""The words of the screens for what the domain names by a key."""

from threadline.domain.chronology.entries import Meaning

MEANINGS: dict[Meaning, str] = {
    Meaning.DATE: "Date of the event",
    Meaning.DATE_TIME: "Date and time of the event",
    Meaning.TIME: "Time of the event",
    Meaning.END_DATE: "Date it ended",
    Meaning.END_TIME: "Time it ended",
    Meaning.EVENT: "What happened",
    Meaning.RECORDED: "When it was written down",
    Meaning.AGENCY: "Agency",
    Meaning.SOURCE: "Where it is recorded",
    Meaning.KIND: "Kind of event",
    Meaning.PLACE: "Place",
    Meaning.PROFESSIONAL: "Professional",
    Meaning.PRESENT: "Who was present",
    Meaning.CHILD_SEEN: "Whether the child was seen",
    Meaning.VOICE: "The child's voice",
    Meaning.ACTION: "Action or outcome",
    Meaning.DECISION: "Decision and reason",
    Meaning.EXPECTED: "Expected practice",
    Meaning.COMMENT: "Comment or analysis",
    Meaning.IMPACT: "Impact on the child",
    Meaning.GAPS: "Missing information",
    Meaning.AGE: "Age",
    Meaning.STATUS: "Status",
    Meaning.RATING: "Rating",
    Meaning.SEQUENCE: "Number of the row",
    Meaning.DAY: "Day of the date",
    Meaning.MONTH: "Month of the date",
    Meaning.YEAR: "Year of the date",
    Meaning.OTHER: "Something else (kept as it is)",
}
"""What each meaning is called where a person chooses one."""

LAYOUTS = {
    "rows": "one entry a row",
    "columns": "headings down the side, one entry a column",
    "forms": "each entry a small table of its own",
    "paragraphs": "a dated list without a table",
    "none": "not read as a timeline",
}
"""How a table is laid out."""


def table_words(name: int | str) -> str:
    """ "table 2", or the sheet "Log"."""
    if isinstance(name, int):
        return f"table {name + 1}"
    return "the text" if name == "text" else f"sheet “{name}”" if name else "typed by hand"


def sure_words(confidence: float) -> str:
    """How sure we are of a column, in words."""
    if confidence >= 1:
        return "a person chose this"
    if confidence >= 0.85:
        return "sure"
    return "fairly sure" if confidence >= 0.6 else "not sure"
