"""Spans of days, weeks, months, parts of years, and years."""

import pytest
from tests.domain.dates.said import said


@pytest.mark.parametrize(
    "text",
    [
        "12-14 May 2015",
        "12th to 14th May 2015",
        "12 until 14 May 2015",
        "12/05/15 - 14/05/15",
        "12/5/15-14/5/15",
        "between 12 and 14 May 2015",
        "Between 12th & 14th May 2015",
        "from 12 to 14 May 2015",
        "12-14/05/2015",
        "12/05 - 14/05/2015",
        "12 May - 14 May 2015",
        "May 12-14 2015",
        "May 12 - 14, 2015",
        "2015-05-12 to 2015-05-14",
        "Tues 12 - Thurs 14 May 2015",
        "Tues-Thurs 12-14 May 2015",
        "12 May 2015 to 14th",
        "12.05-14.05.15",
        "between 12/5/15 and 14/5",
        "2015-05-12/2015-05-14",
        "12.5.15—14.5.15",
        "between 12-14 May 2015",
    ],
)
def test_a_span_of_days_is_read_from_every_way_of_writing_it(text: str) -> None:
    assert said(text).removesuffix(" repaired") == "2015-05-12..2015-05-14 range"


@pytest.mark.parametrize(
    "text",
    ["28 Dec 2014 – 2 Jan 2015", "28/12/14 to 2/1/15", "between 28 December 2014 and 2 January 2015"],
)
def test_a_span_may_run_over_new_year(text: str) -> None:
    assert said(text) == "2014-12-28..2015-01-02 range"


@pytest.mark.parametrize("text", ["28 Dec - 2 Jan 2015", "28 Dec 2014 - 2 Jan"])
def test_a_span_over_new_year_with_one_year_written_is_asked_about(text: str) -> None:
    assert said(text) == "2014-12-28..2015-01-02 range !ambiguous"


@pytest.mark.parametrize(
    "text",
    [
        "overnight 3/4 June 2015",
        "Overnight 3-4 June 2015",
        "night of 3-4 June 2015",
        "overnight 3/6/15 - 4/6/15",
        "night of 3rd/4th June 2015",
        "3/4 June 2015",
        "overnight 3/4/6/15",
        "3-4 June 2015 (overnight)",
        "night 3/4 June 2015",
    ],
)
def test_a_night_is_both_its_days(text: str) -> None:
    assert said(text) == "2015-06-03..2015-06-04 range"


@pytest.mark.parametrize("text", ["overnight 3 June 2015", "night of 3/6/15", "3/6/15 overnight"])
def test_a_night_given_by_one_day_is_asked_about(text: str) -> None:
    assert said(text) == "2015-06-03..2015-06-04 range !ambiguous"


@pytest.mark.parametrize(
    "text",
    [
        "14/05/15 - 12/05/15",
        "14-12 May 2015",
        "from 2015-05-14 to 2015-05-12",
        "June - May 2015",
        "2015-2013",
        "2015 to 2013",
        "14 June - 12 May 2015",
        "Mar 2015 - Jan 2015",
        "Q3 2015 - Q1 2015",
    ],
)
def test_a_span_that_runs_backwards_is_impossible(text: str) -> None:
    assert said(text) == "impossible !impossible"


@pytest.mark.parametrize(
    "text",
    [
        "w/c 16/05/16",
        "W/C: 16.5.16",
        "week commencing 16 May 2016",
        "wk beg 16/05/16",
        "w/b 16/05/16",
        "wk comm. 16/05/16",
        "week comencing Mon 16th May 2016",
        "16/05/16 (w/c)",
        "week-commencing 16/05/16",
        "wk/c 16/05/16",
        "wc 16/05/16",
    ],
)
def test_week_commencing_runs_six_days_on(text: str) -> None:
    assert said(text) == "2016-05-16..2016-05-22 week"


@pytest.mark.parametrize(
    "text", ["w/e 22/05/16", "week ending Sunday 22 May 2016", "wk ending 22/05/16", "w.e. 22/5/16"]
)
def test_week_ending_runs_six_days_back(text: str) -> None:
    assert said(text) == "2016-05-16..2016-05-22 week"


def test_any_weekday_may_begin_a_week() -> None:
    assert said("w/c 18/05/16") == "2016-05-18..2016-05-24 week"


def test_a_weekday_that_does_not_fit_its_week_is_pointed_out() -> None:
    assert said("w/c Monday 17 May 2016") == "2016-05-17..2016-05-23 week !weekday_mismatch"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("early May 2015", "2015-05-01..2015-05-10"),
        ("mid-May 2015", "2015-05-11..2015-05-20"),
        ("late February 2016", "2016-02-21..2016-02-29"),
        ("end of May 2015", "2015-05-21..2015-05-31"),
        ("beginning of May, 2015", "2015-05-01..2015-05-10"),
        ("mid 05/2015", "2015-05-11..2015-05-20"),
    ],
)
def test_a_part_of_a_month_is_a_third_of_it(text: str, meant: str) -> None:
    assert said(text) == f"{meant} part_month"


@pytest.mark.parametrize(
    "text", ["May 2015", "May, 2015", "May-15", "May '15", "05/2015", "2015-05", "in May 2015", "2015 May"]
)
def test_a_month_is_all_its_days(text: str) -> None:
    assert said(text) == "2015-05-01..2015-05-31 month"


@pytest.mark.parametrize("text", ["05 2015", "8/99", "2015-5", "?? May 2015", "May 99"])
def test_a_month_in_unusual_figures_is_still_a_month(text: str) -> None:
    assert " month" in said(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Jan-Mar 2015", "2015-01-01..2015-03-31"),
        ("Nov 2014 - Jan 2015", "2014-11-01..2015-01-31"),
        ("2013-2015", "2013-01-01..2015-12-31"),
        ("between 2016 and 2020", "2016-01-01..2020-12-31"),
        ("late May to early June 2015", "2015-05-21..2015-06-10"),
        ("Jan/Feb 2015", "2015-01-01..2015-02-28"),
        ("summer 2014 - spring 2015", "2014-06-01..2015-05-31"),
        ("Q1-Q2 2015", "2015-01-01..2015-06-30"),
        ("2013-15", "2013-01-01..2015-12-31"),
        ("the years 2013 to 2015", "2013-01-01..2015-12-31"),
    ],
)
def test_a_span_of_longer_times_runs_from_first_day_to_last(text: str, meant: str) -> None:
    assert said(text) == f"{meant} range"


def test_a_span_of_months_over_new_year_with_one_year_is_asked_about() -> None:
    assert said("Nov-Jan 2015") == "2014-11-01..2015-01-31 range !ambiguous"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("spring 2015", "2015-03-01..2015-05-31"),
        ("the summer of 2015", "2015-06-01..2015-08-31"),
        ("Autumn 2015", "2015-09-01..2015-11-30"),
        ("winter 2015", "2015-12-01..2016-02-29"),
        ("winter 2014/15", "2014-12-01..2015-02-28"),
        ("Q3 2015", "2015-07-01..2015-09-30"),
        ("2015 Q4", "2015-10-01..2015-12-31"),
        ("first quarter of 2015", "2015-01-01..2015-03-31"),
        ("early 2015", "2015-01-01..2015-04-30"),
        ("mid-2015", "2015-05-01..2015-08-31"),
        ("end of 2015", "2015-09-01..2015-12-31"),
        ("Q1/2015", "2015-01-01..2015-03-31"),
        ("1Q 2015", "2015-01-01..2015-03-31"),
    ],
)
def test_seasons_quarters_and_thirds_are_parts_of_a_year(text: str, meant: str) -> None:
    assert said(text) == f"{meant} part_year"


@pytest.mark.parametrize("text", ["Q5 2015", "Q0 2015", "FY 2014/17", "academic year 2015/14"])
def test_a_quarter_or_named_year_that_cannot_be_is_impossible(text: str) -> None:
    assert said(text) == "impossible !impossible"


@pytest.mark.parametrize(
    "text",
    ["FY 2014/15", "FY14/15", "financial year 2014-15", "2014/15 (FY)", "2014 - 2015 financial year", "FY: 2014/2015"],
)
def test_a_financial_year_begins_on_1_april(text: str) -> None:
    assert said(text) == "2014-04-01..2015-03-31 year"


@pytest.mark.parametrize(
    "text", ["academic year 2014/15", "school year 2014-15", "2014/15 academic year", "AY 2014/2015"]
)
def test_an_academic_year_begins_on_1_september(text: str) -> None:
    assert said(text) == "2014-09-01..2015-08-31 year"


@pytest.mark.parametrize(
    "text", ["2014/15", "2014-15", "2014/2015", "FY 2015", "academic year 2014", "Q1 2014/15", "14/15"]
)
def test_two_years_that_could_be_several_kinds_of_year_give_no_dates(text: str) -> None:
    assert said(text) == "unknown !ambiguous"


@pytest.mark.parametrize("text", ["2015", "in 2015", "the year 2015", "during 2015", "sometime in 2015"])
def test_a_year_is_all_its_days(text: str) -> None:
    assert said(text) == "2015-01-01..2015-12-31 year"


@pytest.mark.parametrize("text", ["1930", "2100", "2000-2130"])
def test_digits_more_often_a_time_than_a_year_are_asked_about(text: str) -> None:
    assert said(text).endswith("!ambiguous")


@pytest.mark.parametrize(
    "text",
    ["12/05/15 - 12/05/15", "2-2/05/2015", "3/4/6/15", "2011-12", "1910/05 – 14/10/2005"],
)
def test_a_span_that_is_more_likely_a_slip_is_asked_about(text: str) -> None:
    assert said(text).endswith("!ambiguous")
