"""From appointing to approved minutes: a member declares, is let in and meets; another is recused."""

import re

import pytest

from tests.journeys.conftest import assert_accessible, assert_fits, sign_in

pytestmark = pytest.mark.browser
PANEL = "/reviews/R-2015-03/panel/"


def checked(page):
    """The page as a careful reader finds it."""
    assert_accessible(page)
    assert_fits(page)


def appoint(page, name, email):
    page.goto(PANEL)
    page.get_by_role("button", name="Appoint a Panel member").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label(re.compile("E-mail address")).fill(email)
    page.get_by_label("Agency they speak for").select_option(label="Westmarch Police")
    page.get_by_role("button", name="Appoint").click()


def declare(page, name, *, yes=""):
    page.goto("/")
    page.get_by_role("link", name=re.compile("declaration of independence")).first.click()
    page.get_by_role("button", name="Answer and sign").click()
    checked(page)
    for group in page.locator("fieldset:has(input[value=no])").all():
        if yes and yes in group.inner_text():
            group.get_by_label("Yes").check()
        else:
            group.get_by_label("No", exact=True).check()
    if yes:
        page.get_by_label("If yes or not sure, say more").first.fill("I ran the clinic they came to.")
    page.get_by_label(re.compile("true and complete")).check()
    page.get_by_label("Sign with your name").fill(name)
    page.get_by_role("button", name="Sign the declaration").click()


def test_a_member_is_appointed_declares_meets_and_the_minutes_stand(page, somebody):
    sign_in(page, "asha@threadline.example")
    page.goto(PANEL)
    checked(page)
    appoint(page, "Nia Bracken", "nia@threadline.example")
    page.get_by_text("They see nothing of the case for now.").wait_for()

    nia = somebody("nia@threadline.example")
    assert nia.goto(PANEL).status == 404
    declare(nia, "Nia Bracken")
    nia.get_by_text("so the review is open to you").wait_for()
    assert nia.goto("/reviews/R-2015-03/chronology/merged/").status == 200

    page.goto(PANEL + "meetings/call/")
    page.get_by_label("Further Panel meeting on the learning event").check()
    today = page.evaluate("new Date().toLocaleDateString('en-GB', {timeZone: 'Europe/London'})").split("/")
    for part, typed in zip(("Day", "Month", "Year"), today, strict=True):
        page.get_by_label(part, exact=True).fill(typed)
    page.get_by_label("Begins at").fill("0:15")
    page.get_by_label("Ends at").fill("23:45")
    page.get_by_role("button", name="Call the meeting").click()
    checked(page)
    with page.expect_download() as file:
        page.get_by_role("link", name="Take the calendar file").click()
    text = file.value.path().read_text()
    assert "R-2015-03" in text
    assert not any(word in text for word in ("Dunmore", "Tyler", "Nia", "Bracken"))

    page.get_by_role("button", name="Record who is here").click()
    for group in page.locator("fieldset").all():
        group.get_by_label("Apologies" if "Nia" in group.inner_text() else "Present").check()
    page.get_by_label("Who chaired the meeting?").select_option(label="Edwin Marl")
    checked(page)
    page.get_by_role("button", name="Keep attendance").click()
    page.get_by_role("button", name="Go through the agenda").click()
    page.get_by_label("Notes").fill("The summary was read and discussed.")
    page.get_by_role("group", name=re.compile("reviewed the outcomes")).get_by_label("Agreed", exact=True).check()
    checked(page)
    page.get_by_role("button", name=re.compile("Keep, and go to")).click()
    page.get_by_role("link", name="Back to the meeting").click()
    page.get_by_role("button", name="Tell those who missed it").click()
    page.get_by_role("link", name="To be drafted").click()
    page.get_by_role("button", name="Draft the minutes").click()
    checked(page)
    minutes = page.url

    edwin = somebody("edwin@threadline.example")
    edwin.goto(minutes)
    edwin.get_by_role("button", name="Approve these minutes").click()
    edwin.get_by_text("Approved by Edwin Marl").wait_for()
    nia.goto("/notices/")
    nia.get_by_text("You were missed at the Further Panel meeting").first.wait_for()
    with nia.expect_download() as file:
        nia.goto(minutes)
        nia.get_by_role("link", name="Take them as a Word file").click()
    assert file.value.suggested_filename.endswith(".docx")


def test_a_member_with_a_link_to_the_case_is_recused_by_the_chair(page, somebody):
    sign_in(page, "asha@threadline.example")
    appoint(page, "Ian Sorrel", "ian@threadline.example")
    ian = somebody("ian@threadline.example")
    declare(ian, "Ian Sorrel", yes="Have you ever worked directly")
    ian.get_by_text("The Board's Independent Chair has to decide").first.wait_for()
    assert ian.goto(PANEL).status == 404

    ruth = somebody("ruth@threadline.example")
    ruth.get_by_role("link", name="Decide whether Ian Sorrel may serve").click()
    ruth.get_by_text("I ran the clinic they came to.").first.wait_for()
    checked(ruth)
    ruth.get_by_role("button", name="Recuse them").click()
    checked(ruth)
    ruth.get_by_label("Why must they not serve?").fill("A direct part in the case.")
    ruth.get_by_role("button", name="Recuse them").click()
    ruth.get_by_text("can no longer open anything of the review").wait_for()
    for address in (PANEL, PANEL + "mine/", "/reviews/R-2015-03/chronology/merged/"):
        assert ian.goto(address).status == 404
