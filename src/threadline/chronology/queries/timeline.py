"""Entries as a page shows them: grouped by day, with ages, marks in words, and the silences between."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from markupsafe import Markup

from threadline.chronology.models import KeyEvent
from threadline.chronology.queries.aids import NO_SOURCE, UNKNOWN_NAME, Aids
from threadline.chronology.queries.beside import Beside, Event, is_private
from threadline.chronology.queries.days import day_words, time_words
from threadline.chronology.queries.merged import Slim, Window
from threadline.chronology.queries.names import Names, as_written, signed
from threadline.domain.chronology.lapse import Moment, since
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
class NoteShown:
    """A note beside an entry: whose it is, and its words."""

    whose: str
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry, ready to be shown. `given` is the date as the agency wrote it, where that says more.

    `others` are the other accounts of its event, which stand beside it; `differs` says where they cannot all be right.
    `at` names the entry with which this one is told, when that is another. `key` is the key event it is marked as.
    """

    id: str
    time: str
    agency: str
    style: str
    text: str | Markup
    marks: tuple[str, ...]
    given: str
    others: "tuple[Shown, ...]" = ()
    differs: tuple[str, ...] = ()
    at: Slim | None = None
    key: KeyEvent | None = None
    key_title: str = ""
    notes: tuple[NoteShown, ...] = ()
    since: str = ""
    said: tuple[str, ...] = ()
    routine: str = ""

    @property
    def foldable(self) -> bool:
        """Whether it is routine and nothing else is to be said of it, so that it may be folded."""
        plain = not (self.others or self.at or self.key or self.notes or self.said)
        quiet = all(each in (NO_SOURCE, BY_HAND) or each.startswith(UNKNOWN_NAME) for each in self.marks)
        return plain and bool(self.routine) and quiet


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a longer time no closer known, and its entries."""

    kind = "day"
    id: str
    heading: str
    ages: tuple[str, ...]
    entries: tuple[Shown, ...]
    order: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the entries are shown against: the period, the agencies by id, the children, whether all is shown; and
    what stands beside them.
    """

    review: Review
    agencies: Mapping[Any, Agency]
    children: Sequence[Person]
    filtered: bool
    beside: Beside = field(default_factory=Beside)
    names: Names = as_written
    aids: Aids = field(default_factory=Aids)
    explained: dict[str, str] = field(default_factory=dict)


def items(window: Window, setting: Setting) -> Iterator[Day | Silence]:
    """The window's days in order, and the silences that the entries leave between them."""
    quiet = _Quiet(setting.filtered)
    earlier, above = None, window.before
    if window.before:
        earlier = _group(window.before)
        quiet.hears(window.before)
    for group, found in groupby(window.entries, key=_group):
        several = tuple(found)
        if silence := quiet.hears(several[0]):
            yield silence
        for words in setting.aids.quiet.hears(several) if setting.aids.quiet else ():
            yield Silence(setting.names(words))
        yield _day(group, several, above, setting, continued=group == earlier)
        above = several[-1]


def _group(entry: Slim) -> Group:
    return entry.earliest, entry.latest


class _Quiet:
    """How long nothing has been heard, as the entries go by in order."""

    def __init__(self, filtered: bool) -> None:
        self.told = "nothing in this view" if filtered else "no agency recorded any contact"
        self.last: date | None = None
        self.loose = False

    def hears(self, entry: Slim) -> Silence | None:
        """The silence that an entry ends. One dated no closer than a week ends none, but is mentioned."""
        first, last = entry.earliest, entry.latest
        if first is None or last is None or last - first >= A_WEEK:
            self.loose = self.loose or first is not None or last is not None
            return None
        days = (first - self.last).days - 1 if self.last else 0
        but = ", apart from what is dated less exactly" if self.loose else ""
        self.last, self.loose = max(last, self.last or last), False
        return Silence(f"{plural(days, 'day')}: {self.told}{but}.") if days >= SILENT_FOR else None


def _day(group: Group, several: tuple[Slim, ...], above: Slim | None, setting: Setting, *, continued: bool) -> Day:
    first, last = group
    exact = first is not None and first == last
    heading = weekday(first) if exact else _heading(several[0])
    name = f"{first or ''}-{last or ''}".strip("-") or "undated"
    return Day(
        id=f"day-{name}",
        heading=f"{heading} (continued)" if continued else heading,
        ages=tuple(map(setting.names, _ages(first, setting.children))) if exact and first else (),
        entries=tuple(_later(tuple(_several(several, setting)), several, above)),
        order=setting.names(setting.aids.orders.get(group, "")),
    )


def _later(several: tuple[Shown, ...], entries: tuple[Slim, ...], above: Slim | None) -> Iterator[Shown]:
    """The entries with how long each came after the line above it."""
    by_id = {str(each.id): each for each in entries}
    for each in several:
        entry = by_id[each.id]
        yield replace(each, since=since(_moment(above), _moment(entry)) if above else "")
        above = entry


def _moment(entry: Slim) -> Moment:
    return entry.earliest, entry.latest, entry.time_from


def _several(entries: tuple[Slim, ...], setting: Setting) -> Iterator[Shown]:
    """The entries of a day. Accounts of one event stand together with the first of them, and only there."""
    together = {each.id for each in entries}
    for entry in entries:
        event = setting.beside.events.get(entry.id)
        if event is None:
            yield shown(entry, setting)
        elif event.at == entry.id:
            yield _event(entry, event, setting)
        elif event.at not in together:
            at = next(each for each in event.accounts if each.id == event.at)
            yield replace(shown(entry, setting), at=at, text="", marks=(), given="")


def _event(entry: Slim, event: Event, setting: Setting) -> Shown:
    own = shown(entry, setting)
    others = tuple(
        replace(shown(each, setting), time=_when(each, entry)) for each in event.accounts if each.id != entry.id
    )
    counted = f"{len(event.accounts)} accounts"
    marks = (counted, *(("accounts differ",) if event.differs else ()), *own.marks)
    notes = tuple(note for each in (own, *others) for note in each.notes)
    marked = next((each for each in (own, *others) if each.key), own)
    differs = tuple(map(setting.names, event.differs))
    return replace(
        own, marks=marks, others=others, differs=differs, notes=notes, key=marked.key, key_title=marked.key_title
    )  # fmt: skip


def _when(other: Slim, entry: Slim) -> str:
    """When another account says it was, as far as that is not what the first says."""
    time = time_words(other.time_from, other.time_to)
    if (other.earliest, other.latest) == (entry.earliest, entry.latest):
        return time
    return f"{day_words(other.when)}, {time}" if time else day_words(other.when)


def _heading(entry: Slim) -> str:
    if not entry.earliest and not entry.latest:
        return "Date not known"
    words = day_words(entry.when)
    return f"{words[:1].upper()}{words[1:]}"


def shown(entry: Slim, setting: Setting) -> Shown:
    """One entry as it is shown, by itself."""
    agency = setting.agencies.get(entry.agency_id, NOBODY)
    certain = entry.precision == Precision.EXACT and not entry.problem
    plain = certain and not entry.qualifier
    key = setting.beside.key_events.get(entry.id)
    return Shown(
        id=str(entry.id),
        time=time_words(entry.time_from, entry.time_to),
        agency=agency.word,
        style=agency.style,
        text=setting.aids.glossed(setting.names(entry.description), setting.explained),
        routine=setting.aids.routine.get(entry.id, ""),
        said=tuple(map(setting.names, setting.aids.notes.get(entry.id, ()))),
        marks=tuple(_marks(entry, certain, setting)),
        given="" if plain else " ".join(setting.names(entry.when_text).split())[:80],
        key=key,
        key_title=setting.names(key.title) if key else "",
        notes=tuple(
            NoteShown(
                "Your own note" if is_private(each) else f"Note for the panel{signed(each.by, setting.names)}",
                setting.names(each.text),
            )
            for each in setting.beside.notes.get(entry.id, ())
        ),
    )


def _marks(entry: Slim, certain: bool, setting: Setting) -> Iterator[str]:
    review = setting.review
    if not certain:
        yield UNCERTAIN
    if outside(entry.earliest, entry.latest, review):
        yield OUTSIDE
    if entry.file_id is None:
        yield BY_HAND
    yield from map(setting.names, setting.beside.told.get(entry.id, ()))
    yield from setting.aids.marks.get(entry.id, ())


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
