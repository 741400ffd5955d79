"""Drawn tables as real files, so that the strange cases also pass through the readers."""

import csv
import io
from datetime import date, datetime, time

import docx
from openpyxl import Workbook

from threadline.domain.chronology.grid import Document, Row, Table


def as_word(document: Document) -> bytes:
    """Write the tables and paragraphs of a drawn document as .docx, merged cells merged."""
    word = docx.Document()
    for table in document.tables:
        for text in table.before or (" ",):
            word.add_paragraph(text)
        _word_table(word, table)
    for text in document.after:
        word.add_paragraph(text)
    held = io.BytesIO()
    word.save(held)
    return held.getvalue()


def _word_table(word: object, table: Table) -> None:
    width = max(len(row.cells) for row in table.rows)
    made = word.add_table(len(table.rows), width)  # type: ignore[attr-defined]
    grid = [list(row.cells) for row in made.rows]
    for at, row in enumerate(table.rows):
        for index, cell in enumerate(row.cells):
            if cell.merged and cell.origin:
                first = grid[cell.origin[0] - 1][cell.origin[1]]
                first.merge(grid[at][index])
    for at, row in enumerate(table.rows):
        for index, cell in enumerate(row.cells):
            if cell.text and not cell.merged:
                grid[at][index].text = cell.text


def as_excel(document: Document) -> bytes:
    """Write the tables as sheets of an .xlsx, real dates and times as such, hidden rows hidden."""
    book = Workbook()
    book.remove(book.active)
    for table in document.tables:
        sheet = book.create_sheet(str(table.name) if isinstance(table.name, str) else f"Sheet{table.name + 1}")
        for row in table.rows:
            for index, cell in enumerate(row.cells):
                value = cell.value
                if value is not None and value != "" and not cell.merged:
                    sheet.cell(row.number, index + 1, value)
            sheet.row_dimensions[row.number].hidden = row.hidden
        for (top, left), (bottom, right) in _merged(table).items():
            sheet.merge_cells(start_row=top, start_column=left + 1, end_row=bottom, end_column=right + 1)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _merged(table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    areas: dict[tuple[int, int], tuple[int, int]] = {}
    for row in table.rows:
        for index, cell in enumerate(row.cells):
            if cell.merged and cell.origin:
                bottom, right = areas.get(cell.origin, cell.origin)
                areas[cell.origin] = (max(bottom, row.number), max(right, index))
    return areas


def as_csv(document: Document) -> bytes:
    """Write the one table as CSV with semicolons in the Windows encoding."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";", lineterminator="\r\n")
    for row in document.tables[0].rows:
        writer.writerow([_as_text(cell.value) for cell in row.cells])
    return held.getvalue().encode("cp1252", "replace")


def _as_text(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return "" if value is None else str(value)


def is_flat(rows: tuple[Row, ...]) -> bool:
    """True when no cell is merged down, so that the table can be written as CSV and mean the same."""
    return not any(cell.merged and cell.origin and cell.origin[0] < row.number for row in rows for cell in row.cells)
