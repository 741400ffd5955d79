"""The letters to a review's agencies: who was asked, who acknowledged, who has sent, who is late (2.1.h)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.within import Standing
from threadline.accounts.models import User
from threadline.domain.dates.working_days import count
from threadline.reviews.contributions import heard_from
from threadline.reviews.models import ContributingAgency, Review
from threadline.threshold.models import Letter


@dataclass(frozen=True, slots=True)
class Row:
    """One agency: its letter, its reminders, when it sent its timeline, and by how many days it is or was late."""

    contributor: ContributingAgency
    letter: Letter | None
    reminders: tuple[Letter, ...]
    sent_on: date | None
    today: date

    @property
    def days_late(self) -> int:
        """How many days after the day wanted it came, or by how many it is late today."""
        due = self.contributor.due_on
        return max(0, ((self.sent_on or self.today) - due).days) if due else 0

    @property
    def status(self) -> str:
        """Where it stands, in words."""
        if self.sent_on:
            return f"Sent {count(self.days_late, 'day')} late" if self.days_late else "Sent in time"
        if self.letter is None:
            return "Asked without a letter" if self.contributor.asked_on else "Not asked yet"
        if self.days_late:
            return f"{count(self.days_late, 'day')} late"
        return "Acknowledged" if self.letter.acknowledged_at else "Not acknowledged yet"

    @property
    def tone(self) -> str:
        """The tone of its status."""
        if self.sent_on:
            return "done"
        return "late" if self.days_late else "due" if self.letter is None else "waiting"


def letters(*, review: Review, viewer: User) -> QuerySet[Letter]:
    """The letters of a review that a person may read."""
    return _letters(review, Standing(viewer, review))


def _letters(review: Review, roles: Standing) -> QuerySet[Letter]:
    found = Letter.objects.filter(review=review).select_related("agency", "by", "acknowledged_by", "review__board")
    return roles.visible(Permission.LETTER_READ, found)


def rows(*, review: Review, roles: Standing) -> list[Row]:
    """Every agency of the review whose letters the roles let read, in alphabetical order."""
    contributing = ContributingAgency.objects.filter(review=review).select_related("agency")
    seen = roles.visible(Permission.LETTER_READ, contributing)
    return rows_of(seen, _letters(review, roles), heard=heard_from(review))


def rows_of(
    contributing: Iterable[ContributingAgency],
    sent: Iterable[Letter],
    *,
    heard: Mapping[UUID, date],
) -> list[Row]:
    """A row for each agency, from its letters and from what came of it."""
    by_agency: dict[UUID, list[Letter]] = {}
    for letter in sent:
        by_agency.setdefault(letter.agency_id, []).append(letter)
    today, made = timezone.localdate(), []
    for each in contributing:
        own = by_agency.get(each.agency_id, [])
        asked = next((letter for letter in own if letter.kind == Letter.Kind.TASKING), None)
        reminders = tuple(letter for letter in own if letter.kind == Letter.Kind.REMINDER)
        made.append(Row(each, asked, reminders, heard.get(each.agency_id), today))
    return made


def may_send(*, review: Review, viewer: User) -> bool:
    """Whether a person may send letters to the review's agencies."""
    return may(viewer, Permission.LETTER_SEND, review)


def may_acknowledge(*, letter: Letter, viewer: User) -> bool:
    """Whether a person may acknowledge a letter that nobody has acknowledged yet."""
    return letter.acknowledged_at is None and may(viewer, Permission.LETTER_ACKNOWLEDGE, letter)


def summary(found: Sequence[Row]) -> str:
    """Where the letters stand, in a sentence or two."""
    if not found:
        return ""
    asked = [row for row in found if row.letter]
    late = [
        f"{row.contributor.agency.name} is {count(row.days_late, 'day')} late" for row in found if row.tone == "late"
    ]
    silent = [
        row.contributor.agency.name
        for row in asked
        if row.letter and not row.letter.acknowledged_at and not row.sent_on
    ]
    told = [f"{len(asked)} of {count(len(found), 'agency', 'agencies')} asked by letter."]
    told += [f"Not acknowledged yet: {', '.join(silent)}."] if silent else []
    return " ".join([*told, *(f"{each}." for each in late)])
