"""A letter that asks an agency for its timeline and brief analysis, or reminds it, as it went (2.1.h)."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.agencies.models import Agency
from threadline.reviews.models import Review


class Letter(Guarded):
    """A dated letter to one agency of a review, kept as it went, with the agency's acknowledgement."""

    class Kind(models.TextChoices):
        """What the letter is for."""

        TASKING = "tasking", "Request for timeline and brief analysis"
        REMINDER = "reminder", "Reminder"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    recipient = models.CharField(max_length=120)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    dated_on = models.DateField()
    due_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    acknowledged_at = models.DateTimeField(null=True, editable=False)
    acknowledged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, editable=False)

    class Reach:
        """Under its review, for the agency it is addressed to."""

        review = "review"
        agency = "agency"

    class Meta:
        ordering: ClassVar = ["dated_on", "at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=True, acknowledged_by__isnull=True)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
                name="an_acknowledgement_names_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}"
