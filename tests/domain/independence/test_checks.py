"""Conflicts found from declarations, agencies and names, each a sentence with its evidence (1.b, 2.2.a)."""

from dataclasses import dataclass
from datetime import date

import pytest

from threadline.domain.independence.checks import Weight, check, unrepresented
from threadline.domain.independence.interests import Actor, Candidate, Declared, KnownPerson


@dataclass(frozen=True)
class Question:
    id: str
    asks: str
    bars: bool = True


@dataclass(frozen=True)
class Post:
    title: str
    bars_involved_agency: bool


CHAIR, MEMBER = Post("The Panel Chair", True), Post("A member of the Panel", False)
WORKED = Question("worked", "Have you worked with the child or the family?")
KNOWN = Question("known", "Do you know anyone in the case?", bars=False)
NO = {"worked": Declared(False), "known": Declared(False)}
TRUST, POLICE = "Northfield Trust", "Westmarch Police"
GRANDMOTHER = KnownPerson("Maureen Threlfall", "grandmother", True)


def candidate(name="Jane Carter", agency=TRUST, **more):
    return Candidate(name, agency, **{"declared": NO, "declared_on": date(2016, 6, 1), **more})


def found(who=None, post=MEMBER, **more):
    findings = check(who or candidate(), post, questions=[WORKED, KNOWN], **more).findings
    return [(finding.weight, finding.sentence) for finding in findings]


def test_a_signed_declaration_of_nothing_and_a_name_found_nowhere_is_clear():
    actors = [Actor("Emma Hollins", "the police timeline", 3, POLICE)]
    result = check(candidate(), MEMBER, questions=[WORKED, KNOWN], people=[GRANDMOTHER], actors=actors)
    assert result.clear
    assert result.conflicts == ()


def test_an_actor_of_the_same_name_is_a_conflict_with_every_place_as_evidence():
    people = [KnownPerson("Jane Carter", "health visitor", False, TRUST)]
    actors = [Actor("Jane Carter", "the health visiting timeline", 3, TRUST), Actor("J. Carter", "the GP timeline", 1)]
    result = check(candidate(), MEMBER, questions=[], people=people, actors=actors)
    assert [finding.sentence for finding in result.conflicts] == [
        "Jane Carter is named in 3 entries of the health visiting timeline and in the register as health visitor of "
        "Northfield Trust."
    ]
    assert result.conflicts[0].evidence == (
        "named in 3 entries of the health visiting timeline",
        "in the register as health visitor of Northfield Trust",
    )
    assert result.findings[1].sentence == (
        "Is Jane Carter the same person as J. Carter, named in 1 entry of the GP timeline?"
    )


def test_the_same_name_in_another_agency_is_a_question_not_a_conflict():
    assert found(actors=[Actor("Jane Carter", "the police timeline", 2, POLICE)]) == [
        (Weight.QUESTION, "Is Jane Carter the same person as Jane Carter, named in 2 entries of the police timeline?")
    ]


def test_the_same_name_is_a_conflict_where_either_agency_is_unknown():
    actor = [Actor("Jane Carter", "the police timeline", 2)]
    assert found(actors=actor)[0][0] is Weight.CONFLICT
    assert found(candidate(agency=""), actors=[Actor("Jane Carter", "a timeline", 2, POLICE)])[0][0] is Weight.CONFLICT


def test_one_doubtful_and_one_certain_place_of_a_name_make_one_conflict():
    actors = [
        Actor("Jane Carter", "the police timeline", 1, POLICE),
        Actor("Jane Carter", "the trust timeline", 1, TRUST),
    ]
    assert [weight for weight, _ in found(actors=actors)] == [Weight.CONFLICT]


def test_a_surname_alone_is_asked_about_only_within_the_agency():
    assert found(actors=[Actor("Dr Carter", "the trust timeline", 4, "northfield trust")]) == [
        (Weight.QUESTION, "Is Jane Carter the same person as Dr Carter, named in 4 entries of the trust timeline?")
    ]
    assert found(actors=[Actor("PC Carter", "the police timeline", 4, POLICE)]) == []


def test_other_names_of_either_side_are_compared():
    married = candidate(other_names=("Jane Hollinshead",))
    people = [KnownPerson("Ms J", "social worker", False, other_names=("Jane Hollinshead",))]
    assert found(married, people=people)[0] == (
        Weight.CONFLICT, "Jane Carter is in the register as social worker."
    )  # fmt: skip


def test_a_family_member_of_the_same_name_is_a_conflict_whatever_the_agency():
    people = [KnownPerson("Jane Carter", "aunt", True, POLICE)]
    assert found(people=people)[0] == (Weight.CONFLICT, "Jane Carter is in the register as aunt of Westmarch Police.")


def test_an_uncommon_surname_shared_with_the_family_is_asked_about_once():
    people = [GRANDMOTHER, KnownPerson("Kyle Threlfall", "father", True)]
    assert found(candidate("Susan Threlfall"), people=people) == [
        (Weight.QUESTION, "Is Susan Threlfall related to the family? The grandmother has the same surname.")
    ]


def test_a_common_surname_a_professionals_or_the_name_itself_raises_no_question_of_kinship():
    smiths = [KnownPerson("Kyle Smith", "father", True)]
    assert found(candidate("Susan Smith"), people=smiths) == []
    worker = [KnownPerson("Kyle Threlfall", "social worker", False, POLICE)]
    assert found(candidate("Susan Threlfall"), people=worker) == []
    herself = [KnownPerson("S. Threlfall", "aunt", True)]
    assert [sentence for _, sentence in found(candidate("Susan Threlfall"), people=herself)] == [
        "Is Susan Threlfall the same person as S. Threlfall, in the register as aunt?"
    ]


def test_a_family_known_only_by_surname_is_asked_about_as_kin():
    people = [KnownPerson("Mrs Threlfall", "neighbour's mother", True, TRUST)]
    assert found(candidate("Susan Threlfall"), people=people) == [
        (Weight.QUESTION, "Is Susan Threlfall related to the family? The neighbour's mother has the same surname.")
    ]


@pytest.mark.parametrize(
    ("post", "agency", "weights"),
    [
        (CHAIR, "northfield  trust", [Weight.CONFLICT]),
        (CHAIR, "Northfield & District Trust", []),
        (CHAIR, "", []),
        (MEMBER, TRUST, []),
    ],
)
def test_a_chair_may_not_come_from_an_agency_involved_a_member_should(post, agency, weights):
    result = found(candidate(agency=agency), post, involved_agencies=[POLICE, TRUST])
    assert [weight for weight, _ in result] == weights


def test_the_sentence_of_a_barred_agency_names_it_and_the_post():
    result = check(candidate(), CHAIR, questions=[], involved_agencies=[TRUST])
    assert result.conflicts[0].sentence == (
        "Jane Carter works for Northfield Trust, which is involved in the case. The Panel Chair must not."
    )
    assert result.conflicts[0].evidence == ("Northfield Trust is in the scope of the review",)


def test_answers_become_findings_the_gravest_first():
    declared = {"known": Declared(True, "I sat on a committee with the head teacher "), "worked": Declared(True)}
    assert found(candidate(declared=declared)) == [
        (Weight.CONFLICT, "Jane Carter answered yes: Have you worked with the child or the family?"),
        (Weight.QUESTION, "Jane Carter answered yes: Do you know anyone in the case?"),
    ]
    result = check(candidate(declared=declared), MEMBER, questions=[KNOWN])
    assert result.findings[0].evidence == ("I sat on a committee with the head teacher",)


def test_what_is_unsure_unanswered_or_unsigned_is_told():
    who = candidate(declared={"worked": Declared(None, "perhaps in 2009")}, declared_on=None)
    assert found(who) == [
        (Weight.QUESTION, "Jane Carter is not sure: Have you worked with the child or the family?"),
        (Weight.MISSING, "Jane Carter has not signed the declaration."),
        (Weight.MISSING, "Jane Carter has not answered: Do you know anyone in the case?"),
    ]


def test_agencies_that_nobody_on_the_panel_comes_from_are_told():
    members = [candidate(agency="NORTHFIELD TRUST"), candidate("A B", agency="")]
    assert unrepresented([POLICE, TRUST, "Larkspur School"], members) == (POLICE, "Larkspur School")
