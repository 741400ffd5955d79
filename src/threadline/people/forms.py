"""What people type about someone named in a case. Shape only."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.people.actions import Details
from threadline.people.identifiers import KINDS, tidy
from threadline.people.identifiers import LONGEST as LONGEST_NUMBER
from threadline.people.models import KnownAs, Person
from threadline.ui.forms import DayField, Form
from threadline.ui.words import day

LONGEST = KnownAs._meta.get_field("text").max_length or 0


def _number(kind: str, hint: str) -> forms.CharField:
    return forms.CharField(label=KINDS[kind], max_length=LONGEST_NUMBER, required=False, help_text=hint)


class PersonForm(Form):
    """A person, and the names records use."""

    name = forms.CharField(
        label="Name",
        max_length=120,
        help_text="As it should stand on screens. Reports and letters use another name, below.",
    )
    kind = forms.ChoiceField(
        label="Who is it?",
        widget=forms.RadioSelect,
        choices=Person.Kind.choices,
        error_messages={"required": "Select who this person is"},
    )
    relation = forms.CharField(
        label="Relation or profession",
        max_length=120,
        required=False,
        help_text="For example, mother, or health visitor.",
    )
    agency = forms.ChoiceField(label="Agency", required=False, help_text="For practitioners: whom they worked for.")
    pseudonym = forms.CharField(
        label="Name in reports and letters",
        max_length=60,
        required=False,
        help_text="Never their own name. Leave empty and we suggest one, such as Child A, Mother, or Health visitor 1.",
    )
    born_on = DayField(
        label="Date of birth",
        required=False,
        help_text="For children, so that the chronology can say how old they were.",
    )
    also = forms.CharField(
        label="Other names the records use",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="One on each line: initials, titles, first names, words like “Mum”. Entries are found by any.",
    )
    nhs = _number("nhs", "10 figures, for example 943 476 5919.")
    upn = _number("upn", "For a child at school: a letter and 12 figures.")
    police = _number("police", "")
    social_care = _number("social_care", "")
    other = _number("other", "")
    account = forms.ChoiceField(
        label="Comes into the service as",
        required=False,
        help_text="If they take part. Nobody of the family is ever shown where another of them lives.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, agencies: Iterable[Agency], accounts: Iterable[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.accounts = {str(each.pk): each for each in accounts}
        people = [
            ("", "Nobody: they have no role in the review"),
            *((key, each.name) for key, each in self.accounts.items()),
        ]
        self.fields["account"].choices = people  # type: ignore[attr-defined]  # a field of choices
        self.agencies = {str(each.pk): each for each in agencies}
        offered = [("", "None, or not known"), *((key, each.name) for key, each in self.agencies.items())]
        self.fields["agency"].choices = offered  # type: ignore[attr-defined]  # a field of choices
        self.fields["born_on"].latest = timezone.localdate()  # type: ignore[attr-defined]  # a DayField

    def clean_also(self) -> list[str]:
        """The names, one a line."""
        names = [line.strip() for line in str(self.cleaned_data["also"]).splitlines() if line.strip()]
        for name in names:
            if len(name) > LONGEST:
                raise ValidationError(f"“{name[:30]}…” is too long. Use {LONGEST} characters or fewer for a name")
        return names

    def clean(self) -> dict[str, Any]:
        """Whether each number can be one of its kind."""
        said = super().clean() or self.cleaned_data
        for kind in KINDS:
            try:
                said[kind] = tidy(kind, said.get(kind) or "")
            except ValueError as wrong:
                self.add_error(kind, str(wrong))
        return said

    @property
    def said(self) -> dict[str, Any]:
        """What was typed, as the acts take it, without the version."""
        plain = {key: self.cleaned_data[key] for key in ("name", "kind", "relation", "born_on", "also")}
        numbers = {kind: self.cleaned_data[kind] for kind in KINDS}
        agency = self.agencies.get(self.cleaned_data["agency"])
        account = self.accounts.get(self.cleaned_data["account"])
        return {**plain, "details": Details(self.cleaned_data["pseudonym"], agency, numbers, account)}


class UnmaskForm(Form):
    """Why somebody needs to see an address."""

    because = forms.CharField(
        label="Why do you need to see it?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept on record with your name and the time.",
        error_messages={"required": "Say why you need to see it"},
    )


class ContactForm(Form):
    """Where a person lives, and how it is safe to reach them."""

    address = forms.CharField(
        label="Address", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"})
    )
    note = forms.CharField(
        label="How it is safe to reach them",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text="For example: ring after six, never write.",
    )
    kept_from = forms.MultipleChoiceField(
        label="Who must not learn of it?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="It stays hidden from them and from whoever supports them, even if they are given another role.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, others: Iterable[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.others = {str(each.pk): each for each in others}
        self.fields["kept_from"].choices = [(key, each.name) for key, each in self.others.items()]  # type: ignore[attr-defined]  # boxes

    def clean_kept_from(self) -> list[Person]:
        """Those who were ticked."""
        return [self.others[key] for key in self.cleaned_data["kept_from"]]


class OtherForm(Form):
    """Who else this person is."""

    other = forms.ChoiceField(label="Which entry is the same person?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, others: list[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["other"].choices = [(str(each.pk), str(each)) for each in others]  # type: ignore[attr-defined]  # radios


class JoinForm(Form):
    """Which of two entries stands, and what is true where they differ."""

    keep = forms.ChoiceField(label="Which name should stand?", widget=forms.RadioSelect)
    born_on = forms.ChoiceField(label="Which date of birth is right?", widget=forms.RadioSelect)
    versions = forms.RegexField(r"^\d{1,9}-\d{1,9}$", widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: tuple[Person, Person], **options: Any) -> None:
        first, second = people
        options.setdefault("initial", {"keep": str(first.pk), "versions": f"{first.version}-{second.version}"})
        super().__init__(*args, **options)
        self.fields["keep"].choices = [(str(each.pk), each.name) for each in people]  # type: ignore[attr-defined]  # radios
        self.born = {day(each.born_on): each.born_on for each in people if each.born_on}
        if len(self.born) > 1:
            self.fields["born_on"].choices = [(said, said) for said in self.born]  # type: ignore[attr-defined]  # radios
        else:
            del self.fields["born_on"]


class ReasonForm(Form):
    """Why a person is taken out."""

    because = forms.CharField(
        label="Why?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why this person is taken out"},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
