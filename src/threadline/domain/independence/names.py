"""Are these two names one person's? Careful of false alarms: a shared surname or a like sound is never enough alone."""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from rapidfuzz.distance import OSA, JaroWinkler

from threadline.domain.independence.short_names import LETTERS_AFTER, TITLES, stand_for_each_other

_PARENTHESES: Final = re.compile(r"\([^)]*\)|\[[^]]*\]")
_NOT_NAME: Final = re.compile(r"[^\w\s-]|[\d_]")
_LIKE_SPELLING: Final = 0.9
_LONG_ENOUGH: Final = 5
_SLIPS: Final = 2


class Likeness(IntEnum):
    """How alike two names are."""

    NONE = 0
    SURNAME = 1
    CLOSE = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name as compared: lower case, no accents, no titles. `surname` may hold a hyphen; both may be empty."""

    forenames: tuple[str, ...]
    surname: str


def read_name(text: str) -> Name:
    """Read "Dr Jane Carter", "CARTER, Jane" or "J. O'Brien-Carter". What is in brackets is left out."""
    plain = _plain(text)
    if "," in plain:
        surname, _, forenames = plain.partition(",")
        words = [*_words(forenames), "".join(_words(surname))]
    else:
        words = _words(plain)
    return Name(tuple(words[:-1]), words[-1]) if words else Name((), "")


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKD", _PARENTHESES.sub(" ", text)).casefold()
    return "".join(letter for letter in text if not unicodedata.combining(letter))


def _words(text: str) -> list[str]:
    joined = re.sub(r"['’`]", "", text).replace(".", " ")
    words = [word.strip("-") for word in _NOT_NAME.sub(" ", joined).split() if word.strip("-")]
    while len(words) > 1 and words[0] in TITLES:
        words.pop(0)
    while len(words) > 1 and words[-1] in LETTERS_AFTER:
        words.pop()
    return words


def likeness(one: str, other: str) -> Likeness:
    """How alike two names are, whichever comes first.

    SAME: every part agrees, or the first name and surname do and one has no middle name. CLOSE: a short form, an
    initial, the other order or one slip of spelling away. SURNAME: only a surname to go by, and it agrees. A single
    first name is never enough.
    """
    a, b = read_name(one), read_name(other)
    if not a.surname or not b.surname:
        return Likeness.NONE
    if not a.forenames or not b.forenames:
        return Likeness.SURNAME if a.surname == b.surname else Likeness.NONE
    if a != b and sorted((*a.forenames, a.surname)) == sorted((*b.forenames, b.surname)):
        return Likeness.CLOSE
    return _full_names(a, b)


def _full_names(a: Name, b: Name) -> Likeness:
    first, second = a.forenames[0], b.forenames[0]
    spelt_out = first == second and len(first) > 1
    if a.surname == b.surname:
        if spelt_out:
            return _middle_names(a.forenames[1:], b.forenames[1:])
        return Likeness.CLOSE if _like_forenames(first, second) else Likeness.NONE
    return Likeness.CLOSE if spelt_out and _like_surnames(a.surname, b.surname) else Likeness.NONE


def _middle_names(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness:
    if not one or not other or one == other:
        return Likeness.SAME
    return Likeness.CLOSE if one[0][0] == other[0][0] else Likeness.NONE


def _like_forenames(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    if stand_for_each_other(one, other):
        return True
    if min(len(one), len(other)) < _LONG_ENOUGH or OSA.distance(one, other) > _SLIPS:
        return False
    return JaroWinkler.similarity(one, other) >= _LIKE_SPELLING


def _like_surnames(one: str, other: str) -> bool:
    if set(one.split("-")) & set(other.split("-")):
        return True
    return min(len(one), len(other)) >= _LONG_ENOUGH and OSA.distance(one, other) <= 1
