"""What stands beside the entries of a page: the other accounts of an event, key events, notes, who was told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q, QuerySet

from threadline.access.permissions import Permission
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.chronology.models import Audience, KeyEvent, Note, Row, Sharing, Suggestion
from threadline.chronology.queries.events import tied
from threadline.chronology.queries.merged import SLIM, Slim, entries
from threadline.reviews.models import Review
from threadline.ui.words import day


@dataclass(frozen=True, slots=True)
class Event:
    """One event with several accounts, in order, and where they differ, in sentences.

    `at` is the entry with which all of them are shown: the first that the view lets through.
    """

    at: UUID
    accounts: tuple[Slim, ...]
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside entries, by the entry's id."""

    events: Mapping[UUID, Event] = field(default_factory=dict)
    key_events: Mapping[UUID, KeyEvent] = field(default_factory=dict)
    notes: Mapping[UUID, Sequence[Note]] = field(default_factory=dict)
    told: Mapping[UUID, Sequence[str]] = field(default_factory=dict)


def beside(*, standing: Standing, viewer: User, shown: Iterable[Slim], through: QuerySet[Row], all_: bool) -> Beside:
    """What stands beside the entries `shown`. `through` are those that the view lets through; all where `all_`."""
    here = {each.id: each for each in shown}
    review = standing.review
    assert isinstance(review, Review)
    ids = set(here)
    events = _events(standing, review, here, None if all_ else through)
    for event in events.values():
        ids |= {each.id for each in event.accounts}
    return Beside(
        events=events,
        key_events={each.row_id: each for each in key_events(standing).filter(row__in=ids)},
        notes=_by_row(notes(standing, viewer).filter(row__in=ids)),
        told=_told(review, ids),
    )


def _events(
    standing: Standing, review: Review, here: Mapping[UUID, Slim], through: QuerySet[Row] | None
) -> dict[UUID, Event]:
    groups = {several for one, several in tied(review).items() if one in here}
    members = {one for several in groups for one in several}
    if not members:
        return {}
    seen = entries(standing).filter(pk__in=members)
    slim = {each.id: each for each in (Slim._make(values) for values in seen.values_list(*SLIM))}
    passing = set(slim) if through is None else set(through.filter(pk__in=members).values_list("pk", flat=True))
    differs = differences(review, members)
    found: dict[UUID, Event] = {}
    for several in groups:
        accounts = tuple(sorted((slim[one] for one in several if one in slim), key=lambda each: each.sort_key))
        if len(accounts) > 1:
            at = next(each.id for each in accounts if each.id in passing)
            told = tuple(
                sentence for (a, b), said in differs.items() if a in several and b in several for sentence in said
            )
            found |= dict.fromkeys((each.id for each in accounts), Event(at, accounts, told))
    return found


def differences(review: Review, rows: Iterable[UUID]) -> dict[tuple[UUID, UUID], tuple[str, ...]]:
    """Where the accounts of any two of the entries cannot both be right, in sentences."""
    ids = set(rows)
    found = Suggestion.objects.filter(review=review, a__in=ids, b__in=ids).values_list("a_id", "b_id", "differences")
    return {(a, b): tuple(each[3] for each in told) for a, b, told in found if told}


def key_events(standing: Standing) -> QuerySet[KeyEvent]:
    """The key events that stand: proposed and confirmed."""
    return standing.visible(
        Permission.CHRONOLOGY_READ, KeyEvent.objects.exclude(state=KeyEvent.State.SET_ASIDE)
    )  # fmt: skip


def notes(standing: Standing, viewer: User) -> QuerySet[Note]:
    """The notes that a person reads: the own ones, and the panel's where the policy says so."""
    theirs = standing.visible(Permission.NOTE_READ, Note.objects.all()).values("pk")
    own = Q(by=viewer) if standing.may(Permission.NOTE_WRITE) else Q(pk__in=[])
    return Note.objects.filter(own | Q(pk__in=theirs), removed_at__isnull=True).select_related("by")


def _by_row(found: Iterable[Note]) -> dict[UUID, list[Note]]:
    by_row: dict[UUID, list[Note]] = {}
    for each in found:
        by_row.setdefault(each.row_id, []).append(each)
    return by_row


def _told(review: Review, ids: set[UUID]) -> dict[UUID, list[str]]:
    found = Sharing.objects.filter(review=review, row__in=ids, back_at__isnull=True).select_related("agency", "person")
    told: dict[UUID, list[str]] = {}
    for each in found:
        when = f", {day(each.earliest)}" if each.earliest and each.earliest == each.latest else ""
        told.setdefault(each.row_id, []).append(f"told to {each.to}{when}")
    return told


def is_private(note: Note) -> bool:
    """Whether only its writer reads a note."""
    return note.audience == Audience.MINE
