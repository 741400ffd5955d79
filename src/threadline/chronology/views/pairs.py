"""Same event? The questions, one pair at a time; the answers given; entries nearby that may be another account."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.chronology import actions
from threadline.chronology.models import Judgement, Row
from threadline.chronology.queries import pairs
from threadline.chronology.queries.merged import entries
from threadline.reviews.models import Review


class Pairs(ReviewView):
    """Where the questions stand: how many wait, the answers given, and looking through the chronology again."""

    permission = Permission.EVENT_LINK
    reads = "chronology.pairs_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        shown = {
            "found": pairs.standing(self.review),
            "answers": pairs.answers(self.review, self.viewer),
            "across": pairs.next_pair(self.review, within=False, viewer=self.viewer),
            "within": pairs.next_pair(self.review, within=True, viewer=self.viewer),
        }
        return self.page("chronology/pairs.html", shown)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Have the chronology looked through again."""
        actions.look_for_pairs(by=self.viewer, review=self.review)
        return redirect("chronology:pairs", self.review.reference)


class Pair(ReviewView):
    """Two entries: are they one event? Answered by a button or a key; the next pair follows at once."""

    permission = Permission.EVENT_LINK
    reads = "chronology.pairs_read"

    both: tuple[Row, Row]

    def target(self, **where: Any) -> Model:
        """The review; both entries are found first, or 404."""
        seen = entries(Standing(self.viewer, self.review)).select_related("review", "agency", "file__document")
        first, second = (self.one(seen, pk=where[name]) for name in ("row", "other"))
        if first.pk == second.pk:
            raise Http404
        self.both = (first, second)
        return super().target(**where)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The pair."""
        return self._page()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take the answer and go on to the next pair."""
        first, second = self.both
        try:
            actions.judge(
                by=self.viewer, review=self.review, one=first, other=second, says=request.POST.get("says", "")
            )
        except Refused as refused:
            return self._page(str(refused))
        return redirect(next_address(self.review, self.viewer, self.both))

    def _page(self, refused: str = "") -> HttpResponse:
        first, second = self.both
        self.shows(first, second)
        shown = {
            "found": pairs.question(review=self.review, viewer=self.viewer, one=first, other=second),
            "standing": pairs.standing(self.review),
            "last": pairs.last_answer(self.review, self.viewer),
            "refused": refused,
            "skip": next_address(self.review, self.viewer, self.both),
        }
        return self.page("chronology/pair.html", shown)


def next_address(review: Review, viewer: User, both: tuple[Row, Row]) -> str:
    """The page of the pair to ask about after this one; where all are answered, the page of answers."""
    first, second = both
    found = pairs.place_of(review, first.pk, second.pk)
    within = first.agency_id == second.agency_id
    follows = pairs.next_pair(review, within=within, viewer=viewer, after=found.place if found else None)
    if follows is None or set(follows) == {first.pk, second.pk}:
        return reverse("chronology:pairs", args=[review.reference])
    return reverse("chronology:pair", args=[review.reference, *follows])


class TakeBack(ReviewView):
    """An answer taken back; the two entries are asked about again at once."""

    permission = Permission.EVENT_LINK
    reads = "chronology.pairs_read"

    judgement: Judgement

    def target(self, **where: Any) -> Model:
        """The review; the answer is found first, or 404."""
        self.judgement = self.one(Judgement.objects.filter(review=self.review), pk=where["number"])
        return super().target(**where)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take it back and show the pair."""
        answer = self.judgement
        pair: list[UUID] = [answer.a_id, answer.b_id]
        try:
            actions.take_back(by=self.viewer, review=self.review, judgement=answer)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("chronology:pairs", self.review.reference)
        messages.success(request, "The answer is taken back. The two entries are as they were.")
        return redirect("chronology:pair", self.review.reference, *pair)


class Nearby(ReviewView):
    """Entries within a fortnight of one, to say that one of them is another account of the same event."""

    permission = Permission.EVENT_LINK
    reads = "chronology.pairs_read"

    row: Row

    def target(self, **where: Any) -> Model:
        """The review; the entry is found first, or 404."""
        seen = entries(Standing(self.viewer, self.review)).select_related("review", "agency", "file__document")
        self.row = self.one(seen, pk=where["row"])
        return super().target(**where)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The entry and those around it."""
        self.shows(self.row)
        shown = {"row": self.row, "short": pairs.in_short(self.row, 300), "near": pairs.nearby(
            row=self.row, viewer=self.viewer)}  # fmt: skip
        return self.page("chronology/nearby.html", shown)
