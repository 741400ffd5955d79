"""Reads of the register, always through the policy."""

from django.db.models import QuerySet

from threadline.access.permissions import Permission
from threadline.access.reach import visible
from threadline.accounts.models import User
from threadline.people.models import Person
from threadline.reviews.models import Review


def register(*, review: Review, viewer: User) -> QuerySet[Person]:
    """The people of a review, with the names they go by."""
    people = Person.objects.filter(review=review).prefetch_related("also")
    return visible(viewer, Permission.PERSON_READ, people)
