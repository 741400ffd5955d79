"""What people type to invite somebody, to end a role, and to look through the trail. Shape only."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from threadline.access.roles import Level, Role
from threadline.accounts.models import User
from threadline.administration.actions import Invited
from threadline.administration.queries.trail import OUTCOMES, Sought, kinds
from threadline.agencies.models import Agency
from threadline.reviews.models import Review
from threadline.ui.forms import DayField, Form, TypedDayField
from threadline.ui.words import sentence

NOW, ON_A_DAY = "now", "day"


def begins(day: date) -> datetime:
    """When a day begins here."""
    return datetime.combine(day, time(), tzinfo=timezone.get_current_timezone())


class InviteForm(Form):
    """A person, a role, where, and for how long."""

    name = forms.CharField(label="Name", max_length=120, help_text="As colleagues will see it.")
    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="Their own, at work. The invitation goes there, and they sign in with it.",
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    role = forms.ChoiceField(label="Role", widget=forms.RadioSelect)
    review = forms.ChoiceField(
        label="Review", required=False, error_messages={"required": "Select the review they take part in"}
    )
    agency = forms.ChoiceField(label="Agency", required=False, help_text="Only for somebody who writes for one agency.")
    starts = DayField(label="From", required=False, help_text="Leave empty for today.")
    ends = DayField(label="Until", required=False, help_text="The last day. Leave empty if it is not known yet.")

    def __init__(
        self, *args: Any, roles: Iterable[Role], reviews: Iterable[Review], agencies: Iterable[Agency], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.roles = {role.key: role for role in roles}
        self.reviews = {str(review.pk): review for review in reviews}
        self.agencies = {str(agency.pk): agency for agency in agencies}
        self._offer("role", [(role.key, role.title) for role in self.roles.values()])
        at_board = any(role.level is Level.BOARD for role in self.roles.values())
        self.fields["review"].required = not at_board
        none = "No review: a role at the Board" if at_board else "Choose a review"
        self._offer("review", [("", none), *_named(self.reviews)])
        self._offer("agency", [("", "No agency"), *_named(self.agencies)])
        if all(role.level is Level.BOARD for role in self.roles.values()):
            del self.fields["review"], self.fields["agency"]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a field of choices

    def clean(self) -> dict[str, Any]:
        """Whether the place fits the role."""
        said = super().clean() or self.cleaned_data
        role = self.roles.get(said.get("role", ""))
        if (
            role is not None
            and role.level is not Level.BOARD
            and not said.get("review")
            and "review" not in self.errors
        ):
            self.add_error("review", f"Select the review in which they are {role.title}")
        if role is not None and role.level is Level.AGENCY and not said.get("agency"):
            self.add_error("agency", "Select the agency they write for")
        if said.get("starts") and said.get("ends") and said["ends"] < said["starts"]:
            self.add_error("ends", ValidationError("The last day must not be before the first"))
        return said

    def invited(self, origin: str) -> Invited:
        """What was typed, once the form is valid. A role that is not of a review has none, nor an agency."""
        said, role = self.cleaned_data, self.roles[self.cleaned_data["role"]]
        today = timezone.localdate()
        starts = timezone.now() if not said["starts"] or said["starts"] == today else begins(said["starts"])
        return Invited(
            email=said["email"], name=said["name"], role=role, starts=starts, origin=origin,
            ends=begins(said["ends"] + timedelta(days=1)) if said["ends"] else None,
            review=self.reviews.get(said.get("review", "")) if role.level is not Level.BOARD else None,
            agency=self.agencies.get(said.get("agency", "")) if role.level is Level.AGENCY else None,
        )  # fmt: skip


def _named(things: dict[str, Any]) -> list[tuple[str, str]]:
    return [(key, str(thing)) for key, thing in things.items()]


class EndForm(Form):
    """When a role ends, and why."""

    when = forms.ChoiceField(
        label="When does it end?",
        widget=forms.RadioSelect,
        choices=[(NOW, "At once"), (ON_A_DAY, "On a day to come")],
        initial=NOW,
    )
    last_day = TypedDayField(label="Last day", required=False, help_text="For example, 3 February 2015.")
    because = forms.CharField(
        label="Why does it end?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why the role ends"},
    )

    def clean(self) -> dict[str, Any]:
        """Whether a day was given where one is wanted."""
        said = super().clean() or self.cleaned_data
        if said.get("when") == ON_A_DAY and not said.get("last_day") and "last_day" not in self.errors:
            self.add_error("last_day", "Enter the last day")
        return said

    @property
    def on(self) -> datetime | None:
        """The moment after the last day; None for at once."""
        last = self.cleaned_data["last_day"] if self.cleaned_data["when"] == ON_A_DAY else None
        return begins(last + timedelta(days=1)) if last else None


class TrailForm(Form):
    """What somebody looks for in the trail."""

    person = forms.ChoiceField(label="Person", required=False)
    review = forms.ChoiceField(label="Review", required=False)
    kind = forms.ChoiceField(label="What was done", required=False)
    outcome = forms.ChoiceField(label="How it ended", required=False)
    first = TypedDayField(label="From", required=False)
    last = TypedDayField(label="To", required=False)
    before = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Iterable[User], reviews: Iterable[Review], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = {
            "person": [("", "Everybody"), *((str(each.pk), each.name) for each in people)],
            "review": [("", "All reviews, and the Board"), *((str(each.pk), each.reference) for each in reviews)],
            "kind": [("", "Anything"), *((key, sentence(told)) for key, told in kinds())],
            "outcome": [("", "However"), *((str(key), sentence(word)) for key, word in OUTCOMES.items())],
        }
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]  # a field of choices

    @property
    def sought(self) -> Sought:
        """What is looked for: everything, where the form was not understood."""
        names = ("person", "review", "kind", "outcome", "first", "last")
        said = self.cleaned_data if self.is_valid() else {}
        return Sought(**{name: said[name] for name in names if said.get(name)})
