"""What is typed on the pages that put a review together."""

from django import forms

from threadline.ui.forms import Form


class ReasonForm(Form):
    """A reason, which becomes part of the record of the review."""

    reason = forms.CharField(
        label="Why?",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="Everyone who may see where the review stands can read this, Board members too. Name nobody.",
    )
