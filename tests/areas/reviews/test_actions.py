"""Opening a review and changing it: the period's rule (2.1.c), the agencies (2.1.e), one event under the review."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.agencies.models import Agency
from threadline.audit.models import Event
from threadline.domain.framework.bundled import bundled
from threadline.reviews import actions, queries
from threadline.reviews.actions import opening
from threadline.reviews.models import ContributingAgency, Review

pytestmark = pytest.mark.django_db
DATES = actions.Dates(date(2015, 9, 30), date(2014, 10, 1), date(2015, 9, 30))


def open_(cast, reference="R-2016-01", dates=DATES, by=None, **values):
    return actions.open_review(by=by or cast.asha, board=cast.board, reference=reference, dates=dates, **values)


def agencies(review):
    with review_scope(review):
        return [each.agency.name for each in ContributingAgency.objects.select_related("agency")]


def test_a_review_is_opened_with_its_agencies_and_recorded_under_itself(cast):
    made = open_(cast, agencies=[cast.police], new=["Turnaround", "WESTMARCH police", "Turnaround"])
    assert agencies(made) == ["Turnaround", "Westmarch Police"]
    event = Event.objects.get()
    assert (event.kind, event.board, event.review) == ("reviews.opened", str(cast.board.pk), str(made.pk))
    assert f"reviews.review:{made.pk}" in event.objects_json


@pytest.mark.parametrize("who", ["chair", "lead", "other_manager", "outsider"])
def test_only_a_business_manager_opens_a_review(cast, who):
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


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAY, DAY, DAY, st.sampled_from(["", "Because."]))
def test_what_the_rule_says_of_a_period_is_what_the_act_does(cast, incident, first, last, reason):
    dates = actions.Dates(incident, first, last, reason)
    if actions.judge(dates, bundled("greater-manchester-2016")).may_be_agreed:
        changed = actions.change_review(by=cast.asha, review=cast.review, dates=dates, agencies=[cast.police])
        assert (changed.period_from, changed.period_to) == (first, last)
    else:
        with pytest.raises(Refused):
            actions.change_review(by=cast.asha, review=cast.review, dates=dates, agencies=[cast.police])


def test_agencies_come_and_go_but_one_that_sent_something_stays(cast, monkeypatch):
    actions.change_review(by=cast.asha, review=cast.review, dates=DATES, agencies=[cast.police, cast.health])
    assert agencies(cast.review) == ["Northfield Trust", "Westmarch Police"]
    monkeypatch.setattr(opening, "has_sent", [lambda review, agency: agency == cast.health])
    with pytest.raises(Refused, match="Northfield Trust has sent a file"):
        actions.change_review(by=cast.asha, review=cast.review, dates=DATES, agencies=[])
    assert agencies(cast.review) == ["Northfield Trust", "Westmarch Police"]


def test_a_refused_change_leaves_the_review_at_hand_as_it_was(cast):
    before = cast.review.period_from
    dates = actions.Dates(date(2015, 9, 30), date(2015, 9, 1), date(2015, 9, 30))
    with pytest.raises(Refused, match="not an agency of this Board"):
        actions.change_review(by=cast.asha, review=cast.review, dates=dates, agencies=[cast.other_agency])
    assert cast.review.period_from == before
    assert Review.objects.get(pk=cast.review.pk).period_from == before


def test_a_new_agency_of_the_board_is_made_once(cast):
    for _ in range(2):
        actions.change_review(by=cast.asha, review=cast.review, dates=DATES, agencies=[], new=["Turnaround"])
    assert Agency.objects.filter(board=cast.board, name="Turnaround").count() == 1
    assert cast.other_board.agencies.count() == 1


@pytest.mark.parametrize("who", ["chair", "lead", "panel", "other_manager"])
def test_only_a_business_manager_changes_a_review(cast, who):
    with pytest.raises(Denied):
        actions.change_review(by=getattr(cast, who), review=cast.review, dates=DATES, agencies=[])


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
