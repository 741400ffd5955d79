"""Who is who: which part in the family a name plays, judged from the entries themselves.

No list of people is needed. A name counts for a child or an adult by the words that stand beside it, by its title,
and by a role said next to it ("Nan (Patricia Marsh)"). What cannot be told is left unsaid: a name without a part
never counts against a pair.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from threadline.domain.chronology.linking.lexicon.listing import listed
from threadline.domain.chronology.linking.lexicon.persons import ADULT_SIGNS, CHILD_SIGNS, ROLES, TITLES_OF_STAFF
from threadline.domain.chronology.linking.terms import Phrases
from threadline.domain.chronology.linking.vocabulary import PHRASES
from threadline.domain.chronology.linking.words import stem, stems

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_INITIALS = re.compile(r"\b[A-Z]{2}\b")
_STOP = re.compile(r"[.!?;:\n]")
_DAYS = listed(
    """
    monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july, august,
    september, october, november, december
    """
)
_MEN, _WOMEN = frozenset({"mr"}), frozenset({"mrs", "ms", "miss"})
_ROLE_OF = {phrase: role for role, phrases in ROLES.items() for phrase in phrases if " " not in phrase}
_SIGNS = {**{stem(word): "adult" for word in ADULT_SIGNS}, **{stem(word): "child" for word in CHILD_SIGNS}}
_OWNED = {
    "mother": "child",
    "mum": "child",
    "dad": "child",
    "father": "child",
    "partner": "woman",
    "boyfriend": "woman",
    "brother": "child",
    "sister": "child",
    "face": "child",
    "teacher": "child",
    "weight": "child",
    "school": "child",
    "arm": "child",
}
_CAPITALS = 4  # a word of four capitals or fewer may be an abbreviation, not a name


@dataclass(slots=True)
class _Person:
    """What the entries show about one given name or one titled surname."""

    seen: int = 0
    inside: int = 0  # seen where a capital letter is not just that of the sentence
    surnames: Counter[str] = field(default_factory=Counter)
    signs: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Cast:
    """Names with the part each plays, as phrases to find in an entry; the labels are those of `lexicon.persons`."""

    names: Phrases
    roles: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    bare: str
    opening: bool  # first of a sentence
    joined: bool  # nothing but a space, a comma or a bracket between it and the word before


def read_cast(entries: Iterable[tuple[frozenset[str], str]], agencies: Iterable[str]) -> Cast:
    """Work out from all entries of a case which names mean the child, a sibling, the mother, the man of the household…

    `entries` are (what the agency is, text); `agencies` are the agencies' names, whose words name nobody in the family.
    """
    found = sorted({(tuple(sorted(own)), text) for own, text in entries})
    common = _common_words(text for _, text in found) | {
        _bare(word) for name in agencies for word in _WORD.findall(name)
    }
    people: dict[str, _Person] = defaultdict(_Person)
    for own, text in found:
        _read_names(_words(text), common, people, bool(_CHILDREN_ONLY & set(own)))
    roles = _give_parts({name: person for name, person in people.items() if person.seen > 1 and person.inside})
    roles.update(_initials(people, roles, [text for _, text in found]))
    names = Phrases()
    for name, role in sorted(roles.items()):
        names.add(name, f"@{role}")
    return Cast(names, roles)


def _initials(people: dict[str, _Person], roles: dict[str, str], texts: list[str]) -> dict[str, str]:
    """Initials used for a person known by both names, "RM" for Rosa Marsh; none that two people share."""
    written = {word for text in texts for word in _INITIALS.findall(text)}
    meant: dict[str, set[str]] = defaultdict(set)
    for name, role in roles.items():
        for surname in people[name].surnames:
            short = (name[0] + surname[0]).upper()
            if short in written and short.lower() not in _KNOWN:
                meant[short.lower()].add(role)
    return {short: next(iter(some)) for short, some in meant.items() if len(some) == 1}


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    last = 0
    for match in _WORD.finditer(text):
        before = text[last : match.start()]
        opening = not words or bool(_STOP.search(before))
        words.append(_Word(match.group(), _bare(match.group()), opening, not opening and before.strip(" ,(") == ""))
        last = match.end()
    return words


def _common_words(texts: Iterable[str]) -> frozenset[str]:
    """Words that some entry writes in small letters: not names."""
    return frozenset(word for text in texts for word in _WORD.findall(text) if word[0].islower())


def _read_names(words: list[_Word], common: frozenset[str], people: dict[str, _Person], children_only: bool) -> None:
    at = 0
    while at < len(words):
        name, surname, used = _name_at(words, at, common)
        if name:
            person = people[name]
            person.seen += 1
            person.inside += words[at].text.isupper() or used > 1 or not words[at].opening
            person.signs["child"] += (
                children_only and words[at].bare not in _MEN | _WOMEN and not _speaks(words, at + used)
            )
            if surname:
                person.surnames[surname] += 1
            _read_signs(words, at, used, person)
        at += used


def _speaks(words: list[_Word], at: int) -> bool:
    """Whether the word after a name has it saying, ringing or collecting, as parents do in a school's entries."""
    return at < len(words) and stem(words[at].bare) in _SPEAKING


def _name_at(words: list[_Word], at: int, common: frozenset[str]) -> tuple[str, str, int]:
    """The name that starts at a word (key, surname, how many words), or nothing."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else _NOTHING
    capital = after.text[:1].isupper() and after.joined
    if word.bare in TITLES_OF_STAFF and capital:
        return "", "", 3 if at + 2 < len(words) and words[at + 2].joined and words[at + 2].text[0].isupper() else 2
    if word.bare in _MEN | _WOMEN and capital:
        return f"{word.bare} {after.bare}", after.bare, 2
    if not _is_name(word, common) or (word.opening and _begins_a_name(words, at + 1, common)):
        return "", "", 1
    if capital and _is_name(after, common):
        return word.bare, after.bare, 2
    return word.bare, "", 1


def _begins_a_name(words: list[_Word], at: int, common: frozenset[str]) -> bool:
    """Whether a title or a name of two words follows, so that the word before it only opens the sentence."""
    if at + 1 >= len(words) or not words[at].joined or not words[at + 1].joined:
        return False
    first, second = words[at], words[at + 1]
    titled = first.bare in _MEN | _WOMEN and first.text[0].isupper()
    return titled or (_is_name(first, common) and _is_name(second, common))


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).lower()


def _is_name(word: _Word, common: frozenset[str]) -> bool:
    bare = word.bare
    if not word.text[:1].isupper() or len(bare) < 2 or bare in common or stem(bare) in _KNOWN:
        return False
    return not (word.text.isupper() and len(word.text) <= _CAPITALS)


def _read_signs(words: list[_Word], at: int, used: int, person: _Person) -> None:
    """The part said beside the name (grandmother, aunt, mother…); else man or mother, by title or surname."""
    signs = person.signs
    if words[at].bare in _MEN | _WOMEN:
        signs["man" if words[at].bare in _MEN else "woman"] += 3
    if at and words[at].joined and (role := _ROLE_OF.get(words[at - 1].bare)):
        signs[role] += 4
    owner = words[at + used - 1].text.endswith(("'s", "’s"))
    for far, word in enumerate(words[at + used : at + used + 4]):
        if word.opening:
            break
        if far == 0 and owner and word.bare in _OWNED:
            signs[_OWNED[word.bare]] += 3
        elif far == 0 and word.joined and word.bare in ("he", "she"):
            signs["man" if word.bare == "he" else "woman"] += 1
        elif sign := _SIGNS.get(stem(word.bare)):
            signs[sign] += 1
    signs[_spouse(words[at + used : at + used + 8])] += 2


def _spouse(after: list[_Word]) -> str:
    """ "man" of whose wife or girlfriend the words after a name speak, "woman" of whose husband or boyfriend."""
    for word, kin in pairwise(after):
        if word.opening or kin.opening:
            break
        if word.bare in ("his", "her") and kin.bare in _SPOUSES:
            return "man" if word.bare == "his" else "woman"
    return ""


def _give_parts(people: dict[str, _Person]) -> dict[str, str]:
    """A part for each name that shows one."""
    roles: dict[str, str] = {}
    titled: dict[str, set[str]] = defaultdict(set)
    for name in people:
        if " " in name:
            titled[name.split()[1]].add("man" if name.split()[0] in _MEN else "woman")
    children = [name for name in people if _is_child(people[name], _by_surname(people[name], titled))]
    for number, name in enumerate(sorted(children, key=lambda name: (-people[name].seen, name))):
        said = people[name].signs["sibling"] >= 4
        roles[name] = "sibling" if said or number else "child"
    for name in sorted(people):
        if name not in roles and (role := _adult_part(people[name], _by_surname(people[name], titled))):
            roles[name] = role
    _settle_women(people, roles)
    for name in people:
        roles.setdefault(name, "someone")
    return roles


def _by_surname(person: _Person, titled: dict[str, set[str]]) -> str:
    """ "man" or "woman" where everyone titled with this person's surname is one, else nothing."""
    surname = person.surnames.most_common(1)[0][0] if person.surnames else ""
    sexes = titled.get(surname, set())
    return next(iter(sexes)) if len(sexes) == 1 else ""


def _is_child(person: _Person, sex: str) -> bool:
    signs = person.signs
    adult = signs["adult"] + 2 * (
        signs["mother"] + signs["gran"] + signs["partner"] + signs["father"] + signs["man"] + signs["woman"]
    )
    return sex != "man" and signs["child"] + signs["sibling"] > max(adult, 1)


def _adult_part(person: _Person, sex: str) -> str:
    """The part said beside the name (grandmother, aunt, mother…); else the man or the mother by title or surname."""
    signs = person.signs
    for role in ("gran", "relative", "mother", "father", "partner"):
        if signs[role] >= 4:
            return role
    if sex == "man" or signs["man"] > signs["woman"]:
        return "man"
    return "mother" if signs["woman"] > signs["man"] or (sex and signs["adult"]) else ""


def _settle_women(people: dict[str, _Person], roles: dict[str, str]) -> None:
    """One surname is the mother's; a woman of another name is not she.

    Of a Mrs and a Ms of one name, the Mrs is of the older generation when a grandmother bears it.
    """
    older = {surname for name, role in roles.items() if role == "gran" for surname in people[name].surnames}
    younger = {name.split()[1] for name in roles if name.startswith(("ms ", "miss "))}
    counts = Counter({name: people[name].seen for name, role in roles.items() if role == "mother"})
    hers = _surname(counts.most_common(1)[0][0], people) if counts else ""
    for name in roles:
        own = _surname(name, people)
        if name.startswith("mrs ") and own in older & younger:
            roles[name] = "gran"
        elif roles[name] == "mother" and hers and own and own != hers and people[name].signs["mother"] < 4:
            roles[name] = "someone"


def _surname(name: str, people: dict[str, _Person]) -> str:
    if " " in name:
        return name.split()[1]
    return people[name].surnames.most_common(1)[0][0] if people[name].surnames else ""


_SPEAKING = stems(
    listed("said, says, told, phoned, rang, telephoned, collected, attended, called, asked, explained, came, did, was")
)
_SPOUSES = frozenset({"wife", "girlfriend", "husband", "boyfriend", "partner", "ex"})
_NOTHING = _Word("", "", True, False)
_CHILDREN_ONLY = frozenset(
    {"school", "nursery", "camhs", "yot"}
)  # agencies whose entries name children far more than adults
_KNOWN = PHRASES.stems() | stems(_DAYS)
