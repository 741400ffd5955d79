"""Entries as a page shows them: grouped by day, with ages, marks in words, and the silences between."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from typing import Any

from threadline.chronology.queries.days import day_words, time_words
from threadline.chronology.queries.merged import Slim, Window
from threadline.domain.dates import Precision
from threadline.people.models import Person
from threadline.reviews.models import Review
from threadline.ui.timeline import Agency, Silence
from threadline.ui.words import plural, weekday

SILENT_FOR = 14
A_WEEK = timedelta(days=7)
Group = tuple[date | None, date | None]
BY_HAND, UNCERTAIN, OUTSIDE = "typed by hand", "date uncertain", "outside the period"
NOBODY = Agency("Agency", 8)


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry, ready to be shown. `given` is the date as the agency wrote it, where that says more."""

    id: str
    time: str
    agency: str
    style: str
    text: str
    marks: tuple[str, ...]
    given: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a longer time no closer known, and its entries."""

    kind = "day"
    id: str
    heading: str
    ages: tuple[str, ...]
    entries: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the entries are shown against: the period, the agencies by id, the children, whether all is shown."""

    review: Review
    agencies: Mapping[Any, Agency]
    children: Sequence[Person]
    filtered: bool


def items(window: Window, setting: Setting) -> Iterator[Day | Silence]:
    """The window's days in order, and the silences that the entries leave between them."""
    last = _end(window.before) if window.before else None
    earlier = _group(window.before) if window.before else None
    for group, found in groupby(window.entries, key=_group):
        several = tuple(found)
        if (silence := _silence(last, group[0], setting)) is not None:
            yield silence
        yield _day(group, several, setting, continued=group == earlier)
        ends = [end for end in map(_end, several) if end]
        last = max([*ends, *([last] if last else [])], default=None)


def _group(entry: Slim) -> Group:
    return entry.earliest, entry.latest


def _end(entry: Slim) -> date | None:
    """The last day an entry can be about, where it is about a week at most; a whole month breaks no silence."""
    first, last = entry.earliest, entry.latest
    return last if first and last and last - first < A_WEEK else None


def _silence(last: date | None, begins: date | None, setting: Setting) -> Silence | None:
    if last is None or begins is None:
        return None
    days = (begins - last).days - 1
    if days < SILENT_FOR:
        return None
    told = "nothing in this view" if setting.filtered else "no agency recorded any contact"
    return Silence(f"{plural(days, 'day')}: {told}.")


def _day(group: Group, several: tuple[Slim, ...], setting: Setting, *, continued: bool) -> Day:
    first, last = group
    exact = first is not None and first == last
    heading = weekday(first) if exact else _heading(several[0])
    name = f"{first or ''}-{last or ''}".strip("-") or "undated"
    return Day(
        id=f"day-{name}",
        heading=f"{heading} (continued)" if continued else heading,
        ages=tuple(_ages(first, setting.children)) if exact and first else (),
        entries=tuple(map(partial(_shown, setting=setting), several)),
    )


def _heading(entry: Slim) -> str:
    if not entry.earliest and not entry.latest:
        return "Date not known"
    words = day_words(entry.when)
    return f"{words[:1].upper()}{words[1:]}"


def _shown(entry: Slim, setting: Setting) -> Shown:
    agency = setting.agencies.get(entry.agency_id, NOBODY)
    certain = entry.precision == Precision.EXACT and not entry.problem
    plain = certain and not entry.qualifier
    return Shown(
        id=str(entry.id),
        time=time_words(entry.when) if entry.time_from or entry.time_to else "",
        agency=agency.word,
        style=agency.style,
        text=entry.description,
        marks=tuple(_marks(entry, certain, setting.review)),
        given="" if plain else " ".join(entry.when_text.split())[:80],
    )


def _marks(entry: Slim, certain: bool, review: Review) -> Iterator[str]:
    if not certain:
        yield UNCERTAIN
    if outside(entry.earliest, entry.latest, review):
        yield OUTSIDE
    if entry.file_id is None:
        yield BY_HAND


def outside(first: date | None, last: date | None, review: Review) -> bool:
    """Whether an entry is certainly outside the period under review. One without a date is not."""
    ended, not_begun = last is not None and last < review.period_from, first is not None and first > review.period_to
    return ended or not_begun


def _ages(on: date, children: Sequence[Person]) -> Iterator[str]:
    for child in children:
        if child.born_on is not None:
            yield f"{child.name} {age(child.born_on, on)}"


def age(born: date, on: date) -> str:
    """ "3 years 7 months", "14 months", "3 weeks", "not yet born"."""
    if on < born:
        return "not yet born"
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    if months < 1:
        weeks = (on - born).days // 7
        return plural(weeks, "week") if weeks else plural((on - born).days, "day")
    if months < 24:
        return plural(months, "month")
    years, rest = divmod(months, 12)
    return plural(years, "year") + (f" {plural(rest, 'month')}" if rest else "")
