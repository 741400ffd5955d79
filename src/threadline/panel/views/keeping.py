"""In the room and after: attendance, an item of the agenda, the minutes, telling those who were away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.http import content_disposition_header

from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.panel import actions
from threadline.panel.forms.meetings import AttendanceForm, AttendeeForm, ItemForm, MinutesForm
from threadline.panel.queries import attending, meetings, minuting
from threadline.panel.queries.meetings import ItemTaken
from threadline.panel.views.meetings import OfMeeting
from threadline.threshold.word import TYPE, as_word


class TakeAttendance(OfMeeting):
    """Who came, by tapping."""

    def get(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """The list."""
        return self._page(self._form())

    def post(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """Record it."""
        form = self._form(request.POST)
        if form.is_valid():
            try:
                actions.record_attendance(
                    by=self.viewer, meeting=self.meeting, version=form.cleaned_data["version"], taps=form.taps(),
                    chaired=form.chair,
                )  # fmt: skip
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back("Attendance is recorded.")
        return self._page(form)

    def _form(self, data: Any = None) -> AttendanceForm:
        seats = self.held().attendance
        deputies = attending.deputies(self.review)
        return AttendanceForm(data, seats=seats, deputies=deputies, initial={"version": self.meeting.version})

    def _page(self, form: AttendanceForm) -> HttpResponse:
        return self.draw("attendance", form=form, seats=form.seats)


class AddAttendee(OfMeeting):
    """Putting somebody on the list besides the Panel."""

    def get(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """The form."""
        return self.draw("attendee", form=AttendeeForm())

    def post(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """Add them."""
        form = AttendeeForm(request.POST)
        if form.is_valid():
            try:
                made = actions.add_attendee(by=self.viewer, meeting=self.meeting, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back(f"{made.name} is on the list.", "attendance")
        return self.draw("attendee", form=form)


class KeepItem(OfMeeting):
    """One item of the agenda: notes, decisions, an action, all kept by one button."""

    taken: ItemTaken
    following: ItemTaken | None

    def target(self, *, meeting: UUID, item: str) -> Model:  # type: ignore[override]  # the address's own parts
        """The meeting, whose agenda has the item."""
        found = super().target(meeting=meeting)
        items = meetings.items(self.meeting)
        place = next((number for number, each in enumerate(items) if each.item.id == item), None)
        if place is None:
            raise Http404
        self.taken, self.following = items[place], items[place + 1] if place + 1 < len(items) else None
        return found

    def get(self, request: HttpRequest, meeting: UUID, item: str) -> HttpResponse:
        """The form as things stand."""
        return self._page(self._form())

    def post(self, request: HttpRequest, meeting: UUID, item: str) -> HttpResponse:
        """Keep it, and go on: to the next item, or stay for another action."""
        form = self._form(request.POST)
        if form.is_valid():
            try:
                actions.keep_item(by=self.viewer, meeting=self.meeting, item=item, said=form.said())
            except Refused as refused:
                form = self._again(request.POST, refused)
            else:
                messages.success(request, f"“{self.taken.item.title}” is kept.")
                to = item if "stay" in request.POST else self.following.item.id if self.following else ""
                if to:
                    return redirect("panel:item", self.review.reference, self.meeting.pk, to)
                return redirect("panel:meeting", self.review.reference, self.meeting.pk)
        return self._page(form)

    def _form(self, data: Any = None) -> ItemForm:
        follows = meetings.what_follows(self.meeting, self.taken)
        return ItemForm(data, taken=self.taken, seats=self.held().attendance, follows=follows)

    def _again(self, sent: QueryDict, refused: Refused) -> ItemForm:
        """What was typed, held against the item as it stands now, so that it can be kept on a second look."""
        data = sent.copy()
        for name, value in self._form().stands.items():
            data[name] = value
        form = self._form(data)
        form.add_error(None, str(refused))
        return form

    def _page(self, form: ItemForm) -> HttpResponse:
        return self.draw("item", form=form, taken=self.taken, following=self.following)


class MinutesPage(OfMeeting):
    """The minutes as they stand."""

    permission = Permission.PANEL_READ

    def get(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """The page."""
        held = self.held()
        return self.draw(
            "minutes",
            held=held,
            versions=minuting.versions(self.meeting),
            may_write=meetings.may_write(review=self.review, viewer=self.viewer),
            may_approve=meetings.may_approve(review=self.review, viewer=self.viewer),
        )


class DraftMinutes(OfMeeting):
    """Drafting the minutes from the record."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """Draft them, or say why that cannot be."""
        try:
            actions.draft_minutes(by=self.viewer, meeting=self.meeting, number=_number(request))
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("panel:minutes", self.review.reference, self.meeting.pk)
        return self.back("The minutes are drafted from the record. Read and correct them.", "minutes")


class CorrectMinutes(OfMeeting):
    """Correcting the minutes."""

    def get(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """The minutes, a box for each section."""
        return self.draw("correct", form=self._form())

    def post(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """Keep them as a new version."""
        form = self._form(request.POST)
        if form.is_valid():
            number = form.cleaned_data["number"]
            try:
                actions.correct_minutes(by=self.viewer, meeting=self.meeting, number=number, texts=form.texts())
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back("The minutes are corrected. The version before is kept.", "minutes")
        return self.draw("correct", form=form)

    def _form(self, data: Any = None) -> MinutesForm:
        last = self.held().minutes
        if last is None:
            raise Http404
        return MinutesForm(data, sections=last.sections, initial={"number": last.number})


class ApproveMinutes(OfMeeting):
    """Approving the minutes."""

    permission = Permission.MINUTES_APPROVE
    http_method_names = ("post",)

    def post(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """Approve them, or say why that cannot be."""
        try:
            actions.approve_minutes(by=self.viewer, meeting=self.meeting, number=_number(request))
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("panel:minutes", self.review.reference, self.meeting.pk)
        return self.back("The minutes are approved. The record of the meeting stands.", "minutes")


class MinutesAsWord(OfMeeting):
    """The minutes as a Word file that says nothing of who made it or when."""

    permission = Permission.PANEL_READ
    reads = "panel.minutes_taken"

    def get(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """The file."""
        last = self.held().minutes
        if last is None:
            raise Http404
        self.shows(self.meeting)
        title, text, headings = minuting.as_text(self.meeting, last)
        response = HttpResponse(as_word(title, text, headings), content_type=TYPE)
        name = f"{self.review.reference} minutes {self.meeting.starts:%Y-%m-%d}.docx"
        response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return response


class TellAbsent(OfMeeting):
    """Telling those who missed the meeting."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """Tell them, or say why that cannot be."""
        try:
            told = actions.tell_absent(by=self.viewer, meeting=self.meeting)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("panel:meeting", self.review.reference, self.meeting.pk)
        by_hand = [each.name for each in told if each.user_id is None]
        also = f" Tell {', '.join(by_hand)} yourself: they have no account." if by_hand else ""
        return self.back(f"Those who missed the meeting are told where its decisions are.{also}")


def _number(request: HttpRequest) -> int:
    sent = request.POST.get("number", "")
    return int(sent) if sent.isdecimal() and len(sent) < 9 else -1
