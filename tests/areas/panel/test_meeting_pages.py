"""The pages of meetings: called, recorded in the room, minuted, taken away."""

import io
import zipfile

import pytest
from django.utils import timezone
from docx import Document

from tests import recorded
from tests.areas.panel.conftest import attend, now, seats
from tests.visit import visit, words
from threadline.access.acting import Held
from threadline.notices.models import Notice
from threadline.panel import actions

pytestmark = pytest.mark.django_db
START = "/reviews/R-2015-01/panel/meetings/"


def page_of(meeting, rest=""):
    """The address of a page of the meeting."""
    return f"{START}{meeting.pk}/{rest}"


def day(name="day", days=0):
    """The boxes of a day."""
    on = timezone.localdate() + timezone.timedelta(days=days)
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def test_no_meeting_yet_says_what_belongs_there(cast, sign_in):
    page = visit(sign_in(cast.asha), START, queries=40)
    assert "The meetings of the review belong here" in words(page.main)
    assert page.find("a", string=lambda text: text and "Call a meeting" in text)
    assert "Call a meeting" not in words(visit(sign_in(cast.panel), START).main)


def test_a_meeting_is_called_from_the_form(cast, sign_in, una):
    sent = {"kind": "initial", "starts": "10am", "ends": "12.30pm", "place": "Room 3", "version": 0, **day(days=9)}
    page = visit(sign_in(cast.asha), START + "call/", method="post", data=sent, follow=True)
    said = words(page.main)
    assert "The meeting is called." in said
    assert "at 10am to 12:30pm" in said
    assert "The Panel agrees the merged timeline To decide" in said
    assert "Una Best" in said
    assert "The merged timeline" in said
    assert "The family association network (not in the service yet, or not yours to open)" in said
    page = visit(sign_in(cast.asha), "/reviews/R-2015-01/")
    assert "The next meeting is on" in words(page.main)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"kind": ""}, "Select which meeting it is"),
        ({"starts": "soonish"}, "Begins at must be a time"),
        ({"starts": "25:00"}, "Begins at must be a time"),
        ({"starts": "2pm", "ends": "1pm"}, "must end after it starts"),
    ],
)
def test_a_form_that_cannot_be_taken_says_why(cast, sign_in, sent, sentence):
    sent = {"kind": "initial", "starts": "10am", "ends": "12pm", "place": "Kept", "version": 0, **day(), **sent}
    page = visit(sign_in(cast.asha), START + "call/", method="post", data=sent)
    assert sentence in words(page.select_one(".govuk-error-summary"))
    assert page.find(id="id_place")["value"] == "Kept"


def test_moving_and_cancelling_from_the_pages(cast, sign_in, una, call):
    meeting, client = call(days=3), sign_in(cast.asha)
    page = visit(client, page_of(meeting, "move/"))
    sent = {"starts": "9am", "ends": "11am", "version": page.find(id="id_version")["value"], **day(days=4)}
    assert "The meeting is changed." in words(
        visit(client, page_of(meeting, "move/"), method="post", data=sent, follow=True).main
    )
    again = visit(client, page_of(meeting, "move/"), method="post", data=sent)
    assert "while the page was open" in words(again.select_one(".govuk-error-summary"))
    visit(client, page_of(meeting, "cancel/"))
    sent = {"because": "Snow", "version": now(meeting).version}
    page = visit(client, page_of(meeting, "cancel/"), method="post", data=sent, follow=True)
    assert "This meeting was cancelled. Snow" in words(page.main)
    page = visit(client, page_of(meeting, "cancel/"), method="post", data={**sent, "version": now(meeting).version})
    assert "was cancelled" in words(page.select_one(".govuk-error-summary"))
    assert "Cancelled" in words(visit(client, START).main)


def test_the_calendar_file_names_nobody(cast, sign_in, kit, sign, una, call):
    sign(kit)
    answer = sign_in(cast.panel).get(page_of(call(days=3), "calendar/"))
    assert answer["Content-Type"].startswith("text/calendar")
    text = answer.content.decode()
    assert "R-2015-01" in text
    for word in ("Kit", "Una", "Room 3", "Westmarch", "Initial"):
        assert word not in text


def test_attendance_is_tapped(cast, sign_in, initial):
    client, there = sign_in(cast.asha), seats(initial)
    visit(client, page_of(initial, "attendance/"))
    kit, una = there["Kit Farrow"].pk, there["Una Best"].pk
    sent = {"version": now(initial).version, f"came-{kit}": "deputy", f"came-{una}": "present", "chaired": una}
    page = visit(client, page_of(initial, "attendance/"), method="post", data=sent)
    assert "Say who came in the place of Kit Farrow" in words(page.select_one(".govuk-error-summary"))
    sent[f"deputy-{kit}"] = "Dee Marsh"
    page = visit(client, page_of(initial, "attendance/"), method="post", data=sent, follow=True)
    assert "Dee Marsh came as deputy" in words(page.main)
    assert "Present, chaired" in words(page.main)
    sent = {"name": "Mina Todd", "of": "Minute taker"}
    page = visit(client, page_of(initial, "attendance/add/"), method="post", data=sent, follow=True)
    assert "Mina Todd is on the list." in words(page.main)
    page = visit(client, page_of(initial, "attendance/add/"), method="post", data=sent)
    assert "on the list already" in words(page.select_one(".govuk-error-summary"))


def test_a_member_says_whether_they_can_come(cast, sign_in, kit, initial):
    client = sign_in(kit.user)
    assert "Say whether you can come" in words(visit(client, page_of(initial)).main)
    sent = {"comes": "no", "deputy": "Dee Marsh"}
    page = visit(client, page_of(initial, "reply/"), method="post", data=sent, follow=True)
    assert "Cannot come. Dee Marsh comes instead" in words(page.main)
    form = visit(sign_in(cast.asha), page_of(initial, "attendance/"))
    assert form.find("input", value="Dee Marsh")
    attend(cast.asha, initial)
    page = visit(sign_in(kit.user), page_of(initial, "reply/"), method="post", data=sent)
    assert "recorded already" in words(page.select_one(".govuk-error-summary"))


def test_an_item_is_kept_by_one_button_and_leads_to_the_next(cast, sign_in, initial):
    recorded.entry(cast)
    attend(cast.asha, initial)
    client = sign_in(cast.asha)
    page = visit(client, page_of(initial))
    assert "Go through the agenda" in words(page.main)
    address = page_of(initial, "items/initial_timeline/")
    visit(client, address)
    sent = {
        "version": 0, "note": "Read together.", "decided-merged_timeline_agreed": "agreed",
        "decided-key_events_confirmed": "not", "told-key_events_confirmed": "Two are missing.",
        "action": "Ask the GP", "owner": seats(initial)["Kit Farrow"].pk, "due_on": "3 March 2030",
    }  # fmt: skip
    page = visit(client, address, method="post", data=sent, follow=True)
    assert words(page.h1) == "The family"
    page = visit(client, page_of(initial))
    for said in ("The Panel agrees the merged timeline Agreed", "Not agreed Two are missing.", "Action: Ask the GP"):
        assert said in words(page.main)
    page = visit(client, address, method="post", data={**sent, "note": "Other words"})
    assert "Somebody else wrote under this item" in words(page.select_one(".govuk-error-summary"))
    assert "Other words" in words(page.main)
    sent = {"version": 1, "note": "Read together.", "stay": "yes", "more": "Meet again in May"}
    page = visit(client, address, method="post", data=sent, follow=True)
    assert "Decided: Meet again in May" in words(page.main)
    last = visit(client, page_of(initial, "items/initial_event/"), method="post", data={"version": 0}, follow=True)
    assert words(last.h1) == "Initial Review Panel meeting"
    assert client.get(page_of(initial, "items/lunch/")).status_code == 404


def test_minutes_from_draft_to_word(cast, sign_in, una, initial):
    client = sign_in(cast.asha)
    assert "There are no minutes yet" in words(visit(client, page_of(initial, "minutes/")).main)
    page = visit(client, page_of(initial, "minutes/draft/"), method="post", data={"number": 0}, follow=True)
    assert "Record who attended first" in words(page.main)
    assert client.get(page_of(initial, "minutes/correct/")).status_code == 404
    assert client.get(page_of(initial, "minutes/word/")).status_code == 404
    attend(cast.asha, initial)
    page = visit(client, page_of(initial, "minutes/draft/"), method="post", data={"number": 0}, follow=True)
    assert "Una Best, Panel Chair (chaired the meeting)" in words(page.main)
    assert "Approve these minutes" not in words(page.main)
    visit(client, page_of(initial, "minutes/correct/"))
    sent = {"number": 1, "text-present": "Una Best and Kit Farrow", "text-initial_family": "The network was agreed."}
    page = visit(client, page_of(initial, "minutes/correct/"), method="post", data=sent, follow=True)
    assert "Draft, version 2" in words(page.main)
    page = visit(client, page_of(initial, "minutes/correct/"), method="post", data=sent)
    assert "while this page was open" in words(page.select_one(".govuk-error-summary"))
    chair = sign_in(una.user)
    assert "Read and approve the minutes" in words(visit(chair, "/").main)
    page = visit(chair, page_of(initial, "minutes/approve/"), method="post", data={"number": "x"}, follow=True)
    assert "Read them again" in words(page.main)
    page = visit(chair, page_of(initial, "minutes/approve/"), method="post", data={"number": 2}, follow=True)
    assert "Approved by Una Best" in words(page.main)
    answer = sign_in(cast.panel).get(page_of(initial, "minutes/word/"))
    said = [each.text for each in Document(io.BytesIO(answer.content)).paragraphs]
    assert "The network was agreed." in said
    assert any("Approved on" in each for each in said)
    core = zipfile.ZipFile(io.BytesIO(answer.content)).read("docProps/core.xml").decode()
    assert "creator" not in core
    assert "modified" not in core


def test_telling_those_who_missed_it(cast, sign_in, initial):
    attend(cast.asha, initial, kit="absent")
    client = sign_in(cast.asha)
    page = visit(client, page_of(initial, "tell/"), method="post", follow=True)
    assert "Those who missed the meeting are told" in words(page.main)
    assert "Absent. Told on" in words(page.main)
    page = visit(client, page_of(initial, "tell/"), method="post", follow=True)
    assert "has been told" in words(page.main)


def test_an_action_is_done_by_its_owner(cast, sign_in, kit, initial):
    attend(cast.asha, initial)
    given = actions.give_action(
        by=cast.asha, meeting=initial, item="initial_family", words="Ask the GP", owner=seats(initial)["Kit Farrow"],
        due_on=timezone.localdate(),
    )  # fmt: skip
    address = f"/reviews/R-2015-01/panel/actions/{given.pk}/done/"
    assert sign_in(cast.panel).get(address).status_code == 404
    client = sign_in(kit.user)
    assert "Ask the GP" in words(visit(client, "/").main)
    page = visit(client, address, method="post", data={"done_note": ""})
    assert "Say what was done" in words(page.select_one(".govuk-error-summary"))
    page = visit(client, address, method="post", data={"done_note": "Asked"}, follow=True)
    assert "Done on" in words(page.main)
    assert "100%" in words(page.main)
    assert client.get(address).status_code == 404


def test_the_list_and_a_meeting_take_few_queries_however_much_there_is(cast, sign_in, initial, call):
    for kind in ("threshold", "further-outcomes", "further-draft", "board"):
        attend(cast.asha, call(kind))
    visit(sign_in(cast.asha), START, queries=45)
    visit(sign_in(cast.asha), page_of(initial), queries=45)


def test_papers_are_sent_to_the_panel_and_not_while_a_hold_stops_it(cast, sign_in, kit, una, initial):
    from tests.areas.reviews.test_holds import place, release

    member, keeper = kit.user, cast.asha
    paper = f"/reviews/{cast.review.reference}/timetable/"
    page = visit(sign_in(member), page_of(initial))
    assert "The papers have not been sent to the Panel yet." in words(page.main)
    assert page.main.find("a", href=paper) is None
    assert visit(sign_in(keeper), page_of(initial)).main.find("a", href=paper)
    hold = place(cast, acts=["panel.share_papers"])
    page = visit(sign_in(keeper), page_of(initial, "papers/"), method="post", data={"version": 1}, follow=True)
    assert "Sending papers to the Panel is on hold since" in words(page.main)
    assert "Send the Panel its papers" not in words(page.main)
    with pytest.raises(Held):
        actions.send_papers(by=keeper, meeting=initial, version=now(initial).version)
    release(cast, hold, by=cast.chair)
    page = visit(sign_in(keeper), page_of(initial), follow=True)
    sent = {"version": page.find("input", attrs={"name": "version"})["value"]}
    page = visit(sign_in(keeper), page_of(initial, "papers/"), method="post", data=sent, follow=True)
    assert "The papers are sent." in words(page.main)
    page = visit(sign_in(keeper), page_of(initial, "papers/"), method="post", data=sent, follow=True)
    assert "Somebody changed this meeting" in words(page.main)
    assert Notice.objects.filter(kind="panel.papers_sent", user=member).count() == 1
    assert visit(sign_in(member), page_of(initial)).main.find("a", href=paper)
