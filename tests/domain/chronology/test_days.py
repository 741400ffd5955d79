"""When a row happened: what is written, what is lent by the rows and headings above, and what is asked."""

from datetime import date, datetime, time

import pytest

from threadline.domain.chronology.days import Days, Given, Moment
from threadline.domain.chronology.entries import Level
from threadline.domain.chronology.periods import Period, period_in, years_named

YEAR = Period(date(2015, 1, 1), date(2015, 12, 31), "2015")


def _codes(moment: Moment) -> list[str]:
    return [matter.code for matter in moment.attention]


def _span(moment: Moment) -> tuple[str, str]:
    return str(moment.when.earliest), str(moment.when.latest)


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("31/06/2015", "impossible", Level.ASK),
        ("02/13/2015", "ambiguous", Level.ASK),
        ("3 Feb", "no_year", Level.ASK),
        ("tbc", "not_a_date", Level.ASK),
        ("03/02/2116", "future", Level.ASK),
        ("", "no_date", Level.ASK),
        ("ditto", "no_row_above", Level.ASK),
        ("3, 5 and 9 May 2015", "several_days", Level.ASK),
        ("Mon 3 Feb 2015", "weekday", Level.NOTE),
        ("22.05/15", "mistyped", Level.NOTE),
    ],
)
def test_what_a_person_must_look_at_is_named(text: str, code: str, level: Level) -> None:
    moment = Days(today=date(2016, 6, 1)).read(Given(text))

    assert [(matter.code, matter.level) for matter in moment.attention] == [(code, level)]
    assert all(matter.sentence and matter.remedy for matter in moment.attention)


def test_a_plain_day_needs_nobody() -> None:
    moment = Days(today=date(2016, 6, 1)).read(Given("03/02/2015"))

    assert (_span(moment), moment.assumed, moment.attention) == (("2015-02-03", "2015-02-03"), "", ())


def test_a_real_date_cell_keeps_its_iso_text() -> None:
    moment = Days().read(Given("2015-02-03", date(2015, 2, 3)))

    assert (moment.when.text, _span(moment)) == ("2015-02-03", ("2015-02-03", "2015-02-03"))


def test_a_real_date_in_the_future_is_asked_about() -> None:
    assert _codes(Days(today=date(2016, 6, 1)).read(Given("2116-02-03", date(2116, 2, 3)))) == ["future"]


def test_a_real_date_with_a_time_keeps_the_time() -> None:
    moment = Days().read(Given("2015-02-03 14:30", datetime(2015, 2, 3, 14, 30)))

    assert moment.when.time_from == time(14, 30)


def test_a_real_date_at_midnight_has_no_time() -> None:
    assert Days().read(Given("2015-02-03", datetime(2015, 2, 3))).when.time_from is None


def test_a_blank_date_takes_the_row_above_and_says_so() -> None:
    days = Days()
    days.read(Given("03/02/2015 09:30"))

    moment = days.read(Given(""))

    assert _span(moment) == ("2015-02-03", "2015-02-03")
    assert moment.when.time_from is None
    assert moment.assumed == "The date is blank: taken as the same day as the row above."
    assert [(matter.code, matter.level) for matter in moment.attention] == [("same_day", Level.NOTE)]


def test_a_blank_date_under_an_undated_row_stays_unknown() -> None:
    days = Days()
    days.read(Given("03/02/2015"))
    days.read(Given("not known"))

    moment = days.read(Given(""))

    assert moment.when.earliest is None
    assert "the row above has no date" in moment.attention[0].sentence


def test_a_blank_date_right_under_a_heading_takes_the_heading() -> None:
    days = Days()
    days.read(Given("03/02/2014"))
    days.enter(YEAR)

    moment = days.read(Given(""))

    assert _span(moment) == ("2015-01-01", "2015-12-31")
    assert moment.assumed == "No date in the row: taken from the heading “2015”."


def test_a_blank_first_row_takes_the_time_its_sheet_is_named_for() -> None:
    days = Days()
    march = period_in("March 2015")
    assert march is not None
    days.inside(march)

    assert _span(days.read(Given(""))) == ("2015-03-01", "2015-03-31")


def test_the_second_blank_row_under_a_heading_is_as_the_first() -> None:
    days = Days()
    days.enter(Period(date(2015, 2, 3), date(2015, 2, 3), "Tuesday 3 February 2015", None))

    assert _span(days.read(Given("", clock_text="09:30"))) == _span(days.read(Given("")))


def test_a_year_comes_from_the_heading_in_force() -> None:
    days = Days()
    days.enter(YEAR)

    moment = days.read(Given("3 Feb"))

    assert (_span(moment)[0], moment.assumed) == ("2015-02-03", "The year is taken from the heading “2015”.")


def test_a_year_comes_from_the_rows_above_and_turns_at_new_year() -> None:
    days = Days()
    days.read(Given("20/12/2014"))

    moment = days.read(Given("4 Jan"))

    assert (_span(moment)[0], _codes(moment)) == ("2015-01-04", ["year_assumed"])


def test_an_impossible_day_without_a_year_is_still_impossible() -> None:
    days = Days()
    days.read(Given("20/12/2014"))

    assert _codes(days.read(Given("31 June"))) == ["impossible"]


def test_words_that_need_a_year_in_vain_are_asked_about() -> None:
    days = Days()
    days.read(Given("20/12/2014"))

    assert _codes(days.read(Given("the Tuesday after"))) == ["not_a_date"]


def test_the_period_of_the_file_gives_a_year_only_when_it_is_one_year() -> None:
    one, two = Days(scope=YEAR), Days(scope=Period(date(2014, 9, 1), date(2015, 9, 30), "the scope"))

    assert _span(one.read(Given("3 Feb")))[0] == "2015-02-03"
    assert _codes(two.read(Given("3 Feb"))) == ["no_year"]


def test_of_two_years_in_a_heading_the_one_that_fits_is_taken() -> None:
    days = Days()
    days.enter(Period(date(2014, 9, 1), date(2015, 8, 31), "2014/15"))

    assert [_span(days.read(Given(text)))[0] for text in ("3 Nov", "9 Jan", "2 July")] == [
        "2014-11-03",
        "2015-01-09",
        "2015-07-02",
    ]


def test_a_day_of_the_month_is_completed_by_a_month_heading() -> None:
    days = Days()
    march = period_in("March 2015")
    assert march is not None
    days.enter(march)

    moment = days.read(Given("the 14th"))

    assert (_span(moment)[0], moment.assumed) == (
        "2015-03-14",
        "Month and year are taken from the heading “March 2015”.",
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("3, 5 and 9 May 2015", "2015-05-03", "2015-05-09"),
        ("12/05/15, 14/05/15", "2015-05-12", "2015-05-14"),
        ("3.5.15 & 5.6.15", "2015-05-03", "2015-06-05"),
    ],
)
def test_several_days_are_one_span_to_be_asked_about(text: str, first: str, last: str) -> None:
    moment = Days().read(Given(text))

    assert (_span(moment), _codes(moment)) == ((first, last), ["several_days"])


def test_several_days_out_of_order_have_no_span() -> None:
    assert _span(Days().read(Given("14/05/15, 12/05/15"))) == ("None", "None")


@pytest.mark.parametrize(
    ("end", "first", "last", "codes"),
    [
        ("05/02/2015", "2015-02-03", "2015-02-05", []),
        ("03/02/2015", "2015-02-03", "2015-02-03", []),
        ("5 Feb", "2015-02-03", "2015-02-05", []),
        ("ongoing", "2015-02-03", "None", []),
        ("not known", "2015-02-03", "2015-02-03", []),
        ("01/02/2015", "2015-02-03", "2015-02-03", ["end_before_start"]),
    ],
)
def test_an_end_date_stretches_the_day(end: str, first: str, last: str, codes: list[str]) -> None:
    moment = Days().read(Given("03/02/2015", end_text=end))

    assert (_span(moment), _codes(moment)) == ((first, last), codes)


def test_a_real_end_date_stretches_the_day() -> None:
    moment = Days().read(Given("2015-02-03", date(2015, 2, 3), end_text="2015-02-05", end_typed=date(2015, 2, 5)))

    assert _span(moment) == ("2015-02-03", "2015-02-05")


def test_an_end_date_without_a_start_changes_nothing() -> None:
    assert _span(Days().read(Given("not known", end_text="05/02/2015"))) == ("None", "None")


@pytest.mark.parametrize(
    ("given", "begins", "ends"),
    [
        (Given("03/02/2015", clock_text="0930"), "09:30", "None"),
        (Given("03/02/2015", clock_text="0930", end_clock_text="1015"), "09:30", "10:15"),
        (Given("03/02/2015", clock_text="0930", end_clock_text="0930"), "09:30", "None"),
        (Given("03/02/2015", clock=time(9, 30), end_clock=time(10, 15)), "09:30", "10:15"),
        (Given("03/02/2015", clock_text="n/k"), "None", "None"),
        (Given("03/02/2015 08:00"), "08:00", "None"),
    ],
)
def test_times_come_from_their_own_columns(given: Given, begins: str, ends: str) -> None:
    when = Days().read(given).when

    assert (str(when.time_from)[:5], str(when.time_to)[:5]) == (begins, ends)


def test_a_time_is_kept_though_the_day_is_not_known() -> None:
    assert Days().read(Given("not known", clock_text="0930")).when.time_from == time(9, 30)


def test_a_time_that_cannot_be_read_is_worth_a_look() -> None:
    moment = Days().read(Given("03/02/2015", clock_text="25:99"))

    assert [(matter.code, matter.level) for matter in moment.attention] == [("no_time", Level.NOTE)]


def test_only_the_gravest_matter_of_a_row_is_told() -> None:
    assert _codes(Days().read(Given("31/06/2015", clock_text="25:99"))) == ["impossible"]


def test_another_sheet_begins_with_nothing_carried_over() -> None:
    days = Days()
    days.enter(YEAR)
    days.read(Given("3 Feb"))
    days.forget()

    assert _codes(days.read(Given("4 Feb"))) == ["no_year"]


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        ([("3", "March", "2015"), ("9", "", "")], ["3 March 2015", "9 March 2015"]),
        ([("3", "3", "2015"), ("9", "4", "")], ["3/3/2015", "9/4/2015"]),
        ([("3", "March", "2015"), ("", "", "")], ["3 March 2015", ""]),
        ([("3", "March", "2014"), ("9", "", "2015")], ["3 March 2014", "9 2015"]),
    ],
)
def test_a_date_in_parts_is_joined(parts: list[tuple[str, str, str]], joined: list[str]) -> None:
    days = Days()

    assert [days.join(*part) for part in parts] == joined


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015", "2015-01-01", "2015-12-31"),
        ("2015 (continued)", "2015-01-01", "2015-12-31"),
        ("--- 2015 ---", "2015-01-01", "2015-12-31"),
        ("2015 cont'd", "2015-01-01", "2015-12-31"),
        ("Year: 2015", "2015-01-01", "2015-12-31"),
        ("Chronology for 2015", "2015-01-01", "2015-12-31"),
        ("2015 events", "2015-01-01", "2015-12-31"),
        ("January 2015", "2015-01-01", "2015-01-31"),
        ("JAN 2015", "2015-01-01", "2015-01-31"),
        ("January - March 2015", "2015-01-01", "2015-03-31"),
        ("2014/15", "2014-01-01", "2015-12-31"),
        ("1999/00", "1999-01-01", "2000-12-31"),
        ("2014-2015", "2014-01-01", "2015-12-31"),
        ("Academic year 2014/15", "2014-09-01", "2015-08-31"),
        ("Financial year 2014/15", "2014-04-01", "2015-03-31"),
        ("2014/05", "2014-05-01", "2014-05-31"),
        ("2012-2015", "2012-01-01", "2015-12-31"),
        ("Spring 2015", "2015-03-01", "2015-05-31"),
        ("w/c 2 February 2015", "2015-02-02", "2015-02-08"),
        ("Monday 2 February 2015", "2015-02-02", "2015-02-02"),
    ],
)
def test_headings_that_are_nothing_but_a_time_are_read(text: str, first: str, last: str) -> None:
    period = period_in(text)

    assert period is not None
    assert (str(period.first), str(period.last), period.words) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Year 10",
        "Period 2: nursery",
        "January",
        "Events",
        "Visit on 2 February 2015 by the health visitor",
        "x" * 80,
        "2",
        "Decision",
    ],
)
def test_other_headings_are_no_time(text: str) -> None:
    assert period_in(text) is None


@pytest.mark.parametrize(
    ("within", "month", "first"),
    [
        ("2015", "March", "2015-03-01"),
        ("January 2015", "February", "2015-02-01"),
        ("December 2014", "January", "2015-01-01"),
        ("Academic year 2014/15", "March", "2015-03-01"),
        ("Academic year 2014/15", "Sept", "2014-09-01"),
    ],
)
def test_a_month_alone_takes_its_year_from_the_heading_above(within: str, month: str, first: str) -> None:
    period = period_in(month, period_in(within))

    assert period is not None
    assert str(period.first) == first


def test_a_day_without_a_year_as_heading_takes_it_from_the_heading_above() -> None:
    period = period_in("3 February", YEAR)

    assert period is not None
    assert (str(period.first), period.is_day) == ("2015-02-03", True)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Period 2: nursery (2014-2015)", [2014, 2015]),
        ("Section on 2015", [2015]),
        ("2010 to 2015", []),
        ("no year", []),
    ],
)
def test_years_in_a_longer_heading_are_noticed(text: str, years: list[int]) -> None:
    named = years_named(text)

    assert (list(named.years) if named else []) == years
