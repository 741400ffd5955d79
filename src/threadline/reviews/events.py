"""Audit events of a review."""

from threadline.audit.registry import Kind, register

register(
    Kind("reviews.opened", "opened the review"),
    Kind("reviews.changed", "changed the review's dates or agencies"),
    Kind("reviews.page_read", "looked at the page {page}", keeps=("page",)),
    Kind("reviews.listed", "looked at the list of reviews"),
)
