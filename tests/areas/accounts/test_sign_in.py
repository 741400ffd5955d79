"""Signing in and out: what the page says, what the trail holds, and what it does not."""

import json

import pytest
from django.core import mail

from tests.people import PASSWORD, code_of, enter
from tests.visit import visit, words
from threadline.accounts.models import User
from threadline.audit.models import ChainHead, Event

pytestmark = pytest.mark.django_db
SIGN_IN = "/account/login/"


def give_password(client, email="asha@threadline.example", password=PASSWORD, **options):
    return visit(client, SIGN_IN, method="post", data={"login": email, "password": password}, **options)


def events():
    return [(event.kind, event.outcome, event.actor) for event in Event.objects.filter(kind__startswith="accounts.")]


def test_a_page_sends_somebody_who_is_not_signed_in_to_the_sign_in_page_and_back(cast, client):
    assert client.get("/reviews/")["Location"] == f"{SIGN_IN}?next=/reviews/"
    assert enter(client, cast.asha, next="/reviews/")["Location"] == "/reviews/"


def test_signing_in_and_out_is_recorded_by_account(cast, client):
    give_password(client, email="ASHA@threadline.example", follow=True)
    page = visit(client, "/account/2fa/authenticate/", method="post", data={"code": code_of(cast.asha)}, follow=True)
    assert "Asha Fernleigh" in words(page.header)
    client.post("/account/logout/")
    who = str(cast.asha.pk)
    assert events() == [("accounts.signed_in", "done", who), ("accounts.signed_out", "done", who)]
    assert client.get("/").status_code == 302


@pytest.mark.parametrize(
    ("email", "known"), [("asha@threadline.example", True), ("nobody@threadline.example", False), ("x" * 90, False)]
)
def test_a_failure_names_the_account_that_was_tried_and_nothing_that_was_typed(cast, client, email, known):
    page = give_password(
        client, email=f"{email}@a.example" if "@" not in email else email, password="wrong-wrong-wrong"
    )
    assert "The e-mail address or the password is not right" in words(page.select_one(".govuk-error-summary"))
    event = Event.objects.get()
    assert (event.kind, event.outcome, event.actor) == ("accounts.sign_in_failed", "failed", "")
    assert json.loads(event.objects_json) == ([f"accounts.user:{cast.asha.pk}"] if known else [])
    assert "@" not in event.objects_json + event.detail_json
    assert "wrong" not in event.objects_json + event.detail_json


def test_an_unknown_address_and_a_wrong_password_look_the_same(cast, client):
    known = words(give_password(client, password="wrong-wrong-wrong").main)
    unknown = words(give_password(client, email="nobody@threadline.example", password="wrong-wrong-wrong").main)
    assert known == unknown


def test_after_ten_tries_at_an_account_the_page_says_to_wait(cast, client):
    for _ in range(10):
        give_password(client, password="wrong-wrong-wrong")
    page = give_password(client)
    assert "There have been too many tries. Wait five minutes" in words(page.select_one(".govuk-error-summary"))
    assert client.get("/").status_code == 302


def test_nobody_comes_in_when_it_cannot_be_recorded(cast, client):
    ChainHead.objects.all().delete()
    client.raise_request_exception = False
    assert enter(client, cast.asha).status_code == 503
    assert "_auth_user_id" not in client.session


def test_a_closed_account_cannot_sign_in_and_its_open_session_ends(cast, client, sign_in):
    signed_in = sign_in(cast.asha)
    User.objects.filter(pk=cast.asha.pk).update(is_active=False)
    assert signed_in.get("/").status_code == 302
    page = give_password(client, follow=True)
    assert "Asha Fernleigh" not in words(page.header)


def test_nobody_can_make_an_account_for_themself(client):
    page = visit(client, "/account/signup/")
    assert "Accounts are by invitation" in words(page.h1)
    before = User.objects.count()
    client.post("/account/signup/", {"email": "new@a.example", "password1": PASSWORD, "password2": PASSWORD})
    assert User.objects.count() == before


@pytest.mark.parametrize("path", ["email/", "confirm-email/", "login/code/", "login/code/confirm/", "3rdparty/"])
def test_the_pages_of_the_sign_in_library_that_have_no_use_here_do_not_exist(cast, sign_in, path):
    assert sign_in(cast.asha).get(f"/account/{path}").status_code == 404


def test_a_password_is_changed_with_the_present_one_and_its_owner_told(cast, sign_in):
    client = sign_in(cast.asha)
    visit(client, "/account/password/change/")
    sent = {"oldpassword": PASSWORD, "password1": "three-brown-boats-at-noon", "password2": "three-brown-boats-at-noon"}
    visit(client, "/account/password/change/", method="post", data=sent, follow=True)
    assert ("accounts.password_changed", "done", str(cast.asha.pk)) in events()
    assert [letter.to for letter in mail.outbox] == [["asha@threadline.example"]]
    assert User.objects.get(pk=cast.asha.pk).check_password("three-brown-boats-at-noon")


@pytest.mark.parametrize(
    "password", ["correct horse battery staple " * 3, "påsser ikke på norsk i går", "  spaces at both ends  "]
)
def test_a_long_passphrase_of_any_letters_is_taken_as_typed(cast, sign_in, password):
    sent = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    visit(sign_in(cast.asha), "/account/password/change/", method="post", data=sent, follow=True)
    assert User.objects.get(pk=cast.asha.pk).check_password(password)


def test_a_forgotten_password_is_chosen_anew_by_a_link_that_works_once(cast, client):
    visit(client, "/account/password/reset/", method="post", data={"email": "asha@threadline.example"}, follow=True)
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    path = link.removeprefix("http://testserver")
    form = visit(client, path, follow=True)
    action = form.main.form["action"] or form.response.request["PATH_INFO"]
    sent = {"password1": "three-brown-boats-at-noon", "password2": "three-brown-boats-at-noon"}
    visit(client, action, method="post", data=sent, follow=True)
    assert ("accounts.password_reset", "done", str(cast.asha.pk)) in events()
    client.session.flush()
    assert "no longer works" in words(visit(client, path, follow=True).main)


def test_a_letter_goes_to_an_unknown_address_too_and_the_page_is_the_same(cast, client):
    pages = [
        words(visit(client, "/account/password/reset/", method="post", data={"email": email}, follow=True).main)
        for email in ("asha@threadline.example", "nobody@threadline.example")
    ]
    assert pages[0] == pages[1]
    assert [letter.to[0] for letter in mail.outbox] == ["asha@threadline.example", "nobody@threadline.example"]


def test_a_person_sees_where_they_are_signed_in_and_ends_the_others(cast, client, django_user_model):
    from django.test import Client

    elsewhere = Client()
    enter(elsewhere, cast.asha)
    enter(client, cast.asha, ahead=1)
    page = visit(client, "/account/sessions/")
    assert len(page.tbody.find_all("tr")) == 2
    visit(client, "/account/sessions/", method="post", data={}, follow=True)
    assert elsewhere.get("/").status_code == 302
    assert client.get("/").status_code == 200
