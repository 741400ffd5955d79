"""From a referral to a scoped, panelled, tasked review, each act by whoever does it; the second Board sees nothing."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.journeys import commissioning as steps
from tests.journeys.commissioning import TODAY, ago, checked, heading, parts, press, told
from tests.journeys.conftest import sign_in
from tests.journeys.test_a_manager_merges_timelines import day
from threadline.domain.dates.working_days import ENGLAND

pytestmark = pytest.mark.browser
REFERENCE, REVIEW = "N-JOURNEY-1", "R-JOURNEY-71"
AT = f"/reviews/{REVIEW}/"
PLACES = (
    "", "position/", "method/", "scope/", "scope/1/", "timetable/", "processes/", "holds/", "panel/", "panel/meetings/",
    "threshold/", "threshold/letters/", "chronology/", "chronology/merged/", "people/",
)  # fmt: skip
LISTS = ("/reviews/", "/notices/", "/referrals/", "/administration/")
SECOND_BOARD = ("petra", "hana", "oswin", "lorna", "cyril", "hetty", "walt", "joan", "basil")


def test_from_a_referral_to_a_scoped_panelled_and_tasked_review(somebody):
    asha, ruth = somebody("asha@threadline.example"), somebody("ruth@threadline.example")
    steps.refer(asha, REFERENCE)
    referral = asha.url
    steps.answer_the_test(asha)
    steps.recommend(asha, REVIEW)
    steps.decide(ruth, REFERENCE, REVIEW)
    steps.tell_bodies(asha, REFERENCE)
    steps.prepare_scope(asha, AT)
    steps.agree_scope(ruth, AT)

    marcus, edwin, grace, ian = panel_and_author(asha, somebody)
    steps.draw_up_timetable(marcus, AT)
    steps.nothing_runs_beside(marcus, AT)
    meeting = steps.call_meeting(asha, AT, "Initial Review Panel meeting")
    the_meeting_meets(asha, edwin, grace, meeting)

    steps.task_agencies(asha, AT)
    steps.acknowledge(ian, AT)
    assert ian.goto(f"{AT}scope/").status == 200
    for closed in ("panel/", "chronology/merged/", "processes/", "threshold/"):
        assert ian.goto(f"{AT}{closed}").status == 404

    the_papers_wait_for_the_police(asha, marcus, edwin, grace)
    asha.goto(AT)
    told(asha, re.compile(r"\d+ of 86 requirements (is|are) done"))
    expect(asha.get_by_role("img", name=re.compile("at a glance"))).to_be_visible()
    checked(asha)
    the_second_board_sees_nothing(somebody, [referral, meeting])


def panel_and_author(asha, somebody):
    """The Lead Reviewer, the Panel Chair, a member and an author, each let in as the method lets them in."""
    reviewer = {"route": "A member of another area's Board"}
    steps.appoint(asha, AT, "lead_reviewer", "Marcus Thornhill", "marcus@threadline.example", **reviewer)
    steps.record_recruitment(asha)
    chair = {"route": "Commissioned from outside"}
    steps.appoint(asha, AT, "panel_chair", "Edwin Marl", "edwin@threadline.example", **chair)
    member = {"agency": "Northfield Hospitals NHS Trust"}
    steps.appoint(asha, AT, "panel_member", "Grace Okonedo-Vale", "grace@threadline.example", **member)
    checked(asha)
    marcus, edwin, grace = (somebody(f"{name}@threadline.example") for name in ("marcus", "edwin", "grace"))
    assert grace.goto(AT).status == 404
    for page, name in ((marcus, "Marcus Thornhill"), (edwin, "Edwin Marl"), (grace, "Grace Okonedo-Vale")):
        steps.declare(page, name)
        told(page, "so the review is open to you")
    assert grace.goto(AT).status == 200
    steps.invite_author(asha, REVIEW, "Ian Sorrel", "ian@threadline.example", "Westmarch Police")
    return marcus, edwin, grace, somebody("ian@threadline.example")


def the_meeting_meets(asha, edwin, grace, meeting):
    """Papers, attendance, decisions that are the requirement, minutes that whoever chaired approves."""
    press(asha, "Send the Panel its papers")
    told(asha, "The papers are sent.")
    grace.goto("/notices/")
    told(grace, re.compile("papers of the Initial Review Panel meeting"))
    steps.take_attendance(asha, meeting, chaired="Edwin Marl")
    steps.take_decision(asha, meeting, "initial_timeline", "agrees the merged timeline")
    told(asha, "No timeline has been accepted yet.")
    steps.take_decision(asha, meeting, "initial_bodies", "national bodies have been told")
    told(asha, "is kept.")
    steps.take_decision(asha, meeting, "initial_processes", "Parallel processes are confirmed")
    told(asha, "is kept.")
    asha.goto(f"{meeting}items/initial_timetable/")
    told(asha, "The timetable is agreed with it.")
    checked(asha)
    steps.take_decision(asha, meeting, "initial_timetable", "The timetable is agreed")
    told(asha, "is kept.")
    asha.goto(f"{meeting}minutes/")
    press(asha, "Draft the minutes")
    told(asha, "The minutes are drafted from the record.")
    edwin.goto(f"{meeting}minutes/")
    press(edwin, "Approve these minutes")
    told(edwin, "Approved by Edwin Marl")
    edwin.goto(f"{AT}timetable/")
    told(edwin, re.compile("Agreed by Edwin Marl on .*, at Initial Review Panel meeting"))
    checked(edwin)
    edwin.goto(f"{AT}processes/")
    told(edwin, "This is confirmed by a meeting.")


def the_papers_wait_for_the_police(asha, marcus, edwin, grace):
    """A hold stops the act for whoever tries it, until it is released."""
    meeting = steps.call_meeting(asha, AT, "Further Panel meeting on the learning event")
    steps.place_hold(marcus, AT)
    press(asha, "Send the Panel its papers")
    told(asha, re.compile("Sending papers to the Panel is on hold since"))
    grace.goto(meeting)
    told(grace, "Papers are not shared with the Panel for now.")
    expect(grace.get_by_role("link", name="The timetable")).to_have_count(0)
    checked(grace)
    steps.release_hold(edwin, AT)
    asha.goto(meeting)
    press(asha, "Send the Panel its papers")
    told(asha, "The papers are sent.")


LOOKED_AT = """async ([addresses, lists]) => [
    await Promise.all(addresses.map(async each => (await fetch(each)).status)),
    await Promise.all(lists.map(async each => (await fetch(each)).text())),
]"""


def the_second_board_sees_nothing(somebody, addresses):
    """Everybody of the second Board: no address of the review answers, and no list or search knows of it."""
    everywhere = [*(f"{AT}{place}" for place in PLACES), *addresses]
    for who in SECOND_BOARD:
        page = somebody(f"{who}@threadline.example")
        statuses, texts = page.evaluate(LOOKED_AT, [everywhere, LISTS])
        assert statuses == [404] * len(everywhere), who
        for text in (page.content(), *texts):
            assert REVIEW not in text, who
            assert REFERENCE not in text, who
        page.context.close()


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
    day(page, "When did the Independent Chair decide to commission it?", ago(5))
    page.get_by_label("Why is there no referral on record here?").fill("It began on paper.")
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
