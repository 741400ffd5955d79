"""Suggestions that entries of several agencies record one event: questions for a person, never links by themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from threadline.domain.chronology.linking.account import Account, Key, Pair, pair
from threadline.domain.chronology.linking.blocking import candidates, rarity
from threadline.domain.chronology.linking.cast import read_cast
from threadline.domain.chronology.linking.contradictions import find
from threadline.domain.chronology.linking.grouping import FLOOR, WITHIN_FLOOR, group
from threadline.domain.chronology.linking.reading import Reading, agency_phrases, read, what_it_is
from threadline.domain.chronology.linking.vocabulary import KINDS
from threadline.domain.chronology.linking.scoring import Reason, Scored, Weights, score

DEFAULT = 0.5

@dataclass(frozen=True, slots=True)
class Suggestion:
    a: Key
    b: Key
    score: float
    why: str
    reasons: tuple[Reason, ...]
    contradictions: tuple = ()


def read_all(accounts: Iterable[Account]) -> list[Reading]:
    entries = sorted(accounts, key=lambda account: account.key)
    owns = {account.key: what_it_is(account.agency, account.key[0]) for account in entries}
    cast = read_cast(((owns[account.key], account.text) for account in entries), {account.agency for account in entries})
    agencies = agency_phrases({(account.agency, owns[account.key]) for account in entries})
    found = (read(account, owns[account.key], cast, agencies) for account in entries)
    return [reading for reading in found if reading is not None]


def suggest(accounts, *, threshold=DEFAULT, refused=frozenset()):
    readings = read_all(accounts)
    weights = Weights(rarity(readings))
    scored = {}
    for i, j in candidates(readings):
        both = pair(readings[i].account.key, readings[j].account.key)
        s = score(readings[i], readings[j], weights)
        if s.score >= (WITHIN_FLOOR if readings[i].account.agency==readings[j].account.agency else FLOOR) and both not in refused:
            scored[both] = s
    groups = group({k: s.score for k, s in scored.items()}, threshold)
    out = []
    for g in groups:
        for a, b in combinations(g, 2):
            s = scored[pair(a, b)]
            by = {r.account.key: r for r in (readings)} if not out else by
            out.append(Suggestion(a, b, max(threshold, s.score), "", s.reasons, find(by[a], by[b], KINDS.get(s.kind), s.kinds)))
    return out
