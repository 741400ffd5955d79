"""What is not there: gaps in contact with agencies and children, density, whether a child was seen, unknown names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.chronology.asking import named, row_line
from threadline.chronology.method import rules
from threadline.chronology.models import ExpectedContact
from threadline.chronology.queries.merged import SLIM, Slim
from threadline.chronology.queries.merged import entries as all_entries
from threadline.domain.chronology.checks import Line, Named, Rules, persons
from threadline.domain.chronology.checks.wordings import has, pattern
from threadline.domain.chronology.entries import Meaning
from threadline.domain.chronology.gaps import Gap, gaps
from threadline.people.models import Person
from threadline.reviews.models import ContributingAgency, Review
from threadline.ui.words import day, plural

LONGEST, MOST_NAMES, MOST_ROWS = 5, 60, 20_000
Entries = Sequence[tuple[Slim, Line]]


@dataclass(frozen=True, slots=True)
class Silent:
    """Somebody's gaps: those longer than expected, the longest first. `shown` are in words, each with its first day."""

    name: str
    expected: str
    shown: tuple[tuple[str, date], ...]
    more: int
    contributor: ContributingAgency | None = None


@dataclass(frozen=True, slots=True)
class Dense:
    """How much an agency wrote, and when."""

    agency: str
    entries: int
    months: str
    busiest: str
    unsourced: int
    outside: int
    missed: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What an agency's visits say of the child."""

    agency: str
    visits: int
    seen: int
    not_seen: int
    heard: int

    @property
    def unsaid(self) -> int:
        """Visits that do not say whether the child was seen."""
        return self.visits - self.seen - self.not_seen


@dataclass(frozen=True, slots=True)
class NotThere:
    """The page. `names` are those that nobody in the register goes by, with how often they stand."""

    agencies: tuple[Silent, ...]
    children: tuple[Silent, ...]
    contact: tuple[Silent, ...]
    density: tuple[Dense, ...]
    seen: tuple[Seen, ...]
    names: tuple[tuple[str, int], ...]
    undated: int
    read: int
    may_change: bool


def not_there(*, review: Review, viewer: User) -> NotThere:
    """Everything on the page, from the entries that a person may see."""
    standing, said = Standing(viewer, review), rules(review)
    slim = [Slim._make(values) for values in all_entries(standing).values_list(*SLIM)[:MOST_ROWS]]
    found = [(each, row_line(each)) for each in slim]
    people = [named(each) for each in standing.visible(Permission.PERSON_READ, _register(review))]
    asked = ContributingAgency.objects.filter(review=review).select_related("agency").order_by("agency__name")
    own = {each: [one for one in found if one[0].agency_id == each.agency_id] for each in asked}
    expected = dict(ExpectedContact.objects.filter(review=review).values_list("agency", "every"))
    return NotThere(
        agencies=tuple(_agency(each, rows, expected.get(each.agency_id), review, said) for each, rows in own.items()),
        children=tuple(_child(each, found, review, said) for each in people if each.child),
        contact=tuple(
            _contact(each, child, rows, every, review)
            for each, rows in own.items()
            if (every := expected.get(each.agency_id)) is not None
            for child in people
            if child.child
        ),
        density=tuple(_dense(each, rows, review, said) for each, rows in own.items() if rows),
        seen=tuple(_seen(each, rows, said) for each, rows in own.items() if rows),
        names=_names(found, people, said),
        undated=sum(each.earliest is None and each.latest is None for each in slim),
        read=len(slim),
        may_change=standing.may(Permission.AID_WRITE),
    )


def _register(review: Review) -> QuerySet[Person]:
    return Person.objects.filter(review=review, out_at__isnull=True).prefetch_related("also")


def _spans(rows: Entries) -> Iterator[tuple[str, date | None, date | None]]:
    return ((str(each.id), each.earliest, each.latest) for each, _ in rows)


def _agency(contributor: ContributingAgency, rows: Entries, every: int | None, review: Review, said: Rules) -> Silent:
    longest = every or said.limits["silence-weeks"] * 7
    words = f"every {plural(every, 'day')}" if every else f"not said; shown over {plural(longest, 'day')}"
    if not rows:
        return Silent(contributor.agency.name, words, (("No entries at all", review.period_from),), 0, contributor)
    found = gaps(_spans(rows), longer_than=longest, within=(review.period_from, review.period_to))
    return _silent(contributor.agency.name, words, found, contributor)


def _child(child: Named, rows: Entries, review: Review, said: Rules) -> Silent:
    names, longest = pattern(persons.names_of(child)), said.limits["silence-weeks"] * 7
    mentioned = [(each, line) for each, line in rows if names.search(line.everything)]
    found = gaps(_spans(mentioned), longer_than=longest, within=(review.period_from, review.period_to))
    return _silent(child.name, f"shown over {plural(longest, 'day')}", found, None)


def _contact(agency: ContributingAgency, child: Named, rows: Entries, every: int, review: Review) -> Silent:
    """The stretches in which an agency of which contact is expected does not mention a child."""
    name = f"{agency.agency.name}, {child.name}"
    names = pattern(persons.names_of(child))
    mentioned = [(each, line) for each, line in rows if names.search(line.everything)]
    words = f"every {plural(every, 'day')}"
    if not mentioned:
        return Silent(name, words, (("No entry mentions this child", review.period_from),), 0, None)
    found = gaps(_spans(mentioned), longer_than=every, within=(review.period_from, review.period_to))
    return _silent(name, words, found, None)


def _silent(name: str, expected: str, found: Sequence[Gap], contributor: ContributingAgency | None) -> Silent:
    longest = sorted(found, key=lambda each: -each.days)[:LONGEST]
    words = (f"{plural(each.days, 'day')}, {day(each.after)} to {day(each.before)}" for each in longest)
    shown = tuple(zip(words, (each.after for each in longest), strict=True))
    return Silent(name, expected, shown, len(found) - len(longest), contributor)


def _dense(contributor: ContributingAgency, rows: Entries, review: Review, said: Rules) -> Dense:
    days = [line.first for _, line in rows if line.first is not None]
    months = Counter((each.year, each.month) for each in days)
    busiest, most = max(months.items(), key=lambda each: (each[1], each[0]), default=((0, 0), 0))
    span = f"{plural(len(months), 'month')} with entries" if months else "no dates"
    return Dense(
        agency=contributor.agency.name,
        entries=len(rows),
        months=span,
        busiest=f"{date(*busiest, 1):%B %Y} ({most})" if most else "",
        unsourced=sum(each.file_id is not None and not line.said(Meaning.SOURCE) for each, line in rows),
        outside=sum(_outside(line, review) for _, line in rows),
        missed=sum(has(line.text, said.words["not-attended"]) for _, line in rows),
    )


def _outside(line: Line, review: Review) -> bool:
    ended = line.last is not None and line.last < review.period_from
    return ended or (line.first is not None and line.first > review.period_to)


def _seen(contributor: ContributingAgency, rows: Entries, said: Rules) -> Seen:
    visits = [line for _, line in rows if persons.is_visit(line, said)]
    told = [line for line in visits if persons.says_seen(line, said)]
    unseen = sum(persons.denied(line, said) for line in told)
    heard = sum(persons.hears_child(line, said) for line in visits)
    return Seen(contributor.agency.name, len(visits), len(told) - unseen, unseen, heard)


def _names(rows: Entries, people: Iterable[Named], said: Rules) -> tuple[tuple[str, int], ...]:
    known = persons.known_words(people)
    counted = Counter(name for _, line in rows for name in persons.unknown_names(line.text, known, said))
    return tuple(counted.most_common(MOST_NAMES))
