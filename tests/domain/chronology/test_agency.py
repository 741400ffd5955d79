"""Whose timeline a file is: found where the file says so, guessed aloud where it does not."""

import pytest
from tests.domain.chronology.strange.drawing import table

from threadline.domain.chronology.entries import Reading
from threadline.domain.chronology.grid import Document, Table
from threadline.domain.chronology.interpret import interpret
from threadline.domain.chronology.organisations import (
    agency_before,
    from_file_name,
    from_title,
    is_label,
    labelled,
    sounds_like_an_agency,
)

LOG = ("Date | Event", "03/02/2015 | Visit made.", "04/02/2015 | Call made.")


def _read(
    *tables: Table,
    file: str = "log.docx",
    after: tuple[str, ...] = (),
    margins: tuple[str, ...] = (),
    kind: str = "docx",
) -> Reading:
    return interpret(Document(file, kind, tables, after, margins, digest="d"))


@pytest.mark.parametrize(
    "name",
    [
        "Westmarch Police",
        "Northfield Hospitals NHS Trust",
        "Westmarch Children's Social Care",
        "Children’s Social Care",
        "Larkspur Primary and Nursery",
        "Mill Lane Surgery",
        "Westmarch Homes",
        "Turnaround Recovery Service",
        "Early Help",
        "Adult Mental Health",
        "CAMHS",
    ],
)
def test_names_of_agencies_are_told(name: str) -> None:
    assert sounds_like_an_agency(name)
    assert from_title(f"Chronology of events: {name}") == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Chronology",
        "Tyler Dunmore",
        "The police came to the house and said that they would ring again soon.",
        "x" * 90,
        "Community",
    ],
)
def test_other_words_are_no_agency(text: str) -> None:
    assert not sounds_like_an_agency(text)
    assert from_title(text) == ""


def test_an_agency_in_small_letters_in_prose_is_no_title() -> None:
    assert from_title("Contact with police and school") == ""
    assert from_title("x" * 200) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Agency: Westmarch Police", "Westmarch Police"),
        ("Name of organisation - Mill Lane Surgery", "Mill Lane Surgery"),
        ("Reporting agency: CSC", "CSC"),
        ("Organisation submitting this return: Oakfield", "Oakfield"),
        ("Agencies met weekly", ""),
    ],
)
def test_a_label_gives_the_name(text: str, name: str) -> None:
    assert labelled(text) == name


@pytest.mark.parametrize(
    ("text", "is_one"), [("Agency", True), ("Name of agency:", True), ("Agency police", False), ("Author", False)]
)
def test_a_cell_that_waits_for_a_name_is_told(text: str, is_one: bool) -> None:
    assert is_label(text) is is_one


@pytest.mark.parametrize(
    ("file", "name", "sounds"),
    [
        ("01 Westmarch Police chronology v3 FINAL.docx", "Westmarch Police", True),
        ("WestmarchHomes_tenancy.ods", "Westmarch Homes", True),
        ("gp_records_export.csv", "GP", True),
        ("oakfield.xlsx", "Oakfield", False),
        ("chronology final.docx", "Chronology Final", False),
        ("2015.xlsx", "2015", False),
    ],
)
def test_a_file_name_is_tidied_into_a_name(file: str, name: str, sounds: bool) -> None:
    assert from_file_name(file) == (name, sounds)


@pytest.mark.parametrize(
    ("source", "agency"),
    [
        ("Westmarch Police: STORM 12", "Westmarch Police"),
        ("Larkspur School - log", "Larkspur School"),
        ("STORM 12", ""),
        ("Mother: said so", ""),
    ],
)
def test_an_agency_before_a_source_is_told(source: str, agency: str) -> None:
    assert agency_before(source) == agency


def test_a_label_in_a_paragraph_is_surest() -> None:
    reading = _read(table(LOG, before=("Larkspur School", "Agency: Oakfield Ltd")))

    assert (reading.agency, reading.agency_confidence, reading.agency_why) == (
        "Oakfield Ltd",
        0.95,
        "The file says “Agency: Oakfield Ltd”",
    )


def test_a_label_in_a_title_table_is_found_past_a_placeholder() -> None:
    title = table(("Agency | [insert name]", "Agency: | Oakfield Ltd", "Author | J. Larch"))

    assert _read(title, table(LOG, 1)).agency == "Oakfield Ltd"


def test_a_label_and_name_in_one_title_cell_are_found() -> None:
    assert _read(table(("Agency: Oakfield Ltd | ", *LOG))).agency == "Oakfield Ltd"


def test_a_title_is_next() -> None:
    reading = _read(table(LOG, before=("Chronology of events: Mill Lane Surgery",)))

    assert (reading.agency, reading.agency_confidence) == ("Mill Lane Surgery", 0.85)


def test_a_page_header_counts_as_a_title() -> None:
    assert _read(table(LOG), margins=("Westmarch Police",)).agency == "Westmarch Police"


def test_a_sheet_s_name_is_next() -> None:
    reading = _read(table(LOG, "Ambulance Service"), kind="xlsx", file="export.xlsx")

    assert (reading.agency, reading.agency_confidence) == ("Ambulance Service", 0.7)


def test_a_file_s_name_is_last_and_asked_about_when_it_does_not_sound_like_an_agency() -> None:
    reading = _read(table(LOG), file="oakfield.docx")

    assert (reading.agency, reading.agency_confidence) == ("Oakfield", 0.3)
    assert [matter.code for matter in reading.attention] == ["agency"]
    assert "“Oakfield”" in reading.attention[0].sentence


def test_the_agency_given_with_the_file_is_certain() -> None:
    document = Document("a.docx", "docx", (table(LOG, before=("Westmarch Police",)),), digest="d")

    assert interpret(document, agency="GP").agency == "GP"


def test_each_row_of_a_file_of_many_agencies_has_its_own() -> None:
    reading = _read(
        table(("Date | Agency | Event", "3/2/15 | Police | Arrest.", "4/2/15 | | Call.", "5/2/15 | School | Absent.")),
        file="mash.docx",
    )

    assert [entry.agency for entry in reading.entries] == ["Police", reading.agency, "School"]


def test_tables_under_the_names_of_agencies_are_theirs() -> None:
    reading = _read(table(LOG, 0, before=("Westmarch Police",)), table(LOG, 1, before=("", "Larkspur School")))

    assert [entry.agency for entry in reading.entries] == ["Westmarch Police"] * 2 + ["Larkspur School"] * 2


def test_sheets_with_the_names_of_agencies_are_theirs() -> None:
    reading = _read(table(LOG, "Police"), table(("Agency: | Oak School", *LOG), "S2"), kind="xlsx", file="all.xlsx")

    assert [entry.agency for entry in reading.entries] == ["Police"] * 2 + ["Oak School"] * 2


def test_sources_that_begin_with_agencies_give_each_row_its_own() -> None:
    rows = (
        "Date | Source | Event",
        "3/2/15 | Police: log 1 | A.",
        "4/2/15 | Oak School: log | B.",
        "5/2/15 | Police: log 2 | C.",
        "6/2/15 | file | D.",
    )

    assert [entry.agency for entry in _read(table(rows), file="oakfield.docx").entries] == [
        "Police",
        "Oak School",
        "Police",
        "Oakfield",
    ]


def test_a_row_with_words_of_two_agencies_names_both() -> None:
    rows = (
        "Date | Westmarch Police | Oak School",
        "3/2/15 | Arrest made today. | Child absent.",
        "4/2/15 | | Absent again.",
        "5/2/15 | Bail set. |",
    )

    entries = _read(table(rows)).entries
    assert [entry.agency for entry in entries] == ["Westmarch Police and Oak School", "Oak School", "Westmarch Police"]
    assert entries[0].description == "Westmarch Police: Arrest made today.\nOak School: Child absent."
