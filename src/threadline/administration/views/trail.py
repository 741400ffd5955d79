"""Who has looked, and who can."""

import csv
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.accounts.recent import RecentlyProven
from threadline.administration.forms.roles import TrailForm
from threadline.administration.queries import readers, roles, trail
from threadline.administration.views.board import OfBoard
from threadline.documents.models import Document
from threadline.domain.chronology.writers.view import harmless
from threadline.people.models import Person

HEADINGS = ("Number", "When", "Who", "As", "What", "How it ended", "Where", "Out of the ordinary")


class WhoHasLooked(OfBoard):
    """Who has looked at what, changed what and was refused: refusals first, then everything, latest first."""

    permission = Permission.AUDIT_READ
    reads = "administration.trail_read"

    def get(self, request: HttpRequest, board: UUID) -> HttpResponse:
        """A window of it."""
        form = self.form()
        before = form.cleaned_data.get("before") if form.is_valid() else None
        found = trail.looked(board=self.board, viewer=self.viewer, sought=form.sought, before=before)
        asked = request.GET.copy()
        asked.pop("before", None)
        return self.draw("trail", form=form, found=found, asked=asked.urlencode(), before=before, proof=trail.proof())

    def form(self) -> TrailForm:
        """What is looked for."""
        reviews = roles.reviews_of(board=self.board, viewer=self.viewer)
        people = roles.people_of(board=self.board)
        return TrailForm(self.request.GET, people=people, reviews=reviews)


class ExportWhoHasLooked(RecentlyProven, WhoHasLooked):
    """The same as CSV, for whoever must show it outside."""

    reads = "administration.trail_exported"

    def get(self, request: HttpRequest, board: UUID) -> HttpResponseBase:  # type: ignore[override]  # it streams
        """Every event that is sought, oldest last, one a line."""
        found = trail.events(board=self.board, sought=self.form().sought)
        self.shows(self.board, events=found.count())
        response = StreamingHttpResponse(
            _lines(trail.Words(self.board, self.viewer), found), content_type="text/csv; charset=utf-8"
        )
        response.headers["Content-Disposition"] = 'attachment; filename="who-has-looked.csv"'
        return response


class _Echo:
    def write(self, text: str) -> str:
        return text


def _lines(words: trail.Words, found: Any) -> Iterator[str]:
    writer: Any = csv.writer(_Echo(), lineterminator="\r\n")  # type: ignore[arg-type]  # it only needs write()
    yield "\ufeff" + writer.writerow(HEADINGS)
    for event in found.iterator(chunk_size=1000):
        line = words.line(event)
        row = (line.number, line.at.isoformat(), line.who, line.acting_as, line.told, line.outcome, line.where)
        yield writer.writerow([harmless(str(value)) for value in (*row, "; ".join(line.marks))])


class WhoCanRead(ReviewView):
    """Who can read what in a review, and why; for whoever may see it, who has."""

    permission = Permission.ROLE_READ
    reads = "administration.readers_read"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The table."""
        found = readers.of_review(review=self.review)
        return self._page(found, f"Who can read review {self.review.reference}", self.review)

    def _page(self, found: list[readers.Reader], title: str, record: Any) -> HttpResponse:
        lines = readers.who_has_read(record=record, viewer=self.viewer)
        self.shows(record)
        return self.page("administration/readers.html", {"found": found, "lines": lines, "title": title})


class WhoCanReadPerson(WhoCanRead):
    """Who can read what the register says of a person, and who has: what that person may be told (TRUST 37)."""

    def get(self, request: HttpRequest, person: UUID) -> HttpResponse:  # type: ignore[override]  # of a person
        """The table."""
        found = self.one(Person.objects.select_related("review"), pk=person)
        return self._page(readers.of_person(person=found), f"Who can read the entry of {found.name}", found)


class WhoCanReadFile(WhoCanRead):
    """Who can download a file, and who has."""

    def get(self, request: HttpRequest, document: UUID) -> HttpResponse:  # type: ignore[override]  # of a file
        """The table."""
        found = self.one(Document.objects.select_related("review"), pk=document)
        return self._page(readers.of_document(document=found), "Who can read this file", found)


class WhoCanReadThing(WhoCanRead):
    """Who can read any one record of the review, and why; for whoever may see it, who has."""

    def get(self, request: HttpRequest, model: str, record: UUID) -> HttpResponse:  # type: ignore[override]  # of a record
        """The table. Raises Http404 for what is not read by a permission of its own, and for what is not there."""
        try:
            kind = readers.kind_of(model)
        except (LookupError, ValueError):
            raise Http404 from None
        found = self.one(kind._default_manager.all(), pk=record)
        return self._page(readers.of_record(found), f"Who can read this {readers.called(kind)}", found)
