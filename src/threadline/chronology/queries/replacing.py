"""Find and replace, looked at before anything is done: which entries have the words, and how they would read."""

from dataclasses import dataclass

from markupsafe import Markup

from threadline.access.permissions import Permission
from threadline.access.within import visible_within
from threadline.accounts.models import User
from threadline.chronology.models import Row
from threadline.chronology.queries.days import day_words
from threadline.chronology.records import when_of
from threadline.chronology.rewording import finder
from threadline.reviews.models import Review

MOST = 200
AROUND = 60


@dataclass(frozen=True, slots=True)
class Place:
    """An entry that has the words: what stands around them, and whether the entry itself would change."""

    row: Row
    when: str
    around: Markup
    typed: bool


def places(*, review: Review, viewer: User, find: str, instead: str) -> list[Place]:
    """The entries that have the words, at most two hundred."""
    words, found = finder(find), []
    rows = Row.objects.filter(live=True, description__contains=find.strip()).select_related("agency")
    corrected = Row.objects.filter(rewordings__find=find.strip()).values("pk")
    seen = visible_within(viewer, Permission.ENTRY_READ, rows, review).exclude(pk__in=corrected).order_by("sort_key")
    for row in seen.iterator(chunk_size=500):
        match = words.search(row.description)
        if match is None:
            continue
        before, after = row.description[max(match.start() - AROUND, 0) : match.start()], row.description[match.end() :]
        around = Markup("{}<del>{}</del> <ins>{}</ins>{}").format(before, match[0], instead.strip(), after[:AROUND])
        found.append(Place(row, day_words(when_of(row)), around, row.file_id is None))
        if len(found) == MOST:
            break
    return found


def label_of(row: Row) -> str:
    """An entry in a line: its time, agency and beginning."""
    text = " ".join(row.description.split())
    time = f"{row.time_from:%H:%M}, " if row.time_from else ""
    return f"{time}{row.agency}: {text[:90]}{' …' if len(text) > 90 else ''}"
