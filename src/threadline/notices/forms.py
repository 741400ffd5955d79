"""How a person wishes to be told. Shape only."""

from django import forms

from threadline.ui.forms import Form


class WishForm(Form):
    """As it comes, or once a day."""

    how = forms.ChoiceField(
        label="When should we write to you?",
        widget=forms.RadioSelect,
        choices=[
            ("each", "As each thing comes"),
            ("daily", "Once a day, in the morning, with everything in one e-mail"),
        ],
        error_messages={"required": "Select when we should write to you"},
    )


class SeenForm(Form):
    """Which notices stood on the page."""

    before = forms.UUIDField(required=False)
