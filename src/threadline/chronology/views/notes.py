"""Notes beside an entry; names for views."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.access.within import Standing
from threadline.chronology import actions
from threadline.chronology.forms import resend
from threadline.chronology.forms.notes import NameViewForm, NoteForm
from threadline.chronology.models import KeyEvent, NamedView, Note, Row
from threadline.chronology.queries import notes as queries
from threadline.chronology.queries.key_events import line_of
from threadline.chronology.queries.merged import entries
from threadline.chronology.queries.page import Chosen, choose
from threadline.chronology.views.kept import KeptFromPanel


class NewNote(KeptFromPanel):
    """A note written beside an entry."""

    permission = Permission.NOTE_WRITE
    reads = "chronology.source_read"

    row: Row

    def target(self, **where: Any) -> Model:
        """The review; the entry is found first, or 404."""
        seen = entries(Standing(self.viewer, self.review)).select_related("agency", "review")
        self.row = self.one(seen, pk=where["row"])
        return super().target(**where)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The entry and an empty form."""
        return self._page(NoteForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Write it."""
        form = NoteForm(request.POST)
        if form.is_valid():
            said = form.cleaned_data
            try:
                actions.write_note(by=self.viewer, row=self.row, text=said["text"], audience=said["audience"])
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "The note stands beside the entry.")
                return redirect("chronology:source", self.review.reference, self.row.pk)
        return self._page(form)

    def _page(self, form: NoteForm) -> HttpResponse:
        self.shows(self.row)
        line = line_of(KeyEvent(row=self.row), self.row)
        return self.page("chronology/note.html", {"form": form, "line": line, "note": None})


class ChangeNote(KeptFromPanel):
    """One's own note, changed or removed. Another's does not exist here."""

    permission = Permission.NOTE_WRITE
    reads = "chronology.source_read"

    note: Note

    def target(self, **where: Any) -> Model:
        """The note, or 404."""
        self.note = self.one(queries.own(review=self.review, viewer=self.viewer), pk=where["note"])
        return self.note

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The note in a form."""
        said = {name: getattr(self.note, name) for name in ("text", "audience", "version")}
        return self._page(NoteForm(initial=said))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Change it; or remove it, where that button was pressed."""
        form = NoteForm(request.POST)
        if form.is_valid():
            said = form.cleaned_data
            version = said["version"] or 0
            try:
                if "remove" in request.POST:
                    actions.remove_note(by=self.viewer, note=self.note, version=version)
                else:
                    actions.change_note(
                        by=self.viewer, note=self.note, text=said["text"], audience=said["audience"], version=version
                    )
            except Refused as refused:
                form.add_error(None, str(refused))
                resend(form, version=self.note.version)
            else:
                messages.success(
                    request, "The note is removed." if "remove" in request.POST else "The note is changed."
                )
                return redirect("chronology:source", self.review.reference, self.note.row_id)
        return self._page(form)

    def _page(self, form: NoteForm) -> HttpResponse:
        self.shows(self.note)
        seen = entries(Standing(self.viewer, self.review)).select_related("agency", "review")
        line = line_of(KeyEvent(), seen.filter(pk=self.note.row_id).first())
        return self.page("chronology/note.html", {"form": form, "line": line, "note": self.note})


class Views(KeptFromPanel):
    """The views with a name; and a name for the view that the address gives."""

    permission = Permission.CHRONOLOGY_READ

    chosen: Chosen

    def target(self, **where: Any) -> Model:
        """The review; the view is found first, or 404."""
        chosen = choose(review=self.review, viewer=self.viewer, token=self.request.GET.get("view", ""))
        if chosen is None:
            raise Http404
        self.chosen = chosen
        return super().target(**where)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        return self._page(NameViewForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Give the view a name."""
        form, view = NameViewForm(request.POST), self.chosen.view
        if form.is_valid() and view is not None:
            said = form.cleaned_data
            try:
                actions.name_view(
                    by=self.viewer, review=self.review, view=view, name=said["name"], audience=said["audience"]
                )  # fmt: skip
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "The view has its name. It is on this page from now on.")
                return redirect("chronology:views", self.review.reference)
        return self._page(form)

    def _page(self, form: NameViewForm) -> HttpResponse:
        may_name = self.chosen.standing.may(Permission.NOTE_WRITE)
        named = queries.named_views(review=self.review, viewer=self.viewer)
        own = self.chosen.view.token if self.chosen.view else ""
        shown = {"form": form, "chosen": self.chosen, "token": own, "named": named, "may_name": may_name}
        shown["viewer"] = self.viewer
        return self.page("chronology/views.html", shown)


class ForgetView(ReviewView):
    """The name of one's own view taken away."""

    permission = Permission.NOTE_WRITE

    named: NamedView

    def target(self, **where: Any) -> Model:
        """The named view, or 404."""
        mine = queries.named_views(review=self.review, viewer=self.viewer).filter(by=self.viewer)
        self.named = self.one(mine, pk=where["named"])
        return self.named

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take it away."""
        actions.forget_view(by=self.viewer, named=self.named)
        messages.success(request, "The name is taken away.")
        return redirect(reverse("chronology:views", args=[self.review.reference]))
