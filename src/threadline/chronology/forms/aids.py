"""What people say of what helps to read the chronology."""

from typing import Any

from django import forms

from threadline.chronology.models import FactMark
from threadline.ui.forms import Form


class AbbreviationForm(Form):
    """An abbreviation and what it stands for."""

    short = forms.CharField(label="Abbreviation", max_length=12, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    means = forms.CharField(label="What it stands for", max_length=200)


class ExpectForm(Form):
    """How often an agency is expected to be in contact."""

    every = forms.IntegerField(
        label="Contact is expected at least every (days)", min_value=1, max_value=730, required=False,
        help_text="For example, 28. Leave it empty if no contact is expected.",
    )  # fmt: skip
    says = forms.CharField(
        label="Where this stands",
        max_length=300,
        required=False,
        help_text="A plan, a procedure, a standard of the time.",
    )

    def clean(self) -> dict[str, Any]:
        """An expectation needs its ground."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("every") and not said.get("says"):
            self.add_error("says", "Enter where this expectation stands")
        return said


class FactForm(Form):
    """Whether a fact is disputed, and by whom."""

    state = forms.ChoiceField(label="This fact is", choices=FactMark.State.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label="Note", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Who disputes what and on what ground, or what settled it.",
    )  # fmt: skip


class ReplaceForm(Form):
    """Words to find, what should stand instead, and why."""

    find = forms.CharField(label="Find", max_length=200, help_text="Whole words, as they are written.", strip=True)
    instead = forms.CharField(label="It should read", max_length=200)
    because = forms.CharField(label="Why", max_length=500)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class OrderForm(Form):
    """The place of each entry of a day, and why they stand so."""

    because = forms.CharField(
        label="Why they stand in this order", max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, rows: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.order_of = {key: f"place-{number}" for number, (key, _) in enumerate(rows, 1)}
        places = {
            name: forms.IntegerField(label=label, min_value=1, max_value=9999, initial=number)
            for number, ((_, label), name) in enumerate(zip(rows, self.order_of.values(), strict=True), 1)
        }
        self.fields = {**places, **self.fields}

    @property
    def ordered(self) -> list[str]:
        """The entries in the order of the places given; the same place twice keeps the order there was."""
        return sorted(self.order_of, key=lambda key: self.cleaned_data[self.order_of[key]])
