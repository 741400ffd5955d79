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
    Kind("reviews.method_read", "looked at the method of the review"),
    Kind("reviews.requirement_waived", "waived requirement {requirement}", keeps=("requirement",)),
    Kind("reviews.waiver_withdrawn", "withdrew the waiver of requirement {requirement}", keeps=("requirement",)),
    Kind("reviews.pack_moved", "moved the review to version {version} of the method", keeps=("version",)),
    Kind("reviews.pack_copied", "copied a version of the method for the Board"),
    Kind("reviews.pack_changed", "changed the Board's own method, in {part}: {row}", keeps=("part", "row")),
    Kind("reviews.pack_published", "published version {version} of the Board's own method", keeps=("version",)),
    Kind("reviews.scope_read", "read the scope"),
    Kind("reviews.scope_begun", "began a version of the scope"),
    Kind("reviews.scope_written", "wrote a part of the scope: {part}", keeps=("part",)),
    Kind("reviews.scope_proposed", "proposed a version of the scope"),
    Kind("reviews.scope_agreed", "agreed a version of the scope"),
    Kind("reviews.scope_returned", "sent a version of the scope back to be changed"),
    Kind("reviews.scope_set_aside", "set a version of the scope aside"),
)
