"""The form an agency fills in: a workbook or a document with the review's columns, period and guidance.

With rows it is the agency's timeline itself. What is written here is read back column for column.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.writers.view import harmless
from threadline.domain.dates.working_days import in_words

Rows = Sequence[Mapping[Meaning, str]]
LONGEST_ROW, EMPTY_ROWS = 2000, 12
WIDTHS = {Meaning.EVENT: 60, Meaning.ACTION: 36, Meaning.DECISION: 36, Meaning.COMMENT: 30, Meaning.VOICE: 30}
NO_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 (a file that says nothing of when it was made)
DOUBT = "If the day is not certain, say so in words: “about 3 February 2015”, “early March 2015”. Keep what you typed?"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column: what it means, its heading, what belongs in it, the answers it takes where they are few."""

    meaning: Meaning
    heading: str
    help: str
    choices: tuple[str, ...] = ()
    must: bool = False


@dataclass(frozen=True, slots=True)
class AgencyForm:
    """What the form says: for which review and agency, over which period, with which guidance and columns."""

    reference: str
    agency: str
    first: date
    last: date
    columns: tuple[FormColumn, ...]
    guidance: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Its title."""
        return f"Timeline of {self.agency}, review {self.reference}"

    @property
    def period(self) -> str:
        """Its period, in a sentence."""
        return f"Period under review: {in_words(self.first)} to {in_words(self.last)}."


def form_xlsx(form: AgencyForm, rows: Rows = ()) -> bytes:
    """The form as a workbook: dates outside the period are warned of, few answers are a list; a second sheet guides."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Timeline"
    sheet.append([column.heading for column in form.columns])
    for row in rows:
        sheet.append([harmless(row.get(column.meaning, "")) for column in form.columns])
    for number, column in enumerate(form.columns, 1):
        _lay_out(sheet, number, column)
        _validate(sheet, number, column, form)
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "1:1"
    _guide(book.create_sheet("Guidance"), form)
    book.properties.creator, book.properties.title = "Threadline", form.title
    book.properties.created = book.properties.modified = NO_TIME
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _lay_out(sheet: Any, number: int, column: FormColumn) -> None:
    head = sheet.cell(1, number)
    head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="FFE7EBEF")
    head.alignment = Alignment(wrap_text=True, vertical="top")
    letter = get_column_letter(number)
    sheet.column_dimensions[letter].width = WIDTHS.get(column.meaning, 20)
    for cell in sheet[letter][1:]:
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _validate(sheet: Any, number: int, column: FormColumn, form: AgencyForm) -> None:
    """What the cells of a column take. A date in doubt is words, so a warning lets them stand."""
    if column.choices:
        listed = ",".join(each.replace(",", " ").replace('"', "'") for each in column.choices)
        rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, errorStyle="warning")
        rule.error = "Choose one of the list, or keep what you typed."
    elif column.meaning is Meaning.DATE:
        first, last = (f"DATE({each.year},{each.month},{each.day})" for each in (form.first, form.last))
        rule = DataValidation(
            type="date", operator="between", formula1=first, formula2=last, allow_blank=True, errorStyle="warning"
        )
        rule.error = f"{form.period} {DOUBT}"
    else:
        rule = DataValidation(allow_blank=True)
    rule.promptTitle, rule.prompt = column.heading[:32], column.help[:255]
    rule.showInputMessage = rule.showErrorMessage = True
    letter = get_column_letter(number)
    rule.add(f"{letter}2:{letter}{LONGEST_ROW}")
    sheet.add_data_validation(rule)


def _guide(sheet: Any, form: AgencyForm) -> None:
    sheet.column_dimensions["A"].width = 110
    for text in (form.title, form.period, *form.guidance, *_explained(form)):
        sheet.append([text])
    for (cell,) in sheet["A1" : f"A{sheet.max_row}"]:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True, size=14)


def _explained(form: AgencyForm) -> list[str]:
    """Each column in a sentence."""
    return [
        f"{column.heading}{' (always)' if column.must else ''}: {column.help}"
        + (f" Choose from: {', '.join(column.choices)}." if column.choices else "")
        for column in form.columns
    ]


def form_docx(form: AgencyForm, rows: Rows = ()) -> bytes:
    """The form as a Word document: the guidance, then one table whose headings are repeated on each page."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(42), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.5)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Arial", Pt(10)
    document.add_heading(form.title, level=1)
    document.add_paragraph(form.period)
    for text in (*form.guidance, *_explained(form)):
        document.add_paragraph(text, style="List Bullet")
    _table(document, form, rows)
    said = document.core_properties
    said.author, said.title, said.comments = "Threadline", form.title, ""
    said.created = said.modified = NO_TIME
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _table(document: Any, form: AgencyForm, rows: Rows) -> None:
    table = document.add_table(rows=1, cols=len(form.columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, form.columns, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(column.heading).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in rows or [{}] * EMPTY_ROWS:
        for cell, column in zip(table.add_row().cells, form.columns, strict=True):
            cell.text = row.get(column.meaning, "")


FORMS = {"xlsx": form_xlsx, "docx": form_docx}
"""The form by the ending of its file's name."""
