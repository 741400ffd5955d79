"""Notes beside an entry, and views kept under a name."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.chronology.models.linking import to_row
from threadline.chronology.models.saved import SavedView
from threadline.reviews.models import Review


class Audience(models.TextChoices):
    """Who a note or a named view is for."""

    MINE = "mine", "Only me"
    PANEL = "panel", "The panel and the reviewers"


class Note(Guarded):
    """What somebody wrote beside an entry: analysis or comment, never part of it.

    A private one is read by whoever wrote it and by nobody else.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    row = to_row()
    text = models.TextField()
    audience = models.CharField(max_length=6, choices=Audience.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Reach:
        """Under its review; for the panel where it says so."""

        review = "review"
        panel = Q(audience="panel", removed_at__isnull=True)

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return f"note of {self.at:%d/%m/%Y}"


class NamedView(Guarded):
    """A view of the chronology under a name that somebody gave it, for themselves or for everyone who reads it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    view = models.ForeignKey(SavedView, on_delete=models.PROTECT, related_name="names")
    name = models.CharField(max_length=80)
    audience = models.CharField(max_length=6, choices=Audience.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """Under its review; for its readers where it says so."""

        review = "review"
        panel = Q(audience="panel")

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "by", "name"], name="a_person_names_a_view_once")
        ]

    def __str__(self) -> str:
        return self.name
