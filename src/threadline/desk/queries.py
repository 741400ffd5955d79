"""What a person has to do, waits for, and has not seen yet, over all their reviews."""

from dataclasses import dataclass
from datetime import datetime

from threadline.accounts.models import User
from threadline.reviews import frame, queries
from threadline.reviews.models import Review


@dataclass(frozen=True, slots=True)
class Item:
    """Something of a review, with the review it belongs to."""

    review: Review
    what: frame.Next


@dataclass(frozen=True, slots=True)
class Work:
    """The three lists of "My work", late things first."""

    todo: tuple[Item, ...]
    waiting: tuple[Item, ...]
    changed: tuple[frame.Changed, ...]
    reviews: tuple[Review, ...]


def work(*, viewer: User, since: datetime) -> Work:
    """A person's work: to do, waiting for others, and what others have done since `since`."""
    reviews = tuple(queries.for_viewer(viewer=viewer))
    items = [Item(review, what) for review in reviews for what in frame.what_next(review, viewer)]
    items.sort(key=lambda item: item.what.tone != "late")
    changed = [told for review in reviews for told in frame.what_changed(review, viewer, since)]
    return Work(
        todo=tuple(item for item in items if not item.what.others),
        waiting=tuple(item for item in items if item.what.others),
        changed=tuple(sorted(changed, key=lambda told: told.at, reverse=True)[:20]),
        reviews=reviews,
    )
