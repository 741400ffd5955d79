"""What reviewers say about questions to agencies, and what agencies answer."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from threadline.chronology.queries.questions import Line
from threadline.ui.forms import Form, TypedDayField

CHOOSE, ASIDE = "choose", "aside"
TO_ANSWER = timedelta(days=14)


class PickForm(Form):
    """Which of the questions on a page to ask, or to set aside with a reason."""

    questions = forms.MultipleChoiceField(
        label="Questions", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose one or more questions"},
    )  # fmt: skip
    because = forms.CharField(
        label="Reason for setting aside", required=False, max_length=1000,
        help_text="Needed only to set questions aside. They are then not raised again.",
    )  # fmt: skip

    def __init__(self, *args: Any, lines: Sequence[Line], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(str(each.question.pk), each.question.sentence) for each in lines]
        self.fields["questions"].choices = choices  # type: ignore[attr-defined]  # checkboxes
        self.hints = {str(each.question.pk): each.hint for each in lines if each.hint}

    @property
    def picked(self) -> list[UUID]:
        """The questions chosen."""
        return [UUID(each) for each in self.cleaned_data["questions"]]


class AsideForm(Form):
    """The reason for setting aside all that a check raises about an agency."""

    because = forms.CharField(label="Reason", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class MessageForm(Form):
    """The message to an agency, ready to be changed and sent."""

    text = forms.CharField(label="The message", max_length=60_000, widget=forms.Textarea(attrs={"rows": 18}))
    due_on = TypedDayField(label="To be answered by", help_text="For example, 14 March 2016.")
    seen = forms.IntegerField(widget=forms.HiddenInput)


def first_due() -> Any:
    """The day that is offered first."""
    return timezone.localdate() + TO_ANSWER


class OwnQuestionForm(Form):
    """A question of the reviewers' own about an entry."""

    text = forms.CharField(label="What do you want to ask?", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


class AnswerForm(Form):
    """An agency's answer to one question."""

    text = forms.CharField(
        label="Your answer", max_length=10_000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Say what the record holds and where. If it is not recorded, say so: that is an answer too.",
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput)


class SettleForm(Form):
    """What settled a question."""

    note = forms.CharField(
        label="Note", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Needed where the agency has not answered.",
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput)
