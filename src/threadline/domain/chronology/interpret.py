"""From a file's raw tables to its entries: the whole reading, the same every time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from threadline.domain.chronology.agency import Whose, agencies_before_sources, find_agency, local_agency
from threadline.domain.chronology.asides import rows_aside
from threadline.domain.chronology.corrections import Corrections, RowFix
from threadline.domain.chronology.days import Days
from threadline.domain.chronology.entries import Entry, LeftOut, Reading, TableName, TableReading, Why
from threadline.domain.chronology.file_matters import matters_of_file
from threadline.domain.chronology.form_entries import read_forms
from threadline.domain.chronology.form_tables import take_forms
from threadline.domain.chronology.grid import Document
from threadline.domain.chronology.kinds_of_row import shape_of
from threadline.domain.chronology.lines import Line
from threadline.domain.chronology.paragraphs import read_paragraphs, reads_as_list
from threadline.domain.chronology.sections import Section
from threadline.domain.chronology.table_rows import Sheet, left_out, read_rows
from threadline.domain.chronology.tables import Candidate, choose, look, standing_over

TEXT = "text"
"""The table's name of entries that are paragraphs of running text."""

_SHEETS = ("xlsx", "xls", "ods")
_NOTHING = Corrections()
_LOOKED_AT = 200

Rows = Iterator[Entry | LeftOut]


def interpret(
    document: Document, *, agency: str | None = None, today: date | None = None, corrections: Corrections = _NOTHING
) -> Reading:
    """Read a document's tables into entries and left-out rows.

    `agency` names the sender when it is known; `today` lets dates after it be questioned; `corrections` are what a
    person has said. The same arguments always give the same reading, and every row with any text is in exactly one of
    the entries (by its place, or among the `rows` of an entry that takes several) and the left-out rows.
    """
    candidates = _candidates(document, corrections)
    texts = [] if any(one.layout for one in candidates) else _running_text(document)
    whose = _whose(document, candidates, agency, corrections)
    nearer = _nearer_agencies(candidates, whose)
    days = Days(today=today)
    tables: list[TableReading] = []
    found: list[Entry | LeftOut] = []
    for one in candidates:
        if document.kind in _SHEETS:
            days.forget()
        fixes = _fixes(one.table.name, corrections)
        rows = list(_read(document.file, one, days, nearer.get(one.table.name, whose.name), fixes))
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
        if one.layout == "rows":
            above = one
    return _numbered(choose(take_forms(looked, corrections), corrections))


def _numbered(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Where every chronology table is a heading and one row, the small table is the entry: its row is 1."""
    holding = [one for one in candidates if one.layout]
    if len(holding) < 2 or not all(_is_one_row(one) for one in holding):
        return candidates
    return tuple(_as_one(one) if one.layout else one for one in candidates)


def _is_one_row(one: Candidate) -> bool:
    single = len(one.sections) == 1 and len(one.sections[0].body) == 1
    return one.layout == "rows" and single and not one.titles and bool(one.sections[0].heading.rows)


def _as_one(one: Candidate) -> Candidate:
    section = one.sections[0]
    line = replace(section.body[0], number=1)
    heading = replace(section.heading, rows=())
    return replace(one, sections=(Section(heading, section.columns, (line,)),), whole=True)


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
        blocks.extend(one.titles if one.layout else one.lines)
    sheets = [str(one.table.name) for one in candidates if one.layout and isinstance(one.table.name, str)]
    return find_agency(document, blocks, sheets)


def _nearer_agencies(candidates: Sequence[Candidate], whose: Whose) -> dict[TableName, str]:
    """Agencies that stand just above each table, when they differ; a person's word overrules them."""
    if whose.confidence == 1.0:
        return {}
    named = {
        one.table.name: local_agency(one.table.before, one.table.name, one.titles) for one in candidates if one.layout
    }
    return {name: agency for name, agency in named.items() if agency} if len({*named.values()} - {""}) > 1 else {}


def _fixes(table: TableName, corrections: Corrections) -> dict[int, RowFix]:
    return {fix.row: fix for fix in corrections.rows if fix.table == table}


def _read(file: str, one: Candidate, days: Days, agency: str, fixes: Mapping[int, RowFix]) -> Rows:
    """Read one table in its layout."""
    if one.layout == "forms":
        yield from read_forms(file, one, days, agency, fixes)
    elif one.layout == "paragraphs":
        texts = [(line.number, line.texts[0]) for line in one.lines]
        yield from read_paragraphs(file, one.table.name, texts, days, agency, fixes)
    elif one.layout:
        yield from _read_sections(file, one, days, agency, fixes)
    else:
        yield from rows_aside(file, one, one.lines, Why.OTHER_TABLE, days, agency, fixes)


def _read_sections(file: str, one: Candidate, days: Days, agency: str, fixes: Mapping[int, RowFix]) -> Rows:
    yield from rows_aside(file, one, one.titles, Why.TITLE, days, agency, fixes)
    _enter_heading(one, days)
    by_number = {line.number: line for line in one.lines}
    for section in one.sections:
        shape = shape_of(section.columns, section.heading.words)
        sheet = Sheet(
            file=file,
            table=one.table.name,
            body=section.body,
            shape=shape,
            fixes=fixes,
            agency=agency,
            agency_in_source=agencies_before_sources(_texts(section, shape.source)),
            capitals=_in_capitals(_texts(section, shape.events[0] if shape.events else None)),
            hidden=one.table.hidden,
        )
        for number in section.heading.rows:
            yield left_out(sheet, by_number[number], Why.HEADING)
        for row in read_rows(sheet, days):
            yield replace(row, rows=_all_rows(one)) if isinstance(row, Entry) and one.whole else row


def _texts(section: Section, index: int | None) -> list[str]:
    return [] if index is None else [line.text(index) for line in section.body[:_LOOKED_AT] if line.text(index)]


def _in_capitals(texts: Sequence[str]) -> bool:
    """True when the writers of a table use capitals throughout."""
    return sum(text.isupper() for text in texts) * 2 > len(texts)


def _all_rows(one: Candidate) -> tuple[int, ...]:
    return tuple(line.number for line in one.lines)


def _enter_heading(one: Candidate, days: Days) -> None:
    """Let a year in the sheet's name, title or the paragraph above the table count as a heading of its rows."""
    period = standing_over(one.table, one.titles)
    if period is not None:
        days.inside(period)


def _table_reading(one: Candidate, rows: Sequence[Entry | LeftOut]) -> TableReading:
    entries = sum(isinstance(row, Entry) for row in rows)
    return TableReading(
        table=one.table.name,
        layout=one.layout or "none",
        why=one.why,
        heading_rows=one.heading_rows if one.layout else (),
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
        attention=matters_of_file(whose, tables, entries),
    )
