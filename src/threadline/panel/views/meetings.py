"""The meetings of a review: the list, calling one, its page, moving and cancelling it, its calendar file, actions."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from threadline.access import holding
from threadline.access.acting import Refused
from threadline.access.permissions import Permission
from threadline.access.views import ReviewView
from threadline.notices.calendar import file_for
from threadline.panel import actions, method, papers
from threadline.panel.forms.meetings import DoneForm, ReplyForm, WhenForm
from threadline.panel.forms.members import BecauseForm
from threadline.panel.models import Action, Attendance, Meeting
from threadline.panel.queries import attending, meetings
from threadline.panel.queries.meetings import Held


class MeetingsPage(ReviewView):
    """Every meeting, what its record lacks, each agency's consistency, the actions that are open."""

    permission = Permission.PANEL_READ
    reads = "panel.meetings_read"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        held = meetings.of_review(review=self.review, viewer=self.viewer)
        self.shows(*(each.meeting for each in held))
        wanted = method.pack_of(self.review).limit("further_panel_meetings")
        return self.page(
            "panel/meetings.html",
            {
                "coming": [each for each in held if not each.held and not each.over],
                "past": [each for each in reversed(held) if each.held or each.over],
                "consistency": attending.by_agency(review=self.review, viewer=self.viewer),
                "actions": meetings.actions_of(review=self.review, viewer=self.viewer),
                "may_write": meetings.may_write(review=self.review, viewer=self.viewer),
                "wanted": wanted,
                "viewer": self.viewer,
            },
        )


class CallMeeting(ReviewView):
    """Calling a meeting."""

    permission = Permission.MEETING_WRITE
    reads = "panel.meetings_read"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        return self._page(WhenForm(agendas=method.agendas(self.review)))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Call it."""
        form = WhenForm(request.POST, agendas=method.agendas(self.review))
        if form.is_valid():
            kind = form.cleaned_data["kind"]
            try:
                made = actions.call_meeting(by=self.viewer, review=self.review, kind=kind, when=form.when())
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(
                    request, "The meeting is called. Those expected who may see it are told, with a calendar file."
                )
                return redirect("panel:meeting", self.review.reference, made.pk)
        return self._page(form)

    def _page(self, form: WhenForm) -> HttpResponse:
        return self.page("panel/call.html", {"form": form, "agendas": method.agendas(self.review)})


class OfMeeting(ReviewView, base=True):
    """A page about one meeting."""

    permission = Permission.MEETING_WRITE
    reads = "panel.meeting_read"
    meeting: Meeting

    def target(self, *, meeting: UUID, **where: Any) -> Model:
        """The meeting."""
        found = Meeting.objects.select_related("review__board", "approved_by", "called_by")
        self.meeting = self.one(found, pk=meeting)
        return self.meeting

    def held(self) -> Held:
        """The meeting with its record. Raises Http404 for who may not see it."""
        found = meetings.one(review=self.review, viewer=self.viewer, meeting=self.meeting.pk)
        if found is None:
            raise Http404
        return found

    def draw(self, template: str, **context: Any) -> HttpResponse:
        """The page, with the meeting on it."""
        self.shows(self.meeting)
        return self.page(f"panel/{template}.html", {"meeting": self.meeting, **context})

    def back(self, said: str, page: str = "meeting") -> HttpResponse:
        """To a page of the meeting, saying what was done."""
        messages.success(self.request, said)
        return redirect(f"panel:{page}", self.review.reference, self.meeting.pk)


class MeetingPage(OfMeeting):
    """One meeting: when and where, who is expected or came, the agenda with papers and decisions, its minutes."""

    permission = Permission.PANEL_READ

    def get(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """The page."""
        standing = papers.standing_of(self.review, self.viewer)
        items = [
            (each, papers.of(each.item.papers, review=self.review, standing=standing))
            for each in meetings.items(self.meeting)
        ]
        return self.draw(
            "meeting",
            held=self.held(),
            items=items,
            kept_back=holding.stopped("panel.share_papers", self.review),
            may_write=(writes := meetings.may_write(review=self.review, viewer=self.viewer)),
            opens=writes or self.meeting.papers_sent_at is not None,
            viewer=self.viewer,
        )


class Reply(OfMeeting):
    """Saying whether one comes to a meeting."""

    permission = Permission.PANEL_READ
    seat: Attendance

    def target(self, *, meeting: UUID, **where: Any) -> Model:
        """The meeting, at which the viewer is expected."""
        found = super().target(meeting=meeting)
        self.seat = self.one(Attendance.objects.filter(meeting=self.meeting), user=self.viewer)
        return found

    def get(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """The form."""
        deputy = self.seat.deputy_name or attending.deputies(self.review).get(self.seat.member_id, "")
        comes = "no" if self.seat.cannot_come else "yes"
        return self.draw("reply", form=ReplyForm(initial={"comes": comes, "deputy": deputy}))

    def post(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """Keep the answer."""
        form = ReplyForm(request.POST)
        if form.is_valid():
            comes, deputy = form.cleaned_data["comes"] == "yes", form.cleaned_data["deputy"]
            try:
                actions.reply(by=self.viewer, meeting=self.meeting, comes=comes, deputy=deputy)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back("Thank you. You are expected." if comes else "Thank you for saying so.")
        return self.draw("reply", form=form)


class MoveMeeting(OfMeeting):
    """Changing when or where a meeting is."""

    def get(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """The form as things stand."""
        return self.draw("move", form=WhenForm(initial=WhenForm.initial_of(self.meeting)))

    def post(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """Change it."""
        form = WhenForm(request.POST)
        if form.is_valid():
            version = form.cleaned_data["version"]
            try:
                actions.move_meeting(by=self.viewer, meeting=self.meeting, version=version, when=form.when())
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back("The meeting is changed. Those expected who may see it are told.")
        return self.draw("move", form=form)


class CancelMeeting(OfMeeting):
    """Cancelling a meeting, with a reason."""

    def get(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """What it would do."""
        return self._page(BecauseForm(asks="Why is it cancelled?", initial={"version": self.meeting.version}))

    def post(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """Cancel it."""
        form = BecauseForm(request.POST, asks="Why is it cancelled?")
        if form.is_valid():
            said = form.cleaned_data
            try:
                actions.cancel_meeting(
                    by=self.viewer, meeting=self.meeting, version=said["version"], because=said["because"]
                )
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self.back("The meeting is cancelled. Those who were invited and may see it are told.")
        return self._page(form)

    def _page(self, form: BecauseForm) -> HttpResponse:
        return self.draw("cancel", form=form)


class SendPapers(OfMeeting):
    """Sending the Panel the papers of a meeting."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """Send them, or say why that cannot be."""
        version = request.POST.get("version", "")
        try:
            actions.send_papers(
                by=self.viewer, meeting=self.meeting, version=int(version) if version.isdecimal() else -1
            )
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("panel:meeting", self.review.reference, self.meeting.pk)
        return self.back("The papers are sent. Those expected who may see them are told.")


class CalendarFile(OfMeeting):
    """The meeting as a calendar file, which names nobody."""

    permission = Permission.PANEL_READ
    reads = "panel.invitation_taken"

    def get(self, request: HttpRequest, meeting: UUID) -> HttpResponse:
        """The file."""
        self.shows(self.meeting)
        link = reverse("panel:meeting", args=[self.review.reference, self.meeting.pk])
        text = file_for(actions.in_calendars(self.meeting), reference=self.review.reference, link=link)
        response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
        response.headers["Content-Disposition"] = f'attachment; filename="{self.review.reference} meeting.ics"'
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return response


class ActionDone(ReviewView):
    """Saying that an action is done."""

    permission = Permission.PANEL_READ
    reads = "panel.meeting_read"
    given: Action

    def target(self, *, given: UUID) -> Model:  # type: ignore[override]  # the address's own part
        """The action, of its owner or for who keeps the record, and not done yet."""
        found = Action.objects.select_related("owner", "meeting__review__board")
        self.given = self.one(found, pk=given, done_on__isnull=True)
        writes = meetings.may_write(review=self.review, viewer=self.viewer)
        if not writes and self.given.owner.user_id != self.viewer.pk:
            raise Http404
        return self.given

    def get(self, request: HttpRequest, given: UUID) -> HttpResponse:
        """The form."""
        return self._page(DoneForm())

    def post(self, request: HttpRequest, given: UUID) -> HttpResponse:
        """Record it."""
        form = DoneForm(request.POST)
        if form.is_valid():
            try:
                actions.finish_action(by=self.viewer, given=self.given, note_of_it=form.cleaned_data["done_note"])
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "The action is done. It stays on record.")
                return redirect("panel:meetings", self.review.reference)
        return self._page(form)

    def _page(self, form: DoneForm) -> HttpResponse:
        self.shows(self.given)
        return self.page("panel/done.html", {"form": form, "given": self.given})
