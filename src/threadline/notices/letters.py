"""Letters in words: of one notice, and of all that a person was told since yesterday."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.urls import reverse

from threadline.accounts.models import User
from threadline.notices.models import Letter, Notice
from threadline.notices.wording import absolute
from threadline.ui.words import plural


def letter_of(notice: Notice, body: str) -> Letter:
    """The letter that tells one notice; not saved."""
    whole = render_to_string("notices/letter.txt", {"body": body, "settings": _settings()})
    return Letter(user=notice.user, subject=notice.subject, body=whole, calendar=notice.calendar)


def letter_of_day(user: User, notices: Sequence[Notice]) -> Letter:
    """One letter of everything a person was told and has not been written to about; not saved."""
    told = [(each.subject, absolute(each.link) if each.link else "") for each in notices]
    whole = render_to_string("notices/day.txt", {"told": told, "settings": _settings(), "page": _page()})
    return Letter(user=user, subject=f"Threadline: {plural(len(told), 'thing')} for you to see", body=whole)


def _settings() -> str:
    return absolute(reverse("notices:wish"))


def _page() -> str:
    return absolute(reverse("notices:list"))
