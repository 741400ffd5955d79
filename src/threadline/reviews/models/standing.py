"""What changes where a review stands without the work being done: waivers, and moves to another method."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.reviews.models.pack import PackEdition
from threadline.reviews.models.review import Review


class Waiver(Guarded):
    """A requirement of the method set aside in a review: by whom, in which role, and why (W.b).

    `withdrawn_at` is when it was taken back, so that the requirement counts again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    requirement = models.CharField(max_length=60, help_text="Its id in the pack")
    role_key = models.CharField(max_length=40)
    reason = models.TextField()
    waived_on = models.DateField()
    waived_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["-waived_on", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "requirement"],
                condition=Q(withdrawn_at__isnull=True),
                name="a_requirement_is_waived_once",
            ),
        ]

    def __str__(self) -> str:
        return f"waiver of {self.requirement}"


class PackMove(Guarded):
    """A review moved from one edition of the method to another, with the reason (W.a)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    before = models.ForeignKey(PackEdition, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey(PackEdition, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    moved_at = models.DateTimeField(auto_now_add=True)
    moved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Reach:
        """Under its review."""

        review = "review"

    class Meta:
        ordering: ClassVar = ["-moved_at"]

    def __str__(self) -> str:
        return f"{self.before} to {self.after}"
