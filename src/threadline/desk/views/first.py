"""The first page after signing in, and pages about the service itself."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.generic import View

from threadline.access.permissions import Permission
from threadline.access.views import AuditedView, ReviewView
from threadline.accounts import one_time
from threadline.desk import guide, own_part, queries, readiness


class MyWork(AuditedView):
    """To do, waiting for others, changed since you were last here."""

    permission = None
    reads = "desk.work_seen"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The three lists; straight on to one's own page for whoever has a part in one review and nothing else."""
        parts = own_part.reviews_with_a_part(viewer=self.viewer, only=one_time.only_review(request))
        work = queries.work(viewer=self.viewer, parts=parts)
        if len(parts) == 1 and not work.reviews and not work.notices:
            return redirect("own_part", parts[0].reference)
        self.shows(*work.reviews, *parts)
        return self.page("desk/work.html", {"work": work, "parts": parts})


class YourPart(ReviewView):
    """What the review is, what is asked of the person, who to turn to, what they will see and never see."""

    permission = Permission.OWN_PART_READ
    reads = "desk.own_part_seen"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page."""
        part = own_part.own_part(review=self.review, viewer=self.viewer)
        return self.page("desk/own_part.html", {"part": part})


class Accessibility(View):
    """The accessibility statement. Everybody may read it."""

    login_required = False

    def get(self, request: HttpRequest) -> HttpResponse:
        """The statement."""
        return TemplateResponse(request, "desk/accessibility.html", {})


class Help(View):
    """The user guide. Everybody may read it: it holds nothing of any review."""

    login_required = False

    def get(self, request: HttpRequest, name: str = guide.INDEX) -> HttpResponse:
        """One page of it."""
        found = guide.page(name)
        if found is None:
            raise Http404
        return TemplateResponse(request, "desk/help.html", {"page": found, "is_index": name == guide.INDEX})


class Health(View):
    """Whether the process answers."""

    login_required = False

    def get(self, request: HttpRequest) -> HttpResponse:
        """Yes."""
        return JsonResponse({"alive": True})


class Ready(View):
    """Whether people can work: records, room on the disk, jobs, migrations, a trail that can be written (TRUST 63)."""

    login_required = False

    def get(self, request: HttpRequest) -> HttpResponse:
        """Each thing looked at; 503 when one is not well."""
        found = readiness.now()
        return JsonResponse(found, status=200 if all(found.values()) else 503)
