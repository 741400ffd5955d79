"""Dates, times and counts in GOV.UK's form."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadline.ui import words

UTC = dt.UTC


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (dt.date(2015, 2, 3), "3 February 2015"),
        (dt.datetime(2015, 7, 31, 23, 30, tzinfo=UTC), "1 August 2015"),
        (dt.datetime(2015, 7, 31, 23, 30), "31 July 2015"),
        (None, "not set"),
    ],
)
def test_a_day_reads_as_people_write_it_in_local_time(value, said):
    assert words.day(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (dt.time(14, 15), "2:15pm"),
        (dt.time(14, 0), "2pm"),
        (dt.time(0, 5), "12:05am"),
        (dt.time(12, 0), "midday"),
        (dt.time(0, 0), "midnight"),
        (dt.datetime(2015, 7, 1, 8, 0, tzinfo=UTC), "9am"),
        (None, "not set"),
    ],
)
def test_a_time_reads_as_people_say_it(value, said):
    assert words.clock(value) == said


def test_a_weekday_and_a_moment():
    assert words.weekday(dt.date(2015, 2, 3)) == "Tuesday 3 February 2015"
    assert words.moment(dt.datetime(2015, 2, 3, 14, 15, tzinfo=UTC)) == "3 February 2015 at 2:15pm"
    assert words.weekday(None, "no day") == words.moment(None, "no day") == words.day(None, "no day") == "no day"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (1204, "1,204 entries")]
)
def test_a_count_agrees_with_its_word(count, said):
    assert words.plural(count, "entry", "entries") == said


def test_a_plural_is_made_with_an_s_unless_it_is_given():
    assert words.plural(2, "file") == "2 files"


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest():
    assert words.sentence("the GP's letter") == "The GP's letter"
    assert words.sentence("") == ""


def test_typed_paragraphs_are_parted_and_never_read_as_html():
    assert words.paragraphs("One\r\ntwo\n\n\n<b>three</b>\n") == "<p>One<br>two</p><p>&lt;b&gt;three&lt;/b&gt;</p>"


@given(st.times())
def test_no_two_minutes_of_a_day_read_alike(value):
    said = words.clock(value)
    other = (dt.datetime.combine(dt.date(2015, 2, 3), value) + dt.timedelta(minutes=1)).time()
    assert said != words.clock(other)
