"""What people write beside entries, and the names they give to views."""

from django import forms

from threadline.chronology.models import Audience
from threadline.ui.forms import Form


class NoteForm(Form):
    """A note beside an entry."""

    text = forms.CharField(
        label="Note", max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Your analysis or a question. The entry itself stays as the agency wrote it.",
        error_messages={"required": "Write the note"},
    )  # fmt: skip
    audience = forms.ChoiceField(
        label="Who is it for", choices=Audience.choices, widget=forms.RadioSelect, initial=Audience.MINE
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)


class NameViewForm(Form):
    """A name for the view that is shown."""

    name = forms.CharField(label="Name", max_length=80, error_messages={"required": "Give the view a name"})
    audience = forms.ChoiceField(
        label="Who is it for", choices=Audience.choices, widget=forms.RadioSelect, initial=Audience.MINE
    )
