"""What people write of key events and key practice episodes."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms

from threadline.chronology.actions import Confirmation
from threadline.chronology.models import KeyEpisode, KeyEvent
from threadline.ui.forms import DayField, Form

LONG = 4000


def _long(label: str, hint: str) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=hint, required=False, max_length=LONG, widget=area)


class KeyEventForm(Form):
    """A key event: its title, and what the method asks of each. Only the title is needed to begin with."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)
    title = forms.CharField(
        label="Title", max_length=160, help_text="A few words by which the panel will know it.",
        error_messages={"required": "Give it a title"},
    )  # fmt: skip
    practice = forms.ChoiceField(
        label="Action or inaction", choices=[*KeyEvent.Practice.choices, ("", "Not said yet")], required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    did = _long("What was done or left undone", "The facts, as the records show them.")
    decision = _long("The decision", "What was decided, or what was taken for granted without a decision.")
    decided_by = forms.CharField(
        label="Who made the decision", help_text="The role and agency, not a name: “duty social worker”.",
        required=False, max_length=200,
    )  # fmt: skip
    known = _long("What was known then", "To those who decided, on that day. “As known then” shows it.")
    sense = _long("Why it made sense at the time", "As the people involved saw it. Ask them before you judge.")
    influences = _long("What influenced it", "Workload, supervision, guidance, other agencies, the family.")
    usual = _long("What was usual practice", "What most practitioners here would have done, and how you know.")
    episode = forms.ChoiceField(label="Key practice episode", required=False)

    def __init__(self, *args: Any, episodes: Iterable[KeyEpisode], **options: Any) -> None:
        super().__init__(*args, **options)
        self.episodes = {str(each.pk): each for each in episodes}
        choices = [("", "None"), *((key, each.title) for key, each in self.episodes.items())]
        self.fields["episode"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def told(self) -> Mapping[str, str]:
        """The answers, by the names of `KeyEvent.ASKED`."""
        return {name: self.cleaned_data[name] for name in KeyEvent.ASKED}

    @property
    def chosen(self) -> KeyEpisode | None:
        """The episode it is part of."""
        return self.episodes.get(self.cleaned_data["episode"])


class ConfirmForm(Form):
    """The panel's word on a key event."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    met_on = DayField(label="When the panel met")
    minuted = forms.CharField(
        label="Where the decision is minuted", max_length=300, help_text="For example: initial panel meeting, minute 4."
    )

    def confirmation_by(self, word: tuple[date, str] | None) -> Confirmation:
        """What was said; with the reference of the panel's decision, where one of that day is on record."""
        met_on = self.cleaned_data["met_on"]
        reference = word[1] if word and word[0] == met_on else ""
        return Confirmation(met_on, self.cleaned_data["minuted"], reference)


class EpisodeForm(Form):
    """A key practice episode."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)
    title = forms.CharField(label="Title", max_length=160, error_messages={"required": "Give it a title"})
    about = _long("What it is about", "The stretch of work, from when to when, and why it matters to the review.")
