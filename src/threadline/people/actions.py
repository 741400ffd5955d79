"""Adding to the register, changing it, joining two entries of one person, taking a person out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from threadline.access.acting import Denied, Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.people import identifiers, pseudonyms, queries
from threadline.people.changed import announce
from threadline.people.models import Identifier, KeptFrom, KnownAs, NotSuggested, Person, SafeContact, Unmasking
from threadline.reviews.models import Review


class Overtaken(Refused):
    """Somebody else changed the entry since it was looked at."""


@dataclass(frozen=True, slots=True)
class Details:
    """What else the register says of a person. An empty pseudonym is one we suggest; `numbers` are {kind: number}."""

    pseudonym: str = ""
    agency: Agency | None = None
    numbers: Mapping[str, str] = field(default_factory=dict)
    account: User | None = None


@action(Permission.PERSON_WRITE, records="people.added")
def add_person(
    *, by: User, review: Review, name: str, kind: str, relation: str = "", born_on: date | None = None,
    also: Sequence[str] = (), details: Details | None = None,
) -> Person:  # fmt: skip
    """Put a person in the register with the names records use. Raises Refused when a name or pseudonym is taken."""
    person = Person(review=review, name=_tidy(name), kind=kind, relation=relation.strip(), born_on=born_on)
    _put(person, details or Details())
    _save(person)
    _set_names(person, also)
    _set_numbers(person, details)
    announce(review)
    return person


@action(Permission.PERSON_WRITE, records="people.changed", on="person")
def change_person(
    *, by: User, person: Person, version: int, name: str, kind: str, relation: str, born_on: date | None,
    also: Sequence[str], details: Details | None = None,
) -> Person:  # fmt: skip
    """Change a person's entry as it was at `version`; without `details` those stay.

    Raises Overtaken, and Refused when another has the name or the pseudonym.
    """
    _not_own(by, person)
    person = _current(person, version)
    person.name, person.kind, person.relation, person.born_on = _tidy(name), kind, relation.strip(), born_on
    if details is not None:
        _put(person, details)
    _save(person)
    _set_names(person, also)
    _set_numbers(person, details)
    announce(person.review)
    return person


@action(Permission.PERSON_WRITE, records="people.merged", on="keep")
def merge_people(*, by: User, keep: Person, gone: Person, born_on: date | None, versions: tuple[int, int]) -> Person:
    """Join two entries of one person: `keep` stands, and goes by every name of `gone` as well.

    `versions` are those at which the two were looked at. Raises Overtaken, and Refused for people of two reviews.
    """
    if gone.pk == keep.pk or gone.review_id != keep.review_id:
        raise Refused("Choose two people of the same review.")
    _not_own(by, keep, gone)
    keep, gone = _current(keep, versions[0]), _current(gone, versions[1])
    names = [*_names(keep), gone.name, *_names(gone)]
    keep.relation, keep.born_on = keep.relation or gone.relation, born_on
    keep.agency_id = keep.agency_id or gone.agency_id
    keep.account_id = keep.account_id or gone.account_id
    gone.out_at, gone.out_by, gone.merged_into = timezone.now(), by, keep
    _save(gone)
    _save(keep)
    _set_names(keep, names)
    _take_over(keep, gone)
    announce(keep.review)
    return keep


@action(Permission.PERSON_WRITE, records="people.also_called", on="person")
def call_also(*, by: User, person: Person, name: str) -> Person:
    """Say that a name in the records is this person's. Nothing changes where they go by it already.

    Raises Refused for somebody who was taken out of the register in the meantime.
    """
    found = Person.objects.select_for_update(of=("self",)).select_related("review").get(pk=person.pk)
    if found.out_at is not None:
        raise Refused(f"{found.name} was taken out of the register while this page was open.")
    found.version += 1
    _save(found)
    _set_names(found, [*_names(found), name])
    announce(found.review)
    return found


@action(Permission.PERSON_WRITE, records="people.not_suggested")
def suggest_no_more(*, by: User, review: Review, name: str) -> None:
    """Say that a name in the records is nobody for the register. Twice is once."""
    if not NotSuggested.objects.filter(review=review, text__iexact=_tidy(name)).exists():
        NotSuggested(review=review, text=_tidy(name), by=by).save()


@action(Permission.PERSON_WRITE, records="people.taken_out", on="person")
def take_out(*, by: User, person: Person, version: int, because: str) -> Person:
    """Take a person out of the register, with a reason. Raises Overtaken, and Refused without a reason."""
    if not because.strip():
        raise Refused("Say why this person is taken out of the register.")
    _not_own(by, person)
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
    if _pseudonyms(person).filter(pseudonym__iexact=person.pseudonym).exists():
        _put(person, Details(agency=person.agency, account=person.account))
    _save(person)
    announce(person.review)
    return person


@action(Permission.PERSON_ADDRESS, records="people.contact_changed", on="person")
def keep_contact(
    *, by: User, person: Person, version: int, address: str, note: str, kept_from: Iterable[Person] = ()
) -> SafeContact:
    """Write down where a person lives and how it is safe to reach them, in place of what was there at `version`.

    `kept_from` are those of the register who must not learn of it. 0 is the version of nothing yet. Raises Overtaken
    where somebody wrote in the meantime, Denied for somebody from whom it is kept.
    """
    _not_kept_from(by, person)
    found = SafeContact.objects.select_for_update(of=("self",)).filter(person=person).first()
    if (found.version if found else 0) != version:
        raise Overtaken(f"Somebody else wrote down how to reach {person.name} while this page was open.")
    kept = found or SafeContact(person=person, version=0)
    kept.address, kept.note, kept.changed_by, kept.version = address.strip(), note.strip(), by, kept.version + 1
    kept.save()
    _set_kept_from(kept, [each for each in kept_from if each.review_id == person.review_id and each.pk != person.pk])
    return kept


@action(Permission.PERSON_ADDRESS, records="people.unmasked", on="person")
def unmask(*, by: User, person: Person, because: str) -> SafeContact:
    """A person's address and how it is safe to reach them, for a reason that stays on record (TRUST 70).

    Raises Refused without a reason, and where nothing is written down; Denied for somebody from whom it is kept.
    """
    _not_kept_from(by, person)
    if not because.strip():
        raise Refused("Say why you need to see it.")
    found = SafeContact.objects.filter(person=person).first()
    if found is None:
        raise Refused(f"Nothing is written down of how to reach {person.name}.")
    Unmasking(contact=found, by=by, because=because.strip()).save()
    return found


def _not_kept_from(by: User, person: Person) -> None:
    if queries.is_kept_from(person=person, viewer=by):
        raise Denied("people.contact_kept_from")


def _not_own(by: User, *people: Person) -> None:
    """Nobody changes who they are in the register, or whom they support: what is kept from them hangs on it."""
    eyes = queries.eyes_of(viewer=by)
    own = Person.objects.filter(pk__in=[each.pk for each in people], account__in=eyes).first()
    if own is not None:
        raise Refused(f"{own.name} is you, or somebody you support. Somebody else changes that entry of the register.")


def _set_kept_from(contact: SafeContact, people: Iterable[Person]) -> None:
    wanted = {each.pk: each for each in people}
    for each in contact.kept_from.all():
        if each.person_id not in wanted:
            each.delete()
    known = set(contact.kept_from.values_list("person", flat=True))
    for key, person in wanted.items():
        if key not in known:
            KeptFrom(contact=contact, person=person).save()


def _put(person: Person, details: Details) -> None:
    """Set what else the register says, with a pseudonym of our own where none was chosen. Raises Refused."""
    chosen = _tidy(details.pseudonym)
    if chosen and chosen.casefold() == person.name.casefold():
        raise Refused("The name in reports must not be the person's own name.")
    person.agency, person.account = details.agency, details.account
    others = _pseudonyms(person)
    if person.account and (other := others.filter(account=person.account).first()):
        raise Refused(f"{person.account} comes in as {other.name} already. One account is one person.")
    taken = set(others.values_list("pseudonym", flat=True))
    if chosen.casefold() in {each.casefold() for each in taken}:
        raise Refused(f"Somebody else goes by {chosen} in reports. Two people need two names.")
    person.pseudonym = chosen or pseudonyms.suggest(person.kind, person.relation, taken=taken)


def _pseudonyms(person: Person) -> QuerySet[Person]:
    """The others in the register, by whose pseudonyms this one is told apart."""
    return Person.objects.filter(review_id=person.review_id, out_at__isnull=True).exclude(pk=person.pk)


def _set_numbers(person: Person, details: Details | None) -> None:
    if details is None:
        return
    known = {each.kind: each for each in person.identifiers.all()}
    for kind in identifiers.KINDS:
        try:
            said = identifiers.tidy(kind, details.numbers.get(kind, ""))
        except ValueError as wrong:
            raise Refused(f"{wrong}.") from None
        each = known.get(kind) or Identifier(person=person, kind=kind)
        if said and said != each.value:
            each.value = said
            each.save()
        elif not said and kind in known:
            each.delete()


def _take_over(keep: Person, gone: Person) -> None:
    """What `gone` is known by and `keep` is not: numbers, and the address where there is none."""
    known = set(keep.identifiers.values_list("kind", flat=True))
    for each in gone.identifiers.exclude(kind__in=known):
        Identifier(person=keep, kind=each.kind, value=each.value).save()
    contact = SafeContact.objects.filter(person=gone).first()
    if contact and not SafeContact.objects.filter(person=keep).exists():
        contact.person = keep
        contact.save()
    for kept in KeptFrom.objects.filter(person=gone).exclude(contact__person=keep):
        if not KeptFrom.objects.filter(contact=kept.contact_id, person=keep).exists():
            KeptFrom(contact_id=kept.contact_id, person=keep).save()


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
