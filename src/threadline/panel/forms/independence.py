"""The declaration of independence as a form, made from the pack's questions; and the safe-recruitment record."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from threadline.domain.framework.pack import Question
from threadline.panel.actions import Answer
from threadline.panel.models import Declaration
from threadline.ui.forms import DayField, Form

YES, NO, UNSURE = "yes", "no", "unsure"
ANSWERS = {YES: True, NO: False, UNSURE: None}
DETAIL = "If yes or not sure, say more"


class DeclarationForm(Form):
    """Every question with an answer and room to explain it; then a signature, or the day it was signed on paper."""

    def __init__(self, *args: Any, questions: Sequence[Question], on_paper: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.questions = questions
        for each in questions:
            answer = forms.ChoiceField(
                label=each.asks,
                widget=forms.RadioSelect,
                choices=[(NO, "No"), (YES, "Yes"), (UNSURE, "Not sure")],
                error_messages={"required": f"Answer: {each.asks}"},
            )
            detail = forms.CharField(
                label=DETAIL, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
            )
            self.fields[f"answer-{each.id}"], self.fields[f"detail-{each.id}"] = answer, detail
        if on_paper:
            self.fields["signed_on"] = DayField(label="When was it signed?", latest=timezone.localdate())
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput)
        else:
            self.fields["true"] = forms.BooleanField(
                label="What I have said is true and complete. I will say so at once if any of it changes.",
                error_messages={"required": "Confirm that what you have said is true and complete"},
            )
            self.fields["signed_name"] = forms.CharField(
                label="Sign with your name",
                max_length=120,
                help_text="As it stands at the top of the page.",
                error_messages={"required": "Sign with your name"},
            )

    def clean(self) -> dict[str, Any]:
        """Whether each yes and each not sure is explained."""
        said = super().clean() or self.cleaned_data
        for each in self.questions:
            if said.get(f"answer-{each.id}") in (YES, UNSURE) and not said.get(f"detail-{each.id}", "").strip():
                self.add_error(f"detail-{each.id}", ValidationError(f"Say more about: {each.asks}"))
        return said

    def answers(self) -> dict[str, Answer]:
        """What was answered, by question, once the form is valid."""
        said = self.cleaned_data
        return {
            each.id: Answer(ANSWERS[said[f"answer-{each.id}"]], said[f"detail-{each.id}"]) for each in self.questions
        }

    @staticmethod
    def initial_of(signed: Declaration | None) -> dict[str, str]:
        """How the form begins for somebody who signed before."""
        begun: dict[str, str] = {}
        words = {answer: key for key, answer in ANSWERS.items()}
        for each in signed.answers if signed else []:
            begun |= {f"answer-{each['id']}": words[each["answer"]], f"detail-{each['id']}": each["detail"]}
        return begun


class RecruitmentForm(Form):
    """A safe-recruitment check that was seen."""

    check = forms.ChoiceField(
        label="Which check did you see?", widget=forms.RadioSelect, error_messages={"required": "Select the check"}
    )
    seen_on = DayField(label="When was it seen?")
    note = forms.CharField(
        label="Note",
        required=False,
        max_length=300,
        help_text="Where the evidence is kept. No certificate number, and nothing that a certificate says.",
    )

    def __init__(self, *args: Any, wanted: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["check"].choices = list(wanted)  # type: ignore[attr-defined]  # a field of choices
        self.fields["seen_on"].latest = timezone.localdate()  # type: ignore[attr-defined]  # a DayField
