"""The chronology as a picture, its table, and the picture as a file for the report."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from markupsafe import Markup

from threadline.access.permissions import Permission
from threadline.chronology.queries.page import Chosen, choose
from threadline.chronology.queries.picture import Shown, shown
from threadline.chronology.views.kept import KeptFromPanel
from threadline.domain.chronology.writers import picture_png


def day_in(text: str) -> date | None:
    """The day an address names, between 1900 and 2100; None where it names none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2100 else None


class OfPicture(KeptFromPanel, base=True):
    """The picture of the view, and the stretch, that the address names."""

    chosen: Chosen

    def find(self, address: str) -> Shown:
        """What is shown. Raises Http404 for a view that is not there."""
        asked = self.request.GET
        chosen = choose(review=self.review, viewer=self.viewer, token=asked.get("view", ""))
        if chosen is None:
            raise Http404
        self.chosen = chosen
        stretch = day_in(asked.get("from", "")), day_in(asked.get("to", ""))
        token = chosen.view.token if chosen.view else ""
        there = f"{address}?view={token}&" if token else f"{address}?"
        return shown(chosen, first=stretch[0], last=stretch[1], address=there if address else "")


class PicturePage(OfPicture):
    """Lanes over time, with the same facts as a table below."""

    permission = Permission.CHRONOLOGY_READ
    reads = "chronology.picture_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        found = self.find(reverse("chronology:merged", args=[self.review.reference]))
        token = self.chosen.view.token if self.chosen.view else ""
        self.shows(self.review, entries=found.entries)
        page = {
            "found": found, "svg": Markup(found.picture.svg), "token": token,  # noqa: S704  # escaped where it is drawn
            "own": f"?view={token}&" if token else "?", "chosen": self.chosen,
            "may_add": self.chosen.standing.may(Permission.ENTRY_WRITE),
            "may_export": self.chosen.standing.may(Permission.CHRONOLOGY_EXPORT),
        }  # fmt: skip
        return self.page("chronology/picture.html", page)


class PictureFile(OfPicture):
    """The picture as an SVG or PNG file, its filter and stretch in the caption. Only ever an attachment."""

    permission = Permission.CHRONOLOGY_EXPORT
    works_on = None
    reads = "chronology.exported"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The file."""
        kind = request.GET.get("as", "svg")
        if kind not in ("svg", "png"):
            raise Http404
        found = self.find("")
        token = self.chosen.view.token if self.chosen.view else ""
        self.shows(self.review, form=kind.upper(), entries=found.entries, view=token)
        svg = f'<?xml version="1.0" encoding="UTF-8"?>\n{found.picture.svg}'
        data: str | bytes = picture_png(svg) if kind == "png" else svg
        response = HttpResponse(data, content_type="image/png" if kind == "png" else "image/svg+xml")
        name = f"{self.review.reference} picture {timezone.localdate()}.{kind}"
        response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return response
