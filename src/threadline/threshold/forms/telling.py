"""What national bodies were told and advised."""

from typing import Any

from django import forms
from django.utils import timezone

from threadline.domain.threshold.course import COMMISSION
from threadline.threshold.actions import Told
from threadline.threshold.models import Body, Decision
from threadline.ui.forms import DayField, Form

BODIES = {Body.OFSTED: "Ofsted", Body.DFE: "Department for Education", Body.PANEL: "National Panel"}


class TellForm(Form):
    """Which bodies were told of the decision, when and how, and what proves it."""

    bodies = forms.MultipleChoiceField(
        label="Who was told?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select which of the national bodies were told"},
    )
    told_on = DayField(label="When were they told?")
    how = forms.CharField(label="How?", max_length=120, help_text="For example, by secure e-mail.")
    proof = forms.CharField(
        label="What proves it?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="A receipt, an answer, the number of the message, and where it is kept.",
    )
    file = forms.FileField(
        label="Or the proof as a file", required=False, max_length=200, help_text="An e-mail, a PDF, a scan."
    )
    notification_enclosed = forms.BooleanField(
        label="The incident notification was enclosed for the National Panel", required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, decision: Decision, not_told: "list[Body]", keeps_files: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["bodies"].choices = [(each.value, BODIES[each]) for each in not_told]  # type: ignore[attr-defined]  # checkboxes
        self.fields["told_on"].latest = timezone.localdate()  # type: ignore[attr-defined]  # a DayField
        if decision.option == COMMISSION:
            del self.fields["notification_enclosed"]
        if not keeps_files:
            del self.fields["file"]
            self.fields["proof"].required = True

    @property
    def told(self) -> Told:
        """What was typed, once the form is valid."""
        said = self.cleaned_data
        file = said.get("file")
        return Told(
            said["bodies"], said["told_on"], said["how"], said["proof"], (file.name, file.read()) if file else None,
            said.get("notification_enclosed", False),
        )  # fmt: skip


class BecauseForm(Form):
    """Why a record is taken back."""

    because = forms.CharField(
        label="What was wrong with the record?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what was wrong with the record"},
    )


class AdviceForm(Form):
    """What a national body advised."""

    body = forms.ChoiceField(
        label="Who advised?", widget=forms.RadioSelect, choices=[(each.value, BODIES[each]) for each in Body],
        error_messages={"required": "Select who advised"},
    )  # fmt: skip
    received_on = DayField(label="When did the advice come?")
    says = forms.CharField(
        label="What do they advise?",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="In their own words where you can.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["received_on"].latest = timezone.localdate()  # type: ignore[attr-defined]  # a DayField


class ReplyForm(Form):
    """The Board's answer to advice."""

    followed = forms.ChoiceField(
        label="Does the Board follow the advice?",
        widget=forms.RadioSelect,
        choices=(("yes", "Yes"), ("no", "No")),
        error_messages={"required": "Select whether the Board follows the advice"},
    )
    reply = forms.CharField(
        label="The Board's reasons",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="The Board has regard to the advice, and says why it follows it or not.",
    )
    replied_on = DayField(label="When did the Board answer?")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["replied_on"].latest = timezone.localdate()  # type: ignore[attr-defined]  # a DayField
