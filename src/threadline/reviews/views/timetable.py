"""The timetable: its picture and table; drawing it up, agreeing it, moving a date once its effect has been seen."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.reviews import actions
from threadline.reviews.forms.planning import AddForm, BecauseForm, ClosedForm, DecidedForm, MeetingForm, MoveForm
from threadline.reviews.method import pack_of
from threadline.reviews.models import Timetable
from threadline.reviews.queries import timetable as queries


class ReadTimetable(ReviewView):
    """The picture, the table that says the same, and how far it has drifted."""

    permission = Permission.REVIEW_READ
    reads = "reviews.timetable_read"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page."""
        found = queries.of_review(review=self.review, viewer=self.viewer)
        self.shows(*([found] if found else []))
        may_draw = queries.may_draw(review=self.review, viewer=self.viewer)
        shown = queries.shown(found, viewer=self.viewer) if found else None
        return self.page("reviews/timetable.html", {"found": shown, "may_draw": may_draw})


class DrawUpTimetable(ReviewView):
    """Propose a date for every milestone."""

    permission = Permission.TIMETABLE_WRITE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The question."""
        return self.page(
            "reviews/timetable_draw.html", {"form": DecidedForm(initial={"decided_on": self.review.decided_on})}
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Draw it up."""
        form = DecidedForm(request.POST)
        if form.is_valid():
            try:
                actions.draw_up_timetable(by=self.viewer, review=self.review, **form.cleaned_data)
            except Refused as refused:
                form.add_error("decided_on", str(refused))
            else:
                messages.success(
                    request, "The timetable is drawn up. Move what does not fit; then the Panel Chair can agree it."
                )
                return redirect("reviews:timetable", self.review.reference)
        return self.page("reviews/timetable_draw.html", {"form": form})


class OfTimetable(ReviewView):
    """A page about the timetable there is."""

    permission = Permission.TIMETABLE_WRITE
    reads = "reviews.timetable_read"
    timetable: Timetable

    def target(self, **where: Any) -> Model:
        """The timetable."""
        related = Timetable.objects.select_related("review__board").prefetch_related("milestones")
        self.timetable = self.one(related, review=self.review)
        return self.timetable

    def draw(self, template: str, **context: Any) -> HttpResponse:
        """The page, with the timetable on it."""
        self.shows(self.timetable)
        return self.page(f"reviews/{template}.html", {"timetable": self.timetable, **context})

    def back(self, said: str) -> HttpResponse:
        """To the timetable, saying what was done."""
        messages.success(self.request, said)
        return redirect("reviews:timetable", self.review.reference)

    def refused(self, form: Any, refused: Refused, field: str | None = None) -> None:
        """Say in the form why it could not be done; what was typed stays, and can be saved over what stands now."""
        form.add_error(None if isinstance(refused, actions.Overtaken) else field, str(refused))
        now = str(queries.version_of(self.timetable))
        form.data = {**{key: form.data[key] for key in form.data}, "version": now}

    def version(self, **initial: Any) -> dict[str, Any]:
        """What a form starts from."""
        return {"initial": {"version": self.timetable.version, **initial}}


class AgreeTimetable(OfTimetable):
    """Agree it: from then on drift is counted."""

    permission = Permission.TIMETABLE_AGREE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What it means."""
        return self.draw("timetable_agree", form=MeetingForm(**self.version(agreed_on=timezone.localdate())))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Agree."""
        form = MeetingForm(request.POST)
        if form.is_valid():
            try:
                actions.agree_timetable(by=self.viewer, timetable=self.timetable, **form.cleaned_data)
            except Refused as refused:
                self.refused(form, refused)
            else:
                return self.back(
                    "The timetable is agreed. Every later change is counted in the drift, with its reason."
                )
        return self.draw("timetable_agree", form=form)


class MoveMilestone(OfTimetable):
    """Move a date: first what, then all that moves with it and who is told, then the reason."""

    def get(self, request: HttpRequest, *, milestone: str, **kwargs: Any) -> HttpResponse:
        """The question; or, once it is answered, what it would do."""
        row = self._row(milestone)
        asked = any(key.startswith("to-") for key in request.GET)
        form = MoveForm(request.GET) if asked else MoveForm(initial={"to": row.planned_on, "fixed": row.fixed})
        if not asked or not form.is_valid():
            return self._ask(row, form)
        return self._preview(row, form, BecauseForm(**self.version()))

    def post(self, request: HttpRequest, *, milestone: str, **kwargs: Any) -> HttpResponse:
        """Save it."""
        row, form, because = self._row(milestone), MoveForm(request.GET), BecauseForm(request.POST)
        if not form.is_valid():
            return self._ask(row, form)
        if because.is_valid():
            try:
                actions.move_milestone(
                    by=self.viewer, timetable=self.timetable, key=row.key, to=form.cleaned_data["to"],
                    fixed=form.cleaned_data["fixed"], done=form.cleaned_data["what"] == MoveForm.DONE,
                    **because.cleaned_data,
                )  # fmt: skip
            except Refused as refused:
                self.refused(because, refused, "because")
            else:
                return self.back(f"“{row.title}” is saved, with everything that depends on it.")
        return self._preview(row, form, because)

    def _row(self, milestone: str) -> Any:
        found = next((row for row in self.timetable.milestones.all() if row.key == milestone), None)
        if found is None:
            raise Http404
        return found

    def _ask(self, row: Any, form: MoveForm) -> HttpResponse:
        return self.draw("timetable_move", row=row, form=form)

    def _preview(self, row: Any, form: MoveForm, because: BecauseForm) -> HttpResponse:
        fresh = (
            Timetable.objects.prefetch_related("milestones").select_related("review__board").get(pk=self.timetable.pk)
        )
        try:
            effect = actions.preview(
                fresh, row.key, form.cleaned_data["to"], done=form.cleaned_data["what"] == MoveForm.DONE
            )
        except Refused as refused:
            form.add_error("to", str(refused))
            return self._ask(row, form)
        told = queries.told_of_a_move(review=self.review)
        asked = self.request.GET.urlencode()
        return self.draw("timetable_effect", row=row, form=because, effect=effect, told=told, asked=asked)


class AddMilestone(OfTimetable):
    """Fit a further meeting, or another milestone, into the timetable there is."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The form."""
        return self.draw("timetable_add", form=self._form(**self.version()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Add it."""
        form = self._form(request.POST)
        if form.is_valid():
            try:
                made = actions.add_milestone(by=self.viewer, timetable=self.timetable, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back(f"“{made.title}” is in the timetable.")
        return self.draw("timetable_add", form=form)

    def _form(self, *args: Any, **options: Any) -> AddForm:
        lanes = [(lane.id, lane.title) for lane in pack_of(self.review).timetable.lanes]
        rows = [(row.key, row.title) for row in self.timetable.milestones.all()]
        return AddForm(*args, lanes=lanes, milestones=rows, **options)


class CloseDay(OfTimetable):
    """Take a day as no working day, once its effect has been seen."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The question; or, once it is answered, what it would do."""
        asked = any(key.startswith("closed-") for key in request.GET)
        form = ClosedForm(request.GET) if asked else ClosedForm()
        if not asked or not form.is_valid():
            return self.draw("timetable_close", form=form)
        return self._preview(form, BecauseForm(**self.version()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Save it."""
        form, because = ClosedForm(request.GET), BecauseForm(request.POST)
        if not form.is_valid():
            return self.draw("timetable_close", form=form)
        if because.is_valid():
            try:
                actions.close_day(by=self.viewer, timetable=self.timetable, **form.cleaned_data, **because.cleaned_data)
            except Refused as refused:
                self.refused(because, refused, "because")
            else:
                return self.back("The day is left out, and what depends on it has moved.")
        return self._preview(form, because)

    def _preview(self, form: ClosedForm, because: BecauseForm) -> HttpResponse:
        effect = actions.closing(self.timetable, form.cleaned_data["closed"])
        asked = self.request.GET.urlencode()
        return self.draw("timetable_effect", row=None, form=because, effect=effect, told=[], asked=asked)
