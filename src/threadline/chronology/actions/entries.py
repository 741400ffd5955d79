"""Entries typed by hand: for what an agency told another way. Changed and removed with a reason; nothing is lost."""

import uuid
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import timezone

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.chronology.actions.correcting import Overtaken
from threadline.chronology.models import Row, TypedChange, TypedEntry
from threadline.chronology.records import agency_part, fill, moment_key, when_of
from threadline.domain import dates
from threadline.domain.chronology.entries import Entry, Meaning, Place
from threadline.domain.dates import DateReading
from threadline.reviews.models import ContributingAgency, Review

BY_HAND = "typed by hand"


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as a person types it. `when` is a day, with a time if known, in any form; empty when it is not known."""

    when: str
    description: str
    source: str


def read_when(text: str) -> DateReading:
    """How a typed date is read. Raises Refused for words that are no date."""
    reading = dates.read(text, today=timezone.localdate())
    if text.strip() and not reading.is_dated:
        raise Refused(
            f"“{text}” cannot be read as a date. "
            "Write it like 3 February 2015, or leave it empty if the date is not known."
        )
    return reading


class AlreadyTyped(Refused):
    """The same form was sent before; `row` is the entry it made."""

    def __init__(self, row: Row) -> None:
        super().__init__("This entry is in the chronology already.")
        self.row = row


@action(Permission.ENTRY_WRITE, records="chronology.entry_typed")
def type_entry(*, by: User, review: Review, contributor: ContributingAgency, told: Told, token: str) -> Row:
    """Add an entry to the chronology by hand, with where it comes from.

    `token` is the form's: sent twice it makes one entry, and the second raises AlreadyTyped. Raises Refused when
    something is missing.
    """
    _complete(told)
    made = uuid.uuid5(review.pk, token)
    known = Row.objects.filter(pk=made).first()
    if known is not None:
        raise AlreadyTyped(known)
    row = Row(id=made, review=review, table='""', number=0, ordinal=0, is_entry=True, live=True)
    _write(row, contributor, told)
    TypedEntry(row=row, source=told.source.strip(), by=by).save()
    return row


@action(Permission.ENTRY_WRITE, records="chronology.entry_changed", on="row")
def change_entry(*, by: User, row: Row, contributor: ContributingAgency, told: Told, because: str, version: int) -> Row:
    """Change a typed entry, keeping what it said before. Raises Overtaken when somebody changed it meanwhile."""
    _complete(told)
    typed = _standing(row, version)
    _keep(typed, by, because)
    typed.source = told.source.strip()
    typed.version += 1
    typed.save()
    _write(typed.row, contributor, told)
    return typed.row


@action(Permission.ENTRY_WRITE, records="chronology.entry_removed", on="row")
def remove_entry(*, by: User, row: Row, because: str, version: int) -> Row:
    """Take a typed entry out of the chronology. What it said is kept. Raises Overtaken."""
    typed = _standing(row, version)
    _keep(typed, by, because)
    typed.removed_because = because.strip()
    typed.version += 1
    typed.save()
    typed.row.live = False
    typed.row.save()
    return typed.row


def _complete(told: Told) -> None:
    if not told.description.strip():
        raise Refused("Say what happened.")
    if not told.source.strip():
        raise Refused("Say where this comes from: who told it, when, and why it is typed.")


def _standing(row: Row, version: int) -> TypedEntry:
    typed = TypedEntry.objects.select_for_update(of=("self",)).select_related("row__agency").filter(pk=row.pk).first()
    if typed is None:
        raise Refused("Only an entry typed by hand can be changed here. An agency's own row is corrected in its file.")
    if typed.removed_because or not typed.row.live:
        raise Overtaken("This entry was removed while you had it open. Your text is still on the page.")
    if typed.version != version:
        raise Overtaken(
            "This entry was changed while you had it open. Both texts are on the page; nothing of yours was saved yet."
        )
    return typed


def _keep(typed: TypedEntry, by: User, because: str) -> None:
    if not because.strip():
        raise Refused("Say why.")
    TypedChange(entry=typed, version=typed.version, said=said_by(typed), because=because.strip(), by=by).save()


def said_by(typed: TypedEntry) -> dict[str, Any]:
    """What a typed entry says now, as plain values."""
    told = Told(typed.row.when_text, typed.row.description, typed.source)
    return {"agency": str(typed.row.agency or ""), **asdict(told)}


def _write(row: Row, contributor: ContributingAgency, told: Told) -> None:
    when, agency = read_when(told.when), contributor.agency
    entry = Entry(
        place=Place(BY_HAND, "", 1), agency=agency.name, when=when, date_text=told.when.strip(),
        description=told.description.strip(), fields=((Meaning.SOURCE, told.source.strip()),),
    )  # fmt: skip
    fill(row, entry)
    row.agency = agency
    row.sort_key = moment_key(when_of(row)) + agency_part(agency.name) + "f" * 20 + row.pk.hex[:20]
    row.save()
