"""Any Django form through the GOV.UK macros: labels, hints, errors, and nothing that was typed lost."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.forms import formset_factory
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from tests.visit import words

from threadline.ui.catalogue import Example, faulty_example
from threadline.ui.forms import DayField, Form
from threadline.ui.rendering import error_summary, faulty, field, fields

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=40)


def soup(markup):
    return BeautifulSoup(str(markup), "html5lib")


class Small(Form):
    reason = forms.CharField(label="Reason", help_text="In a sentence.", widget=forms.Textarea)
    note = forms.CharField(label="Note", required=False)
    key = forms.CharField(widget=forms.HiddenInput)
    kept = forms.ChoiceField(label="Kept?", choices=[("y", "Yes"), ("n", "No")], widget=forms.RadioSelect)


class Item(Form):
    name = forms.CharField(label="Name")


def test_a_label_a_hint_and_an_error_belong_to_their_field():
    page = soup(field(Small({})["reason"]))
    control = page.find("textarea")
    assert control["name"] == "reason"
    assert words(page.find("label", attrs={"for": control["id"]})) == "Reason"
    described = [words(page.find(id=name)) for name in control["aria-describedby"].split()]
    assert described == ["In a sentence.", "Error: Enter the reason"]


def test_a_field_that_may_be_left_out_says_so():
    assert words(soup(field(Small()["note"])).find("label")) == "Note (optional)"
    assert (
        words(soup(field(Small()["note"], label="Note (optional), if any")).find("label")) == "Note (optional), if any"
    )


def test_a_label_can_be_the_heading_of_the_page():
    page = soup(field(Small()["reason"], heading=True))
    assert words(page.find("h1")) == "Reason"
    legend = soup(field(Small()["kept"], heading=True)).find("legend")
    assert words(legend.find("h1")) == "Kept?"
    assert "govuk-fieldset__legend--l" in legend["class"]


@pytest.mark.parametrize(
    ("name", "selector"),
    [
        ("title", "input[type=text]#id_title"),
        ("reason", ".govuk-character-count textarea"),
        ("notes", "textarea#id_notes"),
        ("agency", "select#id_agency"),
        ("kept", "fieldset input[type=radio]#id_kept"),
        ("attending", "fieldset input[type=checkbox]#id_attending"),
        ("agreed", "input[type=checkbox]#id_agreed"),
        ("held_on", "fieldset[role=group] input#id_held_on-day[inputmode=numeric]"),
        ("told_on", "input[type=text]#id_told_on"),
        ("entries", "input[type=text][inputmode=numeric]#id_entries"),
        ("address", "input[type=email][autocomplete=email]#id_address"),
        ("password", ".govuk-password-input input[type=password]#id_password"),
        ("timelines", "input[type=file][multiple]#id_timelines"),
    ],
)
def test_every_kind_of_field_has_its_component(name, selector):
    assert soup(field(Example()[name])).select_one(selector)


def test_every_error_in_the_summary_leads_to_its_field():
    form = faulty_example()
    page = soup(error_summary(form) + fields(form))
    links = page.select(".govuk-error-summary a")
    assert len(links) == len(form.errors)
    assert all(page.find(id=link["href"][1:]).name in ("input", "textarea", "select") for link in links)


def test_several_faults_of_one_field_are_all_said():
    class Twice(Form):
        name = forms.CharField()

        def clean_name(self):
            raise forms.ValidationError(["Too short", "Not a name"])

    page = soup(error_summary(Twice({"name": "x"})) + field(Twice({"name": "x"})["name"]))
    assert [words(link) for link in page.select(".govuk-error-summary a")] == ["Too short", "Not a name"]
    assert words(page.select_one(".govuk-error-message")) == "Error: Too short. Not a name"


def test_an_error_of_the_whole_form_leads_to_its_first_field_and_a_hidden_fields_is_said():
    form = Small({"reason": "x", "kept": "y"})
    form.add_error(None, "Both cannot be")
    page = soup(error_summary(form))
    assert page.find("a", string=lambda text: "Both cannot be" in text)["href"] == "#id_reason"
    assert "Enter the key" in words(page)


def test_a_sound_or_unsent_form_has_no_summary():
    assert error_summary(Small()) == ""
    assert not faulty(Small())
    assert not faulty()
    assert faulty(Small({}))


def test_a_form_set_is_summed_up_form_by_form():
    sets = formset_factory(Item, extra=0)
    bad = sets({"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2", "form-0-name": "A", "form-1-name": ""})
    assert faulty(bad)
    assert soup(error_summary(bad)).find("a")["href"] == "#id_form-1-name"


def test_a_password_is_never_put_back_into_the_page():
    assert "quiet-lantern" not in field(Example({"password": "quiet-lantern"})["password"])


def test_a_choice_made_stays_made_and_reveals_without_scripts():
    form = Example({"kept": "dated", "attending": ["Police", "GP surgery"], "agency": "School", "agreed": "on"})
    page = soup(
        field(form["kept"], revealed={"dated": Markup("<b>when?</b>")}, hints={"out": "For good."})
        + field(form["attending"], small=True)
        + field(form["agency"])
        + field(form["agreed"])
    )
    assert [tag["value"] for tag in page.select("input[checked]")] == ["dated", "Police", "GP surgery", "on"]
    assert page.select_one("option[selected]")["value"] == "School"
    assert words(page.select_one(".govuk-radios__conditional")) == "when?"
    assert not page.select("[data-aria-controls]")
    assert "For good." in words(page)


def test_a_hint_that_is_markup_stays_markup_and_text_is_escaped():
    assert "<b>one</b>" in field(Small()["reason"], hint=Markup("<b>one</b>"))
    assert "&lt;b&gt;" in field(Small()["reason"], hint="<b>")


def test_styles_and_attributes_of_the_widget_are_kept():
    class Styled(Form):
        name = forms.CharField(
            widget=forms.TextInput(
                attrs={"class": "govuk-input--width-5", "data-x": "1", "hx-get": "/x/", "placeholder": "no"}
            )
        )

    control = soup(field(Styled()["name"])).find("input")
    assert "govuk-input--width-5" in control["class"]
    assert control["data-x"] == "1"
    assert control["hx-get"] == "/x/"
    assert not control.get("placeholder")


def test_radios_can_stand_beside_each_other():
    assert soup(field(Small()["kept"], inline=True)).select_one(".govuk-radios--inline")


def test_several_options_can_be_given_by_field_and_hidden_fields_come_along():
    page = soup(fields(Small(initial={"key": "k1"}), reason={"size": "m"}))
    assert page.select_one("label.govuk-label--m")
    assert page.find("input", type="hidden")["value"] == "k1"


def test_a_day_shown_first_stands_in_its_boxes():
    class Meeting(Form):
        held_on = DayField(initial=dt.date(2015, 2, 3))

    assert [i["value"] for i in soup(field(Meeting()["held_on"])).find_all("input")] == ["3", "2", "2015"]


@given(TEXT)
def test_what_was_typed_comes_back_letter_for_letter(text):
    form = Small({"reason": text, "note": text})
    nested = field(form["kept"], revealed={"y": field(form["reason"]) + field(form["note"])})
    page = soup(nested)
    assert page.find("textarea").text == text
    if "\n" not in text:
        assert page.find("input", attrs={"name": "note"})["value"] == text


def test_a_text_area_keeps_line_ends_of_windows_as_one():
    assert soup(field(Small({"reason": "\r\none\r\ntwo"})["reason"])).find("textarea").text == "\none\ntwo"
