"""Excel workbooks: rows numbered as in the sheet, dates as dates, numbers as a person sees them."""

import io
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.chronology.readers.build import S, bundle, relationships, rows, styles, texts, xlsx

from threadline.domain.chronology.readers import Refused, read_document
from threadline.domain.chronology.readers.excel.formats import general, kind, shown
from threadline.domain.chronology.readers.excel.numbers import moment_of, number_cell


def read(inner, name="S", state="", **more):
    return read_document("a.xlsx", xlsx([(name, inner, state)], **more))


def only(inner, **more):
    (table,) = read(inner, **more).tables
    return table


def c(ref, content, kind="n", style=""):
    """A cell element."""
    return f'<c r="{ref}" t="{kind}"{f" s={chr(34)}{style}{chr(34)}" if style else ""}>{content}</c>'


def s(ref, text):
    """A cell with its words beside it."""
    return c(ref, f'<is><t xml:space="preserve">{text}</t></is>', "inlineStr")


def test_rows_keep_the_numbers_of_the_sheet_and_blank_ones_are_listed():
    table = only(rows(f'<row r="3">{s("B3", "Date")}</row>', f'<row r="6">{s("A6", "x")}</row>'))
    assert [(row.number, [cell.text for cell in row.cells]) for row in table.rows] == [
        (1, []), (2, []), (3, ["", "Date"]), (4, []), (5, []), (6, ["x"]),
    ]  # fmt: skip


def test_rows_and_cells_without_their_own_references_stand_in_order():
    table = only(rows("<row><c><v>1</v></c><c/><c><v>2</v></c></row>", "<row><c><v>3</v></c></row>"))
    assert texts(table) == [["1", "", "2"], ["3"]]


def test_hidden_rows_count_and_are_said():
    table = read(
        rows(
            f'<row r="1">{s("A1", "a")}</row>', f'<row r="2" hidden="1">{s("A2", "b")}</row>', '<row r="3" hidden="1"/>'
        )
    )
    assert [row.hidden for row in table.tables[0].rows] == [False, True]
    assert table.notes == ("Sheet “S”: 1 hidden row was included.",)


def test_a_sheet_that_hides_all_rows_but_some_is_understood():
    inner = '<sheetFormatPr zeroHeight="1"/>' + rows(
        f"<row>{s('A1', 'a')}</row>", f'<row hidden="0">{s("A2", "b")}</row>'
    )
    assert [row.hidden for row in only(inner).rows] == [True, False]


def test_hidden_sheets_are_read_and_said():
    data = xlsx(
        [("Seen", rows(f"<row>{s('A1', 'a')}</row>"), ""), ("Kept", rows(f"<row>{s('A1', 'b')}</row>"), "veryHidden")]
    )
    document = read_document("a.xlsx", data)
    assert [(table.name, table.hidden) for table in document.tables] == [("Seen", False), ("Kept", True)]
    assert document.notes == ("Sheet “Kept” is hidden; it was read all the same.",)


def test_merged_cells_are_marked_and_a_title_over_all_columns_spans():
    inner = rows(
        f'<row r="1">{s("A1", "Title")}</row>',
        f'<row r="2">{s("A2", "Date")}{s("B2", "Event")}{s("C2", "Who")}</row>',
        f'<row r="3">{s("A3", "1 May")}{s("B3", "a")}</row>',
        f'<row r="4">{s("B4", "b")}</row>',
    )
    merges = (
        '<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="$A$3:$A$4"/><mergeCell ref="nonsense"/></mergeCells>'
    )
    title, heading, first, second = only(inner + merges).rows
    assert title.span
    assert not heading.span
    assert [cell.origin for cell in title.cells] == [None, (1, 0), (1, 0)]
    assert first.cells[0].origin is None
    assert (second.cells[0].text, second.cells[0].merged, second.cells[0].origin) == ("", True, (3, 0))


def test_words_beneath_a_merge_are_kept():
    inner = rows(f"<row>{s('A1', 'a')}{s('B1', 'kept')}</row>") + '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    assert texts(only(inner)) == [["a", "kept"]]


def test_one_stray_cell_far_away_costs_nothing_and_is_not_lost():
    document = read(
        rows(f"<row>{s('A1', 'a')}{s('B1', 'b')}</row>", f'<row r="1048576">{s("XFD1048576", "stray")}</row>')
    )
    (table,) = document.tables
    assert [(row.number, [cell.text for cell in row.cells]) for row in table.rows] == [
        (1, ["a", "b"]), (1_048_576, ["", "", "stray"]),
    ]  # fmt: skip
    assert any("XFD as column C" in note for note in document.notes)
    assert any("rows 2 to 1,048,575 are blank" in note for note in document.notes)


def test_a_sheet_whose_only_cell_is_far_to_the_right_is_read():
    assert texts(only(rows(f"<row>{s('XFD1', 'far')}</row>"))) == [["far"]]


def test_more_columns_than_are_taken_is_refused_in_words():
    wide = "".join(f"<c><v>{at}</v></c>" for at in range(401))
    with pytest.raises(Refused, match="more than 400 columns") as refused:
        read(rows(f"<row>{wide}</row>"))
    assert refused.value.code == "too-many-columns"


@pytest.mark.parametrize(
    ("code", "serial", "text", "value"),
    [
        ("dd/mm/yyyy", "41890", "2014-09-08", date(2014, 9, 8)),
        ("[$-809]dd mmmm yyyy;@", "41890", "2014-09-08", date(2014, 9, 8)),
        ("dd/mm/yyyy hh:mm", "41890.5", "2014-09-08 12:00", datetime(2014, 9, 8, 12)),
        ("dd/mm/yyyy", "41890.000011574", "2014-09-08 00:00:01", datetime(2014, 9, 8, 0, 0, 1)),
        ("d mmm", "41890", "2014-09-08", date(2014, 9, 8)),
        ("dddd", "41890", "2014-09-08", date(2014, 9, 8)),
        ("mmm-yy", "41883", "Sep 2014", "Sep 2014"),
        ("mmm-yy", "41890", "2014-09-08", date(2014, 9, 8)),
        ("yyyy", "41640", "2014", "2014"),
        ("yyyy", "41883", "2014-09-01", date(2014, 9, 1)),
        ("mmmm", "41890", "2014-09-08", date(2014, 9, 8)),
        ("h:mm", "0.7465277777777778", "17:55", time(17, 55)),
        ("h:mm AM/PM", "0", "00:00", time(0)),
        ("hh:mm:ss", "41890.25", "06:00", time(6)),
        ("[h]:mm", "0.5", "12:00", time(12)),
        ("[h]:mm", "1.25", "30:00", 1.25),
        ("mm:ss", "0.5", "12:00", time(12)),
        ("dd/mm/yyyy hh:mm", "0.5", "12:00", time(12)),
        ("dd/mm/yyyy", "0", "0", 0),
        ("dd/mm/yyyy", "-5", "-5", -5),
        ("h:mm", "-0.5", "-0.5", -0.5),
        ("dd/mm/yyyy", "3000000", "3000000", 3_000_000),
        ("0000", "950", "0950", 950),
        ("00&quot;:&quot;00", "1435", "14:35", 1435),
        ("0%", "0.5", "50%", 0.5),
        ("0.00%", "0.12345", "12.35%", 0.12345),
        ("#,##0.00", "1234567.891", "1,234,567.89", 1234567.891),
        ("&quot;£&quot;#,##0;[Red]-&quot;£&quot;#,##0", "-1200", "-£1,200", -1200),
        ("0.0#", "2.5", "2.5", 2.5),
        ("0;-0;&quot;nil&quot;", "0", "nil", 0),
        ("0.00E+00", "1500", "1500", 1500),
        ("# ?/?", "0.5", "0.5", 0.5),
        ("[&gt;100]0;0.0", "5", "5", 5),
        ("@", "41890", "41890", 41890),
        ("General", "0.1", "0.1", 0.1),
        ("\\R0", "7", "R7", 7),
        ("_-0_-", "7", " 7 ", 7),
        ("#", "0", "", 0),
    ],
)  # fmt: skip
def test_a_number_is_read_as_its_format_shows_it(code, serial, text, value):
    inner = rows(f"<row>{c('A1', f'<v>{serial}</v>', style='0')}{s('B1', 'x')}</row>")
    cell = only(inner, parts={"xl/styles.xml": styles(code)}, links=[("st", "styles", "styles.xml")]).rows[0].cells[0]
    assert (cell.text, cell.value) == (text, value)
    assert type(cell.value) is type(value)


def test_the_calendar_that_begins_in_1904_is_followed():
    more = {"parts": {"xl/styles.xml": styles("dd/mm/yyyy")}, "links": [("st", "styles", "styles.xml")]}
    inner = rows(f"<row>{c('A1', '<v>40428</v>', style='0')}</row>")
    assert texts(only(inner, workbook='<workbookPr date1904="1"/>', **more)) == [["2014-09-08"]]
    assert texts(only(inner, **more)) == [["2010-09-07"]]


def test_the_days_before_march_1900_are_right_although_excel_counts_a_day_too_many():
    assert moment_of(1) == datetime(1900, 1, 1)
    assert moment_of(59) == moment_of(60) == datetime(1900, 2, 28)
    assert moment_of(61) == datetime(1900, 3, 1)
    assert moment_of(0) is None
    assert moment_of(0, epoch_1904=True) == datetime(1904, 1, 1)


def test_what_is_not_a_number_after_all_is_kept_as_written():
    assert number_cell(float("nan"), "0").text == "nan"
    assert texts(only(rows(f"<row>{c('A1', '<v>n/k</v>')}</row>"))) == [["n/k"]]


def test_built_in_formats_and_missing_styles_are_understood():
    styled = '<cellXfs><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="999"/></cellXfs>'
    part = f'<styleSheet xmlns="{S}">{styled}</styleSheet>'
    cells = "".join(c(f"{'ABCD'[at]}1", "<v>41890.5</v>", style=str(at)) for at in range(4))
    more = {"parts": {"xl/styles.xml": part}, "links": [("st", "styles", "styles.xml")]}
    assert texts(only(rows(f"<row>{cells}</row>"), **more)) == [["2014-09-08 12:00", "12:00", "41890.5", "41890.5"]]


def test_shared_rich_and_escaped_strings_are_whole():
    strings = (
        f'<sst xmlns="{S}"><si><t>plain</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si>'
        "<si><t>a_x000D_\nb_x005F_x0041_ _xD800_</t></si><si><t/></si></sst>"
    )
    cells = "".join(c(f"{'ABCD'[at]}1", f"<v>{at}</v>", "s") for at in range(4))
    more = {"parts": {"xl/sharedStrings.xml": strings}, "links": [("ss", "sharedStrings", "sharedStrings.xml")]}
    assert texts(only(rows(f"<row>{cells}{s('E1', 'end')}</row>"), **more)) == [
        ["plain", "rich text", "a\nb_x0041_ _xD800_", "", "end"]
    ]


def test_a_string_that_is_not_there_means_the_file_is_damaged():
    with pytest.raises(Refused, match="damaged"):
        read(rows(f"<row>{c('A1', '<v>5</v>', 's')}</row>"))


def test_formulas_show_their_stored_results_and_say_where_there_is_none():
    cells = [
        c("A1", "<f>1+1</f><v>2</v>"), c("B1", "<f>A1&amp;A2</f><v>words</v>", "str"), c("C1", "<f>TODAY()</f>"),
        c("D1", "<f>X()</f><v></v>", "str"), c("E1", "<f>1/0</f><v>#DIV/0!</v>", "e"),
        c("F1", '<f t="shared" si="0"/>'),
    ]  # fmt: skip
    document = read(rows(f"<row>{''.join(cells)}</row>"))
    assert texts(document.tables[0]) == [["2", "words", "=TODAY()", "", "#DIV/0!", "=(shared formula)"]]
    assert document.notes == (
        "2 formulas have no stored result; the formula itself is shown. "
        "Open the file in Excel and save it to have the results.",
    )


def test_yes_or_no_and_iso_dates_are_typed():
    cells = [c("A1", "<v>1</v>", "b"), c("B1", "<v>0</v>", "b"), c("C1", "<v>2014-09-08T00:00:00Z</v>", "d")]
    cells += [c("D1", "<v>2014-09-08T10:30:00</v>", "d"), c("E1", "<v>soon</v>", "d")]
    (row,) = only(rows(f"<row>{''.join(cells)}</row>")).rows
    assert [cell.value for cell in row.cells] == [True, False, date(2014, 9, 8), datetime(2014, 9, 8, 10, 30), "soon"]
    assert [cell.text for cell in row.cells] == ["TRUE", "FALSE", "2014-09-08", "2014-09-08 10:30", "soon"]


def test_comments_text_boxes_and_margins_are_not_lost():
    comments = "".join(f'<comment ref="B{at}"><text><t>Check {at}</t></text></comment>' for at in range(1, 53))
    lines = "<p><r><t>In a </t></r><r><t>box</t></r></p><p><r><t>second</t></r></p>"
    drawing = f"<d><txBody>{lines}</txBody><txBody><p/></txBody></d>"
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(
            ("c", "comments", "../comments1.xml"),
            ("d", "drawing", "/xl/drawings/drawing1.xml"),
            ("h", "hyperlink", "http://x", True),
        ),
        "xl/comments1.xml": f'<comments xmlns="{S}"><commentList>{comments}</commentList></comments>',
        "xl/drawings/drawing1.xml": drawing,
    }
    margin = '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;10Official&amp;R&amp;P</oddHeader><oddFooter/>'
    margin += "</headerFooter>"
    document = read(rows(f"<row>{s('A1', 'a')}</row>") + margin, parts=parts)
    assert document.notes[0] == "Sheet “S”: a comment on cell B1 was kept apart: “Check 1”"
    assert document.notes[-1] == "Sheet “S”: 2 more comments were not read."
    assert document.after == ("In a box\nsecond",)
    assert document.header_footer == ("Official",)


def test_a_chart_sheet_is_no_table_and_a_missing_part_is_damage():
    links = [("s9", "chartsheet", "chartsheets/sheet9.xml")]
    links += [("st", "styles", "gone.xml"), ("ss", "sharedStrings", "gone.xml")]
    workbook = '<sheets><sheet name="Chart" r:id="s9"/></sheets>'
    assert [table.name for table in read(rows(), workbook=workbook, links=links).tables] == ["S"]
    with pytest.raises(Refused, match="missing"):
        read_document("a.xlsx", _without(xlsx([("S", rows(), "")]), "xl/worksheets/sheet1.xml"))


def _without(data, part):
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return bundle({name: archive.read(name) for name in archive.namelist() if name != part})


@pytest.mark.parametrize(
    "row", ['<row r="0"/>', '<row r="x"/>', '<row r="1048577"/>', '<row><c r="AAAA1"><v>1</v></c></row>']
)
def test_a_reference_outside_any_sheet_means_the_file_is_damaged(row):
    with pytest.raises(Refused, match="damaged"):
        read(rows(row))


def test_elements_of_other_vocabularies_are_passed_over():
    assert texts(only(rows('<row><extra xmlns="urn:x"/><c><v>1</v><extra xmlns="urn:x"/></c></row>'))) == [["1"]]


def test_the_strict_form_of_the_format_is_read():
    space = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    assert texts(only(rows(f"<row>{s('A1', 'strict')}</row>"), space=space)) == [["strict"]]


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("General", "number"), ("yyyy-mm-dd", "date"), ("[Red]0.0", "number"), ("[mm]:ss", "elapsed"),
        ("h:mm;@", "time"),
        ('"Day "0', "number"), ("ss.00", "time"), ("x" * 300, "number"), ("", "number"), ("d/m/yy\\ h:mm", "datetime"),
        ("mmm", "date"), ("hh:mm dd/mm", "datetime"), ("e", "year"), ("A/P", "time"),
    ],
)  # fmt: skip
def test_formats_are_told_apart(code, what):
    assert kind(code) == what


def test_numbers_are_shown_without_exponents_where_they_are_whole():
    assert general(1e14) == "100000000000000"
    assert general(0.1 + 0.2) == "0.3"
    assert shown(5, "x" * 300) == "5"
    assert shown(-0.001, "0.0") == "0.0"
    assert shown(1234, "0,") == "1,234"


LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
WORDS = st.text(LETTERS, min_size=1, max_size=30).filter(lambda text: not text.startswith("=") and "_x" not in text)
DAYS = st.dates(date(1900, 3, 2), date(2100, 1, 1))
CELLS = st.one_of(st.none(), st.integers(-(10**9), 10**9), st.booleans(), DAYS, WORDS)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=8))
def test_what_openpyxl_writes_is_read_back(grid):
    book = openpyxl.Workbook()
    for row in grid:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    (table,) = read_document("a.xlsx", out.getvalue()).tables
    read_back = {(row.number, at): cell.value for row in table.rows for at, cell in enumerate(row.cells) if cell.text}
    written = {
        (number, at): value for number, row in enumerate(grid, 1) for at, value in enumerate(row) if value is not None
    }
    assert read_back == written
