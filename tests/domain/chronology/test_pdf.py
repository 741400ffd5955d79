"""The chronology as a PDF: readable by everyone, silent about its maker, and made in a bounded time."""

import io
import time
from dataclasses import replace

import pytest
from pypdf import PdfReader
from tests.domain.chronology.making import entry, reading
from tests.domain.chronology.test_merge import PERIOD
from tests.domain.chronology.test_writers import VIEW, _chronology

from threadline.domain.chronology.beside import About, Said
from threadline.domain.chronology.merge import Chronology, merge
from threadline.domain.chronology.writers import KeyPoint, TooLong, View, pdf, write


def opened(chronology: Chronology, view: View = VIEW) -> PdfReader:
    return PdfReader(io.BytesIO(write(chronology, "pdf", view)))


def text_of(file: PdfReader) -> str:
    text = " ".join(page.extract_text() for page in file.pages)
    return " ".join(text.replace("\u200b", "").split())


def long(count: int) -> Chronology:
    days = (f"{1 + number % 28}/{1 + number // 28 % 12}/2015" for number in range(count))
    words = "Home visit. The child was seen and spoken to; the mother was tired. " * 3
    return merge([reading(*(entry(row, day, words=words) for row, day in enumerate(days, 2)))], period=PERIOD)


def test_a_pdf_is_tagged_titled_in_english_and_says_nothing_of_its_maker() -> None:
    file = opened(_chronology())
    root = file.trailer["/Root"]
    assert bool(root["/MarkInfo"]["/Marked"])
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en-GB"
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    told = file.metadata
    assert told is not None
    assert told.title == "Merged chronology R-2016-03"
    assert not {"/Author", "/CreationDate", "/ModDate", "/Subject", "/Keywords"} & set(told)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert not any(word in root["/Metadata"].get_data() for word in (b"CreateDate", b"dc:creator"))


def test_it_says_what_is_shown_and_holds_every_entry_with_its_source() -> None:
    text = text_of(opened(_chronology()))
    assert "Showing Westmarch Police only." in text
    assert "Period under review: 1 September 2014 to 30 September 2015." in text
    assert "Visit made. Child seen & <spoken> to." in text
    assert "Comment" in text
    assert "Rows left out" in text
    assert "Date not known" in text


def test_headings_are_repeated_and_pages_numbered() -> None:
    pages = [page.extract_text() for page in opened(long(60)).pages]
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
    tables = [page for page in pages if "Home visit" in page]
    assert all("What happened" in page for page in tables)
    assert len(tables) > 2


def test_a_reader_can_go_from_month_to_month() -> None:
    outline = str(opened(long(60)).outline)
    assert "January 2015" in outline
    assert "February 2015" in outline


def test_what_is_said_beside_an_entry_is_in_a_column_of_its_own() -> None:
    found = _chronology()
    first = replace(
        found.entries[0], beside=(Said(About.MARK, "disputed"), Said(About.KEY_EVENT, "A visit (confirmed)"))
    )
    view = replace(VIEW, abbreviations=(("NFA", "no further action"),), early_history=(KeyPoint("A", "B", "C"),))
    text = text_of(opened(replace(found, entries=(first, *found.entries[1:])), view))
    assert "Beside the entry" in text
    assert "Marks: disputed" in text
    assert "Key event: A visit (confirmed)" in text
    assert "NFA no further action" in text
    assert "How it influenced assessment and decisions" in text
    assert "Beside the entry" not in text_of(opened(found))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('#strong[x] *b* _i_ $x$ <a> // \\ "', '#strong[x] *b* _i_ $x$ <a> // \\ "'),
        ('#read("/etc/hostname") #panic()', '#read("/etc/hostname") #panic()'),
        ("Łukasz Żółć, Şerife, Ольга", "Łukasz Żółć, Şerife, Ольга"),
        ("She wrote 😀", "[grinning face]"),
        ("a\x01b \ud800", "a�b �"),
        ("\u4f60", "[cjk unified ideograph-4f60]"),
    ],
)
def test_words_are_words_whatever_they_hold(words: str, shown: str) -> None:
    assert shown in text_of(opened(merge([reading(entry(2, words=words))])))


def test_the_name_of_a_file_does_not_run_out_of_its_column() -> None:
    name = "WestmarchHomes_tenancy_export_of_all_records_2014_2015_FINAL_v3.ods"
    page = opened(merge([reading(entry(2, words="Call."), file=name)])).pages[0]
    right: list[float] = []
    page.extract_text(visitor_text=lambda text, _, at, *rest: right.append(at[4]) if text.strip() else None)
    assert max(right) < float(page.mediabox.width) - 40
    assert name in page.extract_text().replace("\n", "").replace("\u200b", "")


def test_more_than_it_takes_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_ENTRIES", 3)
    with pytest.raises(TooLong, match="5 entries are too many for a PDF, which takes at most 3"):
        write(_chronology(), "pdf")
    monkeypatch.setattr(pdf, "MOST_ENTRIES", 6)
    monkeypatch.setattr(pdf, "LONGEST_SECONDS", 0.001)
    with pytest.raises(TooLong, match="in the time and memory there is"):
        write(_chronology(), "pdf")
    monkeypatch.setattr(pdf, "MOST_LETTERS", 10)
    with pytest.raises(TooLong, match="too many words"):
        write(_chronology(), "pdf")
    monkeypatch.setattr(pdf, "MOST_LETTERS", 10_000)
    monkeypatch.setattr(pdf, "_MODULE", "threadline.nothing.of.the.kind")
    with pytest.raises(TooLong, match="could not be made"):
        write(_chronology(), "pdf")


def test_a_long_one_is_made_in_a_bounded_time() -> None:
    began = time.perf_counter()
    assert len(opened(long(400)).pages) > 20
    assert time.perf_counter() - began < 30
