"""Every name that a review knows, for keeping them out of what leaves the service."""

from collections.abc import Iterator

from threadline.access.models import RoleHolding
from threadline.access.scope import review_scope
from threadline.agencies.models import Agency
from threadline.people.models import KnownAs, Person
from threadline.reviews.models import Review


def names_in(review: Review) -> Iterator[str]:
    """The people in the register, by every word for them, the agencies of the Board, and who has a role there."""
    with review_scope(review):
        for whole in Person.objects.values_list("name", flat=True):
            yield whole
            yield from (part for part in whole.split() if len(part) > 2)
        yield from KnownAs.objects.values_list("text", flat=True)
    yield from Agency.objects.filter(board=review.board_id).values_list("name", flat=True)
    yield from RoleHolding.objects.filter(board=review.board_id).values_list("user__name", flat=True).distinct()
