"""Every limit is kept by every reader, and is answered with the sentence that belongs to it."""

import pytest
from tests.domain.chronology.readers.build import docx, odf, p, rtf, rtf_row, tbl, tc, tr, xls, xlsx
from tests.domain.chronology.readers.test_old_excel import label

from threadline.domain.chronology.readers import Refused, limits, read_document

ROW = "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
ODF_TABLE = f"<table:table>{ROW * 6}</table:table>"
SHEET = f"<sheetData>{'<row><c><v>1</v></c><c><v>2</v></c></row>' * 6}</sheetData>"
MERGED = '<mergeCells><mergeCell ref="A1:B6"/></mergeCells>'
PAGE = "<html>" + "<table><tr><td>a<td>b" * 1 + "<tr><td>a<td>b" * 5 + "</table>"


def nested_docx(levels):
    inner = tbl(tr("deep"))
    for _ in range(levels):
        inner = tbl(tr(tc(inner + p())))
    return docx(inner)


def nested_odt(levels):
    inner = "<text:p>deep</text:p>"
    for _ in range(levels):
        cell = f"<table:table-cell>{inner}</table:table-cell>"
        inner = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    return odf("text", inner)


CASES = [
    ("ROWS", "a.docx", docx(tbl(*[tr("x")] * 6)), "too-many-rows"),
    ("ROWS", "a.odt", odf("text", ODF_TABLE), "too-many-rows"),
    ("ROWS", "a.xlsx", xlsx([("S", SHEET, "")]), "too-many-rows"),
    ("ROWS", "a.xls", xls([("S", b"".join(label(at, 0, "x") for at in range(6)), 0, 0)]), "too-many-rows"),
    ("ROWS", "a.rtf", rtf(rtf_row("x") * 6), "too-many-rows"),
    ("ROWS", "a.csv", b"a,b\n" * 6, "too-many-rows"),
    ("ROWS", "a.html", PAGE.encode(), "too-many-rows"),
    ("CELLS", "a.docx", docx(tbl(*[tr("x", "y")] * 6)), "too-much-inside"),
    ("CELLS", "a.odt", odf("text", ODF_TABLE), "too-much-inside"),
    ("CELLS", "a.xlsx", xlsx([("S", SHEET, "")]), "too-much-inside"),
    ("CELLS", "a.rtf", rtf(rtf_row("x", "y") * 6), "too-much-inside"),
    ("CELLS", "a.csv", b"a,b,c\n" * 5, "too-much-inside"),
    ("CELLS", "a.csv", b"a\nb\nc\nd\ne\nf\n", "too-much-inside"),
    ("CELLS", "a.html", PAGE.encode(), "too-much-inside"),
    ("MERGED_PLACES", "a.xlsx", xlsx([("S", SHEET + MERGED, "")]), "too-much-inside"),
    ("COLUMNS", "a.docx", docx(tbl(tr(*["x"] * 6))), "too-many-columns"),
    ("COLUMNS", "a.csv", b"a,b,c,d,e,f\n", "too-many-columns"),
    ("TABLES", "a.docx", docx(tbl(tr("x")) * 6), "too-many-rows"),
    ("TABLES", "a.odt", odf("text", ODF_TABLE * 6), "too-many-rows"),
    ("TABLES", "a.rtf", rtf((rtf_row("x") + "\\pard x\\par ") * 6), "too-many-rows"),
    ("TABLES", "a.html", (PAGE * 6).encode(), "too-many-rows"),
    ("DEPTH", "a.docx", nested_docx(8), "nested-too-deep"),
    ("DEPTH", "a.odt", nested_odt(8), "nested-too-deep"),
    ("DEPTH", "a.rtf", rtf("\\pard\\intbl\\itap8 a\\nestcell"), "nested-too-deep"),
    ("DEPTH", "a.html", b"<html>" + b"<table><tr><td>" * 8, "nested-too-deep"),
    ("MEMBERS", "a.docx", docx(p("x")), "too-much-inside"),
    ("INFLATED_BYTES", "a.docx", docx(p("x")), "too-much-inside"),
    ("SMALL_PART_BYTES", "a.docx", docx(p("x")), "too-much-inside"),
    ("UNIT_BYTES", "a.docx", docx(p("x")), "row-too-large"),
    ("UNIT_MARKS", "a.xlsx", xlsx([("S", SHEET, "")]), "row-too-large"),
    ("FILE_BYTES", "a.csv", b"a,b\n" * 6, "too-large"),
]


@pytest.mark.parametrize(
    ("limit", "name", "data", "code"), CASES, ids=[f"{at} {case[0]}" for at, case in enumerate(CASES)]
)
def test_a_limit_is_kept(monkeypatch, limit, name, data, code):
    document = read_document(name, data)
    assert document.digest
    monkeypatch.setattr(limits, limit, 3)
    with pytest.raises(Refused) as refused:
        read_document(name, data)
    assert refused.value.code == code


def test_the_ratio_is_kept_for_parts_above_a_size(monkeypatch):
    data = docx(p("x" * 100_000))
    assert read_document("a.docx", data).after
    monkeypatch.setattr(limits, "RATIO_APPLIES_ABOVE", 1_000)
    with pytest.raises(Refused) as refused:
        read_document("a.docx", data)
    assert refused.value.code == "too-much-inside"


def test_running_out_of_depth_while_reading_is_a_refusal(monkeypatch):
    from threadline.domain.chronology.readers import read

    def endless(file, data):
        return endless(file, data)

    monkeypatch.setitem(read.FILES, "rtf", endless)
    with pytest.raises(Refused) as refused:
        read_document("a.rtf", b"{\\rtf1 x}")
    assert refused.value.code == "nested-too-deep"


def test_hidden_rows_beyond_number_and_merges_beyond_number_cost_nothing(monkeypatch):
    monkeypatch.setattr(limits, "ROWS", 10)
    hidden = '<row hidden="1"/>' * 300
    merges = f"<mergeCells>{MERGED[12:-13] * 30}</mergeCells>"
    table = read_document(
        "a.xlsx", xlsx([("S", f"<sheetData><row><c><v>1</v></c></row>{hidden}</sheetData>{merges}", "")])
    ).tables[0]
    assert len(table.rows) == 1
