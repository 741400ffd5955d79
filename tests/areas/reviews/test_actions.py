"""Opening a review and changing it: the period's rule (2.1.c), the agencies (2.1.e), one event under the review."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.recorded import UNDER_WAY
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.audit.models import Event
from threadline.domain.framework.outcome import Verdict
from threadline.domain.framework.registry import CHECKS
from threadline.reviews import actions, queries
from threadline.reviews.actions import opening, written
from threadline.reviews.method import pack_of
from threadline.reviews.models import ContributingAgency, Review
from threadline.reviews.queries.scope import opened

pytestmark = pytest.mark.django_db
DATES = actions.Dates(date(2015, 9, 30), date(2014, 10, 1), date(2015, 9, 30))


def open_(cast, reference="R-2016-01", dates=DATES, by=None, **values):
    said = {"board": cast.board, "reference": reference, "dates": dates, "under_way": UNDER_WAY, **values}
    return actions.open_review(by=by or cast.asha, **said)


@pytest.mark.parametrize("on", [date(2015, 9, 29), date.today() + timedelta(2)])
def test_a_review_under_way_was_decided_after_the_incident_and_not_later_than_today(cast, on):
    with pytest.raises(Refused, match="Check the day of the decision"):
        open_(cast, under_way=actions.UnderWay(on, "On paper."))


def test_a_review_is_not_opened_without_a_referral_but_for_a_reason(cast):
    with pytest.raises(Refused, match="why there is no referral"):
        open_(cast, under_way=actions.UnderWay(date(2015, 10, 22), " "))
    made = open_(cast)
    with review_scope(made):
        told = CHECKS.checks()["threshold.decision_recorded"](made)
    assert told.verdict is Verdict.NOT_MET
    assert told.reasons[0].startswith("The Chair decided on 22 October 2015, before the review was opened here.")


def agencies(review):
    with review_scope(review):
        return [each.agency.name for each in ContributingAgency.objects.select_related("agency")]


def test_a_review_is_opened_with_its_agencies_and_recorded_under_itself(cast):
    made = open_(cast, agencies=[cast.police], new=["Turnaround", "WESTMARCH police", "Turnaround"])
    assert agencies(made) == ["Turnaround", "Westmarch Police"]
    event = Event.objects.get()
    assert (event.kind, event.board, event.review) == ("reviews.opened", str(cast.board.pk), str(made.pk))
    assert f"reviews.review:{made.pk}" in event.objects_json


@pytest.mark.parametrize("who", ["lead", "panel", "other_manager", "outsider"])
def test_only_the_business_manager_and_the_chair_open_a_review(cast, who):
    with pytest.raises(Denied):
        open_(cast, by=getattr(cast, who))


@pytest.mark.parametrize("reference", ["R-2015-01", "r-2015-01", "E-2015-07"])
def test_a_reference_is_used_once_over_all_boards(cast, reference):
    with pytest.raises(Refused, match=f"already a review with the reference {reference}"):
        open_(cast, reference=reference)


def test_a_reference_taken_at_the_same_moment_is_refused_too(cast, monkeypatch):
    monkeypatch.setattr(opening, "reference_is_taken", lambda reference: False)
    with pytest.raises(Refused, match="already a review"):
        open_(cast, reference="R-2015-01")
    assert not Event.objects.exists()


def test_a_reference_has_a_number_in_it(cast):
    with pytest.raises(Refused, match="has a number in it"):
        open_(cast, reference="open")


@pytest.mark.parametrize(
    ("start", "reason", "sentence"),
    [
        (date(2014, 9, 30), "", ""),
        (date(2014, 9, 29), "", "Record the exceptional reason"),
        (date(2014, 9, 29), "The family moved here then.", ""),
        (date(2013, 9, 30), "The family moved here then.", ""),
        (date(2013, 9, 29), "The family moved here then.", "cannot start more than 24 months before"),
        (date(2015, 10, 1), "", "before it starts"),
    ],
)
def test_the_period_reaches_back_twelve_months_or_with_a_reason_twenty_four(cast, start, reason, sentence):
    dates = actions.Dates(date(2015, 9, 30), start, date(2015, 9, 30), reason)
    if sentence:
        with pytest.raises(Refused, match=sentence):
            open_(cast, dates=dates)
        assert not Review.objects.filter(reference="R-2016-01").exists()
    else:
        assert open_(cast, dates=dates).period_reason == reason


DAY = st.dates(date(2012, 1, 1), date(2016, 12, 31))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAY, DAY, DAY, st.sampled_from(["", "Because."]))
def test_what_the_rule_says_of_a_period_is_what_the_act_does(cast, incident, first, last, reason):
    dates = actions.Dates(incident, first, last, reason)
    with review_scope(cast.review):
        scope = opened(cast.review) or actions.begin_scope(by=cast.asha, review=cast.review)
    told = {"by": cast.asha, "scope": scope, "version": scope.version, "said": written.Period(dates)}
    if actions.judge(dates, pack_of(cast.review)).may_be_agreed:
        changed = actions.write_scope(**told)
        assert (changed.period_from, changed.period_to) == (first, last)
    else:
        with pytest.raises(Refused):
            actions.write_scope(**told)


def test_a_person_sees_the_reviews_that_are_theirs(cast):
    def seen(who):
        return {review.reference for review in queries.for_viewer(viewer=getattr(cast, who))}

    assert seen("asha") == {"R-2015-01", "R-2015-02"}
    assert seen("police_author") == {"R-2015-01"}
    assert seen("outsider") == set()
    assert list(queries.boards_to_open_in(viewer=cast.asha)) == [cast.board]
    assert not queries.boards_to_open_in(viewer=cast.lead)


def test_the_agencies_of_a_review_are_for_those_who_read_it(cast):
    with review_scope(cast.review):
        assert len(queries.contributors(review=cast.review, viewer=cast.panel)) == 3
        assert not queries.contributors(review=cast.review, viewer=cast.outsider)
