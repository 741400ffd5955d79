"""What every answer carries, and what happens when the records cannot be reached."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url

from threadline.ui import kept
from threadline.ui.errors import NO_DATABASE, unavailable

Answer = Callable[[HttpRequest], HttpResponse]
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
FEATURES = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb", "browsing-topics")
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": FEATURES,
    "X-Robots-Tag": "noindex, nofollow",
}


class Headers:
    """Put the security headers on every answer that is not a static file, and answer 503 when records are out of reach.

    A page may set its own, stricter, Content-Security-Policy (a download does); nothing may be stored by a browser or
    anything between.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer with its headers."""
        response = self.get_response(request)
        for name, value in ALWAYS.items():
            response.setdefault(name, value)
        response["Cache-Control"] = "no-store"
        if getattr(request, "signed_out", False):
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """503 when a page could not reach the records; any other fault goes its way."""
        return unavailable(request, exception) if isinstance(exception, NO_DATABASE) else None


class KeepTyped:
    """Keep what somebody typed when their session had ended before they sent it, and show it again once signed in.

    It stands after the session and authentication middleware, before `LoginRequiredMiddleware`.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; a redirect of a sent form to the sign-in page leads back to the text afterwards."""
        before = request.session.get(kept.SESSION_KEY) if request.method == "POST" else None
        response = self.get_response(request)
        if request.method != "POST" or not isinstance(response, HttpResponseRedirect):
            return response
        entrance, leads = urlsplit(resolve_url(settings.LOGIN_URL)).path, urlsplit(response.url)
        if leads.path == entrance != request.path and REDIRECT_FIELD_NAME in parse_qs(leads.query):
            had_session = settings.SESSION_COOKIE_NAME in request.COOKIES
            if had_session and kept.keep(request, owner=getattr(request, "ended_for", "")):
                return HttpResponseRedirect(f"{entrance}?{urlencode({'next': resolve_url('kept')})}")
        elif before and before == request.session.get(kept.SESSION_KEY):
            form = kept.waiting(request)
            if form and form.address == request.get_full_path():
                kept.forget(request)
        return response


@receiver(user_logged_out)
def note_signing_out(request: HttpRequest | None, **_details: object) -> None:
    """Remember, for the answer's headers, that this request signed somebody out."""
    if request is not None:
        request.signed_out = True  # type: ignore[attr-defined]  # our own mark, read by Headers
