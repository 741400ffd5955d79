"""Guessing is slowed, the right person still gets in, and nobody learns who has an account (TRUST 5, 6)."""

import json

import pytest
from django.contrib.auth import hashers
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.people import PASSWORD, code_of, enter
from tests.visit import visit, words
from threadline.accounts import throttle
from threadline.accounts.models import User
from threadline.audit.models import Event

pytestmark = pytest.mark.django_db
SIGN_IN = "/account/login/"
WAIT = "There have been too many tries"


def guess(client, email, password="wrong-wrong-wrong", **options):
    return client.post(SIGN_IN, {"login": email, "password": password}, **options)


def said(answer):
    """What the page says is wrong."""
    from bs4 import BeautifulSoup

    return words(BeautifulSoup(answer.content, "html.parser").select_one(".govuk-error-summary"))


@pytest.fixture
def attacked(cast):
    """Somebody whose account others have guessed at, each from another place."""
    for number in range(10):
        guess(Client(), cast.asha.email, REMOTE_ADDR=f"198.51.100.{number}")
    return cast.asha


def test_ten_guesses_from_anywhere_close_the_account_to_strange_browsers(attacked):
    answer = guess(Client(), attacked.email, PASSWORD, REMOTE_ADDR="203.0.113.9")
    assert answer.status_code == 200
    assert WAIT in said(answer)


def test_the_right_person_gets_in_from_a_browser_they_have_used_before(cast):
    own = Client()
    enter(own, cast.asha)
    own.post("/account/logout/")
    for number in range(12):
        guess(Client(), cast.asha.email, REMOTE_ADDR=f"198.51.100.{number}")
    assert own.post(SIGN_IN, {"login": cast.asha.email, "password": PASSWORD}).url == "/account/2fa/authenticate/"
    own.post("/account/2fa/authenticate/", {"code": code_of(cast.asha, ahead=1)})
    assert own.get("/").status_code == 200


def test_a_known_browser_has_ten_tries_of_its_own_too(cast):
    own = Client()
    enter(own, cast.asha)
    own.post("/account/logout/")
    for _ in range(10):
        guess(own, cast.asha.email)
    assert WAIT in said(guess(own, cast.asha.email, PASSWORD))
    assert guess(Client(), cast.asha.email, PASSWORD).status_code == 302


def test_a_browser_is_known_only_to_the_people_who_signed_in_there(cast):
    other = Client()
    enter(other, cast.lead)
    other.post("/account/logout/")
    for _ in range(10):
        guess(Client(), cast.asha.email)
    assert WAIT in said(guess(other, cast.asha.email, PASSWORD))


def test_a_browser_whose_cookie_was_made_up_or_altered_is_strange(attacked):
    for value in ("nonsense", "", '{"a": "b"}:sig'):
        client = Client()
        client.cookies[throttle.cookie_name()] = value
        assert WAIT in said(guess(client, attacked.email, PASSWORD))


def test_the_password_alone_makes_no_browser_known(cast):
    half = Client()
    guess(half, cast.asha.email, PASSWORD)
    assert throttle.cookie_name() not in half.cookies


def test_the_cookie_says_nothing_about_anybody_and_cannot_be_read_by_scripts(cast, client, settings):
    enter(client, cast.asha)
    cookie = client.cookies[throttle.cookie_name()]
    assert "asha" not in cookie.value.lower()
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    settings.HTTPS = True
    assert throttle.cookie_name() == "__Host-threadline-device"


def test_a_browser_knows_eight_people_and_forgets_the_one_longest_away(cast, rf, client):
    from django.http import HttpResponse

    people = [User(email=f"person{number}@threadline.example") for number in range(9)]
    request = rf.get("/")
    for person in [people[0], *people]:
        response = HttpResponse()
        throttle.remember_device(request, response, person)
        request.COOKIES = {name: cookie.value for name, cookie in response.cookies.items()}
    known = throttle._devices(request)
    assert len(known) == throttle.MOST_PEOPLE
    assert throttle._person("PERSON8@threadline.example ") in known
    assert throttle._person(people[0].email) not in known


def test_thirty_guesses_at_many_accounts_from_one_place_are_enough(cast):
    for number in range(30):
        guess(Client(), f"person{number}@threadline.example", REMOTE_ADDR="198.51.100.7")
    assert WAIT in said(guess(Client(), cast.asha.email, PASSWORD, REMOTE_ADDR="198.51.100.7"))
    assert guess(Client(), cast.asha.email, PASSWORD, REMOTE_ADDR="198.51.100.8").status_code == 302


def test_those_who_get_in_use_up_no_tries(cast):
    for _ in range(12):
        assert guess(Client(), cast.asha.email, PASSWORD).status_code == 302


def test_a_new_password_by_letter_opens_the_way_again(attacked, client):
    visit(client, "/account/password/reset/", method="post", data={"email": attacked.email}, follow=True)
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    form = visit(client, link.removeprefix("http://testserver"), follow=True)
    client.post(form.main.form["action"], {"password1": "three-brown-boats-at-noon"})
    assert guess(client, attacked.email, "three-brown-boats-at-noon").status_code == 302


def test_the_trail_tells_of_it_once_and_holds_no_address(attacked):
    for _ in range(3):
        guess(Client(), attacked.email)
    event = Event.objects.get(kind="accounts.throttled")
    assert event.outcome == "refused"
    assert list(json.loads(event.detail_json)) == ["address"]
    assert "asha" not in event.detail_json
    failed = Event.objects.filter(kind="accounts.sign_in_failed")
    assert {json.loads(each.detail_json)["address"] for each in failed} == {throttle.short_name(attacked.email)}
    assert throttle.short_name("somebody@else.example") != throttle.short_name(attacked.email)


def test_the_shared_cache_holds_more_counts_than_made_up_addresses_could_push_out(settings):
    from threadline.project import settings as real

    assert real.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] >= 100_000


def work(monkeypatch, act):
    """How many times a password is hashed while `act` is done, with what hasher."""
    done = []
    for name in ("encode", "verify"):
        original = getattr(hashers.MD5PasswordHasher, name)

        def counted(self, *arguments, original=original, name=name, **options):
            done.append(name)
            return original(self, *arguments, **options)

        monkeypatch.setattr(hashers.MD5PasswordHasher, name, counted)
    answer = act()
    return sum(name == "encode" for name in done), answer


@pytest.mark.parametrize("state", ["known", "unknown", "invited", "closed"])
def test_signing_in_wrongly_says_and_costs_the_same_whoever_it_is(cast, monkeypatch, state):
    email = cast.asha.email
    if state == "unknown":
        email = "nobody@threadline.example"
    elif state == "invited":
        email = User.objects.create_user("invited@threadline.example", "Invited Person").email
    elif state == "closed":
        User.objects.filter(pk=cast.asha.pk).update(is_active=False)
    hashed, answer = work(monkeypatch, lambda: guess(Client(), email))
    assert (answer.status_code, hashed) == (200, 1)
    assert said(answer) == "There is a problem The e-mail address or the password is not right"


def test_waiting_is_asked_for_the_same_whoever_it_is(cast):
    answers = []
    for email in (cast.asha.email, "nobody@threadline.example"):
        cache.clear()
        for _ in range(10):
            guess(Client(), email)
        answers.append((said(last := guess(Client(), email)), last.status_code))
    assert answers[0] == answers[1]


def test_asking_for_a_link_says_the_same_and_sends_a_letter_whoever_it_is(cast, monkeypatch):
    told = []
    for email in (cast.asha.email, "nobody@threadline.example"):
        client = Client()
        hashed, answer = work(
            monkeypatch, lambda email=email, client=client: client.post("/account/password/reset/", {"email": email})
        )
        page = visit(client, answer.url)
        told.append((answer.status_code, answer.url, words(page.main), hashed, len(mail.outbox)))
        mail.outbox.clear()
    assert told[0] == told[1]
    assert told[0][4] == 1
    events = Event.objects.filter(kind="accounts.password_reset_asked")
    assert [json.loads(each.objects_json) for each in events] == [[], []]
