"""The steps of commissioning a review, each as the person who takes it does in a browser."""

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.journeys.conftest import assert_accessible, assert_fits
from tests.journeys.test_a_manager_merges_timelines import day
from threadline.domain.dates.working_days import ENGLAND

TODAY = date.today()  # the day of the machine that serves and looks
TELLS_OF_A_RECEIPT = {"name": "receipt.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}


def parts(of: date) -> tuple[str, str, str]:
    return str(of.day), str(of.month), str(of.year)


def ago(days: int) -> tuple[str, str, str]:
    return parts(TODAY - timedelta(days=days))


def checked(page: Page) -> None:
    assert_accessible(page)
    assert_fits(page)


def heading(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def press(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("button", name=name).first.click()


def told(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.get_by_text(words).first).to_be_visible()


def refer(page: Page, reference: str) -> None:
    """The manager records a referral of a week ago."""
    page.goto("/referrals/")
    press(page, "Record a referral")
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
    press(page, "Record the referral")
    heading(page, f"Referral {reference}")


def answer_the_test(page: Page) -> None:
    """The manager answers every question of the test, one of them honestly with "not known yet"."""
    press(page, "Answer the next question")
    checked(page)
    for said in ("Yes", "No", "Yes", "Not known yet", "No", "No", "No", "No"):
        _answer(page, said, "The medical report says so.", "Dr Hale, paediatrician")
        press(page, "Save and answer the next question")
    _answer(page, "No", "The school says so.", "Head teacher")
    press(page, "Save and go back to the referral")
    told(page, "The test for a Serious Case Review is met.")


def _answer(page: Page, said: str, shown: str, by: str) -> None:
    page.get_by_label(said, exact=True).check()
    page.get_by_label("What shows it?").fill(shown)
    page.get_by_label("Who says so?").fill(by)


def recommend(page: Page, review: str) -> None:
    """The manager records what the threshold meeting recommends."""
    press(page, "Record the recommendation")
    day(page, "When did the threshold meeting meet?", ago(1))
    page.get_by_label("Who took part?").fill("Asha Fernleigh, business manager\nDetective Inspector Moor, police")
    page.get_by_label("Commission a Serious Case Review").check()
    page.get_by_label("Reference of the review").fill(review)
    page.get_by_label("Why does the meeting recommend this?").fill("The second ground is met.")
    checked(page)
    press(page, "Record the recommendation")
    told(page, "The recommendation is recorded")


def decide(page: Page, reference: str, review: str) -> None:
    """The Independent Chair decides, which opens the review."""
    page.goto("/")
    page.get_by_role("link", name=f"Decide on referral {reference}").click()
    heading(page, "Your decision")
    page.get_by_label("Commission a Serious Case Review").check()
    expect(page.get_by_label("Reference of the review")).to_have_value(review)
    page.get_by_label("Your reasons").fill("The test is met, so the law asks for a review.")
    checked(page)
    press(page, "Record the decision")
    told(page, f"Review {review} is open")


def tell_bodies(page: Page, reference: str) -> None:
    """The manager tells the national bodies, and keeps what proves it."""
    page.goto("/referrals/")
    page.get_by_role("link", name=reference).click()
    press(page, "Tell the national bodies")
    told(page, "decided to commission a Serious Case Review")
    for body in ("Ofsted", "Department for Education", "National Panel"):
        page.get_by_label(body, exact=True).check()
    day(page, "When were they told?", ago(0))
    page.get_by_label("How?").fill("Secure e-mail")
    page.locator("input[type=file]").set_input_files(TELLS_OF_A_RECEIPT)
    checked(page)
    press(page, "Record it")
    told(page, "It is recorded that")


def prepare_scope(page: Page, at: str) -> None:
    """The manager prepares the first scope, is refused a period of thirty months, and proposes it."""
    page.goto(f"{at}scope/")
    press(page, "Prepare the first scope")
    version = f"{at}scope/1/"
    page.goto(f"{version}parts/period/")
    day(page, "The period begins on", ago(9 + 30 * 30))
    press(page, "Save")
    told(page, re.compile("24 months"))
    day(page, "The period begins on", ago(9 + 200))
    press(page, "Save")
    told(page, "“The period under review” is saved.")
    written = {
        "proportion": {"How large is the case?": "Two agencies.", "How complex is it?": "One child, one area.",
                       "Why is this form of review proportionate?": "It asks why, of all of them."},
        "questions": {"What does the review set out to answer?": "Was the child seen?\nWho knew of the injuries?"},
        "history": {"What was known": "An injury in 2012.", "Who knew": "The hospital.",
                    "How it influenced assessment and decisions": "Nobody was told."},
    }  # fmt: skip
    for part, fields in written.items():
        page.goto(f"{version}parts/{part}/")
        for label, said in fields.items():
            page.get_by_label(label).first.fill(said)
        press(page, "Save")
        told(page, "is saved.")
    page.goto(f"{version}parts/agencies/")
    for agency in ("Westmarch Police", "Northfield Hospitals NHS Trust"):
        page.get_by_label(agency, exact=True).check()
        page.get_by_label(f"Why {agency}?").fill("It knew the family.")
    checked(page)
    press(page, "Save")
    page.goto(f"{version}parts/sources/")
    page.get_by_label("What is the source?").first.fill("The landlord's file")
    page.get_by_label("How will it contribute?").first.fill("Read by the Lead Reviewer.")
    page.get_by_label("No other area’s Board is concerned").check()
    press(page, "Save")
    press(page, "Propose version 1")
    page.get_by_label("Why this scope, or this change?").fill("What the threshold meeting found.")
    press(page, "Propose it")
    told(page, "Version 1 is proposed.")


def agree_scope(page: Page, at: str) -> None:
    """The Independent Chair finds the scope on the first page, and agrees it."""
    page.goto("/")
    page.get_by_role("link", name="Agree the scope, or send it back").first.click()
    page.goto(f"{at}scope/1/decide/")
    page.get_by_label("This is the scope of the review").check()
    page.get_by_label("At which meeting?").fill("the threshold meeting")
    checked(page)
    press(page, "Save the decision")
    told(page, "is the scope of the review now")


def appoint(page: Page, at: str, post: str, name: str, email: str, **said: str) -> None:
    """The manager appoints somebody to a post."""
    page.goto(f"{at}panel/appoint/{post}/")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label(re.compile("E-mail address")).fill(email)
    if "agency" in said:
        page.get_by_label("Agency they speak for").select_option(label=said["agency"])
    else:
        page.get_by_label(said["route"]).check()
        page.get_by_label("Where they come from").fill("Harbourside Board")
        if page.get_by_label("Skills and experience").count():
            page.get_by_label("Skills and experience").fill("Led four reviews by a systems approach.")
    press(page, "Appoint")
    told(page, "They see nothing of the case for now.")


def record_recruitment(page: Page) -> None:
    """From a reviewer's page, the manager records every safe-recruitment check."""
    for number in range(1, 6):
        page.get_by_role("link", name="Safe recruitment").click()
        page.get_by_role("radio").first.check()
        day(page, "When was it seen?", ago(0))
        press(page, "Record this check")
        told(page, f"{number} of 5 checks on record")


def declare(page: Page, name: str) -> None:
    """Whoever is appointed signs the declaration, from their first page."""
    page.goto("/")
    page.get_by_role("link", name=re.compile("declaration of independence")).first.click()
    press(page, "Answer and sign")
    for group in page.locator("fieldset:has(input[value=no])").all():
        group.get_by_label("No", exact=True).check()
    page.get_by_label(re.compile("true and complete")).check()
    page.get_by_label("Sign with your name").fill(name)
    press(page, "Sign the declaration")


def draw_up_timetable(page: Page, at: str) -> None:
    """The Lead Reviewer draws the timetable up; the day of the decision stands there already."""
    page.goto(f"{at}timetable/draw-up/")
    expect(page.get_by_label("Year")).to_have_value(str(TODAY.year))
    press(page, "Draw it up")
    told(page, "These dates are proposed.")
    checked(page)


def nothing_runs_beside(page: Page, at: str) -> None:
    """The Lead Reviewer answers of every kind of proceedings that none is known."""
    page.goto(f"{at}processes/")
    none = page.get_by_role("button", name=re.compile("None known"))
    while before := none.count():
        none.first.click()
        expect(none).to_have_count(before - 1)


def call_meeting(page: Page, at: str, kind: str) -> str:
    """The manager calls a meeting of today; where it stands."""
    page.goto(f"{at}panel/meetings/call/")
    page.get_by_label(kind).check()
    day(page, "Day", ago(0)) if page.get_by_role("group", name="Day").count() else _fill_day(page)
    page.get_by_label("Begins at").fill("0:15")
    page.get_by_label("Ends at").fill("23:45")
    press(page, "Call the meeting")
    told(page, "The meeting is called.")
    return page.url


def _fill_day(page: Page) -> None:
    for part, typed in zip(("Day", "Month", "Year"), ago(0), strict=True):
        page.get_by_label(part, exact=True).fill(typed)


def take_attendance(page: Page, meeting: str, *, chaired: str) -> None:
    """Everybody is here."""
    page.goto(f"{meeting}attendance/")
    for group in page.locator("fieldset").all():
        group.get_by_label("Present").check()
    page.get_by_label("Who chaired the meeting?").select_option(label=chaired)
    checked(page)
    press(page, "Keep attendance")
    told(page, "Attendance is recorded.")


def take_decision(page: Page, meeting: str, item: str, words: str) -> None:
    """Under an item, the meeting agrees a decision; the page goes on to the next item."""
    page.goto(f"{meeting}items/{item}/")
    page.get_by_role("group", name=re.compile(words)).get_by_label("Agreed", exact=True).check()
    press(page, re.compile("^Keep, and"))


def task_agencies(page: Page, at: str) -> None:
    """The manager reads the letters and sends them."""
    page.goto(f"{at}threshold/letters/")
    press(page, "Ask agencies by letter")
    due = ENGLAND.on_or_after(TODAY + timedelta(days=30))
    day(page, "By when are the timelines wanted?", parts(due))
    for agency in ("Westmarch Police", "Northfield Hospitals NHS Trust"):
        page.get_by_label(f"Whom the letter to {agency} addresses").fill(f"Head of {agency}")
    press(page, "Read the letters")
    told(page, "Westmarch Police for two things")
    checked(page)
    press(page, "Send the letters")
    told(page, "2 letters are sent")


def invite_author(page: Page, review: str, name: str, email: str, agency: str) -> None:
    """The manager invites somebody to write for an agency."""
    page.goto("/administration/")
    page.get_by_role("button", name="Invite somebody").or_(page.get_by_role("link", name="Invite somebody")).click()
    page.get_by_role("link", name="SAAR author").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label(re.compile("E-mail address")).fill(email)
    page.get_by_label("Review").select_option(label=review)
    page.get_by_label("Agency").select_option(label=agency)
    press(page, "Continue")
    heading(page, "Check before you invite")
    press(page, "Invite")


def acknowledge(page: Page, at: str) -> None:
    """The agency's author finds the letter on the first page, reads it and acknowledges it."""
    page.goto(f"{at}threshold/letters/")
    expect(page.get_by_text("Northfield Hospitals NHS Trust")).to_have_count(0)
    page.get_by_role("link", name=re.compile("to Westmarch Police")).first.click()
    heading(page, "Letter to Westmarch Police")
    checked(page)
    press(page, re.compile("cknowledge"))
    told(page, re.compile("Acknowledged|acknowledged"))


def place_hold(page: Page, at: str) -> None:
    """The Lead Reviewer places a hold for the police: papers do not go to the Panel."""
    page.goto(f"{at}holds/place/police_investigation/")
    page.get_by_label("Sending papers to the Panel", exact=False).check()
    day(page, "Since when?", ago(0))
    page.get_by_label("Who asked for it?").fill("DS Wren, Westmarch Police")
    page.get_by_label("What did they say?").fill("Papers are not to go out before Friday.")
    press(page, "Place the hold")
    told(page, "The hold is placed")
    checked(page)


def release_hold(page: Page, at: str) -> None:
    """The Panel Chair releases it, with who allowed it and why."""
    page.goto(f"{at}holds/")
    page.get_by_role("link", name=re.compile("Release it")).click()
    press(page, "Release the hold")
    told(page, re.compile("Enter who allowed it|allowed it"))
    page.get_by_label("Who allowed it?").fill("DS Wren, Westmarch Police")
    page.get_by_label("Why can it end?").fill("The witness has been heard.")
    checked(page)
    press(page, "Release the hold")
    told(page, re.compile("released"))
