"""Workbooks of Excel 95 to 2003, read without the program that made them."""

import struct
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from tests.domain.chronology.readers.build import compound, record, texts, xls

from threadline.domain.chronology.readers import Refused, read_document
from threadline.domain.chronology.readers.excel.biff import packed

DATA = Path(__file__).parent / "data"


def read(content, **more):
    return read_document("a.xls", xls([("S", content, 0, 0)], **more))


def label(row, column, text):
    """A cell with its words beside it (BIFF8)."""
    raw = text.encode("utf-16-le")
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + raw)


def strings(*texts_, split=0):
    """The table of strings; `split` cuts the last string's characters after so many into a CONTINUE record."""
    body = b"".join(struct.pack("<HB", len(text), 0) + text.encode("latin-1") for text in texts_)
    head = struct.pack("<II", len(texts_), len(texts_))
    if not split:
        return record(0x00FC, head + body)
    cut = len(body) - len(texts_[-1]) + split
    wide = texts_[-1][split:].encode("utf-16-le")
    return record(0x00FC, head + body[:cut]) + record(0x003C, b"\x01" + wide)


def shared(row, column, index):
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, index))


def fmt(number, code):
    return record(0x041E, struct.pack("<HHB", number, len(code), 0) + code.encode("latin-1"))


def xf(number):
    return record(0x00E0, struct.pack("<HH", 0, number) + b"\0" * 16)


def test_a_workbook_written_by_another_program_is_read_in_full():
    document = read_document("excel-97.xls", (DATA / "excel-97.xls").read_bytes())
    sheet, old = document.tables
    assert (sheet.name, sheet.hidden, len(sheet.rows)) == ("Chronology £", False, 409)
    assert sheet.rows[0].span
    assert [cell.text for cell in sheet.rows[2].cells] == ["Date", "Time", "Event", "Log", "Share"]
    first, second, month, rich, merged = (sheet.rows[at].cells for at in range(3, 8))
    assert [cell.value for cell in first[:2]] == [date(2014, 9, 8), time(14, 35)]
    assert first[2].text == "Long " + "é—“x” " * 3000
    assert [cell.text for cell in first[3:]] == ["0950", "50%"]
    assert [cell.value for cell in second] == [datetime(2014, 9, 8, 7, 5), None, "line1\nline2", 1234.5, True]
    assert (month[0].text, sheet.rows[5].hidden) == ("Oct 2014", True)
    assert rich[2].text == "plain bold end"
    assert (merged[0].value, sheet.rows[8].cells[0].origin) == (date(2014, 11, 1), (8, 0))
    assert [cell.value for cell in sheet.rows[8].cells[3:]] == [-3, 123456789.25]
    assert (old.name, old.hidden) == ("Old", True)
    assert [(row.number, row.cells[-1].text) for row in old.rows] == [(65536, "far")]


def test_another_reader_finds_the_same_values():
    data = (DATA / "excel-97.xls").read_bytes()
    table = read_document("excel-97.xls", data).tables[0]
    theirs = CalamineWorkbook.from_path(DATA / "excel-97.xls").get_sheet_by_index(0).to_python(skip_empty_area=False)
    for row, other in zip(table.rows, theirs, strict=True):
        if row.number != 6:
            ours = [cell.value for cell in row.cells]
            assert ours + [None] * (len(other) - len(ours)) == [None if value == "" else value for value in other]


def test_strings_that_change_width_in_the_middle_are_whole():
    document = read(shared(0, 0, 0) + shared(0, 1, 1), before=strings("first", "caf\xe9 au lait", split=4))
    assert texts(document.tables[0]) == [["first", "café au lait"]]


def test_strings_with_formatting_and_phonetics_are_passed_over_to_the_next():
    rich = struct.pack("<HBHI", 2, 0x0C, 1, 3) + b"ab" + b"\0" * 4 + b"\0" * 3
    plain = struct.pack("<HB", 1, 0) + b"z"
    before = record(0x00FC, struct.pack("<II", 2, 2) + rich + plain)
    assert texts(read(shared(0, 0, 0) + shared(0, 1, 1), before=before).tables[0]) == [["ab", "z"]]


def test_formatting_may_run_over_into_the_next_record():
    rich = struct.pack("<HBH", 2, 0x08, 2) + b"ab" + b"\0" * 3
    rest = b"\0" * 5 + struct.pack("<HB", 1, 0) + b"z"
    before = record(0x00FC, struct.pack("<II", 2, 2) + rich) + record(0x003C, rest)
    assert texts(read(shared(0, 0, 0) + shared(0, 1, 1), before=before).tables[0]) == [["ab", "z"]]


def test_every_kind_of_cell_is_read():
    content = (
        record(0x0203, struct.pack("<HHHd", 0, 0, 0, 2.5))
        + record(0x027E, struct.pack("<HHHI", 0, 1, 0, (42 << 2) | 2))
        + record(0x00BD, struct.pack("<HH", 0, 2) + struct.pack("<HIHIH", 0, (1 << 2) | 2, 0, (250 << 2) | 3, 3))
        + record(0x0205, struct.pack("<HHHBB", 0, 4, 0, 1, 0))
        + record(0x0205, struct.pack("<HHHBB", 0, 5, 0, 7, 1))
        + record(0x0006, struct.pack("<HHHd", 0, 6, 0, 9.0) + b"\0" * 6)
        + record(0x0006, struct.pack("<HHH", 0, 7, 0) + b"\x00\0\0\0\0\0\xff\xff" + b"\0" * 6)
        + record(0x0207, struct.pack("<HB", 5, 0) + b"words")
        + record(0x0207, struct.pack("<HB", 5, 0) + b"stray")
        + record(0x0006, struct.pack("<HHH", 0, 8, 0) + b"\x01\0\x01\0\0\0\xff\xff" + b"\0" * 6)
        + record(0x0006, struct.pack("<HHH", 0, 9, 0) + b"\x02\0\x2a\0\0\0\xff\xff" + b"\0" * 6)
        + record(0x0006, struct.pack("<HHH", 0, 10, 0) + b"\x03\0\0\0\0\0\xff\xff" + b"\0" * 6)
        + label(0, 11, "a\r\nb")
        + record(0x0208, struct.pack("<HHHHHHI", 0, 0, 12, 255, 0, 0, 0x20))
        + record(0x0208, struct.pack("<HHH", 1, 0, 12))
    )
    (table,) = read(content).tables
    assert texts(table) == [["2.5", "42", "1", "2.5", "TRUE", "#DIV/0!", "9", "words", "TRUE", "#N/A", "", "a\nb"]]
    assert table.rows[0].hidden


def test_formats_and_the_1904_calendar_are_followed():
    before = fmt(164, "dd/mm/yyyy") + xf(0) + xf(164) + xf(999) + record(0x0022, b"\x01\x00")
    content = b"".join(record(0x0203, struct.pack("<HHHd", 0, at, at, 40428.0)) for at in range(4))
    assert texts(read(content, before=before).tables[0]) == [["40428", "2014-09-08", "40428", "40428"]]


def test_the_workbooks_of_excel_95_are_read_in_their_code_page():
    words = "Zażółć".encode("cp1250")
    content = record(0x0204, struct.pack("<HHHH", 0, 0, 0, len(words)) + words)
    code = b"dd/mm/yyyy"
    before = (
        record(0x0042, struct.pack("<H", 1250)) + record(0x041E, struct.pack("<HB", 164, len(code)) + code) + xf(164)
    )
    content += record(0x0203, struct.pack("<HHHd", 0, 1, 0, 41890.0))
    assert texts(read(content, before=before, version=0x0500).tables[0]) == [["Zażółć", "2014-09-08"]]


def test_an_unknown_code_page_is_read_as_windows():
    content = record(0x0204, struct.pack("<HHHH", 0, 0, 0, 1) + b"\xa3")
    before = record(0x0042, struct.pack("<H", 999))
    assert texts(read(content, before=before, version=0x0500).tables[0]) == [["£"]]


def test_merged_cells_and_charts_inside_a_sheet_do_not_disturb():
    chart = record(0x0809, struct.pack("<HH", 0x0600, 0x20)) + label(5, 5, "of the chart") + record(0x000A)
    merged = record(0x00E5, struct.pack("<HHHHH", 1, 0, 1, 0, 0))
    (table,) = read(label(0, 0, "a") + chart + label(1, 1, "b") + merged).tables
    assert texts(table) == [["a"], ["", "b"]]
    assert table.rows[1].cells[0].origin == (1, 0)


def test_hidden_and_chart_sheets():
    data = xls([("Hid", label(0, 0, "a"), 1, 0), ("Chart", b"", 0, 2)])
    assert [(table.name, table.hidden) for table in read_document("a.xls", data).tables] == [("Hid", True)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (xls([("S", b"", 0, 0)], before=record(0x002F, b"\0" * 6)), "password"),
        (xls([("S", b"", 0, 0), ("M", b"", 0, 1)]), "macros"),
        (xls([("S", b"", 0, 0), ("M", b"", 0, 6)]), "macros"),
        (xls([("S", shared(0, 0, 7), 0, 0)]), "damaged"),
        (xls([("S", record(0x0006, b"\0" * 8), 0, 0)]), "damaged"),
        (xls([]), "damaged"),
        (xls([("S", b"", 0, 0)], version=0x0400), "damaged"),
        (xls([("S", b"", 0, 0)], before=record(0x00FC, struct.pack("<IIH", 9, 9, 500))), "damaged"),
        (xls([("S", b"", 0, 0)], before=record(0x00FC, struct.pack("<IIHB", 1, 1, 9, 0) + b"ab")), "damaged"),
        (xls([("S", b"", 0, 0)], before=record(0x00FC, struct.pack("<IIHB", 1, 1, 9, 1) + b"abc")), "damaged"),
        (xls([("S", b"", 0, 0)], before=record(0x00FC, struct.pack("<II", 1, 1)) + record(0x003C, b"\x01")), "damaged"),
        (compound({"Workbook": b"\x09\x08\xff\xff"}), "damaged"),
        (compound({"Workbook": b"\x09\x08\xff\xff" * 1100}), "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_the_reason(data, code):
    with pytest.raises(Refused) as refused:
        read_document("a.xls", data)
    assert refused.value.code == code


@settings(max_examples=200)
@given(st.integers(-(2**29), 2**29 - 1), st.booleans())
def test_packed_whole_numbers(number, hundredth):
    raw = ((number & 0x3FFFFFFF) << 2) | 2 | hundredth
    assert packed(raw) == (number / 100 if hundredth else number)


def test_packed_fractions():
    assert packed(struct.unpack("<Q", struct.pack("<d", 1.5))[0] >> 32) == 1.5
