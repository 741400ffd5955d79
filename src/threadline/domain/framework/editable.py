"""Which parts of a pack a Board changes on screen, and the fields of a row in each.

What is not here, such as which check tells whether a requirement is met, is changed in the files of a pack.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class FieldKind(StrEnum):
    """How a field is typed."""

    LINE = "line"
    WORDS = "words"
    BODY = "body"
    NUMBER = "number"
    WEIGHT = "weight"
    YES_NO = "yes or no"
    ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row: its key in the file, what it is called on screen, a hint, and whether it must be there."""

    key: str
    label: str
    kind: FieldKind = FieldKind.WORDS
    hint: str = ""
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a pack: its rows stand in `files` under the key `rows`, each named by a key of its own.

    `shows` is the field by which a list tells one row from another. A part of wordings has a file for each row.
    """

    id: str
    title: str
    one: str
    says: str
    files: str
    rows: str
    named_by: str
    shows: str
    fields: tuple[Field, ...]

    @property
    def is_wording(self) -> bool:
        """Whether each row is a notice or a letter, a file of its own."""
        return not self.rows


_LENGTH: Final = "A figure and its unit, such as 10 working days, 6 weeks or 3 months."
_BRACES: Final = "What stands in double braces, such as {{ reference }}, is filled in when the message is made."
_TITLE: Final = Field("title", "Title", FieldKind.LINE)
_MESSAGE: Final = (
    _TITLE,
    Field("subject", "Subject", FieldKind.LINE),
    Field("body", "Text", FieldKind.BODY, _BRACES),
)

PARTS: Final = (
    Part(
        "requirements", "Requirements", "requirement", "What the method asks for, row by row.",
        "requirements.yaml", "requirements", "id", "says",
        (
            Field("says", "What it asks for"),
            Field("weight", "How much it binds", FieldKind.WEIGHT,
                  "What must be met keeps its stage open. What should be met is shown, and holds nothing up."),
            Field("waivable_by", "Who may waive it, with a reason", FieldKind.ROLES, "Nobody, where none is ticked.",
                  needed=False),
        ),
    ),
    Part(
        "limits", "Limits", "limit", "The numbers of the method.", "limits.yaml", "limits", "id", "says",
        (
            Field("says", "What it limits"),
            Field("amount", "Amount", FieldKind.NUMBER),
            Field("weight", "How much it binds", FieldKind.WEIGHT),
        ),
    ),
    Part(
        "questions", "Questions of independence", "question", "What everyone who declares independence is asked.",
        "independence.yaml", "questions", "id", "asks",
        (
            Field("asks", "The question"),
            Field("bars", "Does a yes bar the appointment, unless the Chair overrides it?", FieldKind.YES_NO),
        ),
    ),
    Part(
        "test", "Questions of the threshold test", "question", "What the threshold meeting answers with evidence.",
        "threshold.yaml", "limbs", "id", "asks",
        (Field("asks", "The question"), Field("help", "Help beside it", needed=False)),
    ),
    Part(
        "timetable", "Timetable", "milestone", "The milestones, and the time between them.",
        "timetable.yaml", "milestones", "id", "title",
        (
            _TITLE,
            Field("gap", "How long after what it follows, or before what it leads to", FieldKind.LINE, _LENGTH),
            Field("slack", "Days of slippage allowed", FieldKind.NUMBER, needed=False),
        ),
    ),
    Part(
        "clocks", "Duties with a time", "duty", "What law or guidance sets a time for.",
        "clocks.yaml", "clocks", "id", "title",
        (_TITLE, Field("duty", "The duty"), Field("length", "Time", FieldKind.LINE, _LENGTH)),
    ),
    Part(
        "stages", "Stages", "stage", "The stages, in the order of the method.", "stages.yaml", "stages", "id", "title",
        (_TITLE, Field("opens", "What opens it"), Field("closes", "What closes it")),
    ),
    Part(
        "agendas", "Items of the meetings", "item", "What each kind of meeting goes through.",
        "agendas/*.yaml", "items", "id", "title", (_TITLE, Field("says", "What it is for")),
    ),
    Part(
        "letters", "Letters", "letter", "The wording of letters.", "letters/*.md", "", "", "title", _MESSAGE,
    ),
    Part(
        "notices", "Messages", "message", "The wording of messages by e-mail. They name nobody in the case.",
        "notices/*.md", "", "", "title", _MESSAGE,
    ),
    Part(
        "roles", "Names of roles", "role", "What the roles are called here.", "glossary.yaml", "roles", "id", "title",
        (Field("title", "What the role is called", FieldKind.LINE),),
    ),
    Part(
        "words", "Words explained", "word", "What words of the method mean.", "glossary.yaml", "terms", "word", "word",
        (Field("means", "What it means"),),
    ),
)  # fmt: skip
