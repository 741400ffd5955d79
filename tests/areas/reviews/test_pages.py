"""The pages of a review itself."""

import pytest

from tests.visit import visit, words
from threadline.reviews.models import Review

FORM = {
    "reference": "R-2016-09",
    "incident_on-day": "30", "incident_on-month": "9", "incident_on-year": "2015",
    "period_from-day": "1", "period_from-month": "10", "period_from-year": "2014",
    "period_to-day": "30", "period_to-month": "9", "period_to-year": "2015",
    "period_reason": "", "new_agencies": "Mill Lane Surgery\n",
}  # fmt: skip


def test_the_list_shows_a_person_only_their_reviews(cast, sign_in):
    assert "R-2015-01" in words(visit(sign_in(cast.lead), "/reviews/"))
    page = words(visit(sign_in(cast.lead), "/reviews/"))
    assert "R-2015-02" not in page
    assert "E-2015-07" not in page


def test_somebody_without_a_review_is_told_whom_to_ask(cast, sign_in):
    assert "not part of a review at present" in words(visit(sign_in(cast.outsider), "/reviews/"))


def test_a_manager_opens_a_review_and_is_taken_to_it(cast, sign_in):
    client = sign_in(cast.asha)
    visit(client, "/reviews/open/")
    page = visit(client, "/reviews/open/", method="post", data=FORM, follow=True)
    assert words(page.find("h1")) == "Overview"
    assert Review.objects.filter(reference="R-2016-09", board=cast.board).exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"reference": "R 2016/09"}, "letters, figures and hyphens"),
        ({"reference": "E-2015-07"}, "already a review"),
        ({"incident_on-day": "31"}, "incident"),
        ({"period_from-year": "2012"}, "more than 24 months"),
        ({"period_from-year": "2013"}, "exceptional reason"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(cast, sign_in, wrong, said):
    page = visit(sign_in(cast.asha), "/reviews/open/", method="post", data={**FORM, **wrong})
    assert page.title.string.startswith("Error: ")
    assert said in words(page.select_one(".govuk-error-summary"))
    assert page.find("textarea", {"name": "new_agencies"}).text.strip() == "Mill Lane Surgery"


def test_a_form_cannot_choose_another_boards_agency_or_set_what_it_does_not_show(cast, sign_in):
    extra = {"agencies": str(cast.other_agency.pk), "board": str(cast.other_board.pk), "id": "1"}
    visit(sign_in(cast.asha), "/reviews/open/", method="post", data={**FORM, **extra})
    assert not Review.objects.filter(reference="R-2016-09").exists()


def test_the_overview_says_what_comes_next_and_who_was_asked(cast, sign_in):
    page = words(visit(sign_in(cast.asha), "/reviews/R-2015-01/"))
    assert "The timeline of Westmarch Police" in page
    assert "Larkspur Primary School; Northfield Trust; Westmarch Police" in page


def test_an_author_is_told_to_send_their_own_agencys_timeline_only(cast, sign_in):
    page = words(visit(sign_in(cast.police_author), "/reviews/R-2015-01/"))
    assert "Send the timeline of Westmarch Police" in page
    assert "Send the timeline of Northfield Trust" not in page


def test_a_change_of_the_dates_is_saved_and_told(cast, sign_in):
    data = {**FORM, "agencies": [str(cast.police.pk), str(cast.health.pk), str(cast.school.pk)], "new_agencies": ""}
    page = visit(sign_in(cast.asha), "/reviews/R-2015-01/change/", method="post", data=data, follow=True)
    assert "dates and agencies are changed" in words(page)
    assert Review.objects.get(reference="R-2015-01").period_from.isoformat() == "2014-10-01"


@pytest.mark.parametrize("who", ["lead", "panel", "police_author", "chair", "other_manager"])
def test_only_the_manager_changes_a_review(cast, sign_in, who):
    visit(sign_in(getattr(cast, who)), "/reviews/R-2015-01/change/", expect=404)
