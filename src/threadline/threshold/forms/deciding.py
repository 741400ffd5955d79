"""The recommendation of the threshold meeting and the Chair's decision."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from threadline.domain.threshold.course import ASK, COMMISSION
from threadline.domain.threshold.decisions import Choice
from threadline.reviews.models import Review
from threadline.threshold.actions import Opening, Proposal, Ruling
from threadline.threshold.actions.deciding import OTHER_REVIEW
from threadline.threshold.models import Recommendation, Referral
from threadline.ui.forms import DayField, Form

OPENING = ("reference", "period_from", "period_to", "period_reason")


class OptionForm(Form):
    """One of the decisions that the answers leave open; one to commission says what the review is opened with."""

    option = forms.ChoiceField(label="Decision", widget=forms.RadioSelect)
    reference = forms.CharField(
        label="Reference of the review",
        required=False,
        max_length=30,
        validators=Review._meta.get_field("reference").validators,
        help_text="For example R-2015-03. It stands in addresses, so it names nobody.",
    )
    period_from = DayField(
        label="The period under review begins on",
        required=False,
        help_text="Further back than the method recommends needs an exceptional reason, and it has an end.",
    )
    period_to = DayField(label="The period under review ends on", required=False)
    period_reason = forms.CharField(
        label="Why the period is longer than recommended", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    reasons = forms.CharField(label="Reasons", widget=forms.Textarea(attrs={"rows": 5}))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, choices: Sequence[Choice], review_is_open: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["option"].choices = [(each.id, each.title) for each in choices if each.is_open]  # type: ignore[attr-defined]  # radios
        if review_is_open:
            for name in OPENING:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Everything that a decision to commission needs, where the review is still to be opened."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("option") == COMMISSION and "reference" in self.fields:
            for name in ("reference", "period_from", "period_to"):
                if name not in self.errors and not cleaned.get(name):
                    self.add_error(name, ValidationError(self.fields[name].error_messages["required"], code="required"))
        return cleaned

    @property
    def opening(self) -> Opening | None:
        """What the review would be opened with, once the form is valid."""
        said = self.cleaned_data
        if said["option"] != COMMISSION or "reference" not in self.fields:
            return None
        return Opening(**{name: said[name] for name in OPENING})


class RecommendForm(OptionForm):
    """What the threshold meeting recommends."""

    met_on = DayField(label="When did the threshold meeting meet?")
    took_part = forms.CharField(
        label="Who took part?",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="One on each line: name, office and organisation.",
        error_messages={"required": "Name who took part in the threshold meeting"},
    )
    stood_aside = forms.CharField(
        label="Who stood aside, and why?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Anyone who knew the child or family, or supervised somebody who did.",
    )
    field_order = ("met_on", "took_part", "stood_aside", "option")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["option"].label = "What does the meeting recommend?"
        self.fields["option"].error_messages["required"] = "Select what the meeting recommends"
        self.fields["reasons"].label = "Why does the meeting recommend this?"
        self.fields["met_on"].latest = timezone.localdate()  # type: ignore[attr-defined]  # a DayField

    @property
    def proposal(self) -> Proposal:
        """The recommendation typed, once the form is valid."""
        said = self.cleaned_data
        return Proposal(
            said["option"], said["reasons"], said["met_on"], lines(said["took_part"]), said["stood_aside"], self.opening
        )


class DecideForm(OptionForm):
    """What the Chair decides."""

    other_what = forms.CharField(label="Which kind of review?", required=False, max_length=500)
    other_whom = forms.CharField(label="Who leads it?", required=False, max_length=200)
    other_when = DayField(label="By when does it report?", required=False)
    ask_what = forms.CharField(
        label="What is still to be found out?", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    ask_whom = forms.CharField(label="Who is asked?", required=False, max_length=200)
    ask_when = DayField(label="By when?", required=False)
    decided_on = DayField(label="When did you decide?")
    told = forms.CharField(
        label="Who else is told?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One on each line, with who tells them: agencies, the family. Ofsted, the Department for "
        "Education and the National Panel always are.",
    )
    field_order = ("option",)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["option"].label = "What do you decide?"
        self.fields["option"].error_messages["required"] = "Select what you decide"
        self.fields["reasons"].label = "Your reasons"
        self.fields["reasons"].error_messages["required"] = "Enter your reasons"
        self.fields["reasons"].help_text = "The national bodies read them. Name no family member and no practitioner."
        self.fields["decided_on"].latest = timezone.localdate()  # type: ignore[attr-defined]  # a DayField

    @property
    def ruling(self) -> Ruling:
        """The decision typed, once the form is valid."""
        said, option = self.cleaned_data, self.cleaned_data["option"]
        start = {OTHER_REVIEW: "other", ASK: "ask"}.get(option, "")
        more = (said[f"{start}_what"], said[f"{start}_whom"], said[f"{start}_when"]) if start else ("", "", None)
        return Ruling(option, said["reasons"], said["decided_on"], *more, lines(said["told"]))


def lines(text: str) -> tuple[str, ...]:
    """What was typed one on each line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def opening_of(referral: Referral, recommendation: Recommendation | None) -> dict[str, Any]:
    """What the form to open a review starts from: what was proposed, else the year before the incident."""
    if recommendation and recommendation.reference:
        return {name: getattr(recommendation, name) for name in OPENING}
    on = referral.incident_on
    start = on.replace(year=on.year - 1, day=28 if (on.month, on.day) == (2, 29) else on.day)
    return {"period_from": start, "period_to": on}
