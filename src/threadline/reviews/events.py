"""Audit events of a review."""

from threadline.audit.registry import Kind, register

register(
    Kind("reviews.opened", "opened the review"),
    Kind("reviews.changed", "changed the review's dates or agencies"),
    Kind("reviews.page_read", "looked at the page {page}", keeps=("page",)),
    Kind("reviews.listed", "looked at the list of reviews"),
    Kind("reviews.hold_placed", "placed a hold on part of the review", keeps=("kind",)),
    Kind("reviews.hold_looked_at", "recorded that a hold must go on"),
    Kind("reviews.hold_released", "released a hold", keeps=("kind",)),
)
