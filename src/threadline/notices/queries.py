"""Reads of a person's own notices. Nobody else's can be asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from threadline.accounts.models import User
from threadline.notices.models import Notice, Wish

WINDOW = 50


@dataclass(frozen=True, slots=True)
class Page:
    """A window of a person's notices, latest first; `earlier` is where the next begins, if there is one."""

    notices: Sequence[Notice]
    earlier: UUID | None


def mine(*, viewer: User) -> QuerySet[Notice]:
    """Everything a person was told, latest first."""
    return Notice.objects.filter(user=viewer)


def unread(*, viewer: User, most: int = 10) -> list[Notice]:
    """What a person was told and has not marked as read, latest first."""
    return list(mine(viewer=viewer).filter(read_at__isnull=True)[:most])


def page(*, viewer: User, before: UUID | None = None) -> Page:
    """A window of what a person was told; from the one after `before`."""
    told = mine(viewer=viewer)
    last = told.filter(pk=before).first() if before else None
    if last is not None:
        told = told.filter(Q(made_at__lt=last.made_at) | Q(made_at=last.made_at, pk__lt=last.pk))
    found = list(told[: WINDOW + 1])
    return Page(found[:WINDOW], found[WINDOW - 1].pk if len(found) > WINDOW else None)


def daily(*, viewer: User) -> bool:
    """Whether a person wishes to be written to once a day."""
    return Wish.objects.filter(user=viewer, daily=True).exists()
