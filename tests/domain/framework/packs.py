"""Copies of the pack to spoil, one mistake at a time."""

import shutil
from pathlib import Path

from threadline.domain.framework.bundled import FRAMEWORKS

ORIGINAL = FRAMEWORKS / "greater-manchester-2016"


def copy_to(folder: Path) -> Path:
    """A copy of the pack that may be changed."""
    return Path(shutil.copytree(ORIGINAL, folder / "pack"))


def change(pack: Path, file: str, before: str, after: str) -> int:
    """Replace the first occurrence in a file; give the line on which it starts."""
    path = pack / file
    text = path.read_text(encoding="utf-8")
    at = text.index(before)
    path.write_text(text[:at] + after + text[at + len(before) :], encoding="utf-8")
    return text[:at].count("\n") + 1


def line_of(pack: Path, file: str, words: str) -> int:
    """The line on which words first stand in a file."""
    return (pack / file).read_text(encoding="utf-8").split(words)[0].count("\n") + 1
