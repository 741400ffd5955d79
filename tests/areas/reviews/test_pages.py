"""The list of reviews, opening one, its overview, its dates and agencies; the frame around every page of a review."""

import pytest
from django.test import Client

from tests.people import holding
from tests.visit import visit, words
from threadline.access import roles
from threadline.audit.models import Event
from threadline.chronology import actions as timelines
from threadline.reviews import frame
from threadline.reviews.frame import Changed, Next
from threadline.reviews.models import Review

pytestmark = pytest.mark.django_db


def typed(**values):
    """What stands in the form of a review with a year's period."""
    days = {
        "incident_on": "30 9 2015", "period_from": "1 10 2014", "period_to": "30 9 2015", "decided_on": "22 10 2015",
        **values.pop("days", {}),
    }  # fmt: skip
    parts = {
        f"{name}-{part}": text
        for name, day in days.items()
        for part, text in zip(("day", "month", "year"), day.split(), strict=True)
    }
    rest = {"reference": "R-2016-01", "period_reason": "", "new_agencies": "", "because": "It began on paper."}
    return {**rest, **parts, **values}


def test_the_list_shows_a_person_their_own_reviews(cast, sign_in):
    page = visit(sign_in(cast.asha), "/reviews/", queries=25)
    assert [words(row.th) for row in page.tbody.find_all("tr")] == ["R-2015-02", "R-2015-01"]
    assert "Open a review" in words(page.main)
    page = visit(sign_in(cast.panel), "/reviews/")
    assert [words(row.th) for row in page.tbody.find_all("tr")] == ["R-2015-01"]
    assert "Open a review" not in words(page.main)


def test_who_has_no_review_is_told_whom_to_ask(cast, sign_in):
    assert "You are not part of a review at present" in words(visit(sign_in(cast.outsider), "/reviews/").main)


def test_a_board_s_first_review_is_asked_for(cast, sign_in):
    holding(cast.outsider, roles.BUSINESS_MANAGER, board=type(cast.board).objects.create(name="Southmarch LSCB"))
    page = visit(sign_in(cast.outsider), "/reviews/")
    assert "Your Board’s reviews belong here" in words(page.main)
    page = visit(sign_in(cast.outsider), "/reviews/open/")
    assert page.find(attrs={"name": "agencies"}) is None
    assert "Which agencies are asked for a timeline?" in words(page.main)


def test_a_review_is_opened_from_the_form(cast, sign_in):
    page = visit(sign_in(cast.asha), "/reviews/open/")
    assert "Westmarch LSCB" in words(page.main)
    sent = typed(agencies=[str(cast.police.pk)], new_agencies="Turnaround\r\n")
    page = visit(sign_in(cast.asha), "/reviews/open/", method="post", data=sent, follow=True)
    assert "Review R-2016-01 is open" in words(page.main)
    assert "Turnaround; Westmarch Police" in words(page.main)


def test_where_somebody_serves_two_boards_the_review_is_opened_at_the_one_named(cast, sign_in):
    holding(cast.asha, roles.BUSINESS_MANAGER, board=cast.other_board)
    address = f"/reviews/open/?board={cast.board.pk}"
    assert "Westmarch LSCB" in words(visit(sign_in(cast.asha), address).main)
    visit(sign_in(cast.asha), address, method="post", data=typed(), follow=True)
    assert Review.objects.get(reference="R-2016-01").board == cast.board
    assert sign_in(cast.asha).get("/reviews/open/?board=nothing").status_code == 404


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"reference": ""}, "Enter the reference"),
        ({"reference": "R 2016/01"}, "Use letters, figures and hyphens only"),
        ({"reference": "R-2015-01"}, "There is already a review with the reference R-2015-01"),
        ({"reference": "open"}, "A reference has a number in it"),
        ({"days": {"period_from": "1 9 2014"}}, "Record the exceptional reason"),
        ({"days": {"period_from": "1 9 2013"}, "period_reason": "x"}, "cannot start more than 24 months before"),
        ({"days": {"period_to": "31 6 2015"}}, "must be a real date"),
    ],
)
def test_a_review_that_cannot_be_opened_says_why_and_keeps_what_was_typed(cast, sign_in, change, sentence):
    sent = typed(new_agencies="Turnaround", **change)
    page = visit(sign_in(cast.asha), "/reviews/open/", method="post", data=sent)
    assert sentence in words(page.select_one(".govuk-error-summary"))
    assert words(page.find(id="id_new_agencies")) == "Turnaround"
    assert Review.objects.count() == 3


def test_where_dates_were_changed_before_one_is_led_to_the_scope(cast, sign_in):
    assert sign_in(cast.asha).get("/reviews/R-2015-01/change/")["Location"] == "/reviews/R-2015-01/scope/"


def test_the_overview_says_where_the_review_stands_and_what_comes_next(cast, sign_in):
    page = visit(sign_in(cast.asha), "/reviews/R-2015-01/", queries=80)
    told = words(page.main)
    assert "None of three timelines are in." in told
    assert "The timeline of Larkspur Primary School is " in told
    assert "days late." in told
    assert "The timeline of Larkspur Primary School" in told
    assert "30 September 2015" in told
    assert page.main.find("a", href="/reviews/R-2015-01/change/")


def test_the_overview_counts_what_came_and_what_waits(cast, sign_in):
    from tests.access.crawl import CSV
    from threadline.access.scope import review_scope

    with review_scope(cast.review):
        contributor = cast.review.contributors.select_related("agency", "review").get(agency=cast.police)
    for name, text in (("a.csv", CSV), ("b.csv", CSV + "05/02/2015,,PPN,Notified.\n")):
        file = timelines.receive_from(by=cast.asha, contributor=contributor, name=name, data=text.encode(), token=name)
        timelines.read_now(str(file.pk))
    timelines.accept(by=cast.asha, file=file, version=type(file)._base_manager.get(pk=file.pk).version, unsettled=True)
    told = words(visit(sign_in(cast.asha), "/reviews/R-2015-01/").main)
    assert "One of three timelines is in." in told
    assert "The chronology has 3 entries, from " in told
    assert "1 file waits to be checked." in told
    told = words(visit(sign_in(cast.police_author), "/reviews/R-2015-01/").main)
    assert "timelines" not in told.split("What comes next")[0]


def test_who_may_only_read_a_review_finds_no_way_to_change_it(cast, sign_in):
    page = visit(sign_in(cast.panel), "/reviews/R-2015-01/")
    assert page.main.find("a", href="/reviews/R-2015-01/change/") is None


def test_the_frame_says_where_one_is_who_one_is_and_which_parts_there_are(cast, sign_in):
    page = visit(sign_in(cast.police_author), "/reviews/R-2015-01/")
    assert "Westmarch LSCB Signed in as Ian Sorrel , SAAR author (Westmarch Police)" in words(page.header)
    bar = page.select_one(".tl-identity")
    assert "Review R-2015-01" in words(bar)
    assert "1 September 2014 to 30 September 2015" in words(bar)
    parts = [words(link) for link in bar.select_one(".tl-parts__wide").find_all("a")]
    assert "People" not in parts
    assert "Chronology" not in parts
    page = visit(sign_in(cast.lead), "/reviews/R-2015-01/people/")
    parts = {words(link): link.get("aria-current") for link in page.select(".tl-parts__wide a")}
    assert parts["People"] == "page"
    assert set(parts) >= {"Overview", "People", "Timelines", "Chronology", "Who can read"}


def test_somebody_with_two_roles_in_a_review_has_both_in_the_header(cast, sign_in):
    holding(cast.asha, roles.PANEL_MEMBER, board=cast.board, review=cast.review)
    header = words(visit(sign_in(cast.asha), "/reviews/R-2015-01/").header)
    assert "Board business manager" in header
    assert "Panel member" in header


def test_outside_a_review_the_header_says_what_one_is_at_the_board(cast, sign_in):
    def header(who):
        return words(visit(sign_in(who), "/reviews/").header)

    assert "Westmarch LSCB Signed in as Asha Fernleigh , Board business manager" in header(cast.asha)
    assert "Westmarch LSCB Signed in as Marcus Thornhill , Lead Reviewer" in header(cast.lead)
    holding(cast.lead, roles.PANEL_MEMBER, board=cast.other_board, review=cast.other_review)
    assert "Threadline Signed in as Marcus Thornhill Sign out" in header(cast.lead)
    holding(cast.asha, roles.INDEPENDENT_CHAIR, board=cast.other_board)
    assert "Threadline Signed in as Asha Fernleigh , Board business manager, Board Independent Chair" in header(
        cast.asha
    )
    assert "Signed in as Lee Nobody Sign out" in header(cast.outsider)
    assert "Signed in" not in words(visit(Client(), "/help/").header)


def test_areas_tell_the_overview_once_each_however_often_they_register(cast, monkeypatch):
    for name in ("nexts", "changes", "sentences"):
        monkeypatch.setattr(frame, name, [])
    do, did, stands = (lambda *_: [Next("Do")]), (lambda *_: [Changed(None, "Did", "")]), (lambda *_: ["So.", "It is."])
    for _ in range(2):
        frame.add_next(do)
        frame.add_changes(did)
        frame.add_sentences(stands)
    assert [each.title for each in frame.what_next(cast.review, cast.asha)] == ["Do"]
    assert len(frame.what_changed(cast.review, cast.asha, None)) == 1
    assert frame.where_it_stands(cast.review, cast.asha) == "So. It is."


def test_reading_a_review_is_recorded_under_it(cast, sign_in):
    visit(sign_in(cast.panel), "/reviews/R-2015-01/")
    event = Event.objects.get(kind="reviews.page_read")
    assert (event.review, event.acting_as) == (str(cast.review.pk), "panel_member")
