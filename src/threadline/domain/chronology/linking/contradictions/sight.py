"""Whether and how a child was seen: alone, with somebody listening, awake, asleep, or not at all."""

from threadline.domain.chronology.linking.contradictions.facts import Difference
from threadline.domain.chronology.linking.contradictions.statements import (
    YOUNG,
    Statement,
    clause,
    persons,
    phrases_in,
    quoted,
)
from threadline.domain.chronology.linking.reading import Reading
from threadline.domain.chronology.linking.terms import Found

_SIGHT = ("watched", "alone", "unseen", "asleep", "seen")
"""From the most telling: an entry that says two of them is taken at the first."""

_AGREEING = (frozenset({"seen", "alone"}), frozenset({"seen", "watched"}))
_TITLES = frozenset({"mr", "mrs", "ms", "miss"})
_STILL_TO_COME = frozenset({"to", "will", "have", "had"})
_NOT_OF_A_VISITOR = frozenset({"it", "by", "as"})


def differing_sight(a: Reading, b: Reading) -> list[Difference]:
    """Whether the two accounts have the child seen in ways that cannot both be right."""
    one, other = _sight(a), _sight(b)
    if one is None or other is None or one.value == other.value or frozenset((one.value, other.value)) in _AGREEING:
        return []
    return [("whether and how the child was seen", one, other)]


def _sight(reading: Reading) -> Statement | None:
    """What an account says of seeing the child, with the clause that says so. Seeing an injury is not this."""
    passed_over = {one.sentence for one in reading.found if one.label in ("#injury", "#topic:clinic")}
    said = [phrase for phrase in phrases_in(reading.account.text) if phrase.sentence not in passed_over]
    for label in _SIGHT:
        for phrase in said:
            if phrase.label == label and _of_a_child(reading, phrase):
                return Statement(label, quoted(reading, *clause(reading, phrase.first)))
    return None


def _of_a_child(reading: Reading, phrase: Found) -> bool:
    """Whether it is said of a child; of one asleep or not seen also where the sentence names nobody."""
    if phrase.label in ("watched", "alone"):
        return True
    here = [role for role, one in persons(reading) if one.sentence == phrase.sentence]
    if phrase.label == "seen":
        return not _passing(reading, phrase) and _nearest(reading, phrase) in YOUNG
    if here:
        return not set(YOUNG).isdisjoint(here)
    return _TITLES.isdisjoint(token.text for token in reading.parts if token.sentence == phrase.sentence)


def _passing(reading: Reading, phrase: Found) -> bool:
    """Whether "seen" is something else: still to come, in hindsight, by staff, or what the child itself saw."""
    before = {token.text for token in reading.parts[max(0, phrase.first - 3) : phrase.first]}
    after = {token.text for token in reading.parts[phrase.last : phrase.last + 1]}
    if not _NOT_OF_A_VISITOR.isdisjoint(after) or (not _STILL_TO_COME.isdisjoint(before) and "been" not in before):
        return True
    if reading.parts[phrase.first].text != "saw":
        return False
    return not any(role in YOUNG and 0 <= one.first - phrase.last <= 2 for role, one in persons(reading))


def _nearest(reading: Reading, phrase: Found) -> str:
    """The part of the person who stands nearest to a phrase in its sentence; nothing where nobody does."""
    near = [
        (max(phrase.first - one.last, one.first - phrase.last, 0), role)
        for role, one in persons(reading)
        if one.sentence == phrase.sentence
    ]
    return min(near)[1] if near else ""
