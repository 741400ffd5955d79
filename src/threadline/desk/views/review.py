"""A review as a whole: its first page with the task list, and the position statement for the Board."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.desk import statement
from threadline.desk.standing import WhereItStands, where_it_stands
from threadline.reviews import queries
from threadline.reviews.frame import what_next
from threadline.reviews.frame import where_it_stands as in_sentences
from threadline.reviews.queries.timetable import at_a_glance


class ReviewOverview(ReviewView):
    """Where the review stands: in sentences, what comes next, and every requirement of the method by stage."""

    permission = Permission.REVIEW_READ

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page, as far as `show` asks for."""
        contributors = list(queries.contributors(review=self.review, viewer=self.viewer))
        self.shows(self.review)
        return self.page(
            "desk/overview.html",
            {
                "contributors": contributors,
                "sentences": in_sentences(self.review, self.viewer),
                "next": what_next(self.review, self.viewer),
                "timetable": at_a_glance(review=self.review, viewer=self.viewer),
                "stands": where_it_stands(review=self.review, viewer=self.viewer, show=request.GET.get("show", "")),
                "may_change": queries.may_change(review=self.review, viewer=self.viewer),
            },
        )


class OfPosition(ReviewView, base=True):
    """A page for whoever may see where the review stands."""

    permission = Permission.POSITION_READ

    @property
    def stands(self) -> WhereItStands:
        """Where it stands. Raises Http404 where the viewer may not see it."""
        found = where_it_stands(review=self.review, viewer=self.viewer)
        if found is None:
            raise Http404
        return found


class PositionStatement(OfPosition):
    """The position statement: every requirement with its reasons, to be printed and put before the Board."""

    reads = "desk.position_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The statement as it is today."""
        sentences = in_sentences(self.review, self.viewer)
        return self.page(
            "desk/position.html",
            {"stands": self.stands, "sentences": sentences, "today": timezone.localdate()},
        )


class PositionInWord(OfPosition):
    """The position statement as a Word document. Only ever an attachment."""

    reads = "desk.position_taken"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The file."""
        today = timezone.localdate()
        sentences = in_sentences(self.review, self.viewer)
        data = statement.as_word(self.review, self.stands, sentences=sentences, today=today)
        response = HttpResponse(data, content_type=statement.TYPE)
        file = f"{self.review.reference} position statement {today}.docx"
        response.headers["Content-Disposition"] = content_disposition_header(True, file) or "attachment"
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return response
