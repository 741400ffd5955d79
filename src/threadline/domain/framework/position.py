"""A review's position: every requirement's standing, with counts, filters and a headline (W.b)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from threadline.domain.framework.pack import Concerns, Requirement


class Status(StrEnum):
    """Where a requirement stands, in the words of the task list."""

    DONE = "done"
    DUE = "due"
    LATE = "late"
    HELD = "held"
    WAIVED = "waived"
    NOT_APPLICABLE = "not applicable"
    NOT_SUPPORTED = "not yet supported"


@dataclass(frozen=True, slots=True)
class Standing:
    """One requirement's standing: status, sentences saying why, due day, days late, where it is done.

    `can_start` is False while its stage has not opened.
    """

    requirement: Requirement
    status: Status
    why: tuple[str, ...]
    due: date | None
    days_late: int
    link: str
    can_start: bool


@dataclass(frozen=True, slots=True)
class Position:
    """Every standing, in the order of the pack. `spare` are checks answered that no requirement asks for."""

    standings: tuple[Standing, ...]
    spare: tuple[str, ...] = ()

    def counts(self) -> Mapping[Status, int]:
        """How many requirements have each status, in the order of the statuses; none left out."""
        return MappingProxyType({status: sum(s.status is status for s in self.standings) for status in Status})

    def only(
        self,
        *,
        roles: Iterable[str] | None = None,
        status: Iterable[Status] | None = None,
        stage: str | None = None,
        concerns: Concerns | None = None,
    ) -> "Position":
        """The standings that match all that is asked: the role that does it, status, stage, whose concern it is."""
        wanted_roles = None if roles is None else frozenset(roles)
        wanted = None if status is None else frozenset(status)
        kept = (
            standing
            for standing in self.standings
            if (wanted_roles is None or standing.requirement.role in wanted_roles)
            and (wanted is None or standing.status in wanted)
            and (stage is None or standing.requirement.stage == stage)
            and (concerns is None or standing.requirement.concerns is concerns)
        )
        return Position(tuple(kept), self.spare)

    def by_urgency(self) -> tuple[Standing, ...]:
        """What is still to be done: the latest first, then by due day, what has none last."""
        still = (s for s in self.standings if s.status in (Status.LATE, Status.DUE, Status.HELD))
        return tuple(sorted(still, key=lambda s: (-s.days_late, s.due or date.max)))

    @property
    def headline(self) -> str:
        """The whole in a sentence or two: what is done of how many, what is late, held, waived or not supported."""
        counts = self.counts()
        total = len(self.standings)
        done = counts[Status.DONE]
        said = [f"{done} of {total} requirements {'is' if done == 1 else 'are'} done"]
        for status in (Status.LATE, Status.HELD, Status.DUE, Status.WAIVED, Status.NOT_APPLICABLE):
            if counts[status]:
                said.append(f"{counts[status]} {status.value}")
        unsupported = counts[Status.NOT_SUPPORTED]
        honest = f" Threadline cannot tell yet about {unsupported}." if unsupported else ""
        return f"{', '.join(said)}.{honest}"
