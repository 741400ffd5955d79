"""Referring, answering, recommending and deciding: the order is the method's, and nobody overwrites anybody."""

import pytest
from django.db import IntegrityError, transaction

from tests.areas.reviews.test_standing import published
from tests.areas.threshold.conftest import (
    MET,
    NO,
    NOT_MET,
    UNSURE,
    YES,
    ago,
    answer_all,
    facts,
    fresh,
    proposal,
    ruling,
)  # fmt: skip
from threadline.access.acting import Denied, Refused
from threadline.access.gate import open_gate
from threadline.audit.models import Event
from threadline.reviews import actions as reviews
from threadline.reviews.models import Review
from threadline.threshold import actions
from threadline.threshold.models import Answer, Assessment, Decision, Referral

pytestmark = pytest.mark.django_db
OPENING = actions.Opening("R-2015-77", ago(300), ago(14))


def decide(cast, referral, option="commission", *, by=None, version=None, opening=OPENING, **changed):
    return actions.decide(
        by=by or cast.chair, referral=referral, version=version or referral.version,
        ruling=ruling(option, **changed), opening=opening,
    )  # fmt: skip


def recommend(cast, referral, option="commission", **changed):
    actions.recommend(by=cast.asha, referral=referral, version=referral.version, proposal=proposal(option, **changed))
    return fresh(referral)


def test_a_referral_is_recorded_with_its_first_round_and_one_event(cast, referral):
    assert referral.assessments.get().number == 1
    assert [event.kind for event in Event.objects.all()] == ["threshold.referred"]
    assert "Northfield" not in Event.objects.get().objects_json + Event.objects.get().detail_json


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"reference": "no-number"}, "has a number in it"),
        ({"triggers": ("made_up",)}, "from the list"),
        ({"aware_on": ago(20)}, "cannot have known before"),
        ({"received_on": ago(20)}, "cannot have been told before"),
        ({"received_on": ago(-1)}, "cannot lie ahead"),
        ({"aware_on": ago(-1)}, "cannot lie ahead"),
        ({"ofsted_told_on": ago(13)}, "between the day the authority knew and today"),
        ({"ofsted_told_on": ago(-2)}, "between the day the authority knew and today"),
        ({"ofsted_proof": " "}, "what shows that Ofsted was told"),
    ],
)
def test_a_referral_that_cannot_be_is_refused_in_words(cast, changed, sentence):
    with pytest.raises(Refused, match=sentence):
        actions.refer(by=cast.asha, board=cast.board, facts=facts(**changed))
    assert not Referral.objects.exists()


def test_a_reference_stands_once_at_a_board_and_may_stand_at_another(cast, referral):
    with pytest.raises(Refused, match="already a referral with the reference N-2015-07"):
        actions.refer(by=cast.asha, board=cast.board, facts=facts())
    actions.refer(by=cast.other_manager, board=cast.other_board, facts=facts())


def test_a_referral_is_corrected_unless_somebody_was_quicker(cast, referral):
    actions.change_referral(by=cast.asha, referral=referral, version=1, facts=facts(lives_in="Eastmarch"))
    with pytest.raises(actions.Overtaken, match="while this page was open"):
        actions.change_referral(by=cast.asha, referral=referral, version=1, facts=facts(lives_in="Nowhere"))
    assert fresh(referral).lives_in == "Eastmarch"


def test_the_day_the_board_was_told_cannot_move_past_the_decision(cast, not_reviewed):
    Decision.objects.get()
    with open_gate():
        Decision.objects.update(decided_on=ago(5))
    with pytest.raises(Refused, match="decided before that day"):
        actions.change_referral(
            by=cast.asha, referral=not_reviewed, version=not_reviewed.version, facts=facts(received_on=ago(4))
        )


def test_an_answer_is_kept_with_who_says_so_where_and_of_which_day(cast, referral):
    given = actions.Given(YES, " A skeletal survey ", "Dr Hale", "Report of the ward", ago(9))
    made = actions.answer(by=cast.asha, referral=referral, limb="abuse", given=given, version=0)
    assert (made.said, made.evidence, made.given_by, made.source) == (
        "yes", "A skeletal survey", "Dr Hale", "Report of the ward",
    )  # fmt: skip
    assert (made.version, made.by, fresh(referral).version) == (1, cast.asha, 2)
    assert Event.objects.last().detail_json.count("abuse") == 1
    assert "skeletal" not in Event.objects.last().detail_json


@pytest.mark.parametrize("said", [YES, NO])
def test_yes_and_no_want_what_shows_them_and_not_known_yet_does_not(cast, referral, said):
    for given, sentence in (
        (actions.Given(said, "", "Dr Hale"), "Say what shows it"),
        (actions.Given(said, "A report", " "), "who says so"),
        (actions.Given(said, "A report", "Dr Hale", "", ago(-3)), "lies ahead"),
    ):
        with pytest.raises(Refused, match=sentence):
            actions.answer(by=cast.asha, referral=referral, limb="abuse", given=given, version=0)
    actions.answer(by=cast.asha, referral=referral, limb="abuse", given=actions.Given(UNSURE), version=0)
    with pytest.raises(IntegrityError), transaction.atomic(), open_gate():
        Answer.objects.update(said="yes")


def test_two_who_answer_at_once_do_not_overwrite_each_other(cast, referral):
    first = actions.Given(YES, "First", "Dr Hale")
    actions.answer(by=cast.asha, referral=referral, limb="abuse", given=first, version=0)
    with pytest.raises(actions.Overtaken, match="Somebody answered this question"):
        actions.answer(by=cast.asha, referral=referral, limb="abuse", given=actions.Given(NO, "B", "C"), version=0)
    actions.answer(by=cast.asha, referral=referral, limb="abuse", given=actions.Given(UNSURE), version=1)
    assert Answer.objects.get().said == UNSURE.value


def test_a_question_that_the_pack_does_not_ask_has_no_answer(cast, referral):
    with pytest.raises(Refused, match="asks no such question"):
        actions.answer(by=cast.asha, referral=referral, limb="made_up", given=actions.Given(UNSURE), version=0)


def test_what_the_answers_do_not_leave_open_is_not_recommended(cast, answered, referral):
    with pytest.raises(Refused, match="“Hold no review” is not open"):
        recommend(cast, answered, "no_review")
    with pytest.raises(Refused, match="one of the decisions"):
        recommend(cast, answered, "made_up")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"reasons": " "}, "Say why the meeting recommends"),
        ({"took_part": (" ",)}, "Name who took part"),
        ({"met_on": ago(11)}, "The threshold meeting met after"),
        ({"met_on": ago(-1)}, "not later than today"),
    ],
)
def test_a_recommendation_says_why_who_and_when(cast, answered, changed, sentence):
    with pytest.raises(Refused, match=sentence):
        recommend(cast, answered, **changed)


def test_a_decision_to_commission_opens_the_review_in_the_same_act(cast, recommended):
    made = decide(cast, recommended)
    referral = fresh(recommended)
    assert referral.review.reference == "R-2015-77"
    assert referral.review.incident_on == referral.incident_on
    assert (made.final, made.result) == (True, "met")
    assert "The test for a Serious Case Review is met." in made.sentences
    kinds = [event.kind for event in Event.objects.order_by("id")]
    assert kinds[-2:] == ["reviews.opened", "threshold.decided"] or kinds[-2:] == [
        "threshold.decided",
        "reviews.opened",
    ]


def test_where_the_review_cannot_be_opened_nothing_is_decided(cast, recommended):
    for opening, sentence in (
        (None, "its reference and its period"),
        (actions.Opening("R-2015-01", ago(300), ago(14)), "already a review with the reference"),
        (actions.Opening("R-2015-77", ago(1200), ago(14)), "24"),
    ):
        with pytest.raises(Refused, match=sentence):
            decide(cast, recommended, opening=opening)
    assert not Decision.objects.exists()
    assert fresh(recommended).review is None


def test_a_review_that_stands_already_for_the_same_incident_is_taken(cast, recommended):
    dates = reviews.Dates(recommended.incident_on, ago(300), ago(14))
    begun = reviews.UnderWay(ago(1), "It began on paper.")
    known = reviews.open_review(by=cast.asha, board=cast.board, reference="R-2015-88", dates=dates, under_way=begun)
    decide(cast, recommended, opening=actions.Opening("R-2015-88", ago(300), ago(14)))
    assert fresh(recommended).review == known


def test_a_review_that_came_of_another_referral_is_not_taken(cast, commissioned):
    second = actions.refer(by=cast.asha, board=cast.board, facts=facts(reference="N-2015-08"))
    second = recommend(cast, answer_all(cast.asha, second, MET))
    with pytest.raises(Refused, match="already a review"):
        decide(cast, second)


def test_the_chair_decides_on_a_recommendation_and_only_what_the_answers_leave_open(cast, answered):
    with pytest.raises(Refused, match="recommendation comes first"):
        decide(cast, answered)
    with pytest.raises(Refused, match="is not open"):
        decide(cast, recommend(cast, answered), "no_review")


@pytest.mark.parametrize(
    ("option", "changed", "sentence"),
    [
        ("no_review", {"reasons": " "}, "Give the reasons"),
        ("no_review", {"decided_on": ago(-1)}, "cannot lie ahead"),
        ("no_review", {"decided_on": ago(11)}, "cannot be earlier"),
        ("other_review", {"instead": ""}, "which other kind"),
        ("other_review", {"by_whom": ""}, "who leads"),
        ("other_review", {"by_when": None}, "by when"),
        ("other_review", {"by_when": ago(1)}, "cannot be earlier than the decision"),
        ("ask", {"instead": " "}, "still to be found out"),
        ("ask", {"by_whom": ""}, "who is asked"),
    ],
)
def test_a_decision_says_what_its_kind_needs(cast, referral, option, changed, sentence):
    found = recommend(cast, answer_all(cast.asha, referral, NOT_MET), "no_review")
    with pytest.raises(Refused, match=sentence):
        decide(cast, found, option, **changed)


def test_not_a_serious_case_review_may_lead_to_another_kind_of_review(cast, referral):
    found = recommend(cast, answer_all(cast.asha, referral, NOT_MET), "other_review")
    made = decide(cast, found, "other_review", opening=None)
    assert (made.instead, made.by_whom, fresh(found).review) == ("A multi-agency audit", "The learning group", None)


def test_asking_for_more_closes_nothing(cast, referral):
    made = decide(cast, referral, "ask", opening=None)
    assert not made.final
    answer_all(cast.asha, referral, MET)


def test_answers_that_changed_while_the_chair_read_them_are_read_again(cast, recommended):
    given = actions.Given(UNSURE)
    actions.answer(by=cast.asha, referral=recommended, limb="died", given=given, version=1)
    with pytest.raises(actions.Overtaken):
        decide(cast, recommended)
    assert not Review.objects.filter(reference="R-2015-77").exists()


def test_after_a_decision_the_answers_stay_until_the_test_is_taken_up_again(cast, not_reviewed):
    with pytest.raises(Refused, match="so they stay as they are"):
        actions.answer(by=cast.asha, referral=not_reviewed, limb="abuse", given=actions.Given(UNSURE), version=1)
    with pytest.raises(Refused, match="already"):
        recommend(cast, not_reviewed, "no_review")
    with pytest.raises(Refused, match="recorded already"):
        decide(cast, not_reviewed, "no_review")
    with pytest.raises(Refused, match="Say why"):
        actions.take_up_again(by=cast.asha, referral=not_reviewed, version=not_reviewed.version, because=" ")
    begun = actions.take_up_again(
        by=cast.asha, referral=not_reviewed, version=not_reviewed.version, because="The post mortem is in."
    )
    assert (begun.number, begun.answers.count()) == (2, len(NOT_MET))
    actions.answer(by=cast.asha, referral=not_reviewed, limb="abuse", given=actions.Given(YES, "X", "Y"), version=1)
    first = Assessment.objects.get(referral=not_reviewed, number=1)
    assert first.answers.get(limb="abuse").said == NO.value
    assert first.decisions.get().option == "no_review"


def test_an_open_round_is_not_begun_anew(cast, answered):
    with pytest.raises(Refused, match="has not decided"):
        actions.take_up_again(by=cast.asha, referral=answered, version=answered.version, because="x")


def test_a_review_that_is_open_is_not_undone_by_the_referral(cast, commissioned):
    actions.take_up_again(by=cast.asha, referral=commissioned, version=commissioned.version, because="New report")
    found = fresh(commissioned)
    for limb in MET:
        given = actions.Given(NO, "Shown", "Dr Hale")
        actions.answer(by=cast.asha, referral=found, limb=limb, given=given, version=1)
    found = answer_all(cast.asha, found, {name: NO for name in NOT_MET if name not in MET})
    found = recommend(cast, found, "no_review")
    with pytest.raises(Refused, match="goes on until the Board ends it"):
        decide(cast, found, "no_review")


def test_deciding_again_to_commission_keeps_the_review(cast, commissioned):
    actions.take_up_again(by=cast.asha, referral=commissioned, version=commissioned.version, because="New report")
    found = recommend(cast, fresh(commissioned))
    decide(cast, found, opening=None)
    assert fresh(found).review == commissioned.review
    assert Decision.objects.filter(final=True).count() == 2


def test_a_child_who_lives_elsewhere_is_decided_on_elsewhere_unless_the_boards_agree(cast, referral):
    actions.change_referral(by=cast.asha, referral=referral, version=1, facts=facts(lives_here=False))
    found = recommend(cast, answer_all(cast.asha, referral, MET))
    with pytest.raises(Refused, match="that area's Board decides"):
        decide(cast, found)
    agreed = facts(lives_here=False, led_here_because="Agreed with Eastmarch on 3 May")
    actions.change_referral(by=cast.asha, referral=found, version=found.version, facts=agreed)
    decide(cast, fresh(found))


def test_each_act_is_for_whom_the_method_names(cast, recommended):
    given, version = actions.Given(UNSURE), recommended.version
    wrong = {
        "refer": ("chair", "lead", "panel", "police_author", "other_manager", "outsider"),
        "answer": ("chair", "lead", "panel", "police_author", "other_manager", "outsider"),
        "recommend": ("chair", "lead", "panel", "police_author", "other_manager", "outsider"),
        "decide": ("asha", "lead", "panel", "police_author", "other_manager", "outsider"),
    }
    acts = {
        "refer": lambda by: actions.refer(by=by, board=cast.board, facts=facts(reference="N-9")),
        "answer": lambda by: actions.answer(by=by, referral=recommended, limb="died", given=given, version=1),
        "recommend": lambda by: actions.recommend(by=by, referral=recommended, version=version, proposal=proposal()),
        "decide": lambda by: decide(cast, recommended, by=by),
    }
    for name, act in acts.items():
        for who in wrong[name]:
            with pytest.raises(Denied):
                act(getattr(cast, who))


def test_a_referral_and_the_review_it_opens_are_under_the_board_s_latest_method(cast):
    own = published(cast.board, cast.asha)
    referred = actions.refer(by=cast.asha, board=cast.board, facts=facts())
    assert referred.assessments.get().pack_id == own.digest
    found = recommend(cast, answer_all(cast.asha, referred, MET))
    decide(cast, found)
    assert fresh(found).review.pack_id == own.digest
    theirs = actions.refer(by=cast.other_manager, board=cast.other_board, facts=facts(reference="N-2015-08"))
    assert theirs.assessments.get().pack_id != own.digest
