"""One door to background work, whatever runs it."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult


def enqueue(task: "Task[Any, Any]", **arguments: str | int) -> None:
    """Start `task` once the present transaction is committed. Arguments are ids, never content."""
    transaction.on_commit(lambda: task.enqueue(**arguments))


def has_waited(longer_than: timedelta) -> bool:
    """Whether a job that could begin has waited longer than that: its worker is away or cannot keep up."""
    ready = DBTaskResult.objects.ready()
    return bool(ready.filter(enqueued_at__lt=timezone.now() - longer_than).exists())
