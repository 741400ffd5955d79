"""Checks on what came of it: outcomes, reasons, routine, and whether anything good is told (20, 21, 23, 24)."""

from collections.abc import Iterator, Sequence

from threadline.domain.chronology.checks.cells import mark_of
from threadline.domain.chronology.checks.values import Finding, Line, Rules, Setting
from threadline.domain.chronology.checks.wordings import affirmed, found, has, own_words
from threadline.domain.chronology.entries import Meaning


def outcome_missing(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """20: a referral, disclosure, injury or missed appointment without what was done about it."""
    for line in lines:
        phrase = affirmed(line.text, rules.words["needs-outcome"])
        if not phrase or line.said(Meaning.ACTION, Meaning.DECISION):
            continue
        if not has(line.text, rules.words["outcomes"]):
            yield Finding("outcome-missing", (line.id,), f"What came of the “{phrase}”?", mark_of(line))


def decision_without_reason(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """21: a decision not to act, or to close, without the reason."""
    for line in lines:
        whole = own_words(f"{line.text} {line.said(Meaning.ACTION, Meaning.DECISION)}")
        phrase = found(whole, rules.words["decisions"])
        if phrase and not has(whole, rules.words["reasons"]):
            said = f"“{phrase}”: who decided that, and why?"
            yield Finding("decision-without-reason", (line.id,), said, mark_of(line))


def routine_flood(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """23: most of the rows are routine, which may hide what matters."""
    routine = [line for line in lines if has(line.text, rules.words["routine"])]
    share = round(100 * len(routine) / len(lines)) if lines else 0
    if len(lines) >= rules.limits["routine-rows"] and share >= rules.limits["routine-percent"]:
        said = (
            f"{len(routine)} of {len(lines)} rows ({share}%) are routine. Could they be summed up, "
            "so that what matters stands out?"
        )
        yield Finding("routine-flood", (routine[0].id, routine[-1].id), said, "whole")


def only_negatives(lines: Sequence[Line], setting: Setting, rules: Rules) -> Iterator[Finding]:
    """24: no row tells of a strength or of something that went well."""
    many = len(lines) >= rules.limits["only-negatives-rows"]
    if many and not any(has(line.text, rules.words["positives"]) for line in lines):
        said = f"None of {len(lines)} rows tells of a strength, or of something that went well. Was there nothing?"
        yield Finding("only-negatives", (), said, "whole")
