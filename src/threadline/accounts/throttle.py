"""Guessing is slowed without shutting the right person out (TRUST 5).

Ten wrong passwords for one address in five minutes, from wherever they come, and no further guess is looked at. A
browser on which the person has signed in before counts for itself: what others guess elsewhere does not touch it.
"""

import secrets
from typing import Any

from allauth.core.internal import ratelimit
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from threadline.accounts.models import User

COOKIE = "threadline-device"
SALT = "threadline.accounts.throttle"
KEPT_SECONDS = 180 * 24 * 60 * 60
MOST_PEOPLE = 8
TEN_IN_FIVE_MINUTES = {"login_failed": "10/5m/key"}
AND_THIRTY_AN_ADDRESS = {"login_failed": "10/5m/key,30/5m/ip"}
WINDOW_SECONDS = 5 * 60


def cookie_name() -> str:
    """The name of the cookie: with https one that no other host can set."""
    return f"__Host-{COOKIE}" if settings.HTTPS else COOKIE


def consume(request: HttpRequest, email: str) -> Any:
    """Count one try at `email`: something to take it back with, or None when there were too many."""
    device = _devices(request).get(_person(email))
    key = f"{email.lower()} {device}" if device else email.lower()
    rates = TEN_IN_FIVE_MINUTES if device else AND_THIRTY_AN_ADDRESS
    return ratelimit.consume(request, app="allauth.account", action="login_failed", key=key, config=rates)


def forget(request: HttpRequest, email: str) -> None:
    """Begin to count anew for `email`: its owner has chosen a new password."""
    ratelimit.clear(
        request, app="allauth.account", action="login_failed", key=email.lower(), config=TEN_IN_FIVE_MINUTES
    )


def first_refusal(email: str) -> bool:
    """Whether this is the first try refused for `email` in five minutes: the trail tells of it once."""
    return bool(cache.add(f"threadline:throttled:{_person(email)}", True, WINDOW_SECONDS))


def short_name(email: str) -> str:
    """An address as the trail may hold it: the same for the same address, and not readable (TRUST 32)."""
    return _person(email)[:12]


def remember_device(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Let this browser be known as one on which `user` has signed in. It opens nothing: it counts for itself."""
    devices = _devices(request)
    person = _person(user.email)
    mine = devices.pop(person, None) or secrets.token_urlsafe(12)
    kept = dict([*list(devices.items())[1 - MOST_PEOPLE :], (person, mine)])
    response.set_cookie(
        cookie_name(),
        signing.dumps(kept, salt=SALT),
        max_age=KEPT_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _devices(request: HttpRequest) -> dict[str, str]:
    """Who has signed in on this browser, each with the browser's name for them; the last to sign in stands last."""
    try:
        found: dict[str, str] = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT, max_age=KEPT_SECONDS)
    except signing.BadSignature:
        return {}
    return found


def _person(email: str) -> str:
    """An address as the cookie holds it: not readable, and the same whatever its case."""
    return signing.Signer(salt=SALT).signature(email.strip().lower())[:22]
