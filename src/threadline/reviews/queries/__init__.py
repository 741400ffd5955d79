"""Reads of reviews, always through the policy."""

from threadline.reviews.queries.dates import milestone_dates
from threadline.reviews.queries.holds import active_holds
from threadline.reviews.queries.review import (
    boards_to_open_in,
    contributors,
    for_viewer,
    may_change,
    reference_is_taken,
)
from threadline.reviews.queries.standing import may_move, may_waive, moves, waivers

__all__ = [
    "active_holds",
    "boards_to_open_in",
    "contributors",
    "for_viewer",
    "may_change",
    "may_move",
    "may_waive",
    "milestone_dates",
    "moves",
    "reference_is_taken",
    "waivers",
]
