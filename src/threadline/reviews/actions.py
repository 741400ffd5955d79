"""Opening a review and changing its dates and agencies."""

from collections.abc import Sequence
from datetime import date

from threadline.access.acting import Refused, action
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.agencies.models import Agency, Board
from threadline.reviews.models import ContributingAgency, Review
from threadline.reviews.queries import reference_is_taken


@action(Permission.REVIEW_OPEN, records="reviews.opened", on="board")
def open_review(
    *, by: User, board: Board, reference: str, incident_on: date, period_from: date, period_to: date,
    agencies: Sequence[Agency] = (),
) -> Review:  # fmt: skip
    """Open a review at a Board. Raises Refused when the reference is taken, or the period runs backwards."""
    if reference_is_taken(reference):
        raise Refused(f"There is already a review with the reference {reference}. Choose another.")
    _check_period(period_from, period_to)
    review = Review(
        board=board, reference=reference, incident_on=incident_on, period_from=period_from, period_to=period_to
    )
    review.save()
    _set_agencies(review, agencies)
    return review


@action(Permission.REVIEW_WRITE, records="reviews.changed")
def change_review(
    *, by: User, review: Review, incident_on: date, period_from: date, period_to: date, agencies: Sequence[Agency]
) -> Review:
    """Change a review's dates and the agencies that contribute. Agencies are added, never taken out here."""
    _check_period(period_from, period_to)
    review.incident_on, review.period_from, review.period_to = incident_on, period_from, period_to
    review.save()
    _set_agencies(review, agencies)
    return review


def _check_period(period_from: date, period_to: date) -> None:
    if period_from > period_to:
        raise Refused("The period under review must begin before it ends.")


def _set_agencies(review: Review, agencies: Sequence[Agency]) -> None:
    for agency in agencies:
        if agency.board_id != review.board_id:
            raise Refused(f"{agency.name} is not an agency of this Board.")
        if not ContributingAgency._base_manager.filter(review=review, agency=agency).exists():
            ContributingAgency(review=review, agency=agency).save()
