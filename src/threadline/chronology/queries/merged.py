"""The merged chronology: who may see which entries, filtered, counted by month, and a window of them at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from threadline.access.permissions import Permission
from threadline.access.within import Standing
from threadline.chronology.filters import Filters
from threadline.chronology.models import Row, SavedView
from threadline.chronology.queries.naming import naming
from threadline.domain.dates import DateReading, Precision, Problem, Qualifier
from threadline.people.models import Person
from threadline.reviews.models import Review

WINDOW = 200
SLIM = (
    "id", "agency_id", "file_id", "sort_key", "earliest", "latest", "time_from", "time_to", "precision", "qualifier",
    "problem", "when_text", "description", "asks", "data",
)  # fmt: skip


class Slim(NamedTuple):
    """What the page shows of one entry."""

    id: UUID
    agency_id: UUID
    file_id: UUID | None
    sort_key: str
    earliest: date | None
    latest: date | None
    time_from: time | None
    time_to: time | None
    precision: str
    qualifier: str
    problem: str
    when_text: str
    description: str
    asks: bool
    data: str

    @property
    def when(self) -> DateReading:
        """The day and time as read."""
        return DateReading(
            self.when_text, self.earliest, self.latest, self.time_from, self.time_to, Precision(self.precision),
            Qualifier(self.qualifier) if self.qualifier else None, Problem(self.problem) if self.problem else None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the chronology. `before` is the entry just before it, `more` whether any comes after."""

    entries: tuple[Slim, ...]
    before: Slim | None
    more: bool


def entries(standing: Standing) -> QuerySet[Row]:
    """The entries of the chronology that a person may see, in order."""
    return standing.visible(Permission.ENTRY_READ, Row.objects.filter(live=True).order_by("sort_key"))


def filtered(rows: QuerySet[Row], filters: Filters, review: Review, people: Sequence[Person]) -> QuerySet[Row]:
    """The entries a filter lets through. `people` are the register's, with their other names."""
    if filters.agencies:
        rows = rows.filter(agency_id__in=filters.agencies)
    if filters.first:
        rows = rows.filter(Q(latest__gte=filters.first) | Q(latest__isnull=True, earliest__isnull=False))
    if filters.last:
        rows = rows.filter(Q(earliest__lte=filters.last) | Q(earliest__isnull=True, latest__isnull=False))
    if filters.within:
        rows = rows.exclude(latest__lt=review.period_from).exclude(earliest__gt=review.period_to)
    for word in filters.words:
        rows = rows.filter(Q(description__icontains=word) | Q(others__icontains=word))
    named = [person for person in people if str(person.pk) in filters.people]
    if filters.people:
        rows = naming(rows, named) if named else rows.none()
    return rows


def by_month(rows: QuerySet[Row]) -> dict[int, int]:
    """How many entries begin in each month (201502); 0 holds those without a date."""
    counted = rows.order_by().values_list("month").annotate(entries=Count("pk")).order_by("month")
    return dict(counted)


def _slim(rows: QuerySet[Row]) -> list[Slim]:
    return [Slim._make(values) for values in rows.values_list(*SLIM)]


def window_from(rows: QuerySet[Row], key: str = "", *, size: int = WINDOW) -> Window:
    """The entries from `key` on, it included."""
    found = _slim(rows.filter(sort_key__gte=key)[: size + 1])
    return _window(rows, found[:size], key, more=len(found) > size)


def window_after(rows: QuerySet[Row], key: str, *, size: int = WINDOW) -> Window:
    """The entries after `key`."""
    found = _slim(rows.filter(sort_key__gt=key)[: size + 1])
    return _window(rows, found[:size], key, more=len(found) > size)


def window_before(rows: QuerySet[Row], key: str, *, size: int = WINDOW) -> Window:
    """The entries just before `key`, in order."""
    found = _slim(rows.filter(sort_key__lt=key).order_by("-sort_key")[: size + 1])
    kept = found[:size][::-1]
    return Window(tuple(kept), found[size] if len(found) > size else None, more=True)


def _window(rows: QuerySet[Row], found: list[Slim], key: str, *, more: bool) -> Window:
    start = found[0].sort_key if found else key
    before = _slim(rows.filter(sort_key__lt=start).order_by("-sort_key")[:1]) if key else []
    return Window(tuple(found), before[0] if before else None, more)


def key_of(rows: QuerySet[Row], row: UUID) -> str:
    """The sort key of an entry the viewer may see; empty where there is none."""
    return rows.filter(pk=row).values_list("sort_key", flat=True).first() or ""


def key_at(day: date) -> str:
    """The key at which a day begins."""
    return f"0{day.toordinal():07d}"


def view(*, review: Review, token: str) -> SavedView | None:
    """The view of that address. A view of another review does not exist here."""
    return SavedView.objects.filter(review=review, token=token).first()


def filters_of(found: SavedView | None) -> Filters:
    """The filter of a view; everything where there is none."""
    stored: Any = found.filters if found else {}
    return Filters.of_data(stored)
