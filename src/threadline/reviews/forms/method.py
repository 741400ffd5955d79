"""What is typed to move a review to another version of the method."""

from django import forms

from threadline.ui.forms import Form


class MoveForm(Form):
    """The reason, and the version that was looked at."""

    reason = forms.CharField(
        label="Why is the review moved?",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="Everyone who may see where the review stands can read this, Board members too. Name nobody.",
    )
    seen = forms.CharField(widget=forms.HiddenInput)
