"""The key events of a review, in the order of the chronology, and what each still lacks."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.chronology.models import KeyEpisode, KeyEvent, Row
from threadline.chronology.queries.days import day_words, time_words
from threadline.chronology.queries.merged import entries
from threadline.chronology.records import when_of
from threadline.panel.models import Decision
from threadline.panel.queries.meetings import agreed
from threadline.reviews.models import Review

ASKED = {
    "practice": "whether something was done or left undone",
    "did": "what was done or left undone",
    "decision": "the decision",
    "decided_by": "who made the decision",
    "known": "what was known then",
    "sense": "why it made sense at the time",
    "influences": "what influenced it",
    "usual": "what was usual practice",
}
CONFIRMING = ("2.3.b", "key_events_confirmed")
"""The requirement and the decision by which a pack has the panel confirm the key events."""

MUST = ("practice", "did", "decision", "decided_by", "sense")
"""What the method says each key event has (1.h)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A key event with its entry; `row` is None where that left the chronology. `lacks` is what is not said yet."""

    event: KeyEvent
    row: Row | None
    when: str
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """An episode with its key events; those of none stand in a group of None."""

    episode: KeyEpisode | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class KeyEvents:
    """The page of key events."""

    groups: tuple[Group, ...]
    aside: tuple[Line, ...]
    confirmed: int
    proposed: int
    may_write: bool


def lacking(event: KeyEvent, names: Sequence[str] = tuple(ASKED)) -> tuple[str, ...]:
    """What is not said yet of a key event, in words."""
    return tuple(ASKED[name] for name in names if not getattr(event, name))


def visible(review: Review, viewer: User) -> QuerySet[KeyEvent]:
    """Every key event a person may read, those set aside too."""
    events = KeyEvent.objects.select_related("episode", "by", "confirmed_by", "review")
    return Standing(viewer, review).visible(Permission.CHRONOLOGY_READ, events)


def episodes(review: Review, viewer: User) -> QuerySet[KeyEpisode]:
    """The episodes that stand."""
    return Standing(viewer, review).visible(Permission.CHRONOLOGY_READ, KeyEpisode.objects.filter(out_because=""))


def key_events(*, review: Review, viewer: User) -> KeyEvents:
    """All of them, by episode."""
    standing = Standing(viewer, review)
    events = list(visible(review, viewer))
    seen = entries(standing).filter(pk__in=[each.row_id for each in events]).select_related("agency")
    rows = {row.pk: row for row in seen}
    lines = [line_of(each, rows.get(each.row_id)) for each in events]
    lines.sort(key=lambda line: line.row.sort_key if line.row else "~")
    stand = [line for line in lines if line.event.state != KeyEvent.State.SET_ASIDE]
    groups = [
        Group(episode, tuple(line for line in stand if line.event.episode_id == episode.pk))
        for episode in episodes(review, viewer)
    ]
    loose = tuple(line for line in stand if line.event.episode_id is None)
    confirmed = sum(line.event.state == KeyEvent.State.CONFIRMED for line in stand)
    return KeyEvents(
        groups=(*groups, *((Group(None, loose),) if loose else ())),
        aside=tuple(line for line in lines if line.event.state == KeyEvent.State.SET_ASIDE),
        confirmed=confirmed,
        proposed=len(stand) - confirmed,
        may_write=standing.may(Permission.KEY_EVENT_WRITE),
    )


def panels_word(review: Review) -> Decision | None:
    """The panel's decision that confirms the key events, where a meeting has agreed it (2.3.b)."""
    return agreed(review, CONFIRMING[0]).get(CONFIRMING[1])


def line_of(event: KeyEvent, row: Row | None) -> Line:
    """A key event with its entry."""
    when = ""
    if row is not None:
        time = time_words(row.time_from, row.time_to)
        when = f"{day_words(when_of(row))}, {time}" if time else day_words(when_of(row))
    return Line(event, row, when, lacking(event))


def row_of(event: KeyEvent, viewer: User) -> Row | None:
    """The entry of a key event, where it is in the chronology and the viewer may see it."""
    found = entries(Standing(viewer, event.review)).filter(pk=event.row_id)
    return found.select_related("agency", "review", "file__document").first()
