"""Errors in GOV.UK wording, made from the label, for our forms and for forms made elsewhere."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from threadline.ui.forms import Form
from threadline.ui.rendering import error_summary, error_text
from threadline.ui.wording import asked_for


@pytest.mark.parametrize(
    ("field", "label", "said"),
    [
        (forms.CharField(), "Reason for the decision", "Enter the reason for the decision"),
        (forms.CharField(), "GP surgery", "Enter the GP surgery"),
        (forms.CharField(), "Your name", "Enter your name"),
        (forms.CharField(), "A short account", "Enter a short account"),
        (forms.CharField(), "What did the panel decide?", "Answer ‘What did the panel decide?’"),
        (forms.ChoiceField(), "Who attends?", "Select who attends"),
        (forms.ChoiceField(), "Was the child seen?", "Answer ‘Was the child seen?’"),
        (forms.ChoiceField(), "Agency", "Select the agency"),
        (forms.BooleanField(), "I have read the terms", "Select ‘I have read the terms’"),
        (forms.FileField(), "Timeline", "Choose the timeline"),
    ],
)
def test_what_is_asked_for_reads_as_a_sentence(field, label, said):
    assert asked_for(field, label) == said


class Everything(Form):
    name = forms.CharField(max_length=3, min_length=2)
    address = forms.EmailField(label="E-mail address")
    count = forms.IntegerField(min_value=1, max_value=9)
    agency = forms.ChoiceField(choices=[("p", "Police")])
    share = forms.CharField(label="Share in %", max_length=2)
    day = forms.DateField(label="Day")
    reference = forms.CharField(validators=[RegexValidator("^R-", "Begin the reference with R-")])
    own = forms.CharField(error_messages={"required": "Say why, in a sentence"})


@pytest.mark.parametrize(
    ("name", "sent", "said"),
    [
        ("name", "four", "Name must be 3 characters or fewer"),
        ("name", "x", "Name must be 2 characters or more"),
        ("name", "x\x00", "Name holds a character that cannot be kept"),
        ("address", "nobody", "Enter an e-mail address in the right form, like name@example.org"),
        ("count", "0", "Count must be 1 or more"),
        ("count", "10", "Count must be 9 or less"),
        ("count", "many", "Count must be a number"),
        ("agency", "x", "Agency must be one of those listed"),
        ("share", "100", "Share in % must be 2 characters or fewer"),
        ("day", "soon", "Day is not in a form we can read"),
        ("reference", "X-1", "Begin the reference with R-"),
        ("own", "", "Say why, in a sentence"),
    ],
)
def test_each_fault_is_said_in_our_words_unless_the_field_has_its_own(name, sent, said):
    assert Everything({name: sent}).errors[name] == [said]


class Foreign(forms.Form):
    email = forms.EmailField(label="Email:")
    code = forms.CharField()

    def clean_code(self) -> str:
        raise ValidationError("Incorrect code.", code="incorrect_code")


def test_a_form_made_elsewhere_gets_our_words_for_stock_faults_and_keeps_its_own():
    form = Foreign({"code": "1"})
    assert error_text(form["email"]) == "Enter the email"
    assert error_text(form["code"]) == "Incorrect code."
    assert "Enter the email" in error_summary(form)
