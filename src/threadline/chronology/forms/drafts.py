"""What an agency types of its own timeline, and what whoever signs it off says."""

from collections.abc import Sequence
from typing import Any

from django import forms

from threadline.domain import dates
from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.writers.agency_form import FormColumn
from threadline.ui.forms import Form

SHORT = (Meaning.DATE, Meaning.TIME, Meaning.SOURCE, Meaning.PROFESSIONAL, Meaning.PRESENT, Meaning.RECORDED)
LONGEST = 10_000


class RowForm(Form):
    """One row of a timeline: the columns of the form."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, columns: Sequence[FormColumn], **options: Any) -> None:
        super().__init__(*args, **options)
        self.columns = columns
        for column in columns:
            self.fields[column.meaning.value] = _field(column)

    def clean(self) -> dict[str, Any]:
        """Days must be readable; in words is fine."""
        said: dict[str, Any] = super().clean() or {}
        for name in (Meaning.DATE.value, Meaning.RECORDED.value):
            typed = said.get(name, "")
            reading = dates.read(typed) if typed else None
            if reading is not None and not reading.is_dated:
                self.add_error(name, dates.explain(reading))
        return said

    @property
    def typed(self) -> dict[Meaning, str]:
        """What is typed so far, by column, whether or not it could be saved."""
        return {column.meaning: self.data.get(column.meaning.value, "")[:LONGEST] for column in self.columns}

    @property
    def said(self) -> dict[Meaning, str]:
        """What was typed, by column."""
        return {column.meaning: self.cleaned_data.get(column.meaning.value, "") for column in self.columns}


def _field(column: FormColumn) -> forms.Field:
    about: dict[str, Any] = {"label": column.heading, "help_text": column.help, "required": False}
    if column.meaning is Meaning.EVENT:
        about |= {"required": True, "error_messages": {"required": "Enter what happened"}}
    if column.choices:
        return forms.ChoiceField(choices=[("", "Not said"), *((each, each) for each in column.choices)], **about)
    widget = forms.TextInput(attrs={"autocomplete": "off"}) if column.meaning in SHORT else None
    rows = 5 if column.meaning is Meaning.EVENT else 2
    return forms.CharField(max_length=LONGEST, widget=widget or forms.Textarea(attrs={"rows": rows}), **about)


class SignForm(Form):
    """Signing off, or giving back."""

    note = forms.CharField(
        label="Note", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="When you give it back, say what should be changed. When you sign it off, a note is optional.",
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class SignFileForm(Form):
    """Signing off a file that was sent."""

    note = forms.CharField(
        label="Note", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )  # fmt: skip
