"""The form that agencies fill in: what it holds, and that what is filled in is read back column for column."""

import io
from datetime import date

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.domain.chronology.checks.making import SAID

from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.interpret import interpret
from threadline.domain.chronology.readers import read_document
from threadline.domain.chronology.writers.agency_form import FORMS, AgencyForm, FormColumn, form_docx, form_xlsx

COLUMNS = tuple(
    FormColumn(Meaning(each.meaning), each.heading, each.help, each.choices, each.must) for each in SAID.columns
)
FORM = AgencyForm("R-1", "Northfield Trust", date(2014, 9, 1), date(2015, 9, 30), COLUMNS, SAID.guidance)
ROWS = (
    {
        Meaning.DATE: "3 February 2015", Meaning.TIME: "14:15", Meaning.EVENT: "Home visit. Robin was asleep.",
        Meaning.SOURCE: "HV record 12", Meaning.PROFESSIONAL: "Nia Bracken, health visitor",
        Meaning.CHILD_SEEN: "Seen", Meaning.ACTION: "A further visit was arranged.",
    },
    {
        Meaning.DATE: "early March 2015", Meaning.EVENT: "=cmd() was written on the card", Meaning.SOURCE: "Card",
        Meaning.VOICE: "“I like the dog.”", Meaning.DECISION: "To close, as the work was done",
    },
)  # fmt: skip


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_that_was_filled_in_is_read_back_column_for_column(kind):
    reading = interpret(read_document(f"form.{kind}", FORMS[kind](FORM, ROWS)), agency="Northfield Trust")
    first, second = reading.entries
    assert (first.when.earliest, first.description) == (date(2015, 2, 3), "Home visit. Robin was asleep.")
    assert str(first.when.time_from) == "14:15:00"
    for meaning, text in ROWS[0].items():
        if meaning not in (Meaning.DATE, Meaning.TIME, Meaning.EVENT):
            assert first.field(meaning) == text, meaning
    assert (second.when.earliest, second.when.latest) == (date(2015, 3, 1), date(2015, 3, 10))
    assert second.description.lstrip("'") == "=cmd() was written on the card"
    assert second.field(Meaning.VOICE) == "“I like the dog.”"
    assert second.field(Meaning.DECISION) == "To close, as the work was done"
    assert not reading.asking
    assert all(column.confidence >= 0.6 for table in reading.tables for column in table.columns)


@pytest.mark.parametrize("kind", FORMS)
def test_an_empty_form_holds_no_entry(kind):
    reading = interpret(read_document(f"form.{kind}", FORMS[kind](FORM)), agency="Northfield Trust")
    assert reading.entries == ()


def test_the_workbook_warns_of_dates_outside_the_period_and_offers_the_answers():
    sheet = load_workbook(io.BytesIO(form_xlsx(FORM)))["Timeline"]
    rules = {next(iter(rule.sqref.ranges)).min_col: rule for rule in sheet.data_validations.dataValidation}
    assert [cell.value for cell in sheet[1]] == [column.heading for column in COLUMNS]
    day, seen = rules[1], rules[[column.meaning for column in COLUMNS].index(Meaning.CHILD_SEEN) + 1]
    assert (day.type, day.formula1, day.formula2) == ("date", "DATE(2014,9,1)", "DATE(2015,9,30)")
    assert day.errorStyle == "warning"
    assert seen.formula1 == '"Seen,Seen alone,Not seen,Not recorded,Does not apply"'
    assert all(rule.prompt for rule in rules.values())
    assert len(rules) == len(COLUMNS)


def test_the_guidance_and_the_period_are_in_both():
    guide = load_workbook(io.BytesIO(form_xlsx(FORM)))["Guidance"]
    in_sheet = [row[0].value for row in guide]
    in_word = [each.text for each in Document(io.BytesIO(form_docx(FORM))).paragraphs]
    for text in (FORM.period, *SAID.guidance):
        assert text in in_sheet
        assert text in in_word
    assert FORM.period == "Period under review: 1 September 2014 to 30 September 2015."


def test_a_formula_is_disarmed():
    sheet = load_workbook(io.BytesIO(form_xlsx(FORM, ROWS)))["Timeline"]
    events = [row[2] for row in sheet.iter_rows(min_row=2)]
    assert all(cell.data_type != "f" for cell in events)
