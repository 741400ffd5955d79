"""The gravest acts ask again who is there, unless that was shown within the last five minutes (TRUST 17)."""

import functools
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect, resolve_url
from django.urls import resolve
from django_htmx.http import HttpResponseClientRedirect

from threadline.accounts.limits import BEGAN
from threadline.ui import kept

FIVE_MINUTES = 5 * 60
HERE = f"{__name__}.resume"


def proven(request: HttpRequest, *, within: int = FIVE_MINUTES) -> bool:
    """Whether the person showed who they are at most `within` seconds ago: by signing in, or when asked again."""
    if not request.user.is_authenticated:
        return False
    records = get_authentication_records(request, request.user)
    last = max([float(request.session.get(BEGAN, 0)), *(float(record["at"]) for record in records)])
    return time.time() - last < within


class RecentlyProven:
    """For a view: every request asks again who is there, unless that was shown within the last five minutes.

    Stands before the view's other bases. A form sent too late is carried out once the person has confirmed; nothing
    typed is lost.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Ask, or go on."""
        if not proven(request):
            return ask(request)
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # a view's
        return answer


def recently_proven(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The same for a view made elsewhere."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs) if proven(request) else ask(request)

    return guarded


def ask(request: HttpRequest) -> HttpResponseBase:
    """Send the person to confirm, and keep what they sent. Raises PermissionDenied where they have no way to."""
    methods = get_adapter().get_reauthentication_methods(request.user)
    if not methods:
        raise PermissionDenied("This needs a fresh sign-in. Sign out, then come in again.")
    back = request.get_full_path()
    if request.method == "POST" and (request.FILES or len(request.POST.urlencode()) > kept.LONGEST):
        back = resolve_url("kept") if kept.keep(request, owner=str(request.user.pk)) else back
    elif request.method == "POST":
        sent = {"path": request.path, "query": request.GET.urlencode(), "form": request.POST.urlencode()}
        request.session[STATE_SESSION_KEY] = {"state": sent, "callback": HERE}
    address = f"{methods[0]['url']}?{urlencode({'next': back})}"
    return HttpResponseClientRedirect(address) if getattr(request, "htmx", False) else redirect(address)


def waiting(request: HttpRequest) -> bool:
    """Whether a form that was sent waits for the person to confirm."""
    return bool(request.session.get(STATE_SESSION_KEY, {}).get("callback") == HERE)


def resume(request: HttpRequest, sent: dict[str, str]) -> HttpResponseBase:
    """Carry out the form that was sent before the person confirmed: its own view answers it, with its own checks."""
    request.path = request.path_info = sent["path"]
    request.GET, request.POST = QueryDict(sent["query"]), QueryDict(sent["form"])
    request.META["QUERY_STRING"] = sent["query"]
    found = resolve(sent["path"])
    request.resolver_match = found
    answer: HttpResponseBase = found.func(request, *found.args, **found.kwargs)
    return answer
