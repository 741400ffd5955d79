"""Signing in with a council's own accounts, against a real OpenID provider on this machine (TRUST 1, 7, 17, 68)."""

import json
import re
import time
import warnings
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.core.exceptions import ImproperlyConfigured

from tests.people import PASSWORD, code_of, enter, grow_old
from tests.visit import visit, words
from threadline.accounts import single_sign_on
from threadline.accounts.models import User
from threadline.audit.models import Event
from threadline.project import environment

with warnings.catch_warnings(record=True):  # of the provider's own libraries
    from oidc_provider_mock import User as Known
    from oidc_provider_mock import run_server_in_thread

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of the provider's own libraries
]
START = "/account/oidc/work/login/"
MFA = {"amr": ["pwd", "mfa"]}
ASHA = "asha@threadline.example"


def known(sub, **claims):
    return Known(sub=sub, claims={"email": f"{sub}@threadline.example", "email_verified": True, **claims})


PEOPLE = [
    known("asha", **MFA),
    known("lead"),
    known("panel", amr="mfa"),
    known("stranger", **MFA),
    Known(sub="claims-to-be-asha", claims={"email": ASHA, "email_verified": False, **MFA}),
    Known(sub="silent-about-asha", claims={"email": ASHA, **MFA}),
    known("chair", auth_time=int(time.time()) - 4000, **MFA),
]


@pytest.fixture(scope="module")
def provider():
    """A provider that knows these people; its address."""
    with run_server_in_thread(user_claims=PEOPLE) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def tied(cast, settings, provider, monkeypatch):
    """An installation tied to that provider."""
    for key, value in {"CLIENT_ID": "threadline", "SECRET": "not-a-real-one", "NAME": "Westmarch Council"}.items():
        monkeypatch.setenv(f"THREADLINE_OIDC_{key}", value)
    settings.OIDC_ISSUER = provider
    settings.SOCIALACCOUNT_PROVIDERS = environment.single_sign_on(provider)
    return cast


def go(client, sub, begun=None, **sent):
    """Begin here, say who one is there, and come back; the answer here."""
    away = begun or client.post(START, sent)
    assert away.status_code == 302, away.content
    there = requests.post(away.url, data={"sub": sub}, allow_redirects=False, timeout=10)
    back = urlsplit(there.headers["Location"])
    return client.get(f"{back.path}?{back.query}")


def within(client):
    return "_auth_user_id" in client.session


def test_the_page_offers_it_by_name_and_may_lead_there_and_nowhere_else(tied, client, provider):
    page = visit(client, "/account/login/?next=/reviews/")
    button = page.find("button", string=lambda text: text and "Sign in with Westmarch Council" in text)
    form = button.find_parent("form")
    assert (form["action"], form["method"]) == (START, "post")
    assert form.find("input", attrs={"name": "next"})["value"] == "/reviews/"
    allowed = re.search(r"form-action ([^;]*);", page.response["Content-Security-Policy"])[1]
    assert allowed == f"'self' {provider}"


def test_other_places_a_council_s_sign_in_passes_through_can_be_listed(tied, client, settings):
    settings.OIDC_ORIGINS = ["https://adfs.westmarch.example"]
    assert "https://adfs.westmarch.example" in client.get("/account/login/")["Content-Security-Policy"]


def test_without_a_provider_nothing_is_offered_and_nothing_leads_out(cast, client):
    page = visit(client, "/account/login/")
    assert "Westmarch Council" not in words(page.main)
    assert "form-action 'self';" in page.response["Content-Security-Policy"]
    for address in (START, "/account/oidc/other/login/"):
        assert client.post(address).status_code == 404
    assert client.get("/account/oidc/work/login/callback/").status_code == 404
    enter(client, cast.asha)
    assert client.get("/account/reauthenticate/work/").status_code == 404


def test_somebody_with_an_account_comes_in_where_a_second_factor_was_given_there(tied, client):
    answer = go(client, "asha", next="/reviews/")
    assert answer.url == "/reviews/"
    page = visit(client, "/reviews/")
    assert "Asha Fernleigh" in words(page.header)
    event = Event.objects.get(kind="accounts.signed_in")
    assert (event.actor, json.loads(event.detail_json)["by"]) == (str(tied.asha.pk), "single sign-on")


def test_it_opens_pages_to_somebody_who_has_no_factor_here(tied, client):
    Authenticator.objects.filter(user=tied.asha).delete()
    go(client, "asha")
    visit(client, "/reviews/")


def test_what_was_said_of_one_person_is_not_counted_for_another(tied, client):
    Authenticator.objects.all().delete()
    go(client, "asha")
    client.post("/account/logout/")
    client.post("/account/login/", {"login": tied.lead.email, "password": PASSWORD})
    assert client.get("/reviews/").url == "/account/second-step/"


@pytest.mark.parametrize("sub", ["lead", "panel"])
def test_our_own_second_step_is_asked_for_where_none_was_given_there(tied, client, sub):
    answer = go(client, sub, next="/reviews/")
    assert answer.url == "/account/2fa/authenticate/"
    assert not within(client)
    user = getattr(tied, sub)
    assert client.post("/account/2fa/authenticate/", {"code": code_of(user)}).url == "/reviews/"
    by = json.loads(Event.objects.get(kind="accounts.signed_in").detail_json)["by"]
    assert by == "single sign-on and an authenticator app"


def test_somebody_without_one_here_or_there_sets_one_up(tied, client):
    Authenticator.objects.filter(user=tied.lead).delete()
    go(client, "lead")
    assert client.get("/reviews/").url == "/account/second-step/"


@pytest.mark.parametrize("sub", ["stranger", "claims-to-be-asha", "silent-about-asha"])
def test_nobody_signs_up_and_an_address_nobody_vouches_for_opens_nothing(tied, client, sub):
    before = User.objects.count()
    answer = go(client, sub)
    assert answer.status_code == 403
    assert "That work account opens nothing here" in answer.content.decode()
    assert not within(client)
    assert User.objects.count() == before
    assert not SocialAccount.objects.exists()
    event = Event.objects.get(kind="accounts.sign_in_failed")
    assert json.loads(event.detail_json) == {"by": "single sign-on"}


def test_a_council_may_vouch_for_all_addresses_of_its_domains(tied, client, settings, provider, monkeypatch):
    monkeypatch.setenv("THREADLINE_OIDC_DOMAINS", "threadline.example")
    settings.SOCIALACCOUNT_PROVIDERS = environment.single_sign_on(provider)
    assert go(client, "silent-about-asha").url == "/"
    monkeypatch.setenv("THREADLINE_OIDC_DOMAINS", "westmarch.example")
    settings.SOCIALACCOUNT_PROVIDERS = environment.single_sign_on(provider)
    client.post("/account/logout/")
    SocialAccount.objects.all().delete()
    assert go(client, "silent-about-asha").status_code == 403


def test_from_then_on_the_person_is_known_by_what_the_provider_calls_them(tied, client):
    go(client, "asha")
    assert mail.outbox[-1].subject == "Your work account can now be used to sign in"
    assert Event.objects.filter(kind="accounts.single_sign_on_linked", actor=str(tied.asha.pk)).exists()
    client.post("/account/logout/")
    User.objects.filter(pk=tied.asha.pk).update(email="asha.fernleigh@threadline.example")
    assert go(client, "asha").url == "/"
    assert SocialAccount.objects.get().uid == "asha"


def test_the_password_there_was_goes_on_working(tied, client):
    EmailAddress.objects.create(user=tied.asha, email=tied.asha.email, verified=False)
    EmailAddress.objects.create(user=tied.asha, email="before@threadline.example", verified=True)
    go(client, "asha")
    assert User.objects.get(pk=tied.asha.pk).check_password(PASSWORD)
    assert list(EmailAddress.objects.values_list("email", "verified")) == [(ASHA, True)]


def test_a_closed_account_stays_closed(tied, client):
    User.objects.filter(pk=tied.asha.pk).update(is_active=False)
    assert go(client, "asha").url == "/account/inactive/"
    assert not within(client)


def test_one_who_stops_there_is_told_so(tied, client):
    away = client.post(START)
    there = requests.post(away.url, data={"action": "deny"}, allow_redirects=False, timeout=10)
    back = urlsplit(there.headers["Location"])
    state = parse_qs(urlsplit(away.url).query)["state"][0]  # this provider forgets to give it back when it is denied
    page = visit(client, f"{back.path}?{back.query}&state={state}", follow=True)
    assert words(page.h1) == "You did not sign in"


def test_an_answer_that_nobody_asked_for_is_not_taken(tied, client):
    page = visit(client, "/account/oidc/work/login/callback/?code=made-up&state=made-up", expect=401)
    assert words(page.h1) == "Your work account could not be used"
    away = client.post(START)
    state = parse_qs(urlsplit(away.url).query)["state"][0]
    visit(client, f"/account/oidc/work/login/callback/?code=made-up&state={state}", expect=401)
    assert not within(client)


def test_it_is_asked_for_with_a_proof_of_who_asked(tied, client):
    asked = parse_qs(urlsplit(client.post(START).url).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == ["http://testserver/account/oidc/work/login/callback/"]
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}


def test_looking_at_the_address_begins_nothing(tied, client):
    assert client.get(START).status_code == 405


def test_a_provider_that_does_not_answer_is_said_in_words(tied, client, settings, monkeypatch):
    settings.SOCIALACCOUNT_PROVIDERS = environment.single_sign_on("http://localhost:9")
    page = visit(client, START, method="post", expect=401)
    assert words(page.h1) == "Your work account could not be used"
    assert "localhost:9" not in words(page.main)


def test_an_answer_about_two_people_is_not_taken(tied, client, rf):
    from allauth.core.exceptions import ImmediateHttpResponse
    from allauth.socialaccount.models import SocialLogin

    account = SocialAccount(extra_data={"userinfo": {"sub": "asha"}, "id_token": {"sub": "lead"}})
    request = rf.get("/")
    request.user = tied.asha
    with pytest.raises(ImmediateHttpResponse) as refused:
        single_sign_on.SingleSignOn().pre_social_login(request, SocialLogin(account=account))
    assert refused.value.response.status_code == 403


@pytest.fixture
def only_there(tied, client):
    """Somebody signed in who has neither a password nor a factor here."""
    User.objects.filter(pk=tied.asha.pk).update(password="!")
    Authenticator.objects.filter(user=tied.asha).delete()
    go(client, "asha")
    grow_old(client, minutes=6)
    return client


def ask_again(client, path, **sent):
    """Do something grave too late, and confirm with the provider as `sub`; where that leads."""
    asked = client.post(path, sent) if sent else client.get(path)
    page = visit(client, asked.url)
    assert words(page.h1) == "Confirm that it is you"
    assert "form-action 'self' http://localhost" in page.response["Content-Security-Policy"]
    form = page.select_one("main form")
    fields = {tag["name"]: tag.get("value", "") for tag in form.find_all("input")}
    begun = client.post(form["action"], fields)
    asked = parse_qs(urlsplit(begun.url).query)
    assert (asked["prompt"], asked["max_age"]) == (["login"], ["300"])
    return begun


def test_who_has_nothing_else_confirms_with_the_provider_and_comes_back(only_there):
    begun = ask_again(only_there, "/account/address/")
    answer = go(only_there, "asha", begun)
    assert answer.url == "/account/confirmed/?next=%2Faccount%2Faddress%2F"
    assert only_there.get(answer.url).url == "/account/address/"
    visit(only_there, "/account/address/")
    assert json.loads(Event.objects.get(kind="accounts.confirmed").detail_json) == {"by": "single sign-on"}


def test_a_form_that_waits_is_sent_at_the_press_of_a_button(only_there):
    begun = ask_again(only_there, "/account/address/", address="another@threadline.example")
    answer = go(only_there, "asha", begun)
    page = visit(only_there, answer.url)
    assert words(page.h1) == "It is you: go on"
    assert not mail.outbox[1:]
    form = page.select_one("main form")
    fields = {tag["name"]: tag.get("value", "") for tag in form.find_all("input")}
    assert only_there.post(form["action"], fields).url == "/account/address/code/"
    assert mail.outbox[-1].to == ["another@threadline.example"]
    assert only_there.post(form["action"], fields).url == "/account/address/", "once"


def test_somebody_else_s_word_confirms_nothing(only_there, tied):
    begun = ask_again(only_there, "/account/address/")
    assert go(only_there, "lead", begun).status_code == 403
    assert only_there.get("/account/address/").status_code == 302
    assert only_there.session["_auth_user_id"] == str(tied.asha.pk)


def test_a_sign_in_there_of_an_hour_ago_confirms_nothing(tied, client):
    User.objects.filter(pk=tied.chair.pk).update(password="!")
    Authenticator.objects.filter(user=tied.chair).delete()
    go(client, "chair")
    grow_old(client, minutes=6)
    assert go(client, "chair", ask_again(client, "/account/address/")).status_code == 403


def test_with_a_password_too_either_confirms(tied, client):
    go(client, "asha")
    grow_old(client, minutes=6)
    page = visit(client, client.get("/account/address/").url)
    assert [words(link) for link in page.select("main ul a")] == ["Use Westmarch Council", "Use a code"]


def test_confirming_with_a_provider_that_does_not_answer_is_said_in_words(only_there, settings):
    settings.SOCIALACCOUNT_PROVIDERS = environment.single_sign_on("http://localhost:9")
    page = visit(only_there, "/account/reauthenticate/work/", method="post", expect=401)
    assert words(page.h1) == "Your work account could not be used"


@pytest.mark.parametrize("missing", ["CLIENT_ID", "SECRET"])
def test_a_provider_half_described_stops_the_start(monkeypatch, missing):
    for key in {"CLIENT_ID", "SECRET"} - {missing}:
        monkeypatch.setenv(f"THREADLINE_OIDC_{key}", "x")
    with pytest.raises(ImproperlyConfigured, match=f"THREADLINE_OIDC_{missing} must be set"):
        environment.single_sign_on("https://login.example/")


def test_an_address_s_origin_is_its_beginning():
    assert single_sign_on.origin("https://login.example/tenant/v2.0") == "https://login.example"
