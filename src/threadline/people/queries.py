"""Reads of the register, always through the policy."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.reach import may, visible
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.people.models import KeptFrom, NotSuggested, Person, SafeContact, Unmasking
from threadline.reviews.models import Review


@dataclass(frozen=True, slots=True)
class Shared:
    """A name by which more than one person is called: an entry that uses it counts for all of them."""

    text: str
    people: tuple[Person, ...]


def register(*, review: Review, viewer: User) -> QuerySet[Person]:
    """The people of a review, with the names they go by."""
    people = Person.objects.filter(review=review, out_at__isnull=True).select_related("agency").prefetch_related("also")
    return visible(viewer, Permission.PERSON_READ, people)


def not_suggested(*, review: Review, viewer: User) -> list[str]:
    """The names that are nobody for the register; for those who may change it."""
    set_aside = NotSuggested.objects.filter(review=review)
    return list(visible(viewer, Permission.PERSON_WRITE, set_aside).values_list("text", flat=True))


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


@dataclass(frozen=True, slots=True)
class Alias:
    """A person for what is shown outside: the name to use, what they are to the case, and every name to replace."""

    person: UUID
    pseudonym: str
    kind: str
    relation: str
    names: tuple[str, ...]


def aliases(*, review: Review, viewer: User) -> list[Alias]:
    """The register as names and pseudonyms, for replacing the first by the second (2.8.c). Empty without the right."""
    return [
        Alias(
            each.pk, each.pseudonym, each.kind, each.relation, (each.name, *(known.text for known in each.also.all()))
        )
        for each in register(review=review, viewer=viewer)
    ]


def pairs(*, review: Review, viewer: User) -> list[tuple[str, str]]:
    """Every name in the register with the pseudonym that takes its place, the longest name first.

    A name that several people go by is left out: a person has to say whom it means, see `shared_names`.
    """
    called: dict[str, set[str]] = defaultdict(set)
    spelt: dict[str, str] = {}
    for alias in aliases(review=review, viewer=viewer):
        for name in alias.names:
            called[name.casefold()].add(alias.pseudonym)
            spelt.setdefault(name.casefold(), name)
    found = [(spelt[name], next(iter(by))) for name, by in called.items() if len(by) == 1]
    return sorted(found, key=lambda pair: (-len(pair[0]), pair[0]))


@dataclass(frozen=True, slots=True)
class Masked:
    """That something is written down of how to reach a person, by whom and when, and who has seen it: never what."""

    version: int
    changed_at: datetime
    changed_by: User
    seen: tuple[Unmasking, ...]
    kept_from: tuple[Person, ...]


def masked_contact(*, person: Person, viewer: User) -> Masked | None:
    """What may be said of a person's address without showing it; None where there is none, or without the right."""
    kept = SafeContact.objects.filter(person=person).defer("address", "note").select_related("changed_by")
    told = ("unmaskings__by", "kept_from__person")
    found = visible(viewer, Permission.PERSON_ADDRESS, kept).prefetch_related(*told).first()
    if found is None or is_kept_from(person=person, viewer=viewer):
        return None
    kept_from = tuple(each.person for each in found.kept_from.all())
    return Masked(found.version, found.changed_at, found.changed_by, tuple(found.unmaskings.all()), kept_from)


def is_kept_from(*, person: Person, viewer: User) -> bool:
    """Whether where a person lives is kept from whoever looks, whatever role they have (TRUST 70).

    It is kept from everyone who is another of the family in the register, or stands beside one of them as a supporter,
    and from whomever somebody named as not to learn of it.
    """
    tied = Person.objects.filter(review_id=person.review_id, out_at__isnull=True, account__in=eyes_of(viewer=viewer))
    named = KeptFrom.objects.filter(contact__person=person).values("person")
    kept = Q(kind__in=(Person.Kind.CHILD, Person.Kind.FAMILY)) | Q(pk__in=named)
    return tied.exclude(pk=person.pk).filter(kept).exists()


def eyes_of(*, viewer: User) -> list[UUID]:
    """The accounts for whose eyes a viewer's are: their own, and those of the family members they support."""
    held = RoleHolding.objects.active(at=timezone.now()).filter(user=viewer, supports__isnull=False)
    return [viewer.pk, *held.values_list("supports__user", flat=True)]


def accounts_of(*, review: Review) -> list[User]:
    """Everybody who has a role in a review, by name: one of the register may be one of them."""
    held = RoleHolding.objects.active(at=timezone.now()).filter(review=review)
    return list({each.user: None for each in held.select_related("user").order_by("user__name")})


def may_reach(*, review: Review, viewer: User) -> bool:
    """Whether a person may see where people live, for a reason."""
    return may(viewer, Permission.PERSON_ADDRESS, review)


def agencies_of(*, review: Review) -> list[Agency]:
    """The agencies that a practitioner of the register can be from, by name."""
    return list(Agency.objects.filter(board=review.board_id).order_by("name"))
