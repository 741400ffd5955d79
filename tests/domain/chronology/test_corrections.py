"""What a person says about a file, kept, given back, and followed."""

import pytest
from tests.domain.chronology.strange.drawing import table

from threadline.domain.chronology.corrections import ColumnFix, Corrections, HeadingFix, RowFix, TableFix
from threadline.domain.chronology.entries import Meaning, Reading, Why
from threadline.domain.chronology.grid import Document
from threadline.domain.chronology.interpret import interpret

ROWS = (
    "Date | Event | Outcome | Ward",
    "03/02/2015 | Visit made. | None | A1",
    "31/06/2015 | Call logged. | None | A2",
    "not known | Letter found. | Filed | A3",
    "Note: | see the file | | ",
    "05/02/2015 | Case closed. | NFA | A4",
)
ALL = Corrections(
    agency="Westmarch Police",
    columns=(
        ColumnFix("Ward", Meaning.PLACE, 0),
        ColumnFix("column 3", Meaning.COMMENT),
        ColumnFix("Outcome", Meaning.ACTION),
    ),
    headings=(HeadingFix("Log", 4), HeadingFix(1, 0)),
    tables=(TableFix(2, True),),
    rows=(RowFix(table=0, row=3, date="30/06/2015"), RowFix(table="Log", row=9, leave_out=True)),
)


NOTHING = Corrections()


def _read(corrections: Corrections = NOTHING, *more: str) -> Reading:
    return interpret(Document("a.docx", "docx", (table((*ROWS, *more)),), digest="d"), corrections=corrections)


def _days(reading: Reading) -> dict[int, str]:
    return {entry.place.row: str(entry.when.earliest) for entry in reading.entries}


def test_corrections_come_back_from_json_as_they_were() -> None:
    assert Corrections.from_json(ALL.to_json()) == ALL
    assert Corrections.from_json(Corrections().to_json()) == Corrections()


@pytest.mark.parametrize("text", ["not json", "[1]", '{"columns": [{"heading": "a"}]}', '{"rows": [{"row": 1}]}'])
def test_what_are_no_corrections_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Corrections.from_json(text)


def test_what_headings_mean_is_remembered_for_the_next_file_and_nothing_else() -> None:
    assert ALL.remembered() == Corrections(
        columns=(ColumnFix("Ward", Meaning.PLACE), ColumnFix("Outcome", Meaning.ACTION))
    )


def test_the_last_word_on_a_heading_is_the_one_remembered() -> None:
    said = Corrections(columns=(ColumnFix("Ward", Meaning.PLACE, 0), ColumnFix("Ward", Meaning.STATUS, 1)))

    assert said.remembered().columns == (ColumnFix("Ward", Meaning.STATUS),)


def test_new_corrections_win_over_remembered_ones() -> None:
    remembered = Corrections(
        agency="Police", columns=(ColumnFix("Ward", Meaning.PLACE), ColumnFix("Outcome", Meaning.ACTION))
    )

    joined = Corrections(columns=(ColumnFix("Ward", Meaning.STATUS),)).over(remembered)

    assert joined == Corrections(
        agency="Police", columns=(ColumnFix("Outcome", Meaning.ACTION), ColumnFix("Ward", Meaning.STATUS))
    )


def test_a_second_fix_of_a_row_or_column_takes_the_place_of_the_first() -> None:
    said = Corrections().with_row(RowFix(table=0, row=3, date="1/1/15")).with_row(RowFix(table=0, row=3, undated=True))
    named = Corrections().with_column(ColumnFix("Ward", Meaning.PLACE)).with_column(ColumnFix("Ward", Meaning.STATUS))

    assert said.rows == (RowFix(table=0, row=3, undated=True),)
    assert named.columns == (ColumnFix("Ward", Meaning.STATUS),)


@pytest.mark.parametrize(
    "said",
    [{"date": "1/1/15", "undated": True}, {"undated": True, "same_day": True}, {"take_in": True, "leave_out": True}],
)
def test_a_row_cannot_be_told_two_things_at_once(said: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="choose one"):
        RowFix(table=0, row=3, **said)  # type: ignore[arg-type]


def test_a_typed_date_is_followed_and_settles_the_matter() -> None:
    reading = _read(Corrections(rows=(RowFix(table=0, row=3, date="30/06/2015"),)))

    entry = reading.entries[1]
    assert (str(entry.when.earliest), entry.date_text, entry.changed, entry.asks) == (
        "2015-06-30",
        "31/06/2015",
        ("date",),
        False,
    )


def test_a_typed_date_may_carry_its_time() -> None:
    entry = _read(Corrections(rows=(RowFix(table=0, row=3, date="30/06/2015 2.15pm"),))).entries[1]

    assert f"{entry.when.time_from:%H:%M}" == "14:15"


def test_a_typed_date_that_is_none_is_asked_about_again() -> None:
    entry = _read(Corrections(rows=(RowFix(table=0, row=3, date="30 Nofember 20x5"),))).entries[1]

    assert entry.asks


def test_keeping_a_row_without_a_date_settles_the_matter() -> None:
    entry = _read(Corrections(rows=(RowFix(table=0, row=4, undated=True),))).entries[2]

    assert (entry.when.earliest, entry.asks, entry.changed) == (None, False, ("date",))


def test_same_day_as_the_row_above_takes_that_row_s_day() -> None:
    reading = _read(Corrections(rows=(RowFix(table=0, row=3, same_day=True),)))

    assert _days(reading)[3] == "2015-02-03"
    assert reading.entries[1].assumed == "A person said: same day as the row above."


def test_same_day_in_the_first_row_has_nothing_to_take() -> None:
    entry = _read(Corrections(rows=(RowFix(table=0, row=2, same_day=True),))).entries[0]

    assert (entry.when.earliest, entry.asks) == (None, True)


def test_a_row_left_out_by_a_person_says_so() -> None:
    reading = _read(Corrections(rows=(RowFix(table=0, row=2, leave_out=True),)))

    assert 2 not in _days(reading)
    assert {row.place.row: row.why for row in reading.left_out}[2] is Why.BY_HAND


def test_a_row_taken_in_becomes_an_entry_with_its_own_words() -> None:
    reading = _read(Corrections(rows=(RowFix(table=0, row=5, take_in=True, date="04/02/2015"),)))

    entry = reading.entries[3]
    assert (entry.place.row, entry.description, str(entry.when.earliest)) == (5, "see the file", "2015-02-04")
    assert entry.changed == ("date", "taken in")


def test_a_row_taken_in_without_event_words_keeps_all_its_words() -> None:
    reading = _read(Corrections(rows=(RowFix(table=0, row=7, take_in=True),)), "06/02/2015 | | see letter | A5")

    assert reading.entries[-1].description == "see letter\nA5"


def test_a_heading_row_chosen_by_a_person_is_followed() -> None:
    rows = ("Agency return | | ", "When it was | What it was | Who it was", "03/02/2015 | Visit made. | HV")
    document = Document("a.docx", "docx", (table(rows),), digest="d")

    reading = interpret(document, corrections=Corrections(headings=(HeadingFix(0, 2),)))

    assert reading.tables[0].heading_rows == (2,)
    assert _days(reading) == {3: "2015-02-03"}


def test_a_table_said_to_have_no_heading_is_read_from_its_first_row() -> None:
    document = Document(
        "a.docx",
        "docx",
        (table(("Date | Event", "03/02/2015 | Visit made at the house.", "04/02/2015 | Rang.")),),
        digest="d",
    )

    reading = interpret(document, corrections=Corrections(headings=(HeadingFix(0, 0),)))

    assert reading.tables[0].heading_rows == ()
    assert _days(reading)[2] == "2015-02-03"


def test_a_heading_row_that_is_not_there_leaves_the_table_without_headings() -> None:
    assert _read(Corrections(headings=(HeadingFix(0, 99),))).tables[0].heading_rows == ()


def test_a_column_a_person_chose_is_certain() -> None:
    reading = _read(Corrections(columns=(ColumnFix("Ward", Meaning.PLACE),)))

    column = next(column for column in reading.tables[0].columns if column.heading == "Ward")
    assert (column.meaning, column.confidence, column.why) == (Meaning.PLACE, 1.0, "A person chose this")
    assert reading.entries[0].field(Meaning.PLACE) == "A1"


def test_choosing_another_event_column_moves_the_description() -> None:
    said = Corrections(columns=(ColumnFix("Outcome", Meaning.EVENT, 0), ColumnFix("Event", Meaning.COMMENT, 0)))

    assert [entry.description for entry in _read(said).entries][2] == "Filed"


def test_confirming_a_doubtful_column_settles_the_matter() -> None:
    document = Document(
        "gp.csv",
        "csv",
        (table(("Seen on | Remarks", "03/02/2015 | Child seen with cough.", "04/02/2015 | Rang.")),),
        digest="d",
    )
    asked = interpret(document, agency="GP")
    settled = interpret(document, agency="GP", corrections=Corrections(columns=(ColumnFix("Remarks", Meaning.EVENT),)))

    assert [matter.code for matter in asked.attention] == ["column"]
    assert settled.attention == ()


def test_a_table_that_a_person_calls_no_chronology_is_left_out_whole() -> None:
    reading = _read(Corrections(tables=(TableFix(0, False),)))

    assert reading.entries == ()
    assert {row.why for row in reading.left_out} == {Why.OTHER_TABLE}


def test_a_table_that_a_person_takes_in_is_read() -> None:
    document = Document(
        "a.docx", "docx", (table(("Version | Date | Description", "1 | 03/02/2015 | First draft")),), digest="d"
    )

    assert interpret(document).entries == ()
    assert _days(interpret(document, corrections=Corrections(tables=(TableFix(0, True),)))) == {2: "2015-02-03"}


def test_one_row_of_another_table_can_be_taken_in() -> None:
    document = Document(
        "a.docx",
        "docx",
        (table(("Term | Meaning", "HV | Health visitor from 03/02/2015 on", "x | 03/02/2015 | Mother moved.")),),
        digest="d",
    )

    reading = interpret(
        document,
        corrections=Corrections(rows=(RowFix(table=0, row=3, take_in=True), RowFix(table=0, row=2, leave_out=True))),
    )

    assert [(entry.place.row, str(entry.when.earliest), entry.description) for entry in reading.entries] == [
        (3, "2015-02-03", "x\nMother moved.")
    ]
    assert {row.place.row: row.why for row in reading.left_out} == {1: Why.OTHER_TABLE, 2: Why.BY_HAND}


def test_the_agency_a_person_names_is_certain() -> None:
    reading = _read(Corrections(agency="Westmarch Police"))

    assert (reading.agency, reading.agency_confidence, reading.entries[0].agency) == (
        "Westmarch Police",
        1.0,
        "Westmarch Police",
    )
