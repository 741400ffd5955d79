"""Adding to the register and changing it."""

from collections.abc import Sequence
from datetime import date

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.people.models import KnownAs, Person
from threadline.reviews.models import Review


@action(Permission.PERSON_WRITE, records="people.added")
def add_person(
    *, by: User, review: Review, name: str, kind: str, relation: str = "", born_on: date | None = None,
    also: Sequence[str] = (),
) -> Person:  # fmt: skip
    """Put a person in the register with the names records use. Raises Refused when the name is there already."""
    if Person.objects.filter(review=review, name__iexact=name).exists():
        raise Refused(f"{name} is in the register already.")
    person = Person(review=review, name=name, kind=kind, relation=relation, born_on=born_on)
    person.save()
    _set_names(person, also)
    return person


@action(Permission.PERSON_WRITE, records="people.changed", on="person")
def change_person(
    *, by: User, person: Person, name: str, kind: str, relation: str, born_on: date | None, also: Sequence[str]
) -> Person:
    """Change a person's entry. Raises Refused when another person has the name."""
    if Person.objects.filter(review=person.review, name__iexact=name).exclude(pk=person.pk).exists():
        raise Refused(f"{name} is in the register already.")
    person.name, person.kind, person.relation, person.born_on = name, kind, relation, born_on
    person.save()
    _set_names(person, also)
    return person


def _set_names(person: Person, also: Sequence[str]) -> None:
    wanted = dict.fromkeys(text.strip() for text in also if text.strip())
    person.also.exclude(text__in=wanted).delete()
    known = set(person.also.values_list("text", flat=True))
    for text in wanted:
        if text not in known:
            KnownAs(person=person, text=text).save()
