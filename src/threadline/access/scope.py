"""Case data can be queried only while a review is in scope: forgetting the filter raises instead of leaking."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import models

Record = TypeVar("Record", bound=models.Model)

EVERYTHING = "*"
_everything = object()
_scope: ContextVar[object] = ContextVar("review in scope", default=None)
_person: ContextVar[str] = ContextVar("who acts", default="")


class ScopeMissing(RuntimeError):
    """A query on case data outside any review."""


@contextmanager
def review_scope(review: models.Model) -> Iterator[None]:
    """Within this block, case data are this review's only."""
    token = _scope.set(review.pk)
    try:
        yield
    finally:
        _scope.reset(token)


@contextmanager
def across_reviews(*, reason: str) -> Iterator[None]:
    """The only way to query case data of several reviews; a test lists its callers. Needs a reason."""
    if not reason.strip():
        raise ValueError("Say why case data are read across reviews.")
    token = _scope.set(_everything)
    try:
        yield
    finally:
        _scope.reset(token)


@contextmanager
def acting_for(person: models.Model) -> Iterator[None]:
    """Within this block, reviews are put in scope for this person: see `in_scope`."""
    token = _person.set(str(person.pk or ""))
    try:
        yield
    finally:
        _person.reset(token)


def in_scope() -> tuple[str, str]:
    """The id of the review in scope, EVERYTHING, or "" for none; and the id of whoever it is in scope for, or ""."""
    current = _scope.get()
    if current is None or current is _everything:
        return ("" if current is None else EVERYTHING), ""
    return str(current), _person.get()


class ScopedQuerySet(models.QuerySet[Record]):
    """A queryset of case data."""


class ScopedManager(models.Manager[Record]):
    """The default manager of everything under a review: raises ScopeMissing outside a scope."""

    def get_queryset(self) -> "models.QuerySet[Record]":
        """This review's records."""
        current = _scope.get()
        if current is None:
            raise ScopeMissing(f"{self.model.__name__} was queried outside a review. Open a review_scope first.")
        queryset: models.QuerySet[Record] = super().get_queryset()
        if current is _everything:
            return queryset
        path: Any = self.model.Reach.review  # type: ignore[attr-defined]  # every scoped model declares its Reach
        return queryset.filter(**{path: current})
