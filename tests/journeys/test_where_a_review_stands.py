"""Where a review stands: the task list, a waiver, the position statement, and the Board's own method."""

import re

import pytest

from tests.journeys.conftest import assert_accessible, assert_fits, sign_in

pytestmark = pytest.mark.browser
REVIEW = "/reviews/R-2015-03/"


def test_the_lead_reviewer_waives_and_takes_it_back_and_the_board_reads_the_statement(page):
    sign_in(page, "marcus@threadline.example")
    page.goto(REVIEW)
    assert re.search(r"\d+ of 86 requirements (is|are) done", page.locator("main").inner_text())
    assert_accessible(page)
    assert_fits(page)
    page.goto(f"{REVIEW}position/1.o/")
    assert "earlier reviews on neglect" in page.locator("main").inner_text()
    page.get_by_role("link", name="Withdraw this waiver").click()
    page.get_by_label("Why?").fill("The Panel asked for the national research after all.")
    page.get_by_role("button", name="Withdraw the waiver").click()
    assert "Requirement 1.o counts again" in page.locator("main").inner_text()
    page.get_by_role("link", name="Waive this requirement").click()
    assert_accessible(page)
    page.get_by_role("button", name="Waive this requirement").click()
    assert page.title().startswith("Error: ")
    page.get_by_label("Why?").fill("It is cited already.")
    page.get_by_role("button", name="Waive this requirement").click()
    assert "Requirement 1.o is waived" in page.locator("main").inner_text()
    page.goto(f"{REVIEW}position/")
    assert "It is cited already." in page.locator("main").inner_text()
    assert_accessible(page)
    assert_fits(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Open it in Word").click()
    assert taken.value.suggested_filename.startswith("R-2015-03 position statement")


def test_a_manager_changes_a_limit_publishes_and_opens_a_review_under_it(page):
    sign_in(page, "asha@threadline.example")
    page.goto("/administration/")
    page.get_by_role("link", name="Method").click()
    assert_accessible(page)
    page.get_by_role("link", name="Westmarch Serious Case Review method").click()
    page.get_by_role("link", name="Limits").click()
    page.get_by_role("link", name="period_recommended").click()
    page.get_by_label("Amount").fill("a year")
    page.get_by_role("button", name="Save").click()
    assert "write a whole number" in page.locator(".govuk-error-summary").inner_text()
    assert_accessible(page)
    page.get_by_label("Amount").fill("15")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Back to").click()
    assert "was copied from" in page.locator("main").inner_text()
    assert_fits(page)
    page.get_by_role("button", name="Publish it").click()
    page.get_by_label("Version").fill("1.0")
    page.get_by_label("Who agreed to it, and when?").fill("The Board at its meeting on 14 March 2016")
    page.get_by_role("button", name="Publish it").click()
    assert "Version 1.0 is published" in page.locator("main").inner_text()
    page.goto("/reviews/open/")
    assert page.get_by_label("Westmarch Serious Case Review method, version 1.0").is_checked()
    assert "No more than 15 months" in page.locator("main").inner_text()


def test_another_board_sees_nothing_of_it(page):
    sign_in(page, "petra@threadline.example")
    for address in (REVIEW, f"{REVIEW}position/", f"{REVIEW}method/"):
        assert page.goto(address).status == 404
    page.goto("/administration/")
    page.get_by_role("link", name="Method").click()
    assert "Westmarch" not in page.locator("main").inner_text()
