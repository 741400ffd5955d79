"""Which stages of a review are open, closed or still to open, from where its requirements stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from graphlib import TopologicalSorter

from threadline.domain.framework.pack import Pack, Stage
from threadline.domain.framework.position import Position, Standing, Status

SETTLED = frozenset({Status.DONE, Status.WAIVED, Status.NOT_APPLICABLE})


class StageState(StrEnum):
    """Where a stage stands. UNKNOWN: none of what it closes on can be told yet, so it holds nothing up."""

    TO_OPEN = "to open"
    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "cannot be told yet"


@dataclass(frozen=True, slots=True)
class StageReading:
    """A stage's state, the requirements that keep it open, and a sentence."""

    id: str
    title: str
    state: StageState
    remaining: tuple[str, ...]
    sentence: str


def read_stages(pack: Pack, position: Position) -> tuple[StageReading, ...]:
    """Every stage of the pack, in its order.

    A stage closes when everything it closes on is done, waived or not applicable; what Threadline cannot tell yet does
    not keep it open. It opens when each stage it comes after is closed or cannot be told.
    """
    standings = {standing.requirement.id: standing for standing in position.standings}
    by_id = {stage.id: stage for stage in pack.stages}
    read: dict[str, StageReading] = {}
    for name in TopologicalSorter({stage.id: stage.after for stage in pack.stages}).static_order():
        read[name] = _read(by_id[name], standings, read)
    return tuple(read[stage.id] for stage in pack.stages)


def open_stages(readings: tuple[StageReading, ...]) -> frozenset[str]:
    """The stages whose requirements can be worked on: all but those still to open."""
    return frozenset(reading.id for reading in readings if reading.state is not StageState.TO_OPEN)


def _read(stage: Stage, standings: Mapping[str, Standing], read: Mapping[str, StageReading]) -> StageReading:
    waiting = [read[name].title for name in stage.after if read[name].state in (StageState.TO_OPEN, StageState.OPEN)]
    told = [name for name in stage.closes_on if standings[name].status is not Status.NOT_SUPPORTED]
    remaining = tuple(name for name in told if standings[name].status not in SETTLED)
    if waiting:
        words = " and ".join(f"“{title}”" for title in waiting)
        return StageReading(stage.id, stage.title, StageState.TO_OPEN, remaining, f"It opens when {words} is closed.")
    if not told:
        sentence = "Threadline cannot tell yet whether it is closed."
        return StageReading(stage.id, stage.title, StageState.UNKNOWN, (), sentence)
    if not remaining:
        return StageReading(stage.id, stage.title, StageState.CLOSED, (), stage.closes)
    sentence = f"It closes when these are settled: {', '.join(remaining)}."
    return StageReading(stage.id, stage.title, StageState.OPEN, remaining, sentence)
