"""Everything on the page of the merged chronology, in one value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.chronology.filters import Filters
from threadline.chronology.method import rules
from threadline.chronology.models import Row, SavedView
from threadline.chronology.queries import merged, rail
from threadline.chronology.queries.aids import aids
from threadline.chronology.queries.beside import beside, key_events
from threadline.chronology.queries.folding import Run, folded
from threadline.chronology.queries.names import Names, names
from threadline.chronology.queries.timeline import Day, Setting, items
from threadline.people.models import Person
from threadline.reviews.models import ContributingAgency, KeyPoint, Review
from threadline.reviews.queries.scope import agreed
from threadline.ui.timeline import Agency, Silence, Year, busiest
from threadline.ui.words import day, plural


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the chronology to stand: at a day, after or before an entry; at the beginning when all are None."""

    at: date | None = None
    after: UUID | None = None
    before: UUID | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the sentence that says what is shown: the words, and what they are about."""

    name: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person may see of the chronology through a view, before any window of it."""

    review: Review
    viewer: User
    standing: Standing
    view: SavedView | None
    filters: Filters
    rows: QuerySet[Row]
    people: tuple[Person, ...]
    contributors: tuple[ContributingAgency, ...]
    names: Names

    @property
    def parts(self) -> tuple[Part, ...]:
        """The filter as a sentence, part by part."""
        filters = self.filters
        agencies = [each.agency.name for each in self.contributors if str(each.agency_id) in filters.agencies]
        people = [self.names(person.name) for person in self.people if str(person.pk) in filters.people]
        return (
            Part("agencies", "Agencies", _several(agencies, "all agencies")),
            Part("people", "People named", f"naming {_several(people, '')}" if people else "everyone"),
            Part("dates", "Dates", _dates(filters)),
            Part("words", "Words", _with(filters.words)),
            Part("within", "Period", "only the period under review" if filters.within else "in and outside the period"),
            Part("key_events", "Key events", "only key events" if filters.key_events else "key events and others"),
            Part("anonymised", "Names", "pseudonyms for names" if filters.anonymised else "names as written"),
        )  # fmt: skip


def _with(words: Sequence[str]) -> str:
    return "with " + " and ".join(f"“{word}”" for word in words) if words else "any words"


def _several(names: Sequence[str], everything: str) -> str:
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} more"
    return " or ".join(names) or everything


def _dates(filters: Filters) -> str:
    if filters.first and filters.last:
        return f"{day(filters.first)} to {day(filters.last)}"
    if filters.first:
        return f"from {day(filters.first)}"
    return f"up to {day(filters.last)}" if filters.last else "all dates"


def choose(*, review: Review, viewer: User, token: str) -> Chosen | None:
    """The entries a view lets through for this person; None where there is no such view."""
    view = merged.view(review=review, token=token) if token else None
    if token and view is None:
        return None
    filters = merged.filters_of(view)
    standing = Standing(viewer, review)
    people = tuple(standing.visible(Permission.PERSON_READ, Person.objects.prefetch_related("also")))
    asked = ContributingAgency.objects.filter(review=review).select_related("agency").order_by("agency__name")
    rows = merged.filtered(merged.entries(standing), filters, review, people)
    if filters.key_events:
        rows = rows.filter(pk__in=key_events(standing).values("row"))
    return Chosen(
        review, viewer, standing, view, filters, rows, people, tuple(asked),
        names(people, anonymised=filters.anonymised),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Early:
    """A key point of the time before the period, in the names that the view shows."""

    known: str
    who_knew: str
    influence: str


@dataclass(frozen=True, slots=True)
class Page:
    """The page: the filter as a sentence, the rail, a window of entries, the ways on."""

    chosen: Chosen
    count: str
    items: tuple[Day | Silence | Run, ...]
    years: tuple[Year, ...]
    full: int
    undated: int
    first: UUID | None
    last: UUID | None
    shown: int
    earlier: bool
    later: bool
    may_type: bool
    may_export: bool
    may_link: bool
    may_mark: bool
    may_note: bool
    may_aid: bool
    may_ask: bool
    explained: Mapping[str, str]
    key_points: tuple[Early, ...]


def page(*, chosen: Chosen, place: Place, address: str) -> Page:
    """The window of the chronology at `place`. `address` is the page's own, ready for one more word."""
    review, rows = chosen.review, chosen.rows
    window = _window(rows, place)
    counts = merged.by_month(rows)
    kept = window.entries
    setting = setting_of(chosen, kept, first=window.before, whole=not chosen.filters.hides)
    shown = tuple(folded(items(window, setting), least=rules(review).limits["folded-rows"]))
    years = rail.years(counts, review=review, address=address, shown=_stretch(window))
    return Page(
        chosen=chosen,
        count=plural(sum(counts.values()), "entry", "entries"),
        items=shown,
        explained=dict(sorted(setting.explained.items())),
        key_points=early_history(chosen),
        may_aid=chosen.standing.may(Permission.AID_WRITE),
        may_ask=chosen.standing.may(Permission.QUESTION_ASK),
        years=years,
        full=busiest(years),
        undated=counts.get(rail.UNDATED, 0),
        first=kept[0].id if kept else None,
        last=kept[-1].id if kept else None,
        shown=len(kept),
        earlier=window.before is not None,
        later=window.more and bool(kept),
        may_type=chosen.standing.may(Permission.ENTRY_WRITE),
        may_export=chosen.standing.may(Permission.CHRONOLOGY_EXPORT),
        may_link=chosen.standing.may(Permission.EVENT_LINK),
        may_mark=chosen.standing.may(Permission.KEY_EVENT_WRITE),
        may_note=chosen.standing.may(Permission.NOTE_WRITE),
    )


def setting_of(
    chosen: Chosen, entries: Sequence[merged.Slim], *, first: merged.Slim | None, whole: bool
) -> Setting:  # fmt: skip
    """What entries are shown against. `first` is the entry just before them; `whole` says that nothing is left out."""
    agencies: dict[Any, Agency] = {
        each.agency_id: Agency(each.agency.name, number) for number, each in enumerate(chosen.contributors, 1)
    }
    children = [person for person in chosen.people if person.kind == Person.Kind.CHILD]
    together = beside(
        standing=chosen.standing, viewer=chosen.viewer, shown=entries, through=chosen.rows, all_=whole
    )  # fmt: skip
    every = {
        each.id: each for each in (*entries, *(one for event in together.events.values() for one in event.accounts))
    }
    helped = aids(
        standing=chosen.standing, shown=tuple(every.values()), people=chosen.people, first=first, all_=whole,
        names=chosen.names,
    )  # fmt: skip
    return Setting(chosen.review, agencies, children, chosen.filters.hides, together, chosen.names, helped)


def early_history(chosen: Chosen) -> tuple[Early, ...]:
    """The key points of the time before the period, as the agreed scope has them; none outside the whole chronology."""
    if chosen.filters.hides:
        return ()
    scope = agreed(chosen.review)
    points = chosen.standing.visible(Permission.SCOPE_READ, KeyPoint.objects.filter(scope=scope)) if scope else ()
    shown = chosen.names
    return tuple(Early(shown(each.known), shown(each.who_knew), shown(each.influence)) for each in points)


def _window(rows: QuerySet[Row], place: Place) -> merged.Window:
    if place.at is not None:
        return merged.window_from(rows, merged.key_at(place.at))
    if place.after is not None and (key := merged.key_of(rows, place.after)):
        return merged.window_after(rows, key)
    if place.before is not None and (key := merged.key_of(rows, place.before)):
        return merged.window_before(rows, key)
    return merged.window_from(rows)


def _stretch(window: merged.Window) -> tuple[date | None, date | None]:
    days = [each.earliest or each.latest for each in window.entries]
    known = [each for each in days if each is not None]
    return (min(known), max(known)) if known else (None, None)
