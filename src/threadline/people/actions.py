"""Adding to the register, changing it, joining two entries of one person, taking a person out."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.people.changed import announce
from threadline.people.models import KnownAs, Person
from threadline.reviews.models import Review


class Overtaken(Refused):
    """Somebody else changed the entry since it was looked at."""


@action(Permission.PERSON_WRITE, records="people.added")
def add_person(
    *, by: User, review: Review, name: str, kind: str, relation: str = "", born_on: date | None = None,
    also: Sequence[str] = (),
) -> Person:  # fmt: skip
    """Put a person in the register with the names records use. Raises Refused when the name is there already."""
    person = Person(review=review, name=_tidy(name), kind=kind, relation=relation.strip(), born_on=born_on)
    _save(person)
    _set_names(person, also)
    announce(review)
    return person


@action(Permission.PERSON_WRITE, records="people.changed", on="person")
def change_person(
    *, by: User, person: Person, version: int, name: str, kind: str, relation: str, born_on: date | None,
    also: Sequence[str],
) -> Person:  # fmt: skip
    """Change a person's entry as it was at `version`. Raises Overtaken, and Refused when another has the name."""
    person = _current(person, version)
    person.name, person.kind, person.relation, person.born_on = _tidy(name), kind, relation.strip(), born_on
    _save(person)
    _set_names(person, also)
    announce(person.review)
    return person


@action(Permission.PERSON_WRITE, records="people.merged", on="keep")
def merge_people(*, by: User, keep: Person, gone: Person, born_on: date | None, versions: tuple[int, int]) -> Person:
    """Join two entries of one person: `keep` stands, and goes by every name of `gone` as well.

    `versions` are those at which the two were looked at. Raises Overtaken, and Refused for people of two reviews.
    """
    if gone.pk == keep.pk or gone.review_id != keep.review_id:
        raise Refused("Choose two people of the same review.")
    keep, gone = _current(keep, versions[0]), _current(gone, versions[1])
    names = [*_names(keep), gone.name, *_names(gone)]
    keep.relation, keep.born_on = keep.relation or gone.relation, born_on
    gone.out_at, gone.out_by, gone.merged_into = timezone.now(), by, keep
    _save(gone)
    _save(keep)
    _set_names(keep, names)
    announce(keep.review)
    return keep


@action(Permission.PERSON_WRITE, records="people.taken_out", on="person")
def take_out(*, by: User, person: Person, version: int, because: str) -> Person:
    """Take a person out of the register, with a reason. Raises Overtaken, and Refused without a reason."""
    if not because.strip():
        raise Refused("Say why this person is taken out of the register.")
    person = _current(person, version)
    person.out_at, person.out_by, person.out_because = timezone.now(), by, because.strip()
    _save(person)
    announce(person.review)
    return person


@action(Permission.PERSON_WRITE, records="people.put_back", on="person")
def put_back(*, by: User, person: Person) -> Person:
    """Put a person back who was taken out or joined with another. Raises Refused when somebody has the name by now.

    Where two entries were joined, the other keeps the names it took over.
    """
    person = Person.objects.select_for_update(of=("self",)).select_related("review").get(pk=person.pk)
    if person.out_at is None:
        raise Refused(f"{person.name} is in the register.")
    person.out_at, person.out_by, person.out_because, person.merged_into = None, None, "", None
    _save(person)
    announce(person.review)
    return person


def _current(person: Person, version: int) -> Person:
    found = Person.objects.select_for_update(of=("self",)).select_related("review").get(pk=person.pk)
    if found.out_at is not None:
        raise Overtaken(f"{found.name} was taken out of the register while this page was open.")
    if found.version != version:
        raise Overtaken(
            f"Somebody changed the entry of {found.name} while this page was open. Look at it again, then save."
        )
    found.version += 1
    return found


def _save(person: Person) -> None:
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        raise Refused(
            f"{person.name} is in the register already. Two people of one name need words that tell them apart."
        ) from None


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _names(person: Person) -> list[str]:
    return list(person.also.values_list("text", flat=True))


def _set_names(person: Person, also: Iterable[str]) -> None:
    wanted: dict[str, str] = {}
    for text in map(_tidy, also):
        if text and text != person.name:
            wanted.setdefault(text.casefold(), text)
    known = person.also.in_bulk(field_name="id")
    for each in known.values():
        if wanted.get(each.text.casefold()) != each.text:
            each.delete()
    kept = {each.text for each in known.values()}
    for text in wanted.values():
        if text not in kept:
            KnownAs(person=person, text=text).save()
