"""Appointing, declaring, what is found, what the Independent Chair decides, and what each means for access."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.areas.panel.conftest import fresh, no_to_all, role_of
from threadline.access import roles
from threadline.access.acting import Denied, Refused
from threadline.access.permissions import Permission
from threadline.access.policy import POLICY
from threadline.access.reach import may
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.administration import actions as administration
from threadline.audit.models import Event
from threadline.domain.independence.interests import Actor
from threadline.panel import actions, method, sightings
from threadline.panel.actions import Answer, Overtaken
from threadline.panel.models import ChairsDecision, Declaration, Member
from threadline.people import actions as people

pytestmark = pytest.mark.django_db
WORKED = {"worked_with": Answer(True, "I visited the home in 2014.")}
State = Member.State
OF_A_REVIEW = {row.permission for row in POLICY} - {row.permission for row in POLICY if row.only}


def sees(member):
    """Whether the member can read the case."""
    return may(User.objects.get(pk=member.user_id), Permission.CHRONOLOGY_READ, member.review)


def test_an_appointment_is_asked_to_declare_and_sees_nothing_before(kit):
    assert kit.state == State.AWAITED
    assert role_of(kit).suspended_because == "The declaration of independence is not signed yet."
    assert not sees(kit)
    assert Event.objects.filter(kind="panel.appointed").count() == 1


def test_a_clear_declaration_opens_the_review(kit, sign):
    member = sign(kit)
    assert member.state == State.INDEPENDENT
    assert member.findings == []
    assert sees(member)
    with review_scope(member.review):
        signed = Declaration.objects.get(member=member)
    assert signed.signed_name == "Kit Farrow"
    assert {each["id"] for each in signed.answers} == set(no_to_all(member.review, member.post))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (WORKED, "answered yes"),
        ({"close_to_worker": Answer(None, "My sister was a nurse there.")}, "is not sure"),
        ({"supervised_member": Answer(True, "The team was mine.")}, "answered yes"),
    ],
)
def test_what_is_declared_goes_to_the_independent_chair_first(kit, sign, said, sentence):
    member = sign(kit, **said)
    assert member.state == State.REFERRED
    assert sentence in member.findings[0]["sentence"]
    assert not sees(member)
    assert "Independent Chair" in role_of(member).suspended_because


def test_a_name_in_the_register_is_a_conflict_with_its_evidence(cast, appoint, sign):
    people.add_person(by=cast.asha, review=cast.review, name="Kit Farrow", kind="practitioner", relation="constable")
    member = sign(appoint(email="kit@threadline.example"))
    assert member.state == State.REFERRED
    assert member.conflicts[0]["sentence"] == "Kit Farrow is in the register as constable."
    assert not sees(member)


def test_a_name_in_the_timelines_is_a_conflict_with_its_evidence(kit, sign, monkeypatch):
    named = Actor("Kit Farrow", "the police timeline", 3, "Westmarch Police")
    monkeypatch.setattr(sightings, "_told", [lambda review, names: [named] if "Kit Farrow" in names else []])
    member = sign(kit)
    assert member.conflicts[0]["sentence"] == "Kit Farrow is named in 3 entries of the police timeline."


def test_the_chair_overrides_with_reasons_and_the_review_opens(cast, kit, sign):
    member = sign(kit, **WORKED)
    with pytest.raises(Refused, match="Give your reasons"):
        actions.override(by=cast.chair, member=member, version=member.version, reasons=" ")
    member = actions.override(by=cast.chair, member=member, version=member.version, reasons="One visit, years before.")
    assert member.state == State.INDEPENDENT
    assert sees(member)
    with review_scope(member.review):
        decision = ChairsDecision.objects.get(member=member)
    assert (decision.kind, decision.by, decision.reasons) == ("override", cast.chair, "One visit, years before.")
    assert "answered yes" in decision.findings[0]["sentence"]
    with pytest.raises(Refused, match="nothing to decide"):
        actions.override(by=cast.chair, member=member, version=member.version, reasons="Again.")


def test_recusal_ends_every_post_and_all_access_at_once(cast, appoint, kit, sign):
    second = sign(appoint("panel_chair", name="Kit Farrow", email="kit@threadline.example"))
    member = sign(kit)
    assert sees(member)
    gone = actions.recuse(by=cast.chair, member=member, version=member.version, reasons="A relative is involved.")
    assert gone.state == State.RECUSED
    assert fresh(second).state == State.RECUSED
    user = User.objects.get(pk=member.user_id)
    assert not any(may(user, permission, cast.review) for permission in OF_A_REVIEW)
    with pytest.raises(Denied):
        sign(gone)
    with pytest.raises(Refused, match="no longer on the Panel"):
        actions.override(by=cast.chair, member=gone, version=gone.version, reasons="Changed my mind.")


@pytest.mark.parametrize("who", ["asha", "lead", "panel_chair", "panel", "second_lead", "other_manager", "outsider"])
def test_nobody_but_the_chair_decides(cast, kit, sign, who):
    member = sign(kit, **WORKED)
    for act in (actions.override, actions.recuse):
        with pytest.raises(Denied):
            act(by=getattr(cast, who), member=member, version=member.version, reasons="I say so.")
    assert fresh(member).state == State.REFERRED


def test_nobody_decides_about_themselves(cast, appoint, sign):
    chair = appoint("panel_chair", name=cast.chair.name, email=cast.chair.email)
    member = sign(chair, **WORKED)
    with pytest.raises(Refused, match="their own independence"):
        actions.override(by=cast.chair, member=member, version=member.version, reasons="I am fine.")


def test_what_the_register_shows_later_comes_back_to_the_chair_at_once(cast, kit, sign):
    member = sign(kit)
    assert sees(member)
    person = people.add_person(by=cast.asha, review=cast.review, name="Kit Farrow", kind="family", relation="uncle")
    assert fresh(member).state == State.REFERRED
    assert not sees(member)
    people.take_out(by=cast.asha, person=person, version=person.version, because="Another Kit Farrow")
    assert fresh(member).state == State.INDEPENDENT
    assert sees(member)


def test_what_the_chair_let_pass_does_not_come_back_when_the_register_changes(cast, kit, sign):
    member = sign(kit, **WORKED)
    member = actions.override(by=cast.chair, member=member, version=member.version, reasons="Long ago.")
    people.add_person(by=cast.asha, review=cast.review, name="Rosa Quill", kind="other")
    assert fresh(member).state == State.INDEPENDENT


def test_a_question_raised_by_the_register_does_not_shut_anybody_out(cast, kit, sign):
    member = sign(kit)
    people.add_person(by=cast.asha, review=cast.review, name="K. Farrow", kind="practitioner")
    found = fresh(member)
    assert found.findings[0]["weight"] == "question"
    assert sees(member)


def test_a_reviewer_sees_nothing_until_safe_recruitment_is_on_record(cast, appoint, sign):
    member = sign(
        appoint("co_reviewer", name="Ola Penn", email="ola@threadline.example", route="co_reviewer_commissioned")
    )
    assert member.state == State.INDEPENDENT
    assert not sees(member)
    assert "Safe-recruitment" in role_of(member).suspended_because
    wanted = method.recruitment(cast.review, "co_reviewer")
    for check in wanted:
        assert not sees(member)
        actions.record_recruitment(by=cast.asha, member=member, check=check.id, seen_on=member.from_on, note="In HR")
    assert sees(member)
    with pytest.raises(Refused, match="on record already"):
        actions.record_recruitment(by=cast.asha, member=member, check=wanted[0].id, seen_on=member.from_on)
    with pytest.raises(Refused, match="not asked for"):
        actions.record_recruitment(by=cast.asha, member=member, check="horoscope", seen_on=member.from_on)


def test_a_declaration_is_signed_by_the_person_alone(cast, kit):
    answers = no_to_all(cast.review, "panel_member")
    for who in (cast.asha, cast.chair, cast.lead, cast.outsider):
        with pytest.raises(Denied):
            actions.declare(by=who, review=cast.review, post="panel_member", answers=answers, signed_name="Kit Farrow")
    own = User.objects.get(pk=kit.user_id)
    with pytest.raises(Refused, match="Sign with your own name"):
        actions.declare(by=own, review=cast.review, post="panel_member", answers=answers, signed_name="Asha Fernleigh")


def test_every_question_is_answered_and_a_yes_is_explained(kit, sign):
    with pytest.raises(Refused, match="Say more"):
        sign(kit, worked_with=Answer(True, " "))
    own = User.objects.get(pk=kit.user_id)
    with pytest.raises(Refused, match="Answer every question"):
        actions.declare(by=own, review=kit.review, post="panel_member", answers={}, signed_name="Kit Farrow")


def test_a_role_given_by_administration_begins_suspended_and_can_be_declared_for(cast):
    invited = administration.Invited(
        "jo@threadline.example", "Jo Wren", roles.PANEL_MEMBER, timezone.now(), review=cast.review
    )
    held = administration.give_role(by=cast.asha, board=cast.board, invited=invited)
    assert held.suspended_at is not None
    member = actions.declare(
        by=held.user, review=cast.review, post="panel_member", answers=no_to_all(cast.review, "panel_member"),
        signed_name="jo wren",
    )  # fmt: skip
    assert member.name == "Jo Wren"
    assert sees(member)


def test_somebody_without_an_account_signs_on_paper(cast, appoint):
    member = appoint("panel_chair", name="Edda Lorne")
    assert member.holding is None
    with pytest.raises(Refused, match="future"):
        _paper(cast, member, signed_on=member.from_on + timedelta(days=1))
    found = _paper(cast, member)
    assert found.state == State.INDEPENDENT
    with review_scope(cast.review):
        assert Declaration.objects.get(member=member).recorded_by == cast.asha


def test_who_has_an_account_signs_in_person(cast, kit):
    with pytest.raises(Refused, match="signs in person"):
        _paper(cast, kit)


def _paper(cast, member, **said):
    answers = no_to_all(member.review, member.post)
    given = {"signed_on": member.from_on, "version": fresh(member).version, "answers": answers, **said}
    return actions.record_on_paper(by=cast.asha, member=member, **given)


def test_a_stale_page_does_not_decide(cast, kit, sign):
    member = sign(kit, **WORKED)
    with pytest.raises(Overtaken):
        actions.override(by=cast.chair, member=member, version=member.version - 1, reasons="As it was.")


def test_a_chair_of_an_agency_involved_is_a_conflict(cast, appoint, sign):
    member = sign(
        appoint("panel_chair", name="Una Best", email="una@threadline.example", comes_from="Westmarch Police")
    )
    assert "which is involved in the case" in member.conflicts[0]["sentence"]


def test_being_put_on_record_suspends_a_role_that_was_given_before(cast, appoint):
    member = appoint(name=cast.panel.name, email=cast.panel.email)
    assert member.user == cast.panel
    assert not may(cast.panel, Permission.CHRONOLOGY_READ, cast.review)


def test_a_new_declaration_that_says_more_comes_back_to_the_chair(cast, kit, sign):
    member = sign(kit, **WORKED)
    actions.override(by=cast.chair, member=member, version=member.version, reasons="Once, long ago.")
    assert sees(member)
    sign(kit, worked_with=Answer(True, "And weekly in 2015."))
    assert fresh(member).state == State.REFERRED
    assert not sees(member)
