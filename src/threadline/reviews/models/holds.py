"""What must wait while other proceedings run (2.2.f)."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.reviews.models.processes import Process
from threadline.reviews.models.review import Review


class Hold(Guarded):
    """A hold of a kind that the pack names: the acts it stops, who asked for it, and how it ended.

    `title`, `says` and `acts` are kept as they were when it was placed, so that a change of the pack changes no hold.
    `looked_at` is the day on which somebody last asked whether it must go on.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="holds")
    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="holds", null=True)
    kind = models.CharField(max_length=60, help_text="A hold's id in the pack")
    title = models.CharField(max_length=120)
    says = models.TextField()
    acts = models.JSONField(help_text="Acts of domain/framework/registry.py")
    since = models.DateField()
    asked_by = models.CharField(max_length=200, help_text="Who asked for it: name and office")
    because = models.TextField(help_text="What they said, as far as everyone in the review may know it")
    placed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField(auto_now_add=True)
    looked_at = models.DateField()
    released_on = models.DateField(null=True)
    released_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    release_authority = models.CharField(max_length=200, blank=True)
    release_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1, help_text="Raised by every act, so that a stale page is noticed")

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["since", "placed_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(released_on__isnull=True, released_by__isnull=True)
                | (Q(released_on__isnull=False, released_by__isnull=False) & ~Q(release_authority="")
                   & ~Q(release_reason="")),
                name="a_hold_is_released_with_authority_and_reason",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title
