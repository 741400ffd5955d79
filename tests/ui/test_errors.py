"""When something goes wrong: nothing is revealed, nothing that was typed is lost."""

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from tests.visit import read, visit, words

from threadline.ui import errors, kept

LONG = "Seen at home.\nMother said the child was asleep.\n\n<b>Not woken.</b>"


def sent_again(page):
    """What the form on `page` would send, less its code."""
    form = page.select_one("main form")
    values = {tag["name"]: tag.get("value", "") for tag in form.find_all("input")}
    values |= {tag["name"]: tag.text for tag in form.find_all("textarea")}
    values.pop("csrfmiddlewaretoken")
    return form["action"], values


@pytest.mark.parametrize(
    ("url", "status", "title"),
    [
        ("/nowhere/", 404, "Page not found"),
        ("/malformed/", 400, "We could not read what was sent"),
        ("/refuses/", 403, "You cannot do this"),
        ("/down/", 503, "The records cannot be reached just now"),
        ("/cut-off/", 503, "The records cannot be reached just now"),
    ],
)
def test_each_fault_has_its_page_and_says_what_to_do(visitor, db, url, status, title):
    page = visit(visitor, url, expect=status)
    assert words(page.h1) == title
    assert page.select("main a") or page.select("main button")


def test_a_fault_of_ours_reveals_nothing(signed_in, caplog):
    page = visit(signed_in, "/breaks/", expect=500)
    text = page.response.content.decode()
    assert "ZeroDivisionError" not in text
    assert "Child A" not in text
    assert "Asha" not in text


@pytest.mark.parametrize("url", ["/nowhere/", "/down/", "/malformed/", "/refuses/"])
def test_a_page_for_a_fault_asks_the_database_nothing(visitor, db, url):
    with CaptureQueriesContext(connection) as taken:
        visitor.get(url)
    assert taken.captured_queries == []


def test_what_does_not_exist_looks_the_same_to_everybody_each_time(signed_in):
    one, two = signed_in.get("/nowhere/"), Client().get("/reviews/E-2015-07/")
    assert one.content == two.content


def test_a_refusal_says_its_sentence(visitor):
    assert "held by the police since 3 March: ask DS Sorrel" in words(visit(visitor, "/refuses/", expect=403))
    assert "not open to you" in errors.forbidden(RequestFactory().get("/")).content.decode()


def test_when_records_are_out_of_reach_the_browser_is_told_when_to_come_back(visitor):
    page = visit(visitor, "/down/?month=2015-02", expect=503)
    assert page.response["Retry-After"] == "30"
    assert page.select_one("main a.govuk-button")["href"] == "/down/?month=2015-02"
    assert "10.1.2.3" not in page.response.content.decode()


def test_what_was_typed_is_kept_when_records_are_out_of_reach(visitor):
    typed = {"reason": LONG, "title": "A title", "agency": "p", "password": "quiet-lantern", "code": "123456"}
    page = visit(visitor, "/down/?x=1", method="post", data=typed, expect=503)
    address, values = sent_again(page)
    assert address == "/down/?x=1"
    assert values == {"reason": LONG, "title": "A title", "agency": "p"}
    assert words(page.find("label", attrs={"for": page.find("textarea")["id"]})) == "Reason"


def test_what_was_typed_can_be_sent_again_with_the_code_on_the_page(pages, asha, settings):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(asha)
    client.get("/decide/")
    token = client.cookies[settings.CSRF_COOKIE_NAME].value
    page = visit(client, "/down/", method="post", data={"reason": LONG, "csrfmiddlewaretoken": token}, expect=503)
    code = page.find("input", attrs={"name": "csrfmiddlewaretoken"})["value"]
    again = client.post("/decide/", {"reason": LONG, "agency": "p", "csrfmiddlewaretoken": code})
    assert again.status_code == 302


def test_files_that_cannot_be_kept_are_named(visitor):
    data = {"note": "two words", "file": SimpleUploadedFile("timeline.docx", b"x")}
    page = visit(visitor, "/down/", method="post", data=data, expect=503)
    assert "choose timeline.docx again" in words(page)


def test_a_form_that_cannot_be_read_is_not_kept():
    request = RequestFactory().post("/x/", b"broken", content_type="multipart/form-data")
    assert kept.sent(request) is None
    assert kept.sent(RequestFactory().get("/x/")) is None


def test_an_old_form_of_our_own_is_offered_again(pages, db):
    client = Client(enforce_csrf_checks=True)
    ours = {"headers": {"Sec-Fetch-Site": "same-origin"}}
    page = visit(client, "/decide/", method="post", data={"reason": LONG}, expect=403, **ours)
    assert words(page.h1) == "This page had been open too long"
    assert sent_again(page) == ("/decide/", {"reason": LONG})


def test_an_old_form_is_known_as_ours_by_its_origin_too(pages, db):
    client = Client(enforce_csrf_checks=True)
    page = visit(
        client, "/decide/", method="post", data={"reason": LONG}, expect=403, headers={"Origin": "http://testserver"}
    )
    assert page.find("textarea")


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://elsewhere.example"}, {}])
def test_a_form_from_another_site_is_never_offered_again(pages, db, headers):
    client = Client(enforce_csrf_checks=True)
    page = visit(client, "/decide/", method="post", data={"reason": LONG}, expect=403, headers=headers)
    assert page.select("main form") == []
    assert "Not woken" not in page.response.content.decode()


def lose_session(client):
    Session.objects.all().delete()
    return client


def test_what_was_typed_survives_a_lost_session(signed_in, asha):
    answer = lose_session(signed_in).post("/decide/?from=list", {"reason": LONG, "agency": "p"})
    assert answer.url == "/account/login/?next=%2Fkept%2F"
    page = visit(signed_in, answer.url, method="post", data=login(), follow=True)
    assert words(page.h1) == "What you typed was kept"
    address, values = sent_again(page)
    assert (address, values) == ("/decide/?from=list", {"reason": LONG, "agency": "p"})
    assert signed_in.post(address, values).url == "/"
    assert signed_in.get("/kept/").url == "/"


def login():
    return {"login": "asha@threadline.example", "password": "quiet-lantern-over-moss-41", "next": "/kept/"}


def test_what_was_kept_can_be_thrown_away(signed_in, asha):
    lose_session(signed_in).post("/decide/", {"reason": LONG})
    signed_in.post("/account/login/", login())
    assert signed_in.post("/kept/").url == "/"
    assert signed_in.get("/kept/").url == "/"


def test_what_was_kept_for_one_person_is_not_shown_to_another(signed_in, asha, rf):
    request = rf.post("/decide/", {"reason": LONG})
    request.session, request.user = signed_in.session, asha
    assert kept.keep(request, owner="somebody-else")
    assert kept.waiting(request) is None
    assert kept.keep(request, owner=str(asha.pk))
    assert kept.waiting(request).fields[0].text == LONG


def test_what_was_kept_is_thrown_away_after_twelve_hours(signed_in, asha, rf, monkeypatch):
    request = rf.post("/decide/", {"reason": LONG})
    request.session, request.user = signed_in.session, asha
    kept.keep(request)
    monkeypatch.setattr(kept, "KEEP_FOR", kept.KEEP_FOR * 0)
    assert kept.waiting(request) is None
    assert kept.SESSION_KEY not in request.session


@pytest.mark.parametrize("data", [{}, {"password": "secret words here"}, {"reason": "x" * 400_001}])
def test_nothing_too_large_or_secret_is_kept(signed_in, asha, rf, data):
    request = rf.post("/decide/", data)
    request.session = signed_in.session
    assert not kept.keep(request)


def test_nothing_is_kept_for_a_browser_that_never_had_a_session(visitor, db):
    assert visitor.post("/decide/", {"reason": LONG}).url == "/account/login/?next=/decide/"


@pytest.mark.parametrize(
    "name", ["password", "password1", "new_passphrase", "csrfmiddlewaretoken", "code", "otp", "recovery-code", "secret"]
)
def test_secrets_are_known_by_their_names(name):
    assert kept.SECRET.search(name)


@pytest.mark.parametrize("name", ["reason", "postcode", "decoded", "spinning", "code_of_conduct"])
def test_words_that_only_look_like_secrets_are_kept(name):
    assert not kept.SECRET.search(name)


def test_the_error_page_is_the_same_whether_a_view_or_the_frame_lost_the_records(visitor, monkeypatch):
    def lost(request):
        raise OperationalError("gone")

    monkeypatch.setattr("django.contrib.auth.middleware.get_user", lost)
    page = read(visitor.get("/"))
    assert words(page.h1) == "The records cannot be reached just now"
