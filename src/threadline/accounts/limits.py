"""How long a session lasts: idle and absolute limits (TRUST 13). What was typed when it ended is kept for its owner."""

import time
from collections.abc import Callable
from typing import Any

from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from threadline.accounts.models import User
from threadline.ui.addresses import url
from threadline.ui.navigation import Staying, signed_in

BEGAN, SEEN, IDLE = "threadline-began", "threadline-seen", "threadline-idle"
IDLE_SECONDS = 30 * 60
ABSOLUTE_SECONDS = 12 * 60 * 60
NOTE_EVERY = 30

Answer = Callable[[HttpRequest], HttpResponse]
shorter: list[Callable[[User], int | None]] = []


def idle_seconds(user: User) -> int:
    """How long `user` may be idle: 30 minutes, or the least of what `shorter` says of them."""
    return min([IDLE_SECONDS, *(seconds for says in shorter if (seconds := says(user)) is not None)])


def over(session: Any, *, now: float) -> str:
    """Why a session with these times has ended by `now` (seconds since 1970); empty while it has not.

    A session's own idle limit, where its holder's role sets a shorter one, stands in it in seconds.
    """
    if now - float(session.get(BEGAN, now)) > ABSOLUTE_SECONDS:
        return "twelve hours had passed"
    idle = now - float(session.get(SEEN, now)) > float(session.get(IDLE, IDLE_SECONDS))
    return "nothing was done for too long" if idle else ""


def staying(request: HttpRequest) -> Staying | None:
    """How long the session of `request` lasts without a sign of life, for the warning before its end (TRUST 82)."""
    if not signed_in(request) or not hasattr(request, "session"):
        return None
    left = ABSOLUTE_SECONDS - (time.time() - float(request.session.get(BEGAN, time.time())))
    idle = float(request.session.get(IDLE, IDLE_SECONDS))
    return Staying(max(int(min(idle, left)), 1), url("still_here"))


class SessionLimits:
    """Ends a session that is over its limits. Stands after authentication and inside `KeepTyped`."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as a signed-out person once the limit is past; the kept text is for the same person only."""
        if request.user.is_authenticated:
            now = time.time()
            if why := over(request.session, now=now):
                request.ended_for = str(request.user.pk)  # type: ignore[attr-defined]  # read by KeepTyped
                request.ended_because = why  # type: ignore[attr-defined]  # read by the trail
                logout(request)
            else:
                self._note(request, now)
        return self.get_response(request)

    def _note(self, request: HttpRequest, now: float) -> None:
        session = request.session
        if BEGAN not in session or now - session.get(SEEN, 0) >= NOTE_EVERY:
            begin(request, request.user, now=now)


def begin(request: HttpRequest, user: Any, *, now: float) -> None:
    """Note in the session that its holder is here, and how long they may be idle by the roles they have now."""
    request.session.setdefault(BEGAN, now)
    request.session[SEEN] = now
    request.session[IDLE] = idle_seconds(user)


@receiver(user_logged_in)
def start(request: HttpRequest, user: User, **_signal: Any) -> None:
    """The time begins at sign-in, whoever had the browser before."""
    request.session[BEGAN] = time.time()
    begin(request, user, now=request.session[BEGAN])
