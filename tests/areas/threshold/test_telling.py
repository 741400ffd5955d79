"""Telling the national bodies, with proof; their advice and the Board's answer (2.3.a)."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document as Word

from tests.areas.threshold.conftest import ago, fresh, told
from tests.areas.threshold.test_pages import at, day
from tests.visit import visit, words
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.audit.models import Event
from threadline.documents import storage
from threadline.documents.models import Document
from threadline.domain.framework.outcome import Verdict
from threadline.threshold import actions, requirements
from threadline.threshold.models import Advice, Telling

pytestmark = pytest.mark.django_db


def tell(cast, referral, *bodies, by=None, **changed):
    return actions.tell(
        by=by or cast.asha, referral=referral, version=fresh(referral).version, told=told(*bodies, **changed)
    )


def checked(review, check):
    with review_scope(review):
        return check(review)


def test_all_three_are_told_with_the_letter_as_it_read_and_its_proof(cast, commissioned):
    made = tell(cast, commissioned)
    assert {each.body for each in made} == {"ofsted", "dfe", "national_panel"}
    assert "decision to commission" in made[0].subject
    assert "The test is met on the second ground." in made[0].text
    assert "to be appointed" in made[0].text
    assert "asha@threadline.example" in made[0].text
    outcome = checked(commissioned.review, requirements.national_bodies_told)
    assert (outcome.verdict, outcome.on) == (Verdict.MET, ago(0))
    assert Event.objects.last().kind == "threshold.bodies_told"


def test_the_requirement_names_who_has_not_been_told(cast, commissioned):
    tell(cast, commissioned, "ofsted")
    outcome = checked(commissioned.review, requirements.national_bodies_told)
    assert outcome.verdict is Verdict.NOT_MET
    assert "The National Panel has not been told yet." in outcome.reasons


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"bodies": ("the king",)}, "Choose which"),
        ({"how": " "}, "how they were told"),
        ({"proof": " "}, "what proves it"),
        ({"told_on": ago(1)}, "on or after the day of the decision"),
        ({"told_on": ago(-1)}, "not later than today"),
        ({"file": ("proof.exe", b"x")}, "not of a kind"),
        ({"file": ("proof.pdf", b"")}, "is empty"),
    ],
)
def test_what_cannot_be_or_has_no_proof_is_refused(cast, commissioned, changed, sentence):
    with pytest.raises(Refused, match=sentence):
        tell(cast, commissioned, **changed)
    assert not Telling.objects.exists()


def test_nobody_is_told_of_what_is_not_decided_nor_twice(cast, recommended):
    with pytest.raises(Refused, match="decided nothing yet"):
        tell(cast, recommended)


def test_a_body_is_told_once_of_a_decision_and_a_record_made_by_mistake_is_taken_back(cast, commissioned):
    made = tell(cast, commissioned)[0]
    with pytest.raises(Refused, match="recorded already"):
        tell(cast, commissioned, made.body)
    with pytest.raises(Refused, match="what was wrong"):
        actions.take_back(by=cast.asha, telling=made, because=" ")
    actions.take_back(by=cast.asha, telling=made, because="It went to the wrong address.")
    with pytest.raises(Refused, match="already"):
        actions.take_back(by=cast.asha, telling=made, because="Again")
    assert checked(commissioned.review, requirements.national_bodies_told).verdict is Verdict.NOT_MET
    tell(cast, commissioned, made.body)
    assert Telling.objects.count() == 4


def test_the_national_panel_gets_the_notification_where_no_review_is_held(cast, not_reviewed):
    with pytest.raises(Refused, match="gets the incident notification"):
        tell(cast, not_reviewed, "national_panel")
    made = tell(cast, not_reviewed, "national_panel", notification_enclosed=True)[0]
    assert "does not meet the criteria" in made.text
    with pytest.raises(Refused, match="Files are kept with a review"):
        tell(cast, not_reviewed, "ofsted", file=("proof.pdf", b"%PDF"))


def test_a_proof_is_kept_as_a_document_of_the_review(cast, commissioned):
    made = tell(cast, commissioned, "ofsted", proof="", file=("Receipt 12.pdf", b"%PDF-1.4 receipt"))[0]
    with review_scope(commissioned.review):
        kept = Document.objects.select_related("review").get(pk=made.document_id)
        assert storage.read(kept) == b"%PDF-1.4 receipt"
        assert (kept.name, kept.review, kept.agency) == ("Receipt 12.pdf", commissioned.review, None)


def test_advice_is_answered_once_with_reasons(cast, not_reviewed):
    for body, on, says, sentence in (
        ("the king", ago(0), "x", "Choose which"), ("dfe", ago(0), " ", "what they advise"),
        ("dfe", ago(-1), "x", "cannot be of a day"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=sentence):
            actions.record_advice(by=cast.asha, referral=not_reviewed, body=body, received_on=on, says=says)
    advice = actions.record_advice(
        by=cast.asha, referral=not_reviewed, body="national_panel", received_on=ago(0), says="Think again."
    )
    for reply, on, sentence in ((" ", ago(0), "reasons"), ("x", ago(1), "follows the advice")):
        with pytest.raises(Refused, match=sentence):
            actions.reply_to_advice(by=cast.asha, advice=advice, followed=False, reply=reply, replied_on=on)
    actions.reply_to_advice(by=cast.asha, advice=advice, followed=True, reply="It is right.", replied_on=ago(0))
    with pytest.raises(Refused, match="recorded already"):
        actions.reply_to_advice(by=cast.asha, advice=advice, followed=True, reply="Again", replied_on=ago(0))
    assert Advice.objects.get().reply == "It is right."


@pytest.mark.parametrize("who", ["chair", "lead", "panel", "police_author", "other_manager", "outsider"])
def test_only_the_business_manager_records_it(cast, commissioned, who):
    with pytest.raises(Denied):
        tell(cast, commissioned, by=getattr(cast, who))


def test_the_letter_is_read_before_it_goes_and_recorded_with_a_file(cast, sign_in, commissioned):
    client = sign_in(cast.asha)
    page = visit(client, at(commissioned, "tell/"))
    assert "decided to commission a Serious Case Review, reference R-2015-77" in words(page.main)
    taken = client.get(at(commissioned, "tell/word/"))
    assert "R-2015-77" in Word(io.BytesIO(taken.content)).paragraphs[0].text
    file = SimpleUploadedFile("Receipt.pdf", b"%PDF-1.4")
    typed = {"bodies": ["ofsted", "dfe"], "how": "Secure e-mail", "version": commissioned.version, "file": file}
    page = visit(
        client, at(commissioned, "tell/"), method="post", data={**typed, **day("told_on", ago(0))}, follow=True
    )
    said = words(page.main)
    assert "It is recorded that Ofsted and the Department for Education had the letter." in said
    assert "The proof as a file" in said
    assert said.count("Not told yet") == 1
    page = visit(client, at(commissioned, "tell/"), method="post", data={"version": 1})
    assert "Select which of the national bodies were told" in words(page.main)
    stale = {"bodies": ["national_panel"], "how": "Post", "proof": "Slip", "version": 1, **day("told_on", ago(0))}
    page = visit(client, at(commissioned, "tell/"), method="post", data=stale)
    assert "Somebody changed this referral" in words(page.main)


def test_a_record_is_taken_back_on_a_page_that_says_what_that_does(cast, sign_in, commissioned):
    made = tell(cast, commissioned)[0]
    client, address = sign_in(cast.asha), at(commissioned, f"told/{made.pk}/take-back/")
    visit(client, address)
    page = visit(client, address, method="post", data={"because": ""})
    assert "what was wrong" in words(page.main)
    page = visit(client, address, method="post", data={"because": "Wrong address"}, follow=True)
    assert "is still to be told" in words(page.main)
    assert client.get(address).status_code == 404


def test_advice_and_its_answer_stand_on_the_page(cast, sign_in, not_reviewed):
    client = sign_in(cast.asha)
    visit(client, at(not_reviewed, "advice/"))
    typed = {"body": "national_panel", "says": "Think again.", **day("received_on", ago(0))}
    page = visit(client, at(not_reviewed, "advice/"), method="post", data={**typed, "says": ""})
    assert "Answer ‘What do they advise?’" in words(page.select_one(".govuk-error-summary"))
    page = visit(client, at(not_reviewed, "advice/"), method="post", data=typed, follow=True)
    assert "To be answered" in words(page.main)
    address = at(not_reviewed, f"advice/{Advice.objects.get().pk}/reply/")
    assert "Think again." in words(visit(client, address).main)
    reply = {"followed": "no", "reply": "The post mortem rules it out.", **day("replied_on", ago(0))}
    page = visit(client, address, method="post", data=reply, follow=True)
    assert "Not followed" in words(page.main)
    page = visit(client, address, method="post", data=reply)
    assert "recorded already" in words(page.main)


def test_what_waits_stands_in_my_work_of_whom_it_waits_for(cast, sign_in, recommended):
    page = visit(sign_in(cast.chair), "/")
    assert "Decide on referral N-2015-07" in words(page.find(id="todo-1-hint").find_parent("ul"))
    page = visit(sign_in(cast.asha), "/")
    assert "Decide on referral N-2015-07" in words(page.main)
    assert "N-2015-07" not in words(visit(sign_in(cast.other_manager), "/").main)
    assert "N-2015-07" not in words(visit(sign_in(cast.lead), "/").main)


def test_what_is_left_after_a_decision_stands_in_my_work(cast, sign_in, not_reviewed):
    actions.record_advice(by=cast.asha, referral=not_reviewed, body="dfe", received_on=ago(0), says="Think again")
    said = words(visit(sign_in(cast.asha), "/").main)
    assert "Tell Ofsted, the Department for Education and the National Panel of the decision on N-2015-07" in said
    assert "Answer the advice on referral N-2015-07" in said
