"""chronology.yaml."""

from threadline.domain.framework.fields import Row, each
from threadline.domain.framework.pack import (
    Abbreviation,
    CheckKind,
    Chronologies,
    FormColumn,
    QuestionsMessage,
    TimelineCheck,
    TimelineLimit,
    WordList,
)


def chronologies(row: Row) -> Chronologies:
    """chronology.yaml."""
    found = Chronologies(
        limits=each(row.rows("limits", "limit"), _limit),
        checks=each(row.rows("checks", "check"), _check),
        words=each(row.rows("words", "word list"), _words),
        abbreviations=each(row.rows("abbreviations", "abbreviation"), _abbreviation),
        columns=each(row.rows("columns", "column"), _column),
        guidance=row.texts("guidance"),
        message=_message(row.row("message", "message")),
    )
    row.close()
    return found


def _limit(row: Row) -> TimelineLimit:
    return TimelineLimit(row.identifier("limit of a timeline"), row.text("says"), row.number("amount", 0, 10_000))


def _check(row: Row) -> TimelineCheck:
    return TimelineCheck(
        id=row.identifier("check of a timeline"),
        number=row.number("number", 1, 999),
        title=row.text("title"),
        kind=row.choice("kind", CheckKind),
        asks=row.text("asks"),
        why=row.text("why"),
    )


def _words(row: Row) -> WordList:
    return WordList(row.identifier("word list"), row.texts("phrases"))


def _abbreviation(row: Row) -> Abbreviation:
    short = row.text("short")
    row.book.define("abbreviation", short, row.place_at("short"))
    return Abbreviation(short, row.text("means"))


def _column(row: Row) -> FormColumn:
    return FormColumn(
        meaning=row.identifier("column of the form", key="meaning"),
        heading=row.text("heading"),
        help=row.text("help"),
        choices=row.texts("choices", required=False),
        must=row.yes_no("must", default=False),
    )


def _message(row: Row | None) -> QuestionsMessage:
    if row is None:
        return QuestionsMessage("", "")
    found = QuestionsMessage(row.text("opening"), row.text("closing"))
    row.close()
    return found
