"""Web pages, and the ones that case systems call spreadsheets."""

from pathlib import Path

import pytest
from tests.domain.chronology.readers.build import texts

from threadline.domain.chronology.readers import Refused, read_document

DATA = Path(__file__).parent / "data"


def read(body, name="a.html"):
    return read_document(name, f"<html><body>{body}</body></html>".encode())


def cell(inner):
    return texts(read(f"<table><tr><td>{inner}</td></tr></table>").tables[0])[0][0]


def test_tables_are_numbered_in_order_with_the_lines_between():
    document = read(
        "<h1>Title</h1>words<table><tr><th>a</th></tr></table>mid<div><table><tr><td>b</table></div>end<p>last</p>"
    )
    assert [(t.name, t.before, texts(t)) for t in document.tables] == [
        (0, ("Title", "words"), [["a"]]), (1, ("mid",), [["b"]]),
    ]  # fmt: skip
    assert document.after == ("end", "last")
    assert document.kind == "html"


def test_a_page_exported_as_a_spreadsheet_or_document_is_read_and_said():
    page = "<table><tr><td>Date<td>Event<tr><td>1 May<td>seen</table>"
    for name in ("a.xls", "a.doc"):
        document = read(page, name)
        assert texts(document.tables[0]) == [["Date", "Event"], ["1 May", "seen"]]
        assert "is a web page" in document.notes[0]


def test_words_are_spaced_as_a_browser_shows_them():
    assert (
        cell("a\n  b&nbsp;c<br>d<p>e</p><p></p><ul><li>f<li>g<li></ul><script>no</script>h<!-- no -->")
        == "a b c\nd\ne\n• f\n• g\nh"
    )


def test_merged_cells_and_row_groups():
    body = (
        "<table><thead><tr><th colspan=3>2014</th></tr></thead><tbody>"
        "<tr><form><td rowspan=2>1 May</td><td>a</td><td>x</td></tr><tr><td>b</td><td rowspan=0>y</td></tr>"
        "<tr style='display: none'><td colspan=x>c</td></tr></tbody><caption>no</caption></table>"
    )
    (table,) = read(body).tables
    assert texts(table) == [["2014", "", ""], ["1 May", "a", "x"], ["", "b", "y"], ["c"]]
    assert table.rows[0].span
    assert table.rows[2].cells[0].origin == (2, 0)
    assert [row.hidden for row in table.rows] == [False, False, False, True]


def test_a_table_inside_a_cell_is_in_the_text_and_kept():
    (table,) = read("<table><tr><td>1<td>x<table><tr><td>a<td>b<tr><td>c</table>y</table>").tables
    assert texts(table) == [["1", "x\na\tb\nc\ny"]]
    assert [(t.name, texts(t)) for t in table.rows[0].nested] == [("0.1.0", [["a", "b"], ["c"]])]


@pytest.mark.parametrize(
    "data",
    [
        "<html><meta charset=utf-8><table><tr><td>£ é</table>".encode(),
        "<html><meta charset=windows-1252><table><tr><td>£ é</table>".encode("cp1252"),
        "<html><meta charset=iso-8859-1><table><tr><td>£ é</table>".encode("cp1252"),
        "<html><meta charset=nonsense><table><tr><td>£ é</table>".encode("cp1252"),
        "<html><table><tr><td>£ é</table>".encode("cp1252"),
        "<html><table><tr><td>£ é</table>".encode("utf-16"),
        "\ufeff<?xml version='1.0' encoding='utf-8'?><html><table><tr><td>£ é</table>".encode(),
    ],
)
def test_encodings_are_recognised(data):
    assert texts(read_document("a.html", data).tables[0]) == [["£ é"]]


def test_a_page_written_by_another_program_is_read():
    document = read_document("pandoc.html", (DATA / "pandoc.html").read_bytes())
    assert texts(document.tables[0])[1] == ["1/2/2015", "• bullet one\n• bullet two\nPara “quoted” é", "A"]


def test_a_page_with_nothing_in_it_has_no_table_and_a_comment_is_no_page():
    assert read_document("a.html", b"<html >\n").tables == ()
    for data in (b"<!--<html>-->\n", b"<?xml version='1.0'?><!--<html >-->\n"):
        with pytest.raises(Refused, match="damaged"):
            read_document("a.html", data)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<table><tr>" + "<td>x" * 401 + "</table>", "too-many-columns"),
        ("<table>" + "<tr>" * 100_001 + "</table>", "too-many-rows"),
        ("<table></table>" * 5_001, "too-many-rows"),
        ("<table><tr><td>" * 90 + "x", "nested-too-deep"),
        ("<b>" * 3_000_001, "too-much-inside"),
        ("<div>" * 400 + "<table><tr><td>x", "nested-too-deep"),
    ],
)
def test_more_than_is_taken_is_refused(body, code):
    with pytest.raises(Refused) as refused:
        read(body)
    assert refused.value.code == code
