"""OpenDocument texts and spreadsheets."""

import io
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odf import opendocument
from odf import table as odf_table
from odf import text as odf_text
from tests.domain.chronology.readers.build import odf, texts

from threadline.domain.chronology.readers import Refused, read_document

DATA = Path(__file__).parent / "data"


def odt(body, **more):
    return read_document("a.odt", odf("text", body, **more))


def ods(body, **more):
    return read_document("a.ods", odf("spreadsheet", body, **more))


def cell(inner="", attributes="", name="table-cell"):
    content = inner if inner.startswith("<") or not inner else f"<text:p>{inner}</text:p>"
    return f"<table:{name} {attributes}>{content}</table:{name}>"


def row(*cells, attributes=""):
    made = "".join(item if item.startswith("<table:") else cell(item) for item in cells)
    return f"<table:table-row {attributes}>{made}</table:table-row>"


def table(*rows, attributes='table:name="T"'):
    return f"<table:table {attributes}><table:table-column/>{''.join(rows)}</table:table>"


def typed(kind, attributes="", shown=""):
    return cell(shown, f'office:value-type="{kind}" {attributes}')


def only(inner, **more):
    """The text of the one cell holding this."""
    return texts(odt(table(row(cell(inner))), **more).tables[0])[0][0]


def test_tables_are_numbered_in_order_with_the_paragraphs_between():
    body = "<text:h>Title</text:h><text:p> </text:p>" + table(row("a")) + "<text:p>between</text:p>"
    body += f"<text:section>{table(row('b'))}<text:p>in section</text:p></text:section><text:p>end</text:p>"
    document = odt(body)
    assert [(t.name, t.before, texts(t)) for t in document.tables] == [
        (0, ("Title",), [["a"]]), (1, ("between",), [["b"]]),
    ]  # fmt: skip
    assert document.after == ("in section", "end")
    assert document.kind == "odt"


def test_header_rows_groups_and_repeats_count():
    body = table(
        f"<table:table-header-rows>{row('h1', 'h2')}</table:table-header-rows>",
        row(cell("x", 'table:number-columns-repeated="2"'), attributes='table:number-rows-repeated="2"'),
        "<table:table-row-group>"
        + row("y", "z", attributes='table:visibility="collapse"')
        + "</table:table-row-group>",
    )
    (made,) = odt(body).tables
    assert [(r.number, r.hidden, [c.text for c in r.cells]) for r in made.rows] == [
        (1, False, ["h1", "h2"]), (2, False, ["x", "x"]), (3, False, ["x", "x"]), (4, True, ["y", "z"]),
    ]  # fmt: skip


def test_merged_cells_are_marked():
    covered = cell(name="covered-table-cell")
    body = table(
        row(cell("2014", 'table:number-columns-spanned="2"'), covered),
        row(cell("1 May", 'table:number-rows-spanned="2"'), "a"),
        row(covered, "b"),
        row("2 May", "c"),
    )
    (made,) = odt(body).tables
    assert made.rows[0].span
    assert texts(made) == [["2014", ""], ["1 May", "a"], ["", "b"], ["2 May", "c"]]
    assert [r.cells[0].origin for r in made.rows] == [None, None, (2, 0), None]


def test_a_table_inside_a_cell_is_in_the_text_and_kept():
    grouped = f"<table:table-rows>{row('c')}</table:table-rows>"
    inner = table(row("a", "b"), grouped, attributes='table:is-sub-table="true"')
    (made,) = odt(table(row("1", cell(f"<text:p>x</text:p>{inner}")))).tables
    assert texts(made) == [["1", "x\na\tb\nc"]]
    assert [(t.name, texts(t)) for t in made.rows[0].nested] == [("0.1.0", [["a", "b"], ["c"]])]


def test_blanks_breaks_notes_and_spans_are_as_seen():
    inner = (
        '<text:p>a<text:s text:c="3"/>b<text:s/>c\n  d<text:tab/><text:span>e</text:span><text:line-break/>f'
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>See log</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>no</text:p></office:annotation><text:page-number>7</text:page-number></text:p>"
        "<text:p>g</text:p>"
    )
    assert only(inner) == "a   b c d\te\nf [See log]\ng"


def test_tracked_changes_are_read_as_accepted_and_said():
    gone = "<text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
    changed = "a<text:change-start/>new<text:change-end/><text:change/><text:hidden-text>h</text:hidden-text>"
    body = f"<text:tracked-changes>{gone}</text:tracked-changes>" + table(row(cell(f"<text:p>{changed}</text:p>")))
    document = odt(body)
    assert texts(document.tables[0]) == [["anew"]]
    assert document.notes == (
        "1 tracked insertion was read as accepted.",
        "1 tracked deletion was left out, as if accepted.",
        "1 piece of hidden text was left out.",
    )


def test_text_boxes_are_read_where_they_stand_and_comments_are_said():
    box = "<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box><svg:desc>no</svg:desc></draw:frame>"
    document = odt(
        f"<text:p>x{box}</text:p><text:p><draw:frame/></text:p>" + table(row(cell(f"{box}<office:annotation/>")))
    )
    assert document.tables[0].before == ("x\nboxed",)
    assert texts(document.tables[0]) == [["boxed"]]
    assert document.notes == ("1 margin comment was not read.",)


LISTS = (
    '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    '<text:list-style style:name="L2">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="3"/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="x" style:num-format="" text:start-value="x"/></text:list-style>'
    '<text:list-style style:name="L3">'
    '<text:list-level-style-number text:level="1" style:num-format="" text:start-value="x"/></text:list-style>'
)


def items(*contents, style="L2", attributes=""):
    wrapped = (content if content.startswith("<") else f"<text:p>{content}</text:p>" for content in contents)
    made = "".join(f"<text:list-item>{content}</text:list-item>" for content in wrapped)
    return f'<text:list text:style-name="{style}" {attributes}>{made}</text:list>'


def test_bullets_and_numbers_of_lists_are_in_the_text():
    deeper = "<text:list><text:list-item><text:p>d</text:p></text:list-item></text:list>"
    inner = items("a", style="L1") + items("b", f"<text:p>c</text:p><text:p>more</text:p>{deeper}")
    assert only(inner, automatic=LISTS) == "• a\n3. b\n4. c\nmore\n(a) d"
    plain = items("x", style="unknown") + items("y", style="L3") + items("", style="L1")
    assert only(plain, automatic=LISTS) == "• x\ny"


def test_a_list_that_carries_on_keeps_counting():
    carried = ("", 'text:continue-numbering="true"', 'text:continue-list="x"', "")
    cells = [cell(items("", attributes=how)) for how in carried]
    assert texts(odt(table(*map(row, cells)), automatic=LISTS).tables[0]) == [["3."], ["4."], ["5."], ["3."]]


def test_a_list_between_tables_is_narrative_and_its_header_has_no_mark():
    header = "<text:list-header><text:p>Head</text:p></text:list-header>"
    body = f'<text:list text:style-name="L1">{header}<text:list-item><text:p>one</text:p></text:list-item></text:list>'
    assert odt(body, automatic=LISTS).after == ("Head", "• one")


def test_headers_and_footers_are_kept_apart_and_common_list_styles_known():
    margins = "<style:header><text:p>Official</text:p></style:header>"
    margins += "<style:footer><text:p>Case</text:p><text:p/></style:footer>"
    part = f"<office:styles>{LISTS}</office:styles><style:master-page>{margins}</style:master-page>"
    document = odt(table(row(cell(items("a")))), styles_part=part)
    assert document.header_footer == ("Official", "Case")
    assert texts(document.tables[0]) == [["3. a"]]


def test_marks_of_page_ends_among_the_cells_are_no_cells():
    mark = "<text:soft-page-break/>"
    body = f"<table:table><table:table-row>{mark}{cell('a')}{mark}{cell('b')}</table:table-row></table:table>"
    assert texts(odt(body).tables[0]) == texts(ods(body).tables[0]) == [["a", "b"]]


def test_a_text_written_by_another_program_is_read():
    document = read_document("pandoc.odt", (DATA / "pandoc.odt").read_bytes())
    assert texts(document.tables[0])[1:] == [
        ["1/2/2015", "• bullet one\n• bullet two\nPara “quoted” é", "A"],
        ["2/2/2015", "1. one\n2. two", "B [cell note]"],
    ]
    assert document.tables[1].before == ("Between.",)


def test_typed_cells_of_a_sheet():
    cells = [
        typed("date", 'office:date-value="2014-10-17"', "17/10/2014"),
        typed("date", 'office:date-value="2014-10-17T14:30:00"', "17/10/2014 14:30"),
        typed("date", 'office:date-value="2014-10-01"', "Oct 14"),
        typed("date", 'office:date-value="2014-10-02"', "Oct 14"),
        typed("date", 'office:date-value="44 BC"', "long ago"),
        typed("time", 'office:time-value="PT14H35M00S"', "14:35"),
        typed("time", 'office:time-value="PT30H05M00S"', ""),
        typed("time", 'office:time-value="soon"', ""),
        typed("float", 'office:value="950"', "0950"),
        typed("percentage", 'office:value="0.5"', "50%"),
        typed("currency", 'office:value="12.5"', ""),
        typed("float", 'office:value="x"', "x"),
        typed("float", 'office:value="inf"', "inf"),
        typed("boolean", 'office:boolean-value="true"', "WAHR"),
        typed("string", 'office:string-value="kept"'),
        typed("string", "", "<text:p>a</text:p><text:p>b</text:p>"),
    ]
    (only_row,) = ods(table(row(*cells))).tables[0].rows
    assert [(c.text, c.value) for c in only_row.cells] == [
        ("2014-10-17", date(2014, 10, 17)), ("2014-10-17 14:30", datetime(2014, 10, 17, 14, 30)),
        ("Oct 2014", "Oct 2014"),
        ("2014-10-02", date(2014, 10, 2)), ("long ago", "long ago"), ("14:35", time(14, 35)), ("30:05", "30:05"),
        ("soon", "soon"), ("0950", 950), ("50%", 0.5), ("12.5", 12.5), ("x", "x"), ("inf", "inf"), ("TRUE", True),
        ("kept", "kept"), ("a\nb", "a\nb"),
    ]  # fmt: skip


def test_rows_of_a_sheet_keep_their_numbers_through_repeats_and_blanks():
    body = table(
        row(cell(attributes='table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="3"'),
        row("a", cell(attributes='table:number-columns-repeated="2"'), "b"),
        row("c", attributes='table:number-rows-repeated="2" table:visibility="filter"'),
        row(
            cell(attributes='table:number-columns-repeated="1000000"'),
            attributes='table:number-rows-repeated="1048000"',
        ),
        row("far"),
    )
    document = ods(body)
    rows = [(r.number, r.hidden, [c.text for c in r.cells]) for r in document.tables[0].rows if r.cells]
    assert rows == [(4, False, ["a", "", "", "b"]), (5, True, ["c"]), (6, True, ["c"]), (1_048_007, False, ["far"])]
    assert "Sheet “T”: 2 hidden rows were included." in document.notes


def test_merged_cells_and_hidden_sheets_are_marked():
    style = '<style:table-properties table:display="false"/>'
    style = f'<style:style style:name="ta2" style:family="table">{style}</style:style>'
    body = table(row(cell("Title", 'table:number-columns-spanned="2"'), cell(name="covered-table-cell")), row("a", "b"))
    body += table(row("x"), attributes='table:name="Old" table:style-name="ta2"')
    first, old = ods(body, automatic=style).tables
    assert first.rows[0].span
    assert (old.name, old.hidden) == ("Old", True)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (row("x", attributes='table:number-rows-repeated="200000"'), "too-many-rows"),
        (row(cell("x", 'table:number-columns-repeated="500"')), "too-many-columns"),
    ],
)
def test_repeats_beyond_the_limits_are_refused(made, code):
    for read in (odt, ods):
        with pytest.raises(Refused) as refused:
            read(table(made))
        assert refused.value.code == code


LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"
)
WORDS = st.text(LETTERS, max_size=20)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=6), st.booleans())
def test_what_odfpy_writes_is_read_back(grid, sheet):
    made = opendocument.OpenDocumentSpreadsheet() if sheet else opendocument.OpenDocumentText()
    out = odf_table.Table(name="T")
    for words in grid:
        line = odf_table.TableRow()
        for text in words:
            place = odf_table.TableCell(valuetype="string")
            place.addElement(odf_text.P(text=text))
            line.addElement(place)
        out.addElement(line)
    (made.spreadsheet if sheet else made.text).addElement(out)
    data = io.BytesIO()
    made.save(data)
    (found,) = read_document("a.ods" if sheet else "a.odt", data.getvalue()).tables
    padded = [[*r, "", "", ""][:3] for r in texts(found)]
    while len(padded) < len(grid):
        padded.append(["", "", ""])
    assert padded == grid
