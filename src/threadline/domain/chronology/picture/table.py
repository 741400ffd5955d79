"""The same facts as a table: how much each lane holds in each month or year, and its key events."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from threadline.domain.chronology.picture.events import Event, Scene

MONTHS = 26
"""Up to so many months a row each; beyond, a row is a year."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many entries a lane has in a period, how many of them with an uncertain date, and how many key events."""

    entries: int
    uncertain: int
    key: int


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year: its title, its first day, and a cell for each lane in order."""

    title: str
    begins: date
    cells: tuple[Cell, ...]


def periods(scene: Scene) -> tuple[Period, ...]:
    """The rows of the table, months where the stretch is short and years where it is long. An event counts once, in
    the period in which it can first have been.
    """
    monthly = (scene.last.year - scene.first.year) * 12 + scene.last.month - scene.first.month < MONTHS
    found: defaultdict[date, dict[str, Counter[str]]] = defaultdict(dict)
    for one in scene.shown():
        day = max(one.first, scene.first)
        begins = date(day.year, day.month if monthly else 1, 1)
        counts = found[begins].setdefault(one.lane, Counter())
        counts.update(_marks(one))
    return tuple(
        Period(
            f"{begins:%B} {begins.year}" if monthly else str(begins.year),
            begins,
            tuple(_cell(found[begins].get(lane.key, Counter())) for lane in scene.lanes),
        )
        for begins in sorted(found)
    )


def _marks(one: Event) -> list[str]:
    return ["entries", *(["uncertain"] if one.uncertain else []), *(["key"] if one.key else [])]


def _cell(counts: Counter[str]) -> Cell:
    return Cell(counts["entries"], counts["uncertain"], counts["key"])
