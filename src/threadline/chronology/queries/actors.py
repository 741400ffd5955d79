"""Names in the timelines of people who are not in the register yet: suggested, for a person to decide."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from threadline.access.permissions import Permission
from threadline.access.within import visible_within
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.chronology.models import Row
from threadline.chronology.records import Kept
from threadline.domain.chronology.actors import Said, may_be_one, people_in
from threadline.domain.chronology.entries import Meaning
from threadline.people import queries as people
from threadline.people.models import Person
from threadline.reviews.models import Review

MOST = 100
PEOPLE = (Meaning.PROFESSIONAL, Meaning.PRESENT)
NAMES_SOMEBODY = Q(data__contains=f'["{Meaning.PROFESSIONAL}","') | Q(data__contains=f'["{Meaning.PRESENT}","')


@dataclass(frozen=True, slots=True)
class Suggested:
    """A name as the timelines have it. `row` is an entry that has it; `perhaps` are those of the register it may be."""

    name: str
    role: str
    agency: Agency | None
    entries: int
    row: UUID
    perhaps: tuple[Person, ...]

    @property
    def kind(self) -> str:
        """What the person is to the case, as far as the column tells."""
        return Person.Kind.PRACTITIONER if self.role or self.agency else Person.Kind.OTHER


class _Found:
    def __init__(self, name: str, row: UUID) -> None:
        self.name, self.row, self.entries = name, row, 0
        self.roles, self.agencies = Counter[str](), Counter[UUID]()


def suggested(*, review: Review, viewer: User) -> list[Suggested]:
    """The names of the people columns that nobody in the register goes by, the most frequent first."""
    register = list(people.register(review=review, viewer=viewer))
    passed_over = {name.casefold() for name in people.not_suggested(review=review, viewer=viewer)}
    for person in register:
        passed_over.update(name.casefold() for name in (person.name, *(known.text for known in person.also.all())))
    found = [each for key, each in _named(review, viewer).items() if key not in passed_over]
    agencies = Agency.objects.in_bulk({key for each in found for key in each.agencies})
    found.sort(key=lambda each: (-each.entries, each.name))
    return [_suggestion(each, agencies, register) for each in found[:MOST]]


def _named(review: Review, viewer: User) -> dict[str, _Found]:
    rows = visible_within(viewer, Permission.ENTRY_READ, Row.objects.filter(live=True).filter(NAMES_SOMEBODY), review)
    found: dict[str, _Found] = {}
    read: dict[str, list[Said]] = defaultdict(list)
    for row in rows.only("pk", "agency", "data").order_by("sort_key").iterator(chunk_size=2000):
        for meaning, cell in Kept.of(row).fields:
            if meaning not in PEOPLE:
                continue
            if cell not in read:
                read[cell] = people_in(cell)
            _count(found, read[cell], row, by_agency=meaning is Meaning.PROFESSIONAL)
    return found


def _count(found: dict[str, _Found], said: Iterable[Said], row: Row, *, by_agency: bool) -> None:
    for each in said:
        one = found.setdefault(each.name.casefold(), _Found(each.name, row.pk))
        one.entries += 1
        if each.role:
            one.roles[each.role] += 1
        if by_agency and row.agency_id:
            one.agencies[row.agency_id] += 1


def _suggestion(found: _Found, agencies: dict[UUID, Agency], register: list[Person]) -> Suggested:
    role = found.roles.most_common(1)[0][0] if found.roles else ""
    agency = agencies.get(found.agencies.most_common(1)[0][0]) if found.agencies else None
    perhaps = tuple(
        person
        for person in register
        if any(may_be_one(found.name, name) for name in (person.name, *(known.text for known in person.also.all())))
    )
    return Suggested(found.name, role, agency, found.entries, found.row, perhaps)
