"""Conflicts of interest: declared, or found by name and agency in the case's people and timelines (1.b, 2.2.a, 2.2.c).

A finding is a sentence with its evidence, for a person to weigh. Only what the declaration itself says, a full name or
a barred agency makes a conflict; every likeness short of that is put as a question.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from threadline.domain.dates.working_days import count
from threadline.domain.independence.interests import Actor, Candidate, KnownPerson, PostRule, Question
from threadline.domain.independence.names import Likeness, likeness, read_name
from threadline.domain.independence.short_names import COMMON_SURNAMES


class Weight(StrEnum):
    """How much a finding weighs: a conflict bars the post until it is overridden; the others must be answered."""

    CONFLICT = "conflict"
    QUESTION = "question"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: its weight, the sentence, and the evidence, each piece a phrase."""

    weight: Weight
    sentence: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Independence:
    """All that was found of one candidate, the gravest first."""

    findings: tuple[Finding, ...]

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        """What bars the post until the Board's Independent Chair overrides it with reasons."""
        return tuple(finding for finding in self.findings if finding.weight is Weight.CONFLICT)

    @property
    def clear(self) -> bool:
        """Whether nothing at all was found."""
        return not self.findings


def check(
    candidate: Candidate,
    post: PostRule,
    *,
    questions: Sequence[Question],
    people: Iterable[KnownPerson] = (),
    actors: Iterable[Actor] = (),
    involved_agencies: Iterable[str] = (),
) -> Independence:
    """Everything that speaks against a candidate's independence, in sentences with evidence."""
    people = tuple(people)
    found = [
        *_declaration(candidate, questions),
        *_agency(candidate, post, involved_agencies),
        *_named(candidate, people, tuple(actors)),
        *_kin(candidate, people),
    ]
    order = list(Weight)
    return Independence(tuple(sorted(found, key=lambda finding: order.index(finding.weight))))


def _declaration(candidate: Candidate, questions: Sequence[Question]) -> list[Finding]:
    found = []
    if candidate.declared_on is None:
        found.append(Finding(Weight.MISSING, f"{candidate.name} has not signed the declaration."))
    for question in questions:
        declared = candidate.declared.get(question.id)
        if declared is None:
            found.append(Finding(Weight.MISSING, f"{candidate.name} has not answered: {question.asks}"))
        elif declared.answer is None:
            sentence = f"{candidate.name} is not sure: {question.asks}"
            found.append(Finding(Weight.QUESTION, sentence, _detail(declared.detail)))
        elif declared.answer:
            weight = Weight.CONFLICT if question.bars else Weight.QUESTION
            found.append(Finding(weight, f"{candidate.name} answered yes: {question.asks}", _detail(declared.detail)))
    return found


def _detail(words: str) -> tuple[str, ...]:
    return (words.strip(),) if words.strip() else ()


def _agency(candidate: Candidate, post: PostRule, involved: Iterable[str]) -> list[Finding]:
    if not post.bars_involved_agency or not candidate.agency:
        return []
    same = [agency for agency in involved if _same_agency(agency, candidate.agency)]
    if not same:
        return []
    sentence = f"{candidate.name} works for {same[0]}, which is involved in the case. {post.title} must not."
    return [Finding(Weight.CONFLICT, sentence, (f"{same[0]} is in the scope of the review",))]


def _same_agency(one: str, other: str) -> bool:
    """Whether two agency names are one, but for case, spaces and punctuation. Likeness is no proof: none is taken."""
    return bool(_letters(one)) and _letters(one) == _letters(other)


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold().replace("&", "and") if letter.isalnum())


def _names(candidate: Candidate | KnownPerson) -> tuple[str, ...]:
    return (candidate.name, *candidate.other_names)


def _nearest(candidate: Candidate, names: Sequence[str]) -> tuple[Likeness, str]:
    pairs = [(likeness(own, name), name) for own in _names(candidate) for name in names]
    return max(pairs, key=lambda pair: pair[0])


def _named(candidate: Candidate, people: Sequence[KnownPerson], actors: Sequence[Actor]) -> list[Finding]:
    """A finding for each name that may be the candidate's, with every place where it stands."""
    places: dict[str, list[str]] = {}
    gravest: dict[str, Weight] = {}
    for name, other_names, is_family, agency, place in _mentions(people, actors):
        near, met = _nearest(candidate, (name, *other_names))
        weight = _weigh(near, candidate, agency, is_family=is_family)
        if weight:
            places.setdefault(met, []).append(place)
            gravest[met] = min(gravest.get(met, weight), weight, key=list(Weight).index)
    return [_naming(candidate, name, gravest[name], tuple(found)) for name, found in places.items()]


def _mentions(
    people: Sequence[KnownPerson], actors: Sequence[Actor]
) -> Iterable[tuple[str, tuple[str, ...], bool, str, str]]:
    for actor in actors:
        place = f"named in {count(actor.entries, 'entry', 'entries')} of {actor.timeline}"
        yield actor.name, (), False, actor.agency, place
    for person in people:
        of = f" of {person.agency}" if person.agency else ""
        yield person.name, person.other_names, person.is_family, person.agency, f"in the register as {person.role}{of}"


def _weigh(near: Likeness, candidate: Candidate, agency: str, *, is_family: bool) -> Weight | None:
    if near is Likeness.CLOSE:
        return Weight.QUESTION
    if near is Likeness.SAME:
        elsewhere = bool(agency and candidate.agency) and not _same_agency(agency, candidate.agency)
        return Weight.QUESTION if elsewhere and not is_family else Weight.CONFLICT
    same_desk = near is Likeness.SURNAME and _same_agency(agency, candidate.agency)
    return Weight.QUESTION if same_desk and not is_family else None


def _naming(candidate: Candidate, name: str, weight: Weight, places: tuple[str, ...]) -> Finding:
    where = " and ".join(places)
    if weight is Weight.CONFLICT:
        return Finding(weight, f"{candidate.name} is {where}.", places)
    return Finding(weight, f"Is {candidate.name} the same person as {name}, {where}?", places)


def _kin(candidate: Candidate, people: Sequence[KnownPerson]) -> list[Finding]:
    """A question where the candidate shares an uncommon surname with the family, once for each surname."""
    own = {read_name(name).surname for name in _names(candidate)} - COMMON_SURNAMES - {""}
    shared: dict[str, str] = {}
    for person in people:
        if person.is_family and _nearest(candidate, _names(person))[0] < Likeness.CLOSE:
            for surname in own & {read_name(name).surname for name in _names(person)}:
                shared.setdefault(surname, person.role)
    return [
        Finding(Weight.QUESTION, f"Is {candidate.name} related to the family? The {role} has the same surname.")
        for role in shared.values()
    ]


def unrepresented(involved_agencies: Iterable[str], members: Iterable[Candidate]) -> tuple[str, ...]:
    """The agencies involved that no member of the Panel comes from, in the order given (2.2.a)."""
    present = [member.agency for member in members]
    return tuple(a for a in involved_agencies if not any(_same_agency(a, agency) for agency in present))
