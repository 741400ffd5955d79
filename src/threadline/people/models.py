"""A person named in a case, and the names, initials and titles by which records speak of that person."""

import uuid
from typing import ClassVar

from django.db import models

from threadline.access.gate import Guarded
from threadline.reviews.models import Review


class Person(Guarded):
    """Someone in the family, a practitioner, or another person whom the records name."""

    class Kind(models.TextChoices):
        """What the person is to the case."""

        CHILD = "child", "Child of the review"
        FAMILY = "family", "Family member"
        PRACTITIONER = "practitioner", "Practitioner"
        OTHER = "other", "Other person"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="people")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=120, blank=True, help_text="For example: mother, health visitor")
    born_on = models.DateField(null=True, blank=True)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["kind", "name"]
        verbose_name_plural = "people"
        constraints: ClassVar = [models.UniqueConstraint(fields=["review", "name"], name="a_name_is_one_person")]

    def __str__(self) -> str:
        return self.name


class KnownAs(Guarded):
    """Another way in which records name a person: "Mum", "KD", "Ms Dunmore"."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="also")
    text = models.CharField(max_length=120)

    class Reach:
        """Under the person's review."""

        review = "person__review"

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "text"], name="known_as_once")]

    def __str__(self) -> str:
        return self.text
