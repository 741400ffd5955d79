"""Bytes changed at random: a table, or a refusal in words, never a crash."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.malicious import corpus

from threadline.domain.chronology.grid import Document
from threadline.domain.chronology.readers import Refused, read_document

DATA = Path(__file__).parents[1] / "domain" / "chronology" / "readers" / "data"
HEADS = [b"", b"{\\rtf1 ", b"<html>", b"PK\x03\x04", b"a,b\n"]
ENDINGS = ["docx", "xlsx", "xls", "ods", "odt", "rtf", "csv", "txt", "html", "doc"]


def outcome(name, data):
    """The document or the refusal; anything else is an error of ours and comes out as itself."""
    try:
        return read_document(name, data)
    except Refused as refused:
        return refused


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(ENDINGS),
    st.binary(max_size=400),
    st.sampled_from(HEADS),
)
def test_random_bytes(ending, tail, head):
    assert isinstance(outcome(f"a.{ending}", head + tail), Document | Refused)


RTF_PIECES = [
    "{", "}", "\\par", "\\cell", "\\row", "\\trowd", "\\cellx9", "\\intbl", "\\itap2", "\\nestcell", "\\nestrow",
    "\\u955?", "\\'e9", "{\\*\\x", "{\\footnote", "{\\listtext", "\\bin3", "\\uc2", "\\f1", "\\pard", "\\clmrg",
    "\\clvmrg", "text", "\\v", "\\irow0", "{\\fonttbl{\\f1\\fcharset2 x;}}", "{\\upr", "{\\*\\ud", "\\", "\\*",
    "{\\*\\nesttableprops", "{\\header",
]  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(RTF_PIECES), max_size=40))
def test_rich_text_in_any_order(pieces):
    assert isinstance(outcome("a.rtf", ("{\\rtf1 " + " ".join(pieces) + "}").encode()), Document | Refused)


FILES = {
    "a.xls": (DATA / "excel-97.xls").read_bytes()[:20_000],
    "a.docx": corpus.stored(corpus.plain_docx()),
    "a.xlsx": corpus.stored(corpus.plain_xlsx()),
    "a.odt": corpus.stored(corpus.plain_odt()),
    "a.rtf": (DATA / "pandoc.rtf").read_bytes(),
    "b.xls": corpus.xls([("S", corpus.record(0x0203, b"\0" * 14), 0, 0)]),
}


@pytest.mark.parametrize("name", FILES)
@settings(deadline=None, max_examples=120)
@given(st.data())
def test_a_few_bytes_spoilt(name, data):
    spoilt = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(outcome(name, bytes(spoilt)), Document | Refused)


@pytest.mark.parametrize("name", FILES)
@settings(deadline=None, max_examples=40)
@given(st.data())
def test_cut_short_anywhere(name, data):
    whole = FILES[name]
    assert isinstance(outcome(name, whole[: data.draw(st.integers(0, len(whole)))]), Document | Refused)


MARKUP = [f"<{slash}w:{name}>" for name in ("tbl", "tr", "tc", "p", "r", "sdt") for slash in ("", "/")] + [
    "<w:t>x</w:t>"
]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(MARKUP), max_size=30))
def test_word_elements_in_any_order(pieces):
    assert isinstance(outcome("a.docx", corpus.docx("".join(pieces))), Document | Refused)
