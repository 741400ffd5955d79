"""Wording lists as patterns: whole words in any case; a star at a word's end stands for any ending."""

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

NEVER = re.compile(r"(?!)")
_DENIED = re.compile(r"\b(?:no|nil|not|without|never|denied|denies)\s+(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]{2,400}[”\"]|(?<!\w)‘[^’]{2,400}’(?!\w)")


@lru_cache(maxsize=256)
def pattern(phrases: tuple[str, ...]) -> Pattern[str]:
    """One pattern for all of `phrases`; one that finds nothing where there are none."""
    if not phrases:
        return NEVER
    longest_first = sorted(phrases, key=len, reverse=True)
    inner = "|".join(_phrase(each) for each in longest_first)
    return re.compile(rf"(?<![\w-])(?:{inner})(?!\w)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    words = [re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in phrase.split()]
    return r"[\s-]+".join(words).replace("'", "['’]")


def has(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether any of the phrases is in the text."""
    return pattern(phrases).search(text) is not None


def found(text: str, phrases: tuple[str, ...]) -> str:
    """The first of the phrases that is in the text, as it is written there; empty where none is."""
    match = pattern(phrases).search(text)
    return " ".join(match[0].split()) if match else ""


def affirmed(text: str, phrases: tuple[str, ...]) -> str:
    """The first of the phrases that the text does not deny: "no injuries" and "no offences disclosed" are none."""
    for match in pattern(phrases).finditer(text):
        if _DENIED.search(text[: match.start()]) is None:
            return " ".join(match[0].split())
    return ""


def own_words(text: str) -> str:
    """The text without what it quotes: what somebody said is theirs, and is kept as they said it."""
    return _QUOTED.sub(" ", text)


def quotes(text: str) -> bool:
    """Whether the text holds somebody's own words in quotation marks."""
    return _QUOTED.search(text) is not None


def sentences(text: str) -> Iterator[str]:
    """The text's sentences, roughly."""
    yield from re.split(r"(?<=[.!?;])\s+|\n+", text)
