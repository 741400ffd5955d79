"""Replacing the names of people by their pseudonyms, in a text shown or sent on.

What the register holds is replaced wherever it stands as whole words: the name, every other name, the titles and first
names that follow from them, initials, possessives, capitals. What the register does not know stays: that nothing
identifying is left cannot be proved by a program, so whoever shows the text says so and a person reads it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Master", "Dr", "Prof", "PC", "DC", "DS", "DI", "Sgt", "Sister", "Nurse")
SMALL = frozenset((
    "mum", "mummy", "mother", "dad", "daddy", "father", "nan", "nana", "nanny", "gran", "grandma", "grandmother",
    "granny", "grandad", "grandfather", "grandpa", "aunt", "auntie", "uncle", "brother", "sister", "partner",
    "boyfriend", "girlfriend", "husband", "wife", "stepfather", "stepdad", "stepmother", "stepmum",
))  # fmt: skip
"""Words for a relation: replaced in any case, since agencies write them as they please."""

ABBREVIATIONS = frozenset((
    "GP", "HV", "SW", "PC", "DC", "DS", "DI", "DV", "DA", "MH", "CP", "ED", "AE", "IT", "SS", "PP", "CA", "MP", "TA",
    "AM", "PM", "NFA", "PPN", "CSC", "TAF", "CIN", "ICP", "ECP", "IRO", "LAC", "SEN", "EHA", "CAF", "DNA", "NHS",
))  # fmt: skip
"""What agencies write for something else: initials like these are a person's only where the register says so."""


_PARTED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]|(?<=[A-Za-z])-\r?\n(?=[a-z])")
"""What parts a word without being seen, or only at the end of a line: soft hyphens, marks of no width, a hyphen."""


@dataclass(frozen=True, slots=True)
class Named:
    """Someone of the register: the name, the other names records use, and the pseudonym."""

    name: str
    also: tuple[str, ...]
    pseudonym: str


@dataclass(frozen=True, slots=True)
class Replacer:
    """Replaces the names of a register. `shared` are names that more than one person goes by; they are replaced by the
    pseudonyms of all of them, so that nobody is taken for another.
    """

    pattern: re.Pattern[str] | None
    pseudonyms: dict[str, str]
    shared: tuple[str, ...] = ()

    def __call__(self, text: str) -> str:
        """The text with every name of the register replaced."""
        if self.pattern is None:
            return text
        whole, places = _joined(text)
        if whole == text:
            return self.pattern.sub(self._turn, text)
        told, at = [], 0
        for found in self.pattern.finditer(whole):
            told += [text[at : places[found.start()]], self._turn(found)]
            at = places[found.end() - 1] + 1
        return "".join(told) + text[at:]

    def _turn(self, found: re.Match[str]) -> str:
        return self.pseudonyms[_key(found["name"])] + (found["owns"] or "")


def _joined(text: str) -> tuple[str, list[int]]:
    """The text with parted words joined, and where each of its letters stands in the text as it is."""
    if _PARTED.search(text) is None:
        return text, []
    parting = {place for found in _PARTED.finditer(text) for place in range(*found.span())}
    places = [place for place in range(len(text)) if place not in parting]
    return "".join(text[place] for place in places), places


def replacer(people: Iterable[Named]) -> Replacer:
    """What replaces the names of `people`; one without a pseudonym is left as it is."""
    named = [person for person in people if person.pseudonym]
    given = {_key(name) for person in named for name in (person.name, *person.also)}
    known: dict[str, dict[str, None]] = {}
    spelt: dict[str, str] = {}
    for person in named:
        own = {_key(name) for name in (person.name, *person.also)}
        for form in forms(person):
            if _key(form) in own or _key(form) not in given:
                spelt[form] = _key(form)
                known.setdefault(_key(form), {})[person.pseudonym] = None
    if not known:
        return Replacer(None, {})
    pseudonyms = {key: " or ".join(names) for key, names in known.items()}
    shared = tuple(sorted(form for form, key in spelt.items() if len(known[key]) > 1))
    return Replacer(_pattern(spelt), pseudonyms, shared)


def forms(person: Named) -> tuple[str, ...]:
    """Every way of writing a person's name that follows from the register: as given, the first name, title and
    surname, initials with and without stops. A surname alone is taken only where the register gives it, and a name
    that the register gives to somebody is never taken for another whose name it might follow from.
    """
    found: dict[str, None] = {}
    for name in (person.name, *person.also):
        plain = " ".join(name.split())
        if plain:
            found |= dict.fromkeys(_derived(plain))
    return tuple(found)


def _derived(name: str) -> Iterable[str]:
    yield name
    parts = [part for part in name.split() if part.rstrip(".") not in TITLES]
    titled = len(parts) < len(name.split())
    if len(parts) < 2 or not all(part[:1].isupper() for part in parts):
        return
    first, last = parts[0], parts[-1]
    if not titled:
        yield first
        yield from (f"{last}, {first}", f"{last.upper()}, {first}", f"{last.upper()} {first}")
        if len(parts) > 2:
            yield f"{first} {last}"
    initials = "".join(part[0] for part in parts)
    yield from (f"{first[0]} {last}", f"{first[0]}. {last}", ".".join(initials) + ".", ".".join(initials))
    if initials not in ABBREVIATIONS:
        yield initials
    for title in TITLES:
        yield from (f"{title} {last}", f"{title}. {last}", f"{title} {first} {last}", f"{title} {first[0]} {last}")


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """The longest first, so that a whole name is taken before a part of it; words may be parted by any space."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    inner = "|".join(_written(name) for name in ordered)
    return re.compile(rf"(?<![^\W_])(?P<name>{inner})(?P<owns>['\N{{RIGHT SINGLE QUOTATION MARK}}]s)?(?![^\W_])")


def _written(name: str) -> str:
    """A name as it may be written: as given or in capitals; a word for a relation in any case; initials as given."""
    spaced = r"\s+".join(re.escape(part) for part in name.split())
    if name.casefold() in SMALL:
        return f"(?i:{spaced})"
    capitals = r"\s+".join(re.escape(part) for part in name.upper().split())
    parts = name.split()
    mixed = r"\s+".join([*map(re.escape, parts[:-1]), re.escape(parts[-1].upper())])
    return "|".join(dict.fromkeys((spaced, mixed, capitals)))


def _key(name: str) -> str:
    """A name as it is looked up: a title with a stop is the title without."""
    parts = [part[:-1] if part[:-1] in TITLES and part.endswith(".") else part for part in name.split()]
    return " ".join(parts).casefold()


def left_over(text: str, people: Sequence[Named]) -> tuple[str, ...]:
    """The names of the register that stand in a text in any case, as whole words: what a second look would find."""
    found = []
    text = _joined(text)[0]
    for person in people:
        for name in (person.name, *person.also):
            plain = r"\s+".join(re.escape(part) for part in name.split())
            if len(name) > 2 and plain and re.search(rf"(?<!\w){plain}(?!\w)", text, re.IGNORECASE):
                found.append(name)
    return tuple(dict.fromkeys(found))
