"""What people type to open a review and to change it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from threadline.agencies.models import Agency, Board
from threadline.domain.framework.pack import Pack
from threadline.reviews.actions import Dates, UnderWay
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
    )
    period_to = DayField(label="The period under review ends on")
    period_reason = forms.CharField(
        label="Why the period is longer than recommended",
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

    def __init__(self, *args: Any, board: Board | None, packs: Sequence[Pack], **options: Any) -> None:
        super().__init__(*args, **options)
        self.packs = {pack.digest: pack for pack in packs}
        self.fields["period_from"].help_text = " ".join(dict.fromkeys(map(how_far_back, packs)))
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


def how_far_back(pack: Pack) -> str:
    """What the method says of the beginning of the period, in its own numbers."""
    usual, longest = pack.limit("period_recommended").amount, pack.limit("period_exceptional").amount
    return (
        f"No more than {usual} months before the incident is recommended. Up to {longest} needs an exceptional reason."
    )


class OpenForm(ReviewForm):
    """A review's reference as well, which names nobody, and the method where the Board has more than one."""

    reference = forms.CharField(
        label="Reference",
        max_length=30,
        validators=Review._meta.get_field("reference").validators,
        help_text="Letters, figures and hyphens, for example R-2015-03. It stands in addresses, so it names nobody.",
    )
    pack = forms.ChoiceField(
        label="Which method is it held against?",
        widget=forms.RadioSelect,
        help_text="It stays with this version. Moving it to another later is possible, with a reason.",
    )
    decided_on = DayField(
        label="When did the Independent Chair decide to commission it?",
        help_text="The six months run from this day.",
    )
    because = forms.CharField(
        label="Why is there no referral on record here?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: the review began on paper before the Board used Threadline. Name nobody.",
        error_messages={"required": "Say why there is no referral on record here"},
    )
    field_order = ("reference", "decided_on", "because", "pack")

    def __init__(self, *args: Any, board: Board | None, packs: Sequence[Pack], **options: Any) -> None:
        super().__init__(*args, board=board, packs=packs, **options)
        choice = self.fields["pack"]
        choice.choices = [  # type: ignore[attr-defined]  # a choice field
            (digest, f"{pack.about.title}, version {pack.about.version}") for digest, pack in self.packs.items()
        ]
        choice.initial = next(iter(self.packs), "")
        if len(self.packs) < 2:
            del self.fields["pack"]

    @property
    def under_way(self) -> UnderWay:
        """The decision that was made elsewhere, once the form is valid."""
        return UnderWay(self.cleaned_data["decided_on"], self.cleaned_data["because"])

    @property
    def method(self) -> Pack:
        """The method chosen, or the only one there is, once the form is valid."""
        return self.packs[self.cleaned_data.get("pack") or next(iter(self.packs))]
