"""The picture of the chronology: which entries are in it, over which stretch, and the ways on from there."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.chronology.models import FamilyMoment, KeyEvent
from threadline.chronology.queries.beside import key_events
from threadline.chronology.queries.names import Names
from threadline.chronology.queries.page import Chosen
from threadline.domain.chronology.picture import Child, Event, Lane, Period, Picture, Scene, draw, periods
from threadline.people.models import Person
from threadline.reviews.models import Review
from threadline.ui.words import day

FAMILY = "family"
FIELDS = ("id", "agency_id", "earliest", "latest")
SHORTEST = 7


@dataclass(frozen=True, slots=True)
class Shown:
    """The page of the picture: the SVG, the table that says the same, and the stretches one can go to."""

    picture: Picture
    lanes: tuple[Lane, ...]
    rows: tuple[Period, ...]
    first: date
    last: date
    entries: int
    undated: int
    caption: str
    ways: tuple[tuple[str, str], ...]


def shown(chosen: Chosen, *, first: date | None, last: date | None, address: str) -> Shown:
    """The picture of a view. `address` is that of the chronology, with the view, ready for one more word; empty for a
    picture that leads nowhere, as a file to keep.
    """
    rows = list(chosen.rows.order_by().values_list(*FIELDS))
    keys = {each.row_id: each for each in key_events(chosen.standing)}
    agencies = {each.agency_id: each.agency.name for each in chosen.contributors}
    entries = [event for row in rows if (event := _event(row, agencies, keys, address, chosen.names)) is not None]
    family = _family(chosen)
    begin, end = _stretch(chosen, entries, first, last)
    scene = Scene(
        lanes=(
            *(
                Lane(str(each.agency_id), each.agency.name, number)
                for number, each in enumerate(chosen.contributors, 1)
            ),
            Lane(FAMILY, "The family’s own life", 8, family=True),
        ),
        events=(*entries, *family),
        first=begin,
        last=end,
        period=(chosen.review.period_from, chosen.review.period_to),
        children=_children(chosen),
    )
    inside = sum(one.last >= begin and one.first <= end for one in entries)
    told = ", ".join(part.words for part in chosen.parts)
    caption = f"Review {chosen.review.reference}. {day(begin)} to {day(end)}: {told}."
    picture = draw(scene, title="The chronology as a picture", caption=caption)
    ways = _ways(begin, end)
    return Shown(picture, scene.lanes, periods(scene), begin, end, inside, len(rows) - len(entries), caption, ways)


def _event(row: Any, agencies: dict[Any, str], keys: dict[Any, KeyEvent], address: str, names: Names) -> Event | None:
    id_, agency, first, last = row
    if first is None and last is None:
        return None
    key = keys.get(id_)
    first, last = first or last, last or first
    rank = 0 if key is None else 2 if key.state == KeyEvent.State.CONFIRMED else 1
    words = f"{agencies.get(agency, 'Agency')}, {day(first)}" + (f": {names(key.title)}" if key else "")
    return Event(str(agency), first, last, rank, f"{address}at={first}#e-{id_}" if address else "", words)


def _family(chosen: Chosen) -> list[Event]:
    """What is recorded of the family's own life: births, the incident, and the moments that people added."""
    moments = [(chosen.review.incident_on, "The incident that the review is about")]
    for person in chosen.people:
        if person.born_on and person.kind in (Person.Kind.CHILD, Person.Kind.FAMILY):
            moments.append((person.born_on, f"{chosen.names(person.name)} was born"))
    told = moments_seen(chosen.standing)
    return [
        *(Event(FAMILY, on, on, words=words) for on, words in moments),
        *(Event(FAMILY, each.earliest, each.latest, words=chosen.names(each.title)) for each in told),
    ]


def moments_seen(standing: Standing) -> QuerySet[FamilyMoment]:
    """The moments of the family's life that stand, as far as a person may see them."""
    return standing.visible(Permission.CHRONOLOGY_READ, FamilyMoment.objects.filter(out_because=""))


def moments(*, review: Review, viewer: User) -> QuerySet[FamilyMoment]:
    """The same for a page."""
    return moments_seen(Standing(viewer, review)).select_related("review")


def _children(chosen: Chosen) -> tuple[Child, ...]:
    return tuple(
        Child(chosen.names(person.name), person.born_on)
        for person in chosen.people
        if person.kind == Person.Kind.CHILD and person.born_on
    )


def _stretch(chosen: Chosen, entries: list[Event], first: date | None, last: date | None) -> tuple[date, date]:
    """What to show: what was asked for; else the period under review and what lies within a year around it."""
    period = chosen.review.period_from, chosen.review.period_to
    year = timedelta(days=365)
    near = [one for one in entries if one.last >= period[0] - year and one.first <= period[1] + year]
    begin = first or min([period[0], *(one.first for one in near)])
    end = last or max([period[1], *(one.last for one in near)])
    begin, end = min(begin, end), max(begin, end)
    return begin, max(end, begin + timedelta(days=SHORTEST - 1))


def _ways(first: date, last: date) -> tuple[tuple[str, str], ...]:
    """Nearer, further, earlier, later: the words, and the end of the address."""
    days = (last - first).days + 1
    quarter, half = timedelta(days=days // 4), timedelta(days=max(days // 2, 1))
    places = (
        ("Nearer", first + quarter, last - quarter), ("Further", _back(first, half), _on(last, half)),
        ("Earlier", _back(first, half), _back(last, half)), ("Later", _on(first, half), _on(last, half)),
    )  # fmt: skip
    return tuple((words, f"from={a}&to={b}") for words, a, b in places if words != "Nearer" or days > 2 * SHORTEST)


def _back(day_: date, by: timedelta) -> date:
    return date.fromordinal(max(day_.toordinal() - by.days, date(1900, 1, 1).toordinal()))


def _on(day_: date, by: timedelta) -> date:
    return date.fromordinal(min(day_.toordinal() + by.days, date(2100, 12, 31).toordinal()))
