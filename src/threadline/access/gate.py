"""Models that refuse to be written except inside an act, which checks the policy and leaves an audit event."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import models

from threadline.access.scope import ScopedManager
from threadline.audit.trail import Short

Record = TypeVar("Record", bound=models.Model)


class OutsideAct(RuntimeError):
    """A write to case data that no act stands behind."""


@dataclass
class Changes:
    """What an act changed, gathered for its one audit event.

    `stands_at` is set by an act that makes the very place it belongs to: opening a review.
    """

    objects: dict[str, None] = field(default_factory=dict)
    detail: dict[str, Short] = field(default_factory=dict)
    stands_at: models.Model | None = None

    def touched(self, record: models.Model) -> None:
        """Note a record that was written."""
        self.objects[f"{record._meta.label_lower}:{record.pk}"] = None


_open: ContextVar[Changes | None] = ContextVar("open act", default=None)


@contextmanager
def open_gate() -> Iterator[Changes]:
    """Let case data be written within the block; yields what is gathered. An act within an act gathers its own."""
    changes = Changes()
    token = _open.set(changes)
    try:
        yield changes
    finally:
        _open.reset(token)


def changes() -> Changes:
    """The open act's changes, for adding audit detail. Raises OutsideAct."""
    current = _open.get()
    if current is None:
        raise OutsideAct("Case data are changed only by an act of an area's actions.py.")
    return current


class GuardedQuerySet(models.QuerySet[Record]):
    """Bulk writes go through the gate too."""

    def update(self, **kwargs: Any) -> int:
        """As Django's, inside an act only."""
        changes()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        """As Django's, inside an act only."""
        changes()
        return super().delete()

    def bulk_create(self, objs: Iterable[Record], *args: Any, **kwargs: Any) -> list[Record]:
        """As Django's, inside an act only."""
        changes()
        return super().bulk_create(objs, *args, **kwargs)

    def bulk_update(self, objs: Iterable[Record], *args: Any, **kwargs: Any) -> int:
        """As Django's, inside an act only."""
        changes()
        return super().bulk_update(objs, *args, **kwargs)


GuardedManager = ScopedManager.from_queryset(GuardedQuerySet)


class Guarded(models.Model):
    """A record of a case: read within a review's scope, written within an act."""

    objects = GuardedManager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """As Django's, inside an act only; the act's audit event names this record."""
        gathered = changes()
        super().save(*args, **kwargs)
        gathered.touched(self)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """As Django's, inside an act only; the act's audit event names this record."""
        changes().touched(self)
        return super().delete(*args, **kwargs)
