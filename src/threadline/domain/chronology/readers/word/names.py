"""Element and attribute names of WordprocessingML, in the everyday and the strict namespace."""

from __future__ import annotations

from functools import cache
from typing import Any

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PREFIXED = {
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}
_known: dict[str, str] = {}


def local(element: Any) -> str:
    """The element's name: bare for Word's own, "m:" for formulas, "mc:" for alternatives, bare for any other."""
    tag: str = element.tag
    name = _known.get(tag)
    if name is None:
        space, _, bare = tag.rpartition("}")
        name = _PREFIXED.get(space[1:], "") + bare
        if len(_known) < 2_000:
            _known[tag] = name
    return name


@cache
def _both(name: str) -> tuple[str, ...]:
    """The full names of an element; "m:" and "mc:" as in `local`."""
    prefix, _, bare = name.rpartition(":")
    spaces = [space for space, short in _PREFIXED.items() if short == f"{prefix}:"] if prefix else _WORD
    return tuple(f"{{{space}}}{bare}" for space in spaces)


def tags(*names: str) -> tuple[str, ...]:
    """The full names of Word elements in both namespaces."""
    return tuple(f"{{{space}}}{name}" for space in _WORD for name in names)


def value(element: Any, attribute: str = "val") -> str | None:
    """A Word attribute of the element, None where it is not given."""
    if element is None:
        return None
    for space in _WORD:
        found: str | None = element.get(f"{{{space}}}{attribute}")
        if found is not None:
            return found
    return None


def child(element: Any, name: str) -> Any:
    """The first child of that name, or None."""
    if element is None:
        return None
    return next(element.iterchildren(*_both(name)), None)


def leading(element: Any, name: str) -> Any:
    """The first child, if it is of that name: where Word keeps the properties of a paragraph, run or cell."""
    first = element[0] if len(element) else None
    return first if first is not None and local(first) == name else None


def children(element: Any, name: str) -> list[Any]:
    """All children of that name."""
    return list(element.iterchildren(*_both(name)))


def number(element: Any, attribute: str = "val", default: int = 0) -> int:
    """A Word attribute as a whole number; `default` where missing or not a number."""
    text = value(element, attribute)
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


def is_on(element: Any) -> bool:
    """Whether a Word switch such as <w:vanish/> is set."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
