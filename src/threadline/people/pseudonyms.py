"""The name by which a person goes in reports and letters: suggested from what they are to the case. Pure."""

from collections.abc import Collection, Iterator
from itertools import count
from string import ascii_uppercase

NUMBERED = {"practitioner": "Practitioner", "other": "Person"}
CHILD, FAMILY = "Child", "Family member"
LONGEST = 60


def suggest(kind: str, relation: str, *, taken: Collection[str]) -> str:
    """A pseudonym that nobody of `taken` has, whatever its case.

    Children are "Child A", "Child B"; family goes by its relation, "Mother", and "Aunt 2" where there is an aunt
    already; practitioners and others are numbered, "Health visitor 1". `kind` is a person's kind in the register.
    """
    used = {each.casefold() for each in taken}
    if kind == "child":
        return next(each for each in _lettered() if each.casefold() not in used)
    stem = _stem(relation) or NUMBERED.get(kind, FAMILY)
    numbered = (f"{stem} {number}" for number in count(1))
    if kind not in NUMBERED and _stem(relation):
        numbered = (stem if number == 1 else f"{stem} {number}" for number in count(1))
    return next(each for each in numbered if each.casefold() not in used)


def _lettered() -> Iterator[str]:
    """Child A to Child Z, then Child 27 and so on."""
    return (f"{CHILD} {ascii_uppercase[number] if number < 26 else number + 1}" for number in count())


def _stem(relation: str) -> str:
    """A relation or profession as the first words of a name: "mother's partner" is "Mother's partner"."""
    tidy = " ".join(relation.split())[: LONGEST - 6].strip()
    return tidy[:1].upper() + tidy[1:]
