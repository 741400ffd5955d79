"""Letters to agencies: read before they go, acknowledged, reminded of, late; as Word without a trace (2.1.h)."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from docx import Document as Word

from tests.areas.threshold.conftest import ago
from tests.areas.threshold.test_pages import day
from tests.visit import visit, words
from threadline.access.acting import Denied, Refused
from threadline.access.gate import open_gate
from threadline.access.scope import review_scope
from threadline.access.within import Standing
from threadline.chronology import actions as timelines
from threadline.domain.dates.working_days import ENGLAND
from threadline.domain.framework.outcome import Verdict
from threadline.notices.models import Notice
from threadline.reviews.models import ContributingAgency
from threadline.threshold import actions, requirements
from threadline.threshold.models import Letter
from threadline.threshold.queries import letters
from threadline.threshold.word import as_word

pytestmark = pytest.mark.django_db
START = "/reviews/R-2015-01/threshold/letters/"


def soon() -> date:
    """A working day about a month ahead."""
    return ENGLAND.on_or_after(ago(-30))


def contributors(review):
    with review_scope(review):
        return list(ContributingAgency.objects.select_related("agency", "review__board"))


def asking(review, **changed):
    known = {"due_on": soon(), "questions": "Who saw the child?"}
    recipients = {each.pk: f"The author of {each.agency}" for each in contributors(review)}
    return actions.Asking(**{**known, "recipients": recipients, **changed})


@pytest.fixture
def tasked(cast):
    """Every agency of the review asked by letter."""
    return actions.task(by=cast.asha, review=cast.review, asking=asking(cast.review))


def letter_to(cast, agency):
    with review_scope(cast.review):
        return Letter.objects.select_related("review__board", "agency").get(agency=agency, kind="tasking")


def move_due(cast, day_):
    with review_scope(cast.review), open_gate():
        ContributingAgency.objects.update(due_on=day_)


def rows(cast, viewer):
    with review_scope(cast.review):
        return {
            row.contributor.agency.name: row
            for row in letters.rows(review=cast.review, roles=Standing(viewer, cast.review))
        }


def test_each_agency_gets_a_dated_letter_and_is_asked_from_that_day(cast, tasked):
    assert len(tasked) == 3
    made = letter_to(cast, cast.police)
    assert (made.dated_on, made.due_on) == (ago(0), soon())
    assert "We ask Westmarch Police for two things" in made.text
    assert "Who saw the child?" in made.text
    assert {(each.asked_on, each.due_on) for each in contributors(cast.review)} == {(ago(0), soon())}


def test_its_author_is_told_without_a_word_of_the_case(cast, tasked):
    told = Notice.objects.get(user=cast.police_author)
    assert told.kind == "agency-tasked"
    assert "Police" not in told.subject + told.body
    assert not Notice.objects.filter(user__in=[cast.panel, cast.lead, cast.second_lead]).exists()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"recipients": {}}, "at least one agency"),
        ({"due_on": date(2015, 10, 1)}, "lies ahead"),
        ({"due_on": date(2099, 12, 25)}, "a bank holiday"),
    ],
)
def test_what_cannot_be_asked_is_refused_and_nothing_goes(cast, changed, sentence):
    with pytest.raises(Refused, match=sentence):
        actions.task(by=cast.asha, review=cast.review, asking=asking(cast.review, **changed))
    with review_scope(cast.review):
        assert not Letter.objects.exists()


def test_a_letter_addresses_somebody_of_an_agency_of_the_review_and_asks_once(cast, tasked):
    first = contributors(cast.review)[0]
    with pytest.raises(Refused, match="whom each letter addresses"):
        actions.task(by=cast.asha, review=cast.review, asking=asking(cast.review, recipients={first.pk: " "}))
    with pytest.raises(Refused, match="asked by letter already"):
        actions.task(by=cast.asha, review=cast.review, asking=asking(cast.review))
    strange = contributors(cast.other_review)[0]
    with pytest.raises(Refused, match="no longer one of this review"):
        actions.task(by=cast.asha, review=cast.review, asking=asking(cast.review, recipients={strange.pk: "X"}))


def test_the_agency_acknowledges_its_own_letter_once(cast, tasked):
    letter = letter_to(cast, cast.police)
    for who in ("health_author", "asha", "chair", "lead", "outsider"):
        with pytest.raises(Denied):
            actions.acknowledge(by=getattr(cast, who), letter=letter)
    actions.acknowledge(by=cast.police_author, letter=letter)
    with pytest.raises(Refused, match="acknowledged already"):
        actions.acknowledge(by=cast.police_author, letter=letter)
    assert rows(cast, cast.asha)["Westmarch Police"].status == "Acknowledged"


def test_lateness_is_counted_until_the_timeline_comes_and_a_reminder_goes_once_a_day(cast, tasked):
    police = next(each for each in contributors(cast.review) if each.agency == cast.police)
    assert rows(cast, cast.asha)["Westmarch Police"].status == "Not acknowledged yet"
    move_due(cast, ago(4))
    assert rows(cast, cast.asha)["Westmarch Police"].status == "4 days late"
    made = actions.remind(by=cast.asha, contributor=police, recipient="The author")
    assert "have not had them" in made.text
    assert made.due_on == ago(4)
    assert Notice.objects.filter(user=cast.police_author, kind="timeline-overdue").count() == 1
    with pytest.raises(Refused, match="reminded today"):
        actions.remind(by=cast.asha, contributor=police, recipient="The author")
    data = b"Date,Event\n03/02/2015,Officers attended the address.\n"
    timelines.receive_from(by=cast.police_author, contributor=police, name="t.csv", data=data, token="t")
    row = rows(cast, cast.asha)["Westmarch Police"]
    assert (row.status, row.tone, row.days_late) == ("Sent 4 days late", "done", 4)


def test_before_the_day_a_reminder_says_how_long_there_is(cast, tasked):
    health = next(each for each in contributors(cast.review) if each.agency == cast.health)
    actions.remind(by=cast.asha, contributor=health, recipient="The author")
    told = Notice.objects.get(user=cast.health_author, kind="timeline-due-soon")
    assert f"in {(soon() - ago(0)).days} days" in told.body
    with pytest.raises(Refused, match="Say whom"):
        actions.remind(by=cast.asha, contributor=health, recipient=" ")


def test_an_agency_that_was_never_asked_by_letter_is_not_reminded(cast):
    with pytest.raises(Refused, match="Ask it first"):
        actions.remind(by=cast.asha, contributor=contributors(cast.review)[0], recipient="The author")


def test_the_requirement_is_met_once_every_agency_has_its_letter(cast, tasked):
    def outcome(review, check=requirements.agencies_tasked):
        with review_scope(review):
            return check(review)

    assert outcome(cast.second_review).verdict is Verdict.NOT_MET
    assert "Not asked by letter yet" in outcome(cast.second_review).reasons[0]
    assert (outcome(cast.review).verdict, outcome(cast.review).on) == (Verdict.MET, ago(0))
    assert outcome(cast.review, requirements.decision_recorded).verdict is Verdict.NOT_MET
    assert outcome(cast.review, requirements.contributors_identified).verdict is Verdict.NOT_MET
    wanting = outcome(cast.review, requirements.panel_reviewer_timetable_identified).reasons
    assert wanting == ("The Panel has no Chair yet.", "The timetable is not drawn yet.")


@pytest.mark.parametrize("who", ["chair", "lead", "panel", "police_author", "other_manager", "outsider"])
def test_only_the_business_manager_sends_letters(cast, tasked, who):
    by = getattr(cast, who)
    for act in (
        lambda: actions.task(by=by, review=cast.review, asking=asking(cast.review)),
        lambda: actions.remind(by=by, contributor=contributors(cast.review)[0], recipient="X"),
    ):
        with pytest.raises(Denied):
            act()


def test_every_letter_is_read_before_any_goes_and_what_was_typed_can_be_changed(cast, sign_in):
    client = sign_in(cast.asha)
    visit(client, START)
    visit(client, f"{START}ask/")
    typed = {"questions": "Who saw the child?", **day("due_on", soon())}
    page = visit(client, f"{START}ask/", method="post", data=typed)
    assert "Choose at least one agency to ask" in words(page.main)
    for each in contributors(cast.review)[:2]:
        typed |= {f"ask-{each.pk}": "on", f"to-{each.pk}": f"The author of {each.agency}"}
    page = visit(client, f"{START}ask/", method="post", data={**typed, **day("due_on", date(2099, 12, 25))})
    assert "The last working day before it is 24 December 2099" in words(page.main)
    page = visit(client, f"{START}ask/", method="post", data=typed)
    assert len(page.select(".tl-letter")) == 2
    assert "Nothing has gone yet" in words(page.main)
    hidden = {each["name"]: each["value"] for each in page.select("main form input[type=hidden]")}
    page = visit(client, f"{START}ask/", method="post", data={**hidden, "step": "edit"})
    assert page.find("textarea", attrs={"name": "questions"}).text.strip() == "Who saw the child?"
    page = visit(client, f"{START}ask/", method="post", data={**hidden, "step": "send"}, follow=True)
    assert "2 letters are sent" in words(page.main)
    assert "2 of 3 agencies asked by letter" in words(page.main)
    page = visit(client, f"{START}ask/", method="post", data={**hidden, "step": "send"})
    assert "Choose at least one agency to ask" in words(page.main)


def test_an_author_sees_the_own_letter_alone_and_acknowledges_it(cast, sign_in, tasked):
    client = sign_in(cast.police_author)
    for page in ("/", "/reviews/R-2015-01/your-part/"):
        said = words(visit(client, page).main)
        assert "Read the letter to Westmarch Police and acknowledge it" in said
    page = visit(client, START)
    assert "Northfield" not in words(page.main)
    letter, other = letter_to(cast, cast.police), letter_to(cast, cast.health)
    assert client.get(f"{START}{other.pk}/").status_code == 404
    assert client.get(f"{START}{other.pk}/word/").status_code == 404
    assert client.post(f"{START}{other.pk}/acknowledge/").status_code == 404
    page = visit(client, f"{START}{letter.pk}/")
    assert "Request for timeline" in words(page.main)
    page = visit(client, f"{START}{letter.pk}/acknowledge/", method="post", follow=True)
    assert "Thank you" in words(page.main)
    page = visit(client, f"{START}{letter.pk}/acknowledge/", method="post", follow=True)
    assert "acknowledged already" in words(page.main)
    assert "acknowledge it" not in words(visit(client, "/").main)


def test_a_reminder_is_read_before_it_goes(cast, sign_in, tasked):
    move_due(cast, ago(2))
    client = sign_in(cast.asha)
    page = visit(client, START, queries=45)
    assert "Westmarch Police is 2 days late." in words(page.main)
    address = next(each["href"] for each in page.select("main a") if words(each) == "Remind Westmarch Police")
    form = visit(client, address)
    assert form.find("input", attrs={"name": "recipient"})["value"].startswith("The author of")
    page = visit(client, address, method="post", data={"recipient": "The author"})
    assert "have not had them" in words(page.select_one(".tl-letter"))
    sent = {"recipient": "The author", "step": "send"}
    assert "is reminded" in words(visit(client, address, method="post", data=sent, follow=True).main)
    assert "reminded today" in words(visit(client, address, method="post", data=sent).main)


@pytest.mark.parametrize("who", ["panel", "second_lead", "other_manager", "outsider"])
def test_the_letters_are_not_there_for_others(cast, sign_in, tasked, who):
    client = sign_in(getattr(cast, who))
    assert client.get(START).status_code == 404
    assert client.get(f"{START}{letter_to(cast, cast.police).pk}/").status_code == 404


def test_a_letter_as_word_says_what_it_says_and_nothing_of_who_wrote_it(cast, sign_in, tasked):
    letter = letter_to(cast, cast.police)
    answer = sign_in(cast.lead).get(f"{START}{letter.pk}/word/")
    assert "attachment" in answer["Content-Disposition"]
    document = Word(io.BytesIO(answer.content))
    assert document.paragraphs[0].text == letter.subject
    written = "\n\n".join(each.text for each in document.paragraphs[1:])
    assert written == letter.text
    properties = document.core_properties
    assert (properties.author, properties.last_modified_by, properties.created) == ("", "", None)


def test_the_same_letter_is_the_same_bytes_and_no_markup_of_its_own_is_read():
    made = as_word("A & B", "Dear <b>you</b>,\n\nline\nline")
    assert made == as_word("A & B", "Dear <b>you</b>,\n\nline\nline")
    assert "&lt;b&gt;you&lt;/b&gt;" in zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()


def test_why_a_review_was_commissioned_is_read_by_those_who_work_on_it(cast, sign_in, commissioned):
    from tests.people import holding
    from threadline.access import roles

    page = visit(sign_in(cast.asha), "/reviews/R-2015-01/threshold/")
    assert "This review was opened without a referral" in words(page.main)
    holding(cast.panel, roles.PANEL_MEMBER, board=cast.board, review=commissioned.review)
    page = visit(sign_in(cast.panel), "/reviews/R-2015-77/threshold/", queries=55)
    said = words(page.main)
    assert "The test is met on the second ground." in said
    assert "Dr Hale, paediatrician" in said
    assert "Open the referral in the register" not in said
    page = visit(sign_in(cast.chair), "/reviews/R-2015-77/threshold/")
    assert "Open the referral in the register" in words(page.main)
    assert sign_in(cast.police_author).get("/reviews/R-2015-01/threshold/").status_code == 404


def test_what_others_did_with_letters_is_told(cast, tasked):
    from threadline.threshold.queries import next

    letter, since = letter_to(cast, cast.police), tasked[0].at - timedelta(minutes=1)
    told = [each.sentence for each in next.changed_in(cast.review, cast.police_author, since)]
    assert told == ["Asha Fernleigh wrote to Westmarch Police"]
    actions.acknowledge(by=cast.police_author, letter=letter)
    told = [each.sentence for each in next.changed_in(cast.review, cast.asha, since)]
    assert told == ["Ian Sorrel acknowledged the letter to Westmarch Police"]


def test_what_waits_is_to_ask_and_to_be_acknowledged(cast, tasked):
    from threadline.threshold.queries import next

    actions.acknowledge(by=cast.police_author, letter=letter_to(cast, cast.police))
    told = [each.title for each in next.in_review(cast.review, cast.asha)]
    assert told == ["Larkspur Primary School to acknowledge its letter", "Northfield Trust to acknowledge its letter"]
    assert [each.title for each in next.in_review(cast.second_review, cast.asha)] == [
        "Ask 2 agencies for a timeline by letter"
    ]
    assert next.in_review(cast.review, cast.lead) == []
