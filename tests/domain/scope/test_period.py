"""The period rule: twelve months recommended, up to twenty-four with a reason, refused beyond (2.1.c)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threadline.domain.scope.period import Verdict, judge_period

INCIDENT = date(2016, 2, 29)


def judge(start, end=INCIDENT, **more):
    limits = {"recommended_months": 12, "exceptional_months": 24, **more}
    return judge_period(start, end, incident=INCIDENT, **limits)


@pytest.mark.parametrize(
    ("start", "reason", "verdict"),
    [
        (date(2016, 2, 29), "", Verdict.WITHIN),
        (date(2015, 2, 28), "", Verdict.WITHIN),
        (date(2015, 2, 27), "", Verdict.NEEDS_REASON),
        (date(2015, 2, 27), "  ", Verdict.NEEDS_REASON),
        (date(2015, 2, 27), "The move between areas in 2014", Verdict.EXCEPTIONAL),
        (date(2014, 2, 28), "The move between areas in 2014", Verdict.EXCEPTIONAL),
        (date(2014, 2, 27), "The move between areas in 2014", Verdict.REFUSED),
        (date(2016, 3, 1), "", Verdict.REFUSED),
    ],
)
def test_the_limits_fall_on_the_corresponding_days(start, reason, verdict):
    reading = judge(start, date(2016, 3, 31), reason=reason)
    assert reading.verdict is verdict
    assert reading.may_be_agreed == (verdict in (Verdict.WITHIN, Verdict.EXCEPTIONAL))


def test_a_period_too_long_is_refused_with_the_earliest_day_and_the_remedy():
    assert judge(date(2013, 6, 1)).sentences == (
        "The period starts on 1 June 2013. It cannot start more than 24 months before the incident: 28 February 2014 "
        "at the earliest.",
        "Summarise earlier history as key points: what was known, who knew, and how it influenced assessment and "
        "decisions.",
    )


def test_a_period_beyond_what_is_recommended_asks_for_the_reason():
    assert judge(date(2014, 9, 1)).sentences[1] == (
        "Record the exceptional reason, or start it on 28 February 2015 or later."
    )
    assert judge(date(2014, 9, 1), reason=" Earlier review ").sentences[1] == "The reason recorded: Earlier review"


def test_a_period_that_ends_before_the_incident_is_asked_about_not_refused():
    reading = judge(date(2015, 9, 1), date(2016, 1, 31))
    assert reading.verdict is Verdict.WITHIN
    assert reading.sentences[1].endswith("before the incident on 29 February 2016. Is that meant?")


def test_a_period_that_ends_before_it_starts_is_refused():
    assert judge(date(2016, 1, 1), date(2015, 1, 1)).sentences == (
        "The period ends on 1 January 2015, before it starts. Check both dates.",
    )


def test_a_pack_with_its_limits_the_wrong_way_round_is_an_error():
    with pytest.raises(ValueError, match="exceptional limit is shorter"):
        judge(date(2016, 1, 1), exceptional_months=6)


@settings(deadline=None)
@given(st.dates(date(2010, 1, 1), date(2016, 2, 29)), st.integers(1, 36), st.integers(0, 36), st.text(max_size=3))
def test_an_earlier_start_is_never_judged_more_kindly(start, recommended, more, reason):
    order = list(Verdict)
    limits = {"recommended_months": recommended, "exceptional_months": recommended + more, "reason": reason}
    later, earlier = judge(start, **limits), judge(start - timedelta(40), **limits)
    assert order.index(earlier.verdict) >= order.index(later.verdict)
