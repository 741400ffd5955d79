"""What people type about timelines and the chronology. Shape only: what it means is for the acts to judge."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from threadline.chronology.actions import Settlement, Told
from threadline.chronology.filters import Filters, words_in
from threadline.chronology.models import AgencyFile
from threadline.chronology.queries.checking import Rival, TableBlock
from threadline.chronology.queries.page import Chosen
from threadline.chronology.wording import MEANINGS
from threadline.domain import dates
from threadline.domain.chronology.entries import Act, Meaning
from threadline.reviews.models import ContributingAgency
from threadline.ui.forms import Form, MultipleFileField, TypedDayField
from threadline.ui.words import plural

FIND_OUT = "find out"
FURTHER = "further"
UNDATED = "no date"
ACTS = {
    Act.TYPE_DATE: "Type the date",
    Act.KEEP_UNDATED: "Keep it without a date",
    Act.SAME_DAY: "Same day as the row above",
    Act.TAKE_IN: "Take it in as an entry",
    Act.LEAVE_OUT: "Leave it out",
}


def form_token() -> str:
    """A new form's token: sent twice, it is one act."""
    return secrets.token_urlsafe(18)


def resend(form: Form, **changed: object) -> None:
    """Let a form that was sent be shown again with some of its hidden parts as they must be sent next."""
    form.data = {name: form.data[name] for name in form.data} | changed


class AnyFiles(MultipleFileField):
    """Files of any size and kind: each is judged by itself when received, so that one bad file stops no other."""

    def _fault(self, file: "UploadedFile[Any]") -> str:
        return ""


class UploadForm(Form):
    """Timelines to receive, several at once, of one agency or of agencies to be found by reading them."""

    timelines = AnyFiles(
        label="Timelines",
        most=50,
        help_text="Word, Excel, OpenDocument, RTF or CSV, up to 25 MB each. Several at once is fine.",
        error_messages={"required": "Choose one or more files"},
    )
    agency = forms.ChoiceField(label="Agency")
    token = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, contributors: Iterable[ContributingAgency], at_large: bool, **options: Any) -> None:
        options.setdefault("initial", {"token": form_token()})
        super().__init__(*args, **options)
        self.contributors = {str(each.pk): each for each in contributors}
        choices = [(key, each.agency.name) for key, each in self.contributors.items()]
        if at_large:
            choices.insert(0, (FIND_OUT, "Work it out from each file"))
        agency = self.fields["agency"]
        agency.choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        if len(choices) == 1:
            agency.widget = forms.HiddenInput()
            agency.initial = choices[0][0]

    @property
    def contributor(self) -> ContributingAgency | None:
        """The agency chosen, None when each file's is to be found."""
        return self.contributors.get(self.cleaned_data["agency"])


class SettleForm(Form):
    """What a person says of one row: its date, that it has none, that it counts or does not."""

    act = forms.ChoiceField(
        label="What should happen to this row?",
        widget=forms.RadioSelect,
        error_messages={"required": "Select what should happen to this row"},
    )
    date = forms.CharField(
        label="Date, with the time if known",
        required=False,
        max_length=80,
        help_text="As you would write it: 3 February 2015, 3/2/15 2.15pm, early March 2015.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    because = forms.CharField(
        label="Reason", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    read_back = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, acts: Iterable[Act], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["act"].choices = [(act.value, ACTS[act]) for act in acts]  # type: ignore[attr-defined]  # radios

    def clean(self) -> dict[str, Any]:
        """A typed date must be there and readable; leaving a row out needs a reason."""
        said: dict[str, Any] = super().clean() or {}
        act = said.get("act")
        if act == Act.TYPE_DATE:
            reading = dates.read(said.get("date", ""))
            if not said.get("date"):
                self.add_error("date", "Enter the date")
            elif not reading.is_dated:
                self.add_error("date", dates.explain(reading))
        if act == Act.LEAVE_OUT and not said.get("because"):
            self.add_error("because", "Enter the reason why the row is left out")
        return said

    @property
    def settlement(self) -> Settlement:
        """What was said."""
        said = self.cleaned_data
        return Settlement(Act(said["act"]), said["date"], said["because"])

    @property
    def to_read_back(self) -> str:
        """How a typed date is read, until the person has seen that."""
        said = self.cleaned_data
        if said["act"] != Act.TYPE_DATE or said["read_back"] == said["date"]:
            return ""
        return dates.explain(dates.read(said["date"], today=timezone.localdate()))


class ColumnsForm(Form):
    """What each column of a table means, and which row is its heading."""

    heading_row = forms.IntegerField(
        label="Row with the headings", min_value=0, max_value=100_000, required=False,
        help_text="Counted from 1 as the table stands. 0 if the table has no headings.",
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, block: TableBlock, **options: Any) -> None:
        super().__init__(*args, **options)
        self.block = block
        for column in block.columns:
            self.fields[column.field] = forms.ChoiceField(
                label=f"“{column.heading}” means", choices=[(each.value, words) for each, words in MEANINGS.items()],
                initial=column.meaning.value,
            )  # fmt: skip
        self.fields["heading_row"].initial = block.heading_row

    @property
    def meanings(self) -> dict[str, Meaning]:
        """What was chosen, by the column's key."""
        return {each.key: Meaning(self.cleaned_data[each.field]) for each in self.block.columns}


class AgencyForm(Form):
    """Which agency a file is from."""

    agency = forms.ChoiceField(label="This file is from")
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, contributors: Iterable[ContributingAgency], **options: Any) -> None:
        super().__init__(*args, **options)
        self.contributors = {str(each.pk): each for each in contributors}
        named = [(key, each.agency.name) for key, each in self.contributors.items()]
        self.fields["agency"].choices = [("", "Choose the agency"), *named]  # type: ignore[attr-defined]  # a select

    @property
    def contributor(self) -> ContributingAgency:
        """The agency chosen."""
        return self.contributors[self.cleaned_data["agency"]]


class StandingForm(Form):
    """What a file is to the agency's earlier ones."""

    standing = forms.ChoiceField(label="What is this file?", widget=forms.RadioSelect)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, rivals: Sequence[Rival], **options: Any) -> None:
        super().__init__(*args, **options)
        self.rivals = {str(each.file.pk): each.file for each in rivals}
        corrected = [
            (key, f"A corrected version of “{file.name}”, to take its place") for key, file in self.rivals.items()
        ]
        further = (FURTHER, "A further file, which adds to what is there")
        self.fields["standing"].choices = [*corrected, further]  # type: ignore[attr-defined]  # radios
        self.hints = {
            str(each.file.pk): f"{each.shared:,} of its {plural(each.of, 'entry', 'entries')} are in that file too."
            for each in rivals
        }

    @property
    def replaces(self) -> AgencyFile | None:
        """The file it takes the place of."""
        return self.rivals.get(self.cleaned_data["standing"])


class AcceptForm(Form):
    """The word that a file is right, and, where rows are open, that they are taken in as they are."""

    unsettled = forms.BooleanField(label="Take in the rows that still need someone, with their marks", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, asking: int, **options: Any) -> None:
        super().__init__(*args, **options)
        if asking:
            self.fields["unsettled"].required = True
            self.fields["unsettled"].error_messages["required"] = (
                "Say that the open rows are taken in as they are, or settle them first"
            )
        else:
            del self.fields["unsettled"]


class ReasonForm(Form):
    """A reason, for an act that needs one."""

    because = forms.CharField(label="Reason", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    version = forms.IntegerField(widget=forms.HiddenInput)


class FilterForm(Form):
    """What of the chronology to show."""

    agencies = forms.MultipleChoiceField(
        label="Agencies", required=False, widget=forms.CheckboxSelectMultiple, help_text="None chosen shows all."
    )
    people = forms.MultipleChoiceField(
        label="People named",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None chosen shows everyone.",
    )
    first = TypedDayField(label="From", required=False, help_text="For example, 1 September 2014.")
    last = TypedDayField(label="To", required=False, help_text="For example, 30 September 2015.")
    words = forms.CharField(
        label="Words",
        required=False,
        max_length=200,
        help_text='All of them must be in the entry. Put "words that belong together" in quotes.',
    )
    within = forms.BooleanField(label="Leave out entries outside the period under review", required=False)
    key_events = forms.BooleanField(label="Only the entries marked as key events", required=False)
    anonymised = forms.BooleanField(
        label="Show pseudonyms in place of names", required=False,
        help_text="Names that the register of people does not hold stay as they are written.",
    )  # fmt: skip

    def __init__(self, *args: Any, chosen: Chosen, **options: Any) -> None:
        filters = chosen.filters
        shown = {**asdict(filters), "first": filters.first, "last": filters.last, "words": _typed(filters.words)}
        super().__init__(*args, initial=shown, **options)
        people = [(str(person.pk), chosen.names(person.name)) for person in chosen.people]
        self.fields["agencies"].choices = [(str(each.agency_id), each.agency.name) for each in chosen.contributors]  # type: ignore[attr-defined]  # checkboxes
        self.fields["people"].choices = people  # type: ignore[attr-defined]  # checkboxes

    def clean(self) -> dict[str, Any]:
        """The dates must not run backwards."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("first") and said.get("last") and said["first"] > said["last"]:
            self.add_error("last", "The last day must not be before the first")
        return said

    @property
    def filters(self) -> Filters:
        """What was chosen."""
        said = self.cleaned_data
        return Filters(
            tuple(said["agencies"]), tuple(said["people"]), said["first"], said["last"], words_in(said["words"]),
            said["within"], said["anonymised"], said["key_events"],
        )  # fmt: skip


def _typed(words: Iterable[str]) -> str:
    return " ".join(f'"{word}"' if " " in word else word for word in words)


class EntryForm(Form):
    """An entry typed by hand. A date is read back before anything is saved."""

    agency = forms.ChoiceField(label="Agency the entry is from")
    when = forms.CharField(
        label="Date, with the time if known",
        required=False,
        max_length=80,
        help_text="As you would write it: 3 February 2015 2.15pm, early March 2015. Leave it empty if it is not known.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    description = forms.CharField(label="What happened", max_length=10_000, widget=forms.Textarea(attrs={"rows": 6}))
    source = forms.CharField(
        label="Where this comes from",
        max_length=1000,
        help_text="Who told it, when and how, and why it is typed and not in the agency's file.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False)
    read_back = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, contributors: Iterable[ContributingAgency], **options: Any) -> None:
        super().__init__(*args, **options)
        self.contributors = {str(each.pk): each for each in contributors}
        named = [(key, each.agency.name) for key, each in self.contributors.items()]
        self.fields["agency"].choices = [("", "Choose the agency"), *named]  # type: ignore[attr-defined]  # a select

    def clean_when(self) -> str:
        """A date that can be read, or nothing."""
        typed = str(self.cleaned_data["when"])
        reading = dates.read(typed) if typed else None
        if reading is not None and not reading.is_dated:
            raise forms.ValidationError(dates.explain(reading))
        return typed

    @property
    def contributor(self) -> ContributingAgency:
        """The agency chosen."""
        return self.contributors[self.cleaned_data["agency"]]

    @property
    def told(self) -> Told:
        """What was typed."""
        said = self.cleaned_data
        return Told(said["when"], said["description"], said["source"])

    @property
    def to_read_back(self) -> str:
        """How the date is read, until the person has seen that."""
        said = self.cleaned_data
        if said["read_back"] == (said["when"] or UNDATED):
            return ""
        if not said["when"]:
            return "The entry has no date. It will stand at the end of the chronology."
        return dates.explain(dates.read(said["when"], today=timezone.localdate()))


class ChangedEntryForm(EntryForm):
    """A typed entry changed, with the reason."""

    because = forms.CharField(label="Why it is changed", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput)
