"""The summary a person reads on the command line."""

from tests.domain.chronology.making import entry, reading
from tests.domain.chronology.test_merge import PERIOD

from threadline.domain.chronology.entries import Attention, LeftOut, Level, Place, Why
from threadline.domain.chronology.merge import merge
from threadline.domain.chronology.summary import summary

ASK = Attention("impossible", "June has 30 days.", "Type the date.")
NOTE = Attention("same_day", "The date is blank.", "", (), Level.NOTE)


def _left_out(row: int, table: int | str = 0, why: Why = Why.REPEATED_HEADING) -> LeftOut:
    return LeftOut(Place("police.docx", table, row), why, f"It is a {why}.")


def test_it_counts_agencies_and_months_and_names_the_silent() -> None:
    told = list(
        summary(
            merge(
                [
                    reading(entry(2, "3/2/15"), entry(3, "5/4/15"), entry(4, "9/4/15")),
                    reading(file="gp.csv", agency="GP"),
                ]
            )
        )
    )

    assert told[0] == "2 files: 3 entries, 0 rows left out."
    assert "  GP           0" in told
    assert "  Police       3" in told
    assert "  GP has nothing that could be read." in told
    assert told[told.index("Entries in each month") + 1 :][:3] == [
        "  Feb 2015      1  " + "#" * 20,
        "  Mar 2015      0",
        "  Apr 2015      2  " + "#" * 40,
    ]


def test_it_says_what_is_outside_the_period_and_what_has_no_date() -> None:
    told = list(summary(merge([reading(entry(2, "3/2/13"), entry(3, "not known"))], period=PERIOD)))

    assert told[1] == "Period: 1 September 2014 to 30 September 2015. 1 entry is outside it, kept and marked."
    assert told[2] == "1 entry has no date and stands at the end."


def test_several_undated_entries_are_told_in_the_plural() -> None:
    told = list(summary(merge([reading(entry(2, "not known"), entry(3, "not known"))])))

    assert told[1] == "2 entries have no date and stand at the end."
    assert "Entries in each month" not in told


def test_an_agency_with_nothing_in_the_period_is_named() -> None:
    told = list(summary(merge([reading(entry(2, "3/2/13"))], period=PERIOD)))

    assert "  Police has nothing in the period." in told


def test_what_needs_a_person_comes_before_what_is_worth_a_look() -> None:
    told = list(summary(merge([reading(entry(2, attention=(NOTE, ASK)), attention=(ASK,))])))

    assert told[told.index("Needs a person (2)") + 1 :][:2] == [
        "  police.docx: June has 30 days. Type the date.",
        "  police.docx, table 1, row 2: June has 30 days. Type the date.",
    ]
    assert told[told.index("Worth a look (1)") + 1] == "  police.docx, table 1, row 2: The date is blank."


def test_with_nothing_to_do_it_says_so() -> None:
    assert "Nothing needs attention." in list(summary(merge([reading(entry())])))


def test_rows_left_out_are_gathered_by_reason() -> None:
    rows = (_left_out(16), _left_out(31), _left_out(1, why=Why.HEADING), _left_out(17), _left_out(4, "Notes", Why.NOTE))

    told = list(summary(merge([reading(entry(), left_out=rows)])))

    assert told[told.index("Rows left out (5)") + 1 :] == [
        "  police.docx, table 1, row 1: It is a header.",
        "  police.docx, table 1, rows 16 to 17, 31: It is a repeated header.",
        "  police.docx, “Notes”, row 4: It is a note.",
    ]


def test_what_was_said_of_the_files_is_passed_on() -> None:
    told = list(summary(merge([reading(entry(), digest="d"), reading(entry(), file="copy.docx", digest="d")])))

    assert "“police.docx” is the same file as “copy.docx”. Its rows are counted once." in told
