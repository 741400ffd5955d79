"""From a kind and its values to words that name nobody: no person, child, agency or title of a review (TRUST 67)."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from threadline.notices.kinds import PLACEHOLDER, Kind
from threadline.reviews.models import Review
from threadline.ui.words import day, moment

Value = str | int | date
LONGEST = 100
LINK = re.compile(r"(?:(?<=[.!?] )|^)[^.!?\n]*\{\{\s*link\s*\}\}[.]?\s*", re.MULTILINE)
INSTEAD = "There is something for you to see"

names: list[Callable[[Review], Iterable[str]]] = []
"""What later areas add: the names that no notice of a review may hold."""


@dataclass(frozen=True, slots=True)
class Words:
    """A notice in words: its subject, what a letter says, and what the person's page says beside the link."""

    subject: str
    letter: str
    page: str


def absolute(link: str) -> str:
    """The whole address of one of our pages, as a letter needs it."""
    return f"{settings.ORIGIN}{link}" if link else settings.ORIGIN


def put(kind: Kind, *, review: Review | None, link: str, values: Mapping[str, Value]) -> Words:
    """A notice in words. Raises ValueError where a value is missing, of many lines or long: nothing of a case is short.

    Where a value holds a name of the review's people, agencies or readers, the words only say that there is something.
    """
    told = {name: _plain(name, value) for name, value in values.items()}
    given = {**told, "link": absolute(link), **({"reference": review.reference} if review else {})}
    if missing := kind.placeholders - set(given):
        raise ValueError(f"The notice {kind.key} needs {', '.join(sorted(missing))}.")
    typed = [told[name] for name, value in values.items() if isinstance(value, str)]
    if review is not None and typed and _names_somebody(typed, review):
        return _neutral(review, link)
    subject, letter = (_filled(text, given) for text in (kind.subject, kind.body))
    return Words(subject[:200], letter, _filled(LINK.sub("", kind.body), given).strip())


def _neutral(review: Review, link: str) -> Words:
    letter = f"{INSTEAD} in review {review.reference}: {absolute(link)}"
    return Words(f"{review.reference}: there is something for you to see", letter, "")


def _plain(name: str, value: Value) -> str:
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return day(value)
    text = str(value)
    if len(text) > LONGEST or not text.isprintable():
        raise ValueError(f"“{name}” of a notice is a few words on one line, never content.")
    return text


def _filled(text: str, given: Mapping[str, str]) -> str:
    return PLACEHOLDER.sub(lambda found: given[found[1]], text)


def _names_somebody(typed: Iterable[str], review: Review) -> bool:
    known = {name.casefold() for tell in names for name in tell(review) if name.strip()}
    if not known:
        return False
    any_of_them = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)")
    return any(any_of_them.search(text.casefold()) for text in typed)
