"""What stands behind an entry typed by hand."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from threadline.access.gate import Guarded
from threadline.accounts.models import User
from threadline.chronology.models.rows import Row


class TypedEntry(Guarded):
    """What stands behind an entry typed by hand: its source, who answers for it, and its version."""

    row = models.OneToOneField(Row, on_delete=models.CASCADE, primary_key=True, related_name="typed")
    source = models.TextField(help_text="Where the fact comes from and why it is typed")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)
    removed_because = models.TextField(blank=True)

    class Reach:
        """With its row."""

        review = "row__review"
        agency = "row__agency"
        accepted = Q(row__live=True)

    def __str__(self) -> str:
        return "typed entry"


class TypedChange(Guarded):
    """One version of a typed entry that was changed or removed: what it said, who changed it, when and why."""

    entry = models.ForeignKey(TypedEntry, on_delete=models.CASCADE, related_name="changes")
    version = models.PositiveIntegerField(help_text="The version that stood until then")
    said = models.JSONField(default=dict)
    because = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Reach:
        """With its entry."""

        review = "entry__row__review"
        agency = "entry__row__agency"

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["entry", "version"], name="a_version_ends_once")]

    def __str__(self) -> str:
        return f"version {self.version}"
