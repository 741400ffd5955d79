"""Abbreviations: capitals that a reader outside the agency may not know (11), and how they are found anywhere."""

import re
from collections.abc import Iterable, Iterator, Sequence

from threadline.domain.chronology.checks.values import Finding, Line, Named, Rules, Setting

ABBREVIATION = re.compile(r"(?<![\w&/.-])(?:[A-Z][A-Z0-9&/]{0,5}[A-Z0-9]s?)(?![\w&-])")
MOST_ROWS = 50
_LONG = re.compile(r"[A-Z]{3,}(?:\s+[A-Z]{3,}){2,}")
_ROMAN = re.compile(r"[IVX]+")


def in_text(text: str) -> Iterator[str]:
    """The abbreviations in a text as they are written, each time they are; words of shouted sentences are none."""
    shouted = [match.span() for match in _LONG.finditer(text)]
    for match in ABBREVIATION.finditer(text):
        word = match[0].removesuffix("s")
        letters = sum(letter.isalpha() for letter in word)
        inside = any(start <= match.start() < end for start, end in shouted)
        if not inside and 2 <= len(word) <= 6 and letters >= 2 and not _ROMAN.fullmatch(word):
            yield word


def spoken_of(people: Iterable[Named]) -> frozenset[str]:
    """The ways of writing people that look like abbreviations: "KD", "DUNMORE"."""
    names = (text for person in people for text in (person.name, *person.names))
    return frozenset(part.upper() for text in names for part in text.split())


def unlisted(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """11: an abbreviation that the review's glossary does not have; one question for each, with its rows."""
    known = {each.upper() for each in setting.glossary} | {each.upper() for each in rules.words["plain-capitals"]}
    known |= spoken_of(setting.people)
    rows: dict[str, list[str]] = {}
    for line in lines:
        for word in dict.fromkeys(in_text(line.everything)):
            if word.upper() not in known:
                rows.setdefault(word, []).append(line.id)
    for word, where in sorted(rows.items()):
        times = f"in {len(where)} rows" if len(where) > 1 else "here"
        yield Finding("abbreviation", tuple(where[:MOST_ROWS]), f"What does “{word}” mean? It is used {times}.", word)
