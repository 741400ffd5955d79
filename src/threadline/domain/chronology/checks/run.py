"""The thirty checks by name, and all of them run over one agency's rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from threadline.domain.chronology.checks import (
    abbreviations,
    cells,
    outcomes,
    persons,
    repeats,
    residue,
    silence,
    wording,
)
from threadline.domain.chronology.checks.values import Finding, Line, Rules, Setting

Check = Callable[[Sequence[Line], Setting, Rules], Iterator[Finding]]

CHECKS: Final[Mapping[str, Check]] = MappingProxyType(
    {
        "missing-parts": cells.missing_parts,
        "vague-source": cells.vague_source,
        "outside-period": cells.outside_period,
        "doubt-hidden": cells.doubt_hidden,
        "out-of-order": cells.out_of_order,
        "weekday-wrong": cells.weekday_wrong,
        "late-entry": cells.late_entry,
        "recorded-before": cells.recorded_before,
        "silence": silence.silence,
        "silence-unexplained": silence.silence_unexplained,
        "abbreviation": abbreviations.unlisted,
        "initials-only": persons.initials_only,
        "worker-without-role": persons.worker_without_role,
        "child-seen": persons.child_seen,
        "child-voice": persons.child_voice,
        "child-left-out": persons.child_left_out,
        "opinion": wording.opinion,
        "hearsay": wording.hearsay,
        "hindsight": wording.hindsight,
        "outcome-missing": outcomes.outcome_missing,
        "decision-without-reason": outcomes.decision_without_reason,
        "copied": repeats.copied,
        "routine-flood": outcomes.routine_flood,
        "only-negatives": outcomes.only_negatives,
        "accounts-differ": repeats.accounts_differ,
        "identity-left": residue.identity_left,
        "births-disagree": residue.births_disagree,
        "loaded-words": wording.loaded,
        "columns-left-out": repeats.columns_left_out,
        "starts-late": silence.starts_late,
    }
)
"""Every check, in the order of the field's list, by the name under which the method words it."""

OF_THE_WHOLE: Final = frozenset(
    (
        "silence", "silence-unexplained", "child-left-out", "routine-flood", "only-negatives", "births-disagree",
        "columns-left-out", "starts-late",
    )
)  # fmt: skip
"""The checks that look at a timeline as a whole: one row being typed says nothing to them."""


def ask(lines: Sequence[Line], setting: Setting, rules: Rules) -> list[Finding]:
    """Everything that may be asked of one agency about its rows, which come in order of time."""
    return [finding for check in CHECKS.values() for finding in check(lines, setting, rules)]
