"""What two accounts have in common, and what speaks against their being of one event, each with its points."""

from dataclasses import dataclass

from threadline.domain.chronology.linking.lexicon.kind import Kind
from threadline.domain.chronology.linking.rarity import Rarity
from threadline.domain.chronology.linking.reading import Reading

_COMMON = 0.25  # words less rare than this do not speak for a pair
_DETAIL_POINTS = {
    "#injury": 0.6,
    "#cause": 0.5,
    "#body": 0.2,
    "#side": 0.1,
    "#substance": 0.4,
    "#plan": 0.2,
    "#topic": 0.25,
}
_MOST = 1.4  # points for any one sort of thing in common


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for (or against) a pair: what it is, how much, and the words that show it."""

    code: str
    points: float
    words: str


def in_common(a: Reading, b: Reading, rarity: Rarity) -> list[Reason]:
    """People besides parents and children, details, rare words, figures and a reference that both accounts have."""
    reasons = []
    company = sorted(a.company & b.company)
    if company:
        reasons.append(Reason("person", 0.5, "both name " + " and ".join(company)))
    shared = sorted(label for label in a.details & b.details if label.partition(":")[0] in _DETAIL_POINTS)
    if shared:
        points = sum(_DETAIL_POINTS[label.partition(":")[0]] for label in shared)
        names = dict.fromkeys(label.partition(":")[2] for label in shared)
        reasons.append(Reason("details", min(points, _MOST), ", ".join(names)))
    reasons += _words(a, b, rarity)
    figures = sorted(a.figures & b.figures)
    if figures:
        reasons.append(Reason("figures", min(0.7 * len(figures), _MOST), ", ".join(figures)))
    reference = a.account.reference
    if reference and reference == b.account.reference and any(one.isdigit() for one in reference):
        reasons.append(Reason("reference", 3.0, reference))
    return reasons


def _words(a: Reading, b: Reading, rarity: Rarity) -> list[Reason]:
    rare = {stem: rarity.of(stem, a, b) for stem in a.stems & b.stems}
    common = sorted((stem for stem in rare if rare[stem] > _COMMON), key=lambda stem: (-rare[stem], stem))
    if not common:
        return []
    points = sum(rare[stem] - _COMMON for stem in common) * 0.4
    written = [next(token.text for token in a.parts if token.stem == stem) for stem in common[:4]]
    return [Reason("words", min(points, _MOST), ", ".join(written))]


def against(a: Reading, b: Reading, kind: Kind | None) -> list[Reason]:
    """What speaks against the pair: another person, another complaint, a lesser matter."""
    reasons = []
    if (kind is None or kind.focus or kind.lag > 5) and _other_person(a.focus, b.focus, kind):
        reasons.append(Reason("other_person", -2.5, "each is about another person"))
    if kind and kind.name == "hospital" and a.complaints and b.complaints and a.complaints.isdisjoint(b.complaints):
        reasons.append(Reason("other_complaint", -1.8, "each is about another complaint"))
    if kind and kind.name == "domestic":
        reasons += _lesser(a, b)
    return reasons


def _other_person(one: str, other: str, kind: Kind | None) -> bool:
    """Whether two entries are about different people.

    A child not named may be any child, and an injury seen on a child is a child's whoever is named first.
    """
    if not one or not other or one == other:
        return False
    if "adult" in (one, other):
        return kind is None or kind.name != "child_injury"
    return "kid" not in (one, other)


def _lesser(a: Reading, b: Reading) -> list[Reason]:
    """A quarrel without offences is not the assault another agency tells of, and seldom has a notice sent of it."""
    grades = {_grade(a), _grade(b)}
    if grades == {"minor", "serious"}:
        return [Reason("graver", -1.2, "one is a lesser matter than the other")]
    if "minor" in grades and (a.telling.told_by or b.telling.told_by):
        return [Reason("graver", -0.7, "of a lesser matter a notice is seldom sent")]
    return []


def _grade(reading: Reading) -> str:
    if "#grade:minor" in reading.details:
        return "minor"
    return "serious" if "#grade:serious" in reading.details else ""
