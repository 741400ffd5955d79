"""Merging: one order, whatever the order of the files; every entry once; what is outside the period kept and marked."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.chronology.making import SEVERAL, entry, reading

from threadline.domain.chronology.entries import Reading
from threadline.domain.chronology.merge import ReviewPeriod, in_order, merge, only

PERIOD = ReviewPeriod(date(2014, 9, 1), date(2015, 9, 30))


def _words(*readings: Reading, period: ReviewPeriod | None = None) -> list[str]:
    return [placed.entry.description for placed in merge(readings, period=period).entries]


@settings(max_examples=25, deadline=None)
@given(SEVERAL, st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(readings: list[Reading], chance: object) -> None:
    shuffled = list(readings)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert merge(shuffled, period=PERIOD) == merge(readings, period=PERIOD)


@settings(max_examples=25, deadline=None)
@given(SEVERAL)
def test_merging_a_file_twice_changes_nothing(readings: list[Reading]) -> None:
    assert merge([*readings, *readings]) == merge(readings)


@settings(max_examples=25, deadline=None)
@given(SEVERAL)
def test_every_entry_is_there_once(readings: list[Reading]) -> None:
    merged = merge(readings)

    assert sorted(placed.entry.place.row for placed in merged.entries) == sorted(
        one.place.row for reading in readings for one in reading.entries
    )
    assert [placed.number for placed in merged.entries] == list(range(1, len(merged.entries) + 1))


@settings(max_examples=25, deadline=None)
@given(SEVERAL)
def test_putting_in_order_what_is_in_order_changes_nothing(readings: list[Reading]) -> None:
    once = in_order(one for reading in readings for one in reading.entries)

    assert in_order(once) == once


def test_days_come_in_order_and_undated_entries_last() -> None:
    file = reading(
        entry(2, "not known", "undated"),
        entry(3, "May 2015", "the month"),
        entry(4, "01/05/2015", "its first day"),
        entry(5, "30/04/2015", "the day before"),
        entry(6, "01/05/2015 09:30", "its first day at half past nine"),
    )

    assert _words(file) == [
        "the day before",
        "its first day",
        "its first day at half past nine",
        "the month",
        "undated",
    ]


def test_at_the_same_moment_agencies_come_by_name_then_rows_in_order() -> None:
    police = reading(entry(9, words="police nine"), entry(3, words="police three"))
    gp = reading(entry(2, words="gp", agency="GP", file="gp.csv"), file="gp.csv", agency="GP")

    assert _words(police, gp) == ["gp", "police three", "police nine"]


def test_a_table_written_newest_first_is_taken_from_the_bottom() -> None:
    file = reading(
        entry(2, "09/03/2015", "last"),
        entry(3, "03/02/2015", "later that day"),
        entry(4, "03/02/2015", "earlier that day"),
        entry(5, "01/01/2015", "first"),
    )

    assert _words(file) == ["first", "earlier that day", "later that day", "last"]


def test_entries_outside_the_period_are_kept_and_marked() -> None:
    file = reading(
        entry(2, "31/08/2014", "before"),
        entry(3, "August 2014 to September 2014", "across"),
        entry(4, "30/09/2015", "last day"),
        entry(5, "01/10/2015", "after"),
        entry(6, "not known", "undated"),
    )

    merged = merge([file], period=PERIOD)

    marks = {placed.entry.description: placed.in_period for placed in merged.entries}
    assert marks == {"before": False, "across": True, "last day": True, "after": False, "undated": None}
    assert (merged.outside, merged.undated) == (2, 1)


def test_an_open_date_counts_for_every_day_it_may_be() -> None:
    file = reading(entry(2, "since June 2013", "since"), entry(3, "before June 2013", "before"))

    marks = {placed.entry.description: placed.in_period for placed in merge([file], period=PERIOD).entries}
    assert marks == {"since": True, "before": False}


def test_a_period_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match=r"ends .* before it begins"):
        ReviewPeriod(date(2015, 1, 2), date(2015, 1, 1))


def test_counts_name_every_agency_and_every_month() -> None:
    police = reading(entry(2, "03/02/2015"), entry(3, "03/05/2015"), entry(4, "not known"))
    silent = reading(file="gp.csv", agency="GP")

    merged = merge([police, silent])

    assert merged.per_agency == {"GP": 0, "Police": 3}
    assert merged.per_month == {"2015-02": 1, "2015-03": 0, "2015-04": 0, "2015-05": 1}
    assert merged.silent == ("GP",)


def test_a_mistyped_century_does_not_fill_the_months_with_nothing() -> None:
    merged = merge([reading(entry(2, "03/02/1915"), entry(3, "03/05/2015"))])

    assert list(merged.per_month) == ["1915-02", "2015-05"]


def test_an_agency_with_nothing_in_the_period_is_silent() -> None:
    merged = merge([reading(entry(2, "03/02/2013"))], period=PERIOD)

    assert merged.silent == ("Police",)


def test_the_same_file_under_two_names_counts_once_and_is_noted() -> None:
    one = reading(entry(2), file="a.docx", digest="same")
    two = reading(entry(2), file="b.docx", digest="same")

    merged = merge([two, one])

    assert [placed.entry.place.file for placed in merged.entries] == ["police.docx"]
    assert merged.notes == ("“b.docx” is the same file as “a.docx”. Its rows are counted once.",)


def test_files_without_a_digest_are_told_apart_by_what_they_say() -> None:
    one, two = reading(entry(2), digest=""), reading(entry(3), digest="")

    assert len(merge([one, two, one]).entries) == 2


def test_two_readings_of_one_file_give_the_same_whichever_comes_first() -> None:
    one, two = reading(entry(2, words="a")), reading(entry(2, words="b"))

    assert merge([one, two]) == merge([two, one])


def test_a_filtered_view_keeps_the_numbers() -> None:
    merged = merge([reading(entry(2, "03/02/2015"), entry(3, "04/02/2015"))])

    assert [placed.number for placed in only(merged, merged.entries[1:]).entries] == [2]
