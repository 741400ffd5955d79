"""What a person has to do, waits for, and has not seen yet, over all their reviews."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from threadline.accounts.models import User
from threadline.audit.models import Event
from threadline.notices.models import Notice
from threadline.notices.queries import unread
from threadline.reviews import frame, queries
from threadline.reviews.models import Review

WEEK = timedelta(days=7)
MOST = 20


@dataclass(frozen=True, slots=True)
class Item:
    """Something to do, with the review it belongs to; None for what is a Board's, before there is a review."""

    review: Review | None
    what: frame.Next


@dataclass(frozen=True, slots=True)
class Work:
    """The lists of "My work", late things first, and what the person was told and has not marked as read."""

    todo: tuple[Item, ...]
    waiting: tuple[Item, ...]
    changed: tuple[frame.Changed, ...]
    older: int
    since: datetime | None
    reviews: tuple[Review, ...]
    notices: tuple[Notice, ...]


def work(*, viewer: User, parts: Sequence[Review] = ()) -> Work:
    """A person's work: to do, waiting for others, and what others have done since the person was last here.

    `parts` are the reviews that do not open to the person (yet): what is asked of them there is to be done too.
    Who was never here before is told of the last week, and `since` is None. `older` counts the changes not shown.
    """
    since = last_here(viewer=viewer)
    reviews = tuple(queries.for_viewer(viewer=viewer))
    items = [Item(None, what) for what in frame.next_at_boards(viewer)]
    items += [Item(review, what) for review in reviews for what in frame.what_next(review, viewer)]
    items += [Item(review, what) for review in parts for what in frame.what_is_asked(review, viewer)]
    items.sort(key=lambda item: (item.what.tone != "late", item.what.due or date.max))
    from_then = since or timezone.now() - WEEK
    changed = [told for review in reviews for told in frame.what_changed(review, viewer, from_then)]
    changed.sort(key=lambda told: told.at, reverse=True)
    return Work(
        todo=tuple(item for item in items if not item.what.others),
        waiting=tuple(item for item in items if item.what.others),
        changed=tuple(changed[:MOST]),
        older=max(0, len(changed) - MOST),
        since=since,
        reviews=reviews,
        notices=tuple(unread(viewer=viewer)),
    )


def last_here(*, viewer: User) -> datetime | None:
    """When a person did anything before signing in this time; None where that is not on record."""
    own = Event.objects.filter(actor=str(viewer.pk)).order_by("-id")
    came = own.filter(kind="accounts.signed_in").first()
    before = own.filter(id__lt=came.id).first() if came else None
    return before.at if before else None
