"""Holds: what must wait; placing one, saying that it must go on, releasing it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.reviews import actions
from threadline.reviews.forms.proceedings import HoldForm, KeepForm, ReleaseForm
from threadline.reviews.models import Hold
from threadline.reviews.queries import holds as queries


class Holds(ReviewView):
    """What must wait now, and what had to."""

    permission = Permission.REVIEW_READ
    reads = "reviews.holds_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        found = queries.listed(review=self.review, viewer=self.viewer)
        self.shows(*(each.hold for each in found))
        may_place = queries.may_place(review=self.review, viewer=self.viewer)
        return self.page("reviews/holds.html", {"found": found, "may_place": may_place})


class ChooseKind(ReviewView):
    """The kinds of hold that the method names."""

    permission = Permission.HOLD_PLACE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The choice."""
        return self.page("reviews/hold_kind.html", {"kinds": queries.kinds(review=self.review)})


class PlaceHold(ReviewView):
    """Place a hold of one kind."""

    permission = Permission.HOLD_PLACE

    def get(self, request: HttpRequest, *, kind: str, **kwargs: Any) -> HttpResponse:
        """What it would stop, and what is asked."""
        return self._page(self._kind(kind), HoldForm(kind=self._kind(kind)))

    def post(self, request: HttpRequest, *, kind: str, **kwargs: Any) -> HttpResponse:
        """Place it."""
        found = self._kind(kind)
        form = HoldForm(request.POST, kind=found)
        if form.is_valid():
            try:
                actions.place_hold(by=self.viewer, review=self.review, kind=found.id, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(
                    request, f"The hold is placed: {found.title}. From now on nobody can do what it stops."
                )
                return redirect("reviews:holds", self.review.reference)
        return self._page(found, form)

    def _kind(self, kind: str) -> Any:
        found = next((each for each in queries.kinds(review=self.review) if each.id == kind), None)
        if found is None:
            raise Http404
        return found

    def _page(self, kind: Any, form: HoldForm) -> HttpResponse:
        stops = queries.acts_in_words(list(kind.blocks))
        return self.page("reviews/hold_place.html", {"form": form, "kind": kind, "stops": stops})


class OfHold(ReviewView):
    """A page about one hold that stands."""

    permission = Permission.HOLD_PLACE
    reads = "reviews.holds_read"
    hold: Hold

    def target(self, *, hold: UUID, **where: Any) -> Model:  # type: ignore[override]  # the address's own part
        """The hold."""
        self.hold = self.one(Hold.objects.select_related("review__board"), pk=hold)
        return self.hold

    def draw(self, template: str, form: Any) -> HttpResponse:
        """The page, with the hold on it."""
        self.shows(self.hold)
        stops = queries.acts_in_words(self.hold.acts)
        return self.page(f"reviews/{template}.html", {"hold": self.hold, "stops": stops, "form": form})

    def settle(self, form: Any, template: str, act: Any, said: str) -> HttpResponse:
        """Do it, or say in the form why it cannot be done."""
        if form.is_valid():
            try:
                act(by=self.viewer, hold=self.hold, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(self.request, said)
                return redirect("reviews:holds", self.review.reference)
        return self.draw(template, form)


class KeepHold(OfHold):
    """Say that a hold must go on."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The question."""
        return self.draw("hold_keep", KeepForm(initial={"version": self.hold.version, "asked": timezone.localdate()}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Record it."""
        return self.settle(KeepForm(request.POST), "hold_keep", actions.keep_hold, "It is recorded: the hold goes on.")


class ReleaseHold(OfHold):
    """Release a hold."""

    permission = Permission.HOLD_RELEASE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What it would do."""
        return self.draw("hold_release", ReleaseForm(initial={"version": self.hold.version}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Release it."""
        said = f"The hold is released: {self.hold.title}."
        return self.settle(ReleaseForm(request.POST), "hold_release", actions.release_hold, said)
