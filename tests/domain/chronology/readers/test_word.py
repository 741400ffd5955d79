"""Word documents: everything that stands in a table is read, in the order a person reads it."""

import io
from pathlib import Path

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.chronology.readers.build import STRICT_W, docx, p, tbl, tc, texts, tr, word_part

from threadline.domain.chronology.readers import Refused, read_document

DATA = Path(__file__).parent / "data"
TRACKED = 'w:id="1" w:author="A" w:date="2015-01-01T00:00:00Z"'


def read(body, **more):
    return read_document("a.docx", docx(body, **more))


def only(body, **more):
    """The text of the one table."""
    (table,) = read(body, **more).tables
    return texts(table)


def cell(inner, **more):
    """The text of the one cell holding this inside a paragraph."""
    return only(tbl(tr(tc(f"<w:p>{inner}</w:p>"))), **more)[0][0]


def run(inner):
    return f"<w:r>{inner}</w:r>"


def test_tables_are_numbered_in_order_with_the_paragraphs_before_and_after_them():
    document = read(p("Title") + p(" ") + tbl(tr("a")) + p("between") + tbl(tr("b")) + tbl(tr("c")) + p("the end"))
    assert [(table.name, table.before) for table in document.tables] == [(0, ("Title",)), (1, ("between",)), (2, ())]
    assert document.after == ("the end",)
    assert document.kind == "docx"


def test_tables_in_content_controls_are_found_and_counted():
    wrapped = f"<w:sdt><w:sdtPr/><w:sdtContent>{tbl(tr('in a control'))}</w:sdtContent></w:sdt>"
    document = read(wrapped + tbl(tr("after")))
    assert [texts(table) for table in document.tables] == [[["in a control"]], [["after"]]]


def test_rows_and_cells_in_content_controls_are_read():
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = tbl(control.format(tr("1", "2")), tr(control.format(tc("3")), tc(control.format(p("4")))))
    assert only(body) == [["1", "2"], ["3", "4"]]


def test_the_hint_in_a_control_nobody_filled_in_is_not_text():
    hint = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert cell(run("<w:t>Date: </w:t>") + hint.format(run("<w:t>Click to enter a date.</w:t>"))) == "Date:"
    assert only(tbl(tr(tc(hint.format(p("Choose an item.")) + p("kept"))))) == [["kept"]]


def test_words_in_controls_and_custom_mark_up_are_read():
    control = f"<w:sdt><w:sdtContent>{run('<w:t>chosen</w:t>')}</w:sdtContent></w:sdt>"
    body = tbl(tr(tc(f"<w:customXml><w:p>{control}</w:p></w:customXml><w:bookmarkStart/>")))
    assert only(body) == [["chosen"]]


def test_insertions_and_moves_count_and_deletions_do_not():
    body = (
        run("<w:t>Seen </w:t>")
        + f"<w:del {TRACKED}>{run('<w:delText>not </w:delText>')}</w:del>"
        + f"<w:ins {TRACKED}>{run('<w:t>twice</w:t>')}</w:ins>"
        + f"<w:moveFrom {TRACKED}>{run('<w:t>gone</w:t>')}</w:moveFrom>"
        + f"<w:moveTo {TRACKED}>{run('<w:t> here</w:t>')}</w:moveTo>"
    )
    document = read(tbl(tr(tc(f"<w:p>{body}</w:p>"))))
    assert texts(document.tables[0]) == [["Seen twice here"]]
    assert "2 tracked insertions were read as accepted." in document.notes
    assert "2 tracked deletions were left out, as if accepted." in document.notes


def test_a_row_whose_deletion_is_tracked_is_left_out_and_the_others_keep_their_numbers():
    document = read(tbl(tr("1"), tr("2", properties=f"<w:del {TRACKED}/>"), tr("3")))
    assert [(row.number, row.cells[0].text) for row in document.tables[0].rows] == [(1, "1"), (3, "3")]
    assert document.notes == ("1 row whose deletion is tracked was left out.",)


def test_a_cell_whose_deletion_is_tracked_leaves_its_place_empty():
    assert only(tbl(tr("1", tc("2", f"<w:cellDel {TRACKED}/>"), "3"))) == [["1", "", "3"]]


def test_a_deleted_paragraph_mark_joins_the_paragraphs():
    first = p("one ", f"<w:rPr><w:del {TRACKED}/></w:rPr>")
    assert only(tbl(tr(tc(first + p("two") + p("three"))))) == [["one two\nthree"]]


def test_cells_merged_across_are_marked_and_a_row_of_one_cell_spans():
    document = read(
        tbl(tr(tc("2014", '<w:gridSpan w:val="3"/>')), tr("a", tc("b", '<w:gridSpan w:val="2"/>')), tr("x", "y", "z"))
    )
    title, partly, plain = document.tables[0].rows
    assert title.span
    assert [(c.text, c.merged, c.origin) for c in title.cells] == [
        ("2014", False, None),
        ("", True, (1, 0)),
        ("", True, (1, 0)),
    ]
    assert [c.origin for c in partly.cells] == [None, None, (2, 1)]
    assert not partly.span
    assert not plain.span


def test_cells_merged_down_point_at_the_cell_they_continue():
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    (table,) = read(
        tbl(tr(tc("1 May", start), "a"), tr(tc("", more), "b"), tr(tc("", more), "c"), tr("2 May", "d"))
    ).tables
    assert texts(table) == [["1 May", "a"], ["", "b"], ["", "c"], ["2 May", "d"]]
    assert [row.cells[0].origin for row in table.rows] == [None, (1, 0), (1, 0), None]


def test_words_under_a_merged_cell_are_not_lost():
    (table,) = read(tbl(tr(tc("1 May", '<w:vMerge w:val="restart"/>')), tr(tc("kept", "<w:vMerge/>")))).tables
    assert [row.cells[0].text for row in table.rows] == ["1 May", "kept"]


def test_a_merge_that_continues_nothing_is_an_ordinary_cell():
    (table,) = read(tbl(tr(tc("", "<w:vMerge/>"), "a"))).tables
    assert [c.merged for c in table.rows[0].cells] == [False, False]


def test_the_older_way_of_merging_across_is_understood():
    body = tbl(tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "c"), tr("1", "2", "3"))
    assert only(body) == [["a", "", "c"], ["1", "2", "3"]]
    assert only(tbl(tr(tc("alone", "<w:hMerge/>")))) == [["alone"]]


def test_a_row_that_begins_further_in_keeps_its_columns():
    assert only(tbl(tr("1", "2", "3"), tr("b", "c", properties='<w:gridBefore w:val="1"/>')))[1] == ["", "b", "c"]


def test_a_border_dragged_in_one_row_does_not_move_the_columns():
    two = '<w:gridSpan w:val="2"/>'
    body = tbl(
        tr("Date", tc("Event", two), "Who"),
        tr(tc("1 May", two), "seen", "HV"),
        tr(tc("2015", '<w:gridSpan w:val="4"/>')),
    )
    document = read(body)
    assert texts(document.tables[0])[:2] == [["Date", "Event", "Who"], ["1 May", "seen", "HV"]]
    assert document.tables[0].rows[2].span


def test_hidden_rows_are_read_and_marked():
    (table,) = read(tbl(tr("seen"), tr("hidden", properties="<w:hidden/>"))).tables
    assert [row.hidden for row in table.rows] == [False, True]


def test_a_table_inside_a_cell_is_in_the_text_and_kept_as_a_table():
    inner = tbl(tr("a", "b"), tr("c", tc(tbl(tr("deep")) + p())))
    (table,) = read(tbl(tr("1", tc(p("before") + inner + p("after"))), tr("2", "plain"))).tables
    assert table.rows[0].cells[1].text == "before\na\tb\nc\tdeep\nafter"
    (nested,) = table.rows[0].nested
    assert (nested.name, texts(nested)) == ("0.1.0", [["a", "b"], ["c", "deep"]])
    assert nested.rows[1].nested[0].name == "0.1.0.2.0"
    assert table.rows[1].nested == ()


def test_paragraphs_breaks_tabs_and_signs_are_as_seen():
    inner = run(
        '<w:t xml:space="preserve">a </w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:cr/>'
        '<w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/><w:br w:type="page"/>'
        '<w:sym w:font="Symbol" w:char="F061"/>'
        '<w:sym w:font="Wingdings" w:char="F099"/><w:sym w:char="20AC"/><w:sym w:char="zz"/><w:sym w:char="DC00"/>'
    )
    assert cell(inner) == "a \nb\tc-d\n✓a•€"


def test_links_smart_tags_formulas_and_rubies_show_their_words():
    inner = (
        f"<w:hyperlink>{run('<w:t>link </w:t>')}</w:hyperlink><w:smartTag>{run('<w:t>tag </w:t>')}</w:smartTag>"
        f"<m:oMath><m:sSup><m:r><m:t>x</m:t></m:r></m:sSup></m:oMath><w:fldSimple>{run('<w:t> 3</w:t>')}</w:fldSimple>"
        + run(f"<w:ruby><w:rt>{run('<w:t>no</w:t>')}</w:rt><w:rubyBase>{run('<w:t> base</w:t>')}</w:rubyBase></w:ruby>")
    )
    assert cell(inner) == "link tag x 3 base"


def field(code, result, data=""):
    return (
        run(f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>')
        + run(f"<w:instrText>{code}</w:instrText>")
        + (run('<w:fldChar w:fldCharType="separate"/>') + result if result is not None else "")
        + run('<w:fldChar w:fldCharType="end"/>')
    )


def test_a_field_shows_its_result_and_not_its_code():
    nested = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>IF </w:instrText>")
    nested += field("DATE", run("<w:t>hidden</w:t>")) + run('<w:fldChar w:fldCharType="separate"/>')
    nested += run("<w:t>shown</w:t>") + run('<w:fldChar w:fldCharType="end"/>')
    assert cell(field("PAGE", run("<w:t>7</w:t>")) + run("<w:t> </w:t>") + nested) == "7 shown"
    assert cell(run('<w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>x</w:t>')) == "x"


def test_form_fields_show_what_was_chosen():
    box = '<w:ffData><w:checkBox><w:default w:val="0"/>{}</w:checkBox></w:ffData>'
    choice = '<w:ffData><w:ddList>{}<w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList></w:ffData>'
    assert cell(field("FORMCHECKBOX", None, box.format("<w:checked/>"))) == "☒"
    assert cell(field("FORMCHECKBOX", None, box.format(""))) == "☐"
    assert cell(field("FORMDROPDOWN", None, choice.format('<w:result w:val="1"/>'))) == "No"
    assert cell(field("FORMDROPDOWN", None, choice.format(""))) == "Yes"
    assert cell(field("FORMDROPDOWN", None, choice.format('<w:result w:val="9"/>'))) == ""
    assert cell(field("FORMTEXT", run("<w:t>typed</w:t>"), "<w:ffData><w:textInput/></w:ffData>")) == "typed"


def test_an_automatic_link_to_another_program_is_said_and_its_last_words_kept():
    document = read(tbl(tr(tc("<w:p>" + field("DDEAUTO excel", run("<w:t>kept</w:t>")) + "</w:p>"))))
    assert texts(document.tables[0]) == [["kept"]]
    assert document.notes == ("1 automatic link to another program was not followed.",)


def test_hidden_text_is_left_out_and_said():
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>'
    document = read(tbl(tr(tc(f"<w:p>{hidden}{shown}</w:p>"))))
    assert texts(document.tables[0]) == [["shown"]]
    assert document.notes == ("1 piece of hidden text was left out.",)


def test_a_row_whose_text_is_all_hidden_is_read_and_marked():
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p>"
    document = read(tbl(tr("1 May", "a"), tr(tc(hidden.format("2 May")), tc(hidden.format("b")))))
    assert texts(document.tables[0]) == [["1 May", "a"], ["2 May", "b"]]
    assert [row.hidden for row in document.tables[0].rows] == [False, True]
    assert document.notes == ("1 hidden row was included.",)


def test_footnotes_and_endnotes_stand_in_brackets():
    parts = {
        "word/footnotes.xml": word_part(
            "footnotes",
            f'<w:footnote w:id="0" w:type="separator">{p("no")}</w:footnote>'
            f'<w:footnote w:id="2">{p("See log")}</w:footnote>',
        ),
        "word/endnotes.xml": word_part("endnotes", f'<w:endnote w:id="1">{p("As told")}</w:endnote>'),
    }
    links = [("f", "footnotes", "footnotes.xml"), ("e", "endnotes", "endnotes.xml")]
    inner = run(
        '<w:t>Seen</w:t><w:footnoteReference w:id="2"/><w:endnoteReference w:id="1"/><w:footnoteReference w:id="9"/>'
    )
    assert cell(inner, parts=parts, links=links) == "Seen [See log] [As told]"


def test_margin_comments_are_kept_apart_and_named():
    listed = "".join(f'<w:comment w:id="{at}">{p(f"Check {at}")}</w:comment>' for at in range(60))
    parts = {"word/comments.xml": word_part("comments", listed)}
    inner = run("<w:t>Seen</w:t>" + "".join(f'<w:commentReference w:id="{at}"/>' for at in (*range(60), 3, 77)))
    document = read(tbl(tr(tc(f"<w:p>{inner}</w:p>"))), parts=parts, links=[("c", "comments", "comments.xml")])
    assert texts(document.tables[0]) == [["Seen"]]
    assert document.notes[0] == "A margin comment was kept apart from the text: “Check 0”"
    assert document.notes[-1] == "10 more margin comments were not read."


def box(inner):
    return f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"


def drawn(inner):
    return run(f"<w:drawing>{box(inner)}</w:drawing>")


def alternative(choice, fallback):
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{choice}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{fallback}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_text_boxes_are_read_once_where_they_stand():
    both = alternative(box(p("in the box")), f"<v:shape><v:textbox>{box(p('in the box'))}</v:textbox></v:shape>")
    document = read(f"<w:p>{run('<w:t>Beside</w:t>')}{both}</w:p>" + tbl(tr(tc(f"<w:p>{both}</w:p>"))))
    assert document.tables[0].before == ("Beside\nin the box",)
    assert texts(document.tables[0]) == [["in the box"]]
    assert document.notes == ("2 text boxes were read where it stands.",)


def test_a_fallback_without_its_alternative_is_read():
    fallback = f"<mc:AlternateContent><mc:Fallback>{box(p('kept'))}</mc:Fallback></mc:AlternateContent>"
    assert read(f"<w:p><w:r><w:pict>{fallback}</w:pict></w:r></w:p>").after == ("kept",)


def test_tables_in_text_boxes_come_after_the_documents_own():
    body = f"<w:p>{drawn(tbl(tr('boxed')) + p())}</w:p>" + tbl(tr("own"))
    assert [(table.name, texts(table)) for table in read(body).tables] == [(0, [["own"]]), (1, [["boxed"]])]


def test_a_table_in_a_text_box_in_a_cell_is_in_the_cell():
    body = tbl(tr(tc(f"<w:p>{drawn(tbl(tr('x', 'y')) + p())}</w:p>")))
    (table,) = read(body).tables
    assert texts(table) == [["x\ty"]]
    assert texts(table.rows[0].nested[0]) == [["x", "y"]]


def test_embedded_objects_are_said_and_not_opened():
    document = read(tbl(tr(tc(f"<w:p>{run('<w:object/><w:t>x</w:t>')}</w:p>"))))
    assert document.notes == ("1 embedded object was not opened.",)


NUMBERING = word_part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="none"/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:start w:val="x"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    '<w:lvlOverride w:ilvl="1"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>',
)
STYLES = word_part(
    "styles",
    '<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="M"><w:basedOn w:val="L"/></w:style>'
    '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:styleId="Off"><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>',
)


def listed(*items):
    """Paragraphs (text, list, level) in one cell, as read."""
    made = "".join(
        p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        for text, number, level in items
    )
    parts = {"word/numbering.xml": NUMBERING}
    return only(tbl(tr(tc(made))), parts=parts, links=[("n", "numbering", "numbering.xml")])[0][0].split("\n")


def test_bullets_and_numbers_drawn_by_word_are_in_the_text():
    assert listed(("a", 1, 0), ("b", 2, 0), ("c", 2, 1), ("d", 2, 1), ("e", 2, 0), ("f", 2, 1), ("g", 2, 2)) == [
        "• a", "3. b", "3.a) c", "3.b) d", "4. e", "4.a) f", "g",
    ]  # fmt: skip
    assert listed(("a", 2, 0), ("b", 3, 0), ("c", 3, 0)) == ["3. a", "1. b", "2. c"]
    assert listed(("a", 0, 0), ("b", 4, 0), ("c", 1, 7), ("d", 2, 3)) == ["a", "b", "c", "d"]


def test_an_empty_numbered_cell_shows_its_number_and_an_empty_bullet_nothing():
    numbered = p("", '<w:numPr><w:numId w:val="2"/></w:numPr>')
    bullet = p("", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    parts = {"word/numbering.xml": NUMBERING}
    links = [("n", "numbering", "numbering.xml")]
    assert only(tbl(tr(tc(numbered), tc(bullet)), tr(tc(numbered))), parts=parts, links=links) == [["3.", ""], ["4."]]


def test_lists_that_come_from_a_style_are_marked():
    made = "".join(p(style, f'<w:pStyle w:val="{style}"/>') for style in ("L", "M", "Loop", "Off", "None"))
    made += p("own", '<w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="0"/></w:numPr>')
    parts = {"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES}
    links = [("n", "numbering", "numbering.xml"), ("s", "styles", "styles.xml")]
    assert only(tbl(tr(tc(made))), parts=parts, links=links)[0][0].split("\n") == [
        "• L", "• M", "Loop", "Off", "None", "• own",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "count", "shown"),
    [
        ("decimal", 12, "12"), ("lowerLetter", 28, "bb"), ("upperLetter", 3, "C"), ("lowerRoman", 14, "xiv"),
        ("upperRoman", 1999, "MCMXCIX"), ("decimalZero", 4, "04"), ("chicago", 4, "4"), ("lowerRoman", 5000, "5000"),
        ("lowerLetter", 0, "0"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_their_list_writes_them(kind, count, shown):
    from threadline.domain.chronology.readers.word.numbering import written

    assert written(count, kind) == shown


def test_headers_and_footers_are_kept_apart():
    parts = {
        "word/header1.xml": word_part("hdr", p("Official: Sensitive") + tbl(tr("Case", "RH"))),
        "word/footer1.xml": word_part("ftr", p("Page 1") + p("Official: Sensitive")),
    }
    links = [("h", "header", "header1.xml"), ("f", "footer", "footer1.xml"), ("x", "header", "gone.xml")]
    assert read(p("x"), parts=parts, links=links).header_footer == ("Official: Sensitive", "Case\tRH", "Page 1")


def test_the_strict_form_of_the_format_is_read():
    assert only(tbl(tr(tc("a", '<w:gridSpan w:val="2"/>')), tr("1", "2")), space=STRICT_W) == [["a", ""], ["1", "2"]]


@pytest.mark.parametrize(
    "body",
    ['<w:altChunk r:id="x"/>', tbl(tr(tc('<w:altChunk r:id="x"/>'))), '<w:p><w:subDoc r:id="x"/></w:p>'],
)
def test_a_document_held_inside_another_is_refused_because_its_rows_would_be_lost(body):
    with pytest.raises(Refused) as refused:
        read(body)
    assert refused.value.code == "document-in-document"


def test_a_document_held_inside_a_header_is_refused_too():
    parts = {"word/header1.xml": word_part("hdr", "<w:altChunk/>")}
    with pytest.raises(Refused):
        read(p("x"), parts=parts, links=[("h", "header", "header1.xml")])


def test_a_file_written_by_another_program_is_read():
    document = read_document("pandoc.docx", (DATA / "pandoc.docx").read_bytes())
    assert texts(document.tables[0]) == [
        ["Date", "Event", "Who"],
        ["1/2/2015", "• bullet one\n• bullet two\nPara “quoted” é", "A"],
        ["2/2/2015", "1. one\n2. two", "B [cell note]"],
    ]
    assert texts(document.tables[1]) == [["D", "E"], ["x", "日本"]]
    assert document.tables[0].before == ("Chronology", "Some narrative with a note [The footnote text.].")


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"),
    max_size=30,
)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=6))
def test_what_python_docx_writes_is_read_back(grid):
    document = python_docx.Document()
    table = document.add_table(rows=len(grid), cols=3)
    for row, words in zip(table.rows, grid, strict=True):
        for place, text in zip(row.cells, words, strict=True):
            place.text = text
    out = io.BytesIO()
    document.save(out)
    assert texts(read_document("a.docx", out.getvalue()).tables[0]) == grid
