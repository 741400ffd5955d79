"""The merged chronology as a Word document: landscape, headings repeated on each page, facts and comment in columns of
their own.
"""

from collections.abc import Iterable, Sequence

from threadline.domain.chronology.entries import Entry, Meaning
from threadline.domain.chronology.merge import ORDER, Chronology, Placed
from threadline.domain.chronology.writers.view import (
    FACTS,
    OPINIONS,
    View,
    place_in_words,
    statement,
    time_in_words,
    used,
    when_in_words,
)
from threadline.domain.chronology.writers.word_body import document, paragraph, table

Cells = Sequence[str]


def write_docx(chronology: Chronology, view: View) -> bytes:
    """Return a Word document: title, what is shown, the entries as one table, then what needs attention, rows left out
    and files.
    """
    body = [
        paragraph(view.title, "Title"),
        *(paragraph(said) for said in statement(chronology, view)),
        paragraph(ORDER, "Small"),
        _entries(chronology),
        *_listed(
            "What needs attention",
            _attention(chronology),
            ("No.", "Agency", "What to look at", "Where"),
            (700, 2600, 8100, 4000),
        ),
        *_listed("Rows left out", _left_out(chronology), ("Where", "Why", "What the row says"), (4000, 3800, 7600)),
        *_listed("Files", _files(chronology), ("File", "Agency", "Entries", "Rows left out"), (6200, 5200, 1800, 2200)),
    ]
    return document(view.title, body)


def _entries(chronology: Chronology) -> str:
    opinions = bool(used(chronology, OPINIONS))
    headings = [
        "No.",
        "Date and time",
        "Agency",
        "What happened",
        "Other details",
        *(["Comment"] if opinions else []),
        "Where it is from",
    ]
    widths = [700, 2000, 1900, 5200, 2600, 1600, 1400] if opinions else [700, 2000, 1900, 6200, 3000, 1600]
    rows = (
        [*_row(placed), *([_labelled(placed.entry, OPINIONS)] if opinions else []), place_in_words(placed.entry)]
        for placed in chronology.entries
    )
    return table(headings, widths, rows)


def _row(placed: Placed) -> list[str]:
    entry = placed.entry
    moment = [when_in_words(entry), time_in_words(entry)]
    if placed.in_period is False:
        moment.append("Outside the period")
    if entry.assumed:
        moment.append(entry.assumed)
    return [
        str(placed.number),
        "\n".join(part for part in moment if part),
        entry.agency,
        entry.description,
        _labelled(entry, FACTS),
    ]


def _labelled(entry: Entry, columns: Iterable[tuple[Meaning, str]]) -> str:
    held = dict(entry.fields)
    return "\n".join(f"{heading}: {held[meaning]}" for meaning, heading in columns if meaning in held)


def _attention(chronology: Chronology) -> list[Cells]:
    files: list[Cells] = [
        ["", source.agency, f"{matter.sentence} {matter.remedy}", source.file]
        for source in chronology.sources
        for matter in source.attention
    ]
    return files + [
        [str(placed.number), placed.entry.agency, f"{matter.sentence} {matter.remedy}", place_in_words(placed.entry)]
        for placed, matter in chronology.attention
    ]


def _left_out(chronology: Chronology) -> list[Cells]:
    return [
        [str(row.place), row.sentence, " | ".join(text for _, text in row.cells if text)] for row in chronology.left_out
    ]


def _files(chronology: Chronology) -> list[Cells]:
    return [[source.file, source.agency, str(source.entries), str(source.left_out)] for source in chronology.sources]


def _listed(title: str, rows: Sequence[Cells], headings: Cells, widths: Sequence[int]) -> list[str]:
    """A heading with a table below it; nothing when there are no rows."""
    return [paragraph(title, "Heading1"), table(headings, widths, rows)] if rows else []
