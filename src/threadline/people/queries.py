"""Reads of the register, always through the policy."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.accounts.models import User
from threadline.people.models import Person
from threadline.reviews.models import Review


@dataclass(frozen=True, slots=True)
class Shared:
    """A name by which more than one person is called: an entry that uses it counts for all of them."""

    text: str
    people: tuple[Person, ...]


def register(*, review: Review, viewer: User) -> QuerySet[Person]:
    """The people of a review, with the names they go by."""
    people = Person.objects.filter(review=review, out_at__isnull=True).prefetch_related("also")
    return visible(viewer, Permission.PERSON_READ, people)


def taken_out(*, review: Review, viewer: User) -> QuerySet[Person]:
    """Who was taken out of the register or joined with somebody, latest first; for those who may change it."""
    people = Person.objects.filter(review=review, out_at__isnull=False).select_related("out_by", "merged_into")
    return visible(viewer, Permission.PERSON_WRITE, people.order_by("-out_at"))


def may_change(*, review: Review, viewer: User) -> bool:
    """Whether a person may change the register of a review."""
    return may(viewer, Permission.PERSON_WRITE, review)


def shared_names(people: Iterable[Person]) -> list[Shared]:
    """The names that several of `people` go by, whatever their case, in alphabetical order."""
    called: dict[str, dict[Person, str]] = defaultdict(dict)
    for person in people:
        for text in (person.name, *(known.text for known in person.also.all())):
            called[text.casefold()].setdefault(person, text)
    several = {name: by for name, by in called.items() if len(by) > 1}
    return [Shared(next(iter(by.values())), tuple(by)) for _, by in sorted(several.items())]
