"""Rich text documents, as Word, WordPad, LibreOffice and case systems write them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.chronology.readers.build import rtf, rtf_row, texts

from threadline.domain.chronology.readers import Refused, read_document
from threadline.domain.chronology.readers.rtf.letters import paired, unicode_letter

DATA = Path(__file__).parent / "data"


def read(body):
    return read_document("a.rtf", rtf(body))


def cell(inner):
    return texts(read(rtf_row(inner)).tables[0])[0][0]


def test_tables_are_numbered_in_order_with_the_paragraphs_between():
    document = read(
        r"Title\par\par " + rtf_row("a", "b") + rtf_row("c", "d") + r"\pard between\par " + rtf_row("e") + r"\pard end"
    )
    assert [(t.name, t.before, texts(t)) for t in document.tables] == [
        (0, ("Title",), [["a", "b"], ["c", "d"]]), (1, ("between",), [["e"]]),
    ]  # fmt: skip
    assert document.after == ("end",)
    assert document.kind == "rtf"


def test_paragraphs_lines_tabs_and_signs_inside_a_cell():
    inner = r"a\par b\line c\tab d\emdash e\lquote f\rquote\~g\_h\-i\{j\}\\k\bullet"
    assert cell(inner) == "a\nb\nc\td—e‘f’\u00a0g-hi{j}\\k•"


def test_letters_of_code_pages_fonts_and_unicode():
    assert cell(r"caf\'e9 \'93q\'94 {\f2 \'cf\'f0}{\f1 \'b7x\'99}") == "café “q” Пр•x•"
    assert cell(r"\u8364?\u233\'e9 \uc0\u8217 s {\uc2\u233 ab}c \uc1\u-3913?\u55357?\u56832?") == "€é ’s éc •😀"
    assert cell("\xa3 raw") == "£ raw"


def test_a_stand_in_may_be_a_word_or_a_sign():
    assert cell(r"\u8212\emdash x") == "—x"
    assert cell(r"\u160\~x") == "\u00a0x"


def test_several_fonts_in_one_document_keep_their_own_code_pages():
    data = rb"{\rtf1\ansi\ansicpg1250\deff3{\fonttbl{\f3\cpg1251 A;}{\f4\fcharset0 B;}{\f5\fcharset128 C;}}"
    data += rb"\trowd\cellx1\pard\intbl\plain \'cf {\f4\'9c}{\f5\'93\'fa}\cell\row}"
    assert texts(read_document("a.rtf", data).tables[0]) == [["П ś日"]]


@pytest.mark.parametrize(("word", "shown"), [("mac", "é"), ("pc", "Ä"), ("ansicpg99999", "Ž")])
def test_other_character_sets_of_the_document(word, shown):
    data = rb"{\rtf1\%s \trowd\cellx1\intbl \'8e\cell\row}" % word.encode()
    assert texts(read_document("a.rtf", data).tables[0]) == [[shown]]


def test_cells_merged_across_and_down():
    across = r"\clmgf\cellx1000\clmrg\cellx2000"
    start, more = r"\clvmgf\cellx1000\cellx2000", r"\clvmrg\cellx1000\cellx2000"
    body = rtf_row("2014", "", edges=across) + rtf_row("1 May", "a", edges=start) + rtf_row("", "b", edges=more)
    (table,) = read(body).tables
    assert table.rows[0].span
    assert texts(table) == [["2014", ""], ["1 May", "a"], ["", "b"]]
    assert table.rows[2].cells[0].origin == (2, 0)


def test_words_in_merged_cells_are_joined_not_lost():
    (table,) = read(rtf_row("a", "b", edges=r"\cellx1000\clmrg\cellx2000") + rtf_row("c", "d")).tables
    assert texts(table) == [["a\nb", ""], ["c", "d"]]


def test_borders_that_differ_by_a_hair_make_no_new_columns():
    body = rtf_row("a", "b", "c", edges=r"\cellx1000\cellx2000\cellx3000") + rtf_row(
        "d", "e", "f", edges=r"\cellx1010\cellx1990\cellx3003"
    )
    (table,) = read(body + rtf_row("all", edges=r"\trleft-5\cellx3001")).tables
    assert texts(table) == [["a", "b", "c"], ["d", "e", "f"], ["all", "", ""]]
    assert table.rows[2].span


def test_a_row_with_more_cells_than_it_declares_keeps_them():
    assert texts(read(r"\trowd\cellx1000\pard\intbl a\cell b\cell c\row").tables[0]) == [["a", "b", "c"]]


def test_the_shape_may_come_after_the_cells_and_the_last_cell_may_be_open():
    body = r"\pard\intbl a\cell b\cell\trowd\cellx1000\cellx2000\row\pard\intbl c\cell d\row\pard"
    assert texts(read(body).tables[0]) == [["a", "b"], ["c", "d"]]
    assert texts(read(r"\trowd\cellx1\pard\intbl a\par\row").tables[0]) == [["a"]]


def test_a_row_never_ended_is_kept():
    document = read(r"\trowd\cellx1000\pard\intbl a\cell\row\pard\intbl b\cell\pard text\par")
    assert texts(document.tables[0]) == [["a"], ["b"]]
    assert document.after == ("text",)


def test_a_row_without_cells_is_none():
    document = read(r"before\par\trowd\row\pard after")
    assert document.tables == ()
    assert document.after == ("before", "after")


def test_two_tables_that_touch_are_told_apart_by_their_row_numbers():
    first = r"\trowd\irow0\cellx1\pard\intbl a\cell\row\trowd\irow1\lastrow\cellx1\pard\intbl b\cell\row"
    second = r"\trowd\irow0\cellx1\pard\intbl c\cell\row"
    assert [texts(table) for table in read(first + second).tables] == [[["a"], ["b"]], [["c"]]]
    same = r"\trowd\irow0\cellx1\pard\intbl x\cell\row"
    assert [texts(table) for table in read(same * 3).tables] == [[["x"], ["x"], ["x"]]]


def test_a_table_inside_a_cell_is_in_the_text_and_kept():
    inner = (
        r"\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}"
    )
    body = r"\trowd\cellx1000\cellx2000\pard\intbl x\cell\pard\intbl before\par" + inner + r"\pard\intbl after\cell\row"
    (table,) = read(body).tables
    assert texts(table) == [["x", "before\na\tb\nafter"]]
    assert [(t.name, texts(t)) for t in table.rows[0].nested] == [("0.1.0", [["a", "b"]])]


def test_a_table_inside_a_table_inside_a_table():
    deep = r"\pard\intbl\itap3 deep\nestcell{\*\nesttableprops\trowd\cellx1\nestrow}"
    middle = deep + r"\pard\intbl\itap2 mid\nestcell{\*\nesttableprops\trowd\cellx1\nestrow}"
    (table,) = read(r"\trowd\cellx1000\pard\intbl " + middle + r"\pard\intbl out\cell\row").tables
    assert texts(table) == [["deep\nmid\nout"]]
    assert table.rows[0].nested[0].rows[0].nested[0].name == "0.1.0.1.0"


def test_tables_nested_beyond_reason_are_refused():
    with pytest.raises(Refused) as refused:
        read(r"\pard\intbl\itap9999 a\nestcell")
    assert refused.value.code == "nested-too-deep"


def test_bullets_and_numbers_are_in_the_text():
    inner = r"{\listtext\pard\plain\f1 \'b7\tab}one\par{\*\pn\pnlvlblt}{\pntext\f1\'B7\tab}two\par"
    inner += r"{\listtext 3.\tab}three\par{\listtext\tab}four"
    assert cell(inner) == "• one\n• two\n3. three\nfour"
    assert cell(r"\bullet\tab typed\par 4)\tab four\par a\tab b") == "• typed\n4) four\na\tb"


def test_fields_show_their_results_and_pictures_nothing():
    inner = r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}} {\*\unknown no}{\pict\pngblip 89504e}"
    inner += r"{\object{\*\objdata 00ff}{\result shown}}"
    document = read(rtf_row(inner))
    assert texts(document.tables[0]) == [["link shown"]]
    assert document.notes == ("1 embedded object was not opened.",)


def test_binary_data_is_passed_over_whatever_it_holds():
    assert cell(r"a{\pict\bin5 }}{{\}b") == "ab"


def test_revisions_and_hidden_text_are_accepted_and_said():
    document = read(rtf_row(r"Seen {\deleted not }{\revised twice}{\v secret}\v x\v0 y\deleted z\plain !"))
    assert texts(document.tables[0]) == [["Seen twicey!"]]
    assert document.notes == (
        "1 tracked insertion was read as accepted.",
        "2 tracked deletions were left out, as if accepted.",
        "2 pieces of hidden text were left out.",
    )


def test_notes_margins_comments_and_text_boxes():
    body = r"{\header Official\par Case}{\footerf \trowd\intbl a\cell\row}"
    inner = r"Seen{\footnote\pard\plain {\super 1} See log}{\*\annotation Check}{\*\atnid AB}"
    inner += r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt boxed\par}}{\shprslt no}}"
    body += rtf_row(inner)
    document = read(body)
    assert texts(document.tables[0]) == [["Seen [1 See log]\nboxed"]]
    assert document.header_footer == ("Official", "Case", "a")
    assert document.notes == ("A margin comment was kept apart from the text: “Check”",)


def test_an_empty_note_leaves_no_trace():
    assert cell(r"a{\footnote }{\*\annotation}{\shptxt }b") == "ab"


def test_text_kept_twice_for_old_programs_is_read_once():
    assert cell(r"{\upr{old}{\*\ud{new \u8364?}}}") == "new €"


def test_line_ends_and_styles_of_the_file_mean_nothing():
    data = b"\xef\xbb\xbf  {\\rtf1\r\n{\\stylesheet{\\s1 no;}}{\\info{\\author no}}a\r\nb\\\nc\\\r\n}\n\x00trailing"
    assert read_document("a.rtf", data).after == ("ab", "c")


@pytest.mark.parametrize("body", ["{\\rtf1 a", "{\\rtf1 {a}", "{\\rtf1 \\trowd\\cellx1\\intbl a\\cell"])
def test_a_file_cut_short_is_refused_rather_than_read_in_part(body):
    with pytest.raises(Refused, match="cut short"):
        read_document("a.rtf", body.encode())


def test_groups_nested_beyond_reason_are_refused():
    with pytest.raises(Refused) as refused:
        read_document("a.rtf", b"{\\rtf1" + b"{" * 600 + b"}" * 600 + b"}")
    assert refused.value.code == "nested-too-deep"


def test_more_columns_and_rows_than_are_taken_are_refused():
    with pytest.raises(Refused) as refused:
        read(r"\trowd" + r"\pard\intbl\cell" * 500 + r"\row")
    assert refused.value.code == "too-many-columns"
    with pytest.raises(Refused) as refused:
        read(r"\trowd\cellx1" + r"\intbl\cell\row" * 100_001)
    assert refused.value.code == "too-many-rows"


def test_a_file_written_by_another_program_is_read():
    document = read_document("pandoc.rtf", (DATA / "pandoc.rtf").read_bytes())
    assert texts(document.tables[0])[1:] == [
        ["1/2/2015", "• bullet one\n• bullet two\nPara “quoted” é", "A"],
        ["2/2/2015", "1. one\n2. two", "B [cell note]"],
    ]
    assert texts(document.tables[1]) == [["D", "E"], ["x", "日本"]]


def test_half_characters_and_nonsense_numbers():
    assert paired("a\ud83d") == "a�"
    assert (unicode_letter(0), unicode_letter(0x110000), unicode_letter(-3913)) == ("", "", "•")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Zs", "Zl", "Zp")), max_size=20)


def _escaped(text):
    out = []
    for letter in text:
        code = ord(letter)
        if letter in "{}\\":
            out.append("\\" + letter)
        elif code < 128:
            out.append(letter)
        else:
            raw = letter.encode("utf-16-le")
            units = [int.from_bytes(raw[at : at + 2], "little", signed=True) for at in range(0, len(raw), 2)]
            out += [f"\\u{unit}?" for unit in units]
    return "".join(out)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=5))
def test_whatever_is_written_is_read_back(grid):
    body = "".join(rtf_row(*map(_escaped, words)) for words in grid)
    assert texts(read(body).tables[0]) == grid
