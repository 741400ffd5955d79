"""Why a pair is offered, in a sentence or two that a person can agree or disagree with."""

from threadline.domain.chronology.linking.reasons import Reason
from threadline.domain.chronology.linking.scoring import Scored

_SAID = ("told_by", "told", "together", "named", "same_source")
_SHARED = {
    "details": "Both speak of",
    "words": "Words in common:",
    "figures": "Figures in common:",
    "reference": "Both give the reference",
}
_AGAINST = {
    "other_person": "each may be about another person",
    "other_complaint": "the complaints differ",
    "routine": "it is ordinary business",
    "graver": "one may be a lesser matter than the other",
    "days_apart": "they are on different days",
    "loose": "both describe it loosely",
    "date_unsure": "a date is not sure",
    "time": "the times are hours apart",
}


def why(scored: Scored, through_group: bool) -> str:
    """The reasons in words: what both record, when, who told whom, what they share, and what speaks against.

    `through_group` says that the pair is offered because both fit the other accounts of a group better than each other.
    """
    by_code: dict[str, list[Reason]] = {}
    for reason in scored.reasons:
        by_code.setdefault(reason.code, []).append(reason)
    sentences = [_opening(by_code)]
    sentences += [f"{reason.words[0].upper()}{reason.words[1:]}." for code in _SAID for reason in by_code.get(code, ())]
    sentences += [f"{words} {reason.words}." for code, words in _SHARED.items() for reason in by_code.get(code, ())]
    sentences += [f"{reason.words[0].upper()}{reason.words[1:]}." for reason in by_code.get("person", ())]
    if "alike" in by_code:
        sentences.append("The wording is alike.")
    against = [words for code, words in _AGAINST.items() if any(one.points < 0 for one in by_code.get(code, ()))]
    if against:
        sentences.append(f"But {' and '.join(against)}.")
    if through_group:
        sentences.append("Both fit the other accounts of the same event.")
    return " ".join(sentences)


def _opening(by_code: dict[str, list[Reason]]) -> str:
    kinds = [reason.words for reason in by_code.get("kind", ())]
    apart = by_code["date"][0].words if "date" in by_code else ""
    near = " and within half an hour" if any(one.points > 0 for one in by_code.get("time", ())) else ""
    what = f"Both may record {kinds[0]}" if kinds else "Both may record one event"
    return f"{what}, {apart}{near}." if apart else f"{what}."
