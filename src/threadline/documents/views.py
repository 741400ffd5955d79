"""The only door to a stored file."""

import re
from uuid import UUID

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.audit.trail import Outcome
from threadline.documents import queries, storage
from threadline.documents.models import Document

UNSAFE_IN_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f/\\\u200b-\u200f\u2028-\u202e\u2066-\u2069]+")


class Download(ReviewView):
    """A file as it was received, always as an attachment and never shown in the page's own origin (TRUST 43)."""

    permission = Permission.DOCUMENT_READ
    reads = "documents.downloaded"
    document: Document

    def target(self, *, document: UUID) -> Model:  # type: ignore[override]  # the address's own part
        """The file."""
        self.document = self.one(Document.objects.select_related("review"), pk=document)
        return self.document

    def get(self, request: HttpRequest, document: UUID) -> HttpResponse:
        """Its bytes, or a page saying that they are not there any more."""
        found = self.one(queries.for_viewer(review=self.review, viewer=self.viewer), pk=document)
        self.shows(found)
        try:
            data = storage.read(found)
        except storage.Withheld as withheld:
            self.outcome = Outcome.REFUSED
            told = {"sentence": str(withheld), "remedy": withheld.remedy}
            return self.page("documents/withheld.html", told, status=409)
        except storage.Damaged as fault:
            self.outcome = Outcome.FAILED
            return self.page("documents/damaged.html", {"sentence": str(fault)}, status=410)
        response = HttpResponse(data, content_type="application/octet-stream")
        response.headers["Content-Disposition"] = attached_as(found.name)
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        response.headers["X-Virus-Scan"] = found.get_scan_display()
        return response


def attached_as(name: str) -> str:
    """The header that offers bytes under `name`, without what could end the line or mislead about the file's kind."""
    return content_disposition_header(True, UNSAFE_IN_NAME.sub(" ", name).strip() or "file") or "attachment"
