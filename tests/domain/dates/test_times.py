"""Clock times beside a date, and dates and times in one text."""

import pytest
from tests.domain.dates.said import said


@pytest.mark.parametrize(
    "clock",
    [
        "1400hrs", "14.00", "14:00", "2pm", "1400", "14:00hrs", "1400 hrs.", "2 p.m.", "2.00pm", "0200pm",
        "at 14:00", "@ 1400h", "(14:00)", "[2pm]", "14h00", "T14:00", "14:00:30", "approx 2pm", "?1400",
        "2pm approx", "14;00", "14 :00", "2 PM", "14 00 hrs", "time: 1400", "2 o'clock in the afternoon",
        "2.00 (pm)", "2pmish",
    ],
)  # fmt: skip
def test_a_clock_time_is_read_beside_a_date_and_leaves_it_exact(clock: str) -> None:
    assert said(f"3/2/15 {clock}") == "2015-02-03 14:00"


@pytest.mark.parametrize(
    ("clock", "meant"),
    [
        ("noon", "12:00"), ("midday", "12:00"), ("12 noon", "12:00"), ("12pm", "12:00"), ("midnight", "00:00"),
        ("12am", "00:00"), ("12.30am", "00:30"), ("0000hrs", "00:00"), ("00:00", "00:00"), ("0930", "09:30"),
        ("2.15pm", "14:15"), ("215pm", "14:15"), ("13pm", "13:00"), ("14:30pm", "14:30"), ("9.05", "09:05"),
        ("930", "09:30"), ("12 midnight", "00:00"),
    ],
)  # fmt: skip
def test_hours_are_read_by_both_clocks(clock: str, meant: str) -> None:
    assert said(f"3/2/15 {clock}") == f"2015-02-03 {meant}"


@pytest.mark.parametrize(
    "text", ["03/02/2015 00:00:00", "2015-02-03T00:00:00Z", "03/02/2015 12:00:00 AM", "00:00:00 3/2/15"]
)
def test_midnight_to_the_second_is_a_spreadsheet_s_way_of_saying_no_time(text: str) -> None:
    assert said(text) == "2015-02-03"


@pytest.mark.parametrize(
    "text",
    [
        "2015-02-03T14:00", "2015-02-03T14:00:00Z", "2015-02-03T14:00:00+01:00", "2015-02-03 14:00:00.000",
        "20150203T140000Z", "2015-02-03 14:00:00 UTC", "2015-02-03T14:00:59.123456+0100", "20150203T1400",
        "03/02/2015T14:00",
    ],
)  # fmt: skip
def test_an_iso_moment_keeps_its_wall_time(text: str) -> None:
    assert said(text) == "2015-02-03 14:00"


@pytest.mark.parametrize(
    "text",
    [
        "1400hrs 3/2/15", "2pm on 3 Feb 2015", "14:00, 3rd February 2015", "2pm\n03/02/2015",
        "Tues\n3rd February 2015\n1400", "3 Feb 2015\n\n2.00pm", "3/2/15\t14:00", "1400 Tues 3/2/15",
        "3/2/15 - 14:00", "3/2/15: 14.00", "2.00pm, Tues 3/2/15", "3/2/15 home visit at 14:00",
        "Home visit 2pm 3/2/15", "approx 2pm on 3/2/15", "from 2pm 3/2/15", "letter from GP 3/2/15 2pm",
    ],
)  # fmt: skip
def test_date_and_time_stand_in_either_order_with_anything_between(text: str) -> None:
    assert said(text) == "2015-02-03 14:00"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("morning", "06:00-12:00"), ("am", "06:00-12:00"), ("a.m.", "06:00-12:00"), ("afternoon", "12:00-18:00"),
        ("pm", "12:00-18:00"), ("evening", "18:00-23:59"), ("early hours", "00:00-06:00"), ("(am)", "06:00-12:00"),
        ("late evening", "18:00-23:59"), ("early hours of the morning", "00:00-06:00"),
        ("- afternoon", "12:00-18:00"), ("Tuesday morning", "06:00-12:00"),
    ],
)  # fmt: skip
def test_a_part_of_the_day_is_its_hours(words: str, meant: str) -> None:
    assert said(f"03/02/15 {words}") == f"2015-02-03 {meant}"


@pytest.mark.parametrize(
    "text", ["morning of 3 Feb 2015", "Tues am 3/2/15", "on the morning of Tuesday 3rd February 2015"]
)
def test_a_part_of_the_day_may_come_first(text: str) -> None:
    assert said(text) == "2015-02-03 06:00-12:00"


@pytest.mark.parametrize(
    "text", ["3/2/15 night", "3/2/15 at night", "3/2/15 lunchtime", "3/2/15 morning and afternoon", "3/2/15 all day"]
)
def test_words_for_no_certain_hours_give_no_time(text: str) -> None:
    assert said(text) == "2015-02-03"


@pytest.mark.parametrize("clock", ["pm", "AM", "a.m."])
@pytest.mark.parametrize("day", ["3 February, 2015", "3-Feb-15", "3-Feb-2015", "3 Feb 15\n"])
def test_am_after_a_year_is_a_part_of_the_day_not_an_hour(day: str, clock: str) -> None:
    assert said(f"{day} {clock}").startswith("2015-02-03 ")


@pytest.mark.parametrize(
    ("clock", "meant"),
    [
        ("9.30am-10.15am", "09:30-10:15"), ("9.30-10.15am", "09:30-10:15"), ("9-10am", "09:00-10:00"),
        ("from 9 to 10am", "09:00-10:00"), ("between 2 and 3pm", "14:00-15:00"), ("between 2 & 3pm", "14:00-15:00"),
        ("1745-1805hrs", "17:45-18:05"), ("0930hrs to 1015hrs", "09:30-10:15"), ("11-1pm", "11:00-13:00"),
        ("10am-2", "10:00-14:00"), ("noon-2pm", "12:00-14:00"), ("11.30-12.30pm", "11:30-12:30"),
        ("2000-2100", "20:00-21:00"), ("14:00 -> 15:00", "14:00-15:00"), ("9:30 - 10", "09:30-10:00"),
        ("14:00-14:00", "14:00-14:00"), ("10.15 until 11", "10:15-11:00"), ("2pm till 4pm", "14:00-16:00"),
    ],
)  # fmt: skip
def test_a_span_of_hours_leaves_the_date_exact(clock: str, meant: str) -> None:
    assert said(f"3/2/15 {clock}").removesuffix(" !ambiguous") in (f"2015-02-03 {meant}", "2015-02-03")
    if clock != "10.15 until 11":
        assert said(f"3/2/15 {clock}") == f"2015-02-03 {meant}"


@pytest.mark.parametrize(
    ("clock", "meant"),
    [
        ("23:30-00:30", "23:30-00:30"), ("2135-0350hrs", "21:35-03:50"), ("11pm-1am", "23:00-01:00"),
        ("23.10 to 03.45", "23:10-03:45"), ("11-1am", "23:00-01:00"), ("2200-2400", "22:00-00:00"),
        ("10pm - midnight", "22:00-00:00"), ("23:30-00:30 next day", "23:30-00:30"),
        ("11.30-12.30am", "23:30-00:30"),
    ],
)  # fmt: skip
def test_a_span_over_midnight_is_that_day_and_the_next(clock: str, meant: str) -> None:
    assert said(f"31/12/14 {clock}") == f"2014-12-31..2015-01-01 {meant} range"


@pytest.mark.parametrize(
    "text",
    [
        "3/2/15 23:00 - 4/2/15 01:00", "23:00 3/2/15 - 01:00 4/2/15", "2300hrs 3/2/15 to 0100hrs 4/2/15",
        "3 Feb 2015 11pm - 4 Feb 2015 1am", "between 11pm on 3/2/15 and 1am on 4/2/15",
        "between 3/2/15 23:00 and 4/2/15 01:00", "3 Feb 2015 2300 - 4 Feb 0100",
    ],
)  # fmt: skip
def test_the_times_at_the_ends_of_a_span_of_days_are_its_times(text: str) -> None:
    assert said(text) == "2015-02-03..2015-02-04 23:00-01:00 range"


def test_two_times_of_one_day_written_twice_are_a_span_of_hours() -> None:
    assert said("3/2/15 09:00 - 3/2/15 10:00") == "2015-02-03 09:00-10:00"


def test_a_range_of_days_with_hours_over_midnight_is_asked_about() -> None:
    assert said("14-16 June 2015 23:00-01:00").endswith("range !ambiguous")


@pytest.mark.parametrize(
    "clock",
    [
        "25:00",
        "24:30",
        "14:75",
        "2575hrs",
        "9.75am",
        "99:99",
        "14:30am",
        "0pm",
        "1475",
        "7.3pm",
        "14:300",
        "14:00-25:00",
    ],
)
def test_a_time_that_cannot_be_keeps_the_date(clock: str) -> None:
    assert said(f"3/2/15 {clock}") == "2015-02-03 !impossible"


@pytest.mark.parametrize(
    "clock", ["24:00", "2400hrs", "2 o'clock", "14:00 and 15:00", "09:30/10:15", "14 00", "14:5", "2-3", "12.30-2.15"]
)
def test_a_time_that_may_be_several_keeps_the_date_and_asks(clock: str) -> None:
    assert said(f"3/2/15 {clock}") == "2015-02-03 !ambiguous"


@pytest.mark.parametrize("text", ["14:30", "2.30pm", "1430hrs", "14.30", "0930", "9-10am"])
def test_a_time_alone_is_no_date(text: str) -> None:
    assert said(text).endswith("unknown !not_a_date")
    assert said(text)[2] == ":"


@pytest.mark.parametrize("text", ["May 2015 14:00", "2015 14:00", "05/2015 2pm", "winter 2014 14:00"])
def test_a_time_beside_a_month_or_year_is_asked_about(text: str) -> None:
    assert said(text).endswith("!ambiguous")
