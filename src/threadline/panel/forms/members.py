"""What people type to appoint, to change and end an appointment, and to record what was considered."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone

from threadline.agencies.models import Agency
from threadline.domain.framework.pack import Post
from threadline.panel.actions import Appointed
from threadline.panel.models import Member
from threadline.ui.forms import DayField, Form


class AppointForm(Form):
    """Somebody for one post. Which fields there are depends on the post."""

    name = forms.CharField(label="Name", max_length=120)
    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        required=False,
        help_text="Their own, at work. They are invited to sign in, and sign their declaration first. "
        "Leave it empty for somebody who will not sign in.",
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    agency = forms.ChoiceField(label="Agency they speak for")
    service = forms.CharField(
        label="Service in it", max_length=160, required=False, help_text="For example, health visiting."
    )
    deputy_for = forms.ChoiceField(
        label="Deputy for", required=False, help_text="Only for somebody who comes when a member cannot."
    )
    route = forms.ChoiceField(
        label="By which route?", widget=forms.RadioSelect, error_messages={"required": "Select the route"}
    )
    comes_from = forms.CharField(
        label="Where they come from",
        max_length=160,
        required=False,
        help_text="Their employer or Board, or “independent”.",
    )
    skills = forms.MultipleChoiceField(label="What they bring", required=False, widget=forms.CheckboxSelectMultiple)
    experience = forms.CharField(
        label="Skills and experience",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What shows it: earlier reviews, training, posts held.",
    )
    from_on = DayField(label="From")
    to_on = DayField(label="Until", required=False, help_text="The last day. Leave it empty if it is not known yet.")
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(
        self, *args: Any, post: Post, agencies: Iterable[Agency], seats: Iterable[Member], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.post = post
        self.agencies = {str(each.pk): each for each in agencies}
        self.seats = {str(each.pk): each for each in seats}
        if post.id == "panel_member":
            self._drop("route", "comes_from", "skills", "experience")
            self._offer(
                "agency", [("", "Choose an agency"), *((key, each.name) for key, each in self.agencies.items())]
            )
            seats_said = ((key, f"{each.name}, {each.of}") for key, each in self.seats.items())
            self._offer("deputy_for", [("", "Nobody: a member in their own right"), *seats_said])
        else:
            self._drop("agency", "service", "deputy_for")
            self._offer("route", [(each.id, each.says) for each in post.routes])
            self._offer("skills", [(each, each) for each in post.skills])
        if not self.initial.get("from_on"):
            self.initial["from_on"] = timezone.localdate()

    def _drop(self, *names: str) -> None:
        for name in names:
            del self.fields[name]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a field of choices

    def appointed(self, origin: str) -> Appointed:
        """What was typed, once the form is valid."""
        said = self.cleaned_data
        return Appointed(
            post=self.post.id, name=said["name"], email=said.get("email", ""), from_on=said["from_on"],
            to_on=said["to_on"], agency=self.agencies.get(said.get("agency", "")), service=said.get("service", ""),
            comes_from=said.get("comes_from", ""), deputy_for=self.seats.get(said.get("deputy_for", "")),
            route=said.get("route", ""), skills=tuple(said.get("skills", ())),
            experience=said.get("experience", ""), origin=origin,
        )  # fmt: skip

    @staticmethod
    def initial_of(member: Member) -> dict[str, Any]:
        """How the form begins for a member who is on record."""
        fields = ("name", "service", "route", "comes_from", "skills", "experience", "from_on", "to_on", "version")
        begun = {name: getattr(member, name) for name in fields}
        return begun | {
            "agency": str(member.agency_id or ""),
            "deputy_for": str(member.deputy_for_id or ""),
            "email": member.user.email if member.user else "",
        }


class BecauseForm(Form):
    """Why: for an act that needs a reason. `asks` is the question."""

    because = forms.CharField(label="Why?", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, asks: str = "Why?", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["because"].label = asks
        self.fields["because"].error_messages["required"] = "Give the reasons"


class CoReviewerForm(Form):
    """Whether a co-reviewer is needed."""

    needed = forms.ChoiceField(
        label="Does this review need a co-reviewer?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes"), ("no", "No, the Lead Reviewer works alone")],
    )
    considered_on = DayField(label="When was it considered?")
    reasons = forms.CharField(
        label="Why?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="From the complexity of the case, and what the Lead Reviewer does and does not bring.",
        error_messages={"required": "Give the reasons"},
    )
