"""The first page after signing in, and pages about the service itself."""

import shutil
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.generic import View

from threadline.access.views import AuditedView
from threadline.audit import trail
from threadline.desk import guide, queries

LEAST_FREE = 0.10


class MyWork(AuditedView):
    """To do, waiting for others, changed since you were last here."""

    permission = None
    reads = "desk.work_seen"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The three lists."""
        since = timezone.now() - timedelta(days=7)
        work = queries.work(viewer=self.viewer, since=since)
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
    """Whether people can work: records, room on the disk, records up to date, trail writable (TRUST 63)."""

    login_required = False

    def get(self, request: HttpRequest) -> HttpResponse:
        """Each thing looked at; 503 when one is not well."""
        found = readiness()
        return JsonResponse(found, status=200 if all(found.values()) else 503)


def readiness() -> dict[str, bool]:
    """What is well: the database, the disk (a tenth free), the migrations, the head of the audit trail."""
    found = {"database": False, "disk": False, "migrations": False, "audit": False}
    free: Any = shutil.disk_usage(settings.DATA if settings.DATA.exists() else settings.DATA.parent)
    found["disk"] = free.free / free.total >= LEAST_FREE
    try:
        executor = MigrationExecutor(connection)
        found["migrations"] = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        found["database"] = True
        found["audit"] = trail.head().sequence >= 0
    except DatabaseError:
        return found
    return found
