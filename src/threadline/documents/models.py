"""A file as it was received, and the key of the review it belongs to."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.access.permissions import Permission
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


class Scan(models.TextChoices):
    """What a virus scanner has said of a file (TRUST 42)."""

    WAITING = "waiting", "Waiting for the virus check. Nobody can open it until then."
    CLEAN = "clean", "Checked: no virus found"
    INFECTED = "infected", "A virus was found. It is locked away and nobody can open it."
    NOT_SCANNED = "not_scanned", "Not scanned: no virus scanner is set up"
    FAILED = "failed", "The virus scanner could not check it. It is locked away and nobody can open it."


def scan_at_first() -> str:
    """Where a new file stands: waiting for the scanner where there is one, else plainly not scanned."""
    return Scan.WAITING if settings.CLAMD else Scan.NOT_SCANNED


class Document(Guarded):
    """A file as received. Its bytes lie encrypted under the document's id; its name is only ever shown and offered.

    `scan` decides whether they are given out: only those of a file found clean, or of one that was received where no
    scanner is set up, which says so wherever it is shown.
    """

    OPEN: ClassVar = (Scan.CLEAN, Scan.NOT_SCANNED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", null=True)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField(help_text="Bytes")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the bytes as received, in hex")
    received_from = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)
    scan = models.CharField(max_length=12, choices=Scan.choices, default=scan_at_first)

    class Reach:
        """Under its review, for the agency that sent it."""

        review = "review"
        agency = "agency"
        reads, called = (Permission.DOCUMENT_READ,), "file"

    class Meta:
        ordering: ClassVar = ["-received_at"]
        constraints: ClassVar = [models.CheckConstraint(condition=Q(size__gt=0), name="document_is_not_empty")]

    def __str__(self) -> str:
        return self.name

    @property
    def waits(self) -> bool:
        """Whether the virus scanner has still to look at it."""
        return self.scan == Scan.WAITING
