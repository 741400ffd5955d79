"""What people type about the timetable. Shape only."""

from typing import Any

from django import forms

from threadline.reviews.forms.scoping import VersionForm
from threadline.ui.forms import DayField, Form


class DecidedForm(Form):
    """The day the review was decided on."""

    decided_on = DayField(
        label="When did the Independent Chair decide to hold the review?",
        help_text="Every other date is proposed from this day, with England’s bank holidays left out.",
    )


class MeetingForm(VersionForm):
    """When something was agreed, and where."""

    agreed_on = DayField(label="Agreed on")
    meeting = forms.CharField(
        label="At which meeting?", max_length=120, required=False, help_text="For example: the initial panel meeting."
    )


class MoveForm(Form):
    """What is to become of a milestone: asked first, so that the effect can be shown before anything is saved."""

    PLAN, DONE = "plan", "done"
    what = forms.ChoiceField(
        label="What has changed?", widget=forms.RadioSelect, initial=PLAN,
        choices=[(PLAN, "It is planned for another day"), (DONE, "It has been reached")],
    )  # fmt: skip
    to = DayField(label="On which day?")
    fixed = forms.BooleanField(
        label="The day is settled: if something before it slips, show a clash instead of moving it", required=False
    )


class BecauseForm(VersionForm):
    """The reason under which a change is counted in the drift."""

    because = forms.CharField(
        label="What does the change come from?", max_length=200, required=False,
        help_text="It completes “21 days later, 14 of them from …”. For example: waiting for the police timeline.",
    )  # fmt: skip


class AddForm(VersionForm):
    """A milestone of the review's own."""

    title = forms.CharField(label="What is it?", max_length=120, help_text="For example: third panel meeting.")
    lane = forms.ChoiceField(label="Where does it stand?", widget=forms.RadioSelect)
    after = forms.MultipleChoiceField(
        label="What does it come after?", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="If one of these slips beyond it, it moves with it.",
    )  # fmt: skip
    to = DayField(label="On which day?")

    def __init__(self, *args: Any, lanes: list[tuple[str, str]], milestones: list[tuple[str, str]], **options: Any):
        super().__init__(*args, **options)
        self.fields["lane"].choices = lanes  # type: ignore[attr-defined]  # radios
        self.fields["after"].choices = milestones  # type: ignore[attr-defined]  # checkboxes


class ClosedForm(Form):
    """A day on which nobody works."""

    closed = DayField(
        label="Which day?", help_text="England’s bank holidays are left out already. One proclaimed late is not."
    )
