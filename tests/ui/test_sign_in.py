"""Signing in and everything about one's own account, in the service's own frame."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from tests.people import grow_old
from tests.visit import visit, words

PASSWORD = "quiet-lantern-over-moss-41"
pytestmark = pytest.mark.django_db


@pytest.fixture
def fresh(visitor, asha):
    """Somebody who has just given their password, twice."""
    visitor.post("/account/login/", {"login": asha.email, "password": PASSWORD})
    visitor.post("/account/reauthenticate/", {"password": PASSWORD})
    return visitor


@pytest.fixture
def secret(asha):
    """The key of somebody's authenticator app."""
    key = generate_totp_secret()
    TOTP.activate(asha, key)
    return key


def code_of(key):
    return format_hotp_value(hotp_value(key, next(iter(yield_hotp_counters_from_time()))))


def test_a_person_signs_in_with_address_and_password(visitor, asha):
    page = visit(visitor, "/account/login/?next=/decide/")
    assert words(page.h1) == "Sign in"
    assert page.find("input", attrs={"name": "login"})["autocomplete"] == "username"
    assert page.find("input", attrs={"name": "password"})["autocomplete"] == "current-password"
    data = {tag["name"]: tag.get("value", "") for tag in page.select("main form input")}
    answer = visitor.post("/account/login/", data | {"login": asha.email, "password": PASSWORD})
    assert answer.url == "/decide/"


def test_a_wrong_password_is_said_without_saying_which_part_is_wrong(visitor, asha):
    known, unknown = (
        visit(visitor, "/account/login/", method="post", data={"login": address, "password": "wrong"})
        for address in (asha.email, "nobody@threadline.example")
    )
    assert words(known.select_one(".govuk-error-summary")) == words(unknown.select_one(".govuk-error-summary"))
    assert words(known.title).startswith("Error: Sign in")


def test_nothing_given_is_asked_for(visitor):
    page = visit(visitor, "/account/login/", method="post", data={})
    assert [words(link) for link in page.select(".govuk-error-summary a")] == [
        "Enter the email address",
        "Enter the password",
    ]


def test_nobody_signs_up(visitor):
    assert words(visit(visitor, "/account/signup/").h1) == "Accounts are by invitation"


def test_a_person_signs_out_by_a_button_and_is_told(fresh):
    assert words(visit(fresh, "/account/logout/").h1) == "Sign out"
    page = visit(fresh, "/account/logout/", method="post", follow=True)
    assert "You have signed out." in words(page)


def test_a_forgotten_password_is_set_again_by_a_link_that_works_once(visitor, asha):
    visit(visitor, "/account/password/reset/")
    done = visit(visitor, "/account/password/reset/", method="post", data={"email": asha.email}, follow=True)
    assert words(done.h1) == "Look for our e-mail"
    (letter,) = mail.outbox
    assert letter.subject == "Choose a new password"
    assert asha.name not in letter.body
    assert "&" not in letter.body
    link = re.search(r"https?://\S+", letter.body)[0]
    page = visit(visitor, link, follow=True)
    assert words(page.h1) == "Choose a new password"
    action = page.select_one("main form")["action"]
    new = {"password1": "three-quiet-lanterns-42", "password2": "three-quiet-lanterns-42"}
    short = visit(visitor, action, method="post", data={"password1": "short", "password2": "short"})
    assert words(short.title).startswith("Error: ")
    assert words(visit(visitor, action, method="post", data=new, follow=True).h1) == "Your password is changed"
    assert words(visit(visitor, link, follow=True).h1) == "This link no longer works"


def test_an_unknown_address_gets_the_same_page_and_a_letter_that_says_so(visitor):
    page = visit(
        visitor, "/account/password/reset/", method="post", data={"email": "no@threadline.example"}, follow=True
    )
    assert words(page.h1) == "Look for our e-mail"
    assert "There is no account for it" in mail.outbox[0].body


def test_a_person_changes_their_password(fresh):
    visit(fresh, "/account/password/change/")
    new = {"oldpassword": PASSWORD, "password1": "three-quiet-lanterns-42", "password2": "three-quiet-lanterns-42"}
    page = visit(fresh, "/account/password/change/", method="post", data=new, follow=True)
    assert words(page.select_one(".govuk-notification-banner")) == "Done Your password is changed."


def test_somebody_without_a_password_chooses_one(visitor, asha):
    asha.set_unusable_password()
    asha.save()
    visitor.force_login(asha)
    page = visit(visitor, "/account/password/set/", follow=True)
    assert words(page.h1) in ("Choose a password", "Confirm that it is you")


def test_the_second_step_is_set_up_with_a_picture_that_is_part_of_the_page(fresh, asha):
    page = visit(fresh, "/account/2fa/totp/activate/")
    assert page.select_one('.tl-qr svg[role="img"] path')
    assert "data:" not in page.response.content.decode()
    key = words(page.select_one(".tl-secret"))
    wrong = visit(fresh, "/account/2fa/totp/activate/", method="post", data={"code": "000000"})
    assert words(wrong.title).startswith("Error: ")
    key = words(wrong.select_one(".tl-secret"))
    page = visit(fresh, "/account/2fa/totp/activate/", method="post", data={"code": code_of(key)}, follow=True)
    assert words(page.h1) == "Your recovery codes"
    assert len(page.select(".tl-codes li")) == 10


def test_a_person_with_a_second_step_is_asked_for_the_code(visitor, asha, secret):
    page = visit(
        visitor, "/account/login/", method="post", data={"login": asha.email, "password": PASSWORD}, follow=True
    )
    assert words(page.h1) == "Enter your code"
    assert page.find("input", attrs={"name": "code"})["autocomplete"] == "one-time-code"
    wrong = visit(visitor, "/account/2fa/authenticate/", method="post", data={"code": "000000"})
    assert words(wrong.title).startswith("Error: Enter your code")
    assert visitor.post("/account/2fa/authenticate/", {"code": code_of(secret)}).url == "/"


def test_a_person_sees_their_second_step_and_their_codes(fresh, asha, settings, monkeypatch):
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    assert "Not set up yet" in words(visit(fresh, "/account/2fa/"))
    TOTP.activate(asha, generate_totp_secret())
    assert "None made yet" in words(visit(fresh, "/account/2fa/"))
    visit(fresh, "/account/2fa/recovery-codes/generate/")
    monkeypatch.setattr("django.db.transaction.on_commit", lambda act: act())
    codes = visit(fresh, "/account/2fa/recovery-codes/generate/", method="post", follow=True)
    assert "New recovery codes are made." in words(codes)
    assert mail.outbox[0].subject == "New recovery codes were made for your account"
    assert "If it was not, tell the Board's business manager at once." in mail.outbox[0].body
    assert "10 codes left" in words(visit(fresh, "/account/2fa/"))
    again = visit(fresh, "/account/2fa/recovery-codes/generate/")
    assert "The 10 codes you have now will stop working." in words(again)
    text = fresh.get("/account/2fa/recovery-codes/download/")
    assert text["Content-Disposition"].startswith("attachment")


def test_stopping_the_second_step_says_what_follows(fresh, asha):
    TOTP.activate(asha, generate_totp_secret())
    page = visit(fresh, "/account/2fa/totp/deactivate/")
    assert "You will not be able to open any review until you set it up again." in words(page)
    visit(fresh, "/account/2fa/totp/deactivate/", method="post", follow=True)
    assert not Authenticator.objects.filter(user=asha).exists()


def test_an_act_that_needs_it_asks_for_the_password_again(signed_in, asha):
    grow_old(signed_in, minutes=6)
    page = visit(signed_in, "/account/2fa/totp/activate/", follow=True)
    assert words(page.h1) == "Confirm that it is you"
    form = page.select_one("main form")
    data = {tag["name"]: tag.get("value", "") for tag in form.find_all("input")} | {"password": PASSWORD}
    assert (
        words(visit(signed_in, form["action"], method="post", data=data, follow=True).h1) == "Set up your second step"
    )


def test_with_a_second_step_either_confirms(signed_in, asha, secret):
    grow_old(signed_in, minutes=6)
    page = visit(signed_in, "/account/2fa/totp/deactivate/", follow=True)
    other = page.select_one("main ul a")
    page = visit(signed_in, other["href"])
    assert words(page.h1) == "Confirm that it is you"


def test_a_person_sees_where_they_are_signed_in_and_ends_the_others(fresh, asha, client):
    client.post("/account/login/", {"login": asha.email, "password": PASSWORD})
    page = visit(fresh, "/account/sessions/")
    assert [words(row) for row in page.select("tbody .tl-status")] == ["This one"]
    assert len(page.select("tbody tr")) == 2
    after = visit(fresh, "/account/sessions/", method="post", follow=True)
    assert "You are signed out everywhere else." in words(after)
    assert len(after.select("tbody tr")) == 1


def test_too_many_tries_are_told_to_wait(visitor, asha, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    visitor.get("/account/login/")
    visitor.post("/account/login/", {"login": asha.email, "password": "wrong"})
    page = visit(visitor, "/account/login/", method="post", data={"login": asha.email, "password": "x"}, expect=429)
    assert words(page.h1) == "Too many tries"


def test_a_closed_account_is_told_so(visitor):
    assert words(visit(visitor, "/account/inactive/").h1) == "This account is closed"
