"""One door to background work, whatever runs it."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult


def enqueue(task: "Task[Any, Any]", **arguments: str | int) -> None:
    """Start `task` once the present transaction is committed. Arguments are ids, never content."""
    transaction.on_commit(lambda: task.enqueue(**arguments))


def enqueue_at(task: "Task[Any, Any]", moment: datetime, **arguments: str | int) -> bool:
    """Start `task` at `moment`, once the present transaction is committed; False where what runs tasks cannot wait."""
    if not task.get_backend().supports_defer:
        return False
    enqueue(task.using(run_after=moment), **arguments)
    return True


def has_waited(longer_than: timedelta) -> bool:
    """Whether a job that could begin has waited longer than that: its worker is away or cannot keep up."""
    since = timezone.now() - longer_than
    ready = DBTaskResult.objects.ready().filter(enqueued_at__lt=since)
    return bool(ready.filter(Q(run_after__lt=since) | Q(run_after__gt=timezone.now())).exists())
