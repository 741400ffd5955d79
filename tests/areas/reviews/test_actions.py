"""Opening a review and changing it: the rule on the period, the reference, the agencies (2.1.c, 2.1.e)."""

from datetime import date

import pytest

from threadline.access.acting import Denied, Refused
from threadline.agencies.models import Agency
from threadline.audit.models import Event
from threadline.reviews import actions
from threadline.reviews.actions import Dates
from threadline.reviews.models import ContributingAgency, Review

YEAR = Dates(date(2015, 9, 30), date(2014, 9, 30), date(2015, 9, 30))


def opened(cast, **given):
    return actions.open_review(
        **{
            "by": cast.asha,
            "board": cast.board,
            "reference": "R-2016-09",
            "dates": YEAR,
            "agencies": [cast.police],
            **given,
        }
    )


def test_a_manager_opens_a_review_for_agencies_old_and_new(cast):
    review = opened(cast, new=["Mill Lane Surgery", "westmarch police"])
    names = ContributingAgency._base_manager.filter(review=review).values_list("agency__name", flat=True)
    assert sorted(names) == ["Mill Lane Surgery", "Westmarch Police"]
    assert Event.objects.latest("id").kind == "reviews.opened"


def test_a_reference_in_use_anywhere_is_refused_whatever_its_case(cast):
    with pytest.raises(Refused, match="already a review"):
        opened(cast, reference=cast.other_review.reference.lower())


@pytest.mark.parametrize(
    ("start", "reason", "refused"),
    [
        (date(2014, 9, 30), "", False),
        (date(2014, 9, 29), "", True),
        (date(2014, 9, 29), "The family came in September.", False),
        (date(2013, 9, 30), "The family came then.", False),
        (date(2013, 9, 29), "However good the reason.", True),
        (date(2015, 10, 1), "", True),
    ],
)
def test_a_period_beyond_a_year_needs_its_reason_and_beyond_two_is_refused(cast, start, reason, refused):
    dates = Dates(YEAR.incident_on, start, YEAR.period_to, reason)
    if refused:
        with pytest.raises(Refused):
            opened(cast, dates=dates)
        assert not Review.objects.filter(reference="R-2016-09").exists()
    else:
        assert opened(cast, dates=dates).period_from == start


@pytest.mark.parametrize("who", ["lead", "panel", "police_author", "other_manager", "chair", "outsider"])
def test_nobody_else_opens_a_review_at_the_board(cast, who):
    with pytest.raises(Denied):
        opened(cast, by=getattr(cast, who))


def test_another_boards_agency_cannot_be_asked(cast):
    with pytest.raises(Refused, match="not an agency of this Board"):
        opened(cast, agencies=[cast.other_agency])


def test_an_agency_that_has_sent_nothing_can_be_let_go_and_another_asked(cast):
    added = Agency.objects.create(board=cast.board, name="Turnaround")
    actions.change_review(by=cast.asha, review=cast.review, dates=YEAR, agencies=[cast.police, added])
    left = ContributingAgency._base_manager.filter(review=cast.review).values_list("agency__name", flat=True)
    assert sorted(left) == ["Turnaround", "Westmarch Police"]


def test_an_agency_that_has_sent_a_file_stays(cast, monkeypatch):
    monkeypatch.setattr(actions, "has_sent", [lambda review, agency: agency == cast.health])
    with pytest.raises(Refused, match="Northfield Trust has sent a file"):
        actions.change_review(by=cast.asha, review=cast.review, dates=YEAR, agencies=[cast.police])
    assert ContributingAgency._base_manager.filter(review=cast.review).count() == 3
