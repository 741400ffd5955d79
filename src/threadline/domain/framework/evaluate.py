"""Where a review stands against every requirement of its pack, each with sentences saying why (W.b).

A row that is met is done; one that has been waived by a role that may, with a reason, is waived; one whose check is not
built yet is said to be not yet supported, never due. Otherwise a hold that stops its acts makes it held, a passed date
makes it late, and the rest is due.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from threadline.domain.dates.working_days import count, in_words
from threadline.domain.framework.holding import ActiveHold
from threadline.domain.framework.outcome import Outcome, Verdict
from threadline.domain.framework.pack import Pack, Requirement, Weight
from threadline.domain.framework.position import Position, Standing, Status
from threadline.domain.framework.registry import ACTS
from threadline.domain.framework.stages import SETTLED


@dataclass(frozen=True, slots=True)
class Waiver:
    """A requirement set aside: by a role, with a reason, on a day."""

    requirement: str
    role: str
    reason: str
    on: date


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a review's standing depends on besides the checks.

    `dates` are the days of the milestones that have one; `open_stages` those that have opened, None where all have.
    """

    today: date
    dates: Mapping[str, date]
    holds: tuple[ActiveHold, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    open_stages: frozenset[str] | None = None


def evaluate(pack: Pack, outcomes: Mapping[str, Outcome], circumstances: Circumstances) -> Position:
    """The standing of every requirement of the pack, in its order. `outcomes` are by the name of the check."""
    standings = tuple(_standing(requirement, pack, outcomes, circumstances) for requirement in pack.requirements)
    used = {requirement.check for requirement in pack.requirements}
    return Position(standings, tuple(sorted(outcomes.keys() - used)))


def _standing(
    requirement: Requirement, pack: Pack, outcomes: Mapping[str, Outcome], circumstances: Circumstances
) -> Standing:
    outcome = outcomes.get(requirement.check)
    due = circumstances.dates.get(requirement.by)
    status, why = _status(requirement, pack, outcome, due, circumstances)
    late = (circumstances.today - due).days if status is Status.LATE and due else 0
    opened = circumstances.open_stages is None or requirement.stage in circumstances.open_stages
    return Standing(requirement, status, why, due, late, outcome.link if outcome else "", opened)


def _status(
    requirement: Requirement, pack: Pack, outcome: Outcome | None, due: date | None, circumstances: Circumstances
) -> tuple[Status, tuple[str, ...]]:
    waived, refused = _waivers(requirement, pack, circumstances.waivers)
    if outcome and outcome.verdict is Verdict.MET:
        done = f"Done on {in_words(outcome.on)}." if outcome.on else "Done."
        return Status.DONE, (done, *outcome.reasons)
    if waived:
        return Status.WAIVED, (waived, *refused)
    if outcome is None:
        return Status.NOT_SUPPORTED, (
            "Threadline cannot tell yet whether this is done. Keep your own record of it.",
            *refused,
        )
    if outcome.verdict is Verdict.NOT_APPLICABLE:
        return Status.NOT_APPLICABLE, outcome.reasons
    return _open(requirement, pack, outcome, due, circumstances, refused)


def _open(
    requirement: Requirement,
    pack: Pack,
    outcome: Outcome,
    due: date | None,
    circumstances: Circumstances,
    refused: tuple[str, ...],
) -> tuple[Status, tuple[str, ...]]:
    """The status of what is neither done, waived, unsupported nor beside the point."""
    late = (circumstances.today - due).days if due else 0
    when = _when(requirement, pack, due, late, circumstances)
    held = _held(requirement, circumstances.holds)
    status = Status.HELD if held else Status.LATE if late > 0 else Status.DUE
    return status, (*held, when, *outcome.reasons, *refused)


def _when(requirement: Requirement, pack: Pack, due: date | None, late: int, circumstances: Circumstances) -> str:
    if due and late > 0:
        return f"It was due on {in_words(due)}, {count(late, 'day')} ago."
    opens = circumstances.open_stages
    if opens is not None and requirement.stage not in opens:
        return f"It can start when “{pack.stage_title(requirement.stage)}” opens."
    if due:
        return "It is due today." if not late else f"Due on {in_words(due)}."
    milestone = next((m.title for m in pack.timetable.milestones if m.id == requirement.by), "")
    return f"Due by “{milestone}”, which has no date yet." if milestone else "It has no date of its own."


def _held(requirement: Requirement, holds: Iterable[ActiveHold]) -> tuple[str, ...]:
    said = []
    for hold in sorted(holds, key=lambda hold: (hold.since, hold.sentence)):
        stopped = [ACTS.get(act, act) for act in requirement.acts if act in hold.acts]
        if stopped:
            said.append(f"Held since {in_words(hold.since)} ({', '.join(stopped)}). {hold.sentence}")
    return tuple(said)


def _waivers(requirement: Requirement, pack: Pack, waivers: Iterable[Waiver]) -> tuple[str, tuple[str, ...]]:
    """The sentence of the waiver that counts, "" where none does; and one for each that does not."""
    refused = []
    for waiver in (waiver for waiver in waivers if waiver.requirement == requirement.id):
        by = pack.role_title(waiver.role)
        if waiver.role not in requirement.waivable_by:
            refused.append(f"A waiver by the {by} does not count: {_who_may(requirement, pack)}")
        elif not waiver.reason.strip():
            refused.append(f"A waiver by the {by} does not count: it has no reason.")
        else:
            return f"Waived by the {by} on {in_words(waiver.on)}: {waiver.reason.strip()}", tuple(refused)
    return "", tuple(refused)


def _who_may(requirement: Requirement, pack: Pack) -> str:
    titles = [pack.role_title(role) for role in requirement.waivable_by]
    return f"only {' or '.join(titles)} may waive this." if titles else "this may not be waived."


def blocking(position: Position, stage: str) -> tuple[Standing, ...]:
    """What keeps a stage from closing: its requirements that must be met and are neither done, waived nor beside it."""
    return tuple(
        standing
        for standing in position.standings
        if standing.requirement.stage == stage
        and standing.requirement.weight is Weight.MUST
        and standing.status not in SETTLED
    )
