"""Where somebody is signed in: what ends there, by whose hand."""

from collections.abc import Iterable

from allauth.core import context
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession

from threadline.accounts.models import User
from threadline.audit.trail import record

BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
SYSTEMS = (
    ("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("Macintosh", "a Mac"), ("CrOS", "a Chromebook"), ("Linux", "Linux"),
)  # fmt: skip


def browser(agent: str) -> str:
    """What a browser calls itself, in words: "Chrome on Windows". What is not known is said so, never quoted."""
    name = next((words for mark, words in BROWSERS if mark in agent), "A browser")
    system = next((words for mark, words in SYSTEMS if mark in agent), "")
    return f"{name} on {system}" if system else name


class Sessions(DefaultUserSessionsAdapter):  # type: ignore[misc]  # allauth ships no types
    """Ends sessions and says so in the trail."""

    def end_sessions(self, sessions: Iterable[UserSession]) -> None:
        """End them, at the word of whoever is signed in."""
        several = list(sessions)
        _end(several, by=str(context.request.user.pk))


def end_all(user: User, *, by: User) -> int:
    """Sign `user` out everywhere at the word of `by`, such as a Board's business manager; how many places that was."""
    several = list(UserSession.objects.filter(user=user))
    _end(several, by=str(by.pk))
    return len(several)


def elsewhere(user: User, session_key: str | None) -> int:
    """In how many other places than the session of that key `user` is signed in."""
    return sum(each.session_key != session_key for each in UserSession.objects.purge_and_list(user))


def _end(several: list[UserSession], *, by: str) -> None:
    for session in several:
        session.end()
    if several:
        whose = sorted({f"accounts.user:{session.user_id}" for session in several})
        record("accounts.sessions_ended", actor=by, objects=whose, detail={"count": len(several)})
