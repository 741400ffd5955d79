"""The frame of every page: who is here, where they can go, what the review asks, what was just done."""

import pytest
from django.test import RequestFactory
from tests.visit import visit, words

from threadline.ui import navigation
from threadline.ui.navigation import Item, Person, Registry, ReviewBar, Staying, add, add_to_footer, anyone


@pytest.fixture
def registry(monkeypatch):
    """A registry of the test's own."""
    mine = Registry()
    monkeypatch.setattr(navigation, "registry", mine)
    monkeypatch.setattr("threadline.ui.context.registry", mine)
    return mine


@pytest.fixture
def request_of(asha, pages):
    def made(path, user=asha):
        request = RequestFactory().get(path)
        request.user = user
        return request

    return made


def test_the_header_says_who_is_here_and_lets_them_sign_out(signed_in):
    page = visit(signed_in, "/")
    assert words(page.select_one(".tl-header__person strong")) == "Asha Fernleigh"
    out = page.select_one("form.tl-header__out")
    assert out["method"] == "post"
    assert out["action"] == "/account/logout/"


def test_a_later_area_says_the_role_and_the_board(signed_in, registry):
    navigation.describe_person_with(lambda request: Person("Asha Fernleigh", "Lead Reviewer, review R-2016-03"))
    navigation.name_board_with(lambda request: "Westmarch LSCB")
    header = words(visit(signed_in, "/").find("header"))
    assert "Westmarch LSCB" in header
    assert "Asha Fernleigh , Lead Reviewer, review R-2016-03" in header


def test_nobody_signed_in_sees_neither_name_nor_way_out(visitor, db):
    page = visit(visitor, "/account/login/")
    assert not page.select(".tl-header__person")


def test_navigation_stands_in_order_and_marks_where_one_is(signed_in, registry):
    add(Item("Reviews", "decide", order=20))
    add(Item("My work", "home", order=10))
    add(Item("Administration", "components", order=40, visible=lambda request: False))
    add(Item("Learning", "not-installed"))
    links = visit(signed_in, "/decide/").select(".govuk-service-navigation a")
    assert [(words(link), link.get("aria-current")) for link in links] == [("My work", None), ("Reviews", "page")]


def test_a_page_below_another_marks_it_as_where_one_is(registry, request_of):
    add(Item("Components", "components"))
    (link,) = registry.links(registry.main, request_of("/components/button/"))
    assert link.active
    assert not link.current


def test_registering_a_page_again_replaces_it(registry):
    add(Item("Work", "home"))
    add(Item("My work", "home"))
    assert [item.text for item in registry.main.values()] == ["My work"]


def test_the_footer_has_only_pages_that_exist(visitor, registry, db):
    add_to_footer(Item("Accessibility statement", "components", visible=anyone))
    add_to_footer(Item("Help", "not-installed", visible=anyone))
    links = visit(visitor, "/account/login/").select("footer a")
    assert [words(link) for link in links] == ["Accessibility statement"]


def test_a_message_is_shown_once_as_a_banner(signed_in):
    page = visit(signed_in, "/decide/", method="post", data={"reason": "Because", "agency": "p"}, follow=True)
    banner = page.select_one(".govuk-notification-banner--success")
    assert words(banner) == "Done The reason is recorded. The panel will see it."
    assert not visit(signed_in, "/").select(".govuk-notification-banner")


def test_a_bad_form_is_said_in_the_title_and_summed_up_by_the_frame_itself(signed_in):
    page = visit(signed_in, "/decide/", method="post", data={"reason": ""})
    assert words(page.title) == "Error: Decide – Threadline"
    assert [words(link) for link in page.select(".govuk-error-summary a")] == ["Enter the reason", "Select the agency"]


def test_every_kind_of_field_passes_the_audit_empty_and_in_error(signed_in):
    visit(signed_in, "/everything/")
    visit(signed_in, "/everything/", method="post", data={"held_on-day": "31"})


def test_a_review_shows_its_bar_its_holds_and_its_parts(signed_in):
    page = visit(signed_in, "/reviews/R-2016-03/")
    assert words(page.title) == "Chronology – R-2016-03 – Threadline"
    facts = words(page.select_one(".tl-identity__facts"))
    assert facts == "Review R-2016-03 Timelines Panel meeting on 14 May 2016 41 days to the six-month line"
    assert "On hold: Learning event held by the police since 3 March: ask DS Sorrel." in words(page)
    parts = page.select(".tl-parts__wide li")
    assert words(parts[3].find("a", attrs={"aria-current": "page"})) == "Chronology"
    assert words(parts[4]) == "Agency reports opens when the scope is agreed"
    assert parts[4].find("a") is None


def test_the_bar_is_the_reference_alone_until_an_area_says_more(registry, request_of):
    class Review:
        reference = "R-2015-01"

    assert navigation.review_bar(request_of("/"), Review()) == ReviewBar("R-2015-01")
    navigation.describe_review_with(lambda request, review: ReviewBar(review.reference, stage="Scope"))
    assert navigation.review_bar(request_of("/"), Review()).stage == "Scope"


def test_a_person_is_warned_before_the_session_ends_and_can_stay(signed_in, registry):
    assert not visit(signed_in, "/").select("[data-stay]")
    navigation.warn_before_session_end_with(lambda request: Staying(1800, "/still-here/"))
    box = visit(signed_in, "/").select_one("[data-stay]")
    assert box["data-stay"] == "1800"
    assert box.has_attr("hidden")
    assert box.form["action"] == "/still-here/"


def test_scripts_of_others_are_told_to_store_and_evaluate_nothing(visitor, db):
    told = visit(visitor, "/account/login/").find("meta", attrs={"name": "htmx-config"})["content"]
    for setting in (
        '"includeIndicatorStyles":false',
        '"allowEval":false',
        '"selfRequestsOnly":true',
        '"historyCacheSize":0',
    ):
        assert setting in told
