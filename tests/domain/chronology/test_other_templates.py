"""Habits of other agencies' templates: each row read once, on its day, at its time."""

import pytest

from threadline.domain.chronology.grid import EMPTY, Cell, Document, Row, Table
from threadline.domain.chronology.interpret import interpret
from threadline.domain.chronology.readers import read_document

WORDS = "Home visit; mother and the baby were seen and the house was tidy."
Told = tuple[int, str, str, str]


def _table(*rows: str) -> Document:
    """A Word document of one table: cells parted by bars, "..." for the usual event, one cell alone spans the table."""
    size = max(row.count("|") for row in rows) + 1
    made = []
    for number, row in enumerate(rows, 1):
        texts = [WORDS if text.strip() == "..." else text.strip() for text in row.split("|")]
        cells = tuple(Cell(text, text) if text else EMPTY for text in [*texts, *[""] * (size - len(texts))])
        made.append(Row(number, cells, span="|" not in row))
    return Document("timeline.docx", "docx", (Table(0, tuple(made)),), digest="d")


def _read(*rows: str) -> list[Told]:
    """Row, first day, last day and time of every entry."""
    found = interpret(_table(*rows)).entries
    assert all(entry.description == WORDS for entry in found)
    return [
        (
            entry.place.row,
            str(entry.when.earliest or ""),
            str(entry.when.latest or ""),
            f"{entry.when.time_from:%H:%M}" if entry.when.time_from else "",
        )
        for entry in found
    ]


@pytest.mark.parametrize(
    ("typed", "first", "last", "clock"),
    [
        ("17th pm", "2014-11-17", "2014-11-17", "12:00"),
        ("Mon 17th at 2.30pm", None, None, None),
        ("5-7th", "2014-11-05", "2014-11-07", ""),
        ("5th - 7th", "2014-11-05", "2014-11-07", ""),
        ("Mon 17th (2.30pm)", "2014-11-17", "2014-11-17", "14:30"),
        ("12.11", "2014-11-12", "2014-11-12", ""),
        ("mid", "2014-11-11", "2014-11-20", ""),
    ],
)
def test_a_month_heading_gives_the_rest_of_a_short_day(
    typed: str, first: str | None, last: str | None, clock: str | None
) -> None:
    found = _read("Date | Event", "November 2014", "3rd | ...", f"{typed} | ...")[1:]

    assert [told[0] for told in found] == [4]
    if first is not None:
        assert found == [(4, first, last, clock)]


def test_a_time_alone_under_a_month_heading_is_still_a_time() -> None:
    found = _read("Date/Time | Event", "October 2014", "3rd | ...", "12.11 | ...")

    assert found == [(3, "2014-10-03", "2014-10-03", ""), (4, "2014-10-03", "2014-10-03", "12:11")]


def test_days_and_months_with_a_dot_under_a_year_are_days_and_not_times() -> None:
    found = _read("Date | Event", "2014", "12.03 | ...", "14.03 | ...", "02.10 | ...", "2015", "05.01 | ...")

    days = ["2014-03-12", "2014-03-14", "2014-10-02", "2015-01-05"]
    assert [told[1] for told in found] == days
    assert [told[3] for told in found] == [""] * 4


def test_a_day_with_a_dot_beside_a_time_of_its_own_is_a_day() -> None:
    found = _read("Date | Time | Event", "2014", "12 March | 10:00 | ...", "14.03 | 11:00 | ...")

    assert found[1] == (4, "2014-03-14", "2014-03-14", "11:00")


def test_a_day_without_its_month_is_in_the_month_of_the_row_above_or_the_next() -> None:
    found = _read(
        "Date | Event", "Sat 28th Feb 2015 | ...", "Mon 2nd | ...", "Tues 3rd | ...", "Weds 4th Mar | ...", "9th | ..."
    )

    assert [told[1] for told in found] == ["2015-02-28", "2015-03-02", "2015-03-03", "2015-03-04", "2015-03-09"]


def test_a_day_without_its_month_is_questioned() -> None:
    reading = interpret(_table("Date | Event", "Sun 1st Feb 2015 | ...", "Mon 2nd | ..."))

    assert [matter.code for matter in reading.entries[1].attention] == ["year_assumed"]


def test_a_weekday_that_fits_neither_month_leaves_the_day_open() -> None:
    assert _read("Date | Event", "Sun 1st Feb 2015 | ...", "Fri 2nd | ...")[1] == (3, "", "", "")


def test_a_year_is_carried_past_a_row_without_a_date() -> None:
    found = _read("Date | Event", "3/3/15 | ...", "not known | ...", "12 March | ...")

    assert [told[1] for told in found] == ["2015-03-03", "", "2015-03-12"]


@pytest.mark.parametrize("typed", ["10/02/15 or 11/02/15", "10th or 11th February 2015", "10 or 11 Feb 2015"])
def test_one_day_or_the_other_is_the_span_of_both(typed: str) -> None:
    assert _read("Date | Event", "1/2/15 | ...", f"{typed} | ...")[1] == (3, "2015-02-10", "2015-02-11", "")


@pytest.mark.parametrize("undated", ["Not known", "DNR", ""])
@pytest.mark.parametrize("footer", ["Page 2 of 9", "End of report", "Total: 2"])
def test_a_footer_in_the_middle_does_not_swallow_the_undated_row_below_it(undated: str, footer: str) -> None:
    found = _read("Date | Event", "03/02/2015 | ...", footer, f"{undated} | ...", "05/02/2015 | ...")

    assert [told[0] for told in found] == [2, 4, 5]


def test_a_page_number_does_not_end_the_table() -> None:
    found = _read("Date | Event | Action", "03/02/2015 | ... | x", "Page 1 of 2", " | ... | x")

    assert found[1] == (4, "2015-02-03", "2015-02-03", "")


def test_undated_rows_below_the_end_of_the_table_stay_out() -> None:
    found = _read("Date | Event", "03/02/2015 | ...", "End of chronology", " | ...")

    assert [told[0] for told in found] == [2]


def test_a_date_of_action_wins_over_the_dates_of_entry_and_review() -> None:
    found = _read(
        "Date entered | Action date | Action time | Action details | Next review date",
        "05/01/2015 | 02/01/2015 | 10:00 | ... | 05/06/2015",
        "15/01/2015 | 12/01/2015 | 14.30 | ... | 05/07/2015",
    )

    assert found == [(2, "2015-01-02", "2015-01-02", "10:00"), (3, "2015-01-12", "2015-01-12", "14:30")]


def test_a_date_column_beside_month_and_year_holds_the_day() -> None:
    found = _read(
        "Day | Date | Month | Year | What happened?",
        "Mon | 2 | March | 2015 | ...",
        "Wed | 1 | April | 2015 | ...",
    )

    assert [told[1] for told in found] == ["2015-03-02", "2015-04-01"]


def test_a_short_export_with_many_lines_above_its_headings_is_parted_by_its_delimiter() -> None:
    lines = (
        "Case note report\nGenerated:\t2015-09-30\nTeam:\tEast\n\nID\tEvent Date/Time\tType\tDetail\n"
        '1\t2015-01-12T09:30:00\tVisit\t"Seen, well.\nAgreed: revisit"\n'
        "2\t2015-01-20T00:00:00\tCall\tNo reply, again.\n2 rows returned\n"
    )

    entries = interpret(read_document("notes.csv", lines.encode("utf-16"))).entries

    assert [(entry.place.row, str(entry.when.earliest)) for entry in entries] == [(6, "2015-01-12"), (7, "2015-01-20")]
    assert entries[0].description == "Seen, well.\nAgreed: revisit"
