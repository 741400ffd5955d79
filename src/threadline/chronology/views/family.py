"""The family's own life: the lane beside the agencies' in the picture."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.chronology import actions
from threadline.chronology.forms.family import MomentForm
from threadline.chronology.forms.sharing import TakenBackForm
from threadline.chronology.models import FamilyMoment
from threadline.chronology.queries import picture as queries


class FamilyLife(ReviewView):
    """The moments of the family's life, and adding one."""

    permission = Permission.ENTRY_WRITE
    reads = "chronology.picture_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        return self._page(MomentForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Add it."""
        form = MomentForm(request.POST)
        if form.is_valid():
            try:
                actions.add_moment(by=self.viewer, review=self.review, lived=form.lived)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "It stands in the family’s lane of the picture.")
                return redirect("chronology:family", self.review.reference)
        return self._page(form)

    def _page(self, form: MomentForm) -> HttpResponse:
        found = queries.moments(review=self.review, viewer=self.viewer)
        return self.page("chronology/family.html", {"form": form, "moments": found})


class TakeOutMoment(ReviewView):
    """A moment taken out, with the reason."""

    permission = Permission.ENTRY_WRITE
    reads = "chronology.picture_read"

    moment: FamilyMoment

    def target(self, **where: Any) -> Model:
        """The moment, or 404."""
        found = queries.moments(review=self.review, viewer=self.viewer)
        self.moment = self.one(found, pk=where["moment"])
        return self.moment

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Why."""
        return self._page(TakenBackForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take it out."""
        form = TakenBackForm(request.POST)
        if form.is_valid():
            try:
                actions.take_out_moment(by=self.viewer, moment=self.moment, because=form.cleaned_data["because"])
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "It is out of the picture. It is kept, with the reason.")
                return redirect("chronology:family", self.review.reference)
        return self._page(form)

    def _page(self, form: TakenBackForm) -> HttpResponse:
        self.shows(self.moment)
        return self.page("chronology/family_out.html", {"form": form, "moment": self.moment})
