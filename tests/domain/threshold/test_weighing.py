"""The threshold test against the law's own formula, for every possible set of answers (2.1.a)."""

from dataclasses import dataclass
from itertools import product

import pytest

from threadline.domain.threshold.answers import Answer, FaultyTest, Said
from threadline.domain.threshold.decisions import choices, must_be_notified
from threadline.domain.threshold.weighing import Result, weigh


@dataclass(frozen=True)
class Limb:
    id: str
    holds: str
    fails: str
    unsure_counts_as_yes: bool = False

    @property
    def asks(self):
        return f"Is it so that {self.holds}?"


@dataclass(frozen=True)
class Ground:
    id: str
    title: str
    limbs: tuple[str, ...]


@dataclass(frozen=True)
class Option:
    id: str
    title: str
    allowed_when: tuple[str, ...]


LIMBS = (
    Limb(
        "abuse",
        "abuse or neglect of the child is known or suspected",
        "abuse or neglect is neither known nor suspected",
    ),
    Limb("died", "the child has died", "the child has not died"),
    Limb("harmed", "the child has been seriously harmed", "the child has not been seriously harmed"),
    Limb("together", "there is concern about how agencies worked together", "there is no such concern", True),
    Limb("custody", "the child was in custody", "the child was not in custody"),
)
GROUNDS = (
    Ground("death", "Death of a child", ("abuse", "died")),
    Ground("harm", "Serious harm to a child", ("abuse", "harmed", "together")),
    Ground("custody", "Death in custody", ("died", "custody")),
)
TEST = "The test for a Serious Case Review"
EVIDENCE = "Strategy meeting of 3 May, minute 4"
SAID = (None, *Said)


def read(grounds=GROUNDS, evidence=EVIDENCE, **said):
    answers = {name: Answer(answer, evidence) for name, answer in said.items() if answer}
    return weigh(LIMBS, grounds, answers, test=TEST)


def _possible(abuse, died, harmed, together, custody):
    """What the law's formula comes to for one way the unknown answers may turn out."""
    return (abuse and (died or (harmed and together))) or (died and custody)


def _ways(answer, limb):
    if answer is Said.YES or (answer is Said.UNSURE and limb.unsure_counts_as_yes):
        return [True]
    return [False] if answer is Said.NO else [True, False]


def test_every_set_of_answers_comes_to_what_the_law_says():
    for said in product(SAID, repeat=len(LIMBS)):
        ways = product(*(_ways(answer, limb) for answer, limb in zip(said, LIMBS, strict=True)))
        outcomes = {_possible(*way) for way in ways}
        expected = Result.OPEN if len(outcomes) == 2 else Result.MET if outcomes == {True} else Result.NOT_MET
        reading = read(**dict(zip([limb.id for limb in LIMBS], said, strict=True)))
        assert reading.result is expected, said
        assert bool(reading.needed) == (expected is Result.OPEN), said
        assert all(sentence.endswith((".", "?")) for sentence in reading.sentences), said


def test_the_answers_that_are_needed_are_those_that_could_still_change_the_result():
    assert read(abuse=Said.NO).needed == ("died", "custody")
    assert read(abuse=Said.YES, died=Said.NO).needed == ("harmed", "together")
    assert read(abuse=Said.YES, died=Said.YES).needed == ()


def test_a_test_that_is_met_says_on_which_ground_and_why():
    reading = read(abuse=Said.YES, died=Said.YES)
    assert reading.sentences == (
        "The test for a Serious Case Review is met.",
        "Death of a child: yes, because abuse or neglect of the child is known or suspected and the child has died.",
    )
    assert [ground.id for ground in reading.met_on] == ["death"]
    assert reading.complete


def test_not_knowing_whether_agencies_worked_together_counts_as_yes_and_says_so():
    reading = read(abuse=Said.YES, died=Said.NO, harmed=Said.YES, together=Said.UNSURE, custody=Said.NO)
    assert reading.result is Result.MET
    assert reading.counted_as_yes == ("together",)
    assert reading.sentences[-1] == (
        "It is not known whether there is concern about how agencies worked together. "
        "Under this test that counts as yes."
    )


def test_not_knowing_anything_else_leaves_it_open():
    reading = read(abuse=Said.UNSURE, died=Said.YES, custody=Said.NO)
    assert reading.result is Result.OPEN
    assert reading.sentences[0] == "Whether the test for a Serious Case Review is met cannot be said yet."
    assert (
        "Death of a child: it must be known whether abuse or neglect of the child is known or suspected."
        in reading.sentences
    )
    assert (
        "Still to be answered: Is it so that abuse or neglect of the child is known or suspected?" in reading.sentences
    )


def test_a_test_that_is_not_met_gives_the_reason_of_every_ground():
    reading = read(abuse=Said.NO, died=Said.NO)
    assert reading.sentences == (
        "The test for a Serious Case Review is not met.",
        "Death of a child: no, because abuse or neglect is neither known nor suspected and the child has not died.",
        "Serious harm to a child: no, because abuse or neglect is neither known nor suspected.",
        "Death in custody: no, because the child has not died.",
    )


def test_a_yes_or_no_without_evidence_is_asked_for_it_and_keeps_the_reading_incomplete():
    reading = read(abuse=Said.YES, died=Said.YES, evidence=" ")
    assert reading.result is Result.MET
    assert reading.without_evidence == ("abuse", "died")
    assert not reading.complete
    assert "Say what shows it: Is it so that the child has died?" in reading.sentences


def test_a_ground_of_unknowns_that_count_as_yes_is_met_with_no_reason_of_its_own():
    reading = read(grounds=[Ground("only", "Concern", ("together",))], together=Said.UNSURE)
    assert reading.sentences[1] == "Concern: yes."


@pytest.mark.parametrize(
    ("grounds", "said", "message"),
    [
        ([], {}, "at least one ground"),
        ([Ground("g", "Empty", ())], {}, "“Empty” has no limbs"),
        ([Ground("g", "Odd", ("moon",))], {}, "“Odd” rests on “moon”"),
        (GROUNDS, {"moon": Said.YES}, "answer to “moon”"),
    ],
)
def test_a_test_that_names_what_does_not_exist_is_refused(grounds, said, message):
    with pytest.raises(FaultyTest, match=message):
        read(grounds=grounds, **said)


OPTIONS = (
    Option("review", "Commission a Serious Case Review", ("met",)),
    Option("other", "Another kind of review", ("not met",)),
    Option("ask", "Ask for more information", ("met", "not met", "cannot be said yet")),
)


@pytest.mark.parametrize(
    ("said", "open_to_the_chair", "why"),
    [
        (
            {"abuse": Said.YES, "died": Said.YES},
            ["review", "ask"],
            "“Another kind of review” is not open: Death of a child: yes",
        ),
        ({"abuse": Said.NO, "died": Said.NO}, ["other", "ask"], "is not open, because the test is not met."),
        ({}, ["ask"], "cannot be decided until the answers settle whether the test is met."),
    ],
)
def test_the_chair_sees_what_may_be_decided_and_why_not_the_rest(said, open_to_the_chair, why):
    found = choices(read(**said), OPTIONS)
    assert [choice.id for choice in found if choice.is_open] == open_to_the_chair
    assert any(why in choice.why_not for choice in found)
    assert all(bool(choice.why_not) != choice.is_open for choice in found)


@pytest.mark.parametrize(
    ("notice", "test", "rule", "expected"),
    [
        (Said.YES, Said.NO, False, Result.MET),
        (Said.NO, Said.YES, False, Result.NOT_MET),
        (Said.NO, Said.YES, True, Result.MET),
        (Said.NO, Said.UNSURE, True, Result.OPEN),
        (Said.NO, Said.NO, True, Result.NOT_MET),
    ],
)
def test_a_case_for_review_is_notifiable_where_the_pack_says_so(notice, test, rule, expected):
    one = [Ground("g", "Ground", ("custody",))]
    readings = [read(grounds=one, custody=said) for said in (notice, test)]
    assert must_be_notified(*readings, every_review_is_notifiable=rule) is expected
