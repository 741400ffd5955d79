"""The sentence that says how a text was read, or why it was not and what to do."""

from datetime import date

import pytest

from threadline.domain.dates import explain, from_date, read


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("5/6/15", "is read as Friday 5 June 2015."),
        ("5/6/15 1400hrs", "is read as Friday 5 June 2015, at 14:00."),
        ("5/6/15 2-3pm", "is read as Friday 5 June 2015, 14:00 to 15:00."),
        ("?5/6/15", "is read as about Friday 5 June 2015."),
        ("12-14 May 2015", "is read as Tuesday 12 May 2015 to Thursday 14 May 2015."),
        ("w/c 16/05/16", "is read as the week from Monday 16 May 2016 to Sunday 22 May 2016."),
        ("early May 2015", "is read as part of a month, taken as 1 May 2015 to 10 May 2015."),
        ("c. May 2015", "is read as about the whole month, 1 May 2015 to 31 May 2015."),
        ("spring 2015", "is read as part of a year, taken as 1 March 2015 to 31 May 2015."),
        ("FY 2014/15", "is read as the whole year from 1 April 2014 to 31 March 2015."),
        ("before 23/5/14", "is read as Thursday 22 May 2014 or earlier."),
        ("since 23/5/14", "is read as Friday 23 May 2014 or later."),
        ("42005", "is read as Thursday 1 January 2015. The cell holds a spreadsheet's day number."),
        ("22.05/16", "is read as Sunday 22 May 2016. It was mistyped and has been put right."),
    ],
)
def test_what_was_read_is_said_in_full(text: str, sentence: str) -> None:
    assert explain(read(text)) == f'"{text}" {sentence}'


def test_what_was_taken_from_elsewhere_is_said() -> None:
    assert explain(read("3 Feb", year=2015)).endswith("3 February 2015. The year is the one given.")
    assert explain(read("2-4 Feb", year=2015)).endswith("The year is the one given.")
    assert explain(read("2 Feb - 4 Feb 2015")).endswith("4 February 2015.")
    above = read("ditto", previous=date(2015, 2, 3))
    assert explain(above) == '"ditto" is read as Tuesday 3 February 2015. It is the day of the row above.'


def test_a_real_date_cell_is_explained_like_any_other() -> None:
    assert explain(from_date(date(2015, 2, 3))) == '"2015-02-03" is read as Tuesday 3 February 2015.'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31/06/2015", "June has 30 days"),
        ("29 Feb 2015", "February has 28 days in 2015"),
        ("30 Feb 2016", "February has 29 days"),
        ("13/13/13", "there is no month 13"),
        ("0/5/2015", "there is no day 0"),
        ("31/06/15 - 02/07/15", "June has 30 days"),
        ("30/05/15 - 31/06/15", "June has 30 days"),
        ("w/c 31/06/15", "June has 30 days"),
        ("Q5 2015", "a year has four quarters"),
        ("FY 2014/17", "the second year must be the one after the first"),
        ("2015-13", "there is no month 13"),
        ("31/6", "June has 30 days"),
    ],
)
def test_a_day_that_cannot_be_says_what_the_calendar_lacks(text: str, reason: str) -> None:
    assert explain(read(text)) == f'"{text}" is not a date: {reason}. Check the source and correct it.'


@pytest.mark.parametrize(
    "text", ["14/05/15 - 12/05/15", "2015-2013", "Q3 2015 - Q1 2015", "June - May 2015", "FY 2015/16 - FY 2014/15"]
)
def test_a_span_backwards_says_so(text: str) -> None:
    assert explain(read(text)) == f'"{text}" runs backwards: it ends before it begins. Check the source and correct it.'


def test_a_time_that_cannot_be_says_so_and_which_date_is_kept() -> None:
    hours = "hours run from 00 to 23 and minutes from 00 to 59."
    assert explain(read("5/6/15 25:00")) == (
        f'"5/6/15 25:00" has a time that cannot be: {hours} The date is kept: Friday 5 June 2015.'
        " Check the source and correct the time."
    )
    assert explain(read("5 June 25:00")).startswith('"5 June 25:00" has a time that cannot be')


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("3 Feb", "has no year. Add the year, or say which year the rows belong to."),
        ("ditto", "rests on the date of another row, which is not known here. Type the date."),
        ("next day", "rests on the date of another row, which is not known here. Type the date."),
        ("n/a", "is not a date. Type the date, or leave it if the source does not give one."),
        ("14:30", "gives a time, 14:30, but no date. Type the date."),
        ("2-3pm", "gives a time, 14:00 to 15:00, but no date. Type the date."),
    ],
)
def test_what_is_missing_is_asked_for(text: str, sentence: str) -> None:
    assert explain(read(text)) == f'"{text}" {sentence}'


def test_an_empty_cell_is_said_to_be_empty() -> None:
    assert explain(read("  ")).startswith("The cell is empty. Type the date")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("02/13/2015", "days come before months here, and the text fits only the other way round"),
        ("05062015", "eight digits are read year first, and these fit only day first"),
        ("S/05/2016", "a letter stands for a digit, and it is not sure which digit"),
        ("22/5/206", "its year is not one from 1850 to 2149"),
        ("3/2/15 24:00", "24:00 may be the midnight before or the one after"),
        ("3/2/15 2 o'clock", "the hour may be before or after noon"),
        ("5 Juy 2015", "the month is misspelt and could be several"),
        ("2014/15", "two years together may be a financial year, a school year or a span of whole years"),
        ("2011-12", "two years together may be a financial year, a school year or a span of whole years"),
        ("academic year 2014", "a financial or school year is written with both its years, as 2014/15"),
        ("May 12", "a number may be a day or a year"),
        ("5/15", "a number may be a day or a year"),
        ("220516", "digits without marks between them can be read in several ways"),
        ("28 Dec - 2 Jan 2015", "the span runs over New Year, and its years are not both written"),
        ("overnight 3 June 2015", "a night belongs to two days, and only one is written"),
        ("2030", "four of its digits may be a time of day"),
        ("3.5.16 & 5.5.16", "it holds more than one date"),
        ("3/2/15 (recorded 5/2/15)", "it holds more than one date"),
        ("2 weeks before 3/6/15", "the words or numbers around it may move it or name other days"),
        ("12/05/15 - 12/05/15", "the words or numbers around it may move it or name other days"),
        ("Q1 FY 2014/15", "the quarters of a financial year are not those of a calendar year"),
    ],
)
def test_what_could_mean_something_else_says_why(text: str, reason: str) -> None:
    sentence = explain(read(text))
    if read(text).is_dated:
        assert sentence.endswith(f"But {reason}. Confirm the date or correct it.")
    else:
        assert sentence == f'"{text}" does not give one date: {reason}. Type the date that is meant.'


def test_a_weekday_that_does_not_fit_is_named() -> None:
    found = '"Thurs 22 May 2016" is read as Sunday 22 May 2016.'
    assert explain(read("Thurs 22 May 2016")) == f"{found} But the text says Thursday. Check which of the two is right."
    assert "But the text says Monday and Wednesday." in explain(read("Mon 12 - Wed 14 May 2015"))


def test_a_day_in_the_future_says_so() -> None:
    sentence = explain(read("5/6/15", today=date(2015, 1, 1)))
    assert sentence == '"5/6/15" is read as Friday 5 June 2015. That is in the future. Check the year.'


def test_a_long_text_is_cut_short_in_the_sentence() -> None:
    assert explain(read("word " * 90)).startswith('"word word')
    assert "…" in explain(read("word " * 90))
    assert len(explain(read("word " * 90))) < 160
