"""What helps to read: what is not there, abbreviations, disputed facts, find and replace, a day's order."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.views import ReviewView
from threadline.chronology.actions import aids as acts
from threadline.chronology.actions.ordering import day_of
from threadline.chronology.forms.aids import AbbreviationForm, ExpectForm, FactForm, OrderForm, ReplaceForm
from threadline.chronology.glossary import glossary_of
from threadline.chronology.models import Abbreviation, DayOrder, ExpectedContact, FactMark, Row
from threadline.chronology.queries.gaps import not_there
from threadline.chronology.queries.replacing import label_of, places
from threadline.chronology.views.kept import KeptFromPanel
from threadline.chronology.views.questions import OfContributor
from threadline.ui.words import plural


class Gaps(KeptFromPanel):
    """What is not there: gaps in contact, density, whether the child was seen, names nobody knows."""

    permission = Permission.CHRONOLOGY_READ
    reads = "chronology.gaps_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        found = not_there(review=self.review, viewer=self.viewer)
        self.shows(self.review, entries=found.read)
        return self.page("chronology/gaps.html", {"found": found})


class Expect(OfContributor):
    """How often one agency is expected to be in contact."""

    permission = Permission.AID_WRITE
    reads = "chronology.gaps_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What is expected now."""
        known = ExpectedContact.objects.filter(review=self.review, agency=self.contributor.agency).first()
        return self._page(ExpectForm(initial={"every": known.every, "says": known.says} if known else {}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Say it."""
        form = ExpectForm(request.POST)
        if not form.is_valid():
            return self._page(form)
        acts.expect_contact(by=self.viewer, contributor=self.contributor, **form.cleaned_data)
        messages.success(request, "Gaps are measured by this from now on.")
        return redirect("chronology:gaps", self.review.reference)

    def _page(self, form: ExpectForm) -> HttpResponse:
        return self.draw("expect", {"form": form})


class Glossary(ReviewView):
    """The abbreviations of the review: to look up, and for those who may, to change."""

    permission = Permission.REVIEW_READ
    reads = "chronology.glossary_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The list."""
        return self._page(AbbreviationForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Add one, change one, or take one out."""
        form = AbbreviationForm(request.POST)
        out = request.POST.get("out", "")
        if not (out or form.is_valid()):
            return self._page(form)
        try:
            if out:
                acts.take_out_abbreviation(by=self.viewer, review=self.review, short=out)
                messages.success(request, f"{out} is out of the glossary.")
            else:
                kept = acts.keep_abbreviation(by=self.viewer, review=self.review, **form.cleaned_data)
                messages.success(request, f"{kept.short} is explained wherever it stands from now on.")
        except Refused as refused:
            form.add_error("short", str(refused))
            return self._page(form)
        return redirect("chronology:glossary", self.review.reference)

    def _page(self, form: AbbreviationForm) -> HttpResponse:
        own = set(Abbreviation.objects.filter(review=self.review).values_list("short", flat=True))
        shown = {
            "glossary": glossary_of(self.review), "own": own, "form": form,
            "may_change": may(self.viewer, Permission.AID_WRITE, self.review),
        }  # fmt: skip
        return self.page("chronology/glossary.html", shown)


class OfFact(ReviewView, base=True):
    """A page about one entry of the chronology."""

    permission = Permission.AID_WRITE
    reads = "chronology.source_read"
    row: Row

    def target(self, **where: Any) -> Model:
        """The entry, or 404."""
        rows = Row.objects.filter(live=True, is_entry=True).select_related("review__board", "agency")
        self.row = self.one(rows, pk=where["row"])
        return self.row

    def draw(self, template: str, **context: Any) -> HttpResponse:
        """The page, with the entry on it."""
        self.shows(self.row)
        return self.page(f"chronology/{template}.html", {"row": self.row, **context})

    def back(self, said: str) -> HttpResponse:
        """To the entry, saying what was done."""
        messages.success(self.request, said)
        return redirect("chronology:source", self.review.reference, self.row.pk)


class MarkFact(OfFact):
    """A fact marked as disputed, or as disputed no longer."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The form, and what was said before."""
        return self._page(FactForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Mark it."""
        form = FactForm(request.POST)
        if form.is_valid():
            try:
                acts.mark_fact(by=self.viewer, row=self.row, **form.cleaned_data)
            except Refused as refused:
                form.add_error("state", str(refused))
        if not form.is_valid():
            return self._page(form)
        return self.back("It is marked, and the note stands beside the entry.")

    def _page(self, form: FactForm) -> HttpResponse:
        return self.draw("fact", form=form, earlier=FactMark.objects.filter(row=self.row).select_related("by"))


class OrderOfDay(OfFact):
    """The entries of one day put in order by hand."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The entries with their places."""
        return self._page(self._form())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Put them in order."""
        form = self._form(request.POST)
        if form.is_valid():
            rows = [UUID(each) for each in form.ordered]
            try:
                acts.order_day(by=self.viewer, row=self.row, rows=rows, because=form.cleaned_data["because"])
            except Refused as refused:
                form.add_error(None, str(refused))
        if not form.is_valid():
            return self._page(form)
        return self.back("The entries of the day stand in this order. The reason is kept.")

    def _form(self, *sent: Any) -> OrderForm:
        here = day_of(self.row).select_related("agency")[:200]
        return OrderForm(*sent, rows=[(str(each.pk), label_of(each)) for each in here])

    def _page(self, form: OrderForm) -> HttpResponse:
        orders = DayOrder.objects.filter(review=self.review, first=self.row.earliest, last=self.row.latest)
        return self.draw("order", form=form, earlier=orders.select_related("by"))


class Replace(ReviewView):
    """Find and replace: looked at first, then done."""

    permission = Permission.AID_WRITE
    reads = "chronology.read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The form."""
        return self._page(ReplaceForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show what would change; then change it."""
        form = ReplaceForm(request.POST)
        if not form.is_valid():
            return self._page(form)
        said = {name: form.cleaned_data[name] for name in ("find", "instead", "because")}
        found = places(review=self.review, viewer=self.viewer, find=said["find"], instead=said["instead"])
        if not found:
            form.add_error("find", f"No entry has “{said['find']}” as whole words, or all are corrected already")
            return self._page(form)
        if form.cleaned_data["seen"] != f"{said['find']}|{said['instead']}":
            return self._page(form, found)
        try:
            rows = [each.row.pk for each in found]
            typed, beside = acts.replace_words(by=self.viewer, review=self.review, rows=rows, **said)
        except Refused as refused:
            form.add_error("find", str(refused))
            return self._page(form)
        told = f"{plural(typed, 'typed entry', 'typed entries')} changed, {plural(beside, 'correction')} shown beside"
        messages.success(request, f"{told} an agency's own words.")
        return redirect("chronology:merged", self.review.reference)

    def _page(self, form: ReplaceForm, found: Any = ()) -> HttpResponse:
        self.shows(self.review, entries=len(found))
        said = getattr(form, "cleaned_data", {})
        seen = f"{said.get('find')}|{said.get('instead')}" if found else ""
        return self.page("chronology/replace.html", {"form": form, "found": found, "seen": seen})
