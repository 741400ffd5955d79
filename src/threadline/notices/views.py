"""A person's notices: the list, marking as read, the calendar file of a meeting, how to be written to."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from threadline.access.views import AuditedView
from threadline.notices import actions, queries
from threadline.notices.forms import SeenForm, WishForm
from threadline.notices.models import Notice


class Notices(AuditedView):
    """Everything one was told, latest first."""

    permission = None
    reads = "notices.list_seen"

    def get(self, request: HttpRequest) -> HttpResponse:
        """A window of them; `before` is where it begins."""
        form = SeenForm(request.GET)
        before = form.cleaned_data["before"] if form.is_valid() else None
        page = queries.page(viewer=self.viewer, before=before)
        return self.page("notices/list.html", {"told": page, "daily": queries.daily(viewer=self.viewer)})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Mark all that stood on the page as read."""
        seen = [each for each in request.POST.getlist("seen") if _is_id(each)]
        actions.mark_all_read(by=self.viewer, seen=[UUID(each) for each in seen])
        return redirect("notices:list")


class Read(AuditedView):
    """Marking one as read."""

    permission = None
    http_method_names = ("post",)

    def post(self, request: HttpRequest, notice: UUID) -> HttpResponse:
        """Mark it, and go back to where the person was."""
        found: Notice = self.one(queries.mine(viewer=self.viewer), pk=notice)
        actions.mark_read(by=self.viewer, notice=found)
        return redirect("work" if "work" in request.POST else "notices:list")


class TakeMeeting(AuditedView):
    """The calendar file of a meeting one was told of."""

    permission = None
    reads = "notices.calendar_taken"

    def get(self, request: HttpRequest, notice: UUID) -> HttpResponse:
        """The file."""
        found: Notice = self.one(queries.mine(viewer=self.viewer), pk=notice)
        if not found.calendar:
            raise Http404
        response = HttpResponse(found.calendar, content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="meeting.ics"'
        return response


class HowToTell(AuditedView):
    """When to be written to."""

    permission = None
    reads = "notices.list_seen"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The choice as it stands."""
        how = "daily" if queries.daily(viewer=self.viewer) else "each"
        return self.page("notices/wish.html", {"form": WishForm(initial={"how": how})})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Choose."""
        form = WishForm(request.POST)
        if not form.is_valid():
            return self.page("notices/wish.html", {"form": form})
        actions.choose(by=self.viewer, daily=form.cleaned_data["how"] == "daily")
        messages.success(request, "From now on we write to you as you chose.")
        return redirect("notices:list")


def _is_id(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False
