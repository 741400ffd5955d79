"""What somebody typed is not lost when it could not be received: it is shown again, ready to send.

Passwords, codes and files are never kept. Between a session's end and the next sign-in the text waits in the session
store, and only somebody who signs in with the same browser sees it; where the person is known, only that person.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException
from django.utils import timezone

SESSION_KEY = "threadline-kept"
LONGEST = 400_000
KEEP_FOR = dt.timedelta(hours=12)
SECRET = re.compile(r"passw|secret|csrf|token|passphrase|(^|-|_)(code|otp|pin)\d*$", re.IGNORECASE)
LONG_LINE = 60


@dataclass(frozen=True)
class Typed:
    """One field as it was sent: its name, a label made from the name, and its text."""

    name: str
    label: str
    text: str

    @property
    def hidden(self) -> bool:
        """Whether it is a choice or a number, sent again unseen, and not words that somebody wrote."""
        return " " not in self.text.strip() and "\n" not in self.text

    @property
    def long(self) -> bool:
        """Whether it needs more than one line."""
        return len(self.text) > LONG_LINE or "\n" in self.text


@dataclass(frozen=True)
class Kept:
    """A form that was sent and not received: where it was going, what it said, the names of files it brought."""

    address: str
    fields: tuple[Typed, ...]
    files: tuple[str, ...]


def sent(request: HttpRequest) -> Kept | None:
    """The form that `request` brought, without its secrets; None when it brought none or it cannot be read."""
    if request.method != "POST":
        return None
    try:
        pairs = [(name, text) for name, several in request.POST.lists() for text in several]
        files = tuple(str(file.name) for several in request.FILES.lists() for file in several[1])
    except (OSError, SuspiciousOperation, MultiPartParserError, RawPostDataException, UnreadablePostError):
        return None
    return Kept(request.get_full_path(), tuple(_typed(pairs)), files)


def keep(request: HttpRequest, *, owner: str = "") -> bool:
    """Keep in the session the form that `request` brought, for `owner` (a user's id) or, empty, for who signs in next.

    Returns whether there was something to keep. A form longer than 400,000 characters is not kept.
    """
    form = sent(request)
    if form is None or not form.fields or sum(len(field.text) for field in form.fields) > LONGEST:
        return False
    request.session[SESSION_KEY] = {
        "address": form.address,
        "fields": [asdict(field) for field in form.fields],
        "files": list(form.files),
        "owner": owner,
        "at": timezone.now().isoformat(),
    }
    return True


def waiting(request: HttpRequest) -> Kept | None:
    """The form kept for the person who is signed in; None when there is none or it is older than 12 hours."""
    stored: dict[str, Any] | None = request.session.get(SESSION_KEY)
    if not stored or stored["owner"] not in ("", str(request.user.pk)):
        return None
    if timezone.now() - dt.datetime.fromisoformat(stored["at"]) > KEEP_FOR:
        forget(request)
        return None
    return Kept(stored["address"], tuple(Typed(**field) for field in stored["fields"]), tuple(stored["files"]))


def forget(request: HttpRequest) -> None:
    """Throw the kept form away."""
    request.session.pop(SESSION_KEY, None)


def _typed(pairs: Iterable[tuple[str, str]]) -> Iterable[Typed]:
    for name, text in pairs:
        if not SECRET.search(name):
            label = re.sub(r"[-_]+", " ", name).strip()
            yield Typed(name, label[:1].upper() + label[1:], text)
