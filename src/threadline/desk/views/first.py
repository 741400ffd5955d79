"""The first page after signing in, and pages about the service itself."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.views.generic import View

from threadline.access.views import AuditedView
from threadline.desk import guide, queries, readiness


class MyWork(AuditedView):
    """To do, waiting for others, changed since you were last here."""

    permission = None
    reads = "desk.work_seen"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The three lists."""
        work = queries.work(viewer=self.viewer)
        self.shows(*work.reviews)
        return self.page("desk/work.html", {"work": work})


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
