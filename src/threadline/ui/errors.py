"""Pages for when something went wrong. They say what happened and what to do, reveal nothing, and need no database.

Each is drawn in a bare frame: the same for everybody, so that "not found" looks the same whether a thing does not exist
or is not for this reader.
"""

import logging
import sys
from typing import Any
from urllib.parse import urlsplit

from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import get_template

from threadline.ui import kept
from threadline.ui.context import Frame

log = logging.getLogger("threadline.ui")
RETRY_AFTER = 30
NO_DATABASE: tuple[type[DatabaseError] | type[InterfaceError], ...] = (OperationalError, InterfaceError)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request could not be understood."""
    return _page("400", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Refused; the sentence given with the refusal is shown when there is one."""
    return _page("403", 403, refusal=str(exception or ""))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page, or not for this reader: the two look the same."""
    return _page("404", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours; 503 when the fault is that the records cannot be reached."""
    fault = sys.exc_info()[1]
    if isinstance(fault, NO_DATABASE):
        return unavailable(request, fault)
    return _page("500", 500)


def unavailable(request: HttpRequest, fault: BaseException | None = None) -> HttpResponse:
    """503 with Retry-After: records cannot be reached just now. What was typed stays on the page, ready to send."""
    log.error("Records cannot be reached", exc_info=fault)
    response = _page("503", 503, kept=kept.sent(request), address=request.get_full_path(), **_token(request))
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's safety code was missing or old. What was typed is offered again only if it came from our own page."""
    if not _came_from_us(request):
        return _page("expired", 403, kept=None, csrf_token="")
    return _page("expired", 403, kept=kept.sent(request), **_token(request))


def _page(name: str, status: int, **values: Any) -> HttpResponse:
    page = get_template(f"ui/{name}.html").render({"frame": Frame(), "messages": (), **values})
    return HttpResponse(page, status=status)


def _token(request: HttpRequest) -> dict[str, str]:
    return {"csrf_token": get_token(request)}


def _came_from_us(request: HttpRequest) -> bool:
    """Whether the browser says one of our own pages sent this; a form on another site must not be offered again."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    origin = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(origin).netloc == request.get_host()
