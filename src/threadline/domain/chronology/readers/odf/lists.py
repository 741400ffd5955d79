"""Bullets and numbers of OpenDocument lists, which are not in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from threadline.domain.chronology.readers.odf.names import local, value
from threadline.domain.chronology.readers.word.numbering import written

_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is marked: kind "bullet" or a way of counting, with what stands around the number."""

    kind: str
    before: str
    after: str
    start: int


class Lists:
    """Gives the mark of each list item, counting as an OpenDocument program does."""

    def __init__(self) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        self._counts: dict[tuple[str, int], int] = {}

    def learn(self, style: Any) -> None:
        """Take a text:list-style."""
        levels: dict[int, Level] = {}
        for item in style:
            depth = value(item, "text:level") or ""
            if depth.isdecimal():
                levels[int(depth)] = _level(item)
        self._styles[value(style, "style:name") or ""] = levels

    def begin(self, style: str, depth: int, goes_on: bool) -> None:
        """A list starts: its counting starts again unless it carries on an earlier one."""
        if not goes_on:
            self._counts.pop((style, depth), None)

    def mark(self, style: str, depth: int) -> str:
        """The mark of the next item at this depth (from 1): "• ", "3. " or nothing."""
        level = self._styles.get(style, {}).get(depth)
        if level is None or level.kind == "bullet":
            return "• "
        if not level.kind:
            return ""
        key = (style, depth)
        self._counts[key] = self._counts.get(key, level.start - 1) + 1
        return f"{level.before}{written(self._counts[key], level.kind)}{level.after} "


def _level(item: Any) -> Level:
    if local(item) != "text:list-level-style-number":
        return Level("bullet", "", "", 1)
    start = value(item, "text:start-value") or "1"
    kind = _KINDS.get(value(item, "style:num-format") or "", "")
    before, after = value(item, "style:num-prefix") or "", value(item, "style:num-suffix") or ""
    return Level(kind, before, after, int(start) if start.isdecimal() else 1)
