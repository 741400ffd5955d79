"""What an account states on the matters accounts differ on, each statement with the words it is made in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from threadline.domain.chronology.linking.lexicon import details, opposites, presence
from threadline.domain.chronology.linking.reading import Reading
from threadline.domain.chronology.linking.terms import Found, Phrases
from threadline.domain.chronology.linking.words import Token, tokens

YOUNG = ("child", "children", "sibling")
"""Parts that a child plays."""

_MARKS = frozenset({",", ":", "(", ")", "–", "-", "but"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A value stated, and the words that state it."""

    value: str
    words: str


def _build() -> Phrases:
    phrases = Phrases()
    for subject in opposites.SUBJECTS:
        for value, words in subject.values.items():
            phrases.add_all(words, f"{subject.name}={value}")
        phrases.add_all(subject.near, f"{subject.name}~")
    for label, words in (
        ("present", presence.PRESENT),
        ("absent", presence.ABSENT),
        ("before:absent", presence.ABSENT_BEFORE),
        ("there", presence.THERE),
        ("elsewhere", presence.ELSEWHERE),
        ("asleep", presence.ASLEEP),
        ("unseen", presence.NOT_SEEN),
        ("seen", presence.SEEN),
        ("alone", presence.ALONE),
        ("watched", presence.NOT_ALONE),
        ("bringing", presence.BRINGING),
        ("reporting", presence.REPORTING),
        ("vouching", presence.VOUCHING),
        ("giving", presence.GIVING),
    ):
        phrases.add_all(words, label)
    return phrases


_PHRASES = _build()


@lru_cache(maxsize=8192)
def phrases_in(text: str) -> tuple[Found, ...]:
    """Phrases of the matters accounts differ on, in the order they stand."""
    return tuple(_PHRASES.find(tokens(text)))


def quoted(reading: Reading, first: int, last: int) -> str:
    """The account's own words from one token up to but not including another."""
    return reading.account.text[reading.parts[first].start : reading.parts[last - 1].end]


def clause(reading: Reading, at: int) -> tuple[int, int]:
    """The clause a token stands in: up to the commas, brackets or sentence ends about it."""
    parts = reading.parts
    first = at
    while first and _continues(parts, first - 1, parts[at].sentence):
        first -= 1
    last = at + 1
    while last < len(parts) and _continues(parts, last, parts[at].sentence):
        last += 1
    return first, last


def _continues(parts: Sequence[Token], at: int, sentence: int) -> bool:
    return parts[at].sentence == sentence and parts[at].text not in _MARKS


def sentence_of(reading: Reading, sentence: int) -> tuple[int, int]:
    """The tokens of a sentence, first and one past the last."""
    inside = [at for at, token in enumerate(reading.parts) if token.sentence == sentence]
    return inside[0], inside[-1] + 1


def persons(reading: Reading) -> Iterator[tuple[str, Found]]:
    """People named, in order, each with the part played; a possessive ("Mr Cade's flat") is not the person."""
    for one in reading.found:
        if one.label.startswith("@") and not one.label.startswith("@@") and not _owns(reading, one):
            yield one.label[1:], one


def _owns(reading: Reading, one: Found) -> bool:
    last = reading.parts[one.last - 1]
    return reading.account.text[last.start : last.end].endswith(("'s", "’s"))


def longest(found: Iterable[Found]) -> Found | None:
    """The longest of some phrases, the earliest of equals."""
    return max(found, key=lambda one: (one.last - one.first, -one.first), default=None)


CAUSE_LABELS = {f"#cause:{name}" for name in details.CAUSES}
