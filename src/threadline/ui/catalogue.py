"""What the catalogue of components shows: each once, in the states it can be in. Nobody here is real."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from markupsafe import Markup

from threadline.ui.forms import DayField, Form, MultipleFileField, TypedDayField
from threadline.ui.navigation import Part, ReviewBar
from threadline.ui.timeline import Account, Agency, Day, Entry, Mark, Month, Silence, Year, busiest

AGENCIES = ("Police", "Health visiting", "GP surgery", "Children's social care", "School", "Housing", "Probation")


class Example(Form):
    """A field of every kind."""

    title = forms.CharField(label="Title of the meeting", max_length=120, help_text="As it will stand in the minutes.")
    reason = forms.CharField(label="Reason", widget=forms.Textarea, max_length=500)
    notes = forms.CharField(label="Notes", widget=forms.Textarea, required=False)
    agency = forms.ChoiceField(label="Agency", choices=[("", "Choose an agency"), *((name, name) for name in AGENCIES)])
    kept = forms.ChoiceField(
        label="What should happen to this row?",
        widget=forms.RadioSelect,
        choices=[("dated", "Give it a date"), ("undated", "Keep it without a date"), ("out", "Leave it out")],
    )
    attending = forms.MultipleChoiceField(
        label="Who attends?",
        widget=forms.CheckboxSelectMultiple,
        choices=[(name, name) for name in AGENCIES[:3]],
        help_text="Choose all that apply.",
    )
    agreed = forms.BooleanField(label="I have read the terms of reference")
    held_on = DayField(label="Date of the meeting", help_text="For example, 3 2 2015.", latest=dt.date(2030, 12, 31))
    told_on = TypedDayField(label="Date the family was told", required=False, help_text="For example, 3 February 2015.")
    entries = forms.IntegerField(label="Number of entries", min_value=1)
    address = forms.EmailField(label="E-mail address", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    password = forms.CharField(label="Password", widget=forms.PasswordInput)
    timelines = MultipleFileField(label="Timelines", help_text="Word, Excel, OpenDocument or CSV.")


def faulty_example() -> Example:
    """The form as it comes back when almost nothing in it is right."""
    sent = {"reason": "x" * 501, "held_on-day": "31", "held_on-month": "6", "held_on-year": "2015", "entries": "none"}
    return Example(sent)


def bar() -> ReviewBar:
    """The bar of a review with a hold, and parts open and closed."""
    return ReviewBar(
        reference="R-2016-03",
        href="/",
        stage="Timelines",
        next_date="Panel meeting on 14 May 2016",
        days_left="41 days to the six-month line",
        holds=("Learning event held by the police since 3 March: ask DS Sorrel.",),
        parts=(
            Part("Overview", "#overview"),
            Part("Scope", "#scope"),
            Part("Panel", "#panel-part"),
            Part("Chronology", "#chronology", current=True),
            Part("Agency reports", opens="when the scope is agreed"),
            Part("Report", opens="when the analysis is agreed"),
        ),
    )


def timeline() -> tuple[Day | Silence, ...]:
    """Two days, a silence, and one event told by two agencies."""
    police, health = Agency("Police", 1), Agency("Health visiting", 3)
    telling = (
        Account(police, Markup("Attended the address. Child <mark>asleep upstairs</mark>."), "2:15pm", "#source"),
        Account(health, Markup("Home visit with police. Child <mark>not seen</mark>."), "2:30pm", "#source"),
    )
    return (
        Day(
            "day-2015-02-03",
            "Tuesday 3 February 2015",
            (
                Entry(
                    "entry-1",
                    telling,
                    "2:15pm",
                    (Mark("2 accounts"), Mark("Accounts differ", "due"), Mark("Child not seen", "late")),
                    "Police: child asleep upstairs. Health visiting: child not seen.",
                    Markup("<p>Panel's note: which of the two was recorded on the day?</p>"),
                    "#mark",
                ),
                Entry("entry-2", (Account(Agency("School", 5), "Absent. No reason given.", source="#source"),), "9am"),
            ),
            ("Child A 2 years 4 months", "Child B 6 years 1 month"),
        ),
        Silence("23 days: no agency recorded any contact."),
        Day(
            "day-2015-02-26",
            "About 26 February 2015",
            (
                Entry(
                    "entry-3",
                    (Account(Agency("GP surgery", 2), "Seen with grandmother. Rash, no other concern."),),
                    "Time not recorded",
                    (Mark("Date uncertain", "waiting"), Mark("Key event", "new")),
                ),
            ),
        ),
    )


def rail() -> tuple[Year, ...]:
    """A year and a half of months with a gap."""
    counts = {2015: (2, 14, 0, 0, 9, 31, 12, 4, 0, 6, 7, 3), 2016: (5, 1, 8, 0, 2, 1)}
    return tuple(Year(str(year), tuple(_months(year, row))) for year, row in counts.items())


def _months(year: int, counts: Iterable[int]) -> Iterable[Month]:
    for number, count in enumerate(counts, 1):
        name = f"{dt.date(year, number, 1):%b}"
        yield Month(name, count, f"#{year}-{number}", (year, number) == (2015, 2), ("first visit",) * (count > 20))


def examples(*, errors: bool = False) -> dict[str, Any]:
    """Everything the catalogue's template names; with `errors`, its form as it comes back when little is right."""
    years = rail()
    return {
        "form": faulty_example() if errors else Example(),
        "filtering": Example(prefix="filter"),
        "revealing": Example(prefix="revealed"),
        "bar": bar(),
        "timeline_items": timeline(),
        "years": years,
        "full": busiest(years),
        "tones": ("done", "due", "late", "waiting", "held", "plain", "new"),
        "agencies": tuple(Agency(f"Agency {number}", number) for number in range(1, 17)),
    }
