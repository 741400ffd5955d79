"""Where two accounts of one event cannot both be right: the day, the hour, who was there, whether the child was seen,
the facts.

For a review the difference is often the finding, so nothing here is put right: both accounts' words are shown as they
stand.
"""

from dataclasses import dataclass

from threadline.domain.chronology.linking.contradictions.facts import Difference, differing_facts
from threadline.domain.chronology.linking.contradictions.people import differing_people
from threadline.domain.chronology.linking.contradictions.sight import differing_sight
from threadline.domain.chronology.linking.contradictions.when import differing_days, differing_times
from threadline.domain.chronology.linking.lexicon.kind import Kind
from threadline.domain.chronology.linking.reading import Reading

_SEEN_IN = frozenset({"hospital", "clinic", "medical", "missed_appointment"})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two accounts that cannot both be right. `field` is date, time, person, seen or fact; the words are each
    agency's own.
    """

    field: str
    words_a: str
    words_b: str
    sentence: str


def find(a: Reading, b: Reading, kind: Kind | None, kinds: frozenset[str]) -> tuple[Contradiction, ...]:
    """Every contradiction between two accounts of one event, of this kind first of all and of these kinds, in the
    order date, time, person, seen, fact.
    """
    found: list[tuple[str, Difference]] = []
    if kind:
        found += [("date", one) for one in differing_days(a, b, kind)]
        found += [("time", one) for one in differing_times(a, b, kind)]
    found += [("person", one) for one in differing_people(a, b, kinds)]
    if not kinds & _SEEN_IN:
        found += [("seen", one) for one in differing_sight(a, b)]
    found += [("fact", one) for one in differing_facts(a, b, kinds)]
    return tuple(
        Contradiction(field, x.words, y.words, _sentence(label, a, x.words, b, y.words))
        for field, (label, x, y) in found
    )


def _sentence(label: str, a: Reading, words_a: str, b: Reading, words_b: str) -> str:
    one, other = a.account.agency or a.account.key[0], b.account.agency or b.account.key[0]
    if one == other:
        return f"Two entries of {one} differ on {label}: “{words_a}” and “{words_b}”."
    return f"{one} and {other} differ on {label}: “{words_a}” and “{words_b}”."
