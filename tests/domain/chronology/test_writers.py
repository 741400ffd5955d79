"""The files that leave the program: whole, the same each time, harmless, and readable."""

import csv
import io
import zipfile
from datetime import date, datetime

import docx
import pytest
from hypothesis import given, settings
from openpyxl import load_workbook
from tests.domain.chronology.making import SEVERAL, entry, reading
from tests.domain.chronology.test_merge import PERIOD

from threadline.domain import dates
from threadline.domain.chronology.entries import Attention, LeftOut, Meaning, Place, Reading, Why
from threadline.domain.chronology.merge import Chronology, merge
from threadline.domain.chronology.writers import KINDS, View, write
from threadline.domain.chronology.writers.view import harmless, when_in_words

VIEW = View("Merged chronology R-2016-03", ("Showing Westmarch Police only.",))
_FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0")
DANGER = entry(
    3,
    "04/02/2015",
    words='=HYPERLINK("http://x")',
    agency="@agency",
    fields=((Meaning.SOURCE, "+file"), (Meaning.COMMENT, "-view"), (Meaning.ACTION, "a\x0b\x00b")),
    cells=(("Ward", "=A1"), ("", "\t=2")),
)


def _chronology(*more: Reading) -> Chronology:
    first = reading(
        entry(
            2,
            "3 Feb 2015",
            "Visit made.\nChild seen & <spoken> to.",
            fields=((Meaning.SOURCE, "RiO"), (Meaning.COMMENT, "Good practice")),
            assumed="The year is taken from the heading “2015”.",
            recorded=dates.read("05/02/2015"),
        ),
        DANGER,
        entry(4, "31/06/2015", "Call.", attention=(Attention("impossible", "June has 30 days.", "Type the date."),)),
        entry(5, "w/c 9/2/15", "Week.", recorded=dates.read("June 2015")),
        entry(6, "31/12/2013", "Old."),
        left_out=(LeftOut(Place("police.docx", 0, 1), Why.HEADING, "The table's column headings.", (("", "Date"),)),),
        notes=("The file has tracked changes.",),
        attention=(Attention("agency", "The file does not say which agency it is from.", "Choose the agency."),),
    )
    return merge([first, *more], period=PERIOD)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_chronology_gives_the_same_bytes(kind: str) -> None:
    assert write(_chronology(), kind, VIEW) == write(_chronology(), kind, VIEW)


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_packages_name_no_author_and_no_moment(kind: str) -> None:
    package = zipfile.ZipFile(io.BytesIO(write(_chronology(), kind, VIEW)))

    properties = package.read("docProps/core.xml").decode()
    assert "<dc:title>Merged chronology R-2016-03</dc:title>" in properties
    assert not any(word in properties for word in ("creator", "lastModifiedBy", "created", "modified"))
    assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "docProps/app.xml" not in package.namelist()


@pytest.mark.parametrize("text", _FORMULAS)
def test_a_text_that_could_be_a_formula_is_disarmed(text: str) -> None:
    assert harmless(text) == "'" + text


def test_a_text_that_is_no_formula_is_left_alone() -> None:
    assert harmless("Visit = made") == "Visit = made"


@settings(max_examples=20, deadline=None)
@given(SEVERAL)
def test_no_cell_of_a_csv_or_excel_file_opens_as_a_formula(readings: list[Reading]) -> None:
    merged = merge([*readings, reading(DANGER, file="d.docx")], period=PERIOD)

    texts = [cell for row in csv.reader(io.StringIO(write(merged, "csv").decode("utf-8-sig"))) for cell in row]
    book = load_workbook(io.BytesIO(write(merged, "xlsx")))
    texts += [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None]
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row}
    assert [text for text in texts if text[:1] in ("=", "+", "-", "@", "\t", "\r")] == []
    assert "f" not in kinds


def test_csv_has_one_row_for_each_entry_in_order() -> None:
    text = write(_chronology(), "csv", VIEW).decode("utf-8-sig")

    head, *rows = csv.reader(io.StringIO(text))
    assert [row[head.index("What happened")] for row in rows][:2] == ["Old.", "Visit made.\nChild seen & <spoken> to."]
    assert [row[head.index("From")] for row in rows] == ["2013-12-31", "2015-02-03", "2015-02-04", "2015-02-09", ""]
    assert [row[head.index("In the period")] for row in rows] == ["no", "yes", "yes", "yes", ""]
    assert [row[head.index("Recorded on")] for row in rows][1:4] == ["2015-02-05", "", "June 2015"]


def test_csv_shows_only_columns_that_hold_something() -> None:
    head = next(csv.reader(io.StringIO(write(merge([reading(entry())]), "csv").decode("utf-8-sig"))))

    assert "Comment" not in head
    assert "In the period" not in head
    assert "Recorded on" not in head


def test_excel_holds_real_dates_headings_that_stay_and_a_filter() -> None:
    sheet = load_workbook(io.BytesIO(write(_chronology(), "xlsx", VIEW)))["Chronology"]

    values = list(sheet.iter_rows(values_only=True))
    at = next(number for number, row in enumerate(values) if row[0] == "No.")
    head, first = values[at], values[at + 2]
    assert values[0][0] == "Merged chronology R-2016-03"
    assert values[1][0] == (
        "Period under review: 1 September 2014 to 30 September 2015. Entries outside it are kept and marked."
    )
    assert values[2][0] == "Showing Westmarch Police only."
    assert first[head.index("From")] == datetime(2015, 2, 3)
    assert sheet.freeze_panes == f"A{at + 2}"
    assert sheet.auto_filter.ref.startswith(f"A{at + 1}:")


def test_excel_has_sheets_for_attention_rows_left_out_and_files() -> None:
    book = load_workbook(io.BytesIO(write(_chronology(), "xlsx", VIEW)))

    assert book.sheetnames == ["Chronology", "Needs attention", "Left out", "Files"]
    assert [row[2] for row in book["Needs attention"].iter_rows(values_only=True)][1:] == [
        "The file does not say which agency it is from.",
        "June has 30 days.",
    ]
    assert next(book["Left out"].iter_rows(min_row=2, values_only=True))[3] == "The table's column headings."
    assert next(book["Files"].iter_rows(min_row=2, values_only=True))[:3] == ("police.docx", "Police", 5)


def test_excel_has_more_columns_than_letters_if_need_be() -> None:
    every = entry(fields=tuple((meaning, "x") for meaning in Meaning), recorded=dates.read("05/02/2015"))

    sheet = load_workbook(io.BytesIO(write(merge([reading(every)], period=PERIOD), "xlsx")))["Chronology"]

    assert sheet.max_column > 26


def test_a_day_before_spreadsheets_begin_is_written_as_text() -> None:
    sheet = load_workbook(io.BytesIO(write(merge([reading(entry(2, "03/02/1899"))]), "xlsx")))["Chronology"]

    assert "1899-02-03" in [cell.value for row in sheet for cell in row]


def test_word_is_landscape_with_headings_on_every_page_and_facts_apart_from_comment() -> None:
    word = docx.Document(io.BytesIO(write(_chronology(), "docx", VIEW)))

    table = word.tables[0]
    assert word.sections[0].page_width > word.sections[0].page_height
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert [cell.text for cell in table.rows[0].cells] == [
        "No.",
        "Date and time",
        "Agency",
        "What happened",
        "Other details",
        "Comment",
        "Where it is from",
    ]
    visit = [cell.text for cell in table.rows[2].cells]
    assert visit[3:] == [
        "Visit made.\nChild seen & <spoken> to.",
        "Source: RiO",
        "Comment: Good practice",
        "police.docx, table 1, row 2",
    ]
    assert "Outside the period" in table.rows[1].cells[1].text
    assert "The year is taken from the heading" in visit[1]


def test_word_says_what_is_shown_and_lists_attention_rows_left_out_and_files() -> None:
    word = docx.Document(io.BytesIO(write(_chronology(), "docx", VIEW)))

    texts = [paragraph.text for paragraph in word.paragraphs]
    assert texts[0] == "Merged chronology R-2016-03"
    assert "Showing Westmarch Police only." in texts
    assert [text for text in texts if text in ("What needs attention", "Rows left out", "Files")] == [
        "What needs attention",
        "Rows left out",
        "Files",
    ]


def test_word_without_comments_has_no_comment_column() -> None:
    word = docx.Document(io.BytesIO(write(merge([reading(entry())]), "docx")))

    assert "Comment" not in [cell.text for cell in word.tables[0].rows[0].cells]


def test_characters_that_xml_cannot_hold_are_shown_as_missing() -> None:
    word = docx.Document(io.BytesIO(write(_chronology(), "docx", VIEW)))

    assert any("a\ufffd\ufffdb" in cell.text for row in word.tables[0].rows for cell in row.cells)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_chronology_can_be_written(kind: str) -> None:
    assert write(merge([]), kind)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("03/02/2015", "3 February 2015"),
        ("?03/02/2015", "about 3 February 2015"),
        ("May 2015", "May 2015"),
        ("2015", "2015"),
        ("3-5 May 2015", "3 to 5 May 2015"),
        ("28 Dec 2014 - 2 Jan 2015", "28 December 2014 to 2 January 2015"),
        ("since May 2015", "from 1 May 2015"),
        ("before May 2015", "until 30 April 2015"),
        ("not known", "No date"),
        ("December 2015", "December 2015"),
    ],
)
def test_a_date_is_told_in_words_with_its_doubt(typed: str, said: str) -> None:
    assert when_in_words(entry(2, typed)) == said


@pytest.mark.parametrize(
    ("typed", "said"), [("3/2/15 09:30", "09:30"), ("3/2/15 09:30-10:15", "09:30 to 10:15"), ("3/2/15", "")]
)
def test_a_time_is_told_plainly(typed: str, said: str) -> None:
    text = write(merge([reading(entry(2, typed))]), "csv").decode("utf-8-sig")

    head, row = csv.reader(io.StringIO(text))
    assert row[head.index("Time")] == said


def test_nothing_an_agency_wrote_is_missing_from_a_spreadsheet() -> None:
    one = entry(cells=(("Ward", "A1"), ("Event", "Visit."), ("", "loose words")))
    text = write(merge([reading(one)]), "csv").decode("utf-8-sig")

    head, row = csv.reader(io.StringIO(text))
    assert row[head.index("Other columns")] == "Ward: A1\nloose words"


def test_the_last_day_a_calendar_has_can_be_written() -> None:
    last = entry(when=dates.from_date(date(9999, 12, 31)))

    assert when_in_words(last) == "31 December 9999"
