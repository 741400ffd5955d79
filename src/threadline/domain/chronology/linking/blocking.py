"""Which pairs are worth scoring: entries near in time that share a kind of event, name each other's agency, or share
rare words.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from threadline.domain.chronology.linking.closeness import REACH, WITHOUT_A_KIND, days_between
from threadline.domain.chronology.linking.lexicon.kind import Kind
from threadline.domain.chronology.linking.reading import Reading
from threadline.domain.chronology.linking.vocabulary import KINDS

_LONGEST_SPAN = 31  # days: an entry dated less closely than to a month is compared with nothing
_CROWD = 12  # a word found in more entries than this within its reach is not rare


def candidates(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """Index pairs to score, each once, the lesser index first."""
    seen: set[tuple[int, int]] = set()
    blocks: dict[str, list[int]] = defaultdict(list)
    words: dict[str, list[int]] = defaultdict(list)
    ordered = sorted(range(len(readings)), key=lambda at: (readings[at].first, readings[at].account.key))
    for at in ordered:
        if readings[at].last - readings[at].first > _LONGEST_SPAN:
            continue
        for name in _blocks_of(readings[at]):
            blocks[name].append(at)
        for stem in readings[at].stems:
            words[stem].append(at)
    for name in sorted(blocks):
        yield from _near(readings, blocks[name], _reach(KINDS.get(name)), seen, 0)
    for stem in sorted(words):
        yield from _near(readings, words[stem], WITHOUT_A_KIND, seen, _CROWD)


def _reach(kind: Kind | None) -> int:
    return min(kind.lag, REACH) if kind else WITHOUT_A_KIND


def _blocks_of(reading: Reading) -> set[str]:
    names = set(reading.kinds)
    for name in reading.kinds:
        names.update(KINDS[name].fits)
    return names


def _near(
    readings: Sequence[Reading], block: list[int], reach: int, seen: set[tuple[int, int]], crowd: int
) -> Iterator[tuple[int, int]]:
    """Pairs of a block, sorted by first day, no further apart than its reach; of a crowded stretch of words, none."""
    for place, at in enumerate(block):
        near = []
        for later in range(place + 1, len(block)):
            other = block[later]
            if readings[other].first > readings[at].last + reach:
                break
            near.append(other)
        if crowd and len(near) > crowd:
            continue
        for other in near:
            both = (at, other) if at < other else (other, at)
            if both not in seen and days_between(readings[at], readings[other]) <= reach:
                seen.add(both)
                yield both
