"""The list of reviews, and opening one."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import AuditedView, ReviewView
from threadline.agencies.models import Board
from threadline.reviews import actions, queries
from threadline.reviews.forms.opening import OpenForm
from threadline.reviews.method import offered_to


class ListReviews(AuditedView):
    """The reviews a person may see."""

    permission = None
    reads = "reviews.listed"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list, newest first."""
        found = list(queries.for_viewer(viewer=self.viewer))
        self.shows(*found)
        may_open = queries.boards_to_open_in(viewer=self.viewer).exists()
        return self.page("reviews/list.html", {"reviews": found, "may_open": may_open})


class OpenReview(AuditedView):
    """Open a review at the person's Board that was under way before it came here."""

    permission = Permission.REVIEW_OPEN
    board: Board

    def target(self, **where: Any) -> Board:
        """The Board: named where a person serves several."""
        boards = queries.boards_to_open_in(viewer=self.viewer)
        if wanted := self.request.GET.get("board"):
            boards = boards.filter(pk__in=[wanted] if len(wanted) == 36 else [])
        found = boards.first()
        if found is None:
            raise Http404
        self.board = found
        return found

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        return self._page(OpenForm(board=self.board, packs=offered_to(self.board)))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Open it."""
        form = OpenForm(request.POST, board=self.board, packs=offered_to(self.board))
        if not form.is_valid():
            return self._page(form)
        try:
            review = actions.open_review(
                by=self.viewer, board=self.board, reference=form.cleaned_data["reference"], dates=form.dates,
                under_way=form.under_way, agencies=form.chosen, new=form.named, pack=form.method,
            )  # fmt: skip
        except Refused as refusal:
            field = "reference" if "reference" in str(refusal) else "period_from"
            form.add_error("decided_on" if "Chair decided" in str(refusal) else field, str(refusal))
            return self._page(form)
        messages.success(
            request, f"Review {review.reference} is open. Next, prepare its scope, and bring the agencies' timelines."
        )
        return redirect("reviews:overview", review.reference)

    def _page(self, form: OpenForm) -> HttpResponse:
        return self.page("reviews/open.html", {"form": form, "board": self.board})


class ChangeReview(ReviewView):
    """Where the dates and the agencies were changed before the scope had versions."""

    permission = Permission.REVIEW_READ

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """To the scope."""
        return redirect("reviews:scope", self.review.reference)
