"""Typing an entry by hand, changing it, removing it."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.chronology import actions
from threadline.chronology.forms import UNDATED, ChangedEntryForm, EntryForm, ReasonForm, form_token, resend
from threadline.chronology.models import Row
from threadline.chronology.queries import typed


class TypeEntry(ReviewView):
    """An entry that no agency's file holds, with where it comes from."""

    permission = Permission.ENTRY_WRITE
    reads = "reviews.page_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """An empty form."""
        return self._page(self._form(initial={"token": form_token()}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Read the date back first; then add the entry."""
        form = self._form(request.POST)
        if not form.is_valid():
            return self._page(form)
        if told := form.to_read_back:
            return self._page(read_back(form), told)
        try:
            row = actions.type_entry(
                by=self.viewer, review=self.review, contributor=form.contributor, told=form.told,
                token=form.cleaned_data["token"],
            )  # fmt: skip
            messages.success(request, "The entry is in the chronology, marked as typed by hand.")
        except actions.AlreadyTyped as already:
            row = already.row
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(form)
        return redirect(at(row, self.review.reference))

    def _form(self, *sent: Any, **options: Any) -> EntryForm:
        contributors = typed.may_be_from(review=self.review, viewer=self.viewer)
        return EntryForm(*sent, contributors=contributors, **options)

    def _page(self, form: EntryForm, told: str = "") -> HttpResponse:
        return self.page("chronology/type.html", {"form": form, "told": told})


def read_back(form: EntryForm) -> EntryForm:
    """The form with the date it has been read back."""
    resend(form, read_back=form.cleaned_data["when"] or UNDATED)
    return form


def at(row: Row, reference: str) -> str:
    """The chronology where the entry stands."""
    address = reverse("chronology:merged", args=[reference])
    day = row.earliest or row.latest
    return f"{address}?at={day}#e-{row.pk}" if day else address


class OfEntry(ReviewView, base=True):
    """A page about one typed entry."""

    row: Row

    def target(self, **where: Any) -> Model:
        """The entry, or 404."""
        self.row = self.one(typed.typed(review=self.review, viewer=self.viewer), pk=where["row"])
        return self.row


class ChangeEntry(OfEntry):
    """A typed entry changed. When somebody else changed it meanwhile, both texts are shown and nothing is lost."""

    permission = Permission.ENTRY_WRITE
    reads = "chronology.source_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The entry in a form."""
        stands = typed.standing(row=self.row)
        contributors = typed.may_be_from(review=self.review, viewer=self.viewer)
        agency = next((str(each.pk) for each in contributors if each.agency_id == self.row.agency_id), "")
        said = {
            "agency": agency, "when": self.row.when_text, "description": self.row.description, "source": stands.source,
            "version": stands.version, "read_back": self.row.when_text or UNDATED,
        }  # fmt: skip
        return self._page(ChangedEntryForm(contributors=contributors, initial=said))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Read a changed date back first; then change the entry."""
        contributors = typed.may_be_from(review=self.review, viewer=self.viewer)
        form = ChangedEntryForm(request.POST, contributors=contributors)
        if not form.is_valid():
            return self._page(form)
        if told := form.to_read_back:
            return self._page(read_back(form), told=told)
        said = form.cleaned_data
        try:
            row = actions.change_entry(
                by=self.viewer, row=self.row, contributor=form.contributor, told=form.told, because=said["because"],
                version=said["version"],
            )  # fmt: skip
        except Refused as refused:
            form.add_error(None, str(refused))
            theirs = typed.standing(row=self.row)
            resend(form, version=theirs.version)
            return self._page(form, theirs=theirs)
        messages.success(request, "The entry is changed. What it said before is kept with its source.")
        return redirect(at(row, self.review.reference))

    def _page(self, form: EntryForm, **more: Any) -> HttpResponse:
        self.shows(self.row)
        shown = {"form": form, "row": self.row, "told": "", "theirs": None, **more}
        return self.page("chronology/change.html", shown)


class RemoveEntry(OfEntry):
    """A typed entry taken out of the chronology, with the reason."""

    permission = Permission.ENTRY_WRITE
    reads = "chronology.source_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What it would do."""
        return self._page(ReasonForm(initial={"version": typed.standing(row=self.row).version}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Remove it."""
        form = ReasonForm(request.POST)
        if form.is_valid():
            said = form.cleaned_data
            try:
                actions.remove_entry(by=self.viewer, row=self.row, because=said["because"], version=said["version"])
            except Refused as refused:
                form.add_error(None, str(refused))
        if not form.is_valid():
            return self._page(form)
        messages.success(request, "The entry is out of the chronology. What it said is kept.")
        return redirect("chronology:merged", self.review.reference)

    def _page(self, form: ReasonForm) -> HttpResponse:
        self.shows(self.row)
        return self.page("chronology/remove.html", {"form": form, "row": self.row})
