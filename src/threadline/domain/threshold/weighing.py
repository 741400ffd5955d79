"""Weigh the answers: is the test met, not met, or can it not be said yet, and why, in sentences (2.1.a).

A test is a set of grounds, any one of which is enough; a ground is a set of limbs, all of which are needed.
Regulation 5 of the Local Safeguarding Children Boards Regulations 2006 has two: abuse or neglect known or suspected and
the child died; abuse or neglect known or suspected, the child seriously harmed and concern about how agencies worked
together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from threadline.domain.threshold.answers import Answer, Ground, Limb, Said, by_id, refuse_unknown


class Result(StrEnum):
    """What a test or a ground comes to."""

    MET = "met"
    NOT_MET = "not met"
    OPEN = "cannot be said yet"


@dataclass(frozen=True, slots=True)
class GroundReading:
    """One ground: its result, the limbs still needed to decide it, and the sentence that says why."""

    id: str
    title: str
    result: Result
    needed: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the answers add up to.

    `needed` are the limbs whose answers could still change an open result; `without_evidence` those answered yes or no
    with no evidence; `counted_as_yes` those where not knowing counts as yes. `sentences` say it all in words.
    """

    result: Result
    grounds: tuple[GroundReading, ...]
    needed: tuple[str, ...]
    without_evidence: tuple[str, ...]
    counted_as_yes: tuple[str, ...]
    sentences: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether it can be put to the Chair: the result can be said, and every yes and no has its evidence."""
        return self.result is not Result.OPEN and not self.without_evidence

    @property
    def met_on(self) -> tuple[GroundReading, ...]:
        """The grounds on which the test is met."""
        return tuple(ground for ground in self.grounds if ground.result is Result.MET)


def weigh(limbs: Iterable[Limb], grounds: Sequence[Ground], answers: Mapping[str, Answer], *, test: str) -> Reading:
    """Weigh the answers against every ground.

    `test` names the test for the sentences ("The test for a Serious Case Review"). A limb without an answer is open. An
    unsure answer is open too, save where the limb says that it counts as yes. Raises FaultyTest where a ground or an
    answer names a limb that does not exist.
    """
    known = by_id(limbs)
    refuse_unknown(known, grounds, answers)
    used = [name for name in known if any(name in ground.limbs for ground in grounds)]
    counted = tuple(name for name in used if _counts_as_yes(known[name], answers.get(name)))
    read = tuple(_read(ground, known, answers) for ground in grounds)
    result = _together(read)
    needed = {name for ground in read if result is Result.OPEN for name in ground.needed}
    bare = tuple(n for n in used if (a := answers.get(n)) and a.said is not Said.UNSURE and not a.evidence.strip())
    ordered = tuple(name for name in used if name in needed)
    sentences = (
        f"{test} is {result.value}."
        if result is not Result.OPEN
        else f"Whether {_lower(test)} is met cannot be said yet.",
        *(ground.sentence for ground in read if result is not Result.MET or ground.result is Result.MET),
        *(f"It is not known whether {known[name].holds}. Under this test that counts as yes." for name in counted),
        *(f"Still to be answered: {known[name].asks}" for name in ordered),
        *(f"Say what shows it: {known[name].asks}" for name in bare),
    )
    return Reading(result, read, ordered, bare, counted, sentences)


def _together(read: tuple[GroundReading, ...]) -> Result:
    results = {ground.result for ground in read}
    if Result.MET in results:
        return Result.MET
    return Result.OPEN if Result.OPEN in results else Result.NOT_MET


def _counts_as_yes(limb: Limb, answer: Answer | None) -> bool:
    return answer is not None and answer.said is Said.UNSURE and limb.unsure_counts_as_yes


def _read(ground: Ground, known: Mapping[str, Limb], answers: Mapping[str, Answer]) -> GroundReading:
    against: list[str] = []
    needed: list[str] = []
    for name in ground.limbs:
        answer = answers.get(name)
        if answer and answer.said is Said.NO:
            against.append(known[name].fails)
        elif not answer or (answer.said is Said.UNSURE and not known[name].unsure_counts_as_yes):
            needed.append(name)
    if against:
        return GroundReading(
            ground.id, ground.title, Result.NOT_MET, (), f"{ground.title}: no, because {_and(against)}."
        )
    if needed:
        open_clauses = _and([f"whether {known[name].holds}" for name in needed])
        return GroundReading(
            ground.id, ground.title, Result.OPEN, tuple(needed), f"{ground.title}: it must be known {open_clauses}."
        )
    clauses = _and([known[name].holds for name in ground.limbs if not _counts_as_yes(known[name], answers.get(name))])
    because = f", because {clauses}" if clauses else ""
    return GroundReading(ground.id, ground.title, Result.MET, (), f"{ground.title}: yes{because}.")


def _and(clauses: Sequence[str]) -> str:
    return " and ".join(clauses)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
