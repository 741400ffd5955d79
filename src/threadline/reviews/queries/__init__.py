"""Reads of reviews, always through the policy."""

from threadline.reviews.queries.review import (
    boards_to_open_in,
    contributors,
    for_viewer,
    may_change,
    reference_is_taken,
)

__all__ = ["boards_to_open_in", "contributors", "for_viewer", "may_change", "reference_is_taken"]
