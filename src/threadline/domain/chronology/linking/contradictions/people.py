"""Who was there and who did what: parents at a meeting or visit, children at an incident, who brought the child."""

from threadline.domain.chronology.linking.contradictions.facts import Difference
from threadline.domain.chronology.linking.contradictions.statements import (
    YOUNG,
    Statement,
    clause,
    longest,
    persons,
    phrases_in,
    quoted,
    sentence_of,
)
from threadline.domain.chronology.linking.reading import Reading
from threadline.domain.chronology.linking.terms import Found
from threadline.domain.chronology.linking.vocabulary import KINDS
from threadline.domain.chronology.linking.words import stems

_MEN = frozenset({"father", "partner", "man"})
_PARENTS = {"mother": "mother", "father": "man", "partner": "man", "man": "man", "gran": "gran"}
_DOERS = _MEN | {"mother", "gran", "relative", "friend", "neighbour"}
_CALLED = {"mother": "the mother", "man": "the man of the household", "gran": "the grandparent"}
_TREATMENT = frozenset(
    {
        "hospital",
        "seizure",
        "burn",
        "bite",
        "overdose",
        "self_harm",
        "fracture",
        "fall",
        "swallowed",
        "illness",
        "collision",
    }
)
_INCIDENTS = frozenset(
    {
        "domestic",
        "overdose",
        "mental_crisis",
        "fire",
        "drunk_in_charge",
        "public_concern",
        "death",
        "weapon",
        "warrant",
        "arrest",
    }
)
_ACTS = {
    "bringing": _TREATMENT,
    "giving": _TREATMENT,
    "reporting": frozenset({"missing", "overdose", "death", "collision"}),
    "vouching": frozenset({"arrest", "theft"}),
}
_DID = {
    "bringing": "who brought or came with the child",
    "reporting": "who reported it",
    "vouching": "who was the appropriate adult",
    "giving": "who had the care",
}
_KIN = frozenset({"@gran", "@relative", "@friend"})
_STAYING = frozenset({"with", "at", "to"})
_COMING = stems(("attend", "present", "arrive", "came", "brought", "take", "travel"))
_REACH = 3


def differing_people(a: Reading, b: Reading, kinds: frozenset[str]) -> list[Difference]:
    """People whom the two accounts have there and not there, or doing what the other has somebody else do."""
    found: list[Difference] = []
    if any(KINDS[kind].together for kind in kinds):
        found += _attendance(a, b)
    elif kinds & _INCIDENTS:
        found += _children(a, b)
    acts = [act for act, of in _ACTS.items() if not of or (of & kinds and "domestic" not in kinds)]
    return found + _doers(a, b, acts)


def _attendance(a: Reading, b: Reading) -> list[Difference]:
    one, other = _parents_at(a), _parents_at(b)
    return [
        (f"whether {_CALLED[who]} was there", one[who], other[who])
        for who in sorted(one.keys() & other.keys())
        if one[who].value != other[who].value
    ]


def _parents_at(reading: Reading) -> dict[str, Statement]:
    """Whether mother and man are said to be there; nothing of one said to be both."""
    said: dict[str, Statement] = {}
    people = list(persons(reading))
    phrases = phrases_in(reading.account.text)
    for role, one in people:
        upto = min((other.first for _, other in people if other.first >= one.last), default=len(reading.parts))
        value = _there(one, phrases, max(upto, one.last + 1), reading)
        if not value:
            continue
        statement = Statement(value, quoted(reading, *clause(reading, one.first)))
        for who in {"parents": ("mother", "man")}.get(role, (_PARENTS.get(role, ""),)):
            if who and value == "alone":
                said.setdefault("man", Statement("absent", statement.words))
            elif who:
                said.setdefault(who, statement)
    return said


def _there(one: Found, phrases: tuple[Found, ...], upto: int, reading: Reading) -> str:
    """ "present", "absent", "alone" (of a mother: without the man) or nothing, from the words about a person."""
    if any(
        phrase.label == "before:absent" and phrase.sentence == one.sentence and 0 <= one.first - phrase.last <= 1
        for phrase in phrases
    ):
        return "absent"
    after = [
        phrase
        for phrase in phrases
        if phrase.label in ("present", "absent")
        and phrase.sentence == one.sentence
        and one.last <= phrase.first <= min(one.last + _REACH - 1, upto - 1)
    ]
    if "alone" in [token.text for token in reading.parts[one.last : one.last + 1]]:
        return "alone"
    best = longest(after)
    return best.label if best else ""


def _children(a: Reading, b: Reading) -> list[Difference]:
    one, other = _children_at(a), _children_at(b)
    if one is None or other is None or one.value == other.value:
        return []
    return [("whether the children were there", one, other)]


def _children_at(reading: Reading) -> Statement | None:
    """Whether the children are said to have been there or elsewhere, with the sentence that says so."""
    people = list(persons(reading))
    young = {one.sentence for role, one in people if role in YOUNG}
    away = {phrase.sentence for phrase in phrases_in(reading.account.text) if phrase.label == "elsewhere"}
    away |= {kin.sentence for kin in _staying_with(reading)}
    there = {phrase.sentence for phrase in phrases_in(reading.account.text) if phrase.label == "there"}
    for value, said in (("elsewhere", away), ("there", there)):
        for sentence in sorted(said & young):
            return Statement(value, quoted(reading, *sentence_of(reading, sentence)))
    return None


def _staying_with(reading: Reading) -> list[Found]:
    """Kin whom the children are said to be with or at: "Twins with their aunt", "at their aunt's"."""
    found = []
    for one in reading.found:
        before = [
            token.text for token in reading.parts[max(0, one.first - 3) : one.first] if token.sentence == one.sentence
        ]
        if one.label in _KIN and not _STAYING.isdisjoint(before):
            found.append(one)
    return found


def _doers(a: Reading, b: Reading, acts: list[str]) -> list[Difference]:
    found = []
    for act in acts:
        one, other = _doer(a, act), _doer(b, act)
        if one and other and not _may_be_one(one.value, other.value):
            found.append((_DID[act], one, other))
    return found


def _doer(reading: Reading, act: str) -> Statement | None:
    people = [(role, one) for role, one in persons(reading) if role in _DOERS]
    for phrase in phrases_in(reading.account.text):
        if phrase.label != act or not _of_coming(reading, phrase):
            continue
        for role, one in people:
            if one.sentence == phrase.sentence and (
                0 <= one.first - phrase.last <= 2 or (act == "vouching" and 0 <= phrase.first - one.last <= 4)
            ):
                return Statement(role, quoted(reading, one.first, one.last))
    return None


def _of_coming(reading: Reading, phrase: Found) -> bool:
    """Whether a bare "with" or "by" is of coming: "With grandfather.", "brought to A&E by", not "left with her nan"."""
    word = reading.parts[phrase.first].text
    if phrase.last - phrase.first > 1 or word not in ("with", "by"):
        return True
    before = reading.parts[max(0, phrase.first - 8) : phrase.first]
    here = [token.stem for token in before if token.sentence == phrase.sentence]
    return not _COMING.isdisjoint(here) or (word == "with" and not here)


def _may_be_one(x: str, y: str) -> bool:
    return x == y or ("man" in (x, y) and {x, y} <= _MEN)
