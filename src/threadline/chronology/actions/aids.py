"""Keeping what helps to read: abbreviations, expected contact, disputed facts, corrections, a day's order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace as changed
from uuid import UUID

from threadline.access.acting import Refused, action
from threadline.access.gate import changes
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.chronology.actions.correcting import Overtaken
from threadline.chronology.actions.entries import Told, change_entry
from threadline.chronology.actions.ordering import apply_order, day_of
from threadline.chronology.glossary import glossary_of
from threadline.chronology.models import (
    Abbreviation,
    DayOrder,
    ExpectedContact,
    FactMark,
    Rewording,
    Row,
    TypedEntry,
)
from threadline.chronology.rewording import replaced
from threadline.reviews.models import ContributingAgency, Review

MOST_AT_ONCE = 500


@action(Permission.AID_WRITE, records="chronology.abbreviation_kept")
def keep_abbreviation(*, by: User, review: Review, short: str, means: str) -> Abbreviation:
    """Say what an abbreviation means in this review, in place of what was said before. Raises Refused."""
    short, means = short.strip(), " ".join(means.split())
    if not short or len(short.split()) > 1:
        raise Refused("Write one abbreviation, without spaces.")
    if not means:
        raise Refused("Write what it stands for.")
    return _abbreviation(by, review, short, means)


@action(Permission.AID_WRITE, records="chronology.abbreviation_taken_out")
def take_out_abbreviation(*, by: User, review: Review, short: str) -> Abbreviation:
    """Take an abbreviation out of the review's glossary, one of the method's common ones too. Raises Refused."""
    if short not in glossary_of(review):
        raise Refused("This abbreviation is not in the glossary any more.")
    return _abbreviation(by, review, short, "")


def _abbreviation(by: User, review: Review, short: str, means: str) -> Abbreviation:
    own = Abbreviation.objects.select_for_update().filter(review=review, short__iexact=short).first()
    own = own or Abbreviation(review=review, version=0)
    own.short, own.means, own.by = short, means, by
    own.version += 1
    own.save()
    return own


@action(Permission.AID_WRITE, records="chronology.contact_expected", on="contributor")
def expect_contact(*, by: User, contributor: ContributingAgency, every: int | None, says: str) -> None:
    """Say how often an agency is expected to be in contact, in days, and what says so; None takes it back."""
    known = ExpectedContact.objects.filter(review=contributor.review, agency=contributor.agency).first()
    if every is None:
        if known is not None:
            known.delete()
        return
    if not says.strip():
        raise Refused("Say where this expectation stands: a plan, a procedure.")
    known = known or ExpectedContact(review=contributor.review, agency=contributor.agency)
    known.every, known.says, known.by = every, says.strip(), by
    known.save()


@action(Permission.AID_WRITE, records="chronology.fact_marked", on="row")
def mark_fact(*, by: User, row: Row, state: str, note: str) -> FactMark:
    """Mark a fact as disputed, or as disputed no longer, with a note; what was said before is kept. Raises Refused."""
    if not note.strip():
        raise Refused("Say who disputes what, or what settled it.")
    latest = FactMark.objects.filter(row=row).order_by("-pk").first()
    if (latest.state if latest else FactMark.State.UNDISPUTED) == state:
        raise Refused("That is how the fact stands already.")
    mark = FactMark(row=row, state=state, note=note.strip(), by=by)
    mark.save()
    return mark


@action(Permission.AID_WRITE, records="chronology.words_replaced")
def replace_words(
    *, by: User, review: Review, find: str, instead: str, because: str, rows: Iterable[UUID]
) -> tuple[int, int]:
    """Replace words in entries that were looked at; how many were changed, and how many corrected beside their words.

    An entry typed by hand is changed, and what it said before is kept. An agency's own words stay as they are: the
    correction is shown beside them. Raises Refused.
    """
    if not find.strip() or not because.strip():
        raise Refused("Write what to find, and why it is replaced.")
    here = Row.objects.filter(review=review, live=True, pk__in=list(rows)[:MOST_AT_ONCE])
    typed = beside = 0
    for row in here.select_related("review", "agency", "typed"):
        text = replaced(row.description, find, instead)
        if text == row.description:
            continue
        if row.file_id is None:
            _retype(by, row, text, because)
            typed += 1
        elif not Rewording.objects.filter(row=row, find=find).exists():
            Rewording(row=row, find=find, instead=instead, because=because.strip(), by=by).save()
            beside += 1
    if not typed + beside:
        raise Refused("None of these entries has the words any more, or they are corrected already.")
    changes().detail |= {"typed": typed, "beside": beside}
    return typed, beside


def _retype(by: User, row: Row, text: str, because: str) -> None:
    typed: TypedEntry = row.typed
    contributor = ContributingAgency.objects.select_related("review", "agency").get(
        review=row.review, agency=row.agency
    )
    told = changed(Told(row.when_text, row.description, typed.source), description=text)
    change_entry(by=by, row=row, contributor=contributor, told=told, because=because, version=typed.version)


@action(Permission.AID_WRITE, records="chronology.day_ordered", on="row")
def order_day(*, by: User, row: Row, rows: Sequence[UUID], because: str) -> DayOrder:
    """Set the order of the entries of `row`'s day by hand, with the reason.

    Raises Overtaken when entries came to the day or left it since it was looked at, and Refused without a reason.
    """
    if not because.strip():
        raise Refused("Say why the entries stand in this order.")
    if row.earliest is None or row.latest is None:
        raise Refused("Only the entries of a day can be put in order.")
    if set(day_of(row).values_list("pk", flat=True)) != set(rows) or len(set(rows)) != len(rows):
        raise Overtaken("Entries came to this day or left it while you had it open. Look at it again.")
    order = DayOrder(
        review=row.review, first=row.earliest, last=row.latest, rows=[str(each) for each in rows],
        because=because.strip(), by=by,
    )  # fmt: skip
    order.save()
    apply_order(order)
    return order
