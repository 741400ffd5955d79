"""England's working days against bank holidays known from elsewhere, and against counting one day at a time."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threadline.domain.dates.working_days import (
    ENGLAND,
    Length,
    Unit,
    WorkingCalendar,
    add_months,
    bank_holidays,
    count,
    in_words,
)

DAYS = st.dates(min_value=date(2008, 1, 1), max_value=date(2030, 12, 31))
CALENDARS = st.builds(WorkingCalendar, st.frozensets(DAYS, max_size=5))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2015, 4, 3), "Good Friday"),
        (date(2015, 4, 6), "Easter Monday"),
        (date(2015, 5, 4), "Early May bank holiday"),
        (date(2015, 5, 25), "Spring bank holiday"),
        (date(2015, 8, 31), "Summer bank holiday"),
        (date(2015, 12, 28), "Boxing Day (substitute day)"),
        (date(2020, 5, 8), "Early May bank holiday"),  # moved from the Monday for VE Day
        (date(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
        (date(2023, 5, 8), "Coronation of Charles III"),
        (date(2016, 6, 5), "a Sunday"),
        (date(2016, 6, 4), "a Saturday"),
    ],
)
def test_a_day_off_says_why(day, why):
    assert not ENGLAND.is_working(day)
    assert ENGLAND.why_not_working(day) == (why if why.startswith("a ") else f"a bank holiday ({why})")


@pytest.mark.parametrize(
    "day", [date(2020, 5, 4), date(2016, 11, 30), date(2016, 3, 17), date(2016, 8, 1), date(2016, 1, 4)]
)
def test_days_kept_only_elsewhere_are_working_days_in_england(day):
    assert ENGLAND.is_working(day)
    assert ENGLAND.why_not_working(day) == ""


def test_england_has_eight_bank_holidays_in_an_ordinary_year():
    assert len([day for day in bank_holidays(2019) if day.weekday() < 5]) == 8


def test_five_working_days_from_maundy_thursday_2015_pass_over_easter():
    assert ENGLAND.after(date(2015, 4, 2), Length(5, Unit.WORKING_DAYS)) == date(2015, 4, 13)


def test_a_month_ends_on_the_corresponding_date_or_the_months_last_day():
    month = Length(1, Unit.MONTHS)
    assert ENGLAND.after(date(2016, 1, 31), month) == date(2016, 2, 29)
    assert ENGLAND.after(date(2015, 1, 30), month) == date(2015, 2, 28)
    assert ENGLAND.after(date(2015, 2, 28), month) == date(2015, 3, 28)
    assert ENGLAND.before(date(2016, 8, 31), Length(6, Unit.MONTHS)) == date(2016, 2, 29)


def test_calendar_days_are_just_days():
    assert ENGLAND.after(date(2015, 12, 24), Length(14, Unit.DAYS)) == date(2016, 1, 7)
    assert ENGLAND.before(date(2016, 1, 7), Length(14, Unit.DAYS)) == date(2015, 12, 24)


def test_a_holiday_proclaimed_late_is_given_as_an_extra_day():
    proclaimed = WorkingCalendar(frozenset({date(2016, 6, 13)}))
    assert proclaimed.add(date(2016, 6, 10), 1) == date(2016, 6, 14)
    assert proclaimed.why_not_working(date(2016, 6, 13)) == "a day the Board does not work"


@settings(deadline=None)
@given(CALENDARS, DAYS, DAYS)
def test_working_days_between_two_days_are_those_counted_one_by_one(calendar, start, end):
    low, high = (start + timedelta(1), end + timedelta(1)) if end >= start else (end, start)
    counted = sum(calendar.is_working(low + timedelta(n)) for n in range((high - low).days))
    assert calendar.between(start, end) == (counted if end >= start else -counted)


@settings(deadline=None)
@given(CALENDARS, DAYS, st.integers(min_value=-300, max_value=300))
def test_adding_working_days_and_counting_them_agree(calendar, start, number):
    end = calendar.add(start, number)
    assert calendar.between(start, end) == number
    assert number == 0 or calendar.is_working(end)


@settings(deadline=None)
@given(CALENDARS, DAYS)
def test_rolling_gives_the_nearest_working_day(calendar, day):
    later, earlier = calendar.on_or_after(day), calendar.on_or_before(day)
    assert calendar.is_working(later)
    assert calendar.is_working(earlier)
    assert earlier <= day <= later
    assert not any(calendar.is_working(day + timedelta(n)) for n in range((later - day).days))
    assert not any(calendar.is_working(day - timedelta(n)) for n in range((day - earlier).days))


@settings(deadline=None)
@given(DAYS, st.integers(min_value=-400, max_value=400))
def test_months_keep_the_day_of_the_month_where_there_is_one(day, months):
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(1)).day == 1)


def test_months_beyond_the_calendar_are_refused():
    with pytest.raises(ValueError, match="12 months from 9999-06-01 is beyond the calendar"):
        add_months(date(9999, 6, 1), 12)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("5 working days", 5, Unit.WORKING_DAYS),
        ("1 working day", 1, Unit.WORKING_DAYS),
        (" 14 Days ", 14, Unit.DAYS),
        ("1 month", 1, Unit.MONTHS),
        ("6  months", 6, Unit.MONTHS),
    ],
)
def test_a_length_of_time_is_read_from_its_words(text, amount, unit):
    assert Length.parse(text) == Length(amount, unit)


@pytest.mark.parametrize("text", ["", "5", "five days", "5 weeks", "-5 days", "5 working days or so", "99999 days"])
def test_a_length_without_number_or_unit_is_refused_with_what_to_write(text):
    with pytest.raises(ValueError, match="5 working days"):
        Length.parse(text)


def test_a_length_below_nought_is_refused():
    with pytest.raises(ValueError, match="0 to 9999 days, not -1"):
        Length(-1, Unit.DAYS)


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=9999), st.sampled_from(Unit))
def test_a_length_is_written_as_it_is_read(amount, unit):
    assert Length.parse(str(Length(amount, unit))) == Length(amount, unit)


def test_words_for_days_and_counts():
    assert in_words(date(2015, 2, 3)) == "3 February 2015"
    assert [count(1, "day"), count(2, "day"), count(2, "agency", "agencies")] == ["1 day", "2 days", "2 agencies"]
