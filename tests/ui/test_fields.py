"""A day in three boxes or one, and several files at once."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st

from threadline.ui.forms import DayField, Form, MultipleFileField, TypedDayField
from threadline.ui.words import day


class Meeting(Form):
    held_on = DayField(label="Date of the meeting", earliest=dt.date(2010, 1, 1), latest=dt.date(2016, 12, 31))


class Told(Form):
    told_on = TypedDayField(label="Date the family was told", required=False, latest=dt.date(2016, 12, 31))


class Sent(Form):
    files = MultipleFileField(label="Timelines", limit=2_000_000, most=2, max_length=20)


def meeting(day="", month="", year=""):
    return Meeting({"held_on-day": day, "held_on-month": month, "held_on-year": year})


def sent(*files):
    return Sent({}, MultiValueDict({"files": list(files)}))


@given(st.dates(dt.date(2010, 1, 1), dt.date(2016, 12, 31)), st.sampled_from(["%m", "%b", "%B"]))
def test_any_day_typed_in_three_boxes_is_that_day(value, month):
    form = meeting(str(value.day), f"{value:{month}}", str(value.year))
    assert form.is_valid(), form.errors
    assert form.cleaned_data["held_on"] == value


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ((), "Enter the date of the meeting"),
        (("3", "", "2015"), "Date of the meeting must include a month"),
        (("", "", "2015"), "Date of the meeting must include a day and a month"),
        (("31", "6", "2015"), "Date of the meeting must be a real date"),
        (("3", "Octember", "2015"), "Date of the meeting must be a real date"),
        (("3", "13", "2015"), "Date of the meeting must be a real date"),
        (("3", "2", "15"), "Date of the meeting must be a real date, with the year as 4 numbers"),
        (("third", "2", "2015"), "Date of the meeting must be a real date, with the year as 4 numbers"),
        (("1", "1", "2009"), "Date of the meeting must be 1 January 2010 or later"),
        (("1", "1", "2017"), "Date of the meeting must be 31 December 2016 or earlier"),
    ],
)
def test_what_is_wrong_with_a_day_is_said(typed, said):
    assert meeting(*typed).errors["held_on"] == [said]


def test_what_was_typed_in_the_boxes_comes_back_as_it_was_typed():
    bound = meeting("31", "Jun", "2015")["held_on"]
    assert bound.field.widget.parts(bound.value()) == ("31", "Jun", "2015")


def test_a_day_shown_first_stands_in_the_boxes_and_counts_as_unchanged():
    form = Meeting(
        {"held_on-day": "3", "held_on-month": "2", "held_on-year": "2015"}, initial={"held_on": dt.date(2015, 2, 3)}
    )
    assert not form.has_changed()
    assert form.fields["held_on"].has_changed(dt.date(2015, 2, 4), ("3", "2", "2015"))


def test_a_day_left_out_is_none_where_it_may_be():
    assert DayField(required=False).clean(("", "", "")) is None
    assert DayField().widget.value_omitted_from_data({}, {}, "held_on")
    assert not DayField().widget.value_omitted_from_data({"held_on-day": ""}, {}, "held_on")


def test_a_field_without_a_label_still_says_what_is_wrong():
    with pytest.raises(ValidationError, match="The date must be a real date"):
        DayField().clean(("31", "6", "2015"))


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2016, 12, 31)),
    st.sampled_from(
        ["{0.day}/{0.month}/{0.year}", "{0.day}.{0:%m}.{0.year}", "{0:%Y-%m-%d}", "{0:%A} {0.day} {0:%B}, {0.year}"]
    ),
)
def test_a_day_typed_in_one_box_is_read_in_every_common_form(value, form):
    told = Told({"told_on": form.format(value)})
    assert told.is_valid(), told.errors
    assert told.cleaned_data["told_on"] == value


@given(st.dates(dt.date(1900, 1, 1), dt.date(2016, 12, 31)))
def test_a_day_shown_in_one_box_is_read_back_as_itself(value):
    field = Told().fields["told_on"]
    assert field.prepare_value(value) == day(value)
    assert field.clean(field.prepare_value(value)) == value


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("early March", "Date the family was told must be a real date, like 3 February 2015"),
        ("31/6/2015", "Date the family was told must be a real date, like 3 February 2015"),
        ("1/1/2017", "Date the family was told must be 31 December 2016 or earlier"),
    ],
)
def test_one_box_says_what_is_wrong_and_keeps_what_was_typed(typed, said):
    form = Told({"told_on": typed})
    assert form.errors["told_on"] == [said]
    assert form["told_on"].value() == typed


def test_one_box_left_empty_is_none():
    form = Told({"told_on": "  "})
    assert form.is_valid()
    assert form.cleaned_data["told_on"] is None


def test_several_files_come_as_a_list_in_order():
    form = sent(SimpleUploadedFile("b.csv", b"1"), SimpleUploadedFile("a.csv", b"2"))
    assert form.is_valid()
    assert [file.name for file in form.cleaned_data["files"]] == ["b.csv", "a.csv"]


def test_each_file_that_cannot_be_taken_is_named():
    form = sent(SimpleUploadedFile("empty.csv", b""), SimpleUploadedFile("large.csv", b"x" * 2_000_001))
    assert form.errors["files"] == [
        "empty.csv is empty. Choose another file",
        "large.csv is larger than 1 MB. Split it or save it in a smaller form",
    ]


def test_too_long_a_name_too_many_files_and_none_are_refused():
    assert sent(SimpleUploadedFile("a" * 20 + ".csv", b"1")).errors["files"] == [
        f"{'a' * 20}.csv has too long a name. Use 20 characters or fewer"
    ]
    three = [SimpleUploadedFile(f"{n}.csv", b"1") for n in range(3)]
    assert sent(*three).errors["files"] == ["Choose 2 files or fewer at a time"]
    assert sent().errors["files"] == ["Choose the timelines"]


def test_files_are_limited_by_the_installation_unless_said(settings):
    settings.UPLOAD_LIMIT = 3
    with pytest.raises(ValidationError, match="larger than"):
        MultipleFileField().clean([SimpleUploadedFile("a.csv", b"1234")])


def test_no_file_is_fine_where_none_is_needed():
    assert MultipleFileField(required=False).clean(None) == []


def test_a_single_file_sent_by_a_plain_dictionary_is_one_file():
    file = SimpleUploadedFile("a.csv", b"1")
    assert MultipleFileField().widget.value_from_datadict({}, {"f": file}, "f") == [file]
    assert MultipleFileField().widget.value_from_datadict({}, {}, "f") == []


def test_a_day_that_was_asked_for_as_a_question_is_named_by_it():
    field = DayField(label="When did it happen?", latest=dt.date(2016, 1, 1))
    for typed, said in (
        (("30", "2", "2015"), "‘When did it happen?’ must be a real date"),
        (("3", "", "2015"), "‘When did it happen?’ must include a month"),
        (("2", "1", "2016"), "‘When did it happen?’ must be 1 January 2016 or earlier"),
    ):
        with pytest.raises(ValidationError, match=said.replace("?", r"\?")):
            field.clean(typed)
