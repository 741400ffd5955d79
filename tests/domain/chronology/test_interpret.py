"""The parts of reading a file that the strange layouts leave untold."""

import pytest
from tests.domain.chronology.strange.drawing import table

from threadline.domain import dates
from threadline.domain.chronology.corrections import Corrections, RowFix
from threadline.domain.chronology.entries import Level, Meaning, Reading, Why
from threadline.domain.chronology.grid import Cell, Document, Row, Table
from threadline.domain.chronology.interpret import TEXT, interpret
from threadline.domain.chronology.opening import after_opening, opening_day

LOG = ("Date | Event", "03/02/2015 | Visit made.", "04/02/2015 | Call made.")


def _read(
    *tables: Table, kind: str = "docx", after: tuple[str, ...] = (), corrections: Corrections | None = None
) -> Reading:
    document = Document("Westmarch Police.docx", kind, tables, after, digest="d", notes=("A note.",))
    return interpret(document, corrections=corrections or Corrections())


def test_a_reading_tells_of_its_file() -> None:
    reading = _read(table(LOG))

    assert (reading.file, reading.kind, reading.digest, reading.notes) == (
        "Westmarch Police.docx",
        "docx",
        "d",
        ("A note.",),
    )
    assert (reading.tables[0].layout, reading.tables[0].heading_rows) == ("rows", (1,))
    assert (reading.tables[0].entries, reading.tables[0].left_out) == (2, 1)
    assert (reading.asking, reading.blocked) == ((), False)


def test_an_entry_keeps_its_cells_and_names_what_was_understood() -> None:
    entry = _read(table(("Date | Event | Outcome | Zub", "03/02/2015 | Visit. | None | x"))).entries[0]

    assert entry.cells == (("Date", "03/02/2015"), ("Event", "Visit."), ("Outcome", "None"), ("Zub", "x"))
    assert entry.fields == ((Meaning.ACTION, "None"),)
    assert (entry.field(Meaning.ACTION), entry.field(Meaning.PLACE)) == ("None", "")


def test_two_columns_of_one_meaning_are_kept_one_below_the_other() -> None:
    entry = _read(table(("Date | Event | Outcome | Action", "03/02/2015 | Visit. | Ended | Rang GP"))).entries[0]

    assert entry.field(Meaning.ACTION) == "Ended\nRang GP"


def test_comment_never_falls_into_the_event() -> None:
    entry = _read(table(("Date | Event | Analysis | Comment", "03/02/2015 | Visit. | Poor practice | Late"))).entries[0]

    assert entry.description == "Visit."
    assert entry.field(Meaning.COMMENT) == "Poor practice\nLate"


def test_an_empty_file_says_that_there_is_nothing_to_read() -> None:
    reading = _read(table((" | ",)))

    assert (reading.entries, reading.left_out, reading.blocked) == ((), (), True)
    assert reading.attention[0].code == "no_chronology"
    assert reading.tables[0].why == "It is empty"


def test_a_date_without_words_is_asked_about() -> None:
    reading = _read(
        table(("Date | Event | Outcome", "03/02/2015 | | Letter sent to the family home", "04/02/2015 | Call. | None"))
    )

    assert [matter.code for matter in reading.entries[0].attention] == ["no_event"]
    assert reading.asking == (reading.entries[0],)


def test_the_record_date_is_read_beside_the_event_date() -> None:
    rows = (
        "Date | Date recorded | Event",
        "03/02/2015 | 5 Feb | Visit.",
        "04/02/2015 | | Call.",
        "not known | 6 Feb | Fax.",
    )

    first, second, third = _read(table(rows)).entries
    assert first.recorded is not None
    assert str(first.recorded.earliest) == "2015-02-05"
    assert second.recorded is None
    assert third.recorded is not None
    assert third.recorded.problem == "needs_context"


def test_hidden_rows_and_tables_are_marked() -> None:
    reading = _read(table((*LOG, "~ 05/02/2015 | Hidden."), "Log"), table(LOG, "Old", hidden=True), kind="xlsx")

    assert [entry.hidden for entry in reading.entries] == [False, False, True, True, True]
    assert [(matter.code, matter.level) for matter in reading.attention] == [("hidden_table", Level.NOTE)]
    assert reading.attention[0].sentence == "“Old” is hidden in the file. Its 2 rows are read."


def test_one_hidden_row_is_told_in_the_singular() -> None:
    reading = _read(table(LOG, "Log"), table(LOG[:2], "Old", hidden=True), kind="xlsx")

    assert reading.attention[0].sentence == "“Old” is hidden in the file. Its 1 row is read."


def test_a_table_inside_a_cell_is_worth_a_look() -> None:
    nested = table(("a | b",), "0.2.0")
    rows = (*table(LOG).rows, Row(4, (Cell("05/02/2015", "05/02/2015"), Cell("a b", "a b")), nested=(nested,)))

    entry = _read(Table(0, rows)).entries[-1]
    assert [(matter.code, matter.level) for matter in entry.attention] == [("nested", Level.NOTE)]


def test_invisible_characters_do_not_hide_a_row_or_a_heading() -> None:
    rows = ("Date\u00a0 | \ufeffEvent", "03/02/2015\u200b | Visit\u00a0made.", "\u00a0 | \u200b")

    reading = _read(table(rows))
    assert [(entry.date_text, entry.description) for entry in reading.entries] == [("03/02/2015", "Visit made.")]
    assert [row.place.row for row in reading.left_out] == [1]


def test_running_text_is_named_as_such_and_numbered_by_paragraph() -> None:
    reading = _read(after=("Chronology", "", "3 February 2015 - Visit.", "4 February 2015 - Call."))

    assert [(entry.place.table, entry.place.row) for entry in reading.entries] == [(TEXT, 3), (TEXT, 4)]
    assert (reading.tables[0].layout, reading.tables[0].table) == ("paragraphs", TEXT)
    assert [(row.place.row, row.why) for row in reading.left_out] == [(1, Why.TITLE)]


def test_paragraphs_can_be_left_out_and_taken_in() -> None:
    said = Corrections(
        rows=(
            RowFix(table=TEXT, row=1, take_in=True, date="2/2/15"),
            RowFix(table=TEXT, row=2, leave_out=True),
            RowFix(table=TEXT, row=3, date="5/2/15"),
            RowFix(table=TEXT, row=4, take_in=True),
        )
    )

    reading = _read(
        after=("Mother wrote to the school.", "3 February 2015 - Visit.", "4 February 2015 - Call.", "May 2015"),
        corrections=said,
    )

    told = [(entry.place.row, str(entry.when.earliest), entry.changed) for entry in reading.entries]
    assert told == [(1, "2015-02-02", ("date",)), (3, "2015-02-05", ("date",)), (4, "2015-05-01", ())]
    assert [(row.place.row, row.why) for row in reading.left_out] == [(2, Why.BY_HAND)]


def test_prose_before_a_dated_list_is_a_note() -> None:
    prose = "This account was written for the panel by the named professional from the records of the agency."

    reading = _read(after=(prose, "3 February 2015 - Visit.", "4 February 2015 - Call."))

    assert [row.why for row in reading.left_out] == [Why.NOTE]


def test_forms_can_be_left_out_and_dated_by_a_person() -> None:
    forms = tuple(
        table((f"Date | {day}/02/2015", "What happened | Visit made."), number) for number, day in enumerate((3, 4, 5))
    )
    said = Corrections(rows=(RowFix(table=0, row=1, leave_out=True), RowFix(table=1, row=1, date="9/2/15")))

    reading = _read(*forms, corrections=said)

    assert [(entry.place.table, str(entry.when.earliest)) for entry in reading.entries] == [
        (1, "2015-02-09"),
        (2, "2015-02-05"),
    ]
    assert [(row.place.table, row.place.row, row.why) for row in reading.left_out] == [(0, 1, Why.BY_HAND)]


def test_rows_between_forms_of_one_table_are_left_out() -> None:
    rows = ("== Contacts", "Date | 03/02/2015", "What happened | Visit.", "Date | 04/02/2015", "What happened | Call.")

    reading = _read(table(rows))

    assert [(entry.place.row, entry.rows) for entry in reading.entries] == [(2, (2, 3)), (4, (4, 5))]
    assert [(row.place.row, row.sentence) for row in reading.left_out] == [(1, "It stands outside the forms.")]


def test_a_form_on_hidden_rows_is_marked() -> None:
    rows = ("~ Date | 03/02/2015", "What happened | Visit.")

    assert _read(table(rows)).entries[0].hidden


def test_a_very_long_table_of_labels_is_no_form() -> None:
    rows = tuple(line for number in range(40) for line in (f"Label {number}: | x", "Date: | 03/02/2015"))

    assert _read(table(rows)).entries == ()


def test_small_tables_of_one_row_follow_corrections_by_row_one() -> None:
    tables = tuple(table(("Date | Event", f"{day}/02/2015 | Visit."), number) for number, day in enumerate((3, 4)))
    said = Corrections(rows=(RowFix(table=1, row=1, date="9/2/15"),))

    reading = _read(*tables, corrections=said)

    assert [
        (entry.place.table, entry.place.row, entry.rows, str(entry.when.earliest)) for entry in reading.entries
    ] == [
        (0, 1, (1, 2), "2015-02-03"),
        (1, 1, (1, 2), "2015-02-09"),
    ]
    assert reading.left_out == ()


def test_a_dated_row_above_the_headings_is_an_entry_too() -> None:
    reading = _read(table(("02/02/2015 | Rang the mother.", *LOG)))

    assert [entry.place.row for entry in reading.entries] == [1, 3, 4]


def test_a_heading_of_other_columns_needs_a_date_among_them() -> None:
    reading = _read(
        table(
            (
                "Date | Event | Outcome",
                "03/02/2015 | Visit. | None",
                "Venue | Staff | Role",
                "04/02/2015 | Call. | None",
            )
        )
    )

    assert [entry.place.row for entry in reading.entries][-1] == 4
    assert len({column.key for column in reading.tables[0].columns}) == 3


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("12/05/15 - HV visited.", "12/05/15", "HV visited."),
        ("3rd February 2015 at 10.30am: strategy meeting", "3rd February 2015 at 10.30am", "strategy meeting"),
        ("• 2015-02-03 visit", "2015-02-03", "visit"),
        ("Feb 3, 2015: visit", "Feb 3, 2015", "visit"),
        ("3-5 May 2015 – respite", "3-5 May 2015", "respite"),
        ("w/c 1/6/15 – three calls", "w/c 1/6/15", "three calls"),
        ("2015 - moved house", "2015", "moved house"),
        ("31/06/2015: call", "31/06/2015", "call"),
        ("3 May - call", "3 May", "call"),
        ("Visit on 3 May 2015", "", "Visit on 3 May 2015"),
        ("14 Rowan House visited", "", "14 Rowan House visited"),
        ("2015 was a hard year", "", "2015 was a hard year"),
    ],
)
def test_a_text_that_opens_with_a_date_is_told_from_one_that_does_not(text: str, day: str, rest: str) -> None:
    assert (opening_day(text), after_opening(text)) == (day, rest)


def test_an_opening_date_is_read_as_any_other() -> None:
    entry = _read(
        table(("Event | Source", "31/06/2015 - Call made to mother. | File", "02/06/2015 - Call. | File"))
    ).entries[0]

    assert (entry.date_text, entry.when.precision, entry.asks) == ("31/06/2015", dates.Precision.IMPOSSIBLE, True)
