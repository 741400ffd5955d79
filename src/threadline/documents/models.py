"""A file as it was received, and the key of the review it belongs to."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.reviews.models import Review


class ReviewKey(models.Model):
    """The key with which a review's files are encrypted, itself encrypted with the installation's key.

    Destroying this row disposes of the review's files wherever copies of them lie (TRUST 43, 55).
    """

    review = models.OneToOneField(Review, on_delete=models.PROTECT, primary_key=True, related_name="+")
    wrapped = models.BinaryField()

    def __str__(self) -> str:
        return f"key of {self.review_id}"


class Document(Guarded):
    """A file as received. Its bytes lie encrypted under the document's id; its name is only ever shown and offered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", null=True)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField(help_text="Bytes")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the bytes as received, in hex")
    received_from = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under its review, for the agency that sent it."""

        review = "review"
        agency = "agency"

    class Meta:
        ordering: ClassVar = ["-received_at"]
        constraints: ClassVar = [models.CheckConstraint(condition=Q(size__gt=0), name="document_is_not_empty")]

    def __str__(self) -> str:
        return self.name
