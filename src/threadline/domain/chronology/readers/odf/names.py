"""Element and attribute names of OpenDocument, with short prefixes."""

from __future__ import annotations

from typing import Any

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "office": f"{_OASIS}:office:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "style": f"{_OASIS}:style:1.0",
}
_PREFIXES = {space: prefix for prefix, space in _SPACES.items()}
_known: dict[str, str] = {}


def local(element: Any) -> str:
    """The element's name with its usual prefix ("text:p"); other vocabularies without a prefix."""
    tag: str = element.tag
    name = _known.get(tag)
    if name is None:
        space, _, bare = tag.rpartition("}")
        prefix = _PREFIXES.get(space[1:])
        name = f"{prefix}:{bare}" if prefix else bare
        if len(_known) < 2_000:
            _known[tag] = name
    return name


def full(name: str) -> str:
    """A prefixed name as lxml writes it."""
    prefix, _, bare = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{bare}"


def value(element: Any, name: str) -> str | None:
    """A prefixed attribute of the element, None where it is not given."""
    found: str | None = element.get(full(name))
    return found


def count(element: Any, name: str, most: int) -> int:
    """An attribute that says how often or how many, from 1 to `most`; 1 where missing or not a number."""
    given = value(element, name) or "1"
    return max(1, min(int(given), most)) if given.isdecimal() and len(given) < 12 else 1
