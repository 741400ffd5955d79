"""What the worked example shows of the method: a waiver in the review, and the Board's own version being drafted."""

from threadline.accounts.models import User
from threadline.domain.framework.bundled import bundled
from threadline.reviews import actions
from threadline.reviews.method import DEFAULT
from threadline.reviews.models import BoardPack, Review

WAIVED = "1.o"
BECAUSE = (
    "The terms of reference cite the Board's two earlier reviews on neglect. No further research is sought before the "
    "learning event."
)
TITLE = "Westmarch Serious Case Review method"


def show_method(*, manager: User, lead: User, review: Review) -> BoardPack:
    """The Lead Reviewer waives what the method leaves to the Lead Reviewer; the Board drafts a method of its own."""
    actions.waive(by=lead, review=review, requirement=WAIVED, reason=BECAUSE)
    pack: BoardPack = actions.copy_pack(by=manager, board=review.board, origin=bundled(DEFAULT), title=TITLE)
    pack = actions.change_pack(
        by=manager, pack=pack, version=pack.version, part="limits", row="further_panel_meetings",
        values={"amount": "3"},
    )  # fmt: skip
    return actions.change_pack(
        by=manager, pack=pack, version=pack.version, part="words", row="SAAR",
        values={"means": "Single agency analysis report. In Westmarch it is called the agency report."},
    )  # fmt: skip
