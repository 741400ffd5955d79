"""What people type to open a review and to change it."""

from collections.abc import Iterable
from typing import Any

from django import forms

from threadline.agencies.models import Agency, Board
from threadline.reviews.actions import Dates
from threadline.reviews.models import Review
from threadline.ui.forms import DayField, Form


class Choices(forms.ModelMultipleChoiceField):
    """Agencies as checkboxes, by name."""

    widget = forms.CheckboxSelectMultiple


class ReviewForm(Form):
    """The dates of a review and the agencies that contribute."""

    incident_on = DayField(
        label="When did the incident happen?", help_text="The day the child died or was seriously harmed."
    )
    period_from = DayField(
        label="The period under review begins on",
        help_text="No more than 12 months before the incident is recommended. Up to 24 needs an exceptional reason.",
    )
    period_to = DayField(label="The period under review ends on")
    period_reason = forms.CharField(
        label="Why the period is longer than 12 months",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Only where it is. Name nobody: everyone in the review can read this.",
    )
    agencies = Choices(
        queryset=Agency.objects.none(),
        required=False,
        label="Which agencies are asked for a timeline?",
        help_text="Every agency that knew the child or the family.",
    )
    new_agencies = forms.CharField(
        label="Other agencies",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One on each line, if they are not in the list above.",
    )

    def __init__(self, *args: Any, board: Board | None, **options: Any) -> None:
        super().__init__(*args, **options)
        agencies = self.fields["agencies"]
        agencies.queryset = Agency.objects.filter(board=board)  # type: ignore[attr-defined]  # a model choice field
        if board is None or not Agency.objects.filter(board=board).exists():
            del self.fields["agencies"]
            self.fields["new_agencies"].label = "Which agencies are asked for a timeline?"
            self.fields["new_agencies"].help_text = "One on each line. You can add more later."

    @property
    def dates(self) -> Dates:
        """The dates typed, once the form is valid."""
        return Dates(
            **{name: self.cleaned_data[name] for name in ("incident_on", "period_from", "period_to", "period_reason")}
        )

    @property
    def chosen(self) -> list[Agency]:
        """The agencies ticked."""
        return list(self.cleaned_data.get("agencies", ()))

    @property
    def named(self) -> Iterable[str]:
        """The names of agencies typed, one a line."""
        return [line.strip()[:120] for line in self.cleaned_data["new_agencies"].splitlines() if line.strip()]


class OpenForm(ReviewForm):
    """A review's reference as well, which names nobody."""

    reference = forms.CharField(
        label="Reference",
        max_length=30,
        validators=Review._meta.get_field("reference").validators,
        help_text="Letters, figures and hyphens, for example R-2015-03. It stands in addresses, so it names nobody.",
    )
    field_order = ("reference",)
