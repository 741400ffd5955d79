"""What is looked at before a file is opened, and what is said when it is not."""

import hashlib

import pytest
from tests.domain.chronology.readers.build import (
    W,
    bundle,
    compound,
    content_types,
    docx,
    odf,
    p,
    relationships,
    tbl,
    texts,
    tr,
    xlsx,
)
from tests.malicious import corpus

from threadline.domain.chronology.readers import Refused, limits, read_document
from threadline.domain.chronology.readers.guard import check, check_name
from threadline.domain.chronology.readers.signature import signature

SMALL = [
    hostile
    for group in corpus.GROUPS
    if group not in (corpus.bombs, corpus.broken, corpus.oversized, corpus.long_texts)
    for hostile in group()
]


@pytest.mark.parametrize("hostile", SMALL, ids=lambda hostile: hostile.id)
def test_a_hostile_file_is_refused_for_its_own_reason(hostile):
    if hostile.code is None:
        assert read_document(hostile.name, hostile.data).file == hostile.name
        return
    with pytest.raises(Refused) as refused:
        read_document(hostile.name, hostile.data)
    assert refused.value.code == hostile.code
    assert str(refused.value) == f"{refused.value.file}: {refused.value.reason}. {refused.value.remedy}"
    assert not refused.value.reason.endswith(".")
    assert refused.value.remedy.endswith(".")


def test_a_file_is_known_by_its_digest_and_name():
    data = docx(p("x"))
    document = read_document(" a.docx ", data)
    assert document.file == "a.docx"
    assert document.digest == hashlib.sha256(data).hexdigest()


def test_a_rich_text_document_under_a_word_name_is_read_and_said():
    document = read_document("a.doc", b"{\\rtf1 words}")
    assert (document.kind, document.after) == ("rtf", ("words",))
    assert document.notes == ("The file is named .doc but is a rich text document (.rtf); it was read as that.",)


def test_the_size_and_the_limit_are_said():
    with pytest.raises(Refused, match="The file is 26 MB; the most that is taken is 25 MB"):
        check("a.csv", b"x" * (26 * 1024 * 1024))


def test_a_wrong_ending_is_answered_with_the_right_one():
    with pytest.raises(
        Refused, match=r"named \.xlsx, but what is in it is a Word document .* rename it to end in \.docx"
    ):
        check("a.xlsx", docx(p("x")))
    with pytest.raises(Refused, match=r"Files ending in \.pages are not read"):
        check("a.pages", b"x")


def test_control_characters_in_a_name_are_not_repeated_in_the_message():
    with pytest.raises(Refused) as refused:
        check_name("a\x1b[31m\0.csv")
    assert refused.value.file == "a�[31m�.csv"


def test_parts_named_in_another_case_or_with_the_other_slash_are_found():
    parts = {
        "[content_types].xml": content_types("Word/Document.XML", "x.wordprocessingml.document.main+xml"),
        "word\\document.xml": f'<w:document xmlns:w="{W}"><w:body>{tbl(tr("x"))}</w:body></w:document>',
    }
    assert texts(read_document("a.docx", bundle(parts)).tables[0]) == [["x"]]


def test_a_package_without_types_or_main_part_is_no_document():
    for parts in ({"word/document.xml": "<x/>"}, {"[Content_Types].xml": "<Types/>"}):
        with pytest.raises(Refused) as refused:
            read_document("a.docx", bundle(parts))
        assert refused.value.code == "damaged"


def test_a_relationship_to_a_part_that_is_not_there_falls_back_to_the_usual_place():
    data = corpus.with_part(docx(tbl(tr("x"))), "_rels/.rels", relationships(("a", "officeDocument", "gone.xml")))
    assert texts(read_document("a.docx", data).tables[0]) == [["x"]]


def test_links_to_other_workbooks_and_templates_on_a_share_are_said():
    links = relationships(
        ("a", "externalLinkPath", "https://example.org/other.xlsx", True),
        ("b", "attachedTemplate", "file:///S:/council.dotm", True),
    )
    data = corpus.with_part(xlsx([("S", "<sheetData/>", "")]), "xl/externalLinks/_rels/externalLink1.xml.rels", links)
    assert read_document("a.xlsx", data).notes == ("2 pointers to files elsewhere were not followed.",)


def test_the_lists_of_a_basic_library_without_modules_are_no_macros():
    data = odf(
        "text", "<text:p>x</text:p>", extra={"Basic/script-lc.xml": "<x/>", "Basic/Standard/script-lb.xml": "<x/>"}
    )
    assert read_document("a.odt", data).after == ("x",)


def test_an_unencrypted_manifest_is_no_password():
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry/></m:manifest>'
    data = odf("text", "<text:p>x</text:p>", extra={"META-INF/manifest.xml": manifest})
    assert read_document("a.odt", data).after == ("x",)


def test_the_kind_of_the_main_part_may_be_given_by_its_ending():
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Types xmlns="x"><Default Extension="xml" ContentType="{kind}"/></Types>'
    data = corpus.with_part(docx(tbl(tr("x"))), "[Content_Types].xml", types)
    assert texts(read_document("a.docx", data).tables[0]) == [["x"]]


def test_what_is_embedded_is_said():
    data = corpus.with_part(docx(p("x")), "word/embeddings/oleObject1.bin", b"x")
    assert read_document("a.docx", data).notes == ("1 object embedded in the file was not opened.",)


def test_a_compound_file_that_cannot_be_listed_is_damaged():
    for data in (compound({"Workbook": b"x"})[:700], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        with pytest.raises(Refused) as refused:
            read_document("a.xls", data)
        assert refused.value.code == "damaged"


@pytest.mark.parametrize("hostile", [*corpus.broken()], ids=lambda hostile: hostile.id)
def test_a_damaged_file_is_refused_for_its_own_reason(hostile):
    if hostile.code is None:
        assert read_document(hostile.name, hostile.data).tables == ()
        return
    with pytest.raises(Refused) as refused:
        read_document(hostile.name, hostile.data)
    assert refused.value.code == hostile.code


def test_a_small_part_cut_short_is_damage():
    with pytest.raises(Refused, match="damaged"):
        read_document("a.docx", corpus.with_part(docx(p("x")), "_rels/.rels", b"<Relationships><x>"))


def test_a_small_part_that_is_not_small_is_refused():
    styles = "<x>" + " " * (limits.SMALL_PART_BYTES + 1) + "</x>"
    data = corpus.stored(odf("text", "", styles_part=styles))
    with pytest.raises(Refused) as refused:
        read_document("a.odt", data)
    assert refused.value.code == "too-much-inside"


def test_a_document_of_word_95_inside_an_archive_of_streams_is_told_apart():
    for streams, code in (({"WordDocument": b"x"}, "old-word"), ({"Other": b"x"}, "kind")):
        with pytest.raises(Refused) as refused:
            read_document("a.doc", compound(streams))
        assert refused.value.code == code


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"MZ ref,Date\n1,2\n", "text"),
        (b"BZh,Date\n", "text"),
        (b"From: x,Date\n", "text"),
        (b"Date,Event\n", "text"),
        ("Date – “x”".encode("utf-16"), "text"),
        ("Date – “x”\n".encode("utf-16-le") * 9, "text"),
        (b"<not html", "text"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><html>", "html"),
        ("<html>".encode("utf-16"), "html"),
        (b" {\\rtf1", "rtf"),
        (b"<!DOCTYPE html><p>", "html"),
        (b"<?xml version='1.0'?><x/>", "xml"),
        (b"\x1f\x8b\x08", "packed"),
        (b"\0" * 60, "unknown"),
    ],
)
def test_files_are_known_by_their_first_bytes(data, kind):
    assert signature(data) == kind
