"""The chronology as known to an agency or a person on a day, two side by side, and who knew what, when (1.m)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from threadline.access.permissions import Permission
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.chronology.models import KeyEvent, Row, Sharing
from threadline.chronology.queries.beside import key_events
from threadline.chronology.queries.days import day_words, span_words, time_words
from threadline.chronology.queries.events import tied
from threadline.chronology.queries.merged import SLIM, Slim, entries
from threadline.chronology.queries.naming import names_of
from threadline.chronology.records import Kept
from threadline.domain.chronology import known
from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.known import Fact, Knowing, Span, Telling
from threadline.people.models import Person
from threadline.reviews.models import ContributingAgency, Review
from threadline.ui.timeline import Agency
from threadline.ui.words import day, plural

SHOWN, MOST_PEOPLE = 100, 10
TOOK_PART = (Meaning.PROFESSIONAL, Meaning.PRESENT)
"""The columns that say who took part in what an entry tells, or wrote it down."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry on these pages: the agency, the day, its words; `how` it became known, and what shows that."""

    id: UUID
    agency: Agency
    when: str
    text: str
    how: str = ""
    evidence: str = ""
    own_account: bool = False


@dataclass(frozen=True, slots=True)
class AsKnown:
    """What an agency or a person knew on a day. Each list is the latest first, cut to `SHOWN` unless all are wanted."""

    known: tuple[Shown, ...]
    perhaps: tuple[Shown, ...]
    unknown: tuple[Shown, ...]
    counts: tuple[int, int, int]
    sentence: str
    told: tuple[Shown, ...]
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Beside:
    """Two agencies, or people, on one day."""

    both: tuple[Shown, ...]
    only_first: tuple[Shown, ...]
    only_second: tuple[Shown, ...]
    counts: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Knower:
    """An agency, or a person of the register: the key by which it is asked for, and its name."""

    key: str
    word: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who knew what, when: a column for each agency, and for the people of whom the records say most."""

    columns: tuple[Knower, ...]
    rows: "tuple[MatrixRow, ...]"
    more_people: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One event: its day, its words, the key event it is, and a cell for each column."""

    id: UUID
    when: str
    text: str
    key: str
    cells: tuple[str, ...]


class Case:
    """The entries a person may see, as facts with whom they were told to."""

    def __init__(self, review: Review, viewer: User) -> None:
        self.review, self.standing = review, Standing(viewer, review)
        asked = ContributingAgency.objects.filter(review=review).select_related("agency").order_by("agency__name")
        self.contributors = tuple(asked)
        self.agencies = {
            str(each.agency_id): Agency(each.agency.name, number) for number, each in enumerate(self.contributors, 1)
        }

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """The people of the register, by id."""
        kept = Person.objects.filter(review=self.review, out_at__isnull=True).prefetch_related("also")
        return {str(each.pk): each for each in self.standing.visible(Permission.PERSON_READ, kept)}

    @cached_property
    def knowers(self) -> Mapping[str, Knower]:
        """Everybody of whom it can be asked what they knew: the agencies, then the people."""
        agencies = (Knower(key, each.word) for key, each in self.agencies.items())
        people = (Knower(key, person_words(each), person=True) for key, each in self.people.items())
        return {each.key: each for each in (*agencies, *people)}

    @cached_property
    def taking_part(self) -> Mapping[str, tuple[str, ...]]:
        """Which people each entry says took part in it or wrote it, in the columns that are there for that."""
        called = defaultdict(set)
        for key, person in self.people.items():
            for name in names_of(person):
                called[" ".join(name.split()).casefold()].add(key)
        if not called:
            return {}
        longest = sorted(called, key=len, reverse=True)
        names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)
        found = {}
        for id_, each in self.slim.items():
            if any(f'"{meaning}"' in each.data for meaning in TOOK_PART):
                told = " ; ".join(text for meaning, text in Kept.of(each).fields if meaning in TOOK_PART)
                keys = {key for one in names.findall(" ".join(told.split())) for key in called[one.casefold()]}
                found[id_] = tuple(sorted(keys))
        return found

    @cached_property
    def slim(self) -> Mapping[str, Slim]:
        """The entries, by id."""
        found = entries(self.standing).values_list(*SLIM)
        return {str(each.id): each for each in map(Slim._make, found)}

    @cached_property
    def tellings(self) -> Mapping[str, Sequence[Telling]]:
        """Whom each entry was told to."""
        found = defaultdict(list)
        kept = Sharing.objects.filter(review=self.review, back_at__isnull=True)
        for each in kept.select_related("person"):
            person = each.person
            whom = f"{person.name} ({each.whom})" if person and each.whom else person.name if person else each.whom
            found[str(each.row_id)].append(
                Telling(
                    str(each.agency_id or ""), Span(each.earliest, each.latest), whom, each.how, each.shown_by,
                    str(person.merged_into_id or person.pk) if person else "",
                )
            )  # fmt: skip
        return found

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The entries as facts, in order."""
        written = self._written()
        return tuple(
            Fact(
                key, str(each.agency_id), Span(each.earliest, each.latest), written.get(key),
                tuple(self.tellings.get(key, ())), self.taking_part.get(key, ()),
            )
            for key, each in self.slim.items()
        )  # fmt: skip

    def _written(self) -> dict[str, Span]:
        """When entries were written down, where the agency's own column says so."""
        rows = entries(self.standing).filter(data__contains='"recorded":').only("id", "data", "sort_key")
        found = {}
        for row in rows:
            parts = Kept.of(row).data.get("recorded")
            if parts and (parts[1] or parts[2]):
                found[str(row.pk)] = Span(*(date.fromisoformat(each) if each else None for each in parts[1:3]))
        return found

    @cached_property
    def groups(self) -> Mapping[UUID, tuple[UUID, ...]]:
        """The entries that are accounts of one event."""
        return tied(self.review)

    def has_own_account(self, fact: Fact, agency: str) -> bool:
        """Whether the agency has an account of its own of the same event."""
        others = self.groups.get(UUID(fact.id), ())
        return any((each := self.slim.get(str(one))) and str(each.agency_id) == agency for one in others)

    def shown(self, fact: Fact, *, how: str = "", evidence: str = "", own: bool = False) -> Shown:
        """An entry for the page."""
        each = self.slim[fact.id]
        time = time_words(each.time_from, each.time_to)
        when = f"{day_words(each.when)}, {time}" if time else day_words(each.when)
        return Shown(each.id, self.agencies[fact.agency], when, each.description, how, evidence, own)


def as_known(case: Case, who: str, on: date, *, every: bool = False) -> AsKnown:
    """What an agency or a person (an id) knew by the end of a day."""
    knower = case.knowers[who]
    found = known.as_known(case.facts, who, on)
    certain = [_known(case, each, knower) for each in found.known]
    perhaps = [_known(case, each, knower) for each in found.perhaps]
    unknown = [case.shown(each, own=case.has_own_account(each, who)) for each in found.unknown]
    told = [shown for shown, each in zip(certain, found.known, strict=True) if each.through]
    return AsKnown(
        known=_latest(certain, every=every),
        perhaps=_latest(perhaps, every=every),
        unknown=_latest(unknown, every=every),
        counts=(len(certain), len(perhaps), len(unknown)),
        sentence=_sentence(knower, on, certain, told, perhaps, unknown),
        told=tuple(told),
        before=known.last_learnt(case.facts, who, on),
        after=known.next_learnt(case.facts, who, on),
    )


def _known(case: Case, one: Knowing, knower: Knower) -> Shown:
    since = span_of(one.since)
    if one.through is None:
        own = "took part, as the record says" if knower.person else "its own record"
        return case.shown(one.fact, how=own if since == "" else f"{own}, {since}")
    whom = f"{one.through.whom} " if one.through.whom else ""
    how = f"{whom}told {one.through.how}{f', {since}' if since else ''}"
    return case.shown(one.fact, how=how, evidence=one.through.reference)


def _latest(found: Sequence[Shown], *, every: bool) -> tuple[Shown, ...]:
    latest = tuple(reversed(found))
    return latest if every else latest[:SHOWN]


def span_of(span: Span) -> str:
    """When something became known, in words; empty when nothing is known of that."""
    if span.first and span.last:
        return day(span.first) if span.first == span.last else span_words(span.first, span.last)
    if span.last:
        return f"{day(span.last)} or earlier"
    return f"{day(span.first)} or later" if span.first else ""


def _sentence(
    knower: Knower, on: date, certain: Sequence[Shown], told: Sequence[Shown], perhaps: Sequence[Shown],
    unknown: Sequence[Shown],
) -> str:  # fmt: skip
    """What can be quoted in a report, from the counts alone."""
    whole = len(certain) + len(unknown)
    own = len(certain) - len(told)
    ways = (
        f"{own} in which they are recorded as taking part, {len(told)} that records show they were told of."
        if knower.person
        else f"{own} from its own records, {len(told)} that records show it was told of."
    )
    said = (
        f"By {day(on)} {knower.word} knew of {len(certain)} of the {plural(whole, 'entry', 'entries')} that agencies "
        f"are known to have recorded by then: {ways}"
    )
    if unknown:
        accounts = sum(each.own_account for each in unknown)
        but = f" ({accounts} of them about events that it had recorded itself)" if accounts else ""
        they = "they were" if knower.person else "it was"
        said += f" No record shows that {they} told of the other {len(unknown)}{but}."
    if perhaps:
        said += f" Of {len(perhaps)} more it cannot be said, because their dates are uncertain."
    return said


def compared(case: Case, first: str, second: str, on: date, *, every: bool = False) -> Beside:
    """What two agencies, or people, knew on one day."""
    found = known.compare(case.facts, first, second, on)
    parts = [[case.shown(each) for each in part] for part in (found.both, found.only_first, found.only_second)]
    both, one, other = (_latest(part, every=every) for part in parts)
    return Beside(both, one, other, (len(parts[0]), len(parts[1]), len(parts[2])))


def matrix(case: Case) -> Matrix:
    """Who knew what, when: the key events, what was shared, and what several agencies recorded, in order."""
    keys = {each.row_id: each for each in key_events(case.standing)}
    wanted = {*keys, *case.groups, *(UUID(key) for key in case.tellings)}
    by_id = {UUID(fact.id): fact for fact in case.facts}
    groups, done = [], set()
    for one in by_id:
        if one in wanted and one not in done:
            accounts = [by_id[each] for each in case.groups.get(one, (one,)) if each in by_id]
            done |= {UUID(each.id) for each in accounts}
            groups.append((by_id[one], accounts))
    people = _people_of(case, [accounts for _, accounts in groups])
    columns = (*(each for each in case.knowers.values() if not each.person), *people[:MOST_PEOPLE])
    rows = (_matrix_row(case, fact, accounts, keys, columns) for fact, accounts in groups)
    return Matrix(columns, tuple(rows), max(len(people) - MOST_PEOPLE, 0))


def _people_of(case: Case, events: Iterable[Sequence[Fact]]) -> list[Knower]:
    """The people of whom a record says that they knew of any of the events; who knew of most of them first."""
    counted = Counter(
        who
        for accounts in events
        for who in {
            one
            for fact in accounts
            for one in (*fact.present, *(each.person for each in fact.told))
            if one in case.people
        }
    )
    return [case.knowers[who] for who, _ in counted.most_common()]


def _matrix_row(
    case: Case, fact: Fact, accounts: Sequence[Fact], keys: Mapping[UUID, KeyEvent], columns: Iterable[Knower]
) -> MatrixRow:
    shown = case.shown(fact)
    key = next((keys[UUID(each.id)].title for each in accounts if UUID(each.id) in keys), "")
    return MatrixRow(shown.id, shown.when, shown.text, key, tuple(_cell(accounts, each) for each in columns))


def _cell(accounts: Iterable[Fact], knower: Knower) -> str:
    ways = [(way, through) for fact in accounts for way, through in known.ways(fact, knower.key)]
    if not ways:
        return ""
    span, through = min(ways, key=lambda each: (each[0].last or date.max, each[0].first or date.min))
    when = span_of(span) or "day not known"
    own = "Took part" if knower.person else "Own record"
    return f"Told {through.how}, {when}" if through else f"{own}, {when}"


def person_words(person: Person) -> str:
    """A person with what they are to the case: "Nia Bracken, health visitor"."""
    return f"{person.name}, {person.relation}" if person.relation else person.name


def sharings(row: Row) -> tuple[Sharing, ...]:
    """Who was told of an entry, those taken back too. The viewer may read the chronology."""
    found = Sharing.objects.filter(row=row.pk, review=row.review_id).select_related("agency", "person", "by", "back_by")
    return tuple(found)


def told_span(sharing: Sharing) -> str:
    """When it was told, in words."""
    return span_of(Span(sharing.earliest, sharing.latest)) or "day not known"


def may_record(review: Review, viewer: User) -> bool:
    """Whether a person may record sharing."""
    return Standing(viewer, review).may(Permission.SHARING_WRITE)
