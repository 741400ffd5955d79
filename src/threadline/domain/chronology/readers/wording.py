"""Counting things in sentences."""

from __future__ import annotations


def counted(count: int, one: str, many: str = "") -> str:
    """ "1 row", "3 rows": the number with its noun; `many` where adding an s will not do."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def was(count: int) -> str:
    """ "was" or "were", to agree with the count."""
    return "was" if count == 1 else "were"
