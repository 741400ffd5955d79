"""What people type to prepare a scope, to propose it and to agree it. Shape only."""

from typing import Any

from django import forms
from django.utils import timezone

from threadline.agencies.models import Agency
from threadline.reviews.actions import written
from threadline.reviews.actions.opening import Dates
from threadline.reviews.forms.opening import how_far_back
from threadline.reviews.forms.rows import RowsForm
from threadline.reviews.method import pack_of
from threadline.reviews.models import Scope
from threadline.ui.forms import DayField, Form


def long(label: str, help_text: str = "", *, required: bool = True, rows: int = 4, **options: Any) -> forms.CharField:
    """A field for some sentences."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=required, widget=area, **options)


class VersionForm(Form):
    """A form that knows which state of the record it was made from."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class PeriodForm(VersionForm):
    """The incident and the period under review."""

    title = "The period under review"
    incident_on = DayField(label="When did the incident happen?")
    period_from = DayField(label="The period begins on")
    period_to = DayField(label="The period ends on")
    period_reason = long(
        "Why it is longer than recommended", "Only where it is. Name nobody: everyone in the review can read this.",
        required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, scope: Scope, **options: Any) -> None:
        names = ("incident_on", "period_from", "period_to", "period_reason")
        options["initial"] = {name: getattr(scope, name) for name in names} | options.get("initial", {})
        super().__init__(*args, **options)
        earlier = "What lies before is put as key points of earlier history."
        self.fields["period_from"].help_text = f"{how_far_back(pack_of(scope.review))} {earlier}"

    def value(self) -> written.Said:
        """What was said."""
        names = ("incident_on", "period_from", "period_to", "period_reason")
        return written.Period(Dates(**{name: self.cleaned_data[name] for name in names}))


class ProportionForm(VersionForm):
    """Proportionality."""

    title = "Why this form of review"
    scale = long(
        "How large is the case?",
        "For example how many agencies, how long they knew the family, how much there is to read.",
    )
    complexity = long(
        "How complex is it?", "For example several children, several areas, proceedings beside the review."
    )
    why_this_form = long(
        "Why is this form of review proportionate?",
        "The agency reports, the number of learning events, the decision on a co-reviewer and the timetable follow it.",
    )

    def __init__(self, *args: Any, scope: Scope, **options: Any) -> None:
        names = ("scale", "complexity", "why_this_form")
        options["initial"] = {name: getattr(scope, name) for name in names} | options.get("initial", {})
        super().__init__(*args, **options)

    def value(self) -> written.Said:
        """What was said."""
        return written.Proportion(*(self.cleaned_data[name] for name in ("scale", "complexity", "why_this_form")))


class AgenciesForm(VersionForm):
    """Each agency of the Board, whether it must contribute, and why."""

    title = "Agencies that must contribute"
    agencies = forms.ModelMultipleChoiceField(
        queryset=Agency.objects.none(), required=False, widget=forms.CheckboxSelectMultiple,
        label="Which agencies must contribute?", help_text="Every agency that knew the child or the family.",
    )  # fmt: skip

    def __init__(self, *args: Any, scope: Scope, **options: Any) -> None:
        known = {each.agency_id: each.why for each in scope.agencies.all()}
        initial = {"agencies": list(known), **{f"why_{pk}": why for pk, why in known.items()}}
        options["initial"] = initial | options.get("initial", {})
        super().__init__(*args, **options)
        self.known = list(Agency.objects.filter(board=scope.review.board_id))
        self.fields["agencies"].queryset = Agency.objects.filter(board=scope.review.board_id)  # type: ignore[attr-defined]  # a model choice
        for agency in self.known:
            self.fields[f"why_{agency.pk}"] = long(f"Why {agency.name}?", required=False, rows=2)
        self.fields["new_name"] = forms.CharField(
            label="Another agency", required=False, max_length=120, help_text="If it is not in the list."
        )
        self.fields["new_why"] = long("Why that agency?", required=False, rows=2)

    def whys(self) -> dict[Any, Any]:
        """The field for the reason, by the agency's id: shown where the agency is ticked."""
        return {agency.pk: self[f"why_{agency.pk}"] for agency in self.known}

    def clean(self) -> dict[str, Any] | None:
        """Ask why of every agency that is ticked."""
        for agency in self.cleaned_data.get("agencies", ()):
            if not self.cleaned_data.get(f"why_{agency.pk}"):
                self.add_error(f"why_{agency.pk}", f"Say why {agency.name} must contribute")
        if self.cleaned_data.get("new_name") and not self.cleaned_data.get("new_why"):
            self.add_error("new_why", "Say why that agency must contribute")
        return self.cleaned_data

    def value(self) -> written.Said:
        """What was said."""
        data = self.cleaned_data
        new = {data["new_name"].strip(): data["new_why"]} if data["new_name"].strip() else {}
        return written.Agencies({each: data[f"why_{each.pk}"] for each in data["agencies"]}, new)


class QuestionsForm(VersionForm):
    """The questions."""

    title = "Questions for the review"
    questions = long(
        "What does the review set out to answer?", "One question on each line.", rows=10, required=False
    )  # fmt: skip

    def __init__(self, *args: Any, scope: Scope, **options: Any) -> None:
        texts = "\n".join(each.text for each in scope.questions.all())
        options["initial"] = {"questions": texts} | options.get("initial", {})
        super().__init__(*args, **options)

    def value(self) -> written.Said:
        """What was said."""
        return written.Questions(self.cleaned_data["questions"].splitlines())


class HistoryForm(RowsForm, VersionForm):
    """Key points of earlier history."""

    title = "Key points of earlier history"
    thing = "Key point"
    parts = {"known": forms.CharField, "who_knew": forms.CharField, "influence": forms.CharField}
    labels = {
        "known": "What was known", "who_knew": "Who knew",
        "influence": "How it influenced assessment and decisions",
    }  # fmt: skip
    needed = {
        "known": "Say what was known", "who_knew": "Say who knew",
        "influence": "Say how it influenced assessment and decisions",
    }  # fmt: skip

    def __init__(self, *args: Any, scope: Scope, **options: Any) -> None:
        rows = [{name: getattr(each, name) for name in self.parts} for each in scope.key_points.all()]
        options["initial"] = {"none": scope.no_history} | options.get("initial", {})
        super().__init__(*args, rows=rows, **options)
        self.fields["none"] = forms.BooleanField(
            label="Nothing before the period bears on the case", required=False, widget=forms.CheckboxInput
        )

    def made(self, name: str) -> forms.Field:
        """A field of a key point."""
        return long(self.labels[name], required=False, rows=2)

    def value(self) -> written.Said:
        """What was said."""
        return written.History([written.Point(**row) for row in self.said()], self.cleaned_data["none"])


class SourcesForm(RowsForm, VersionForm):
    """Other sources of information, and other areas' Boards."""

    title = "Other sources of information, and other areas’ Boards"
    thing = "Source"
    parts = {"name": forms.CharField, "contributes": forms.CharField, "is_board": forms.BooleanField}
    needed = {"name": "Say what the source is", "contributes": "Say how it will contribute"}

    def __init__(self, *args: Any, scope: Scope, **options: Any) -> None:
        rows = [{name: getattr(each, name) for name in self.parts} for each in scope.sources.all()]
        options["initial"] = {"no_other_boards": scope.no_other_boards} | options.get("initial", {})
        super().__init__(*args, rows=rows, **options)
        self.fields["no_other_boards"] = forms.BooleanField(
            label="No other area’s Board is concerned", required=False, widget=forms.CheckboxInput
        )

    def made(self, name: str) -> forms.Field:
        """A field of a source."""
        if name == "is_board":
            return forms.BooleanField(label="This is another area’s Board", required=False)
        if name == "name":
            return forms.CharField(label="What is the source?", required=False, max_length=200)
        return long("How will it contribute?", required=False, rows=2)

    def value(self) -> written.Said:
        """What was said."""
        return written.Sources([written.Source(**row) for row in self.said()], self.cleaned_data["no_other_boards"])


PARTS: dict[str, type[Any]] = {
    "period": PeriodForm, "proportion": ProportionForm, "agencies": AgenciesForm, "questions": QuestionsForm,
    "history": HistoryForm, "sources": SourcesForm,
}  # fmt: skip


class BecauseForm(VersionForm):
    """A reason."""

    because = long("Why?", error_messages={"required": "Say why"})


class DecideForm(VersionForm):
    """Agreeing a version, or sending it back."""

    AGREE, RETURN = "agree", "return"
    decision = forms.ChoiceField(
        label="What is decided?", widget=forms.RadioSelect,
        choices=[(AGREE, "This is the scope of the review"), (RETURN, "It goes back to be changed")],
        error_messages={"required": "Select what is decided"},
    )  # fmt: skip
    agreed_on = DayField(label="Agreed on", required=False)
    meeting = forms.CharField(
        label="At which meeting?", max_length=120, required=False, help_text="For example: the threshold meeting."
    )
    because = long("What is to be changed?", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["agreed_on"].latest = timezone.localdate()  # type: ignore[attr-defined]  # a DayField

    def clean(self) -> dict[str, Any] | None:
        """Ask for the day of an agreement, or for what is to be changed."""
        data = self.cleaned_data
        agrees = data.get("decision") == self.AGREE
        if agrees and not data.get("agreed_on") and "agreed_on" not in self.errors:
            self.add_error("agreed_on", "Enter the day on which it was agreed")
        if data.get("decision") == self.RETURN and not data.get("because"):
            self.add_error("because", "Say what is to be changed")
        return data
