"""Kinds of event, each declared in its own area's `events.py` with its sentence and its scrub rule."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event.

    `key` is area.verb ("chronology.file_accepted"). `sentence` completes "NAME …" for the Board's page and may use
    the detail's keys in braces. `keeps` lists the detail keys that are kept when a person's data are disposed of;
    every other detail value is blanked from what is shown.
    """

    key: str
    sentence: str
    keeps: tuple[str, ...] = ()


class UnknownKind(LookupError):
    """An event of a kind that no area declares."""


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Declare kinds. Raises ValueError for a key already declared with other words."""
    for kind in kinds:
        if _kinds.get(kind.key, kind) != kind:
            raise ValueError(f"The event kind {kind.key} is declared twice with different words.")
        _kinds[kind.key] = kind


def kind(key: str) -> Kind:
    """The kind of that key. Raises UnknownKind."""
    try:
        return _kinds[key]
    except KeyError:
        raise UnknownKind(f"No area declares the event kind {key!r}.") from None


def kinds() -> Iterator[Kind]:
    """Every declared kind, by key."""
    return iter(sorted(_kinds.values(), key=lambda each: each.key))
