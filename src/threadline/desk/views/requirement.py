"""One requirement of the method in a review: what it asks, where it stands and why; waiving it, and the way back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.desk.forms import ReasonForm
from threadline.desk.views.review import OfPosition
from threadline.domain.framework.pack import Pack, Requirement
from threadline.reviews import actions, queries
from threadline.reviews.method import pack_of
from threadline.reviews.models import Waiver


def requirement_of(pack: Pack, name: str) -> Requirement:
    """The requirement of that id. Raises Http404."""
    found = next((each for each in pack.requirements if each.id == name), None)
    if found is None:
        raise Http404
    return found


class OneRequirement(OfPosition):
    """A requirement: its words and source, who does it, where it stands, what meetings decide for it, its waivers."""

    reads = "desk.requirement_read"

    def get(self, request: HttpRequest, *, requirement: str, **kwargs: Any) -> HttpResponse:
        """The page."""
        stands = self.stands
        line = stands.line(requirement)
        if line is None:
            raise Http404
        waivers = list(queries.waivers(review=self.review, viewer=self.viewer, requirement=requirement))
        self.shows(self.review, *waivers, requirement=requirement)
        return self.page(
            "desk/requirement.html",
            {
                "line": line,
                "pack": stands.pack,
                "decisions": stands.pack.decisions_for(requirement),
                "waivers": waivers,
                "may_waive": queries.may_waive(review=self.review, viewer=self.viewer, requirement=requirement),
            },
        )


class WaiveRequirement(ReviewView):
    """Setting a requirement aside, with a reason."""

    permission = Permission.REQUIREMENT_WAIVE
    reads = "desk.requirement_read"

    def get(self, request: HttpRequest, *, requirement: str, **kwargs: Any) -> HttpResponse:
        """What it would do, and the reason asked for."""
        return self._page(requirement, ReasonForm())

    def post(self, request: HttpRequest, *, requirement: str, **kwargs: Any) -> HttpResponse:
        """Waive it."""
        form = ReasonForm(request.POST)
        if not form.is_valid():
            return self._page(requirement, form)
        try:
            actions.waive(
                by=self.viewer, review=self.review, requirement=requirement, reason=form.cleaned_data["reason"]
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self._page(requirement, form)
        messages.success(request, f"Requirement {requirement} is waived. The reason stands in the position statement.")
        return redirect("reviews:requirement", self.review.reference, requirement)

    def _page(self, requirement: str, form: ReasonForm) -> HttpResponse:
        pack = pack_of(self.review)
        found = requirement_of(pack, requirement)
        may = queries.may_waive(review=self.review, viewer=self.viewer, requirement=requirement)
        self.shows(self.review, requirement=requirement)
        shown = {"form": form, "requirement": found, "pack": pack, "may_waive": may}
        return self.page("desk/waive.html", shown)


class WithdrawWaiver(ReviewView):
    """Taking a waiver back, with a reason."""

    permission = Permission.REQUIREMENT_WAIVE
    reads = "desk.requirement_read"
    waiver: Waiver

    def target(self, *, waiver: UUID, **where: Any) -> Model:
        """The waiver."""
        standing = Waiver.objects.filter(withdrawn_at__isnull=True).select_related("review", "waived_by")
        self.waiver = self.one(standing, pk=waiver)
        return self.waiver

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What it would do, and the reason asked for."""
        return self._page(ReasonForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Withdraw it."""
        form = ReasonForm(request.POST)
        if not form.is_valid():
            return self._page(form)
        try:
            actions.withdraw_waiver(by=self.viewer, waiver=self.waiver, because=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self._page(form)
        messages.success(request, f"The waiver is withdrawn. Requirement {self.waiver.requirement} counts again.")
        return redirect("reviews:requirement", self.review.reference, self.waiver.requirement)

    def _page(self, form: ReasonForm) -> HttpResponse:
        self.shows(self.waiver)
        return self.page("desk/withdraw.html", {"form": form, "waiver": self.waiver, "pack": pack_of(self.review)})
