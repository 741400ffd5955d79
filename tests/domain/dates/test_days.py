"""Single days, however they are written."""

import pytest
from tests.domain.dates.said import said


@pytest.mark.parametrize(
    "text",
    [
        "05/06/2015",
        "5/6/15",
        "05.06.2015",
        "5-6-15",
        "05 06 2015",
        "5 June 2015",
        "5th of June 2015",
        "June 5th, 2015",
        "5-Jun-15",
        "05JUN2015",
        "5 jun '15",
        "2015-06-05",
        "2015/06/05",
        "2015.06.05",
        "20150605",
        "Fri 5 June 2015",
        "Friday the 5th of June, 2015",
        "5/6/15 (Fri)",
        "2015 June 5",
        "05\xa006\xa02015",
        "5‑6‑2015",
        "５/６/２０１５",
    ],
)
def test_one_day_is_read_from_every_way_of_writing_it(text: str) -> None:
    assert said(text) == "2015-06-05"


@pytest.mark.parametrize(
    ("text", "day"),
    [("1/1/49", "2049-01-01"), ("1/1/50", "1950-01-01"), ("1/1/00", "2000-01-01"), ("1/1/99", "1999-01-01")],
)
def test_two_digit_years_run_from_1950_to_2049(text: str, day: str) -> None:
    assert said(text) == day


@pytest.mark.parametrize("text", ["02/13/2015", "2/13/15", "02-13-2015", "2.13.15", "02 13 2015"])
def test_a_day_that_fits_only_month_first_is_read_and_asked_about(text: str) -> None:
    assert said(text) == "2015-02-13 !ambiguous"


@pytest.mark.parametrize(
    "text",
    [
        "31/06/2015",
        "29 Feb 2015",
        "13/13/13",
        "2015-06-31",
        "20150631",
        "31 June",
        "0/5/2015",
        "32/1/2015",
        "31/6",
        "30 February 2016",
        "2015-13-05",
        "99/99/9999",
        "13/2015",
        "2015-13",
        "00/00/2015",
        "31/11",
        "0/0/0",
        "??/13/2015",
    ],
)
def test_a_day_that_the_calendar_does_not_have_gives_no_dates(text: str) -> None:
    assert said(text) == "impossible !impossible"


@pytest.mark.parametrize(
    ("text", "day"),
    [("42005", "2015-01-01"), ("35000", "1995-10-28"), ("50000", "2036-11-21"), ("42005.0", "2015-01-01")],
)
def test_a_spreadsheet_serial_number_is_its_day(text: str, day: str) -> None:
    assert said(text) == f"{day} serial"


def test_the_fraction_of_a_serial_number_is_the_time() -> None:
    assert said("42005.604166") == "2015-01-01 14:30 serial"


@pytest.mark.parametrize("text", ["34999", "50001", "123", "1234567", "99999", "12"])
def test_other_digits_are_no_date(text: str) -> None:
    assert said(text) == "unknown !not_a_date"


@pytest.mark.parametrize(
    "text",
    [
        "22.05/16",
        "22,05,2016",
        "22 /5/ 16",
        "22//05/2016",
        "22.05.16.",
        "22-05/16",
        "22;05;2016",
        "22\\05\\2016",
        "22_05_2016",
        "22 / 05 / 2016",
        "22..05.16",
        "22--5--16",
        "22:05:2016",
        "22/05 2016",
        "22 05/2016",
        "22, 05, 2016",
        "/22/05/2016",
    ],
)
def test_mistyped_separators_are_put_right(text: str) -> None:
    assert said(text) == "2016-05-22 repaired"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2/O5/2016", "2016-05-02"),
        ("l2/05/2016", "2016-05-12"),
        ("I2.05.16", "2016-05-12"),
        ("22/05/2Ol6", "2016-05-22"),
        ("1O-1O-2015", "2015-10-10"),
        ("2O16-05-22", "2016-05-22"),
        ("l2 May 2015", "2015-05-12"),
        ("1S/05/2016", "2016-05-15"),
        ("5 0ct 2015", "2015-10-05"),
        ("5-N0vember-15", "2015-11-05"),
        ("5 Ju1y 2015", "2015-07-05"),
        ("3 Feb 2O15", "2015-02-03"),
    ],
)
def test_letters_typed_for_digits_are_put_right(text: str, day: str) -> None:
    assert said(text) == f"{day} repaired"


@pytest.mark.parametrize("text", ["S/05/2016", "0g/05/2016", "B/05/2016"])
def test_letters_that_are_like_a_digit_only_on_paper_are_asked_about(text: str) -> None:
    assert said(text).endswith("repaired !ambiguous")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 Febuary 2015", "2015-02-05"),
        ("5th of Agust 2015", "2015-08-05"),
        ("Ocotber 5 2015", "2015-10-05"),
        ("5-Novemeber-15", "2015-11-05"),
        ("5 Setember 2015", "2015-09-05"),
        ("5 Jly 2015", "2015-07-05"),
    ],
)
def test_a_misspelt_month_that_fits_only_one_is_put_right(text: str, day: str) -> None:
    assert said(text) == f"{day} repaired"


@pytest.mark.parametrize("text", ["5 Juy 2015", "5 Mai 2015", "Juy 5 2015", "12-14 Juy 2015"])
def test_a_misspelt_month_that_fits_several_gives_no_dates(text: str) -> None:
    assert said(text) == "unknown !ambiguous"


@pytest.mark.parametrize("text", ["5 Sept 2015", "5 SEPT. 2015", "5 sep 2015", "Sat 5 Sept 2015"])
def test_usual_short_names_are_no_repair(text: str) -> None:
    assert said(text) == "2015-09-05"


@pytest.mark.parametrize(
    "text",
    [
        "Thurs 5 June 2015",
        "5/6/15 (Sat)",
        "Mon, 5/6/15",
        "5 June 2015 - Tuesday",
        "Wednesday\n5/6/15",
        "5/6/15 [Sunday]",
        "(Weds) 5/6/15",
        "5/6/15 (Mon) home visit",
        "5/6/15 Mon, home visit",
        "Saterday 5/6/15",
    ],
)
def test_a_weekday_that_does_not_fit_is_pointed_out(text: str) -> None:
    assert said(text) == "2015-06-05 !weekday_mismatch"


@pytest.mark.parametrize("text", ["5/6/15 Monday club", "5/6/15 Sunday school outing", "5/6/15 (Monday club)"])
def test_a_weekday_that_is_part_of_a_phrase_is_not_checked(text: str) -> None:
    assert said(text) == "2015-06-05"


def test_two_weekdays_that_disagree_are_asked_about() -> None:
    assert said("Fri 5/6/15 (Mon)") == "2015-06-05 !ambiguous"


@pytest.mark.parametrize("text", ["22/5/206", "22/05/20166", "22/5/6", "22/05/1066", "22/05/0100", "1066-05-22"])
def test_a_year_that_no_record_can_have_gives_no_dates(text: str) -> None:
    assert said(text).startswith("unknown !")


def test_eight_digits_day_first_are_only_a_question() -> None:
    assert said("05062015") == "2015-06-05 !ambiguous"


@pytest.mark.parametrize("text", ["220516", "010203"])
def test_six_digits_alone_are_a_question_without_dates(text: str) -> None:
    assert said(text) == "unknown !ambiguous"


@pytest.mark.parametrize(
    ("text", "meant"), [("??/05/2016", "2016-05-01..2016-05-31 month"), ("xx/xx/2016", "2016-01-01..2016-12-31 year")]
)
def test_a_day_written_as_unknown_is_the_whole_month_or_year(text: str, meant: str) -> None:
    assert said(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "?5/6/15",
        "5/6/15?",
        "approx 5 June 2015",
        "circa 5/6/15",
        "c. 5 June 2015",
        "around 5/6/15",
        "~5/6/15",
        "5/6/15 (?)",
        "on or about 5 June 2015",
        "possibly 5/6/15",
        "about 5/6/15",
        "5/6/15 approx",
        "?Fri 5/6/15",
        "?05.06/15",
        "5/6/15ish",
    ],
)
def test_a_day_marked_uncertain_is_approximate_even_where_mistyped(text: str) -> None:
    assert said(text) == "2015-06-05 approximate"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("?May 2015", "2015-05-01..2015-05-31 month approximate"),
        ("c. 2015", "2015-01-01..2015-12-31 year approximate"),
        ("approx w/c 4/5/15", "2015-05-04..2015-05-10 week approximate"),
    ],
)
def test_doubt_about_a_longer_time_keeps_its_precision(text: str, meant: str) -> None:
    assert said(text) == meant


@pytest.mark.parametrize(
    "text", ['"5/6/15"', "'5/6/15", "(5/6/15)", "[5 June 2015]", "((5/6/15))", "'5/6/15'", "(5/6/15) (late entry)"]
)
def test_brackets_and_quotation_marks_around_a_cell_say_nothing(text: str) -> None:
    assert said(text) == "2015-06-05"


def test_a_serial_number_may_be_kept_as_text() -> None:
    assert said("'42005") == "2015-01-01 serial"
    assert said('"42005"') == "2015-01-01 serial"
