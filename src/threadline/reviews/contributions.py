"""What later areas know of what agencies have sent for a review, so that earlier ones can say who is late."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from threadline.access.memory import once
from threadline.reviews.models import Review

_heard: list[Callable[[Review], Mapping[UUID, date]]] = []


def add_heard(tell: Callable[[Review], Mapping[UUID, date]]) -> None:
    """Let an area say from which agencies something came for a review, by the agency's id, and when first."""
    if tell not in _heard:
        _heard.append(tell)


def heard_from(review: Review) -> dict[UUID, date]:
    """The agencies that have sent something, by id, each with the day of the first."""
    return once(lambda: _heard_from(review), "heard from", review.pk)


def _heard_from(review: Review) -> dict[UUID, date]:
    found: dict[UUID, date] = {}
    for tell in _heard:
        for agency, on in tell(review).items():
            found[agency] = min(on, found.get(agency, on))
    return found
