"""Events and the head of their chain. No foreign keys: history outlives what it speaks of."""

from datetime import UTC, datetime
from typing import ClassVar

from django.db import models


class Event(models.Model):
    """One read, change, refusal or export. Database triggers refuse UPDATE and DELETE on this table."""

    id = models.BigIntegerField(primary_key=True)
    moment = models.BigIntegerField(help_text="Microseconds since 1970, UTC")
    actor = models.CharField(max_length=36, blank=True)
    acting_as = models.CharField(max_length=200, blank=True)
    board = models.CharField(max_length=36, blank=True)
    review = models.CharField(max_length=36, blank=True)
    kind = models.CharField(max_length=80)
    outcome = models.CharField(max_length=10)
    objects_json = models.TextField(db_column="objects", default="[]")
    detail_json = models.TextField(db_column="detail", default="{}")
    request = models.CharField(max_length=36, blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [
            models.Index(fields=["review", "id"], name="event_by_review"),
            models.Index(fields=["actor", "id"], name="event_by_actor"),
            models.Index(fields=["board", "id"], name="event_by_board"),
            models.Index(fields=["moment"], name="event_by_moment"),
        ]

    @property
    def at(self) -> datetime:
        """When it happened, with its zone."""
        return datetime.fromtimestamp(self.moment / 1_000_000, tz=UTC)

    def __str__(self) -> str:
        return f"{self.id} {self.kind} {self.outcome}"


class ChainHead(models.Model):
    """One row: the number and digest of the last event, sealed, and locked while the next is written."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    sequence = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.sequence}:{self.digest}"
