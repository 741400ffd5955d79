"""A review's first page: where it stands and what comes next."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.reviews import queries
from threadline.reviews.frame import what_next, where_it_stands


class ReviewOverview(ReviewView):
    """Where the review stands, in sentences, and what comes next."""

    permission = Permission.REVIEW_READ

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        contributors = list(queries.contributors(review=self.review, viewer=self.viewer))
        self.shows(self.review)
        return self.page(
            "reviews/overview.html",
            {
                "contributors": contributors,
                "stands": where_it_stands(self.review, self.viewer),
                "next": what_next(self.review, self.viewer),
                "may_change": queries.may_change(review=self.review, viewer=self.viewer),
            },
        )
