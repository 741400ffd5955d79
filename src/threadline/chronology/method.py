"""What the method of a review says of chronologies, ready for use: the rules of the checks, their wording, the form."""

from functools import lru_cache

from threadline.domain.chronology.checks import Rules
from threadline.domain.chronology.entries import Meaning
from threadline.domain.framework.pack import Chronologies, TimelineCheck
from threadline.reviews.method import pack_of
from threadline.reviews.models import Review


def chronologies(review: Review) -> Chronologies:
    """The part on chronologies of the method that a review is pinned to."""
    return pack_of(review).chronologies


def rules(review: Review) -> Rules:
    """The numbers, word lists and columns as the checks take them."""
    return _rules(chronologies(review))


@lru_cache(maxsize=16)
def _rules(said: Chronologies) -> Rules:
    return Rules(
        limits={each.id: each.amount for each in said.limits},
        words={each.id: each.phrases for each in said.words},
        columns=tuple(Meaning(each.meaning) for each in said.columns if each.must),
    )


def checks(review: Review) -> dict[str, TimelineCheck]:
    """The checks by id, in the order of their numbers."""
    return {each.id: each for each in sorted(chronologies(review).checks, key=lambda each: each.number)}
