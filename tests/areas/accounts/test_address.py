"""Another e-mail address is taken once a code sent there has come back, and the old one is told (TRUST 9)."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from tests.people import PASSWORD, enter
from tests.visit import visit, words
from threadline.accounts import address
from threadline.accounts.models import User
from threadline.audit.models import Event

pytestmark = pytest.mark.django_db
NEW, HERE, CODE = "asha.fernleigh@threadline.example", "/account/address/", "/account/address/code/"


@pytest.fixture
def asked(cast, client):
    """Somebody who has asked for another address; the code that was sent there."""
    enter(client, cast.asha)
    assert client.post(HERE, {"address": NEW.upper()}).url == CODE
    return re.search(r"\d{4} \d{4}", mail.outbox[-1].body)[0]


def test_the_code_goes_to_the_new_address_and_says_nothing_about_anybody(asked, cast):
    letter = mail.outbox[-1]
    assert letter.to == [NEW]
    assert "Asha" not in letter.subject + letter.body
    assert User.objects.get(pk=cast.asha.pk).email == cast.asha.email


def test_with_the_code_the_address_changes_and_the_old_one_is_told(asked, cast, client):
    page = visit(client, CODE)
    assert NEW in words(page.main)
    page = visit(client, CODE, method="post", data={"code": asked}, follow=True)
    assert words(page.h1) == "How you sign in"
    assert f"Your e-mail address is now {NEW}" in words(page.main)
    assert User.objects.get(pk=cast.asha.pk).email == NEW
    assert mail.outbox[-1].to == ["asha@threadline.example"]
    assert mail.outbox[-1].subject == "The e-mail address of your account was changed"
    assert Event.objects.filter(kind="accounts.address_changed", actor=str(cast.asha.pk)).exists()
    assert list(EmailAddress.objects.values_list("email", "verified")) == [(NEW, True)]


def test_from_then_on_the_new_one_signs_in_and_the_old_one_does_not(asked, cast, client):
    EmailAddress.objects.create(user=cast.asha, email=cast.asha.email, verified=True)
    client.post(CODE, {"code": asked})
    assert Client().post("/account/login/", {"login": cast.asha.email, "password": PASSWORD}).status_code == 200
    assert Client().post("/account/login/", {"login": NEW, "password": PASSWORD}).status_code == 302


def test_a_wrong_code_changes_nothing_and_the_sixth_try_begins_anew(asked, cast, client):
    for _ in range(address.MOST_TRIES):
        page = visit(client, CODE, method="post", data={"code": "0000 0000"})
        assert "That is not the code" in words(page.select_one(".govuk-error-summary"))
    assert client.post(CODE, {"code": asked}).url == HERE
    assert User.objects.get(pk=cast.asha.pk).email == cast.asha.email


def test_no_code_is_asked_for(asked, client):
    page = visit(client, CODE, method="post", data={"code": ""})
    assert "Enter the code" in words(page.select_one(".govuk-error-summary"))


def test_a_code_is_good_for_half_an_hour(asked, client):
    session = client.session
    session[address.WAITING] = {**session[address.WAITING], "until": 0}
    session.save()
    assert client.get(CODE).url == HERE


def test_the_page_does_not_say_that_an_address_is_somebody_else_s(cast, client):
    enter(client, cast.asha)
    client.post(HERE, {"address": cast.lead.email})
    page = visit(client, CODE)
    assert f"If {cast.lead.email} can be used" in words(page.main)
    (letter,) = mail.outbox
    assert letter.to == [cast.lead.email]
    assert "It has an account already" in letter.body
    assert not re.search(r"\d{4} \d{4}", letter.body)
    client.post(CODE, {"code": ""})
    client.post(CODE, {"code": "00000000"})
    assert User.objects.get(pk=cast.asha.pk).email != cast.lead.email


def test_an_address_that_somebody_took_in_the_meantime_is_not_taken_twice(asked, cast, client):
    User.objects.create_user(NEW, "Somebody Quicker")
    page = visit(client, CODE, method="post", data={"code": asked})
    assert "That is not the code" in words(page.select_one(".govuk-error-summary"))
    assert User.objects.get(pk=cast.asha.pk).email == cast.asha.email


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Enter the new email address"),
        ("nonsense", "in the right form"),
        ("ASHA@threadline.example", "That is your e-mail"),
    ],
)
def test_what_is_no_other_address_is_said(cast, client, typed, said):
    enter(client, cast.asha)
    page = visit(client, HERE, method="post", data={"address": typed})
    assert said in words(page.select_one(".govuk-error-summary"))


def test_no_code_is_awaited_until_an_address_is_given(cast, client):
    enter(client, cast.asha)
    assert client.get(CODE).url == HERE
    assert cast.asha.email in words(visit(client, HERE).main)
