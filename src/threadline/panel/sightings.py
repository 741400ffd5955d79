"""Where records name somebody: what later areas know of it, for the check of independence (2.2.a).

An area registers in its `AppConfig.ready`: `sightings.tell(in_timelines)`. It is called with the review and the names a
person goes by, within the review's scope, and answers with the actors found.
"""

from collections.abc import Callable, Sequence

from threadline.domain.independence.interests import Actor
from threadline.reviews.models import Review

Tells = Callable[[Review, Sequence[str]], list[Actor]]
_told: list[Tells] = []


def tell(knows: Tells) -> None:
    """Let an area say where its records name somebody."""
    if knows not in _told:
        _told.append(knows)


def of(review: Review, names: Sequence[str]) -> list[Actor]:
    """Every place where an area's records have one of these names."""
    return [actor for knows in _told for actor in knows(review, names)]
