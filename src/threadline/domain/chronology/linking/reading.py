"""An entry as a safeguarding reader takes it in: what kind of contact, who took part, who told whom, the details."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from threadline.domain.chronology.linking.account import Account
from threadline.domain.chronology.linking.cast import Cast
from threadline.domain.chronology.linking.lexicon.agencies import NAMES
from threadline.domain.chronology.linking.lexicon.listing import listed
from threadline.domain.chronology.linking.telling import Telling, matches, read_telling
from threadline.domain.chronology.linking.terms import Found, Phrases
from threadline.domain.chronology.linking.vocabulary import CUES, KINDS, Cue, found_in, standing
from threadline.domain.chronology.linking.words import Token, stems, tokens

_CHILDREN = {"@@child": "child", "@@sibling": "sibling", "@child": "kid", "@sibling": "sibling", "@children": ""}
_ADULTS = frozenset({"mother", "father", "partner", "man", "gran", "relative", "female"})
_BESIDE = frozenset(
    {
        "by",
        "with",
        "from",
        "to",
        "and",
        "accompanied",
        "told",
        "asked",
        "informed",
        "phoned",
        "rang",
        "telephoned",
        "when",
    }
)
_SAYING = stems(listed("said, state, explain, told, report, phone, rang, claim, call, ask, describe, gave"))
_COMPANY = frozenset({"@gran", "@relative", "@neighbour", "@anonymous", "@friend"})
_LATE = 0.85  # a kind named after the second sentence is less likely what the entry is about
_NAME_PHRASES = Phrases()
for _kind, _words in NAMES.items():
    _NAME_PHRASES.add_all(_words, _kind)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an account says: `kinds` with how surely (0 to 1), `focus` whose event it is, `details` as labels.

    `complaints` are what a patient came with, `company` people besides parents and children, `figures` numbers with the
    word after them, `stems` its other words; `first` and `last` its days, counted as `date.toordinal` does.
    """

    account: Account
    own: frozenset[str]
    parts: tuple[Token, ...]
    found: tuple[Found, ...]
    kinds: Mapping[str, float]
    telling: Telling
    focus: str
    details: frozenset[str]
    complaints: frozenset[str]
    company: frozenset[str]
    figures: frozenset[str]
    stems: frozenset[str]
    first: int
    last: int

    @property
    def exact(self) -> bool:
        """Whether the entry is of one day."""
        return self.first == self.last


@lru_cache(maxsize=4096)
def what_it_is(agency: str, file: str) -> frozenset[str]:
    """What a name stands for ("police", "hospital"…); the file's name speaks where the agency's does not."""
    for name in (agency, file.replace("_", " ")):
        kinds = frozenset(one.label for one in _NAME_PHRASES.find(tokens(name)))
        if kinds:
            return _narrowed(kinds)
    return frozenset()


def _narrowed(kinds: frozenset[str]) -> frozenset[str]:
    """An ambulance trust, a mental health trust and a community trust are no hospitals."""
    if "hospital" in kinds and kinds & {"ambulance", "mental", "hv", "camhs"}:
        kinds -= {"hospital"}
    return kinds


def agency_phrases(agencies: Iterable[tuple[str, frozenset[str]]]) -> Phrases:
    """The names of the case's own agencies, to be found as mentions of what they are."""
    phrases = Phrases()
    for name, own in sorted(agencies, key=lambda one: one[0]):
        for kind in sorted(own):
            phrases.add(name, f"<{kind}>")
    return phrases


def read(account: Account, own: frozenset[str], cast: Cast, agencies: Phrases) -> Reading | None:
    """Take an account in; None for one without a date, which nothing can be compared with."""
    if account.earliest is None or account.latest is None:
        return None
    parts = tokens(account.text)
    found = tuple(
        sorted(
            (*found_in(account.text), *_people(cast.names.find(parts)), *agencies.find(parts)),
            key=lambda one: (one.first, one.last, one.label),
        )
    )
    telling = read_telling(parts, found, own)
    sentences = _labels(found, own)
    kinds = _kinds(parts, sentences, own)
    _add_worked_out(kinds, sentences, telling)
    labels = frozenset(one.label for one in found)
    return Reading(
        account=account,
        own=own,
        parts=parts,
        found=found,
        kinds=kinds,
        telling=telling,
        focus=_focus(parts, found),
        details=frozenset(label for label in labels if label[0] == "#" and ":" in label),
        complaints=frozenset(label for label in labels if label.startswith("#complaint:")),
        company=frozenset(label[1:] for label in labels & _COMPANY),
        figures=_figures(parts),
        stems=_stems(parts, found),
        first=account.earliest.toordinal(),
        last=account.latest.toordinal(),
    )


def _figures(parts: Sequence[Token]) -> frozenset[str]:
    """Figures of two digits or more, with the word after them: "88 %", "24 paracetamol"."""
    return frozenset(
        f"{token.text} {after.text}"
        for token, after in pairwise(parts)
        if len(token.text) > 1 and token.text[0].isdigit() and after.sentence == token.sentence
    )


def _people(named: Iterable[Found]) -> list[Found]:
    """A name counts as the part it plays (`@child`) and as a name (`@@child`), which "the child" does not."""
    return [both for one in named for both in (one, Found("@" + one.label, one.first, one.last, one.sentence))]


def _labels(found: Sequence[Found], own: frozenset[str]) -> dict[int, dict[str, Found]]:
    """The labels of each sentence, each with where it first stands."""
    sentences: dict[int, dict[str, Found]] = {}
    for one in found:
        labels = sentences.setdefault(one.sentence, {})
        labels.setdefault(one.label, one)
        if one.label[0] == "<" and not matches(one.label[1:-1], own):
            labels.setdefault("<other>", one)
    return sentences


def _kinds(
    parts: tuple[Token, ...], sentences: Mapping[int, Mapping[str, Found]], own: frozenset[str]
) -> dict[str, float]:
    kinds: dict[str, float] = {}
    for sentence, labels in sentences.items():
        for label, anchor in labels.items():
            for cue in CUES.get(label, ()):
                if not _shown(cue, labels, own):
                    continue
                state = standing(parts, anchor.first, anchor.last)
                if state == "not" or (state == "later" and KINDS[cue.kind].together):
                    continue
                sure = cue.strength * (1.0 if sentence < 2 else _LATE)
                kinds[cue.kind] = max(sure, kinds.get(cue.kind, 0.0))
    return kinds


def _shown(cue: Cue, labels: Mapping[str, Found], own: frozenset[str]) -> bool:
    if cue.owners and cue.owners.isdisjoint(own):
        return False
    return all(need in labels for need in cue.needs) and not any(one in labels for one in cue.never)


def _add_worked_out(kinds: dict[str, float], sentences: Mapping[int, Mapping[str, Found]], telling: Telling) -> None:
    """Kinds that no phrase shows by itself: a visit made with another agency, a talk between two professionals."""
    if telling.together and any(
        ("{visit}" in labels or "{home}" in labels) and "<other>" in labels for labels in sentences.values()
    ):
        kinds["joint_visit"] = 1.0
    if telling.liaison:
        kinds["liaison"] = 1.0


def _focus(parts: Sequence[Token], found: Sequence[Found]) -> str:
    """Whose event it is: `child` or `sibling` (by name), `kid` (a child not named), `adult`, or nothing.

    In the first sentence that names anybody of the family, the first child decides; where no child is named, it is an
    adult's, unless the adult only brought, accompanied or spoke for somebody.
    """
    for sentence in range(3):
        here = [one for one in found if one.sentence == sentence]
        told = min((one.first for one in here if one.label == "explaining"), default=len(parts))
        children = [one.label for one in here if one.label in _CHILDREN and not _in_explanation(one, told)]
        if children:
            return next((_CHILDREN[label] for label in children if label.startswith("@@")), _CHILDREN[children[0]])
        if any(one.label.lstrip("@") in _ADULTS and not _only_beside(parts, one) for one in here):
            return "adult"
    return ""


def _in_explanation(one: Found, told: int) -> bool:
    """Whether a brother or sister is named only in what is said to have happened: "Mum said his sister threw it"."""
    return one.label.endswith("sibling") and one.first > told


def _only_beside(parts: Sequence[Token], one: Found) -> bool:
    """Whether a person is named as the one who brought or spoke: "brought by Mum", "Mum said", not "Mum attended"."""
    before = {token.text for token in parts[max(0, one.first - 2) : one.first]}
    after = {token.stem for token in parts[one.last : one.last + 2]}
    return not _BESIDE.isdisjoint(before) or not _SAYING.isdisjoint(after)


def _stems(parts: Sequence[Token], found: Sequence[Found]) -> frozenset[str]:
    """The words that are neither names of people and agencies nor everyday words: what two accounts may share."""
    taken = {at for one in found if one.label[0] in "@<" for at in range(one.first, one.last)}
    return frozenset(
        token.stem
        for at, token in enumerate(parts)
        if at not in taken and len(token.stem) > 2 and token.stem not in _EVERYDAY
    )


_EVERYDAY = stems(
    listed(
        """
        have, were, there, been, very, other, once, within, came, will, before, after, while, during, than, them, thing,
        like, just, only, same, both, per, between, well, the, and, for, with, that, was, has, had, not, but, from,
        this, they, his, her, she, him, its, are, being, would, who, which, when, what, where, their, then, into, out,
        off, over, under, about, again, also, all, any, did, does, said, say, says, told, inform, report, receive,
        attend, send, see, saw, seen, visit, call, rang, phone, contact, discuss, meet, hold, held, made, make, give,
        gave, take, took, come, case, file, record, note, letter, form, sent, add, update, review, plan, action, agree,
        advice, offer, appointment, day, today, time, week, month, year, home, family, child, children, worker, concern,
        refer, further, due, next, date, set, still, each, some, such, more, one, two, via
        """
    )
)
