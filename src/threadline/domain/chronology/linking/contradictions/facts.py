"""What was found and decided: sides, kinds of injury, explanations, counts, and every subject of which only one value
can be right.
"""

import re
from collections import Counter, defaultdict

from threadline.domain.chronology.linking.contradictions.statements import (
    CAUSE_LABELS,
    Statement,
    clause,
    phrases_in,
    quoted,
)
from threadline.domain.chronology.linking.lexicon.listing import listed
from threadline.domain.chronology.linking.lexicon.opposites import SUBJECTS
from threadline.domain.chronology.linking.lexicon.subject import Subject
from threadline.domain.chronology.linking.reading import Reading
from threadline.domain.chronology.linking.words import stems

_SHORT = 7  # words
Difference = tuple[str, Statement, Statement]
"""What differs, and what each account states."""

_WHERE_INJURED = frozenset(
    {"child_injury", "hospital", "burn", "bite", "fracture", "domestic", "medical", "self_harm", "fall", "collision"}
)
_NUMBERS = {
    word: str(at)
    for at, word in enumerate(
        listed(
            """
        zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve
        """
        )
    )
} | {
    "a": "1",
    "twenty": "20",
    "fifteen": "15",
    "sixteen": "16",
    "thirty": "30",
    "single": "1",
    "twice": "2",
}
_UNITS = stems(
    listed(
        """
        tablet, paracetamol, pill, bruise, mark, cut, stitch, day, cm, mm, %, centile, scratch, burn, blow, punch,
        session, agency, child, month, week, bite
        """
    )
)
_NOT_BEFORE = frozenset({"within", "in", "after", "aged", "last", "next", "past", "every", "day"})
_NOT_AFTER = frozenset({"old", "ago", "later"})
_CALLED = {"child": "children", "agency": "agencies"}


def differing_facts(a: Reading, b: Reading, kinds: frozenset[str]) -> list[Difference]:
    """Facts the two accounts of one event state differently."""
    found: list[Difference] = []
    if kinds & _WHERE_INJURED:
        found += _sides(a, b) + _injuries(a, b)
    if kinds & _WHERE_INJURED and "domestic" not in kinds:
        found += _explanations(a, b)
    for subject in SUBJECTS:
        if not subject.kinds or subject.kinds & kinds:
            found += _subject(subject, a, b)
    return found + _counts(a, b)


def _subject(subject: Subject, a: Reading, b: Reading) -> list[Difference]:
    one, other = _stated(subject, a), _stated(subject, b)
    if not one or not other or set(one) & set(other):
        return []
    pairs = [(x, y) for x in sorted(one) for y in sorted(other) if frozenset((x, y)) not in subject.agreeing]
    if len(pairs) < len(one) * len(other):
        return []
    x, y = pairs[0]
    return [(subject.label, Statement(x, one[x]), Statement(y, other[y]))]


def _stated(subject: Subject, reading: Reading) -> dict[str, str]:
    """The values an account states of a subject, each with its words; a shorter phrase inside a longer one of another
    value is dropped.
    """
    here = phrases_in(reading.account.text)
    near = {one.sentence for one in here if one.label == f"{subject.name}~"} | (
        _bare_sentences(reading) if subject.name == "conditions" else set()
    )
    said = [
        one for one in here if one.label.startswith(f"{subject.name}=") and (not subject.near or one.sentence in near)
    ]
    values: dict[str, str] = {}
    for one in said:
        inside = any(
            other.first <= one.first and one.last <= other.last and other.last - other.first > one.last - one.first
            for other in said
        )
        if not inside and not _denied(reading, one.first) and not _of_interview(reading, one.last):
            values.setdefault(one.label.partition("=")[2], quoted(reading, one.first, one.last))
    return values


def _bare_sentences(reading: Reading) -> set[int]:
    """Short sentences that name nobody: of a visit, "Tidy and warm." is said of the home."""
    named = {one.sentence for one in reading.found if one.label.startswith("@")}
    lengths = Counter(token.sentence for token in reading.parts)
    return {sentence for sentence, length in lengths.items() if length <= _SHORT and sentence not in named}


def _of_interview(reading: Reading, at: int) -> bool:
    """Whether "return home" is the interview of that name and not a return."""
    return at < len(reading.parts) and reading.parts[at].stem == "interview"


def _denied(reading: Reading, at: int) -> bool:
    return (
        at > 0
        and reading.parts[at - 1].text in {"not", "no", "denied", "never"}
        and reading.parts[at - 1].sentence == reading.parts[at].sentence
    )


def _sides(a: Reading, b: Reading) -> list[Difference]:
    """Left against right, where both speak of one part of the body."""
    one, other = _side_of(a), _side_of(b)
    shared = sorted(one.keys() & other.keys())
    return [
        (f"which side of the {part}", one[part], other[part])
        for part in shared[:1]
        if one[part].value != other[part].value
    ]


def _side_of(reading: Reading) -> dict[str, Statement]:
    """For each part of the body the side it is said to be on; none where an account names both sides of it."""
    sides: dict[str, dict[str, Statement]] = defaultdict(dict)
    for side in reading.found:
        if not side.label.startswith("#side:"):
            continue
        parts = [
            one
            for one in reading.found
            if one.label.startswith("#body:") and one.sentence == side.sentence and -4 <= one.first - side.last <= 5
        ]
        for part in parts:
            sides[part.label[6:]][side.label[6:]] = Statement(side.label[6:], quoted(reading, side.first, side.last))
    return {part: next(iter(said.values())) for part, said in sides.items() if len(said) == 1}


def _injuries(a: Reading, b: Reading) -> list[Difference]:
    one, other = _injury_of(a), _injury_of(b)
    if not one or not other or one.keys() & other.keys():
        return []
    x, y = sorted(one)[0], sorted(other)[0]
    if frozenset((x, y)) in _ALIKE:
        return []
    return [("the injury", Statement(x, one[x]), Statement(y, other[y]))]


_ALIKE = frozenset(
    frozenset(pair.split("~"))
    for pair in listed(
        """
        black eye~bruise, bruise~swelling, black eye~swelling, cut~bite, sprain~swelling, graze~scratch
        """
    )
)


def _injury_of(reading: Reading) -> dict[str, str]:
    """Kinds of injury described closely enough to be told apart; "bruising" alone is what any mark is called."""
    found: dict[str, str] = {}
    for one in reading.found:
        if one.label.startswith("#injury:"):
            words = quoted(reading, one.first, one.last)
            if words.lower() == "bruising" or _denied(reading, one.first):
                continue
            found.setdefault(one.label[8:], words)
    return found


def _explanations(a: Reading, b: Reading) -> list[Difference]:
    one, other = _causes(a), _causes(b)
    if not one or not other or {x.value for x in one} & {y.value for y in other}:
        return []
    return [("the explanation given", one[0], other[0])]


def _causes(reading: Reading) -> list[Statement]:
    """What an injury is put down to, with the clause that says so; only in a sentence that gives an explanation."""
    explaining = {one.sentence for one in reading.found if one.label == "explaining"}
    found = []
    for one in reading.found:
        if one.label in CAUSE_LABELS and one.label != "#cause:fell" and one.sentence in explaining:
            first, last = clause(reading, one.first)
            found.append(Statement(one.label[7:], quoted(reading, first, last)))
    return found


def _counts(a: Reading, b: Reading) -> list[Difference]:
    one, other = _counted(a), _counted(b)
    return [
        (f"how many {_CALLED.get(unit, unit)}", one[unit], other[unit])
        for unit in sorted(one.keys() & other.keys())
        if one[unit].value != other[unit].value
    ]


def _counted(reading: Reading) -> dict[str, Statement]:
    """Counts of one thing each; a thing counted twice with different figures is left out."""
    counts: dict[str, dict[str, Statement]] = defaultdict(dict)
    for at, token in enumerate(reading.parts):
        value = _NUMBERS.get(token.text, token.text)
        if (
            not re.fullmatch(r"\d+(?:\.\d+)?", value)
            or token.text == "a"
            or (at and reading.parts[at - 1].text in _NOT_BEFORE)
        ):
            continue
        after = [word for word in reading.parts[at + 1 : at + 4] if word.sentence == token.sentence]
        for far, word in enumerate(after):
            if word.stem in _UNITS:
                if not any(later.text in _NOT_AFTER for later in after[far + 1 : far + 2]):
                    counts[word.stem][value] = Statement(value, quoted(reading, at, at + far + 2))
                break
    return {unit: next(iter(values.values())) for unit, values in counts.items() if len(values) == 1}
