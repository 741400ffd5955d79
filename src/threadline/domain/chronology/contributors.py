"""Which of the agencies asked for a timeline a file is from, by the name it goes by. A person confirms it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from threadline.domain.chronology.linking.lexicon.agencies import MENTIONS, NAMES

SURE = 0.6
CLEAR_BY = 0.15
_WORD = re.compile(r"[a-z0-9&]+")
_PLAIN = str.maketrans({"’": "'", "-": " ", "_": " "})
_SAYS_NOTHING = frozenset(("the", "of", "and", "for", "in", "s", "service", "services", "agency", "team", "department"))
_SHORT_BUT_SURE = frozenset(("hv", "gp", "ed", "yot", "yos", "csc"))


@dataclass(frozen=True, slots=True)
class Match:
    """The place of the likeliest name in the list, how sure (0 to 1), and whether it stands clear of the others."""

    index: int
    score: float
    clear: bool


def match(named: str, names: Sequence[str]) -> Match | None:
    """Compare what a file calls its agency with the names of those asked; None when nothing speaks for any of them.

    Three things speak for an agency: words of its own name that few others have, the kind of agency ("HV" is health
    visiting), and its initials. A match is `clear` at a score of `SURE` or more that no other name comes near.
    """
    scores = [_score(named, name, names) for name in names]
    if not scores or max(scores) <= 0:
        return None
    best = max(range(len(scores)), key=scores.__getitem__)
    runner_up = max((score for place, score in enumerate(scores) if place != best), default=0.0)
    return Match(best, round(scores[best], 2), scores[best] >= SURE and scores[best] - runner_up >= CLEAR_BY)


def _score(named: str, name: str, names: Sequence[str]) -> float:
    if _plain(named) == _plain(name):
        return 1.0
    parts = (_by_words(named, name, names), _by_kind(named, name, names), _by_initials(named, name, names))
    best = max(parts)
    return min(0.95, best + 0.15 * (sum(part > 0 for part in parts) - 1)) if best else 0.0


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold().translate(_PLAIN).replace("'", "")))


def _words(text: str) -> frozenset[str]:
    return frozenset(_plain(text).split()) - _SAYS_NOTHING


def _by_words(named: str, name: str, names: Sequence[str]) -> float:
    """The share of the shorter name's weight that both have; a word of several agencies weighs less."""
    ours, theirs = _words(named), _words(name)
    others = [_words(each) for each in names]
    weight = {word: 1 / max(1, sum(word in each for each in others)) for word in ours | theirs}
    shared = sum(weight[word] for word in ours & theirs)
    whole = min(sum(weight[word] for word in ours), sum(weight[word] for word in theirs))
    return 0.9 * shared / whole if whole and shared > 0.5 else 0.0


def _by_kind(named: str, name: str, names: Sequence[str]) -> float:
    """0.65 where this is the only agency of the kind the file names, less where several are."""
    kinds = _kinds(named, mentions=True)
    if not kinds & _kinds(name):
        return 0.0
    return 0.65 / sum(bool(kinds & _kinds(each)) for each in names)


def _by_initials(named: str, name: str, names: Sequence[str]) -> float:
    letters = [word for word in named.split() if word.isupper() and len(word) > 2]
    holding = [each for each in names if any(word.casefold() in _initials(each) for word in letters)]
    return 0.7 / len(holding) if name in holding else 0.0


def _initials(name: str) -> str:
    return "".join(word[0] for word in _plain(name).split() if word not in ("of", "and", "the", "for"))


def _kinds(name: str, *, mentions: bool = False) -> frozenset[str]:
    """What an agency's name shows it to be; with `mentions`, what a word for its staff or its records shows as well."""
    text = f" {_plain(name)} "
    found = {kind for kind, phrases in NAMES.items() if any(f" {_plain(phrase)} " in text for phrase in phrases)}
    if mentions and not found:
        telling = {
            kind: [p for p in phrases if len(p) > 3 or p in _SHORT_BUT_SURE] for kind, phrases in MENTIONS.items()
        }
        found = {kind for kind, phrases in telling.items() if any(f" {_plain(phrase)} " in text for phrase in phrases)}
    return frozenset(found)
