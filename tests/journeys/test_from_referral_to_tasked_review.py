"""From a referral to an opened and tasked review: the manager, the Chair, an agency's author; the second Board."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import assert_accessible, assert_fits, sign_in
from tests.journeys.test_a_manager_merges_timelines import day
from threadline.domain.dates.working_days import ENGLAND

pytestmark = pytest.mark.browser
TODAY = date.today()  # the day of the machine that serves and looks


def parts(of: date) -> tuple[str, str, str]:
    return str(of.day), str(of.month), str(of.year)


def ago(days: int) -> tuple[str, str, str]:
    return parts(TODAY - timedelta(days=days))


def checked(page: Page) -> None:
    assert_accessible(page)
    assert_fits(page)


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def refer(page: Page, reference: str) -> None:
    """Record a referral of a week ago."""
    page.goto("/referrals/")
    page.get_by_role("button", name="Record a referral").click()
    checked(page)
    page.get_by_label("Reference").fill(reference)
    day(page, "When was the Board told?", ago(7))
    page.get_by_label("Who told the Board?").fill("Ward manager, a hospital")
    day(page, "When did the incident happen?", ago(9))
    day(page, "When did the local authority become aware of it?", ago(8))
    page.get_by_label("What happened?").fill("A child was brought to hospital with injuries.")
    page.get_by_label("A child was seriously harmed", exact=False).check()
    page.get_by_label("Where does the child normally live?").fill("Westmarch")
    page.get_by_label("Yes").check()
    page.get_by_role("button", name="Record the referral").click()
    heading(page, f"Referral {reference}")


def answer(page: Page, said: str, *, shown: str = "The medical report says so.") -> None:
    """Answer the question the page asks and go on to the next."""
    page.get_by_label(said, exact=True).check()
    page.get_by_label("What shows it?").fill(shown)
    page.get_by_label("Who says so?").fill("Dr Hale, paediatrician")
    page.get_by_role("button", name="Save and answer the next question").click()


def recommend(page: Page, review: str) -> None:
    page.get_by_role("button", name="Record the recommendation").click()
    day(page, "When did the threshold meeting meet?", ago(1))
    page.get_by_label("Who took part?").fill("Asha Fernleigh, business manager\nDetective Inspector Moor, police")
    page.get_by_label("Commission a Serious Case Review").check()
    page.get_by_label("Reference of the review").fill(review)
    page.get_by_label("Why does the meeting recommend this?").fill("The second ground is met.")
    checked(page)
    page.get_by_role("button", name="Record the recommendation").click()
    expect(page.get_by_text("The recommendation is recorded").first).to_be_visible()


def decide(page: Page, reference: str, review: str) -> None:
    page.goto("/")
    page.get_by_role("link", name=f"Decide on referral {reference}").click()
    heading(page, "Your decision")
    page.get_by_label("Commission a Serious Case Review").check()
    expect(page.get_by_label("Reference of the review")).to_have_value(review)
    page.get_by_label("Your reasons").fill("The test is met, so the law asks for a review.")
    checked(page)
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_text(f"Review {review} is open").first).to_be_visible()
    checked(page)


def tell(page: Page, reference: str) -> None:
    page.goto("/referrals/")
    page.get_by_role("link", name=reference).click()
    page.get_by_role("button", name="Tell the national bodies").click()
    expect(page.get_by_text("decided to commission a Serious Case Review").first).to_be_visible()
    for body in ("Ofsted", "Department for Education", "National Panel"):
        page.get_by_label(body, exact=True).check()
    day(page, "When were they told?", ago(0))
    page.get_by_label("How?").fill("Secure e-mail")
    page.locator("input[type=file]").set_input_files(
        {"name": "receipt.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
    )
    checked(page)
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("It is recorded that").first).to_be_visible()


def test_from_a_referral_to_letters_acknowledged(page, context, browser, served):
    reference, review = "N-JOURNEY-1", "R-JOURNEY-71"
    sign_in(page, "asha@threadline.example")
    refer(page, reference)
    checked(page)
    page.get_by_role("button", name="Answer the next question").click()
    checked(page)
    for said in ("Yes", "No", "Yes", "Not known yet", "No", "No", "No", "No"):
        answer(page, said)
    page.get_by_label("No", exact=True).check()
    page.get_by_label("What shows it?").fill("The school says so.")
    page.get_by_label("Who says so?").fill("Head teacher")
    page.get_by_role("button", name="Save and go back to the referral").click()
    expect(page.get_by_text("The test for a Serious Case Review is met.").first).to_be_visible()
    recommend(page, review)

    chair = browser.new_context(base_url=served.address, locale="en-GB").new_page()
    sign_in(chair, "ruth@threadline.example")
    decide(chair, reference, review)
    chair.goto(f"/reviews/{review}/threshold/")
    expect(chair.get_by_text("The test is met, so the law asks for a review.").first).to_be_visible()
    checked(chair)
    chair.context.close()

    tell(page, reference)
    other = browser.new_context(base_url=served.address, locale="en-GB").new_page()
    sign_in(other, "petra@threadline.example")
    other.goto("/referrals/")
    expect(other.get_by_text(reference)).to_have_count(0)
    assert other.goto(f"/reviews/{review}/threshold/").status == 404
    assert other.goto(page.url).status == 404
    other.context.close()


def test_letters_are_read_sent_and_acknowledged(page, browser, served):
    sign_in(page, "asha@threadline.example")
    page.goto("/reviews/R-2015-03/threshold/letters/")
    page.get_by_role("link", name="Remind Westmarch Ambulance Service").click()
    page.get_by_role("button", name="Read the reminder").click()
    expect(page.get_by_text("Nothing has gone yet")).to_be_visible()
    checked(page)
    page.get_by_role("button", name="Send the reminder").click()
    expect(page.get_by_text("Westmarch Ambulance Service is reminded")).to_be_visible()
    checked(page)

    author = browser.new_context(base_url=served.address, locale="en-GB").new_page()
    sign_in(author, "ian@threadline.example")
    author.goto("/reviews/R-2015-03/threshold/letters/")
    expect(author.get_by_text("Westmarch Homes")).to_have_count(0)
    author.get_by_role("link", name=re.compile("to Westmarch Police")).first.click()
    heading(author, "Letter to Westmarch Police")
    checked(author)
    with author.expect_download() as taken:
        author.get_by_role("link", name="Take it as a Word document").click()
    assert taken.value.suggested_filename.endswith(".docx")
    author.context.close()


def test_agencies_of_a_new_review_are_asked_without_javascript(no_script_page):
    page = no_script_page
    sign_in(page, "asha@threadline.example")
    page.goto("/reviews/open/")
    page.get_by_label("Reference").fill("R-JOURNEY-72")
    day(page, "When did the incident happen?", ago(20))
    day(page, "The period under review begins on", ago(200))
    day(page, "The period under review ends on", ago(20))
    page.get_by_label("Westmarch Police", exact=True).check()
    page.get_by_label("Mill Lane Surgery", exact=True).check()
    page.get_by_role("button", name="Open the review").click()
    page.goto("/reviews/R-JOURNEY-72/threshold/letters/")
    page.get_by_role("button", name="Ask agencies by letter").click()
    due = ENGLAND.on_or_after(TODAY + timedelta(days=30))
    day(page, "By when are the timelines wanted?", parts(due))
    for agency in ("Mill Lane Surgery", "Westmarch Police"):
        page.get_by_label(f"Whom the letter to {agency} addresses").fill(f"Head of {agency}")
    page.get_by_role("button", name="Read the letters").click()
    expect(page.get_by_text("We ask Mill Lane Surgery for two things")).to_be_visible()
    page.get_by_role("button", name="Send the letters").click()
    expect(page.get_by_text("2 letters are sent").first).to_be_visible()
    expect(page.get_by_text("2 of 2 agencies asked by letter").first).to_be_visible()
