"""The tables of a written chronology, the same in Word and in PDF: the entries, and what stands after them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from threadline.domain.chronology.entries import Entry, Meaning
from threadline.domain.chronology.merge import Chronology, Placed
from threadline.domain.chronology.writers.view import (
    FACTS,
    OPINIONS,
    View,
    asides,
    beside_in_words,
    place_in_words,
    time_in_words,
    used,
    when_in_words,
)

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, its headings, how wide its columns are to each other, its rows."""

    title: str
    headings: Cells
    widths: Sequence[int]
    rows: Sequence[Cells]


def entries_table(chronology: Chronology) -> Table:
    """The entries, one a row. What the agency wrote, its opinions, and what is said beside it have columns of their
    own; the last two only where there is any.
    """
    opinions, beside = bool(used(chronology, OPINIONS)), bool(asides(chronology))
    columns = [
        ("No.", 7, True), ("Date and time", 20, True), ("Agency", 19, True), ("What happened", 52, True),
        ("Other details", 25, True), ("Comment", 16, opinions), ("Beside the entry", 24, beside),
        ("Where it is from", 18, True),
    ]  # fmt: skip
    kept = [shown for _, _, shown in columns]
    return Table(
        "Entries",
        [heading for heading, _, shown in columns if shown],
        [width for _, width, shown in columns if shown],
        [
            [cell for cell, shown in zip(_row(placed), kept, strict=True) if shown]
            for placed in chronology.entries
        ],
    )  # fmt: skip


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
        _labelled(entry, OPINIONS),
        beside_in_words(placed),
        place_in_words(entry),
    ]


def _labelled(entry: Entry, columns: Iterable[tuple[Meaning, str]]) -> str:
    held = dict(entry.fields)
    return "\n".join(f"{heading}: {held[meaning]}" for meaning, heading in columns if meaning in held)


def further(chronology: Chronology, view: View) -> Iterator[Table]:
    """What stands after the entries, as far as there is any of it."""
    early = [[each.known, each.who_knew, each.influence] for each in view.early_history]
    heads = ("What was known", "Who knew", "How it influenced assessment and decisions")
    tables = (
        Table("Earlier history", heads, (6, 4, 6), early),
        Table(
            "What needs attention", ("No.", "Agency", "What to look at", "Where"), (7, 26, 81, 40),
            _attention(chronology),
        ),
        Table("Rows left out", ("Where", "Why", "What the row says"), (40, 38, 76), _left_out(chronology)),
        Table("Files", ("File", "Agency", "Entries", "Rows left out"), (62, 52, 18, 22), _files(chronology)),
        Table("Abbreviations", ("Abbreviation", "What it means"), (2, 7), view.abbreviations),
    )  # fmt: skip
    return (each for each in tables if each.rows)


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
