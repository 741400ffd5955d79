"""Drift in words, with the share of each reason, and the six-month line (2.7.b)."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.timetable.plans import DAYS, REVIEW, plans, review

from threadline.domain.dates.working_days import Length, Unit
from threadline.domain.timetable.drift import Cause, Slip, against_line, apply, drift, drifts
from threadline.domain.timetable.plan import draw_up
from threadline.domain.timetable.slippage import move

POLICE = "waiting for the police timeline"
VENUE = "the venue being shut"


def test_drift_is_shared_out_among_its_reasons():
    found = drift(
        review(),
        [
            Slip("timelines", date(2016, 8, 1), POLICE, done=True),
            Slip("event", date(2016, 10, 4), VENUE),
        ],
        "board",
    )
    assert found.now == date(2016, 12, 6)
    assert found.days == 28
    assert found.causes == (Cause(POLICE, 20), Cause(VENUE, 8))
    assert found.sentence == (
        "Board presentation is 28 days later than first agreed: 20 from waiting for the police timeline; "
        "8 from the venue being shut."
    )


def test_a_single_reason_takes_all_of_it():
    found = drift(review(), [Slip("report", date(2016, 10, 25), POLICE)], "board")
    assert found.sentence == (
        "Board presentation is 7 days later than first agreed, all from waiting for the police timeline."
    )


def test_days_won_back_are_told():
    slips = [Slip("report", date(2016, 11, 8), POLICE), Slip("board", date(2016, 11, 22), "a second meeting")]
    assert drift(review(), slips, "board").sentence == (
        "Board presentation is 14 days later than first agreed: "
        "21 from waiting for the police timeline; 7 days won back."
    )


def test_a_milestone_earlier_than_agreed_says_so():
    slips = [Slip("board", date(2016, 11, 1), "an early meeting"), Slip("board", date(2016, 11, 2), POLICE)]
    assert drift(review(), slips, "board").sentence == (
        "Board presentation is 6 days earlier than first agreed: 7 from an early meeting; 1 day lost again."
    )


def test_without_a_slip_it_is_on_the_day_first_agreed():
    assert drift(review(), [], "board").sentence == "Board presentation is on the day first agreed, 8 November 2016."


def test_a_milestone_with_no_first_day_has_no_drift():
    with pytest.raises(ValueError, match="Board presentation had no date when the timetable was first agreed"):
        drift(draw_up(REVIEW, given={}), [], "board")


@settings(deadline=None, max_examples=60)
@given(plans(), st.lists(st.tuples(st.integers(0, 11), DAYS, st.sampled_from("abc")), max_size=5))
def test_the_shares_add_up_to_the_drift(plan, changes):
    names = [entry.id for entry in plan.entries]
    slips = [Slip(names[number % len(names)], to, reason, done=True) for number, to, reason in changes]
    for entry in plan.entries:
        if entry.on:
            found = drift(plan, slips, entry.id)
            assert sum(cause.days for cause in found.causes) == found.days
            assert found.sentence.endswith(".")


def test_where_everything_moved_is_listed_furthest_first():
    now = move(review(), "panel", date(2016, 8, 8)).plan
    assert drifts(review(), now)[:2] == [("panel", 28), ("event", 13)]
    assert drifts(review(), review()) == []
    assert drifts(review(), draw_up(REVIEW, given={})) == []


@pytest.mark.parametrize(
    ("board", "sentence"),
    [
        (
            date(2016, 11, 8),
            "Board presentation is planned for 8 November 2016, 8 days before Six months (16 November 2016).",
        ),
        (date(2016, 11, 16), "Board presentation is planned for 16 November 2016, on Six months (16 November 2016)."),
        (
            date(2016, 11, 17),
            "Board presentation is planned for 17 November 2016, 1 day after Six months (16 November 2016).",
        ),
    ],
)
def test_a_milestone_is_held_against_the_six_month_line(board, sentence):
    plan = move(review(), "board", board).plan
    assert _line(plan).sentence == sentence


def test_a_milestone_done_is_held_against_the_line_by_the_day_it_was_done():
    plan = apply(review(), Slip("board", date(2016, 11, 10), "", done=True)).plan
    assert _line(plan).sentence == (
        "Board presentation was done on 10 November 2016, 6 days before Six months (16 November 2016)."
    )


def test_a_milestone_without_a_date_cannot_be_held_against_the_line():
    found = _line(draw_up(REVIEW, given={}))
    assert found.days is None
    assert found.sentence.startswith("Board presentation has no date yet")


def _line(plan):
    return against_line(
        plan, "board", started=date(2016, 5, 16), length=Length(6, Unit.MONTHS), line_title="Six months"
    )
