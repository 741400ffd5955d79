"""Suggestions that entries record one event: questions for a person, never links by themselves.

A skilled reader's means: the kind of contact, who took part, who told whom and how long that takes, the people and
details named. Weights are set by hand from working knowledge and were tried on synthetic cases only; the figures are
in `bench/linking.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from threadline.domain.chronology.linking.account import Account, Key, Pair, pair
from threadline.domain.chronology.linking.blocking import candidates
from threadline.domain.chronology.linking.cast import read_cast
from threadline.domain.chronology.linking.contradictions import Contradiction, find
from threadline.domain.chronology.linking.explain import why
from threadline.domain.chronology.linking.grouping import FLOOR, WITHIN_FLOOR, group
from threadline.domain.chronology.linking.rarity import Rarity
from threadline.domain.chronology.linking.reading import Reading, agency_phrases, read, what_it_is
from threadline.domain.chronology.linking.reasons import Reason
from threadline.domain.chronology.linking.scoring import Scored, score
from threadline.domain.chronology.linking.vocabulary import KINDS

DEFAULT = 0.5
"""The score from which a pair is offered: as likely one event as not."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entries that may record one event: the lesser key first, score from 0 to 1, why in words and as reasons,
    and where they differ.
    """

    a: Key
    b: Key
    score: float
    why: str
    reasons: tuple[Reason, ...]
    contradictions: tuple[Contradiction, ...]


def suggest(
    entries: Iterable[Account],
    *,
    threshold: float = DEFAULT,
    refused: frozenset[Pair] = frozenset(),
    held: frozenset[Pair] = frozenset(),
) -> tuple[Suggestion, ...]:
    """Pairs of entries that may record one event, in order of their keys; groups of three or more come as all their
    pairs.

    `entries` in any order, each key once (`ValueError` otherwise); one without a date is left out. `threshold` is the
    least mean score of a group, from 0 to 1 (`ValueError` otherwise). A pair in `refused` is never offered again, nor
    the two in one group; either order of its keys will do. A pair in `held`, which a person has tied, is always among
    what is returned, whatever its score, for its differences; unless an entry of it is missing or has no date. The
    same entries always give the same suggestions.
    """
    if not 0 <= threshold <= 1:
        raise ValueError(f"The threshold is {threshold}; give a number from 0 to 1.")
    readings = {reading.account.key: reading for reading in read_all(entries)}
    rarity = Rarity(list(readings.values()))
    scored = _scored(list(readings.values()), rarity, frozenset(pair(a, b) for a, b in refused))
    found: list[Suggestion] = []
    for keys in group({both: one.score for both, one in scored.items()}, threshold):
        pairs = [scored[both] for both in combinations(keys, 2)]
        mean = sum(one.score for one in pairs) / len(pairs)
        found += [_suggestion(readings, both, scored[both], mean, threshold) for both in combinations(keys, 2)]
    offered = {(one.a, one.b) for one in found}
    for both in {pair(a, b) for a, b in held} - offered:
        if both[0] in readings and both[1] in readings:
            one = scored.get(both) or score(readings[both[0]], readings[both[1]], rarity)
            found.append(_suggestion(readings, both, one, one.score, 0))
    return tuple(sorted(found, key=lambda one: (one.a, one.b)))


def groups(suggestions: Iterable[Suggestion]) -> tuple[tuple[Key, ...], ...]:
    """The entries of each event suggested, sorted; every two of a group are a suggestion."""
    members: dict[Key, set[Key]] = {}
    for one in suggestions:
        both = members.get(one.a, {one.a}) | members.get(one.b, {one.b})
        for key in both:
            members[key] = both
    return tuple(sorted({tuple(sorted(some)) for some in members.values()}))


def read_all(entries: Iterable[Account]) -> list[Reading]:
    """Take in every dated entry, knowing the case's own agencies and people; in order of their keys."""
    accounts = sorted(entries, key=lambda account: account.key)
    for one, other in pairwise(accounts):
        if one.key == other.key:
            raise ValueError("{}, table {}, row {} is given twice. Give each entry once.".format(*one.key))
    what = {account.key: what_it_is(account.agency, account.key[0]) for account in accounts}
    cast = read_cast(((what[one.key], one.text) for one in accounts), {one.agency for one in accounts})
    agencies = agency_phrases({(one.agency, what[one.key]) for one in accounts})
    found = (read(one, what[one.key], cast, agencies) for one in accounts)
    return [reading for reading in found if reading is not None]


def _scored(readings: list[Reading], rarity: Rarity, refused: frozenset[Pair]) -> dict[Pair, Scored]:
    """Pairs that could belong to one group, with their scores."""
    scored: dict[Pair, Scored] = {}
    for at, other in candidates(readings):
        a, b = readings[at], readings[other]
        both = pair(a.account.key, b.account.key)
        one = score(a, b, rarity)
        floor = WITHIN_FLOOR if a.account.agency == b.account.agency else FLOOR
        if one.score >= floor and both not in refused:
            scored[both] = one
    return scored


def _suggestion(readings: Mapping[Key, Reading], both: Pair, one: Scored, mean: float, threshold: float) -> Suggestion:
    a, b = readings[both[0]], readings[both[1]]
    through_group = one.score < threshold
    return Suggestion(
        both[0],
        both[1],
        round(max(one.score, mean), 3),
        why(one, through_group),
        one.reasons,
        find(a, b, KINDS.get(one.kind), one.kinds),
    )
