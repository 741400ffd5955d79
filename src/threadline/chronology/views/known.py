"""As known then: what an agency or a person knew on a day; who knew what, when; and recording who was told."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.access.within import Standing
from threadline.chronology import actions
from threadline.chronology.forms.sharing import KnownForm, SharingForm, TakenBackForm
from threadline.chronology.models import KeyEvent, Row, Sharing
from threadline.chronology.queries import known as queries
from threadline.chronology.queries.key_events import line_of
from threadline.chronology.queries.merged import entries
from threadline.chronology.views.kept import KeptFromPanel
from threadline.ui.words import day


class Known(KeptFromPanel):
    """The chronology as known to an agency or a person on a day, alone or beside another. Asked by GET: ids and a day,
    no names.
    """

    permission = Permission.CHRONOLOGY_READ
    reads = "chronology.known_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page; the question alone where nothing is asked yet, or nothing can be read of it."""
        case = queries.Case(self.review, self.viewer)
        asked = bool({"who", "on"} & set(request.GET))
        everyone = [(each.key, each.word) for each in case.knowers.values()]
        start = {"who": everyone[0][0] if everyone else "", "on": day(self.review.incident_on)}
        form = KnownForm(request.GET if asked else None, everyone=everyone, initial=start)
        shown: dict[str, Any] = {"form": form, "case": case, "found": None, "beside": None, "every": False}
        if asked and form.is_valid():
            shown |= self._answer(case, form.cleaned_data, every="all" in request.GET)
            form.data = {**request.GET.dict(), "on": day(form.cleaned_data["on"])}
        return self.page("chronology/known.html", shown)

    def _answer(self, case: queries.Case, asked: dict[str, Any], *, every: bool) -> dict[str, Any]:
        who, on, other = asked["who"], asked["on"], asked["other"]
        answer = {"knower": case.knowers[who], "on": on, "every": every, "span": self._span(case)}
        if other and other != who:
            beside = queries.compared(case, who, other, on, every=every)
            return answer | {"beside": beside, "other": case.knowers[other]}
        return answer | {"found": queries.as_known(case, who, on, every=every)}

    def _span(self, case: queries.Case) -> tuple[date, date]:
        days = [each for one in case.slim.values() for each in (one.earliest, one.latest) if each]
        return min([self.review.period_from, *days]), max([self.review.period_to, *days])


class Matrix(KeptFromPanel):
    """Who knew what, when: key events, what was shared, and what several agencies recorded."""

    permission = Permission.CHRONOLOGY_READ
    reads = "chronology.known_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        case = queries.Case(self.review, self.viewer)
        return self.page("chronology/matrix.html", {"found": queries.matrix(case)})


class Share(ReviewView):
    """Who was told of an entry, and recording that somebody was."""

    permission = Permission.SHARING_WRITE
    reads = "chronology.source_read"

    row: Row

    def target(self, **where: Any) -> Model:
        """The review; the entry is found first, or 404."""
        seen = entries(Standing(self.viewer, self.review)).select_related("agency", "review")
        self.row = self.one(seen, pk=where["row"])
        return super().target(**where)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The entry, who was told, and an empty form."""
        return self._page(self._form())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Record it."""
        form = self._form(request.POST)
        if form.is_valid():
            try:
                actions.record_sharing(
                    by=self.viewer, row=self.row, contributor=form.contributor, person=form.told, shared=form.shared
                )  # fmt: skip
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "Recorded. “As known then” shows it from that day on.")
                return redirect("chronology:share", self.review.reference, self.row.pk)
        return self._page(form)

    def _form(self, *sent: Any) -> SharingForm:
        case = queries.Case(self.review, self.viewer)
        others = [each for each in case.contributors if each.agency_id != self.row.agency_id]
        return SharingForm(*sent, contributors=others, people=case.people.values())

    def _page(self, form: SharingForm) -> HttpResponse:
        self.shows(self.row)
        told = [(each, queries.told_span(each)) for each in queries.sharings(self.row)]
        line = line_of(KeyEvent(row=self.row), self.row)
        return self.page("chronology/share.html", {"form": form, "line": line, "told": told})


class TakeBackSharing(ReviewView):
    """A sharing recorded by mistake, taken back with the reason."""

    permission = Permission.SHARING_WRITE
    reads = "chronology.source_read"

    sharing: Sharing

    def target(self, **where: Any) -> Model:
        """The sharing, or 404."""
        found = Sharing.objects.filter(review=self.review, back_at__isnull=True)
        self.sharing = self.one(found.select_related("agency", "person", "review"), pk=where["number"])
        return self.sharing

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Why."""
        return self._page(TakenBackForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take it back."""
        form = TakenBackForm(request.POST)
        if form.is_valid():
            try:
                actions.take_back_sharing(
                    by=self.viewer, sharing=self.sharing, because=form.cleaned_data["because"]
                )  # fmt: skip
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "Taken back. It is kept, with the reason.")
                return redirect("chronology:share", self.review.reference, self.sharing.row_id)
        return self._page(form)

    def _page(self, form: TakenBackForm) -> HttpResponse:
        self.shows(self.sharing)
        shown = {"form": form, "sharing": self.sharing, "when": queries.told_span(self.sharing)}
        return self.page("chronology/share_back.html", shown)
