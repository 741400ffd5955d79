"""The merged chronology: read, filtered, exported; and the source of any entry."""

import re
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header

from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.views import ReviewView
from threadline.chronology import actions
from threadline.chronology.forms import FilterForm
from threadline.chronology.models import Row
from threadline.chronology.queries import exporting
from threadline.chronology.queries.page import Chosen, Place, choose, page
from threadline.chronology.queries.source import entry, source
from threadline.chronology.records import showable
from threadline.chronology.views.kept import KeptFromPanel
from threadline.domain import dates
from threadline.domain.chronology.writers import TooLong

TOKEN = re.compile(r"[\w-]{1,24}", re.ASCII)


def place_in(sent: QueryDict) -> tuple[Place, str]:
    """Where the address says to stand, and what was typed as a day that cannot be read as one."""
    typed = showable(sent.get("at", "").strip()[:80])
    reading = dates.read(typed) if typed else None
    at = (reading.earliest or reading.latest) if reading else None
    place = Place(at, as_uuid(sent.get("after", "")), as_uuid(sent.get("before", "")))
    return place, typed if typed and at is None else ""


def as_uuid(text: str) -> UUID | None:
    """The id that a text is; None where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


class Merged(KeptFromPanel):
    """The chronology, two hundred entries at a time, with the months beside it and the filter as a sentence."""

    permission = Permission.CHRONOLOGY_READ
    reads = "chronology.read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The view the address names, at the place it names."""
        chosen = self._chosen(request.GET.get("view", ""))
        return self._page(chosen, FilterForm(chosen=chosen), request.GET)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Keep what was chosen under an address that names nobody, and go there."""
        chosen = self._chosen(request.POST.get("view", ""))
        form = FilterForm(request.POST, chosen=chosen)
        if not form.is_valid():
            return self._page(chosen, form, QueryDict())
        address = reverse("chronology:merged", args=[self.review.reference])
        if form.filters.none:
            return redirect(address)
        view = actions.keep_view(by=self.viewer, review=self.review, filters=form.filters)
        return redirect(f"{address}?view={view.token}")

    def _chosen(self, token: str) -> Chosen:
        chosen = choose(review=self.review, viewer=self.viewer, token=token)
        if chosen is None:
            raise Http404
        return chosen

    def _page(self, chosen: Chosen, form: FilterForm, sent: QueryDict) -> HttpResponse:
        token = chosen.view.token if chosen.view else ""
        own = f"?view={token}&" if token else "?"
        place, unread = place_in(sent)
        found = page(chosen=chosen, place=place, address=own)
        self.shows(
            self.review, entries=found.shown, view=token, first=str(found.first or ""), last=str(found.last or "")
        )
        shown = {"found": found, "form": form, "own": own, "token": token, "unread": unread}
        return self.page("chronology/merged.html", shown)


class Source(KeptFromPanel):
    """Where one entry comes from: the agency's own row, its neighbours, how it was read, who changed what."""

    permission = Permission.ENTRY_READ
    reads = "chronology.source_read"

    row: Row

    def target(self, **where: Any) -> Model:
        """The entry, or 404."""
        row = entry(review=self.review.pk, row=where["row"])
        if row is None:
            raise Http404
        self.row = row
        return row

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page; its panel is also what opens beside the chronology."""
        self.shows(self.row)
        back = request.GET.get("view", "")
        shown = {
            "found": source(row=self.row, viewer=self.viewer), "token": back if TOKEN.fullmatch(back) else "",
            "may_read": may(self.viewer, Permission.CHRONOLOGY_READ, self.review),
        }  # fmt: skip
        return self.page("chronology/source.html", shown)


class Export(ReviewView):
    """The present view as a Word, Excel, PDF, CSV or JSON file. Only ever an attachment."""

    permission = Permission.CHRONOLOGY_EXPORT
    reads = "chronology.exported"
    holdable = "chronology.share"

    def get(self, request: HttpRequest, *, kind: str, **kwargs: Any) -> HttpResponse:
        """The file."""
        chosen = choose(review=self.review, viewer=self.viewer, token=request.GET.get("view", ""))
        if kind not in exporting.TYPES or chosen is None:
            raise Http404
        found = exporting.exported(chosen)
        token = chosen.view.token if chosen.view else ""
        name, mime = exporting.TYPES[kind]
        try:
            data = exporting.written(found, kind, chosen)
        except TooLong as long:
            messages.error(request, str(long))
            self.shows(self.review, form="PDF, which was refused as too long", entries=0, view=token)
            address = reverse("chronology:merged", args=[self.review.reference])
            return redirect(f"{address}?view={token}" if token else address)
        self.shows(self.review, form=name, entries=len(found.chronology.entries), view=token)
        response = HttpResponse(data, content_type=mime)
        file = f"{self.review.reference} chronology {timezone.localdate()}.{kind}"
        response.headers["Content-Disposition"] = content_disposition_header(True, file) or "attachment"
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return response
