"""From a file's raw tables to its entries: the whole reading, the same every time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from threadline.domain.chronology.agency import SURE_ENOUGH, Whose, agencies_before_sources, find_agency, local_agency
from threadline.domain.chronology.columns import DAYS
from threadline.domain.chronology.corrections import Corrections, RowFix
from threadline.domain.chronology.days import Days
from threadline.domain.chronology.entries import (
    Act,
    Attention,
    Column,
    Entry,
    LeftOut,
    Level,
    Meaning,
    Place,
    Reading,
    TableName,
    TableReading,
    Why,
)
from threadline.domain.chronology.form_entries import read_forms
from threadline.domain.chronology.grid import Document
from threadline.domain.chronology.kinds_of_row import shape_of
from threadline.domain.chronology.lines import Line
from threadline.domain.chronology.paragraphs import read_paragraphs, reads_as_list
from threadline.domain.chronology.periods import Period, period_in
from threadline.domain.chronology.table_rows import SENTENCES, Sheet, read_rows
from threadline.domain.chronology.tables import Candidate, choose, look

TEXT = "text"
_SHEETS = ("xlsx", "xls", "ods")
_NOTHING = Corrections()
_DOUBTFUL = 0.6


def interpret(
    document: Document, *, agency: str | None = None, today: date | None = None, corrections: Corrections = _NOTHING
) -> Reading:
    """Read a document's tables into entries and left-out rows.

    `agency` names the sender when it is known; `today` lets dates after it be questioned; `corrections` are what a person has said.
    The same arguments always give the same reading, and every row with any text is in exactly one of `entries` and `left_out`.
    """
    candidates = _candidates(document, corrections)
    taken = [one for one in candidates if one.layout]
    texts = _running_text(document) if not taken else []
    whose = _whose(document, candidates, agency, corrections)
    locals_ = _local_agencies(taken, whose)
    days = Days(today=today)
    tables: list[TableReading] = []
    found: list[Entry | LeftOut] = []
    for one in candidates:
        if document.kind in _SHEETS:
            days.previous, days.period = None, None
        rows = _read(document, one, days, locals_.get(one.table.name, whose.name), corrections)
        found.extend(rows)
        tables.append(_table_reading(one, rows))
    if texts:
        rows = list(read_paragraphs(document.file, TEXT, texts, days, whose.name, _fixes(TEXT, corrections)))
        found.extend(rows)
        tables.append(_text_reading(rows))
    return _reading(document, whose, tables, found)


def _candidates(document: Document, corrections: Corrections) -> tuple[Candidate, ...]:
    looked: list[Candidate] = []
    above: Candidate | None = None
    for table in document.tables:
        one = look(table, corrections, above)
        looked.append(one)
        if one.layout == "rows" and document.kind not in _SHEETS:
            above = one
    return choose(looked, corrections)


def _running_text(document: Document) -> list[tuple[int, str]]:
    """The document's paragraphs with their numbers, when they read as a dated list."""
    texts = [text for table in document.tables for text in table.before] + list(document.after)
    numbered = [(number, text.strip()) for number, text in enumerate(texts, 1) if text.strip()]
    return numbered if reads_as_list([text for _, text in numbered]) else []


def _whose(document: Document, candidates: Sequence[Candidate], agency: str | None, corrections: Corrections) -> Whose:
    if corrections.agency:
        return Whose(corrections.agency, 1.0, "A person said so")
    if agency:
        return Whose(agency, 1.0, "Given with the file")
    blocks: list[Line] = []
    for one in candidates:
        if not one.layout:
            blocks.extend(one.lines)
        elif one.heading is not None:
            blocks.extend(one.lines[: one.heading.first_line])
    sheets = [str(one.table.name) for one in candidates if one.layout and isinstance(one.table.name, str)]
    return find_agency(document, blocks, sheets)


def _local_agencies(taken: Sequence[Candidate], whose: Whose) -> dict[TableName, str]:
    """Agencies that stand just above each table, when they differ from table to table; a person's word overrules them."""
    if whose.confidence == 1.0:
        return {}
    named = {
        one.table.name: local_agency(
            one.table.before, one.table.name, one.lines[: one.heading.first_line] if one.heading else ()
        )
        for one in taken
    }
    return {name: agency for name, agency in named.items() if agency} if len({*named.values()} - {""}) > 1 else {}


def _fixes(table: TableName, corrections: Corrections) -> dict[int, RowFix]:
    return {fix.row: fix for fix in corrections.rows if fix.table == table}


def _read(
    document: Document, one: Candidate, days: Days, agency: str, corrections: Corrections
) -> list[Entry | LeftOut]:
    fixes = _fixes(one.table.name, corrections)
    if one.layout == "forms":
        return list(read_forms(document.file, one, days, agency, fixes))
    if not one.layout or one.heading is None:
        return _aside(document.file, one, days, agency, fixes)
    shape = shape_of(one.columns, one.heading.words)
    sources = [line.text(shape.source) for line in one.body[:200]] if shape.source is not None else []
    sheet = Sheet(
        document.file,
        one.table.name,
        one.body,
        shape,
        fixes,
        agency,
        agencies_before_sources(sources),
        one.table.hidden,
    )
    _enter_heading(one, days)
    rows: list[Entry | LeftOut] = list(_above(document.file, one))
    rows.extend(read_rows(sheet, days))
    return rows


def _enter_heading(one: Candidate, days: Days) -> None:
    """Let a year in the sheet's name or in the paragraph above the table count as its heading."""
    titles = [line.single for line in one.lines[: one.heading.first_line] if line.single] if one.heading else []
    for text in (*titles[-1:], *one.table.before[-1:], one.table.name):
        period = period_in(str(text)) if text and not isinstance(text, int) else None
        if period is not None and not period.is_day:
            days.inside(period)
            return


def _above(file: str, one: Candidate) -> list[LeftOut]:
    """The title rows above a table's headings, and the headings."""
    if one.heading is None:
        return []
    headings = set(one.heading.rows)
    return [
        LeftOut(
            Place(file, one.table.name, line.number),
            why,
            SENTENCES[why],
            tuple(("", text) for text in line.texts if text),
        )
        for line in one.lines[: one.heading.begins]
        for why in (Why.HEADING if line.number in headings else Why.TITLE,)
    ]


def _aside(file: str, one: Candidate, days: Days, agency: str, fixes: dict[int, RowFix]) -> list[Entry | LeftOut]:
    """Every row of a table that is no chronology, left out; a row a person took in is read all the same."""
    from threadline.domain.chronology.form_entries import by_hand

    rows: list[Entry | LeftOut] = []
    for line in one.lines:
        fix = fixes.get(line.number)
        if fix is not None and fix.take_in:
            rows.append(by_hand(file, one.table.name, line, days, agency, fix))
            continue
        why = Why.BY_HAND if fix is not None and fix.leave_out else Why.OTHER_TABLE
        sentence = SENTENCES[why] if why is Why.BY_HAND else f"Its table is not a chronology. {one.why}."
        cells = tuple(("", text) for text in line.texts if text)
        rows.append(LeftOut(Place(file, one.table.name, line.number), why, sentence, cells))
    return rows


def _table_reading(one: Candidate, rows: Sequence[Entry | LeftOut]) -> TableReading:
    entries = sum(isinstance(row, Entry) for row in rows)
    return TableReading(
        table=one.table.name,
        layout=one.layout or "none",
        why=one.why,
        heading_rows=one.heading.rows if one.heading and one.layout else (),
        columns=one.columns if one.layout else (),
        entries=entries,
        left_out=len(rows) - entries,
        hidden=one.table.hidden,
    )


def _text_reading(rows: Sequence[Entry | LeftOut]) -> TableReading:
    entries = sum(isinstance(row, Entry) for row in rows)
    why = "The document has no table; its paragraphs open with dates"
    return TableReading(table=TEXT, layout="paragraphs", why=why, entries=entries, left_out=len(rows) - entries)


def _reading(document: Document, whose: Whose, tables: list[TableReading], found: list[Entry | LeftOut]) -> Reading:
    entries = tuple(row for row in found if isinstance(row, Entry))
    if all(table.layout in ("forms", "rows", "none") for table in tables):
        entries = _one_to_a_table(entries, tables)
    return Reading(
        file=document.file,
        kind=document.kind,
        digest=document.digest,
        agency=whose.name,
        agency_confidence=whose.confidence,
        agency_why=whose.why,
        tables=tuple(tables),
        entries=entries,
        left_out=tuple(row for row in found if isinstance(row, LeftOut)),
        notes=document.notes,
        attention=_of_file(whose, tables, entries),
    )


def _one_to_a_table(entries: tuple[Entry, ...], tables: Sequence[TableReading]) -> tuple[Entry, ...]:
    """Where every chronology table of a file holds one entry each, the row is 1: the small table is the entry."""
    holding = [table for table in tables if table.layout != "none"]
    if len(holding) < 2 or any(table.entries != 1 for table in holding):
        return entries
    return tuple(
        replace(entry, place=replace(entry.place, row=1), rows=entry.rows or (entry.place.row,))
        if entry.place.row != 1
        else entry
        for entry in entries
    )


def _of_file(whose: Whose, tables: Sequence[TableReading], entries: Sequence[Entry]) -> tuple[Attention, ...]:
    """The matters that concern the file as a whole."""
    found: list[Attention] = []
    if not entries:
        remedy = "Choose the heading row and the columns, or ask the agency for a table with dates and events."
        sentence = "Nothing in this file reads as a chronology: no table has both dates and what happened."
        found.append(Attention("no_chronology", sentence, remedy, (Act.CHOOSE_HEADING, Act.CHOOSE_COLUMN)))
    if whose.confidence < SURE_ENOUGH:
        sentence = f"The file does not say which agency it is from. We took “{whose.name}” from its name."
        found.append(Attention("agency", sentence, "Choose the agency.", (Act.NAME_AGENCY,)))
    for table in tables:
        found.extend(_of_table(table))
    return tuple(found)


def _of_table(table: TableReading) -> list[Attention]:
    found = [
        _doubt(column)
        for column in table.columns
        if column.meaning in (*DAYS, Meaning.EVENT) and column.confidence < _DOUBTFUL
    ]
    if table.hidden and table.entries:
        sentence = f"“{table.table}” is hidden in the file. Its {table.entries} rows are read."
        found.append(
            Attention(
                "hidden_table", sentence, "Leave the table out if it should not count.", (Act.LEAVE_OUT,), Level.NOTE
            )
        )
    return found


def _doubt(column: Column) -> Attention:
    what = "when it happened" if column.meaning in DAYS else "what happened"
    sentence = f"We are not sure that “{column.key}” says {what}. {column.why}."
    return Attention("column", sentence, "Confirm the column or choose another.", (Act.CHOOSE_COLUMN,))


def within(period: Period, day: date) -> bool:
    """True when a day is in a period."""
    return period.first <= day <= period.last
