"""What people write of the family's own life."""

from django import forms

from threadline.chronology.actions import Lived
from threadline.ui.forms import Form


class MomentForm(Form):
    """A moment of the family's own life."""

    title = forms.CharField(
        label="What happened", max_length=160, help_text="For example: the family moved, a grandparent died.",
        error_messages={"required": "Say what happened"},
    )  # fmt: skip
    when = forms.CharField(
        label="When", max_length=120, help_text="As closely as it is known: 3 February 2015, early 2014.",
        error_messages={"required": "Say when it was"},
    )  # fmt: skip
    source = forms.CharField(
        label="Where this is known from", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The family, an entry, a document.", error_messages={"required": "Say where it is known from"},
    )  # fmt: skip

    @property
    def lived(self) -> Lived:
        """What was said."""
        said = self.cleaned_data
        return Lived(said["title"], said["when"], said["source"])
