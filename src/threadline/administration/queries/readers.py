"""Who can read something, why and until when; and who has read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.db.models import Model

from threadline.access.acting import name_of
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.places import place_of
from threadline.access.policy import POLICY, Reach
from threadline.access.reach import may, who_may
from threadline.accounts.models import User
from threadline.administration.queries.trail import Line, touching
from threadline.documents.models import Document
from threadline.people.models import Person
from threadline.reviews.models import Review

HOW_FAR = {
    Reach.OWN_BOARD: "every review of the Board",
    Reach.OWN_REVIEW: "this review",
    Reach.OWN_AGENCY: "what is their own agency's in this review",
}
OF_A_REVIEW = (
    Permission.REVIEW_READ, Permission.SOURCES_READ, Permission.CHRONOLOGY_READ, Permission.PERSON_READ,
    Permission.ROLE_READ, Permission.CHRONOLOGY_EXPORT, Permission.PERSON_WRITE, Permission.REVIEW_WRITE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who may do things: by which role, why, until which day (None: without an end), and what, in words."""

    who: str
    role: str
    why: str
    until: date | None
    may: tuple[str, ...]


def of(permissions: Iterable[Permission], record: Model) -> list[Reader]:
    """Everybody who has any of the permissions on a record, from the policy itself: one for each role, by name."""
    held: dict[RoleHolding, list[Permission]] = {}
    for permission in permissions:
        for holding in who_may(permission, record):
            held.setdefault(holding, []).append(permission)
    return [_reader(holding, given) for holding, given in sorted(held.items(), key=lambda each: each[0].user.name)]


def _reader(holding: RoleHolding, given: list[Permission]) -> Reader:
    rows = [row for row in POLICY if row.permission in given and row.role.key == holding.role_key]
    reach = " and ".join(dict.fromkeys(HOW_FAR[row.reach] for row in rows))
    agency = f" ({holding.agency})" if holding.agency else ""
    why = f"The role reaches {reach}"
    return Reader(
        holding.user.name, f"{holding.role.title}{agency}", why, holding.last_day, tuple(each.says for each in given)
    )


def of_review(*, review: Review) -> list[Reader]:
    """Who can do what in a review at large. What belongs to one agency is asked of that thing."""
    return of(OF_A_REVIEW, review)


def of_document(*, document: Document) -> list[Reader]:
    """Who can download a file."""
    return of([Permission.DOCUMENT_READ], document)


def of_person(*, person: Person) -> list[Reader]:
    """Who can read or change a person's entry in the register."""
    return of([Permission.PERSON_READ, Permission.PERSON_WRITE], person)


def kind_of(model: str) -> type[Model]:
    """The kind of record of that name ("people.person") whose inner `Reach` says by which permissions it is read.

    A later area needs no more than `reads = (Permission.X,)` there, with `called = "word"` where the model's own name
    is not the field's. Raises LookupError for every other name.
    """
    found: type[Model] = apps.get_model(model)
    if not getattr(getattr(found, "Reach", None), "reads", ()):
        raise LookupError(model)
    return found


def called(model: type[Model]) -> str:
    """What people call a record of that kind."""
    return str(getattr(model.Reach, "called", model._meta.verbose_name))  # type: ignore[attr-defined]  # by kind_of


def of_record(record: Model) -> list[Reader]:
    """Who can read a record, from the policy and what the record's own kind says."""
    reads: tuple[Permission, ...] = record.Reach.reads  # type: ignore[attr-defined]  # by kind_of
    return of(reads, record)


def who_has_read(*, record: Model, viewer: User) -> list[Line] | None:
    """The latest events about a record; None for whoever may not see who has looked."""
    place = place_of(record)
    review = Review.objects.select_related("board").get(pk=place.review)
    if not may(viewer, Permission.AUDIT_READ, review):
        return None
    pages = ("people.register_read",) if isinstance(record, Person) else ()
    return touching(name=name_of(record), board=review.board, review=place.review, viewer=viewer, pages=pages)
