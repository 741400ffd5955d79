"""Moments of the family's own life, put beside the agencies' records, and taken out again."""

from dataclasses import dataclass

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.chronology.actions.correcting import Overtaken
from threadline.chronology.actions.entries import read_when
from threadline.chronology.models import FamilyMoment
from threadline.reviews.models import Review


@dataclass(frozen=True, slots=True)
class Lived:
    """A moment as a person types it. `when` is a day or a stretch, in any form."""

    title: str
    when: str
    source: str


@action(Permission.ENTRY_WRITE, records="chronology.moment_added")
def add_moment(*, by: User, review: Review, lived: Lived) -> FamilyMoment:
    """Put a moment of the family's life beside the records. Raises Refused where something is missing or unreadable."""
    when = read_when(lived.when)
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None:
        raise Refused("Say when it was, as closely as it is known: 3 February 2015, early 2014, May to July 2015.")
    if not lived.title.strip() or not lived.source.strip():
        raise Refused("Say what happened in the family’s life, and where that is known from.")
    moment = FamilyMoment(
        review=review, title=" ".join(lived.title.split()), when_text=lived.when.strip(), earliest=first, latest=last,
        source=lived.source.strip(), by=by,
    )  # fmt: skip
    moment.save()
    return moment


@action(Permission.ENTRY_WRITE, records="chronology.moment_taken_out", on="moment")
def take_out_moment(*, by: User, moment: FamilyMoment, because: str) -> FamilyMoment:
    """Take a moment out, with the reason; it stays on record. Raises Refused, and Overtaken."""
    if not because.strip():
        raise Refused("Say why it is taken out.")
    found = FamilyMoment.objects.select_for_update(of=("self",)).get(pk=moment.pk)
    if found.out_because:
        raise Overtaken("Somebody took this out already.")
    found.out_because, found.out_by = because.strip(), by
    found.save()
    return found
