"""From a coordinator's question to the agency's answer beside the row, accounts tied, and the panel's word on it."""

import io
import re

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests import chromium
from tests.journeys.conftest import assert_accessible, assert_fits, sign_in

pytestmark = pytest.mark.browser
HOME = "/reviews/R-2015-03/chronology/"
QUESTION, ANSWER = "Did an officer see the children that evening?", "Yes: PC Alder saw both asleep at 15:40. Log 77."


@pytest.fixture
def somebody(browser, served):
    """Another person, in a browser of their own."""
    made = []

    def signed_in(email: str) -> Page:
        context = browser.new_context(base_url=served.address, locale="en-GB", timezone_id="Europe/London")
        context.set_default_timeout(chromium.PATIENCE)
        made.append(context)
        page = context.new_page()
        sign_in(page, email)
        return page

    yield signed_in
    for context in made:
        context.close()


def checked(page: Page) -> None:
    """What every page of a journey is held to."""
    assert_accessible(page)
    assert_fits(page)


def follow(page: Page, link: Locator) -> None:
    """Go where a link leads, and stay until that page is there."""
    page.goto(str(link.first.get_attribute("href")))


def press(page: Page, button: Locator) -> None:
    """Press a button and stay until the page that answers it is there."""
    with page.expect_navigation():
        button.click()


def assault(page: Page) -> None:
    """The source of the police's entry of 14 June 2015."""
    page.goto(f"{HOME}merged/?at=2015-06-14")
    entry = page.get_by_role("article").filter(has_text="3 cm laceration")
    follow(page, entry.locator("[data-source]"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Source of an entry")


def test_a_question_is_answered_beside_its_row_and_the_panel_confirms_the_event(page: Page, somebody) -> None:
    sign_in(page, "asha@threadline.example")
    assault(page)
    follow(page, page.get_by_role("link", name="Ask the agency about this entry"))
    page.get_by_label("What do you want to ask?").fill(QUESTION)
    press(page, page.get_by_role("button", name="Put it in the next message"))
    page.goto(f"{HOME}questions/")
    checked(page)
    follow(page, page.get_by_role("link", name="Westmarch Police"))
    checked(page)
    press(page, page.get_by_role("button", name="Read the message and send it"))
    expect(page.get_by_label("The message")).to_have_value(re.compile(re.escape(QUESTION)))
    press(page, page.get_by_role("button", name="Send the message"))
    expect(page.get_by_role("heading", name="Asked, not answered yet")).to_be_visible()

    ian = somebody("ian@threadline.example")
    ian.goto(HOME)
    follow(ian, ian.get_by_role("button", name=re.compile("Your agency's part")))
    checked(ian)
    asked = ian.get_by_role("listitem").filter(has_text=QUESTION).last
    follow(ian, asked.get_by_role("link", name=re.compile("^Answer")))
    checked(ian)
    ian.get_by_label("Your answer").fill(ANSWER)
    press(ian, ian.get_by_role("button", name="Send the answer"))
    expect(ian.get_by_text("The answer stands beside the row")).to_be_visible()

    marcus = somebody("marcus@threadline.example")
    marcus.goto(f"{HOME}merged/?at=2015-06-14")
    entry = marcus.get_by_role("article").filter(has_text="3 cm laceration")
    expect(entry).to_contain_text("agency answered")
    expect(entry).to_contain_text(ANSWER)
    checked(marcus)
    assault(marcus)
    follow(marcus, marcus.get_by_role("link", name="Tie it to another account"))
    checked(marcus)
    follow(marcus, marcus.get_by_role("link", name=re.compile("Compare with Westmarch Community Health")))
    checked(marcus)
    press(marcus, marcus.get_by_role("button", name="Same event"))
    marcus.goto(f"{HOME}merged/?at=2015-06-14")
    expect(marcus.get_by_role("article").filter(has_text="3 cm laceration")).to_contain_text("accounts")
    marcus.goto(f"{HOME}merged/key-events/")
    follow(marcus, marcus.get_by_role("link", name="An assault recorded as information only"))
    expect(marcus.get_by_text("The panel met on")).to_be_visible()
    checked(marcus)
    with marcus.expect_download() as file:
        marcus.goto(f"{HOME}merged/")
        marcus.get_by_role("link", name="PDF").click()
    text = " ".join(each.extract_text() for each in PdfReader(io.BytesIO(file.value.path().read_bytes())).pages)
    told = " ".join(text.split())
    assert "An assault recorded as information only (confirmed)" in told
    assert ANSWER in told


def test_an_author_types_with_the_checks_beside_and_the_agency_signs_off(page: Page, somebody) -> None:
    sign_in(page, "ian@threadline.example")
    page.goto(HOME)
    follow(page, page.get_by_role("button", name=re.compile("Your agency's part")))
    press(page, page.get_by_role("button", name="Type the timeline here"))
    checked(page)
    page.get_by_label("Date (optional)").fill("5/2/15 3pm")
    page.get_by_label("Date (optional)").press("Tab")
    looked = page.locator("#looked")
    expect(looked).to_contain_text("Thursday 5 February 2015")
    page.get_by_label("What happened").fill("Home visit. The house was clearly dirty.")
    page.get_by_label("What happened").press("Tab")
    expect(looked).to_contain_text("“clearly” is a view")
    checked(page)
    press(page, page.get_by_role("button", name="Save the row"))
    expect(page.get_by_text("The row is saved.")).to_be_visible()
    checked(page)

    vera = somebody("vera@threadline.example")
    vera.goto(HOME)
    follow(vera, vera.get_by_role("button", name=re.compile("Your agency's part")))
    follow(vera, vera.get_by_role("link", name=re.compile("timeline that")))
    checked(vera)
    press(vera, vera.get_by_role("button", name="Sign it off and send it"))
    expect(vera.get_by_text("The timeline is signed off and sent.")).to_be_visible()


def test_a_row_is_checked_and_saved_without_a_script(no_script_page: Page) -> None:
    page = no_script_page
    sign_in(page, "ian@threadline.example")
    page.goto(HOME)
    follow(page, page.get_by_role("button", name=re.compile("Your agency's part")))
    start, going = (
        page.get_by_role("button", name="Type the timeline here"),
        page.get_by_role("link", name="Go on typing"),
    )
    press(page, start.or_(going).first)
    page.get_by_label("What happened").fill("Telephone call. He was obviously tired.")
    press(page, page.get_by_role("button", name="Check it first"))
    expect(page.locator("#looked")).to_contain_text("“obviously” is a view")
    expect(page.get_by_label("What happened")).to_have_value("Telephone call. He was obviously tired.")
    press(page, page.get_by_role("button", name="Save the row"))
    expect(page.get_by_text("The row is saved.")).to_be_visible()
