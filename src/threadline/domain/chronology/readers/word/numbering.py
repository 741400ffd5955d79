"""The bullets and numbers Word draws before a paragraph: they are not in the text, so they are worked out here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from threadline.domain.chronology.readers.word.names import child, children, leading, local, number, value

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it is counted, the text around the number, and where it starts."""

    kind: str
    text: str
    start: int


class Numbering:
    """Gives each list paragraph its mark, counting as Word does. One per document, asked in document order."""

    def __init__(self, numbering: Any = None, styles: Any = None) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        self._restart: dict[tuple[str, int], int] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._take_lists(numbering)
            if styles is not None:
                self._take_styles(styles)

    def mark(self, paragraph: Any) -> str:
        """The mark for a w:p: "• ", "3. " or nothing."""
        properties = leading(paragraph, "pPr") if self._lists else None
        place = None if properties is None else self._place(properties)
        if place is None:
            return ""
        list_id, depth = place
        abstract = self._lists.get(list_id)
        level = self._levels.get(abstract or "", {}).get(depth)
        if abstract is None or level is None or level.kind == "none":
            return ""
        if level.kind == "bullet":
            return "• "
        return self._count(list_id, abstract, depth, level)

    def _place(self, properties: Any) -> tuple[str, int] | None:
        own = child(properties, "numPr")
        style = self._styles.get(value(child(properties, "pStyle")) or "")
        if own is None:
            return style
        list_id = value(child(own, "numId"))
        if list_id is None:
            return style
        return None if list_id == "0" else (list_id, number(child(own, "ilvl")))

    def _count(self, list_id: str, abstract: str, depth: int, level: Level) -> str:
        start = self._restart.pop((list_id, depth), None)
        key = (abstract, depth)
        self._counts[key] = start if start is not None else self._counts.get(key, level.start - 1) + 1
        for deeper in range(depth + 1, 9):
            self._counts.pop((abstract, deeper), None)
        levels = self._levels[abstract]

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            inner = levels.get(at, level)
            return written(self._counts.get((abstract, at), inner.start), inner.kind)

        text = _PLACE.sub(shown, level.text)
        return f"{text} " if text else ""

    def _take_lists(self, root: Any) -> None:
        for item in root:
            name = local(item)
            if name == "abstractNum":
                levels = (_level(level) for level in children(item, "lvl"))
                self._levels[value(item, "abstractNumId") or ""] = dict(levels)
            elif name == "num":
                self._take_list(item)

    def _take_list(self, item: Any) -> None:
        list_id = value(item, "numId") or ""
        self._lists[list_id] = value(child(item, "abstractNumId")) or ""
        for override in children(item, "lvlOverride"):
            start = child(override, "startOverride")
            if start is not None:
                self._restart[(list_id, number(override, "ilvl"))] = number(start, default=1)

    def _take_styles(self, root: Any) -> None:
        own: dict[str, tuple[str, int]] = {}
        parents: dict[str, str] = {}
        for style in children(root, "style"):
            name = value(style, "styleId") or ""
            parents[name] = value(child(style, "basedOn")) or ""
            place = child(child(style, "pPr"), "numPr")
            list_id = value(child(place, "numId"))
            if list_id is not None:
                own[name] = (list_id, number(child(place, "ilvl")))
        for name in parents:
            seen: set[str] = set()
            at = name
            while at and at not in own and at not in seen:
                seen.add(at)
                at = parents.get(at, "")
            if at in own and own[at][0] != "0":
                self._styles[name] = own[at]


def _level(level: Any) -> tuple[int, Level]:
    kind = value(child(level, "numFmt")) or "decimal"
    text = value(child(level, "lvlText")) or ""
    return number(level, "ilvl"), Level(kind, text, number(child(level, "start"), default=1))


def written(count: int, kind: str) -> str:
    """A number as a list writes it: decimal, lowerLetter, upperRoman and so on; unknown kinds as decimal."""
    writer = _WRITERS.get(kind)
    return writer(count) if writer else str(count)


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 50 + 1) if count > 0 else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4_000:
        return str(count)
    out = []
    for size, sign in _ROMAN:
        times, count = divmod(count, size)
        out.append(sign * times)
    return "".join(out)


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_WRITERS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalZero": lambda count: f"{count:02d}",
}
