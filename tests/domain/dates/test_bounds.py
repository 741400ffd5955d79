"""Before, after, since and until; and what a text leans on: the row above, the year of a table, today."""

import pytest
from tests.domain.dates.said import said


@pytest.mark.parametrize(
    "text", ["before 23 May 2014", "prior to 23/05/14", "pre 23/5/14", "< 23/05/2014", "sometime before 23/5/14"]
)
def test_before_ends_on_the_day_before(text: str) -> None:
    assert said(text) == "..2014-05-22 open before"


@pytest.mark.parametrize(
    "text", ["after 23 May 2014", "following 23/05/14", "post 23/5/14", "> 23/05/2014", "later than 23/5/14"]
)
def test_after_begins_on_the_next_day(text: str) -> None:
    assert said(text) == "2014-05-24.. open after"


@pytest.mark.parametrize(
    "text",
    [
        "since 23 May 2014",
        "from 23/05/14",
        "23/5/14 onwards",
        "23/05/2014 to present",
        "23/5/14 - ongoing",
        "on or after 23/5/14",
        "as from 23/5/14",
        "from 23/5/14 onwards",
        "23/5/14 or later",
        "not before 23/5/14",
        "23/5/14 to date",
        "23/5/14 on",
    ],
)
def test_since_begins_on_the_day_itself(text: str) -> None:
    assert said(text) == "2014-05-23.. open since"


@pytest.mark.parametrize(
    "text",
    [
        "until 23 May 2014",
        "up to 23/05/14",
        "to 23/5/14",
        "till 23/05/2014",
        "by 23/5/14",
        "on or before 23/5/14",
        "23/5/14 or earlier",
        "no later than 23/5/14",
        "up to and including 23/5/14",
    ],
)
def test_until_ends_on_the_day_itself(text: str) -> None:
    assert said(text) == "..2014-05-23 open until"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("before May 2015", "..2015-04-30 open before"),
        ("after 2015", "2016-01-01.. open after"),
        ("since winter 2014", "2014-12-01.. open since"),
        ("until early May 2015", "..2015-05-10 open until"),
        ("after w/c 4/5/15", "2015-05-11.. open after"),
        ("before approx 3 June 2015", "..2015-06-02 open before"),
    ],
)
def test_a_bound_counts_from_the_edge_of_a_longer_time(text: str, meant: str) -> None:
    assert said(text) == meant


def test_from_and_to_together_are_a_span() -> None:
    assert said("from 3 to 5 June 2015") == "2015-06-03..2015-06-05 range"


@pytest.mark.parametrize(
    "text",
    [
        "2 weeks before 3 June 2015",
        "the day after 3/6/15",
        "shortly before 3/6/15",
        "within 2 weeks of 3/6/15",
        "not 3/6/15",
        "week of 3/6/15",
        "every Monday from 3/6/15",
        "before and after 3/6/15",
        "before 3/6/15 14:00",
        "weekend of 6/7 June 2015",
    ],
)
def test_words_that_move_a_date_leave_none(text: str) -> None:
    assert said(text).split()[-1] == "!ambiguous"
    assert "20" not in said(text).replace("14:00", "")


@pytest.mark.parametrize("text", ["after 2pm on 3/6/15", "3/6/15 before 10am", "3/6/15 until 5pm"])
def test_a_bound_on_a_time_leaves_the_day_and_asks(text: str) -> None:
    assert said(text) == "2015-06-03 !ambiguous"


@pytest.mark.parametrize(
    "text",
    ["ditto", "As above", "same day", '"', "as before", "“", "''", "- do -", "(as above)", "same", "Same as above."],
)
def test_a_ditto_is_the_day_of_the_row_above(text: str) -> None:
    assert said(text, previous="2015-02-03") == "2015-02-03"
    assert said(text) == "unknown !needs_context"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ditto 2.30pm", "2015-02-03 14:30"),
        ('" 1400hrs', "2015-02-03 14:00"),
        ("same day 23:30-00:30", "2015-02-03..2015-02-04 23:30-00:30 range"),
        ("same evening", "2015-02-03 18:00-23:59"),
        ("?ditto", "2015-02-03 approximate"),
        ("as above (phone call)", "2015-02-03"),
    ],
)
def test_a_ditto_may_have_a_time_of_its_own(text: str, meant: str) -> None:
    assert said(text, previous="2015-02-03") == meant


@pytest.mark.parametrize("text", ["same week", "same month", "same person"])
def test_same_something_else_is_no_ditto(text: str) -> None:
    assert said(text, previous="2015-02-03") == "unknown !not_a_date"


@pytest.mark.parametrize("text", ["next day", "the following day", "3rd", "the 3rd at 2pm", "Sun 3rd"])
def test_a_day_that_leans_on_another_row_is_not_made_up(text: str) -> None:
    assert said(text, previous="2015-02-03").endswith("unknown !needs_context")


def test_a_template_note_dated_in_the_year_100_lends_no_day() -> None:
    assert said("ditto", previous="0100-01-01") == "unknown !needs_context"


@pytest.mark.parametrize("text", ["3 Feb", "Tues 3 February", "3/2", "03-02", "3.2", "Feb 3rd", "3-Feb", "3 / 2"])
def test_a_day_without_a_year_takes_the_year_of_its_table(text: str) -> None:
    assert said(text, year=2015) == "2015-02-03"
    assert said(text) == "unknown !needs_context"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Mon 3 Feb", "2015-02-03 !weekday_mismatch"),
        ("29 Feb", "impossible !impossible"),
        ("Feb", "2015-02-01..2015-02-28 month"),
        ("12-14 May", "2015-05-12..2015-05-14 range"),
        ("w/c 3/2", "2015-02-03..2015-02-09 week"),
        ("spring", "2015-03-01..2015-05-31 part_year"),
        ("before 3 Feb", "..2015-02-02 open before"),
        ("3 Feb 1400", "2015-02-03 14:00"),
        ("Q2", "2015-04-01..2015-06-30 part_year"),
        ("Nov-Jan", "2015-11-01..2016-01-31 range !ambiguous"),
        ("3/2 - 5/2", "2015-02-03..2015-02-05 range"),
        ("29/2", "impossible !impossible"),
        ("between 12/5 and 14/5", "2015-05-12..2015-05-14 range"),
        ("14 June - 12 May", "impossible !impossible"),
    ],
)
def test_whatever_lacks_a_year_takes_it_from_the_table(text: str, meant: str) -> None:
    assert said(text, year=2015) == meant


@pytest.mark.parametrize("text", ["May 12", "Feb 12", "12/15", "2.15"])
def test_a_number_that_is_a_day_or_a_year_gives_no_dates(text: str) -> None:
    assert said(text, year=2015) == "unknown !ambiguous"


@pytest.mark.parametrize("text", ["2015 3 Feb", "3 Feb visit 2015", "3 Feb 1930"])
def test_a_year_that_may_be_a_time_is_asked_about(text: str) -> None:
    assert said(text, year=2014).endswith("!ambiguous")


@pytest.mark.parametrize("year", [0, -5, 99, 10000, 2500])
def test_a_year_that_no_record_can_have_is_as_good_as_none(year: int) -> None:
    assert said("3 Feb", year=year) == "unknown !needs_context"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("4 May 2015", "2015-05-04 !future"),
        ("3 May 2015", "2015-05-03"),
        ("May 2015", "2015-05-01..2015-05-31 month"),
        ("before 6 May 2015", "..2015-05-05 open before !future"),
        ("since 4 May 2015", "2015-05-04.. open since !future"),
        ("1-9 May 2015", "2015-05-01..2015-05-09 range"),
        ("Mon 5 May 2015", "2015-05-05 !weekday_mismatch"),
        ("42128", "2015-05-04 serial !future"),
    ],
)
def test_what_begins_after_today_is_marked_where_nothing_else_is_wrong(text: str, meant: str) -> None:
    assert said(text, today="2015-05-03") == meant


@pytest.mark.parametrize(
    "text",
    [
        "n/a",
        "unknown",
        "not recorded",
        "ongoing",
        "tbc",
        "-",
        "",
        "   ",
        "see notes",
        "Tuesday",
        "?",
        "school",
        "early hours",
        "Easter",
        "half term",
        "1st visit",
        "week 3",
        "aged 3",
        "PC 1234 Smith",
        "xx/xx/xx",
        '"see notes"',
        '"3"',
        "()",
        '"Unknown" 12345',
        '" 1234567',
        "'",
        "dd/mm/yyyy",
        "1/2 term",
        "2010s",
        "to",
    ],
)
def test_words_alone_are_not_a_date(text: str) -> None:
    assert said(text, previous="2015-02-03", year=2015).removeprefix("00:00-06:00 ") == "unknown !not_a_date"
