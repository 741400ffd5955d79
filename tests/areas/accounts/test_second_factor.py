"""No page but enrolment opens without a second factor, and a code works once (TRUST 1, 2, 7, 9, 11)."""

import json
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.mfa.utils import decrypt, encrypt
from cryptography.fernet import InvalidToken
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, resolve, reverse

from tests.people import PASSWORD, code_of, enter, grow_old
from tests.visit import visit, words
from threadline.accounts import codes, factors, second_factor
from threadline.accounts.models import User
from threadline.audit.models import Event

pytestmark = pytest.mark.django_db
CODE_PAGE = "/account/2fa/authenticate/"


@pytest.fixture
def bare(cast, client):
    """Somebody signed in who has no second factor."""
    Authenticator.objects.filter(user=cast.asha).delete()
    client.force_login(cast.asha)
    return client


@pytest.fixture
def at_once(monkeypatch):
    """What waits for a commit happens now: a test's transaction has none."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda act: act())


def give(client, user, code):
    """The password, then `code`; the answer."""
    client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    return client.post(CODE_PAGE, {"code": code})


def within(client):
    return "_auth_user_id" in client.session


def plain_pages(resolver=None, before="/"):
    """The address of every page that has nothing to fill in."""
    for pattern in (resolver or get_resolver()).url_patterns:
        where = before + str(pattern.pattern)
        if "<" in where:
            continue
        if hasattr(pattern, "url_patterns"):
            yield from plain_pages(pattern, where)
        else:
            yield where


def test_every_page_but_those_of_enrolment_leads_to_enrolment(bare, cast):
    closed = []
    for where in plain_pages():
        found = resolve(where)
        if found.view_name in second_factor.OPEN or not getattr(found.func, "login_required", True):
            continue
        assert getattr(bare.get(where), "url", where) == reverse("second_factor"), where
        closed.append(found.view_name)
    assert {"work", "reviews:list", "mfa_index", "usersessions_list", "change_address"} <= set(closed)


def test_a_review_s_pages_lead_to_enrolment_too_and_nothing_is_recorded_as_read(bare, cast):
    before = Event.objects.count()
    assert bare.get(f"/reviews/{cast.review.reference}/").url == reverse("second_factor")
    assert bare.post(f"/reviews/{cast.review.reference}/", {}).url == reverse("second_factor")
    assert Event.objects.count() == before


def test_enrolment_opens_at_once_after_the_password_and_then_the_first_page(cast, client, at_once):
    Authenticator.objects.all().delete()
    page = visit(
        client, "/account/login/", method="post", data={"login": cast.asha.email, "password": PASSWORD}, follow=True
    )
    assert words(page.h1) == "Set up a second step"
    page = visit(client, "/account/2fa/totp/activate/")
    assert words(page.h1) == "Set up your second step"
    client.post("/account/2fa/totp/activate/", {"code": "000000"})
    key = client.session["mfa.totp.secret"]
    now = codes.format_hotp_value(codes.hotp_value(key, int(time.time()) // 30))
    page = visit(client, "/account/2fa/totp/activate/", method="post", data={"code": now}, follow=True)
    assert words(page.h1) == "Your recovery codes"
    visit(client, "/reviews/")
    assert give(Client(), cast.asha, now).status_code == 200, "the code that set it up does not sign in as well"


def test_somebody_with_a_factor_has_no_need_of_the_choice(cast, sign_in):
    assert sign_in(cast.asha).get("/account/second-step/").url == reverse("mfa_index")


def test_recovery_codes_alone_are_no_second_factor(bare, cast):
    RecoveryCodes.activate(cast.asha)
    assert bare.get("/reviews/").url == reverse("second_factor")
    assert not second_factor.has_second_factor(cast.asha)


def test_whom_a_later_area_exempts_needs_none(bare, cast, monkeypatch):
    monkeypatch.setattr(second_factor, "exempt", [lambda user: user.pk == cast.asha.pk])
    visit(bare, "/reviews/")
    monkeypatch.setattr(second_factor, "exempt", [lambda user: False])
    assert bare.get("/reviews/").status_code == 302


def test_the_question_costs_no_query_of_its_own(cast, sign_in):
    client = sign_in(cast.outsider)
    client.get("/account/still-here/")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.post("/account/still-here/")
    assert sum("mfa_authenticator" in query["sql"] for query in asked) == 1


def test_a_code_signs_in_once(cast, client):
    code = code_of(cast.asha)
    assert give(client, cast.asha, code).status_code == 302
    second = Client()
    assert give(second, cast.asha, code).status_code == 200
    assert not within(second)
    assert give(Client(), cast.asha, code_of(cast.asha, ahead=1)).status_code == 302


def test_a_code_used_before_is_refused_though_the_cache_forgot_it(cast, client):
    from django.core.cache import cache

    code = code_of(cast.asha)
    give(client, cast.asha, code)
    cache.clear()
    second = Client()
    assert give(second, cast.asha, code).status_code == 200
    assert not within(second)


def test_an_older_code_than_the_last_is_refused(cast, client):
    give(client, cast.asha, code_of(cast.asha, ahead=1))
    assert give(Client(), cast.asha, code_of(cast.asha)).status_code == 200


def test_of_two_who_use_a_code_at_once_one_comes_in(cast):
    authenticator = Authenticator.objects.get(user=cast.asha)
    code = code_of(cast.asha)
    assert codes.spend(authenticator, code)
    assert not codes.spend(Authenticator.objects.get(user=cast.asha), code)
    assert not codes.spend(authenticator, "000000")


def test_a_race_that_the_first_look_did_not_see_is_refused(cast, client, monkeypatch):
    monkeypatch.setattr(codes, "spend", lambda authenticator, code: False)
    assert give(client, cast.asha, code_of(cast.asha)).status_code == 200
    assert not within(client)


@pytest.mark.parametrize("ahead", [-2, 2])
def test_a_code_of_another_minute_is_refused(cast, client, ahead):
    page = (
        visit(client, CODE_PAGE, method="post", data={"code": code_of(cast.asha, ahead=ahead)})
        if give(client, cast.asha, "1").status_code == 200
        else None
    )
    assert "That code is not right, or was used before" in words(page.select_one(".govuk-error-summary"))


def test_ten_wrong_codes_and_no_more_are_looked_at(cast, client):
    give(client, cast.asha, "0")
    for _ in range(9):
        client.post(CODE_PAGE, {"code": "0"})
    client.post(CODE_PAGE, {"code": code_of(cast.asha)})
    assert not within(client)
    event = Event.objects.filter(kind="accounts.sign_in_failed").last()
    assert json.loads(event.detail_json)["by"] == "an authenticator app"


def test_a_code_tried_again_counts_as_a_try(cast, client):
    code = code_of(cast.asha)
    give(client, cast.asha, code)
    other = Client()
    give(other, cast.asha, code)
    for _ in range(10):
        other.post(CODE_PAGE, {"code": code})
    other.post(CODE_PAGE, {"code": code_of(cast.asha, ahead=1)})
    assert not within(other)


def test_a_code_may_be_typed_with_a_blank(cast, client):
    code = code_of(cast.asha)
    assert give(client, cast.asha, f" {code[:3]} {code[3:]} ").status_code == 302


def test_a_recovery_code_works_once(cast, client):
    RecoveryCodes.activate(cast.asha)
    code = Authenticator.objects.get(user=cast.asha, type="recovery_codes").wrap().get_unused_codes()[0]
    assert give(client, cast.asha, code).status_code == 302
    assert give(Client(), cast.asha, code).status_code == 200
    event = Event.objects.get(kind="accounts.signed_in")
    assert json.loads(event.detail_json)["by"] == "a password and a recovery code"


def test_the_second_step_is_asked_for_after_a_new_password_too(cast, client):
    visit(client, "/account/password/reset/", method="post", data={"email": cast.asha.email}, follow=True)
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    form = visit(client, link.removeprefix("http://testserver"), follow=True)
    assert not form.find("input", attrs={"name": "password2"})
    client.post(form.main.form["action"], {"password1": "three-brown-boats-at-noon"})
    assert not within(client)
    page = visit(
        client, "/account/login/", method="post", follow=True,
        data={"login": cast.asha.email, "password": "three-brown-boats-at-noon"},
    )  # fmt: skip
    assert words(page.h1) == "Enter your code"
    assert not within(client)


def test_no_browser_is_trusted_without_the_second_step(cast, client, settings):
    enter(client, cast.asha)
    client.post("/account/logout/")
    assert settings.MFA_TRUST_ENABLED is False
    answer = client.post("/account/login/", {"login": cast.asha.email, "password": PASSWORD})
    assert answer.url == CODE_PAGE


def test_the_owner_is_told_and_may_end_the_other_sessions(cast, client, at_once):
    enter(Client(), cast.asha)
    enter(client, cast.asha, ahead=1)
    client.post("/account/2fa/totp/deactivate/")
    assert mail.outbox[-1].subject == "The authenticator app was taken off your account"
    visit(client, "/account/2fa/totp/activate/")
    key = client.session["mfa.totp.secret"]
    now = codes.format_hotp_value(codes.hotp_value(key, int(time.time()) // 30))
    client.post("/account/2fa/totp/activate/", {"code": now})
    assert mail.outbox[-1].subject == "An authenticator app was set up for your account"
    page = visit(client, "/account/2fa/")
    assert "You are also signed in at 1 other place" in words(page.main)
    button = page.find("button", string=lambda text: text and "Sign out everywhere else" in text)
    visit(client, button.find_parent("form")["action"], method="post", follow=True)
    assert "You are also signed in" not in words(visit(client, "/account/2fa/").main)
    kinds = list(Event.objects.values_list("kind", flat=True))
    for kind in ("second_factor_removed", "second_factor_added", "sessions_ended"):
        assert f"accounts.{kind}" in kinds


def test_new_recovery_codes_are_recorded(cast, client, at_once):
    enter(client, cast.asha)
    client.post("/account/2fa/recovery-codes/generate/")
    assert Event.objects.filter(kind="accounts.recovery_codes_made", actor=str(cast.asha.pk)).exists()


def test_a_secret_is_not_readable_in_the_database_and_outlives_a_change_of_key(cast, settings):
    kept = Authenticator.objects.get(user=cast.asha).data["secret"]
    secret = decrypt(kept)
    assert secret not in kept
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key", [settings.SECRET_KEY]
    assert decrypt(kept) == secret
    assert decrypt(encrypt(secret)) == secret
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        decrypt(kept)


def test_a_manager_takes_lost_factors_off_without_touching_the_password(cast, client, rf):
    from allauth.core.context import request_context

    elsewhere = Client()
    enter(elsewhere, cast.police_author)
    with request_context(rf.get("/")):
        factors.forget_all(cast.police_author, by=cast.asha)
    assert elsewhere.get("/").status_code == 302
    assert mail.outbox[-1].to == [cast.police_author.email]
    assert mail.outbox[-1].subject == "Your second step was taken off your account"
    assert Event.objects.get(kind="accounts.second_factor_forgotten").actor == str(cast.asha.pk)
    page = visit(
        client, "/account/login/", method="post", follow=True,
        data={"login": cast.police_author.email, "password": PASSWORD},
    )  # fmt: skip
    assert words(page.h1) == "Set up a second step"


def test_an_authenticator_app_shows_the_service_s_name(cast, sign_in):
    client = sign_in(cast.asha)
    Authenticator.objects.filter(user=cast.asha).delete()
    page = visit(client, "/account/2fa/totp/activate/")
    assert factors.Factors().get_totp_issuer() == "Threadline"
    assert page.select_one(".tl-qr svg")


def test_confirming_by_code_uses_the_code_up(cast, client):
    enter(client, cast.asha)
    grow_old(client, minutes=6)
    page = visit(client, "/account/reauthenticate/code/?next=/reviews/")
    code = code_of(cast.asha, ahead=1)
    data = {tag["name"]: tag.get("value", "") for tag in page.select("main form input")} | {"code": code}
    assert client.post("/account/reauthenticate/code/", data).url == "/reviews/"
    assert give(Client(), cast.asha, code).status_code == 200
    event = Event.objects.get(kind="accounts.confirmed")
    assert json.loads(event.detail_json)["by"] == "an authenticator app"


def test_a_key_that_is_a_stranger_s_secret_names_no_code(cast):
    stranger = Authenticator(user=cast.asha, type="totp", data={"secret": encrypt(generate_totp_secret())})
    assert codes.counter_of(stranger, "not a code") is None
    assert User.objects.count() > 1
