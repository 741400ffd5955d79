"""The lexicon made ready: every phrase of it in one pass over an entry, and the cues by which a kind of event is
known.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from threadline.domain.chronology.linking.lexicon import agencies, details, persons, telling
from threadline.domain.chronology.linking.lexicon.crises import CRISES
from threadline.domain.chronology.linking.lexicon.everyday import EVERYDAY
from threadline.domain.chronology.linking.lexicon.incidents import INCIDENTS
from threadline.domain.chronology.linking.lexicon.kind import GROUPS, Kind
from threadline.domain.chronology.linking.lexicon.meetings import MEETINGS
from threadline.domain.chronology.linking.terms import Found, Phrases, spelled_out
from threadline.domain.chronology.linking.words import Token, stems, tokens

KINDS: dict[str, Kind] = {kind.name: kind for kind in (*MEETINGS, *INCIDENTS, *CRISES, *EVERYDAY)}
"""Every kind of event, by name."""

HINT = 0.6
"""How sure a hint is, where a cue is 1."""

_CLASSES = ("<", "@", "#")
_LATER, _NOT = stems(telling.LATER), stems(telling.NOT)
_ANYONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to know a kind: labels that must all stand in a sentence, the first of them the one judged for "not"
    and "later".
    """

    kind: str
    needs: tuple[str, ...]
    never: tuple[str, ...]
    strength: float
    owners: frozenset[str] = frozenset()


def _cue_parts(text: str) -> list[str]:
    """The labels a cue names; a class within a phrase ("meeting about @child") stands as a label of its own."""
    parts: list[str] = []
    for piece in text.split(" + "):
        words = piece.split()
        if piece.startswith("!"):
            parts.append(piece)
            continue
        plain = " ".join(word for word in words if not word.startswith(_CLASSES))
        parts.extend([plain] if plain else [])
        parts.extend(word for word in words if word.startswith(_CLASSES))
    return parts


def _build() -> tuple[Phrases, dict[str, tuple[Cue, ...]]]:
    phrases = Phrases()
    cues: dict[str, list[Cue]] = defaultdict(list)
    for kind in KINDS.values():
        for strength, written, owners in (
            (1.0, kind.cues, _ANYONE),
            (HINT, kind.hints, _ANYONE),
            (1.0, kind.own_cues, kind.owners),
        ):
            for text in written:
                needs = tuple(part for part in _cue_parts(text) if not part.startswith("!"))
                never = tuple(part[1:] for part in _cue_parts(text) if part.startswith("!"))
                for part in (*needs, *never):
                    if not part.startswith(_CLASSES):
                        phrases.add_all(spelled_out(part, GROUPS), part)
                cues[needs[0]].append(Cue(kind.name, needs, never, strength, owners))
    _add_classes(phrases)
    return phrases, {label: tuple(some) for label, some in cues.items()}


def _add_classes(phrases: Phrases) -> None:
    for kind, words in agencies.MENTIONS.items():
        phrases.add_all(words, f"<{kind}>")
    for role, words in persons.ROLES.items():
        phrases.add_all(words, f"@{role}")
    for prefix, table in (
        ("#injury:", details.INJURIES),
        ("#body:", details.BODY),
        ("#side:", details.SIDES),
        ("#cause:", details.CAUSES),
        ("#substance:", details.SUBSTANCES),
        ("#plan:", details.PLANS),
        ("#grade:", details.GRADES),
        ("#complaint:", details.COMPLAINTS),
        ("#topic:", details.TOPICS),
        ("doc:", telling.SOURCES),
    ):
        for name, words in table.items():
            phrases.add_all(words, prefix + name)
    for name, words in details.BODY.items():
        phrases.add_all(words, f"#{name}")
    for words in (*details.INJURIES.values(), details.WOUNDS):
        phrases.add_all(words, "#injury")
    phrases.add_all(persons.NOT_PEOPLE, "@")
    phrases.add_all(details.TREATED, "#treated")
    phrases.add_all(details.EXPLAINING, "explaining")
    for label, words in (
        ("noun", tuple(_as_written(noun + end) for noun in telling.TOLD_NOUNS for end in ("", "s"))),
        ("verb", telling.TELL_VERBS),
        ("passive", telling.TOLD_PASSIVE),
        ("plain", telling.TOLD_PLAIN),
        ("sent", telling.SENT),
        ("with", telling.WITH),
        ("liaison", telling.LIAISON),
    ):
        phrases.add_all(words, f"told:{label}")


def _as_written(phrase: str) -> str:
    """The phrase to be found only in this form: a "call" is news, "called" is not."""
    return " ".join(f"={word}" for word in phrase.split())


PHRASES, CUES = _build()
"""All phrases of the lexicon, and the cues by the label each starts from."""


@lru_cache(maxsize=16384)
def found_in(text: str) -> tuple[Found, ...]:
    """Every phrase of the lexicon in a text; a mention inside a longer one of its class is left out ("school" in
    "school nurse").
    """
    found = PHRASES.find(tokens(text))
    longest: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        longest[one.label[0]].append(one)
    kept = (one for one in found if one.label[0] not in "<@" or not _inside(one, longest[one.label[0]]))
    return tuple(one for one in kept if one.label != "@")


def _inside(one: Found, others: list[Found]) -> bool:
    return any(
        other.first <= one.first and one.last <= other.last and other.last - other.first > one.last - one.first
        for other in others
    )


def standing(parts: tuple[Token, ...], first: int, last: int) -> str:
    """Whether what is named at these tokens is `now`, `later` (planned, asked for) or `not` (did not happen)."""
    sentence = parts[first].sentence
    before = [token.stem for token in parts[max(0, first - 4) : first] if token.sentence == sentence]
    after = {token.text for token in parts[last : last + 5] if token.sentence == sentence}
    if not _NOT.isdisjoint(before[-2:]) and "attend" not in "".join(before[-2:]):
        return "not"
    if not _LATER.isdisjoint(before) or telling.AFTERWARDS & after:
        return "later"
    return "now"
