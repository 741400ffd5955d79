"""What people type to invite somebody, to end a role, and to look through the trail. Shape only."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.roles import Level, Role
from threadline.accounts.models import User
from threadline.administration.actions.roles import IN_PERSON, Invited, Routes
from threadline.administration.queries.trail import OUTCOMES, Sought, kinds
from threadline.agencies.models import Agency
from threadline.reviews.models import Review
from threadline.ui.forms import DayField, Form, TypedDayField
from threadline.ui.words import sentence

NOW, ON_A_DAY = "now", "day"


def begins(day: date) -> datetime:
    """When a day begins here."""
    return datetime.combine(day, time(), tzinfo=timezone.get_current_timezone())


LINK_ROUTES = (
    ("by post", "By post"),
    (IN_PERSON, "In person, on paper"),
    ("by e-mail", "By e-mail or text message, which you send yourself"),
)
CODE_ROUTES = (
    ("by telephone", "By telephone"),
    (IN_PERSON, "In person"),
    ("by post", "By post, in a letter of its own"),
)


class RoutesForm(Form):
    """How a one-time link and its code are passed on."""

    link_by = forms.ChoiceField(
        label="How will you pass on the link?",
        widget=forms.RadioSelect,
        choices=LINK_ROUTES,
        error_messages={"required": "Select how you will pass on the link"},
    )
    code_by = forms.ChoiceField(
        label="How will you pass on the code?",
        widget=forms.RadioSelect,
        choices=CODE_ROUTES,
        error_messages={"required": "Select how you will pass on the code"},
        help_text="Another way than the link, so that one letter in the wrong hands opens nothing.",
    )

    def clean(self) -> dict[str, Any]:
        """Whether the two go by different ways."""
        said = super().clean() or self.cleaned_data
        if said.get("link_by") == said.get("code_by") not in (None, IN_PERSON):
            self.add_error("code_by", "Select another way for the code than for the link")
        return said

    @property
    def routes(self) -> Routes:
        """What was chosen, once the form is valid."""
        return Routes(self.cleaned_data["link_by"], self.cleaned_data["code_by"])


class InviteForm(Form):
    """A person for a role, where, and for how long: with the fields that the role's level asks for."""

    name = forms.CharField(label="Name", max_length=120, help_text="As colleagues will see it.")
    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="Their own, at work. The invitation goes there, and they sign in with it.",
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    review = forms.ChoiceField(label="Review", error_messages={"required": "Select the review they take part in"})
    agency = forms.ChoiceField(label="Agency", error_messages={"required": "Select the agency they are from"})
    starts = DayField(label="From", required=False, help_text="Leave empty for today.")
    ends = DayField(label="Until", required=False, help_text="The last day. Leave empty if it is not known yet.")

    def __init__(
        self, *args: Any, role: Role, reviews: Iterable[Review], agencies: Iterable[Agency], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.role = role
        self.reviews = {str(review.pk): review for review in reviews}
        self.agencies = {str(agency.pk): agency for agency in agencies}
        if "review" in self.fields:
            self._offer("review", [("", "Choose a review"), *_named(self.reviews)])
        self._offer("agency", [("", "Choose an agency"), *_named(self.agencies)])
        if role.level is Level.BOARD:
            del self.fields["review"]
        if role.level is not Level.AGENCY:
            del self.fields["agency"]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a field of choices

    def clean(self) -> dict[str, Any]:
        """Whether the days are in order."""
        said = super().clean() or self.cleaned_data
        if said.get("starts") and said.get("ends") and said["ends"] < said["starts"]:
            self.add_error("ends", ValidationError("The last day must not be before the first"))
        return said

    def invited(self, origin: str) -> Invited:
        """What was typed, once the form is valid."""
        said = self.cleaned_data
        today = timezone.localdate()
        starts = timezone.now() if not said["starts"] or said["starts"] == today else begins(said["starts"])
        return Invited(
            email=said.get("email", ""), name=said["name"], role=self.role, starts=starts, origin=origin,
            ends=begins(said["ends"] + timedelta(days=1)) if said["ends"] else None,
            review=self.reviews.get(said.get("review", "")), agency=self.agencies.get(said.get("agency", "")),
            key=str(said.get("key", "")).replace("-", ""),
        )  # fmt: skip


class InviteReaderForm(InviteForm, RoutesForm):
    """Somebody who comes by a one-time link and a code: no e-mail address, and how the two are passed on."""

    email = None
    key = forms.UUIDField(widget=forms.HiddenInput)
    field_order = ("name", "review", "link_by", "code_by", "starts", "ends", "key")

    def __init__(self, *args: Any, **options: Any) -> None:
        options["initial"] = {"key": uuid.uuid4(), **options.get("initial", {})}
        super().__init__(*args, **options)
        self.fields["name"].help_text = "As they would like to be addressed."


class InviteSupporterForm(InviteReaderForm):
    """Somebody who stands beside a family member, in the review in which that person takes part."""

    review = None
    supports = forms.ChoiceField(
        label="Whom do they support?",
        help_text="They see what this person sees, and their part ends when this person's does.",
        error_messages={"required": "Select the person they support"},
    )
    field_order = ("name", "supports", "link_by", "code_by", "starts", "ends", "key")

    def __init__(self, *args: Any, family: Iterable[RoleHolding], **options: Any) -> None:
        super().__init__(*args, **options)
        self.family = {str(each.pk): each for each in family}
        told = [(key, f"{each.user}, review {each.review}") for key, each in self.family.items()]
        self._offer("supports", [("", "Choose a person"), *told])

    def invited(self, origin: str) -> Invited:
        """What was typed, once the form is valid."""
        beside = self.family[self.cleaned_data["supports"]]
        return replace(super().invited(origin), supports=beside, review=beside.review)


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
