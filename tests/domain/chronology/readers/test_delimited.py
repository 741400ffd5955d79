"""CSV and other text files: whatever the encoding, the delimiter and the quotes."""

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.domain.chronology.readers.build import texts

from threadline.domain.chronology.readers import Refused, read_document
from threadline.domain.chronology.readers.delimiter import sniff
from threadline.domain.chronology.readers.encoding import code_page, decode
from threadline.domain.chronology.readers.records import split

EVENTS = [
    "Home visit, mother present, child seen.",
    "Phone call; no reply, message left; will ring again",
    "Seen by GP. Low mood, PHQ-9 6, sertraline started, review in two weeks",
    "Did not attend",
    "Letter sent, copied to school, health visitor, and social worker",
]


def read(data, name="a.csv"):
    return read_document(name, data if isinstance(data, bytes) else data.encode("utf-8"))


def grid(data, name="a.csv"):
    return texts(read(data, name).tables[0])


def lines(delimiter, quoted=True):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL)
    writer.writerow(["Date", "Event", "Who"])
    for day, event in enumerate(EVENTS, 1):
        writer.writerow([f"0{day}/05/2015", event, "A. Clover HV"])
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_among_commas_in_sentences(delimiter):
    found = grid(lines(delimiter))
    assert found[0] == ["Date", "Event", "Who"]
    assert [row[1] for row in found[1:]] == EVENTS


def test_title_lines_above_the_headings_do_not_mislead():
    text = "Chronology of contacts, prepared for the review\n\nSurgery: Mill Lane\n" + lines(";")
    found = grid(text)
    assert found[:4] == [
        ["Chronology of contacts, prepared for the review"],
        [],
        ["Surgery: Mill Lane"],
        ["Date", "Event", "Who"],
    ]
    assert len(found) == 9


def test_ragged_rows_stay_ragged():
    assert grid("Date;Event;Who\n1 May;a\n2 May;b;c;d\n;;\n3 May;e;f") == [
        ["Date", "Event", "Who"], ["1 May", "a"], ["2 May", "b", "c", "d"], ["", "", ""], ["3 May", "e", "f"],
    ]  # fmt: skip


def test_records_are_counted_with_blank_ones_and_line_breaks_inside_quotes():
    document = read('Date,Event\r\n\r\n1 May,"line one\r\nline ""two"""\r\n2 May,b\r\n')
    assert [(row.number, [cell.text for cell in row.cells]) for row in document.tables[0].rows] == [
        (1, ["Date", "Event"]), (2, []), (3, ["1 May", 'line one\nline "two"']), (4, ["2 May", "b"]),
    ]  # fmt: skip
    assert document.tables[0].name == 0
    assert document.kind == "csv"


def test_a_first_line_that_names_the_delimiter_is_obeyed_and_keeps_its_place():
    for first in ("sep=;", '"sep=;"', "SEP=; "):
        document = read(f"{first}\nDate;Event, and more\n1 May;a, b\n")
        assert texts(document.tables[0]) == [[], ["Date", "Event, and more"], ["1 May", "a, b"]]


def test_one_column_stays_one_column():
    assert grid("Event\nHome visit, seen\nPhone call\nLetter\n") == [
        ["Event"],
        ["Home visit, seen"],
        ["Phone call"],
        ["Letter"],
    ]
    assert grid("Only this") == [["Only this"]]
    prose = (
        "The family moved in 2012.\nThey lived there, on and off, until May.\nNo one called.\nIt was, he said, fine.\n"
    )
    assert grid(prose, "a.txt") == [[line] for line in prose.splitlines()]


def test_text_files_and_tab_files_are_read_the_same_way():
    assert read(lines("\t"), "a.tsv").kind == "csv"
    assert read(lines("\t"), "a.txt").kind == "txt"
    assert grid(lines("\t"), "a.txt") == grid(lines(","))


def test_a_spreadsheet_export_that_is_text_under_another_name_is_read_and_said():
    document = read(lines("\t"), "a.xls")
    assert texts(document.tables[0]) == grid(lines(","))
    assert document.notes[0] == "The file is named .xls but is plain text; it was read as that."


@pytest.mark.parametrize(
    ("encode", "name"),
    [
        (lambda text: text.encode("utf-8"), "UTF-8"),
        (lambda text: text.encode("utf-8-sig"), "UTF-8"),
        (lambda text: text.encode("cp1252"), "Windows (CP1252)"),
        (lambda text: text.encode("utf-16"), "UTF-16"),
        (lambda text: text.encode("utf-16-le"), "UTF-16"),
        (lambda text: text.encode("utf-16-be"), "UTF-16"),
        (lambda text: b"\xfe\xff" + text.encode("utf-16-be"), "UTF-16"),
        (lambda text: text.encode("utf-32"), "UTF-32"),
    ],
)
def test_encodings_are_recognised(encode, name):
    text = "Date;Event\n1 May;Café “quoted” – £5\n2 May;naïve\n"
    document = read(encode(text))
    assert texts(document.tables[0]) == [["Date", "Event"], ["1 May", "Café “quoted” – £5"], ["2 May", "naïve"]]
    assert document.notes == (f"Read as {name}, columns parted by semicolons.",)


def test_two_encodings_in_one_file_are_both_read():
    data = "Date,Event\n1,Café déjà vu “x” – y\n2,".encode() + "£5".encode("cp1252") + b"\n"
    document = read(data)
    assert texts(document.tables[0])[1:] == [["1", "Café déjà vu “x” – y"], ["2", "£5"]]
    assert "UTF-8 with some Windows characters" in document.notes[0]


def test_bytes_no_code_page_has_are_kept_as_something():
    assert decode(b"a\x81\xa3")[0] == "a\x81£"
    assert decode(b"a\xff")[0] == "aÿ"
    assert decode(b"")[0] == ""


def test_zero_bytes_are_dropped():
    assert grid(b"Date,Event\n1 May,se\x00en\n") == [["Date", "Event"], ["1 May", "seen"]]


def test_what_is_not_text_is_refused():
    with pytest.raises(Refused) as refused:
        read(b"Date,Event\n" * 500 + bytes(range(1, 9)) * 2000)
    assert refused.value.code == "kind"


def test_a_quotation_mark_never_closed_does_not_swallow_the_rest():
    document = read('Date,Event\n1 May,"He said so\n2 May,b\n3 May,"fine, really"\n')
    assert texts(document.tables[0]) == [
        ["Date", "Event"],
        ["1 May", '"He said so'],
        ["2 May", "b"],
        ["3 May", "fine, really"],
    ]
    assert document.notes[1] == "Record 2 has a quotation mark that is never closed; it was read as written."


def test_quotation_marks_inside_words_are_ordinary():
    assert grid('Date,Event\n1 May,said "no" twice\n2 May,"a "b" c"\n') == [
        ["Date", "Event"], ["1 May", 'said "no" twice'], ["2 May", 'a "b" c'],
    ]  # fmt: skip


def test_a_field_of_very_many_lines_is_taken_for_a_quote_left_open():
    text = 'Date,Event\n1 May,"open\n' + "2 May,b\n" * 500 + '3 May,x"\n'
    records, odd = split(text, ",")
    assert len(records) == 503
    assert odd == [2]


def test_quoted_fields_across_lines_survive_beside_an_open_quote():
    text = '"Date","Event"\n"1 May","two\nlines ""here"", yes"\n2 May,"open\n'
    records, odd = split(text, ",")
    assert records == [["Date", "Event"], ["1 May", 'two\nlines "here", yes'], ["2 May", '"open']]
    assert odd == [3]
    assert split('a,"x\n\n', ",") == ([["a", '"x'], []], [1])


def test_blanks_before_quoted_fields_are_not_part_of_them():
    text = 'Date, Event, Who\n1 May, "Seen, at home", "A. Clover, HV"\n2 May, "Phone, twice", HV\n'
    assert grid(text)[1:] == [["1 May", "Seen, at home", "A. Clover, HV"], ["2 May", "Phone, twice", " HV"]]


def test_more_than_is_taken_is_refused_and_trailing_delimiters_are_not():
    assert len(grid("a,b\n1,2" + "," * 600)[1]) == 2
    with pytest.raises(Refused) as refused:
        read("a,b\n" + "x," * 600)
    assert refused.value.code == "too-many-columns"
    with pytest.raises(Refused) as refused:
        read("a\n" * 100_001)
    assert refused.value.code == "too-many-rows"
    with pytest.raises(Refused) as refused:
        read((",".join("x" * 399) + "\n") * 2600)
    assert refused.value.code == "too-much-inside"


def test_formulas_are_only_text():
    assert grid("Date,Event\n1 May,=cmd|' /C calc'!A0\n2 May,@x\n")[1] == ["1 May", "=cmd|' /C calc'!A0"]


def test_code_pages():
    assert (code_page(1252), code_page(10000), code_page(99999)) == ("cp1252", "mac-roman", "cp1252")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=40)
ROWS = st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=12)


@settings(deadline=None, max_examples=150)
@example([["=", '"'], ["'", ""]], ";")
@given(ROWS, st.sampled_from(",;\t|"))
def test_what_is_written_with_known_columns_is_read_back(given_rows, delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(given_rows)
    records, odd = split(out.getvalue(), delimiter)
    assert records == given_rows
    assert odd == []


SENTENCES = st.lists(
    st.sampled_from(
        [
            "seen",
            "at",
            "home;",
            "with,",
            "mother",
            "and",
            "no",
            "reply:",
            "the",
            "2",
            "children",
            "(asleep)",
            "|",
            "later",
        ]
    ),
    max_size=20,
)


@settings(deadline=None, max_examples=150)
@given(st.lists(SENTENCES, min_size=4, max_size=30), st.sampled_from(",;\t|"), st.booleans())
def test_the_delimiter_of_a_timeline_is_found(sentences, delimiter, quote_all):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL)
    writer.writerow(["Date", "Time", "Event", "Source"])
    writer.writerows([[f"{at}/5/15", "", " ".join(words), "log"] for at, words in enumerate(sentences, 1)])
    assert sniff(out.getvalue()) == delimiter
