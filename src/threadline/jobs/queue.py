"""One door to background work, whatever runs it."""

from typing import Any

from django.db import transaction
from django_tasks.base import Task


def enqueue(task: "Task[Any, Any]", **arguments: str | int) -> None:
    """Start `task` once the present transaction is committed. Arguments are ids, never content."""
    transaction.on_commit(lambda: task.enqueue(**arguments))
