"""How rare a word is among the entries of its time: what everybody writes that year says nothing of a pair."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from threadline.domain.chronology.linking.reading import Reading

_BLOCK = 365
"""Days over which words are counted. Entries of other years change nothing."""


class Rarity:
    """Rarity of words by the time they are written: 0 for a word in every entry of its year, 1 for a word in one."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._entries: Counter[int] = Counter(_block(reading) for reading in readings)
        self._words: dict[int, Counter[str]] = defaultdict(Counter)
        for reading in readings:
            self._words[_block(reading)].update(reading.stems)

    def of(self, stem: str, a: Reading, b: Reading) -> float:
        """How rare a word is when these two are written: by whichever's year it is commoner in."""
        return min(self._in(stem, block) for block in {_block(a), _block(b)})

    def _in(self, stem: str, block: int) -> float:
        entries, count = self._entries[block], self._words[block][stem]
        return math.log(entries / count) / math.log(entries) if entries > 1 else 1.0


def _block(reading: Reading) -> int:
    return reading.first // _BLOCK
