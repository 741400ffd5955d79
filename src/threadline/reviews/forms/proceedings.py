"""What people type about proceedings beside the review, and about holds. Shape only."""

from typing import Any

from django import forms
from django.utils import timezone

from threadline.domain.framework.pack import Hold as Kind
from threadline.domain.framework.registry import ACTS
from threadline.reviews.forms.scoping import VersionForm, long
from threadline.reviews.models import Contact, Process
from threadline.ui.forms import DayField, Form

STANDINGS = [choice for choice in Process.Standing.choices if choice[0] != Process.Standing.NONE]


class ProcessForm(Form):
    """A process."""

    title = forms.CharField(
        label="What is it?", max_length=120, help_text="For example: inquest at Westmarch Coroner’s Court. Name nobody."
    )
    standing = forms.ChoiceField(label="Where does it stand?", widget=forms.RadioSelect, choices=STANDINGS)
    led_by = forms.CharField(
        label="Who leads it and can be asked?",
        max_length=200,
        help_text="Name and office, for example DS Sorrel, police.",
    )
    next_what = forms.CharField(label="What comes next in it?", max_length=200, required=False)
    next_on = DayField(label="When?", required=False)
    opportunities = long(
        "What opportunities does it bring?", "For example: statements that can be shared.", required=False
    )
    risks = long("What are the risks?", "For example: speaking with a witness before the trial.", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, initial=1)


class ContactForm(Form):
    """What was said."""

    on = DayField(label="When was it?")
    office = forms.ChoiceField(label="Which office?", widget=forms.RadioSelect, choices=Contact.Office.choices)
    with_whom = forms.CharField(label="Who was spoken with?", max_length=200, help_text="Name and post.")
    how = forms.ChoiceField(label="How?", widget=forms.RadioSelect, choices=Contact.How.choices)
    said = long("What was said?", "It cannot be changed later. If something is wrong, record another contact.", rows=6)


class SettleForm(VersionForm):
    """What must wait and what may go on."""

    waits = forms.MultipleChoiceField(
        label="What must wait?", required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(act, words[:1].upper() + words[1:]) for act, words in ACTS.items()],
    )  # fmt: skip
    may_go_on = long("What may go on?")
    settled_with = forms.CharField(label="With whom was it settled?", max_length=200, help_text="Name and office.")
    on = DayField(label="When was it settled?")


class ConfirmForm(Form):
    """A meeting's confirmation."""

    on = DayField(label="When was it confirmed?")
    meeting = forms.CharField(label="At which meeting?", max_length=120, initial="the initial panel meeting")
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class HoldForm(Form):
    """A hold of one kind."""

    acts = forms.MultipleChoiceField(
        label="What else must wait?", required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip
    since = DayField(label="Since when?")
    asked_by = forms.CharField(
        label="Who asked for it?", max_length=200, help_text="Name and office: people are told to ask them."
    )
    because = long("What did they say?", "Everyone in the review can read this. Name nobody.")

    def __init__(self, *args: Any, kind: Kind, **options: Any) -> None:
        options["initial"] = {"since": timezone.localdate()} | options.get("initial", {})
        super().__init__(*args, **options)
        self.fields["acts"].choices = [  # type: ignore[attr-defined]  # checkboxes
            (act, ACTS[act][:1].upper() + ACTS[act][1:]) for act in kind.may_block
        ]


class KeepForm(VersionForm):
    """A hold that must go on."""

    asked = DayField(label="When did you ask?")


class ReleaseForm(VersionForm):
    """The end of a hold."""

    authority = forms.CharField(label="Who allowed it?", max_length=200, help_text="Name and office.")
    reason = long("Why can it end?", "Everyone in the review can read this. Name nobody.")
