"""What any agency file becomes before anyone asks what it means: tables of rows of cells, nothing lost.

The readers make these; recognising headings, dates and entries starts from them. Nothing here interprets.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

Value = str | date | datetime | time | float | int | bool | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    `text` is what a person sees: paragraphs joined by a line break, bullets as "• ". A real date is written
    YYYY-MM-DD, a date with a time YYYY-MM-DD HH:MM[:SS], a time HH:MM[:SS].
    `value` is typed in spreadsheets (date, datetime, time, number, bool, None where empty); elsewhere it is the text.
    `merged` is True for a place covered by a merged cell that begins elsewhere: its text is empty and `origin` is
    (row number from 1, column index from 0) of the cell it continues.
    """

    text: str
    value: Value
    merged: bool = False
    origin: tuple[int, int] | None = None


EMPTY = Cell("", None)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `number` counts from 1 as the table, sheet or CSV record stands: titles, blanks and hidden rows count.

    `cells[i]` stands in grid column i; rows may be ragged. `hidden` rows were not visible to a person who opened the
    file. `span` says one cell with text covers every column. `nested` holds tables that stand inside cells of this row
    (their words are in the cell's text as well).
    """

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False
    span: bool = False
    nested: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table or sheet.

    `name`: Word, ODT, RTF, HTML the index from 0 among the document's own tables; Excel and ODS the sheet's name;
    CSV and text 0; a nested table "OUTER.ROW.INDEX". `before` holds the paragraphs since the previous table.
    """

    name: int | str
    rows: tuple[Row, ...]
    hidden: bool = False
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read.

    `kind`: docx, xlsx, xls, ods, odt, rtf, csv, txt or html. `after`: paragraphs after the last table.
    `notes`: sentences for a person about what reading it involved. `digest`: SHA-256 of the bytes, hex.
    """

    file: str
    kind: str
    tables: tuple[Table, ...]
    after: tuple[str, ...] = ()
    header_footer: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    digest: str = ""
