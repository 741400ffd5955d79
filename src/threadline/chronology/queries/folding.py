"""Runs of like routine entries folded into one line that counts them; nothing is left out, and all opens at a click."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from threadline.chronology.queries.timeline import Day
from threadline.ui.timeline import Silence
from threadline.ui.words import plural


@dataclass(frozen=True, slots=True)
class Run:
    """Days on which nothing but like routine entries of one agency stand: folded, and counted."""

    kind = "run"
    words: str
    days: tuple[Day, ...]


def folded(items: Iterable[Day | Silence], *, least: int) -> Iterator[Day | Silence | Run]:
    """The items of a page with each run of at least `least` like routine entries folded."""
    for alike, group in groupby(items, key=_routine):
        several = list(group)
        days = tuple(each for each in several if isinstance(each, Day))
        count = sum(len(each.entries) for each in days)
        if alike and count >= least:
            yield Run(_words(days, count, alike), days)
        else:
            yield from several


def _routine(item: Day | Silence) -> tuple[str, str] | None:
    """The agency and the kind of routine of a day that has nothing else; None for anything else."""
    if not isinstance(item, Day) or not all(each.foldable for each in item.entries):
        return None
    kinds = {(each.agency, each.routine) for each in item.entries}
    return kinds.pop() if len(kinds) == 1 else None


def _words(days: Sequence[Day], count: int, alike: tuple[str, str]) -> str:
    first, last = days[0].heading, days[-1].heading
    when = first if len(days) == 1 else f"{first} to {last}"
    agency, routine = alike
    return f"{plural(count, 'routine entry', 'routine entries')} of {agency} (“{routine}”), {when}"
