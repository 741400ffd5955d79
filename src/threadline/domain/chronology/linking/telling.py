"""Who told whom, as an entry has it: which agencies it had the news from, which it told, which it acted with."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from threadline.domain.chronology.linking.lexicon.agencies import SHARED, WIDER
from threadline.domain.chronology.linking.terms import Found
from threadline.domain.chronology.linking.words import Token

_NEAR = 4  # words between who told and the word that says so
_OPENING = 4  # words
_TO = frozenset({"with", "to", "from", "by"})
_ENDS = frozenset({"by", "and", ",", ")", "via"})


@dataclass(frozen=True, slots=True)
class Telling:
    """Agencies by their part: news came `told_by` these, the entry told `told`, its writer acted or spoke `together`
    with these.

    `news` is true when the entry is something heard, whoever said it; `liaison` when it is a talk between
    professionals; `sent` when it says that one of the writer's own notices went out, `heard` when it opens as news
    received.
    """

    told_by: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    news: bool = False
    liaison: bool = False
    sent: bool = False
    heard: bool = False


@dataclass(slots=True)
class _Gathered:
    told_by: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    together: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    liaison: bool = False


@dataclass(frozen=True, slots=True)
class _Marks:
    """The words of telling in an entry, by label, each as (first token, token after it, sentence)."""

    at: dict[str, list[Found]]
    parts: tuple[Token, ...]

    def before(self, label: str, mention: Found, near: int = _NEAR) -> bool:
        return any(
            mark.sentence == mention.sentence and 0 <= mention.first - mark.last <= near
            for mark in self.at.get(label, ())
        )

    def after(self, label: str, mention: Found, near: int) -> Found | None:
        for mark in self.at.get(label, ()):
            if mark.sentence == mention.sentence and 0 <= mark.first - mention.last <= near:
                return mark
        return None

    def ends(self, mark: Found) -> bool:
        """Whether nothing that could be the object of a verb follows it: "CSC rung.", "police called by phone"."""
        if mark.last >= len(self.parts) or self.parts[mark.last].sentence != mark.sentence:
            return True
        return self.parts[mark.last].text in _ENDS

    def opens(self, mention: Found) -> bool:
        """Whether the mention stands at the head of its sentence, so that a verb after it is its own."""
        return mention.first < 3 or self.parts[mention.first - 3].sentence != mention.sentence


def matches(named: str, own: frozenset[str]) -> bool:
    """Whether a word for an agency may be meant of an agency that is these things."""
    return named in own or not own.isdisjoint(WIDER.get(named, frozenset()))


def any_matches(named: Iterable[str], own: frozenset[str]) -> bool:
    """Whether any of the words for agencies may be meant of this agency."""
    return any(matches(one, own) for one in named)


def read_telling(parts: tuple[Token, ...], found: Sequence[Found], own: frozenset[str]) -> Telling:
    """Read from an entry's phrases who told whom; mentions of the writer's own agency are passed over."""
    at: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        if one.label.startswith("told:"):
            at[one.label[5:]].append(one)
    marks, gathered, sent = _Marks(at, parts), _Gathered(), False
    for one in found:
        if one.label.startswith("<") and not matches(one.label[1:-1], own):
            _place(one, marks, gathered)
        elif one.label.startswith("doc:"):
            if one.label[4:] in own:
                sent = True
            elif not marks.after("sent", one, 1):
                gathered.told_by.add(one.label[4:])
    return Telling(
        frozenset(gathered.told_by),
        frozenset(gathered.told - gathered.told_by),
        frozenset(gathered.together),
        frozenset(gathered.named),
        bool(gathered.told_by) or "plain" in at,
        gathered.liaison,
        sent,
        any(mark.first < _OPENING for mark in at.get("plain", ())),
    )


def _place(mention: Found, marks: _Marks, gathered: _Gathered) -> None:
    name = mention.label[1:-1]
    gathered.named.add(name)
    if _told_us(mention, marks):
        gathered.told_by.add(name)
    elif _was_told(mention, marks):
        gathered.told.add(name)
    if marks.before("with", mention, 3) or marks.after("with", mention, 1):
        gathered.together.add(name)
    if name not in SHARED | {"court"} and _spoke(mention, marks):
        gathered.liaison = True


def _spoke(mention: Found, marks: _Marks) -> bool:
    """ "rang the GP", "discussed Mum's low mood with the GP", "health visitor telephoned"."""
    if marks.before("liaison", mention, 3) or marks.after("liaison", mention, 1):
        return True
    beside = {token.text for token in marks.parts[max(0, mention.first - 2) : mention.first]}
    return not _TO.isdisjoint(beside) and marks.before("liaison", mention, 9)


def _told_us(mention: Found, marks: _Marks) -> bool:
    """ "informed by the nursery", "call from the school", "police referral", "the hospital notified us that"."""
    if marks.before("passive", mention, 3) and not _only_from(mention, marks):
        return True
    if marks.after("noun", mention, 1) and not marks.before("sent", mention, 2):
        return True
    verb = marks.after("verb", mention, 2)
    return verb is not None and not marks.ends(verb) and marks.opens(mention) and not marks.before("sent", mention, 1)


def _only_from(mention: Found, marks: _Marks) -> bool:
    """Whether the only sign of telling is a bare "from" without any news before it: "removed from hospital"."""
    near = [
        mark
        for mark in marks.at["passive"]
        if mark.sentence == mention.sentence and 0 <= mention.first - mark.last <= 3
    ]
    if any(mark.last - mark.first > 1 for mark in near):
        return False
    return not any(marks.before("noun", mark, 6) or marks.before("plain", mark, 4) for mark in near)


def _was_told(mention: Found, marks: _Marks) -> bool:
    """ "letter to GP", "told the social worker", "CSC rung"."""
    if marks.before("sent", mention, 2):
        return True
    verb = marks.after("sent", mention, 2) or marks.after("verb", mention, 2)
    return verb is not None and marks.ends(verb)
