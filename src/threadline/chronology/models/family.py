"""The family's own life beside the agencies' records: moves, births, losses, who lived in the home."""

import uuid
from typing import ClassVar

from django.db import models

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.reviews.models import Review


class FamilyMoment(Guarded):
    """Something in the family's own life, with where it is known from. It may have lasted, or its day be uncertain.

    One taken out stays on record with the reason.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    when_text = models.CharField(max_length=120)
    earliest = models.DateField()
    latest = models.DateField()
    source = models.TextField(help_text="Where this is known from: the family, an entry, a document")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    out_because = models.TextField(blank=True)
    out_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["earliest", "latest", "pk"]

    def __str__(self) -> str:
        return self.title
