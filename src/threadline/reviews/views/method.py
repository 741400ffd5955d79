"""The method that a review is held to: which version, what changed, and moving it to another version with a reason."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.domain.framework.compare import compare
from threadline.domain.framework.pack import Pack
from threadline.reviews import actions, queries
from threadline.reviews.forms.method import MoveForm
from threadline.reviews.method import offered_to, pack_of


class MethodOfReview(ReviewView):
    """Which version of the method the review keeps to, how it came to it, and what else it could be moved to."""

    permission = Permission.POSITION_READ
    reads = "reviews.method_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        moves = list(queries.moves(review=self.review, viewer=self.viewer))
        self.shows(self.review, *moves)
        may_move = queries.may_move(review=self.review, viewer=self.viewer)
        others = [pack for pack in offered_to(self.review.board) if pack.digest != self.review.pack_id]
        shown = {"pack": pack_of(self.review), "moves": moves, "others": others if may_move else []}
        return self.page("reviews/method.html", shown)


class MoveToAnotherPack(ReviewView):
    """What differs in another version of the method, and moving the review to it."""

    permission = Permission.METHOD_MOVE
    reads = "reviews.method_read"

    def get(self, request: HttpRequest, *, edition: str, **kwargs: Any) -> HttpResponse:
        """What differs, and the reason asked for."""
        return self._page(self._wanted(edition), MoveForm(initial={"seen": self.review.pack_id}))

    def post(self, request: HttpRequest, *, edition: str, **kwargs: Any) -> HttpResponse:
        """Move it."""
        to, form = self._wanted(edition), MoveForm(request.POST)
        if not form.is_valid():
            return self._page(to, form)
        try:
            actions.move_pack(by=self.viewer, review=self.review, to=to, **form.cleaned_data)
        except Refused as refusal:
            form.data = {**request.POST.dict(), "seen": self.review.pack_id}  # type: ignore[assignment]  # as typed
            form.add_error(None, str(refusal))
            return self._page(to, form)
        messages.success(request, f"The review keeps to version {to.about.version} of {to.about.title} from now on.")
        return redirect("reviews:method", self.review.reference)

    def _wanted(self, digest: str) -> Pack:
        """The version asked for. Raises Http404 for one that is not the Board's to choose."""
        found = next((pack for pack in offered_to(self.review.board) if pack.digest == digest), None)
        if found is None or digest == self.review.pack_id:
            raise Http404
        return found

    def _page(self, to: Pack, form: MoveForm) -> HttpResponse:
        pack = pack_of(self.review)
        shown = {"pack": pack, "to": to, "changes": compare(pack, to), "form": form}
        return self.page("reviews/move.html", shown)
