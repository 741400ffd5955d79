"""What people type about a meeting: when it is, who came, what was said and decided, its minutes."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from threadline.domain.framework.pack import Agenda
from threadline.domain.meetings.attendance import Came
from threadline.panel.actions import Said, Tap, When
from threadline.panel.models import Attendance, Meeting
from threadline.panel.queries.meetings import ItemTaken
from threadline.panel.settling import Follows
from threadline.ui.forms import DayField, Form, TypedDayField

CLOCK = re.compile(r"(\d{1,2})[:.]?(\d{2})?\s*(am|pm)?", re.IGNORECASE)
CAME = [
    (Came.PRESENT, "Present"),
    (Came.DEPUTY, "A deputy came"),
    (Came.APOLOGIES, "Apologies"),
    (Came.ABSENT, "Absent"),
]
AGREED, NOT_AGREED, OPEN = "agreed", "not", ""


class ClockField(forms.CharField):
    """A time of day as people write it: 10am, 14:30, 2.30pm. Cleans to a time."""

    def clean(self, value: Any) -> dt.time:  # type: ignore[override]  # a time, not words
        """The time. Raises ValidationError for what is none."""
        typed = super().clean(value).strip()
        found = CLOCK.fullmatch(typed)
        if found:
            hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
            hour = hour % 12 + 12 * (half == "pm") if half and 1 <= hour <= 12 else hour
            if hour < 24 and minute < 60:
                return dt.time(hour, minute)
        raise ValidationError(f"{self.label} must be a time, like 10am or 14:30", code="invalid")


class WhenForm(Form):
    """When and where a meeting is; of which kind, where it is called anew."""

    kind = forms.ChoiceField(
        label="Which meeting?", widget=forms.RadioSelect, error_messages={"required": "Select which meeting it is"}
    )
    day = DayField(label="Day")
    starts = ClockField(label="Begins at", max_length=10, help_text="For example, 10am or 14:30.")
    ends = ClockField(label="Ends at", max_length=10)
    place = forms.CharField(
        label="Where",
        required=False,
        max_length=200,
        help_text="A room or a link. It is shown to those who may see the meeting, and goes into no calendar.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, agendas: Iterable[Agenda] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = [(each.id, each.title) for each in agendas]
        if kinds:
            self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # radios
        else:
            del self.fields["kind"]

    def when(self) -> When:
        """What was typed, once the form is valid."""
        said, zone = self.cleaned_data, timezone.get_current_timezone()
        begins, ends = (dt.datetime.combine(said["day"], said[name], tzinfo=zone) for name in ("starts", "ends"))
        return When(begins, ends, said["place"])

    @staticmethod
    def initial_of(meeting: Meeting) -> dict[str, Any]:
        """How the form begins for a meeting that is called."""
        begins, ends = timezone.localtime(meeting.starts), timezone.localtime(meeting.ends)
        return {
            "day": begins.date(), "starts": f"{begins:%H:%M}", "ends": f"{ends:%H:%M}", "place": meeting.place,
            "version": meeting.version,
        }  # fmt: skip


class AttendanceForm(Form):
    """How each expected person came, and who chaired."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, seats: Sequence[Attendance], deputies: dict[object, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.seats = seats
        for seat in seats:
            label = f"{seat.name}, {seat.of}" if seat.of else seat.name
            came = forms.ChoiceField(label=label, required=False, widget=forms.RadioSelect, choices=CAME)
            deputy = forms.CharField(label=f"Who came for {seat.name}", required=False, max_length=120)
            said_before = (Came.DEPUTY if seat.deputy_name else Came.APOLOGIES) if seat.cannot_come else ""
            came.initial = seat.came or said_before
            deputy.initial = seat.deputy_name or deputies.get(seat.member_id, "")
            self.fields[f"came-{seat.pk}"], self.fields[f"deputy-{seat.pk}"] = came, deputy
        chairs = [("", "Not recorded"), *((str(each.pk), each.name) for each in seats)]
        chaired = forms.ChoiceField(label="Who chaired the meeting?", required=False, choices=chairs)
        chaired.initial = next((str(each.pk) for each in seats if each.chaired), "")
        self.fields["chaired"] = chaired

    def taps(self) -> dict[int, Tap]:
        """What was recorded, by attendance id, once the form is valid."""
        said = self.cleaned_data
        return {each.pk: Tap(said[f"came-{each.pk}"], said[f"deputy-{each.pk}"]) for each in self.seats}

    @property
    def chair(self) -> int | None:
        """Who chaired, by attendance id; None where that is not recorded."""
        chosen = self.cleaned_data["chaired"]
        return int(chosen) if chosen else None


class ReplyForm(Form):
    """Whether somebody comes, and who comes instead."""

    comes = forms.ChoiceField(
        label="Can you come?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes"), ("no", "No")],
        error_messages={"required": "Select whether you can come"},
    )
    deputy = forms.CharField(
        label="Who comes instead?",
        required=False,
        max_length=120,
        help_text="Your deputy on the Panel, so that your agency is heard. Leave it empty if nobody can.",
    )


class AttendeeForm(Form):
    """Somebody who attends besides the Panel."""

    name = forms.CharField(label="Name", max_length=120)
    of = forms.CharField(label="Role or agency", required=False, max_length=160, help_text="For example, minute taker.")


class ItemForm(Form):
    """Everything said about one item: the note, the decisions it must reach, one more, one action."""

    note = forms.CharField(label="Notes", required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 8}))
    version = forms.IntegerField(widget=forms.HiddenInput)
    more = forms.CharField(label="Another decision, in the meeting's own words", required=False, max_length=500)
    action = forms.CharField(label="What is to be done", required=False, max_length=500)
    owner = forms.ChoiceField(label="Who does it", required=False)
    due_on = TypedDayField(label="By when", required=False, help_text="For example, 3 February 2016.")

    def __init__(
        self, *args: Any, taken: ItemTaken, seats: Sequence[Attendance], follows: Mapping[str, Follows], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.taken, self.seats = taken, {str(each.pk): each for each in seats}
        owners = [("", "Choose somebody"), *((key, each.name) for key, each in self.seats.items())]
        self.fields["owner"].choices = owners  # type: ignore[attr-defined]  # a list to choose from
        self.initial.setdefault("note", taken.note.text if taken.note else "")
        self.initial.setdefault("version", taken.note.version if taken.note else 0)
        for each in taken.decisions:
            kind, decided = each.wanted.id, each.decided
            choice = forms.ChoiceField(
                label=each.wanted.words,
                required=False,
                widget=forms.RadioSelect,
                choices=[(AGREED, "Agreed"), (NOT_AGREED, "Considered, and not agreed")],
            )
            told = forms.CharField(label="Said about this decision", required=False, max_length=2000)
            choice.initial = "" if decided is None else AGREED if decided.agreed else NOT_AGREED
            told.initial = decided.note if decided else ""
            seen = forms.CharField(required=False, widget=forms.HiddenInput)
            if kind in follows:
                choice.help_text, seen.initial = follows[kind].says, follows[kind].seen
            self.fields.update({f"decided-{kind}": choice, f"told-{kind}": told, f"seen-{kind}": seen})

    @property
    def stands(self) -> dict[str, str]:
        """What the page says unseen of the item as it stands: the note's version, what each decision would settle."""
        unseen = (name for name in self.fields if name == "version" or name.startswith("seen-"))
        return {name: str(self.get_initial_for_field(self.fields[name], name)) for name in unseen}

    def said(self) -> Said:
        """What was typed, once the form is valid."""
        said = self.cleaned_data
        kinds = [each.wanted.id for each in self.taken.decisions]
        return Said(
            text=said["note"],
            version=said["version"],
            decisions={
                kind: (said[f"decided-{kind}"] == AGREED, said[f"told-{kind}"])
                for kind in kinds
                if said[f"decided-{kind}"] != OPEN
            },
            seen={kind: said[f"seen-{kind}"] for kind in kinds},
            more=said["more"],
            action_words=said["action"],
            owner=self.seats.get(said["owner"]),
            due_on=said["due_on"],
        )


class MinutesForm(Form):
    """The minutes, a box for each section."""

    number = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, sections: Sequence[dict[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        for each in sections:
            rows = min(20, 3 + each["text"].count("\n") + len(each["text"]) // 80)
            box = forms.CharField(label=each["title"], required=False, widget=forms.Textarea(attrs={"rows": rows}))
            box.initial = each["text"]
            self.fields[f"text-{each['key']}"] = box

    def texts(self) -> dict[str, str]:
        """What was typed, by section, once the form is valid."""
        return {name.removeprefix("text-"): said for name, said in self.cleaned_data.items() if name != "number"}


class DoneForm(Form):
    """What came of an action."""

    done_note = forms.CharField(
        label="What was done?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what was done"},
    )
