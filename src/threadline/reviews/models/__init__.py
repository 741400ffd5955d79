"""The records of a review that every later part reads."""

from threadline.reviews.models.pack import PackEdition
from threadline.reviews.models.review import REFERENCE, ContributingAgency, Review

__all__ = ["REFERENCE", "ContributingAgency", "PackEdition", "Review"]
