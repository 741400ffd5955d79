"""Scope, timetable, proceedings and holds of a review, for the addresses of each."""

from tests import scoped
from tests.people import holding, person

from threadline.access import roles
from threadline.reviews import actions
from threadline.reviews.models import Review

SCOPE = ("version", "changes", "part", "decide", "propose", "set_aside")


def commission(review: Review, by: object) -> dict[str, dict[str, object]]:
    """A scope that is agreed and the next one begun. What stands for the parts of their addresses, by page."""
    agreeing = person(f"agrees.{review.reference}@threadline.example", "Somebody who agrees")
    holding(agreeing, roles.PANEL_CHAIR, board=review.board, review=review)
    scoped.agreed(by, agreeing, review)
    actions.begin_scope(by=by, review=review)
    return {f"reviews:scope_{page}": {"number": 2, "part": "period"} for page in SCOPE}
