"""Every strange layout, read whole: each row once, none invented, dates, times and places right."""

import pytest
from tests.domain.chronology.strange.comparing import assert_same
from tests.domain.chronology.strange.drawing import EVERYTHING, Strange
from tests.domain.chronology.strange.writing import as_csv, as_excel, as_word, is_flat

from threadline.domain.chronology.interpret import interpret
from threadline.domain.chronology.readers import read_document

WORD = [case for case in EVERYTHING if case.document.kind == "docx"]
SHEETS = [case for case in EVERYTHING if case.document.kind in ("xlsx", "docx") and len(case.document.tables) == 1]
FLAT = [case for case in SHEETS if is_flat(case.document.tables[0].rows) and not case.document.after]


@pytest.mark.parametrize("case", EVERYTHING, ids=lambda case: case.name)
def test_every_row_is_read_once_with_its_date_time_and_place(case: Strange) -> None:
    assert_same(interpret(case.document).entries, case.truth)


@pytest.mark.parametrize("case", WORD, ids=lambda case: case.name)
def test_the_same_from_a_word_file(case: Strange) -> None:
    document = read_document("timeline.docx", as_word(case.document))

    assert_same(interpret(document).entries, case.truth)


@pytest.mark.parametrize("case", SHEETS, ids=lambda case: case.name)
def test_the_same_from_an_excel_file(case: Strange) -> None:
    document = read_document("timeline.xlsx", as_excel(case.document))

    assert_same(interpret(document).entries, case.truth, tables=False)


@pytest.mark.parametrize("case", FLAT, ids=lambda case: case.name)
def test_the_same_from_a_csv_file(case: Strange) -> None:
    document = read_document("timeline.csv", as_csv(case.document))

    assert_same(interpret(document).entries, case.truth, tables=False)


@pytest.mark.parametrize("case", [case for case in EVERYTHING if case.meanings], ids=lambda case: case.name)
def test_headings_mean_what_their_writers_meant(case: Strange) -> None:
    reading = interpret(case.document)

    found = {column.heading: str(column.meaning) for table in reading.tables for column in table.columns}
    assert {heading: found.get(heading) for heading in case.meanings} == case.meanings


@pytest.mark.parametrize("case", [case for case in EVERYTHING if case.agency], ids=lambda case: case.name)
def test_the_agency_is_found(case: Strange) -> None:
    assert interpret(case.document).agency == case.agency
