"""Same-event linking against the same-day, fuzzy and tf-idf baselines, and how long it takes as a chronology grows.

Run: .venv/bin/python -m bench.linking [TRUTH.json ...] [--entries 1000 10000 100000]

Each case is scored by pairs: precision, recall and F1 of the links given, and of (pair, field) contradictions. The two
fuzzy baselines are given an advantage ours has not: their thresholds are tuned on each case's own truth. Cases "tried
on" were used while the rules were written; those "held out" were written before the rules and never looked into.
Limits: 10,000 entries in 20 s and 100,000 in 5 minutes of CPU, and no more than 1.4 times the time for each entry from
10,000 to 100,000.
"""

import argparse
import dataclasses
import json
import math
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz
from tests.domain.chronology.linking.cases import (
    beacon,
    copse,
    fernbank,
    harbour,
    larchfield,
    millrace,
    moorland,
    orchard,
    quarry,
    saltern,
    tannery,
)
from tests.domain.chronology.linking.cases.staging import Script, stage

from threadline.domain.chronology.linking import Account, Key, Pair, from_interchange, pair, suggest

TRIED = tuple(
    case.SCRIPT for case in (larchfield, fernbank, orchard, quarry, tannery, saltern, copse, harbour, moorland)
)
HELD_OUT = (millrace.SCRIPT, beacon.SCRIPT)
SECONDS = {10_000: 20.0, 100_000: 300.0}
GROWTH = 1.4
DRAWS = 3


@dataclasses.dataclass(frozen=True)
class Case:
    """A case with its truth, by the entries' keys."""

    name: str
    accounts: tuple[Account, ...]
    links: frozenset[Pair]
    contradictions: frozenset[tuple[Pair, str]]


@dataclasses.dataclass
class Count:
    """Pairs given, pairs true, and pairs both, over one case or several."""

    given: int = 0
    true: int = 0
    both: int = 0

    def add(self, given: Iterable[object], true: Iterable[object]) -> None:
        """Count one more case."""
        given, true = set(given), set(true)
        self.given, self.true, self.both = (
            self.given + len(given), self.true + len(true), self.both + len(given & true)
        )  # fmt: skip

    def __str__(self) -> str:
        precision, recall = self.both / max(self.given, 1), self.both / max(self.true, 1)
        f1 = 2 * precision * recall / (precision + recall) if self.both else 0.0
        return f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"


def staged(script: Script, draw: int) -> Case:
    """One draw of a script."""
    drawn = stage(script, draw)
    keys = {entry["id"]: from_interchange(entry).key for entry in drawn.entries}
    links = frozenset(pair(*(keys[end] for end in link)) for link in drawn.links)
    fields = frozenset((pair(*(keys[end] for end in link)), field) for link, field in drawn.contradictions)
    return Case(f"{script.name} {draw}", tuple(from_interchange(entry) for entry in drawn.entries), links, fields)


def sample(path: Path) -> Case:
    """A case whose truth is kept in a file."""
    truth = json.loads(path.read_text(encoding="utf-8"))
    keys = {entry["id"]: from_interchange(entry).key for entry in truth["entries"]}
    links = frozenset(pair(keys[a], keys[b]) for a, b, _ in truth["links"])
    fields = frozenset((pair(*(keys[end] for end in one["pair"])), one["field"]) for one in truth["contradictions"])
    return Case(path.parent.name, tuple(from_interchange(entry) for entry in truth["entries"]), links, fields)


def near(accounts: Sequence[Account], days: int) -> Iterable[tuple[Account, Account]]:
    """Pairs dated within so many days of each other."""
    dated = sorted((one for one in accounts if one.earliest and one.latest), key=lambda one: (one.earliest, one.key))
    for place, one in enumerate(dated):
        for at in range(place + 1, len(dated)):
            other = dated[at]
            if (other.earliest - one.latest).days > days:
                break
            yield one, other


def same_day(accounts: Sequence[Account]) -> dict[Pair, float]:
    """Every pair whose dates meet."""
    return {pair(one.key, other.key): 1.0 for one, other in near(accounts, 0)}


def token_set(accounts: Sequence[Account]) -> dict[Pair, float]:
    """How alike the words are, for pairs within a day."""
    return {pair(a.key, b.key): fuzz.token_set_ratio(a.text, b.text) for a, b in near(accounts, 1)}


def tf_idf(accounts: Sequence[Account]) -> dict[Pair, float]:
    """Cosine of the words weighted by rarity, for pairs within a day."""
    words = {one.key: Counter(re.findall(r"[a-z]+", one.text.lower())) for one in accounts}
    found = Counter(word for counts in words.values() for word in counts)
    weighed: dict[Key, dict[str, float]] = {}
    for key, counts in words.items():
        vector = {word: number * math.log(len(words) / found[word]) for word, number in counts.items()}
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        weighed[key] = {word: value / length for word, value in vector.items()}
    return {
        pair(a.key, b.key): sum(value * weighed[b.key].get(word, 0.0) for word, value in weighed[a.key].items())
        for a, b in near(accounts, 1)
    }


def tuned(scores: dict[Pair, float], links: frozenset[Pair]) -> set[Pair]:
    """The pairs above the threshold that gives the best F1 on the truth itself."""
    best, cut, hits = -1.0, math.inf, 0
    for given, (both, likely) in enumerate(sorted(scores.items(), key=lambda one: -one[1]), 1):
        hits += both in links
        f1 = 2 * hits / (given + len(links))
        if f1 > best:
            best, cut = f1, likely
    return {both for both, likely in scores.items() if likely >= cut}


def quality(title: str, cases: Sequence[Case]) -> None:
    """Print our figures and the baselines' over some cases."""
    counts: dict[str, Count] = defaultdict(Count)
    for case in cases:
        found = suggest(case.accounts)
        counts["Threadline, default threshold"].add(((one.a, one.b) for one in found), case.links)
        given = {((one.a, one.b), differs.field) for one in found for differs in one.contradictions}
        counts["  its contradictions"].add(given, case.contradictions)
        counts["same day"].add(same_day(case.accounts), case.links)
        counts["token_set, tuned on the truth"].add(tuned(token_set(case.accounts), case.links), case.links)
        counts["tf-idf cosine, tuned on the truth"].add(tuned(tf_idf(case.accounts), case.links), case.links)
    print(f"{title}: {len(cases)} cases, {sum(len(case.accounts) for case in cases)} entries")
    for name, count in counts.items():
        print(f"  {name:36} {count}")


def long_chronology(count: int) -> list[Account]:
    """So many entries at the density of a real case: draws of every script, one after another in time."""
    accounts: list[Account] = []
    scripts = (*TRIED, *HELD_OUT)
    for number in range(count):
        script = scripts[number % len(scripts)]
        first = date(1900, 1, 1) + timedelta(days=number * 140)
        for account in staged(script, number).accounts:
            file, _, row = account.key
            moved = first - script.first
            accounts.append(
                dataclasses.replace(
                    account,
                    key=(file, str(number), row),
                    earliest=account.earliest + moved,
                    latest=account.latest + moved,
                )
            )
        if len(accounts) >= count:
            break
    return accounts[:count]


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def speed(sizes: Sequence[int]) -> int:
    """Print the time for each size beside the baselines'; 1 where a limit is passed."""
    failed, each = 0, {}
    for size in sizes:
        accounts = long_chronology(size)
        ours = seconds(lambda accounts=accounts: suggest(accounts))
        beside = {
            "same day": seconds(lambda accounts=accounts: same_day(accounts)),
            "token_set": seconds(lambda accounts=accounts: token_set(accounts)),
            "tf-idf": seconds(lambda accounts=accounts: tf_idf(accounts)),
        }
        each[size] = ours / size
        failed |= ours > SECONDS.get(size, math.inf)
        others = ", ".join(f"{name} {taken:.1f} s" for name, taken in beside.items())
        print(f"{size:>7} entries: {ours:.1f} s of CPU, {1000 * each[size]:.2f} ms an entry ({others})")
    grown = [each[large] / each[small] for small, large in combinations(sorted(each), 2) if small >= 10_000]
    for ratio in grown:
        failed |= ratio > GROWTH
        print(f"time for each entry grew {ratio:.2f} times (limit {GROWTH})")
    return int(failed)


def main(arguments: argparse.Namespace) -> int:
    """Print quality, then speed; fail where a limit of speed is passed."""
    for path in arguments.truth:
        quality(f"Sample {path.parent.name}", [sample(path)])
    quality("Tried on", [staged(script, draw) for script in TRIED for draw in range(1, DRAWS + 1)])
    quality("Held out", [staged(script, draw) for script in HELD_OUT for draw in range(1, DRAWS + 1)])
    return speed(arguments.entries)


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("truth", nargs="*", type=Path, help="truth.json of sample cases")
    words.add_argument("--entries", nargs="+", type=int, default=[1_000, 10_000], help="sizes to time")
    sys.exit(main(words.parse_args()))
