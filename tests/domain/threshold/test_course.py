"""The order of the acts about a referral, for the pack of 2016 and every state a referral can be in (2.1.a)."""

from datetime import date
from itertools import product

import pytest

from threadline.domain.framework.bundled import bundled
from threadline.domain.threshold import course
from threadline.domain.threshold.answers import Answer, Said
from threadline.domain.threshold.weighing import Result, weigh

TEST = bundled("greater-manchester-2016").threshold
LIMBS = {limb.id for limb in TEST.limbs}


def read(**said):
    answers = {name: Answer(word, "shown", "Dr Hale") for name, word in said.items()}
    return weigh(TEST.limbs, TEST.grounds, answers, test=TEST.test)


READINGS = {
    Result.MET: read(abuse=Said.YES, died=Said.YES),
    Result.NOT_MET: read(**dict.fromkeys(LIMBS, Said.NO)),
    Result.OPEN: read(abuse=Said.YES),
}
OPTIONS = {option.id: option for option in TEST.options}
CASES = [
    course.Case(READINGS[result], recommended, decided, review_is_open, decides_here)
    for result, recommended, decided, review_is_open, decides_here in product(
        Result, ("", "commission"), ("", "commission"), (False, True), (False, True)
    )
]


@pytest.mark.parametrize("option", [*OPTIONS, "made_up"])
def test_what_may_be_decided_is_what_the_method_allows_in_every_state(option):
    for case in CASES:
        allowed = (
            option in OPTIONS
            and not case.decided
            and case.decides_here
            and case.reading.result.value in OPTIONS[option].allowed_when
            and (option == "ask" or bool(case.recommended))
            and (option in ("ask", "commission") or not case.review_is_open)
        )
        assert (course.no_decision(case, option, TEST.options) == "") is allowed, (case, option)


@pytest.mark.parametrize("option", OPTIONS)
def test_what_may_be_recommended_is_what_the_answers_leave_open_until_it_is_decided(option):
    for case in CASES:
        allowed = not case.decided and case.reading.result.value in OPTIONS[option].allowed_when
        assert (course.no_recommendation(case, option, TEST.options) == "") is allowed


def test_answers_change_until_a_decision_and_again_in_a_new_round():
    for case in CASES:
        assert (course.no_answer(case) == "") is not bool(case.decided)
        assert (course.no_new_round(case) == "") is bool(case.decided)


def test_answers_without_what_shows_them_are_neither_recommended_nor_decided_on_but_more_may_be_asked():
    bare = weigh(TEST.limbs, TEST.grounds, dict.fromkeys(LIMBS, Answer(Said.NO)), test=TEST.test)
    case = course.Case(bare, recommended="no_review")
    assert "Say what shows it: Has the child died?" in course.no_decision(case, "no_review", TEST.options)
    assert "Say first what shows" in course.no_recommendation(case, "no_review", TEST.options)
    assert course.no_decision(case, "ask", TEST.options) == ""


def test_a_decision_is_of_a_day_between_the_referral_and_today():
    received, today = date(2015, 10, 1), date(2015, 10, 20)
    for day, allowed in (
        (date(2015, 9, 30), False), (received, True), (today, True), (date(2015, 10, 21), False),
    ):  # fmt: skip
        assert (course.not_then(day, received_on=received, today=today) == "") is allowed
