"""The chronology as known to an agency on a day, two agencies side by side, and who knew what, when (1.m)."""

from collections import defaultdict
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
from threadline.chronology.records import Kept
from threadline.domain.chronology import known
from threadline.domain.chronology.known import Fact, Knowing, Span, Telling
from threadline.reviews.models import ContributingAgency, Review
from threadline.ui.timeline import Agency
from threadline.ui.words import day, plural

SHOWN = 100


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
    """What an agency knew on a day. Each list is the latest first, cut to `SHOWN` unless all are wanted."""

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
    """Two agencies on one day."""

    both: tuple[Shown, ...]
    only_first: tuple[Shown, ...]
    only_second: tuple[Shown, ...]
    counts: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One event: its day, its words, the key event it is, and a cell for each agency."""

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
    def slim(self) -> Mapping[str, Slim]:
        """The entries, by id."""
        found = entries(self.standing).values_list(*SLIM)
        return {str(each.id): each for each in map(Slim._make, found)}

    @cached_property
    def tellings(self) -> Mapping[str, Sequence[Telling]]:
        """Whom each entry was told to."""
        found = defaultdict(list)
        for each in Sharing.objects.filter(review=self.review, back_at__isnull=True):
            found[str(each.row_id)].append(
                Telling(str(each.agency_id), Span(each.earliest, each.latest), each.whom, each.how, each.shown_by)
            )
        return found

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The entries as facts, in order."""
        written = self._written()
        return tuple(
            Fact(
                key, str(each.agency_id), Span(each.earliest, each.latest), written.get(key),
                tuple(self.tellings.get(key, ())),
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


def as_known(case: Case, agency: str, on: date, *, every: bool = False) -> AsKnown:
    """What the agency (its id) knew by the end of a day."""
    found = known.as_known(case.facts, agency, on)
    certain = [_known(case, each) for each in found.known]
    perhaps = [_known(case, each) for each in found.perhaps]
    unknown = [case.shown(each, own=case.has_own_account(each, agency)) for each in found.unknown]
    told = [shown for shown, each in zip(certain, found.known, strict=True) if each.through]
    return AsKnown(
        known=_latest(certain, every=every),
        perhaps=_latest(perhaps, every=every),
        unknown=_latest(unknown, every=every),
        counts=(len(certain), len(perhaps), len(unknown)),
        sentence=_sentence(case.agencies[agency].word, on, certain, told, perhaps, unknown),
        told=tuple(told),
        before=known.last_learnt(case.facts, agency, on),
        after=known.next_learnt(case.facts, agency, on),
    )


def _known(case: Case, one: Knowing) -> Shown:
    since = span_of(one.since)
    if one.through is None:
        return case.shown(one.fact, how="its own record" if since == "" else f"its own record, {since}")
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
    name: str, on: date, certain: Sequence[Shown], told: Sequence[Shown], perhaps: Sequence[Shown],
    unknown: Sequence[Shown],
) -> str:  # fmt: skip
    """What can be quoted in a report, from the counts alone."""
    whole = len(certain) + len(unknown)
    own = len(certain) - len(told)
    said = (
        f"By {day(on)} {name} knew of {len(certain)} of the {plural(whole, 'entry', 'entries')} that agencies are "
        f"known to have recorded by then: {own} from its own records, {len(told)} that records show it was told of."
    )
    if unknown:
        accounts = sum(each.own_account for each in unknown)
        but = f" ({accounts} of them about events that it had recorded itself)" if accounts else ""
        said += f" No record shows that it was told of the other {len(unknown)}{but}."
    if perhaps:
        said += f" Of {len(perhaps)} more it cannot be said, because their dates are uncertain."
    return said


def compared(case: Case, first: str, second: str, on: date, *, every: bool = False) -> Beside:
    """What two agencies knew on one day."""
    found = known.compare(case.facts, first, second, on)
    parts = [[case.shown(each) for each in part] for part in (found.both, found.only_first, found.only_second)]
    both, one, other = (_latest(part, every=every) for part in parts)
    return Beside(both, one, other, (len(parts[0]), len(parts[1]), len(parts[2])))


def matrix(case: Case) -> tuple[MatrixRow, ...]:
    """Who knew what, when: the key events, what was shared, and what several agencies recorded, in order."""
    keys = {each.row_id: each for each in key_events(case.standing)}
    wanted = {*keys, *case.groups, *(UUID(key) for key in case.tellings)}
    by_id = {UUID(fact.id): fact for fact in case.facts}
    rows, done = [], set()
    for one, fact in by_id.items():
        if one in wanted and one not in done:
            accounts = [by_id[each] for each in case.groups.get(one, (one,)) if each in by_id]
            done |= {UUID(each.id) for each in accounts}
            rows.append(_matrix_row(case, fact, accounts, keys))
    return tuple(rows)


def _matrix_row(case: Case, fact: Fact, accounts: Sequence[Fact], keys: Mapping[UUID, KeyEvent]) -> MatrixRow:
    shown = case.shown(fact)
    key = next((keys[UUID(each.id)].title for each in accounts if UUID(each.id) in keys), "")
    return MatrixRow(shown.id, shown.when, shown.text, key, tuple(_cell(accounts, agency) for agency in case.agencies))


def _cell(accounts: Iterable[Fact], agency: str) -> str:
    ways = [(way, through) for fact in accounts for way, through in known.ways(fact, agency)]
    if not ways:
        return ""
    span, through = min(ways, key=lambda each: (each[0].last or date.max, each[0].first or date.min))
    when = span_of(span) or "day not known"
    return f"Told {through.how}, {when}" if through else f"Own record, {when}"


def sharings(row: Row) -> tuple[Sharing, ...]:
    """Who was told of an entry, those taken back too. The viewer may read the chronology."""
    found = Sharing.objects.filter(row=row.pk, review=row.review_id).select_related("agency", "by", "back_by")
    return tuple(found)


def told_span(sharing: Sharing) -> str:
    """When it was told, in words."""
    return span_of(Span(sharing.earliest, sharing.latest)) or "day not known"


def may_record(review: Review, viewer: User) -> bool:
    """Whether a person may record sharing."""
    return Standing(viewer, review).may(Permission.SHARING_WRITE)
