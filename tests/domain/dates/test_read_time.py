"""Cells of a time column, and their row's date."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.dates.said import shown

from threadline.domain.dates import (
    Precision,
    Problem,
    TimeReading,
    combine,
    from_date,
    from_time,
    read,
    read_time,
)


def told(reading: TimeReading) -> str:
    """A reading of a time on one line."""
    times = "-".join(f"{clock:%H:%M}" for clock in (reading.time_from, reading.time_to) if clock)
    marks = [reading.over_midnight and "over midnight", reading.approximate and "approximate"]
    return " ".join(filter(None, [times, *marks, f"!{reading.problem}" if reading.problem else ""])) or "none"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1435", "14:35"),
        ("14.30", "14:30"),
        ("2pm", "14:00"),
        ("14:30hrs", "14:30"),
        ("930", "09:30"),
        ("9.30-10.15am", "09:30-10:15"),
        ("930-1030", "09:30-10:30"),
        ("morning", "06:00-12:00"),
        ("am", "06:00-12:00"),
        ("2.30 in the afternoon", "14:30"),
        ("noon-2pm", "12:00-14:00"),
        ("2300-0100", "23:00-01:00 over midnight"),
        ("overnight", "over midnight"),
        ("night", "over midnight"),
        ("0.604166", "14:30"),
        ("0.5", "12:00"),
        (".75", "18:00"),
        ("42005.604166", "14:30"),
        ("0.75", "18:00"),
        ("1899-12-30 14:30:00", "14:30"),
        ("30/12/1899 14:30:00", "14:30"),
        ("?10am", "10:00 approximate"),
        ("approx 3pm", "15:00 approximate"),
        ("3pm (approx)", "15:00 approximate"),
        ("14", "14:00"),
        ("14:30 - phone call", "14:30"),
        ("12 noon", "12:00"),
        ("10am (first call)", "10:00"),
        ("?", "none"),
    ],
)
def test_a_time_cell_is_read_from_every_way_of_writing_it(text: str, meant: str) -> None:
    assert told(read_time(text)) == meant


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "n/a", "Unknown", "not recorded", "0", "0.0", "00:00:00", "all day", "tbc"]
)
def test_a_time_cell_without_a_time_is_no_problem(text: str) -> None:
    assert told(read_time(text)) == "none"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("25:00", "impossible"),
        ("9.75am", "impossible"),
        ("45", "impossible"),
        ("9", "ambiguous"),
        ("0.25", "ambiguous"),
        ("24:00", "ambiguous"),
        ("2 o'clock", "ambiguous"),
        ("lunchtime", "not_a_date"),
        ("during lesson 3", "not_a_date"),
        ("word " * 100, "not_a_date"),
    ],
)
def test_a_time_cell_that_cannot_be_read_says_why(text: str, problem: str) -> None:
    assert told(read_time(text)) == f"!{problem}"


@pytest.mark.parametrize("text", ["14:30 15:30", "12/05/2015 14:30", "14:30 and May", "31/06/2015 14:30"])
def test_a_time_cell_with_more_than_a_time_gives_none_and_asks(text: str) -> None:
    assert told(read_time(text)) == "!ambiguous"


def test_a_time_after_words_of_no_meaning_is_kept_and_asked_about() -> None:
    assert told(read_time("after 3pm")) == "15:00 !ambiguous"


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (time(14, 30), "14:30"),
        (timedelta(hours=14, minutes=30), "14:30"),
        (0.604166, "14:30"),
        (42005.604166, "14:30"),
        (time(0), "none"),
        (0.0, "none"),
    ],
)
def test_a_real_time_cell_is_its_clock_time_and_midnight_none(value: time | timedelta | float, meant: str) -> None:
    assert told(from_time(value)) == meant


def test_a_real_time_cell_is_shown_in_its_iso_form() -> None:
    assert from_time(time(9, 5)).text == "09:05"


@pytest.mark.parametrize(
    ("day", "clock", "meant"),
    [
        ("3/2/15", "1435", "2015-02-03 14:35"),
        ("3/2/15", "", "2015-02-03"),
        ("3/2/15 2pm", "", "2015-02-03 14:00"),
        ("3/2/15 2pm", "1400", "2015-02-03 14:00"),
        ("3/2/15 2pm", "1500", "2015-02-03 15:00 !ambiguous"),
        ("3/2/15", "23:30-00:30", "2015-02-03..2015-02-04 23:30-00:30 range"),
        ("?3/2/15", "overnight", "2015-02-03..2015-02-04 range approximate"),
        ("14-16 June 2015", "overnight", "2015-06-14..2015-06-16 range"),
        ("3/2/15", "25:00", "2015-02-03 !impossible"),
        ("Mon 3/2/15", "25:00", "2015-02-03 !impossible"),
        ("3/2/15", "9", "2015-02-03 !ambiguous"),
        ("3/2/15", "lunchtime", "2015-02-03"),
        ("Mid-April 2015", "1220", "2015-04-11..2015-04-20 12:20 part_month"),
        ("31/06/15", "25:00", "impossible !impossible"),
        ("3 Feb", "1400", "14:00 unknown !needs_context"),
        ("unknown", "overnight", "unknown !not_a_date"),
    ],
)
def test_a_date_column_and_a_time_column_make_one_reading(day: str, clock: str, meant: str) -> None:
    assert shown(combine(read(day), read_time(clock))) == meant
    assert combine(read(day), read_time(clock)).text == day


def test_the_last_day_of_the_calendar_has_no_next_one() -> None:
    last = from_date(date.max)
    assert combine(last, read_time("overnight")) == last


@pytest.mark.parametrize(
    ("value", "text", "meant"),
    [
        (date(2015, 2, 3), "2015-02-03", "2015-02-03"),
        (datetime(2015, 2, 3), "2015-02-03", "2015-02-03"),
        (datetime(2015, 2, 3, 14, 30, 59), "2015-02-03T14:30", "2015-02-03 14:30"),
    ],
)
def test_a_real_date_cell_is_its_day_and_its_text_the_iso_form(value: date, text: str, meant: str) -> None:
    assert from_date(value).text == text
    assert shown(from_date(value)) == meant


def test_a_real_date_cell_after_today_is_marked() -> None:
    assert from_date(date(2015, 2, 3), today=date(2015, 2, 2)).problem is Problem.FUTURE
    assert from_date(date(2015, 2, 3), today=date(2015, 2, 3)).problem is None
    assert from_date(date(2015, 2, 3)).precision is Precision.EXACT


@given(st.times())
def test_any_clock_time_written_with_a_colon_is_read_back(clock: time) -> None:
    reading = read_time(f"{clock:%H:%M}")
    assert (reading.time_from, reading.problem) == (clock.replace(second=0, microsecond=0), None)


@given(st.text(max_size=60))
def test_no_text_of_a_time_cell_raises(text: str) -> None:
    reading = read_time(text)
    assert reading.text == text
    assert reading.problem is not Problem.IMPOSSIBLE or reading.time_from is None
