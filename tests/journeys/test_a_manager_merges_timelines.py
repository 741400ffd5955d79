"""A business manager opens a review, brings agencies' files, settles a doubtful row and reads the whole."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PASSWORD, assert_accessible, assert_fits, sign_in

pytestmark = pytest.mark.browser
POLICE, GP, HOMES = (
    "01 Westmarch Police chronology v3 FINAL.docx",
    "gp_records_export.csv",
    "WestmarchHomes_tenancy.ods",
)


def day(page: Page, legend: str, parts: tuple[str, str, str]) -> None:
    """Type a day into its three boxes."""
    group = page.get_by_role("group", name=legend)
    for label, value in zip(("Day", "Month", "Year"), parts, strict=True):
        group.get_by_label(label).fill(value)


def checked(page: Page) -> None:
    """What every page of a journey is held to."""
    assert_accessible(page)
    assert_fits(page)


def open_review(page: Page, reference: str) -> None:
    """Open a review of the year to 30 September 2015 for three agencies."""
    page.goto("/reviews/")
    page.get_by_role("link", name="Open a review").or_(page.get_by_role("button", name="Open a review")).first.click()
    page.get_by_label("Reference").fill(reference)
    day(page, "When did the Independent Chair decide to commission it?", ("22", "10", "2015"))
    page.get_by_label("Why is there no referral on record here?").fill("It began on paper.")
    day(page, "When did the incident happen?", ("30", "9", "2015"))
    day(page, "The period under review begins on", ("1", "10", "2014"))
    day(page, "The period under review ends on", ("30", "9", "2015"))
    for agency in ("Westmarch Police", "Mill Lane Surgery", "Westmarch Homes"):
        page.get_by_label(agency, exact=True).check()
    page.get_by_role("button", name="Open the review").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")


def bring(page: Page, reference: str, files: list) -> None:
    """Upload several files at once and wait until they are read."""
    page.goto(f"/reviews/{reference}/chronology/")
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_role("button", name="Receive the files").click()
    page.wait_for_url("**/chronology/reading/**")
    expect(page.get_by_role("heading", level=1)).to_have_text("Files that have been read", timeout=240_000)


def accept(page: Page) -> None:
    """From a file's page, accept it."""
    page.get_by_role("link", name=re.compile("^Accept")).or_(
        page.get_by_role("button", name=re.compile("^Accept"))
    ).last.click()
    page.get_by_role("button", name="Accept this file").last.click()


def check_file(page: Page, reference: str, name: str) -> None:
    """Go to a file's page from the sources."""
    page.goto(f"/reviews/{reference}/chronology/")
    page.get_by_role("link", name=name).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("timeline", re.IGNORECASE))


def test_from_an_empty_review_to_a_merged_chronology(page, rowan_house):
    sign_in(page, "asha@threadline.example", PASSWORD)
    checked(page)
    open_review(page, "R-JOURNEY-1")
    checked(page)
    bring(page, "R-JOURNEY-1", [rowan_house / name for name in (POLICE, GP, HOMES)])
    checked(page)

    check_file(page, "R-JOURNEY-1", HOMES)
    checked(page)
    expect(page.get_by_text("June has 30 days").first).to_be_visible()
    page.get_by_label("Type the date").first.check()
    page.get_by_label("Date, with the time if known").first.fill("30/06/2015")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Settle a row")
    expect(page.get_by_text("Tuesday 30 June 2015").first).to_be_visible()
    checked(page)
    page.locator("main").get_by_role("button").last.click()
    expect(page.get_by_text("June has 30 days")).to_have_count(0)

    for name in (POLICE, GP, HOMES):
        check_file(page, "R-JOURNEY-1", name)
        accept(page)
        expect(page.get_by_role("heading", level=1)).to_have_text("Where the chronology comes from")
    page.goto("/reviews/R-JOURNEY-1/chronology/merged/")
    checked(page)
    expect(page.get_by_text("81 entries").first).to_be_visible()


def test_the_worked_example_is_there_to_read_filter_and_take_away(page):
    sign_in(page, "marcus@threadline.example", PASSWORD)
    page.goto("/reviews/R-2015-03/chronology/merged/")
    expect(page.get_by_text("265 entries").first).to_be_visible()
    checked(page)
    page.get_by_role("link", name=re.compile("^Source")).first.click()
    expect(page.get_by_text(re.compile("Probation timeline.rtf")).first).to_be_visible()
    checked(page)
    page.goto("/reviews/R-2015-03/chronology/merged/")
    with page.expect_download() as taken:
        page.get_by_role("link", name=re.compile("CSV")).click()
    text = taken.value.path().read_text(encoding="utf-8-sig")
    assert "Warning letter 2" in text
    assert "Dunmore" not in taken.value.suggested_filename


def test_words_searched_for_never_stand_in_the_address(page):
    sign_in(page, "marcus@threadline.example", PASSWORD)
    page.goto("/reviews/R-2015-03/chronology/merged/")
    page.get_by_role("link", name="any words").or_(page.get_by_text("any words")).first.click()
    page.get_by_label("Words").fill("cannabis")
    page.get_by_role("button", name=re.compile("^(Show|Apply|Filter)")).first.click()
    page.wait_for_url("**view=**")
    assert "cannabis" not in page.url
    expect(page.get_by_text("cannabis").nth(3)).to_be_attached()
    checked(page)


def test_nothing_of_it_is_shown_to_those_whom_it_is_not_for(page):
    sign_in(page, "ian@threadline.example", PASSWORD)
    assert page.goto("/reviews/R-2015-03/chronology/merged/").status == 404
    page.goto("/reviews/R-2015-03/chronology/")
    checked(page)
    expect(page.get_by_text("01 Westmarch Police chronology").first).to_be_visible()
    expect(page.get_by_text("CSC IMR chronology")).to_have_count(0)


def test_another_board_sees_nothing(page):
    sign_in(page, "petra@threadline.example", PASSWORD)
    missing = page.goto("/reviews/R-NOWHERE/")
    assert missing.status == 404
    body = missing.body()
    theirs = page.goto("/reviews/R-2015-03/")
    assert theirs.status == 404
    assert theirs.body() == body


def test_the_same_without_javascript(no_script_page, rowan_house):
    page = no_script_page
    sign_in(page, "asha@threadline.example", PASSWORD)
    open_review(page, "R-JOURNEY-2")
    bring(page, "R-JOURNEY-2", [rowan_house / GP])
    check_file(page, "R-JOURNEY-2", GP)
    accept(page)
    page.wait_for_load_state()
    page.goto("/reviews/R-JOURNEY-2/chronology/merged/")
    expect(page.get_by_text("20 entries").first).to_be_visible()
    page.get_by_role("link", name=re.compile("^Source")).first.click()
    expect(page.get_by_text(GP).first).to_be_visible()


def test_a_file_that_is_no_timeline_is_refused_in_words_and_the_others_go_on(page, rowan_house, tmp_path):
    (tmp_path / "minutes.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
    sign_in(page, "asha@threadline.example", PASSWORD)
    open_review(page, "R-JOURNEY-3")
    page.goto("/reviews/R-JOURNEY-3/chronology/")
    page.locator("input[type=file]").set_input_files([tmp_path / "minutes.pdf", rowan_house / GP])
    page.get_by_role("button", name="Receive the files").click()
    expect(page.get_by_role("alert").get_by_text("minutes.pdf")).to_be_visible()
    expect(page.get_by_text("1 file was received").first).to_be_visible()
    checked(page)
