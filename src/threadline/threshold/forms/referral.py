"""A referral, an answer to a question of the test, and why the test is taken up again."""

from typing import Any

from django import forms
from django.utils import timezone

from threadline.domain.framework.pack import Ground, Limb
from threadline.domain.threshold.answers import Said
from threadline.threshold.actions import Facts, Given
from threadline.threshold.models import Answer, Referral
from threadline.ui.forms import DayField, Form

YES_NO = (("yes", "Yes"), ("no", "No"))
SAID = (("yes", "Yes"), ("no", "No"), (Said.UNSURE.value, "Not known yet"))


class ReferralForm(Form):
    """An incident referred to the Board."""

    reference = forms.CharField(
        label="Reference",
        max_length=30,
        validators=Referral._meta.get_field("reference").validators,
        help_text="Letters, figures and hyphens, for example N-2015-07. It names nobody.",
    )
    received_on = DayField(
        label="When was the Board told?", help_text="The Chair's month to decide runs from this day."
    )
    received_from = forms.CharField(
        label="Who told the Board?", max_length=200, help_text="Name or office, and the organisation."
    )
    incident_on = DayField(
        label="When did the incident happen?", help_text="The day the child died or was seriously harmed."
    )
    aware_on = DayField(
        label="When did the local authority become aware of it?",
        help_text="The five working days to notify Ofsted and the Board run from this day.",
    )
    about = forms.CharField(
        label="What happened?",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="What is known so far. Only the Board's business manager and Independent Chair read this.",
    )
    triggers = forms.MultipleChoiceField(
        label="Why was it notified?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="As the referral says. The answers to the test say whether it is so.",
    )
    lives_in = forms.CharField(
        label="Where does the child normally live?", max_length=120, help_text="The local authority's area. No address."
    )
    lives_here = forms.ChoiceField(
        label="Is that in this Board's area?",
        widget=forms.RadioSelect,
        choices=YES_NO,
        help_text="The Board of the area where the child normally lives decides.",
        error_messages={"required": "Select whether the child normally lives in this Board's area"},
    )
    led_here_because = forms.CharField(
        label="Why this Board decides all the same",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For example, agreed in writing with the other Board: by whom, and when. Leave it empty until it is.",
    )
    ofsted_told_on = DayField(label="When did the local authority tell Ofsted?", required=False)
    ofsted_proof = forms.CharField(
        label="What shows that Ofsted was told?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For example, the number of Ofsted's receipt, and where it is kept.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, triggers: tuple[Ground, ...], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["triggers"].choices = [(each.id, each.title) for each in triggers]  # type: ignore[attr-defined]  # checkboxes
        for name in ("received_on", "incident_on", "aware_on", "ofsted_told_on"):
            self.fields[name].latest = timezone.localdate()  # type: ignore[attr-defined]  # a DayField

    @property
    def facts(self) -> Facts:
        """The referral typed, once the form is valid."""
        typed = {name: self.cleaned_data[name] for name in Facts.__slots__}
        return Facts(**{**typed, "lives_here": typed["lives_here"] == "yes"})

    @staticmethod
    def initial_of(referral: Referral) -> dict[str, Any]:
        """A referral as the form shows it."""
        shown = {name: getattr(referral, name) for name in (*Facts.__slots__, "version")}
        return {**shown, "lives_here": "yes" if referral.lives_here else "no"}


class AnswerForm(Form):
    """One question of the test, with what shows the answer."""

    said = forms.ChoiceField(label="Answer", widget=forms.RadioSelect, choices=SAID)
    evidence = forms.CharField(
        label="What shows it?", required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The fact, as it was told or written. A yes or a no needs it.",
    )  # fmt: skip
    given_by = forms.CharField(
        label="Who says so?",
        required=False,
        max_length=200,
        help_text="Name and office, for example Dr Hale, paediatrician.",
    )
    source = forms.CharField(
        label="Where does it stand?", required=False, max_length=200, help_text="The report, letter or call it is from."
    )
    dated_on = DayField(label="Of which day is it?", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, limb: Limb, **options: Any) -> None:
        super().__init__(*args, **options)
        asked = self.fields["said"]
        asked.label, asked.help_text = limb.asks, limb.help
        asked.error_messages["required"] = "Select yes, no or not known yet"
        self.fields["dated_on"].latest = timezone.localdate()  # type: ignore[attr-defined]  # a DayField

    @property
    def given(self) -> Given:
        """The answer typed, once the form is valid."""
        typed = {name: self.cleaned_data[name] for name in Given.__slots__}
        return Given(**{**typed, "said": Said(typed["said"])})

    @staticmethod
    def initial_of(answer: Answer | None) -> dict[str, Any]:
        """An answer as the form shows it."""
        return {name: getattr(answer, name) for name in (*Given.__slots__, "version")} if answer else {"version": 0}


class AgainForm(Form):
    """Why the test is taken up again."""

    because = forms.CharField(
        label="Why is the test taken up again?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What is known now that was not known when the Chair decided.",
        error_messages={"required": "Say why the test is taken up again"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
