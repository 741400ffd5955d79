"""What agencies are asked by letter, and reminders."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from threadline.reviews.models import ContributingAgency
from threadline.threshold.actions import Asking
from threadline.ui.forms import DayField, Form


class TaskForm(Form):
    """The agencies asked, whom each letter addresses, by when, and the questions to bear in mind."""

    due_on = DayField(label="By when are the timelines wanted?", help_text="A working day.")
    questions = forms.CharField(
        label="Questions to bear in mind",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="They stand in every letter. Name nobody.",
    )

    def __init__(self, *args: Any, contributors: Sequence[ContributingAgency], **options: Any) -> None:
        super().__init__(*args, **options)
        self.contributors = contributors
        for each in contributors:
            self.fields[f"ask-{each.pk}"] = forms.BooleanField(
                label=f"Ask {each.agency.name}", required=False, initial=True
            )
            self.fields[f"to-{each.pk}"] = forms.CharField(
                label=f"Whom the letter to {each.agency.name} addresses", required=False, max_length=120
            )

    @property
    def pairs(self) -> list[tuple[Any, Any]]:
        """For each agency the box that asks it and the name of whom the letter addresses."""
        return [(self[f"ask-{each.pk}"], self[f"to-{each.pk}"]) for each in self.contributors]

    def clean(self) -> dict[str, Any]:
        """A name for every agency that is asked."""
        cleaned: dict[str, Any] = super().clean() or {}
        chosen = [each for each in self.contributors if cleaned.get(f"ask-{each.pk}")]
        if not chosen:
            raise ValidationError("Choose at least one agency to ask")
        for each in chosen:
            if not cleaned.get(f"to-{each.pk}", "").strip():
                self.add_error(f"to-{each.pk}", f"Say whom the letter to {each.agency.name} addresses")
        return cleaned

    @property
    def asking(self) -> Asking:
        """What is asked, once the form is valid."""
        said = self.cleaned_data
        asked = (each for each in self.contributors if said[f"ask-{each.pk}"])
        return Asking(said["due_on"], said["questions"], {each.pk: said[f"to-{each.pk}"] for each in asked})


class RemindForm(Form):
    """Whom a reminder addresses."""

    recipient = forms.CharField(label="Whom does the reminder address?", max_length=120)
