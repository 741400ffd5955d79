"""What people write of the sharing of information, and what they ask of the chronology as known then."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from threadline.chronology.actions import Shared
from threadline.chronology.queries.known import person_words
from threadline.domain import dates
from threadline.people.models import Person
from threadline.reviews.models import ContributingAgency
from threadline.ui.forms import Form


class SharingForm(Form):
    """That an agency, a person, or a person at an agency was told of an entry."""

    agency = forms.ChoiceField(label="Which agency was told", required=False)
    person = forms.ChoiceField(
        label="Which person was told", required=False,
        help_text="Somebody in the register of people. What is told to a person is not thereby known to the agency.",
    )  # fmt: skip
    whom = forms.CharField(
        label="Who there, in words", required=False, max_length=200,
        help_text="Where the person is not in the register, a role is enough: “duty health visitor”.",
    )  # fmt: skip
    when = forms.CharField(
        label="When", required=False, max_length=120,
        help_text="In any form: 5 February 2015, early March 2015. Leave it empty if it is not known.",
    )  # fmt: skip
    how = forms.CharField(
        label="How", max_length=200, help_text="By telephone, by letter, by police notification, at a meeting.",
        error_messages={"required": "Say how it was told"},
    )  # fmt: skip
    shown_by = forms.CharField(
        label="Which record shows it", widget=forms.Textarea(attrs={"rows": 2}), max_length=1000,
        help_text="The entry, file or minute. Without a record it is not known that it was told.",
        error_messages={"required": "Say which record shows it"},
    )  # fmt: skip

    def __init__(
        self, *args: Any, contributors: Iterable[ContributingAgency], people: Iterable[Person], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.contributors = {str(each.pk): each for each in contributors}
        self.people = {str(each.pk): each for each in people}
        agencies = [("", "No agency"), *((key, each.agency.name) for key, each in self.contributors.items())]
        people_ = [("", "Nobody in particular"), *((key, person_words(each)) for key, each in self.people.items())]
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["person"].choices = people_  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def contributor(self) -> ContributingAgency | None:
        """The agency that was told."""
        return self.contributors.get(self.cleaned_data["agency"])

    @property
    def told(self) -> Person | None:
        """The person who was told."""
        return self.people.get(self.cleaned_data["person"])

    @property
    def shared(self) -> Shared:
        """What was said."""
        said = self.cleaned_data
        return Shared(said["whom"], said["how"], said["when"], said["shown_by"])


class TakenBackForm(Form):
    """Why a sharing is taken back."""

    because = forms.CharField(label="Reason", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class KnownForm(Form):
    """Whose knowledge, and on which day."""

    who = forms.ChoiceField(label="What did this agency or person know")
    on = forms.CharField(label="On this day", max_length=60, help_text="For example 14 May 2015")
    other = forms.ChoiceField(label="Compare with", required=False)

    def __init__(self, *args: Any, everyone: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = list(everyone)
        self.fields["who"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["other"].choices = [("", "Nobody else"), *choices]  # type: ignore[attr-defined]

    def clean_on(self) -> date:
        """The day; the last one, where a longer time is named. Raises ValidationError for words that are no date."""
        reading = dates.read(self.cleaned_data["on"])
        found = reading.latest or reading.earliest
        if found is None:
            raise ValidationError("Write a date like 14 May 2015")
        return found
