"""How long a session lasts, and that nothing typed is lost when it ends (TRUST 12 to 16, 18, 82)."""

import json
import os
import subprocess
import sys
import time

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.people import PASSWORD, code_of, enter, grow_old
from tests.visit import visit, words
from threadline.access.gate import open_gate
from threadline.access.models import RoleHolding
from threadline.accounts import limits, sessions
from threadline.accounts.limits import ABSOLUTE_SECONDS, BEGAN, IDLE, IDLE_SECONDS, SEEN
from threadline.accounts.models import User
from threadline.audit.models import Event

pytestmark = pytest.mark.django_db
NEW_REVIEW = "/reviews/open/"


def within(client):
    return client.get("/").status_code == 200


def idle(client, *, minutes):
    """As if nothing had come from that browser for so long."""
    session = client.session
    session[SEEN] -= 60 * minutes
    session.save()


@pytest.mark.parametrize(
    ("times", "why"),
    [
        ({}, ""),
        ({BEGAN: 0, SEEN: 0}, "twelve hours had passed"),
        ({BEGAN: 100_000 - ABSOLUTE_SECONDS, SEEN: 100_000}, ""),
        ({BEGAN: 100_000 - ABSOLUTE_SECONDS - 1, SEEN: 100_000}, "twelve hours had passed"),
        ({BEGAN: 90_000, SEEN: 100_000 - IDLE_SECONDS}, ""),
        ({BEGAN: 90_000, SEEN: 100_000 - IDLE_SECONDS - 1}, "nothing was done for too long"),
        ({BEGAN: 90_000, SEEN: 100_000 - 901, IDLE: 900}, "nothing was done for too long"),
        ({BEGAN: 90_000, SEEN: 100_000 - 900, IDLE: 900}, ""),
    ],
)
def test_a_session_ends_when_it_is_idle_too_long_or_twelve_hours_old(times, why):
    assert limits.over(times, now=100_000) == why


def test_half_an_hour_without_a_sign_of_life_ends_it(cast, client):
    enter(client, cast.asha)
    idle(client, minutes=29)
    assert within(client)
    idle(client, minutes=31)
    answer = client.get("/reviews/")
    assert answer.url == "/account/login/?next=/reviews/"
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    event = Event.objects.last()
    assert (event.kind, event.actor) == ("accounts.session_ended", str(cast.asha.pk))
    assert json.loads(event.detail_json) == {"why": "nothing was done for too long"}


def test_twelve_hours_end_it_however_busy_somebody_is(cast, client):
    enter(client, cast.asha)
    grow_old(client, minutes=12 * 60 - 1)
    assert within(client)
    grow_old(client, minutes=2)
    assert not within(client)
    assert Event.objects.filter(kind="accounts.session_ended").exists()


def test_a_role_that_a_later_area_names_is_idle_for_a_quarter_of_an_hour(cast, client, monkeypatch):
    monkeypatch.setattr(limits, "shorter", [lambda user: 900 if user.pk == cast.asha.pk else None, lambda user: 3600])
    assert limits.idle_seconds(cast.lead) == IDLE_SECONDS
    enter(client, cast.asha)
    idle(client, minutes=14)
    assert within(client)
    idle(client, minutes=16)
    assert not within(client)


def test_a_shorter_limit_holds_from_the_next_sign_of_life_of_an_open_session(cast, client, monkeypatch):
    enter(client, cast.asha)
    monkeypatch.setattr(limits, "shorter", [lambda user: 900])
    idle(client, minutes=1)
    within(client)
    assert client.session[IDLE] == 900


def test_every_page_renews_the_time_at_most_twice_a_minute(cast, client):
    enter(client, cast.asha)
    seen = client.session[SEEN]
    within(client)
    assert client.session[SEEN] == seen
    idle(client, minutes=1)
    within(client)
    assert time.time() - client.session[SEEN] < 5


def test_a_session_from_before_there_were_limits_begins_now(cast, sign_in):
    client = sign_in(cast.asha)
    session = client.session
    for key in (BEGAN, SEEN, IDLE):
        del session[key]
    session.save()
    assert within(client)
    assert client.session[IDLE] == IDLE_SECONDS


def test_the_page_warns_three_minutes_before_and_one_can_stay(cast, client):
    enter(client, cast.asha)
    page = visit(client, "/reviews/")
    box = page.select_one("[data-stay]")
    assert int(box["data-stay"]) == IDLE_SECONDS
    assert box.form["action"] == "/account/still-here/"
    idle(client, minutes=29)
    assert client.post("/account/still-here/").status_code == 204
    idle(client, minutes=29)
    assert within(client)
    grow_old(client, minutes=12 * 60 - 10)
    left = int(visit(client, "/reviews/").select_one("[data-stay]")["data-stay"])
    assert 580 <= left <= 600, "near the twelve hours the warning is of their end"


def test_nobody_signed_in_is_warned_of_nothing(client):
    assert visit(client, "/account/login/").select_one("[data-stay]") is None


def test_what_was_typed_when_it_ended_waits_for_the_same_person(cast, client):
    enter(client, cast.asha)
    idle(client, minutes=31)
    answer = client.post(NEW_REVIEW, {"reference": "R-2016-09", "reason": "Two agencies asked for it.\r\nWe agree."})
    assert answer.url == "/account/login/?next=%2Fkept%2F"
    enter(client, cast.asha, ahead=1)
    page = visit(client, "/kept/")
    assert page.find("form", action=NEW_REVIEW)
    assert "Two agencies asked for it." in page.find("textarea").text
    assert page.find("input", attrs={"name": "reference"})["value"] == "R-2016-09"


def test_what_was_typed_is_not_shown_to_the_next_person_at_the_same_browser(cast, client):
    enter(client, cast.asha)
    idle(client, minutes=31)
    client.post(NEW_REVIEW, {"reason": "Two agencies asked for it."})
    enter(client, cast.lead)
    assert client.get("/kept/").url == "/"


def test_a_role_that_ends_ends_what_it_opens_with_the_next_page(cast, sign_in):
    client = sign_in(cast.lead)
    visit(client, f"/reviews/{cast.review.reference}/")
    with open_gate():
        holding = RoleHolding.objects.get(user=cast.lead)
        holding.revoked_at, holding.revoked_because = timezone.now(), "left"
        holding.save()
    visit(client, f"/reviews/{cast.review.reference}/", expect=404)


def test_a_closed_account_has_no_session_from_the_next_page_on(cast, client):
    elsewhere = Client()
    enter(client, cast.asha)
    enter(elsewhere, cast.asha, ahead=1)
    User.objects.filter(pk=cast.asha.pk).update(is_active=False)
    assert not within(client)
    assert not within(elsewhere)


def test_another_password_ends_every_other_session(cast, client):
    elsewhere = Client()
    enter(elsewhere, cast.asha)
    enter(client, cast.asha, ahead=1)
    page = visit(
        client, "/account/password/change/", method="post", follow=True,
        data={"oldpassword": PASSWORD, "password1": "three-brown-boats-at-noon"},
    )  # fmt: skip
    assert words(page.h1) == "How you sign in"
    assert within(client)
    assert not within(elsewhere)


def test_one_of_one_s_sessions_can_be_ended_and_nobody_else_s(cast, client):
    elsewhere, stranger = Client(), Client()
    enter(elsewhere, cast.asha, ahead=-1)
    enter(client, cast.asha)
    enter(stranger, cast.lead)
    page = visit(client, "/account/sessions/")
    form = next(form for form in page.main.find_all("form") if form["action"].endswith("/end/"))
    assert stranger.post(form["action"]).status_code == 404
    page = visit(client, form["action"], method="post", follow=True)
    assert "You are signed out there." in words(page.main)
    assert not within(elsewhere)
    assert within(client)
    event = Event.objects.get(kind="accounts.sessions_ended")
    assert (event.actor, json.loads(event.detail_json)) == (str(cast.asha.pk), {"count": 1})


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari on an iPhone"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox on a Mac"),
        ("<b>something</b>", "A browser"),
        ("", "A browser"),
    ],
)
def test_a_browser_is_named_in_words(agent, said):
    assert sessions.browser(agent) == said


def test_letters_and_the_list_of_places_name_the_browser_in_words(cast, client):
    agent = {"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/131.0"}
    client.post("/account/login/", {"login": cast.asha.email, "password": PASSWORD}, headers=agent)
    client.post("/account/2fa/authenticate/", {"code": code_of(cast.asha)}, headers=agent)
    assert "Firefox on Windows" in words(visit(client, "/account/sessions/").tbody)
    client.post("/account/2fa/totp/deactivate/", headers=agent)
    assert "With: Firefox on Windows" in mail.outbox[-1].body


def test_one_s_sign_in_is_found_from_every_page(cast, sign_in):
    page = visit(sign_in(cast.asha), "/reviews/")
    assert page.footer.find("a", string="How you sign in")["href"] == "/account/2fa/"


def test_ending_this_very_session_leads_to_the_sign_in_page(cast, client):
    from allauth.usersessions.models import UserSession

    enter(client, cast.asha)
    mine = UserSession.objects.get(user=cast.asha)
    assert client.post(f"/account/sessions/{mine.pk}/end/").url == "/account/login/"
    assert not within(client)


def test_a_manager_ends_all_sessions_of_somebody(cast, client):
    enter(client, cast.lead)
    enter(Client(), cast.lead, ahead=1)
    assert sessions.end_all(cast.lead, by=cast.asha) == 2
    assert not within(client)
    event = Event.objects.last()
    assert (event.kind, event.actor) == ("accounts.sessions_ended", str(cast.asha.pk))
    assert json.loads(event.objects_json) == [f"accounts.user:{cast.lead.pk}"]
    assert sessions.end_all(cast.lead, by=cast.asha) == 0
    assert Event.objects.last().pk == event.pk


def test_signing_out_clears_the_browser_and_is_recorded(cast, client):
    enter(client, cast.asha)
    answer = client.post("/account/logout/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert Event.objects.last().kind == "accounts.signed_out"
    assert not within(client)


def test_a_sign_in_gives_the_session_another_key(cast, client):
    client.get("/account/login/")
    client.post("/account/login/", {"login": cast.asha.email, "password": PASSWORD})
    before = client.session.session_key
    client.post("/account/2fa/authenticate/", {"code": code_of(cast.asha)})
    assert client.session.session_key != before


@pytest.mark.parametrize(("https", "name"), [("1", "__Host-threadline"), ("0", "threadline")])
def test_the_session_s_cookie_is_for_this_host_alone(tmp_path, https, name):
    code = (
        "import json; from threadline.project import settings as s; print(json.dumps([s.SESSION_COOKIE_NAME,"
        " s.SESSION_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE, s.CSRF_COOKIE_NAME,"
        " getattr(s, 'SESSION_COOKIE_DOMAIN', None), getattr(s, 'SESSION_COOKIE_PATH', '/'),"
        " s.ACCOUNT_DEFAULT_HTTP_PROTOCOL]))"
    )
    environment = {**os.environ, "THREADLINE_HTTPS": https, "THREADLINE_DATA": str(tmp_path)}
    told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    secure = https == "1"
    assert json.loads(told.stdout) == [
        name, secure, True, "Lax", f"{name}-csrf", None, "/", "https" if secure else "http",
    ]  # fmt: skip
