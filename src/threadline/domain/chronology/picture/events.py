"""What a picture of the chronology is drawn from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Event:
    """An entry: the lane it is in, the first and last day on which it can have been, and whether it is a key event.

    `key` is 0 for none, 1 for one proposed, 2 for one confirmed. `anchor` leads to it and `words` name it, where
    events are drawn one by one.
    """

    lane: str
    first: date
    last: date
    key: int = 0
    anchor: str = ""
    words: str = ""

    @property
    def uncertain(self) -> bool:
        """Whether the day is not known exactly."""
        return self.first != self.last


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its key, its title, and its colour, 1 to 16. `family` sets the family's own life apart."""

    key: str
    title: str
    colour: int = 1
    family: bool = False


@dataclass(frozen=True, slots=True)
class Child:
    """A child whose age runs along the top."""

    name: str
    born: date


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything in the picture. `first` and `last` are the stretch shown; `period` is the period under review."""

    lanes: tuple[Lane, ...]
    events: tuple[Event, ...]
    first: date
    last: date
    period: tuple[date, date]
    children: tuple[Child, ...] = ()

    @property
    def days(self) -> int:
        """How many days are shown."""
        return (self.last - self.first).days + 1

    def shown(self) -> list[Event]:
        """The events of the stretch, in order of their first day."""
        inside = [one for one in self.events if one.last >= self.first and one.first <= self.last]
        return sorted(inside, key=lambda one: (one.first, one.last, one.lane, one.anchor))


GAP = timedelta(days=28)


def gaps(events: list[Event], first: date, last: date) -> Iterator[tuple[date, date]]:
    """The stretches of four weeks or more in which none of the events, in order of their first day, can have been."""
    free = first
    for one in events:
        if one.first - free >= GAP:
            yield free, one.first - timedelta(days=1)
        free = max(free, one.last + timedelta(days=1))
    if last - free >= GAP - timedelta(days=1):
        yield free, last
