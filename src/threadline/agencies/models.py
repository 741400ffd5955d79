"""A Board and the agencies of its area. Several Boards can share an installation (W.c)."""

import uuid
from typing import ClassVar

from django.db import models


class Board(models.Model):
    """A Local Safeguarding Children Board."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)

    class Reach:
        """A Board stands at itself."""

        board = "pk"

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """An organisation that works with children or their families in a Board's area."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="agencies")
    name = models.CharField(max_length=120)

    class Meta:
        ordering: ClassVar = ["name"]
        verbose_name_plural = "agencies"
        constraints: ClassVar = [models.UniqueConstraint(fields=["board", "name"], name="one_agency_a_name")]

    def __str__(self) -> str:
        return self.name
