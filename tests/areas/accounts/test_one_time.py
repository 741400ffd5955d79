"""A reader without a password comes in by a link that works once and a code from elsewhere (TRUST 10)."""

import json
import math
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.people import enter
from tests.visit import visit, words
from threadline.accounts import one_time, second_factor
from threadline.accounts.models import OneTimeLink, User
from threadline.audit.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(cast, monkeypatch):
    """A grandmother with an account and no password, whom a later area lets in without a second factor."""
    made = User.objects.create_user("patricia@threadline.example", "Patricia Dunmore")
    monkeypatch.setattr(second_factor, "exempt", [lambda user: user.pk == made.pk])
    return made


@pytest.fixture
def made(reader, cast):
    return one_time.make(reader, review=str(cast.review.pk), by=cast.asha)


def address(made):
    return f"/account/once/{made.token}/"


def within(client):
    return "_auth_user_id" in client.session


def over(client, path, code="1"):
    """The two answers of a link that does not work."""
    pages = visit(client, path, expect=404), visit(client, path, method="post", data={"code": code}, expect=404)
    return [page.response.content for page in pages]


def test_link_and_code_let_the_person_in_once_for_that_review(made, reader, cast, client):
    page = visit(client, address(made))
    for name in ("Patricia", "Dunmore", "Westmarch", cast.review.reference, "child"):
        assert name not in page.response.content.decode()
    answer = client.post(address(made), {"code": made.code})
    assert answer.url == "/"
    assert client.session["_auth_user_id"] == str(reader.pk)
    assert client.get("/").status_code == 200
    assert client.session[one_time.REVIEW] == str(cast.review.pk)
    event = Event.objects.get(kind="accounts.signed_in")
    assert json.loads(event.detail_json)["by"] == "a one-time link and code"
    second = Client()
    over(second, address(made), made.code)
    assert not within(second)


def test_only_digests_are_kept_and_nothing_is_sent_from_here(made, reader):
    kept = OneTimeLink.objects.get()
    for secret in (made.token, made.code):
        assert secret not in str(vars(kept))
    assert math.log2(64) * len(made.token) >= 112
    assert made.code.isdigit()
    assert mail.outbox == []
    assert str(kept).startswith("one-time link of")
    assert str(reader.pk) in Event.objects.get(kind="accounts.one_time_link_made").objects_json


def test_a_code_may_be_typed_with_blanks(made, client):
    assert client.post(address(made), {"code": f"{made.code[:4]} {made.code[4:]}"}).url == "/"


def test_looking_at_the_page_uses_nothing(made, client):
    for _ in range(3):
        visit(client, address(made))
    assert OneTimeLink.objects.get().tries == 0


def test_a_wrong_code_says_how_many_tries_are_left_and_the_fifth_ends_the_link(made, client, cast):
    for left in (4, 3, 2, 1):
        page = visit(client, address(made), method="post", data={"code": "00000000"})
        assert f"You can try {left} more time" in words(page.select_one(".govuk-error-summary"))
    visit(client, address(made), method="post", data={"code": "00000000"}, expect=404)
    over(client, address(made), made.code)
    assert not within(client)
    failed = Event.objects.filter(kind="accounts.sign_in_failed")
    assert failed.count() == 5
    assert {each.review for each in failed} == {str(cast.review.pk)}


def test_no_code_at_all_is_asked_for_and_costs_no_try(made, client):
    page = visit(client, address(made), method="post", data={"code": ""})
    assert "Enter the code" in words(page.select_one(".govuk-error-summary"))
    assert OneTimeLink.objects.get().tries == 0


def test_the_code_of_another_link_is_wrong(made, reader, cast, client):
    other = one_time.make(reader, review=str(cast.second_review.pk), by=cast.asha)
    client.post(address(made), {"code": other.code})
    assert not within(client)


def test_every_link_that_does_not_work_says_the_same(made, reader, cast, client):
    said = {*over(client, "/account/once/nothing/")}
    OneTimeLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    said |= {*over(client, address(made), made.code)}
    OneTimeLink.objects.update(expires_at=timezone.now() + timedelta(days=1))
    visit(client, address(made))
    User.objects.filter(pk=reader.pk).update(is_active=False)
    said |= {*over(client, address(made), made.code)}
    assert len(said) == 1


def test_a_later_link_to_the_same_review_ends_the_earlier_and_no_other(made, reader, cast, client):
    elsewhere = one_time.make(reader, review=str(cast.second_review.pk), by=cast.asha)
    later = one_time.make(reader, review=str(cast.review.pk), by=cast.asha)
    over(client, address(made), made.code)
    visit(client, address(elsewhere))
    visit(client, address(later))


def test_who_has_a_password_gets_no_link_and_a_link_stops_once_they_have(made, reader, cast, client):
    with pytest.raises(ValueError, match="signs in with a password"):
        one_time.make(cast.lead, review=str(cast.review.pk), by=cast.asha)
    reader.set_password("three-brown-boats-at-noon")
    reader.save()
    over(client, address(made), made.code)


def test_of_two_who_use_it_at_once_one_comes_in(made):
    link = one_time.open_by(made.token)
    one_time.use(link, made.code)
    with pytest.raises(LookupError):
        one_time.use(link, made.code)


def test_a_link_used_while_its_page_was_open_says_so(made, client, monkeypatch):
    link = one_time.open_by(made.token)
    one_time.use(link, made.code)
    monkeypatch.setattr(one_time, "open_by", lambda token: link)
    visit(client, address(made), method="post", data={"code": made.code}, expect=404)


def test_somebody_else_at_the_same_browser_is_signed_out_first(made, reader, cast, client):
    enter(client, cast.asha)
    client.post(address(made), {"code": made.code})
    assert client.session["_auth_user_id"] == str(reader.pk)
    assert Event.objects.filter(kind="accounts.signed_out", actor=str(cast.asha.pk)).exists()


def test_a_session_that_began_with_a_password_is_for_no_one_review(cast, client, rf):
    enter(client, cast.asha)
    request = rf.get("/")
    request.session = client.session
    assert one_time.only_review(request) == ""


def test_a_session_that_began_with_a_link_names_its_review(made, cast, client, rf):
    client.post(address(made), {"code": made.code})
    request = rf.get("/")
    request.session = client.session
    assert one_time.only_review(request) == str(cast.review.pk)
