"""The timetable and the clocks."""

from dataclasses import dataclass

from threadline.domain.dates.working_days import Length


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane of the timetable's picture."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """A milestone of the timetable, `gap` after the last of `after`, or no later than `gap` before `before`.

    `meeting` is the kind of meeting that reaches it by being held, `decision` the decision that does by being agreed.
    """

    id: str
    title: str
    lane: str
    role: str
    after: tuple[str, ...]
    before: str
    gap: Length
    slack: int
    source: str
    doubt: str
    meeting: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Timetable:
    """Lanes and milestones; `finish` is the one held against the line of the clock `line`."""

    says: str
    lanes: tuple[Lane, ...]
    milestones: tuple[Milestone, ...]
    finish: str
    line: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A duty with its time.

    `kind` is "within" (done within `length` of its start), "before" (done at least `length` before what it leads to) or
    "keep" (kept up for `length`). `starts` and `met_by` complete "when …"; `must` is False for an aim.
    """

    id: str
    title: str
    duty: str
    kind: str
    starts: str
    met_by: str
    length: Length
    must: bool
    pausable: bool
    role: str
    source: str
    cites: str
    doubt: str
