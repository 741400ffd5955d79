"""Recording who was told of an event at the time: whom, when, how, and which record shows it (1.m)."""

from dataclasses import dataclass

from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.chronology.actions.correcting import Overtaken
from threadline.chronology.actions.entries import read_when
from threadline.chronology.models import Row, Sharing
from threadline.people.models import Person
from threadline.reviews.models import ContributingAgency


@dataclass(frozen=True, slots=True)
class Shared:
    """What is said of a sharing. `when` is a day in any form, empty when it is not known."""

    whom: str
    how: str
    when: str
    shown_by: str


@action(Permission.SHARING_WRITE, records="chronology.sharing_recorded", on="row")
def record_sharing(
    *, by: User, row: Row, shared: Shared, contributor: ContributingAgency | None = None, person: Person | None = None
) -> Sharing:
    """Record that an agency, a person of the register, or both were told of an entry. Nothing is inferred: a record
    must show it.

    Raises Refused where neither is named, for the agency alone whose entry it is, for a person who is not in the
    register, for a day before the event, and without how it was told and what shows it.
    """
    if contributor is None and person is None:
        raise Refused("Choose the agency or the person who was told.")
    if person is None and contributor is not None and contributor.agency_id == row.agency_id:
        raise Refused("This is the agency's own entry: it knew of it from its own record.")
    if person is not None and (person.review_id != row.review_id or person.out_at is not None):
        raise Refused("This person is not in the register of people. Choose somebody who is.")
    if not shared.how.strip():
        raise Refused("Say how it was told: by telephone, by letter, at a meeting.")
    if not shared.shown_by.strip():
        raise Refused("Say which record shows that it was told.")
    when = read_when(shared.when)
    if when.latest and row.earliest and when.latest < row.earliest:
        raise Refused("The day it was told is before the event. Look at both dates again.")
    made = Sharing(
        review=row.review, row=row, agency=contributor.agency if contributor else None, person=person,
        whom=shared.whom.strip(), how=shared.how.strip(), when_text=shared.when.strip(), earliest=when.earliest,
        latest=when.latest, shown_by=shared.shown_by.strip(), by=by,
    )  # fmt: skip
    made.save()
    return made


@action(Permission.SHARING_WRITE, records="chronology.sharing_taken_back", on="sharing")
def take_back_sharing(*, by: User, sharing: Sharing, because: str) -> Sharing:
    """Take a sharing back that was recorded by mistake; it is kept with the reason. Raises Refused, and Overtaken."""
    if not because.strip():
        raise Refused("Say why it is taken back.")
    found = Sharing.objects.select_for_update(of=("self",)).get(pk=sharing.pk)
    if found.back_at is not None:
        raise Overtaken("Somebody took this back already.")
    found.back_at, found.back_by, found.back_because = timezone.now(), by, because.strip()
    found.save()
    return found
