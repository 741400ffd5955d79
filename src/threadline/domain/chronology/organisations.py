"""Telling an agency's name from other words: titles, headings, sheet names and file names."""

import re
from itertools import pairwise
from pathlib import PurePath

from threadline.domain.chronology.agency_words import ABOUT_THE_FILE, ORDINARY, PAIRS, TELLING, WRITTEN_IN_CAPITALS

_SPLIT_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_NAME = re.compile(r"[^A-Za-z'’&]+")
_VERSION = re.compile(r"^(?:v|ver|version|rev|draft|final|copy)?\d*$", re.IGNORECASE)
_CAPITALS = re.compile(r"(?:[A-Z][\w'’.]*|&|of|and|the|for|in|on|upon|de|la|-|–)(?=\W|$)")
_LABEL = re.compile(
    r"^\s*(?:name of (?:the )?)?(?:contributing |reporting |submitting |your |single |author(?:ing)? )?"
    r"(?:agency|organisation|organization|service|provider|school|practice|department)"
    r"(?:\s*(?:name|/\s*\w+))?(?: (?:completing|submitting|providing|supplying)[\w ]*)?\s*[:\-–]\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)
_LABEL_CELL = re.compile(
    r"^\s*(?:name of (?:the )?)?(?:contributing |reporting |submitting |your |single |author(?:ing)? )?(?:agency"
    r"|organisation|organization|service)"
    r"(?:\s*(?:name|/\s*\w+|details))?(?: (?:completing|submitting|providing|supplying)[\w ]*)?\s*[:\-–]?\s*$",
    re.IGNORECASE,
)
_TITLE_NOISE = re.compile(
    r"(?:^|\b)(?:internal |single[- ]agency |agency |combined |integrated |imr |draft |final |key |tabular "
    r")*(?:chronolog(?:y|ies)|time ?lines?|log|individual management review|imr)"
    r"(?: of (?:significant |key )?(?:events|contacts?|involvement))?(?: (?:for|by|from|of|prepared by|completed "
    r"by|submitted by))?\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 80


def sounds_like_an_agency(text: str) -> bool:
    """True for a short text that names a police force, trust, school, surgery, council service and the like."""
    words = [word.casefold().replace("’", "").replace("'", "") for word in _NOT_NAME.sub(" ", text).split()]
    if not words or len(text) > _LONGEST_NAME or (text.rstrip().endswith((".", "?", "!")) and len(words) > 6):
        return False
    told = any(word in TELLING for word in words) or any(pair in PAIRS for pair in pairwise(words))
    ordinary = len(words) > 1 and all(word in ORDINARY or word in ("and", "of", "the") for word in words)
    return (told and len(words) <= 9) or ordinary


def labelled(text: str) -> str:
    """Return the name in "Agency: Westmarch Police"; empty when the text is not such a label."""
    found = _LABEL.match(text)
    return found["name"].strip() if found else ""


def is_label(text: str) -> bool:
    """True for a cell that says "Agency" or "Name of organisation:" and expects the name beside it."""
    return _LABEL_CELL.match(text) is not None


def from_title(text: str) -> str:
    """Return the agency in a title ("Westmarch Police", "Chronology of events: Hollin Hill Surgery"); empty when there
    is none.
    """
    line = text.strip().split("\n")[0]
    if not line or len(line) > 140:
        return ""
    bare = _TITLE_NOISE.sub("|", line)
    parts = [part.strip(" -–—:,.") for part in re.split(r"[|:–—]| - ", bare)]
    for part in parts:
        if part and part[0].isupper() and sounds_like_an_agency(part) and _mostly_capitals(part):
            return part
    return ""


def _mostly_capitals(text: str) -> bool:
    words = [word for word in re.split(r"\s+", text) if word]
    return all(_CAPITALS.match(word) or word[0].isupper() for word in words)


def from_file_name(name: str) -> tuple[str, bool]:
    """Return an agency's name made of the file's name, and True when the words sound like an agency's."""
    stem = PurePath(name).stem
    text = _NOT_NAME.sub(" ", _SPLIT_CAMEL.sub(" ", stem.replace("_", " ")))
    words = [word.strip("'’") for word in text.split()]
    kept = [word for word in words if word and word.casefold() not in ABOUT_THE_FILE and not _VERSION.match(word)]
    kept = kept or [word for word in words if word] or [stem]
    tidy = " ".join(_cased(word) for word in kept)
    return tidy, sounds_like_an_agency(tidy)


def _cased(word: str) -> str:
    return word.upper() if word.casefold() in WRITTEN_IN_CAPITALS else word[:1].upper() + word[1:]


_PREFIX = re.compile(r"\s*(?P<agency>[A-Z][^:/\n]{2,60}?)\s*(?::|/|\s[-–—]\s)")


def agency_before(source: str) -> str:
    """Return the agency put in front of a source ("Westmarch Police: STORM log 12"), as merged chronologies do; empty
    when there is none.
    """
    found = _PREFIX.match(source)
    return found["agency"].strip() if found and sounds_like_an_agency(found["agency"]) else ""
