"""The abbreviations of a review: the method's common ones, with what its people added, changed or took out."""

from threadline.chronology.method import chronologies
from threadline.chronology.models import Abbreviation
from threadline.reviews.models import Review


def glossary_of(review: Review) -> dict[str, str]:
    """Each abbreviation with its meaning, in alphabetical order. Within the review's scope."""
    known = {each.short: each.means for each in chronologies(review).abbreviations}
    by_capitals = {short.upper(): short for short in known}
    for own in Abbreviation.objects.filter(review=review):
        known.pop(by_capitals.get(own.short.upper(), ""), None)
        if own.means:
            known[own.short] = own.means
    return dict(sorted(known.items(), key=lambda each: each[0].casefold()))
