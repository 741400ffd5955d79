"""The only door to a stored file."""

from uuid import UUID

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.documents import queries, storage
from threadline.documents.models import Document


class Download(ReviewView):
    """A file as it was received, always as an attachment and never shown in the page's own origin (TRUST 43)."""

    permission = Permission.DOCUMENT_READ
    reads = "documents.downloaded"
    document: Document

    def target(self, *, document: UUID, **kwargs: object) -> Model:
        """The file."""
        self.document = self.one(Document.objects.select_related("review"), pk=document)
        return self.document

    def get(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        """Its bytes."""
        found = self.one(queries.for_viewer(review=self.review, viewer=request.user), pk=self.document.pk)  # type: ignore[arg-type]  # signed in by middleware
        data = storage.read(found)
        self.shows(found)
        response = HttpResponse(data, content_type="application/octet-stream")
        response.headers["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return response
