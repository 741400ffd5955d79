"""What people type about someone named in a case. Shape only."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from threadline.people.models import KnownAs, Person
from threadline.ui.forms import DayField, Form
from threadline.ui.words import day

LONGEST = KnownAs._meta.get_field("text").max_length or 0


class PersonForm(Form):
    """A person, and the names records use."""

    name = forms.CharField(
        label="Name",
        max_length=120,
        help_text="As it should stand on screens. Reports and letters use another name, chosen later.",
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
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["born_on"].latest = timezone.localdate()  # type: ignore[attr-defined]  # a DayField

    def clean_also(self) -> list[str]:
        """The names, one a line."""
        names = [line.strip() for line in str(self.cleaned_data["also"]).splitlines() if line.strip()]
        for name in names:
            if len(name) > LONGEST:
                raise ValidationError(f"“{name[:30]}…” is too long. Use {LONGEST} characters or fewer for a name")
        return names


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
