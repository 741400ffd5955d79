"""What a page asks several times is read once: kept for the length of a page that only looks, never for an act."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Answer = TypeVar("Answer")

_kept: ContextVar[dict[Hashable, Any] | None] = ContextVar("what the page has read", default=None)


@contextmanager
def one_look() -> Iterator[None]:
    """Within this block what was read stays as it was read: for a request that changes nothing."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def remembering() -> bool:
    """Whether a page is being looked at."""
    return _kept.get() is not None


def once(read: Callable[[], Answer], *key: Hashable) -> Answer:
    """What `read` gives, asked once for each key while a page is looked at, and every time otherwise.

    The key says all that the answer depends on; a record in it counts by its kind and id.
    """
    kept = _kept.get()
    if kept is None:
        return read()
    if key not in kept:
        kept[key] = read()
    found: Answer = kept[key]
    return found
