"""The columns of the merged chronology in a spreadsheet or CSV file, and the values of one row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from threadline.domain.chronology.beside import About, said
from threadline.domain.chronology.entries import Entry, Meaning
from threadline.domain.chronology.merge import Chronology, Placed
from threadline.domain.chronology.writers.view import (
    FACTS,
    OPINIONS,
    asides,
    attention_in_words,
    period_in_words,
    time_in_words,
    used,
    when_in_words,
)

Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One column: its heading, its width in characters, and how its value is taken from an entry."""

    text: str
    width: int
    value: Callable[[Placed], Value]


def headings(chronology: Chronology) -> list[Shown]:
    """Return the columns to show: the fixed ones, and of the others those that any entry fills."""
    facts = [_field(meaning, heading) for meaning, heading in used(chronology, FACTS)]
    opinions = [_field(meaning, heading) for meaning, heading in used(chronology, OPINIONS)]
    period = [Shown("In the period", 10, period_in_words)] if chronology.period else []
    recorded = (
        [Shown("Recorded on", 12, _recorded)] if any(placed.entry.recorded for placed in chronology.entries) else []
    )
    return [
        Shown("No.", 6, lambda placed: placed.number),
        Shown("Date", 24, lambda placed: when_in_words(placed.entry)),
        Shown("From", 12, lambda placed: placed.entry.when.earliest),
        Shown("To", 12, lambda placed: placed.entry.when.latest),
        Shown("Time", 14, lambda placed: time_in_words(placed.entry)),
        Shown("Agency", 22, lambda placed: placed.entry.agency),
        Shown("What happened", 70, lambda placed: placed.entry.description),
        *facts,
        *opinions,
        *recorded,
        *(_aside(about) for about in asides(chronology)),
        Shown("Other columns", 30, lambda placed: _others(placed.entry)),
        Shown("Date as given", 18, lambda placed: placed.entry.date_text),
        Shown("Taken from elsewhere", 30, lambda placed: placed.entry.assumed),
        Shown("Needs attention", 40, lambda placed: attention_in_words(placed.entry.attention)),
        *period,
        Shown("File", 28, lambda placed: placed.entry.place.file),
        Shown("Table", 12, lambda placed: placed.entry.place.table),
        Shown("Row", 6, lambda placed: placed.entry.place.row),
    ]


def row(placed: Placed, shown: Sequence[Shown]) -> list[Value]:
    """Return the values of one entry for the columns shown."""
    return [column.value(placed) for column in shown]


def _field(meaning: Meaning, heading: str) -> Shown:
    return Shown(heading, 24, lambda placed: placed.entry.field(meaning))


def _aside(about: About) -> Shown:
    return Shown(str(about), 30, lambda placed: said(placed.beside, about))


def _recorded(placed: Placed) -> Value:
    recorded = placed.entry.recorded
    if recorded is None:
        return ""
    return recorded.earliest if recorded.earliest and recorded.earliest == recorded.latest else recorded.text


def _others(entry: Entry) -> str:
    """The columns that were not understood, with their headings, so that nothing an agency wrote is missing."""
    known = {text for _, text in entry.fields} | {entry.description, entry.date_text, entry.time_text, entry.agency}
    told = entry.description
    return "\n".join(
        f"{heading}: {text}" if heading else text
        for heading, text in entry.cells
        if text and text not in known and text not in told
    )
