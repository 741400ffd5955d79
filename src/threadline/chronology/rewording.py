"""Finding words as whole words, and putting others in their place."""

import re


def finder(find: str) -> re.Pattern[str]:
    """What finds the words as they are written, whole words only."""
    return re.compile(rf"(?<!\w){re.escape(find.strip())}(?!\w)")


def replaced(text: str, find: str, instead: str) -> str:
    """The text with the words replaced wherever they stand."""
    return finder(find).sub(lambda _: instead.strip(), text)
