"""Who is told when the register of a review changes: what later areas draw from it is made anew.

An area registers in its `AppConfig.ready`: `changed.tell(recount)`. It is called within the act that changed the
register, once for each act, so work that takes long belongs in a job.
"""

from collections.abc import Callable

from threadline.reviews.models import Review

_told: list[Callable[[Review], None]] = []


def tell(hears: Callable[[Review], None]) -> None:
    """Let `hears` know of every change of a register from now on."""
    if hears not in _told:
        _told.append(hears)


def announce(review: Review) -> None:
    """The register of `review` has changed."""
    for hears in _told:
        hears(review)
