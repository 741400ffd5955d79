"""The order of the acts about a referral, from the answers to the decision: what may be done now, and why not (2.1.a).

Every function gives the sentence that refuses an act, "" where it may be done.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from threadline.domain.threshold.decisions import Option, choices
from threadline.domain.threshold.weighing import Reading

COMMISSION, ASK = "commission", "ask"


@dataclass(frozen=True, slots=True)
class Case:
    """Where a referral stands.

    `recommended` and `decided` are the options recommended and finally decided on the present answers, "" for none;
    `review_is_open` says whether a review was opened from the referral; `decides_here` whether this Board may decide.
    """

    reading: Reading
    recommended: str = ""
    decided: str = ""
    review_is_open: bool = False
    decides_here: bool = True


def no_answer(case: Case) -> str:
    """Why the answers may not be changed."""
    if case.decided:
        return (
            "The Chair has decided on these answers, so they stay as they are. "
            "To change them, take the test up again and say why."
        )
    return ""


def no_new_round(case: Case) -> str:
    """Why the test may not be taken up again."""
    return "" if case.decided else "The Chair has not decided on these answers yet. Change the answers as they stand."


def no_recommendation(case: Case, option: str, options: Iterable[Option]) -> str:
    """Why this may not be recommended."""
    if case.decided:
        return "The Chair has decided on these answers already. Take the test up again to recommend something else."
    return _not_open(case, option, options)


def no_decision(case: Case, option: str, options: Iterable[Option]) -> str:
    """Why this may not be decided."""
    if case.decided:
        return "The decision on these answers is recorded already. Take the test up again before deciding anew."
    if not case.decides_here:
        return (
            "The child does not normally live in this Board's area, so that area's Board decides. "
            "Pass the referral on, or record why the two Boards agree that this one leads."
        )
    refused = _not_open(case, option, options)
    if refused or option == ASK:
        return refused
    if not case.recommended:
        return "The threshold meeting's recommendation comes first: record it, with who took part."
    if case.review_is_open and option != COMMISSION:
        return "A review is open from this referral. It goes on until the Board ends it; the referral cannot undo it."
    return ""


def _not_open(case: Case, option: str, options: Iterable[Option]) -> str:
    found = next((choice for choice in choices(case.reading, options) if choice.id == option), None)
    if found is None:
        return "Choose one of the decisions that the framework offers."
    if not found.is_open:
        return found.why_not
    if option != ASK and case.reading.without_evidence:
        return "Say first what shows each answer of yes or no: " + " ".join(_bare(case.reading))
    return ""


def _bare(reading: Reading) -> list[str]:
    return [each for each in reading.sentences if each.startswith("Say what shows it")]


def not_then(decided_on: date, *, received_on: date, today: date) -> str:
    """Why a decision cannot be of that day."""
    if decided_on > today:
        return "The day of the decision cannot lie ahead."
    if decided_on < received_on:
        return "The decision cannot be earlier than the day on which the Board was told of the incident."
    return ""
