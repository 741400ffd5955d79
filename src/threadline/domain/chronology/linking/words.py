"""Words of an entry: tokens with their place in the text, word stems, and sentences.

A token keeps where it stands, so that whatever is concluded from it can be shown in the agency's own words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"a\s?&\s?e\b|\d+(?:[.,:/]\d+)*|(?:[a-z]/)+[a-z]\b|[a-z]+(?:['’][a-z]+)*|[.!?;\n]|[:,()%–-]",
    re.IGNORECASE,
)
_STOPS = frozenset(".!?;\n")
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "st", "sr", "rev", "no", "approx"})
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: its text lower-cased, its stem, where it stands (characters from, to) and in which sentence."""

    text: str
    stem: str
    start: int
    end: int
    sentence: int


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without the endings that do not change what it names; short words and figures are left alone.

    Deliberately light: "bruise", "bruises", "bruising" and "bruised" meet, "nurse" and "nursery" do not.
    """
    low = _POSSESSIVE.sub("", word.lower().replace("’", "'"))
    if len(low) < 4 or not low[0].isalpha() or "/" in low:
        return low
    low = _without_ending(low)
    if len(low) > 3 and low.endswith("e"):
        low = low[:-1]
    if len(low) > 3 and low[-1] == low[-2]:
        low = low[:-1]
    return low


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of some words."""
    return frozenset(stem(word) for word in words)


def _without_ending(low: str) -> str:
    if low.endswith(("ies", "ied")):
        return low[:-3] + "y"
    if low.endswith("sses"):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    if low.endswith("ing") and len(low) > 5:
        return low[:-3]
    if low.endswith("ed") and len(low) > 4:
        return low[:-2]
    return low


def _ends_sentence(text: str, tokens: list[Token], match: re.Match[str]) -> bool:
    mark = match.group()
    if mark not in _STOPS:
        return False
    if mark != ".":
        return True
    before = tokens[-1].text if tokens else ""
    return not (
        before in _TITLES or (len(before) == 1 and before.isalpha() and text[match.end() : match.end() + 1] == " ")
    )


@lru_cache(maxsize=32768)
def tokens(text: str) -> tuple[Token, ...]:
    """The text's tokens in order. Sentences are counted from 0 and end at a full stop, question mark, semicolon or
    line end.
    """
    found: list[Token] = []
    sentence = 0
    for match in _TOKEN.finditer(text):
        if _ends_sentence(text, found, match):
            sentence += 1
            continue
        word = match.group().lower()
        if word == ".":
            continue
        word = re.sub(r"\s", "", word) if "&" in word else word
        found.append(Token(word, stem(word), match.start(), match.end(), sentence))
    return tuple(found)
