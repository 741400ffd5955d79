"""The pages of the register, the test and the decision."""

from datetime import date

import pytest

from tests.areas.threshold.conftest import MET, NOT_MET, UNSURE, ago, answer_all, facts, fresh, proposal
from tests.visit import visit, words
from threadline.audit.models import Event
from threadline.threshold import actions
from threadline.threshold.models import Answer, Decision, Referral

pytestmark = pytest.mark.django_db


def at(referral, page=""):
    return f"/referrals/boards/{referral.board_id}/{referral.pk}/{page}"


def day(name, value: date):
    return {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}


def typed_referral(**changed):
    return {
        "reference": "N-2015-09", "received_from": "Ward sister, Northfield Trust", "about": "A child was hurt.",
        "triggers": ["child_harmed"], "lives_in": "Westmarch", "lives_here": "yes", "version": "0",
        **day("received_on", ago(3)), **day("incident_on", ago(4)), **day("aware_on", ago(4)), **changed,
    }  # fmt: skip


def typed_decision(referral, **changed):
    return {
        "option": "commission", "reference": "R-2015-77", "reasons": "The test is met.", "version": referral.version,
        **day("period_from", ago(300)), **day("period_to", ago(14)), **day("decided_on", ago(0)), **changed,
    }  # fmt: skip


def test_an_empty_register_says_what_belongs_there_and_who_may_begin(cast, sign_in):
    page = visit(sign_in(cast.asha), "/referrals/", follow=True)
    assert "Incidents referred to the Board belong here" in words(page.main)
    assert page.find("a", string=lambda text: text and "Record a referral" in text)
    page = visit(sign_in(cast.chair), "/referrals/", follow=True)
    assert "Record a referral" not in words(page.main)


@pytest.mark.parametrize("who", ["lead", "panel", "police_author", "outsider"])
def test_the_register_is_not_there_for_others(cast, sign_in, referral, who):
    client = sign_in(getattr(cast, who))
    assert client.get("/referrals/").status_code == 404
    assert client.get(at(referral)).status_code == 404
    assert b"Referrals" not in client.get("/").content


def test_another_board_sees_nothing(cast, sign_in, referral):
    client = sign_in(cast.other_manager)
    page = visit(client, "/referrals/", follow=True)
    assert "N-2015-07" not in words(page.main)
    assert client.get(at(referral)).status_code == 404
    assert client.get(f"/referrals/boards/{cast.other_board.pk}/{referral.pk}/").status_code == 404
    assert client.get(f"/referrals/boards/{cast.board.pk}/").status_code == 404


def test_a_referral_is_recorded_and_its_limits_run_from_the_days_given(cast, sign_in):
    page = visit(
        sign_in(cast.asha), f"/referrals/boards/{cast.board.pk}/new/", method="post", data=typed_referral(), follow=True
    )
    said = words(page.main)
    assert "Referral N-2015-09" in said
    assert "The local authority tells Ofsted and the Board by" in said
    assert "The Independent Chair decides whether to commission a review by" in said
    assert "Check this limit before you rely on it: that the month runs from the notification" in said
    assert len(page.select(".tl-strip")) == 2


def test_a_referral_that_cannot_be_comes_back_with_what_was_typed(cast, sign_in):
    address = f"/referrals/boards/{cast.board.pk}/new/"
    page = visit(sign_in(cast.asha), address, method="post", data=typed_referral(reference="No-number"))
    assert "A reference has a number in it" in words(page.select_one(".govuk-error-summary"))
    assert page.find("textarea", attrs={"name": "about"}).text.strip() == "A child was hurt."
    page = visit(sign_in(cast.asha), address, method="post", data={})
    assert "Select whether the child normally lives in this Board's area" in words(page.main)


def test_the_register_says_where_each_stands_without_a_query_a_row(cast, sign_in, commissioned):
    for number in range(8, 14):
        actions.refer(by=cast.asha, board=cast.board, facts=facts(reference=f"N-2015-{number}"))
    page = visit(sign_in(cast.chair), f"/referrals/boards/{cast.board.pk}/", queries=30)
    said = words(page.main)
    assert "Decided: Commission a Serious Case Review. Review R-2015-77" in said
    assert said.count("Test to be answered") == 6
    assert Event.objects.last().kind == "threshold.register_read"


def test_a_referral_shows_the_test_beside_it_and_what_the_answers_add_up_to(cast, sign_in, answered):
    page = visit(sign_in(cast.asha), at(answered), queries=45)
    said = words(page.main)
    assert "The test for a Serious Case Review is met." in said
    assert "Under this test that counts as yes" in said
    assert "Not known yet" in said
    assert "Dr Hale, paediatrician" in said
    assert "The incident must be notified to Ofsted." in said
    assert "“Hold no review” is not open" in said
    assert Event.objects.last().kind == "threshold.referral_read"
    assert "Hale" not in Event.objects.last().detail_json


def test_a_question_is_answered_and_the_next_one_asked(cast, sign_in, referral):
    client = sign_in(cast.asha)
    page = visit(client, at(referral, "question/working_together/"))
    assert "not known yet counts as yes here" in words(page.main)
    said = {"said": "yes", "evidence": "A fracture", "given_by": "Dr Hale", "version": "0"}
    page = visit(client, at(referral, "question/abuse/"), method="post", data={**said, "next": "yes"}, follow=True)
    assert "Has the child died?" in words(page.main)
    page = visit(client, at(referral, "question/died/"), method="post", data={**said, "evidence": ""})
    assert "Say what shows it" in words(page.select_one(".govuk-error-summary"))
    page = visit(
        client, at(referral, "question/died/"), method="post", data={"said": UNSURE.value, "version": "0"}, follow=True
    )
    assert "The answer is saved" in words(page.main)
    assert Answer.objects.count() == 2
    assert client.get(at(referral, "question/made_up/")).status_code == 404


def test_a_question_answered_meanwhile_shows_both_and_keeps_what_was_typed(cast, sign_in, answered):
    typed = {"said": "no", "evidence": "Another view", "given_by": "DI Moor", "version": "0"}
    page = visit(sign_in(cast.asha), at(answered, "question/abuse/"), method="post", data=typed)
    said = words(page.main)
    assert "Somebody answered this question" in said
    assert "Shown for abuse" in said
    assert page.find("textarea", attrs={"name": "evidence"}).text.strip() == "Another view"
    assert page.find("input", attrs={"name": "version"})["value"] == "1"


def test_a_referral_is_corrected_and_a_stale_page_is_noticed(cast, sign_in, referral):
    client = sign_in(cast.asha)
    form = visit(client, at(referral, "change/")).select_one("main form")
    assert form.find("input", attrs={"name": "reference"})["value"] == "N-2015-07"
    visit(client, at(referral, "change/"), method="post", data=typed_referral(version="1"), follow=True)
    assert fresh(referral).reference == "N-2015-09"
    page = visit(client, at(referral, "change/"), method="post", data=typed_referral(version="1", lives_in="Else"))
    assert "Somebody changed this referral" in words(page.main)
    assert page.find("input", attrs={"name": "lives_in"})["value"] == "Else"
    page = visit(client, at(referral, "change/"), method="post", data=typed_referral(version="2", reference="None"))
    assert "has a number in it" in words(page.main)


def test_the_recommendation_names_who_took_part_and_proposes_the_review(cast, sign_in, answered):
    client = sign_in(cast.asha)
    page = visit(client, at(answered, "recommend/"))
    assert [each["value"] for each in page.select("input[name=option]")] == ["commission"]
    typed = {
        **typed_decision(answered), "took_part": "Asha Fernleigh, manager\nDI Moor, police", **day("met_on", ago(1)),
    }  # fmt: skip
    page = visit(client, at(answered, "recommend/"), method="post", data={**typed, "reference": ""})
    assert "Enter" in words(page.select_one(".govuk-error-summary"))
    page = visit(client, at(answered, "recommend/"), method="post", data=typed, follow=True)
    assert "DI Moor, police" in words(page.main)
    page = visit(sign_in(cast.chair), at(answered, "decide/"))
    assert page.find("input", attrs={"name": "reference"})["value"] == "R-2015-77"


def test_the_chair_decides_and_the_review_is_open(cast, sign_in, recommended):
    client = sign_in(cast.chair)
    page = visit(client, at(recommended))
    assert page.find("a", string=lambda text: text and "Decide" in text)
    page = visit(client, at(recommended, "decide/"), method="post", data=typed_decision(recommended, reasons=""))
    assert "Enter your reasons" in words(page.main)
    page = visit(client, at(recommended, "decide/"), method="post", data=typed_decision(recommended), follow=True)
    assert "Review R-2015-77 is open" in words(page.main)
    visit(client, "/reviews/R-2015-77/")
    page = visit(sign_in(cast.asha), at(recommended))
    assert "The review is completed by" in words(page.main)


def test_a_decision_that_cannot_be_keeps_what_was_typed(cast, sign_in, recommended):
    typed = typed_decision(recommended, reference="R-2015-01")
    page = visit(sign_in(cast.chair), at(recommended, "decide/"), method="post", data=typed)
    assert "already a review with the reference" in words(page.main)
    assert "The test is met." in page.find("textarea", attrs={"name": "reasons"}).text
    assert not Decision.objects.exists()


def test_the_chair_may_ask_for_more_or_for_another_kind_of_review(cast, sign_in, referral):
    client = sign_in(cast.chair)
    typed = {"option": "ask", "reasons": "The cause is not known.", "version": 1, **day("decided_on", ago(0))}
    page = visit(client, at(referral, "decide/"), method="post", data=typed)
    assert "Say what is still to be found out" in words(page.main)
    more = {"ask_what": "The post mortem", "ask_whom": "The coroner's officer", **day("ask_when", ago(-9))}
    page = visit(client, at(referral, "decide/"), method="post", data={**typed, **more}, follow=True)
    assert "The Chair asks for more" in words(page.main)
    found = answer_all(cast.asha, referral, NOT_MET)
    actions.recommend(by=cast.asha, referral=found, version=found.version, proposal=proposal("other_review"))
    found = fresh(found)
    other = {"other_what": "A multi-agency audit", "other_whom": "The learning group", **day("other_when", ago(-30))}
    typed = {**typed, **other, "option": "other_review", "version": found.version}
    page = visit(client, at(found, "decide/"), method="post", data=typed, follow=True)
    assert "A multi-agency audit" in words(page.main)
    assert "The Board sends the National Panel its reasons and the incident notification by" in words(page.main)


def test_the_test_is_taken_up_again_and_the_earlier_decision_stays_to_be_read(cast, sign_in, not_reviewed):
    client = sign_in(cast.asha)
    visit(client, at(not_reviewed, "again/"))
    typed = {"because": "The post mortem is in.", "version": not_reviewed.version}
    page = visit(client, at(not_reviewed, "again/"), method="post", data={**typed, "version": 1})
    assert "Somebody changed this referral" in words(page.main)
    page = visit(client, at(not_reviewed, "again/"), method="post", data=typed, follow=True)
    said = words(page.main)
    assert "The post mortem is in." in said
    assert "Earlier decisions (1)" in said
    assert "Hold no review" in said
    assert Referral.objects.get().assessments.count() == 2


def test_only_whom_the_policy_names_finds_the_pages_of_an_act(cast, sign_in, answered):
    assert MET
    for who, pages in {"asha": ["decide/"], "chair": ["change/", "recommend/", "again/", "question/abuse/"]}.items():
        client = sign_in(getattr(cast, who))
        for page in pages:
            assert client.get(at(answered, page)).status_code == 404
