"""What a meeting may not do, and what its record lacks."""

from datetime import date

import pytest

from threadline.domain.meetings.attendance import Came
from threadline.domain.meetings.rules import Kept, lacking, why_not_approve, why_not_decide

TODAY = date(2016, 5, 3)


@pytest.mark.parametrize(
    ("starts_on", "came", "quorum", "said"),
    [
        (date(2016, 5, 4), [Came.PRESENT], 0, "It decides when it has met"),
        (TODAY, [], 0, "Record who is here first"),
        (TODAY, [Came.APOLOGIES, Came.ABSENT], 0, "Record who is here first"),
        (TODAY, [Came.PRESENT, Came.ABSENT], 2, "1 person is here. The meeting decides with 2 or more."),
        (TODAY, [Came.PRESENT, Came.DEPUTY], 3, "2 people are here"),
        (TODAY, [Came.PRESENT, Came.DEPUTY], 2, ""),
        (TODAY, [Came.PRESENT], 0, ""),
    ],
)
def test_when_a_meeting_may_decide(starts_on, came, quorum, said):
    answer = why_not_decide(starts_on=starts_on, today=TODAY, came=came, quorum=quorum)
    assert said in answer
    assert bool(answer) == bool(said)


@pytest.mark.parametrize(
    ("present", "chaired", "chair", "may"),
    [(True, True, False, True), (True, False, True, True), (True, False, False, False), (False, True, True, False)],
)
def test_who_may_approve_minutes(present, chaired, chair, may):
    assert (why_not_approve(present=present, chaired=chaired, holds_the_chair=chair) == "") == may


def kept(**said):
    whole = {"attended": 4, "unrecorded": 0, "undecided": (), "minutes": True, "approved": True, "absent": 0, "told": 0}
    return Kept(title="Initial meeting", **{**whole, **said})


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"attended": 0}, "Initial meeting: who attended is not recorded."),
        ({"unrecorded": 1}, "Initial meeting: attendance is not recorded for 1 person."),
        ({"undecided": ["a"]}, "Initial meeting: 1 decision of its agenda is open."),
        ({"undecided": ["a", "b"]}, "Initial meeting: 2 decisions of its agenda are open."),
        ({"minutes": False, "approved": False}, "Initial meeting: there are no minutes."),
        ({"approved": False}, "Initial meeting: the minutes are not approved."),
        ({"absent": 1}, "Initial meeting: 1 person who missed it has not been told."),
        ({"absent": 3, "told": 1}, "Initial meeting: 2 people who missed it have not been told."),
    ],
)
def test_what_a_record_lacks(said, sentence):
    assert lacking(kept(**said)) == (sentence,)


def test_a_whole_record_lacks_nothing():
    assert lacking(kept()) == ()
