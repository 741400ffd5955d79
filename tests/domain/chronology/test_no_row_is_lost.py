"""Whatever a file holds, every row with any text ends in exactly one place, and reading it again gives the same."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from threadline.domain.chronology.corrections import ColumnFix, Corrections, HeadingFix, RowFix, TableFix
from threadline.domain.chronology.entries import Meaning, Reading
from threadline.domain.chronology.grid import EMPTY, Cell, Document, Row, Table
from threadline.domain.chronology.interpret import interpret
from threadline.domain.chronology.lines import lines

_TEXTS = st.sampled_from(
    (
        *(
            "",
            "",
            "",
            "Date",
            "Time",
            "Event",
            "What happened",
            "Outcome",
            "Source",
            "Comment",
            "No.",
            "Agency",
            "Details:",
            "Date:",
        ),
        *(
            "03/02/2015",
            "3 Feb",
            "5th",
            "w/c 12/01/2015",
            "ditto",
            "as above 9am",
            "31/06/2015",
            "not known",
            "2015",
            "January 2015",
        ),
        *(
            "3 February 2015 - Visit made.",
            "Monday 5 January 2015",
            "2014 (continued)",
            "Year 10",
            "Period 2: nursery",
            "0930",
            "2pm",
        ),
        *(
            "Visit made, no reply at the door.",
            "Mother attended clinic with both children.",
            "Note: see letter",
            "Key: R = red, A = amber",
        ),
        *(
            "End of chronology",
            "Total: 4 entries",
            "Signed: J. Larch",
            "Abbreviations",
            "HV",
            "Health visitor",
            "Y",
            "1",
            "2",
            "yes",
        ),
        *(
            "Version",
            "Name",
            "Relationship to child",
            "Westmarch Police",
            "dd/mm/yyyy",
            "e.g. 01/02/2014",
            "\u00a0",
            "…",
            "?",
            "03/02/2015, 05/02/2015",
        ),
    )
)


@st.composite
def _tables(draw: st.DrawFn, name: int | str) -> Table:
    width = draw(st.integers(1, 5))
    rows: list[Row] = []
    for number in range(1, draw(st.integers(0, 9)) + 1):
        if draw(st.integers(0, 7)) == 0:
            text = draw(_TEXTS)
            covered = (Cell("", None, True, (number, 0)),) * (width - 1)
            rows.append(Row(number, (Cell(text, text), *covered), draw(st.booleans()), True))
            continue
        cells = tuple(
            _cell(draw(_TEXTS), number, index, draw(st.integers(0, 9))) for index in range(draw(st.integers(0, width)))
        )
        rows.append(Row(number, cells, draw(st.integers(0, 9)) == 0))
    return Table(name, tuple(rows), draw(st.integers(0, 9)) == 0, tuple(draw(st.lists(_TEXTS, max_size=2))))


def _cell(text: str, number: int, index: int, chance: int) -> Cell:
    if chance == 0 and number > 1:
        return Cell("", None, True, (number - 1, index))
    return Cell(text, text) if text else EMPTY


_DOCUMENTS = st.builds(
    lambda tables, after, kind: Document("file.docx", kind, tuple(tables), tuple(after), digest="d"),
    st.integers(0, 3).flatmap(lambda count: st.tuples(*(_tables(name) for name in range(count)))),
    st.lists(_TEXTS, max_size=4),
    st.sampled_from(("docx", "xlsx", "csv")),
)
_ROWS = st.builds(
    lambda table, row, act: RowFix(table=table, row=row, **act),
    st.integers(0, 2),
    st.integers(1, 9),
    st.sampled_from(
        (
            {"date": "3/2/2015"},
            {"undated": True},
            {"same_day": True},
            {"take_in": True},
            {"leave_out": True},
            {"take_in": True, "date": "May 2015"},
        )
    ),
)
_CORRECTIONS = st.builds(
    Corrections,
    agency=st.sampled_from(("", "Police")),
    columns=st.lists(
        st.builds(ColumnFix, _TEXTS, st.sampled_from(Meaning), st.sampled_from((None, 0, 1))), max_size=3
    ).map(tuple),
    headings=st.lists(st.builds(HeadingFix, st.integers(0, 2), st.integers(0, 6)), max_size=2).map(tuple),
    tables=st.lists(st.builds(TableFix, st.integers(0, 2), st.booleans()), max_size=2).map(tuple),
    rows=st.lists(_ROWS, max_size=4, unique_by=lambda fix: (fix.table, fix.row)).map(tuple),
)


def _where_rows_went(reading: Reading) -> Counter[tuple[int | str, int]]:
    found: Counter[tuple[int | str, int]] = Counter()
    for entry in reading.entries:
        found.update((entry.place.table, row) for row in entry.rows or (entry.place.row,))
    found.update((row.place.table, row.place.row) for row in reading.left_out)
    return found


@settings(max_examples=400, deadline=None)
@given(_DOCUMENTS, _CORRECTIONS)
def test_every_row_with_text_is_in_exactly_one_place(document: Document, corrections: Corrections) -> None:
    reading = interpret(document, corrections=corrections)

    layouts = {table.table: table.layout for table in reading.tables}
    went = _where_rows_went(reading)
    for table in document.tables:
        if layouts[table.name] == "columns":
            continue
        expected = Counter((table.name, line.number) for line in lines(table))
        assert Counter({key: count for key, count in went.items() if key[0] == table.name}) == expected


@settings(max_examples=150, deadline=None)
@given(_DOCUMENTS, _CORRECTIONS)
def test_no_two_rows_of_a_reading_have_the_same_place(document: Document, corrections: Corrections) -> None:
    reading = interpret(document, corrections=corrections)

    places = Counter([entry.place for entry in reading.entries] + [row.place for row in reading.left_out])
    assert [place for place, count in places.items() if count > 1] == []


@settings(max_examples=100, deadline=None)
@given(_DOCUMENTS, _CORRECTIONS)
def test_reading_again_gives_the_same(document: Document, corrections: Corrections) -> None:
    assert interpret(document, corrections=corrections) == interpret(document, corrections=corrections)


def test_every_column_of_a_turned_table_is_in_exactly_one_place() -> None:
    texts = (
        ("Date", "3/2/15", "4/2/15", ""),
        ("Event", "Visit.", "Call.", "Note without a date."),
        ("Source", "File", "File", ""),
    )
    rows = tuple(
        Row(number, tuple(Cell(text, text) if text else EMPTY for text in row)) for number, row in enumerate(texts, 1)
    )
    reading = interpret(Document("a.docx", "docx", (Table(0, rows),), digest="d"))

    assert _where_rows_went(reading) == Counter({(0, 1): 1, (0, 2): 1, (0, 3): 1, (0, 4): 1})
