"""How a matter on which accounts can differ is described."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing accounts can differ on. `values` are phrases by value; `near` words of which one must stand in the
    sentence; `kinds` the events it is asked of (of any, where empty); `agreeing` pairs of values that can both be
    right.
    """

    name: str
    label: str
    values: dict[str, tuple[str, ...]]
    near: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    agreeing: frozenset[frozenset[str]] = frozenset()


def agree(*pairs: str) -> frozenset[frozenset[str]]:
    """Pairs of values that can both be right, each written "one~other"."""
    return frozenset(frozenset(pair.split("~")) for pair in pairs)
