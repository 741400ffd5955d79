"""How long a session lasts: idle and absolute limits (TRUST 13). What was typed when it ended is kept for its owner."""

import time
from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

BEGAN, SEEN, IDLE = "threadline-began", "threadline-seen", "threadline-idle"
IDLE_SECONDS = 30 * 60
ABSOLUTE_SECONDS = 12 * 60 * 60
NOTE_EVERY = 30

Answer = Callable[[HttpRequest], HttpResponse]


def over(session: "dict[str, float] | object", *, now: float) -> bool:
    """Whether a session with these times has ended by `now` (seconds since 1970): idle too long, or 12 hours old.

    A session's own idle limit, where its holder's role sets a shorter one, stands in it in seconds.
    """
    get = session.get  # type: ignore[union-attr]  # Django's sessions and plain mappings alike
    began, seen = float(get(BEGAN, now)), float(get(SEEN, now))
    return now - seen > float(get(IDLE, IDLE_SECONDS)) or now - began > ABSOLUTE_SECONDS


class SessionLimits:
    """Ends a session that is over its limits. Stands after authentication and inside `KeepTyped`."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as a signed-out person once the limit is past; the kept text is for the same person only."""
        if request.user.is_authenticated:
            now = time.time()
            if over(request.session, now=now):
                request.ended_for = str(request.user.pk)  # type: ignore[attr-defined]  # read by KeepTyped
                logout(request)
            else:
                self._note(request, now)
        return self.get_response(request)

    def _note(self, request: HttpRequest, now: float) -> None:
        session = request.session
        if BEGAN not in session:
            session[BEGAN] = now
        if now - session.get(SEEN, 0) >= NOTE_EVERY:
            session[SEEN] = now
