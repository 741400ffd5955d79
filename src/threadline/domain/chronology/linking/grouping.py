"""Groups of entries that are one event.

Complete link: every two of a group fit each other, so a chain does not grow. Best mean first: an entry that could
belong to two events goes to the one whose entries it fits better as a whole.
"""

import heapq
from collections.abc import Mapping

from threadline.domain.chronology.linking.account import Key, Pair

FLOOR = 0.1
"""A group never holds two entries less likely than this to be one event, whatever speaks for them otherwise."""

WITHIN_FLOOR = 0.4
"""The same for two entries of one agency: it seldom writes of one event twice."""

_Queue = list[tuple[float, Key, Key, int, int]]


class _Groups:
    """Groups as they grow, each known by its least key; between two of them the sum of the likelihoods of all their
    pairs.
    """

    def __init__(self, scores: Mapping[Pair, float]) -> None:
        self.members: dict[Key, list[Key]] = {}
        self.between: dict[Key, dict[Key, float]] = {}
        for (a, b), likely in scores.items():
            if likely >= FLOOR:
                self.members.setdefault(a, [a])
                self.members.setdefault(b, [b])
                self.between.setdefault(a, {})[b] = likely
                self.between.setdefault(b, {})[a] = likely

    def mean(self, a: Key, b: Key) -> float:
        return self.between[a][b] / (len(self.members[a]) * len(self.members[b]))

    def entry(self, a: Key, b: Key) -> tuple[float, Key, Key, int, int]:
        a, b = (a, b) if a < b else (b, a)
        return (-round(self.mean(a, b), 9), a, b, len(self.members[a]), len(self.members[b]))

    def stands(self, found: tuple[float, Key, Key, int, int]) -> bool:
        """Whether what was put in the queue is still so: both groups there, neither grown since."""
        _, a, b, size_a, size_b = found
        return (
            len(self.members.get(a, ())) == size_a and len(self.members.get(b, ())) == size_b and b in self.between[a]
        )

    def join(self, a: Key, b: Key) -> list[Key]:
        """Join the second group to the first; return the groups that both still fit with."""
        left, right = self.between[a], self.between.pop(b)
        self.members[a] = self.members[a] + self.members.pop(b)
        common = [c for c in left if c != b and c in right]
        for c in set(left) | set(right):
            if c in (a, b):
                continue
            self.between[c].pop(b, None)
            if c in left and c in right:
                left[c] = self.between[c][a] = left[c] + right[c]
            else:
                left.pop(c, None)
                self.between[c].pop(a, None)
        left.pop(b)
        return common


def group(scores: Mapping[Pair, float], threshold: float) -> tuple[tuple[Key, ...], ...]:
    """Groups of two or more entries, each sorted, in order of their first key.

    Two groups join where every cross pair reaches the floor and their mean reaches the threshold; the best mean goes
    first.
    """
    groups = _Groups(scores)
    queue: _Queue = [groups.entry(a, b) for (a, b), likely in scores.items() if likely >= max(threshold, FLOOR)]
    heapq.heapify(queue)
    while queue:
        found = heapq.heappop(queue)
        if not groups.stands(found):
            continue
        _, a, b, _, _ = found
        for c in groups.join(a, b):
            if groups.mean(a, c) >= threshold:
                heapq.heappush(queue, groups.entry(a, c))
    return tuple(sorted(tuple(sorted(some)) for some in groups.members.values() if len(some) > 1))
