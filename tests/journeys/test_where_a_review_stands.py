"""Where a review stands: the task list, a waiver, the position statement, and the Board's own method."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import assert_accessible, assert_fits, sign_in

pytestmark = pytest.mark.browser
REVIEW = "/reviews/R-2015-03/"


def test_the_lead_reviewer_waives_and_takes_it_back_and_the_board_reads_the_statement(page):
    sign_in(page, "marcus@threadline.example")
    page.goto(REVIEW)
    expect(page.locator("main")).to_contain_text(
        re.compile(r"\d+ of 86 requirements (is|are) done"), use_inner_text=True
    )
    assert_accessible(page)
    assert_fits(page)
    page.goto(f"{REVIEW}position/1.o/")
    expect(page.locator("main")).to_contain_text("earlier reviews on neglect", use_inner_text=True)
    page.get_by_role("link", name="Withdraw this waiver").click()
    page.get_by_label("Why?").fill("The Panel asked for the national research after all.")
    page.get_by_role("button", name="Withdraw the waiver").click()
    expect(page.locator("main")).to_contain_text("Requirement 1.o counts again", use_inner_text=True)
    page.get_by_role("link", name="Waive this requirement").click()
    assert_accessible(page)
    page.get_by_role("button", name="Waive this requirement").click()
    expect(page).to_have_title(re.compile("^Error: "))
    page.get_by_label("Why?").fill("It is cited already.")
    page.get_by_role("button", name="Waive this requirement").click()
    expect(page.locator("main")).to_contain_text("Requirement 1.o is waived", use_inner_text=True)
    page.goto(f"{REVIEW}position/")
    expect(page.locator("main")).to_contain_text("It is cited already.", use_inner_text=True)
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
    expect(page.locator(".govuk-error-summary")).to_contain_text("write a whole number", use_inner_text=True)
    assert_accessible(page)
    page.get_by_label("Amount").fill("15")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Back to").click()
    expect(page.locator("main")).to_contain_text("was copied from", use_inner_text=True)
    assert_fits(page)
    page.get_by_role("button", name="Publish it").click()
    page.get_by_label("Version").fill("1.0")
    page.get_by_label("Who agreed to it, and when?").fill("The Board at its meeting on 14 March 2016")
    page.get_by_role("button", name="Publish it").click()
    expect(page.locator("main")).to_contain_text("Version 1.0 is published", use_inner_text=True)
    page.goto("/reviews/open/")
    assert page.get_by_label("Westmarch Serious Case Review method, version 1.0").is_checked()
    expect(page.locator("main")).to_contain_text("No more than 15 months", use_inner_text=True)


def test_another_board_sees_nothing_of_it(page):
    sign_in(page, "petra@threadline.example")
    for address in (REVIEW, f"{REVIEW}position/", f"{REVIEW}method/"):
        assert page.goto(address).status == 404
    page.goto("/administration/")
    page.get_by_role("link", name="Method").click()
    expect(page.locator("main")).not_to_contain_text("Westmarch", use_inner_text=True)
