"""A passkey is set up, asked for, used alone, renamed and taken off (TRUST 1, 11)."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from tests.areas.accounts.key import Key
from tests.people import PASSWORD, enter, grow_old
from tests.visit import visit, words
from threadline.accounts.second_factor import has_second_factor
from threadline.audit.models import Event

pytestmark = pytest.mark.django_db
ADD = "/account/2fa/webauthn/add/"
CODE_PAGE = "/account/2fa/authenticate/"


def options(page):
    """What the page asks of the browser."""
    asked = json.loads(page.select_one("form[data-passkey]")["data-options"])
    return asked.get("creation_options") or asked["request_options"]


def set_up(client, key, **sent):
    """Make a passkey with `key`; the page that follows."""
    made = key.make(options(visit(client, ADD)))
    return visit(client, ADD, method="post", data={"name": "office laptop", "credential": made, **sent}, follow=True)


@pytest.fixture
def key():
    return Key()


@pytest.fixture
def owner(cast, client, key):
    """Somebody whose only second factor is a passkey; signed out."""
    Authenticator.objects.filter(user=cast.asha).delete()
    client.post("/account/login/", {"login": cast.asha.email, "password": PASSWORD})
    set_up(client, key)
    client.post("/account/logout/")
    return cast.asha


def within(client):
    return "_auth_user_id" in client.session


def test_somebody_without_a_factor_sets_one_up_and_gets_recovery_codes(cast, client, key):
    Authenticator.objects.filter(user=cast.asha).delete()
    client.post("/account/login/", {"login": cast.asha.email, "password": PASSWORD})
    page = visit(client, ADD)
    asked = options(page)["publicKey"]
    assert asked["rp"] == {"id": "testserver", "name": "Threadline"}
    assert asked["user"]["displayName"] == "Asha Fernleigh"
    assert page.find("input", attrs={"name": "name"})["value"] == "Passkey"
    page = set_up(client, key)
    assert words(page.h1) == "Your recovery codes"
    assert mail.outbox[-1].subject == "A passkey was set up for your account"
    event = Event.objects.filter(kind="accounts.second_factor_added").first()
    assert json.loads(event.detail_json) == {"factor": "a passkey"}
    visit(client, "/reviews/")


def test_the_page_names_its_own_scripts_and_holds_none(cast, sign_in):
    page = visit(sign_in(cast.asha), ADD)
    scripts = [tag["src"].rsplit("/", 1)[-1] for tag in page.find_all("script")]
    assert {"webauthn-json.js", "webauthn.js", "passkey.js"} <= set(scripts)
    assert "another" not in words(page.main)
    assert page.select_one("[data-passkey-without]") is not None, "without scripts the page says what to do"
    assert page.select_one("[data-passkey-box]").has_attr("hidden")


def test_at_sign_in_it_stands_in_for_the_code(owner, client, key):
    client.post("/account/login/", {"login": owner.email, "password": PASSWORD})
    page = visit(client, CODE_PAGE)
    assert client.post(CODE_PAGE, {"credential": key.sign(options(page))}).url == "/"
    assert within(client)
    by = json.loads(Event.objects.filter(kind="accounts.signed_in").last().detail_json)["by"]
    assert by == "a password and a passkey"


@pytest.mark.parametrize("stranger", [Key(), Key(origin="https://elsewhere.example")])
def test_another_key_or_another_site_s_answer_is_refused(owner, client, key, stranger):
    if stranger.origin != key.origin:
        stranger.private, stranger.identity = key.private, key.identity
    client.post("/account/login/", {"login": owner.email, "password": PASSWORD})
    sent = stranger.sign(options(visit(client, CODE_PAGE)))
    page = visit(client, CODE_PAGE, method="post", data={"credential": sent})
    assert "That passkey could not be checked" in words(page.select_one(".govuk-error-summary"))
    assert not within(client)


def test_an_answer_works_once(owner, client, key):
    client.post("/account/login/", {"login": owner.email, "password": PASSWORD})
    sent = key.sign(options(visit(client, CODE_PAGE)))
    client.post(CODE_PAGE, {"credential": sent})
    other = Client()
    other.post("/account/login/", {"login": owner.email, "password": PASSWORD})
    visit(other, CODE_PAGE)
    other.post(CODE_PAGE, {"credential": sent})
    assert not within(other)


@pytest.mark.parametrize("sent", ["", "nonsense", "{}", "[]", '{"response": {}}'])
def test_nonsense_is_refused_in_words(owner, client, sent):
    client.post("/account/login/", {"login": owner.email, "password": PASSWORD})
    page = visit(client, CODE_PAGE, method="post", data={"credential": sent})
    assert page.select_one(".govuk-error-summary")
    assert not within(client)


def test_who_has_no_passkey_is_not_offered_one(cast, client):
    client.post("/account/login/", {"login": cast.asha.email, "password": PASSWORD})
    assert visit(client, CODE_PAGE).select_one("form[data-passkey]") is None


def sign_in_alone(client, key):
    """The button on the sign-in page: ask, sign, send."""
    page = visit(client, "/account/login/")
    action = page.select_one("form[data-passkey=login]")["action"]
    asked = client.get(action, headers={"Accept": "application/json"}).json()["request_options"]
    return client.post(action, {"credential": key.sign(asked, name_owner=True)})


def test_alone_it_signs_in_without_password_or_code(owner, client, key):
    assert sign_in_alone(client, key).url == "/"
    by = json.loads(Event.objects.filter(kind="accounts.signed_in").last().detail_json)["by"]
    assert by == "a passkey"
    visit(client, "/reviews/")


def test_alone_it_must_have_checked_who_holds_it(cast, client):
    Authenticator.objects.filter(user=cast.asha).delete()
    client.post("/account/login/", {"login": cast.asha.email, "password": PASSWORD})
    key = Key(verifies=False)
    page = visit(client, ADD)
    made = key.make(options(page))
    sent = {"name": "plain key", "credential": made, "passwordless": "on"}
    refused = visit(client, ADD, method="post", data=sent)
    assert refused.select_one(".govuk-error-summary")
    set_up(client, key)
    client.post("/account/logout/")
    assert sign_in_alone(client, key).url == "/account/login/"
    assert not within(client)


def test_a_stranger_s_key_signs_nobody_in(owner, client):
    stranger = Key()
    stranger.handle = "bm9ib2R5"
    page = visit(client, sign_in_alone(client, stranger).url)
    assert "That passkey could not be checked" in words(page.main)
    assert "nobody" not in words(page.main)
    assert not within(client)


def test_too_many_answers_that_cannot_be_taken_are_told_to_wait(owner, client):
    client.post("/account/login/", {"login": owner.email, "password": PASSWORD})
    for _ in range(11):
        page = visit(
            client, CODE_PAGE, method="post", data={"credential": Key().sign(options(visit(client, CODE_PAGE)))}
        )
    assert "There have been too many tries" in words(page.select_one(".govuk-error-summary"))


def test_it_confirms_who_one_is_before_a_grave_act(owner, client, key):
    sign_in_alone(client, key)
    grow_old(client, minutes=6)
    page = visit(client, "/account/reauthenticate/passkey/?next=/reviews/")
    sent = {"credential": key.sign(options(page)), "next": "/reviews/"}
    assert client.post("/account/reauthenticate/passkey/", sent).url == "/reviews/"
    assert json.loads(Event.objects.get(kind="accounts.confirmed").detail_json) == {"by": "a passkey"}


def test_a_confirmation_that_cannot_be_taken_is_asked_for_again(owner, client, key):
    sign_in_alone(client, key)
    grow_old(client, minutes=6)
    page = visit(client, "/account/reauthenticate/passkey/?next=/reviews/")
    sent = {"credential": Key().sign(options(page)), "next": "/reviews/"}
    again = visit(client, "/account/reauthenticate/passkey/", method="post", data=sent, follow=True)
    assert "That passkey could not be checked" in words(again.main)
    assert again.find("input", attrs={"name": "next"})["value"] == "/reviews/"
    assert client.get("/account/address/").status_code == 302


def test_it_is_listed_renamed_and_taken_off(cast, client, key):
    enter(client, cast.asha)
    assert "You have none." in words(visit(client, "/account/2fa/webauthn/").main)
    set_up(client, key)
    assert "1 passkey" in words(visit(client, "/account/2fa/").main)
    page = visit(client, "/account/2fa/webauthn/")
    assert "office laptop" in words(page.tbody)
    rename, take_off = (link["href"] for link in page.tbody.find_all("a"))
    assert visit(client, rename).find("input", attrs={"name": "name"})["value"] == "office laptop"
    visit(client, rename, method="post", data={"name": ""})
    page = visit(client, rename, method="post", data={"name": "my <b>phone</b>"}, follow=True)
    assert "my <b>phone</b>" in words(page.tbody)
    assert "You can no longer sign in with it" in words(visit(client, take_off).main)
    page = visit(client, take_off, method="post", follow=True)
    assert "The passkey is taken off." in words(page.main)
    assert mail.outbox[-1].subject == "A passkey was taken off your account"
    assert has_second_factor(cast.asha)
    assert client.get(take_off).status_code == 404


def test_nobody_renames_or_takes_off_another_s(cast, client, key, sign_in):
    enter(client, cast.asha)
    set_up(client, key)
    number = Authenticator.objects.get(type="webauthn").pk
    stranger = Client()
    enter(stranger, cast.lead)
    for act in ("edit", "remove"):
        assert stranger.post(f"/account/2fa/webauthn/keys/{number}/{act}/", {"name": "mine"}).status_code == 404
    assert Authenticator.objects.filter(type="webauthn").count() == 1


def test_a_second_one_has_another_name(cast, client, key):
    enter(client, cast.asha)
    set_up(client, key)
    assert visit(client, ADD).find("input", attrs={"name": "name"})["value"] == "Passkey 2"
