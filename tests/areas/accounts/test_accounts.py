"""An account as a record, and what the trail says of it."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_out
from django.test import Client

from tests.people import PASSWORD, enter
from threadline.accounts import example, trail
from threadline.accounts.models import User
from threadline.accounts.single_sign_on import SingleSignOn
from threadline.audit.models import ChainHead, Event
from threadline.audit.presenters import sentence

pytestmark = pytest.mark.django_db


def test_an_account_has_a_name_an_address_and_none_of_django_s_permissions():
    made = User.objects.create_user(" New.Person@Threadline.example ", "New Person")
    assert (made.email, str(made), made.get_full_name(), made.get_short_name()) == (
        "new.person@threadline.example", "New Person", "New Person", "New",
    )  # fmt: skip
    assert User.objects.get_by_natural_key("NEW.PERSON@threadline.example") == made
    assert not made.has_usable_password()
    assert not made.is_staff
    assert not made.has_perm("anything")
    assert not made.has_module_perms("accounts")


def test_an_account_needs_an_address():
    with pytest.raises(ValueError, match="e-mail address"):
        User.objects.create_user("", "Nobody")


def test_signing_out_nobody_is_not_an_event():
    user_logged_out.send(sender=User, request=None, user=None)
    assert not Event.objects.exists()


def test_nobody_signs_up_by_any_way(rf):
    assert not SingleSignOn().is_open_for_signup(rf.get("/"), None)


def test_an_example_s_person_has_an_authenticator_that_nobody_holds():
    made = User.objects.create_user("invented@threadline.example", "Invented Person")
    example.give_second_factor(made)
    assert Authenticator.objects.get(user=made).type == "totp"


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([{"method": "password"}], "a password"),
        ([{"method": "password"}, {"method": "mfa", "type": "totp"}], "a password and an authenticator app"),
        ([{"method": "password"}, {"method": "password"}], "a password"),
        ([{"method": "mfa", "type": "webauthn", "passwordless": True}], "a passkey"),
        ([{"method": "something new"}], "something new"),
        ([], "no step"),
    ],
)
def test_how_somebody_came_in_is_said_in_words(steps, said):
    assert trail.ways(steps) == said


def test_every_event_reads_as_a_sentence(cast, client):
    client.post("/account/login/", {"login": cast.asha.email, "password": "wrong-wrong-wrong"})
    enter(client, cast.asha)
    client.post("/account/logout/")
    said = [sentence(event) for event in Event.objects.filter(kind__startswith="accounts.")]
    assert said == [
        "tried, without success: signed in with a password",
        "signed in with a password and an authenticator app",
        "signed out",
    ]


def test_where_the_trail_cannot_be_written_the_session_holds_nobody(cast):
    client = Client(raise_request_exception=False)
    client.post("/account/login/", {"login": cast.asha.email, "password": PASSWORD})
    ChainHead.objects.all().delete()
    from tests.people import code_of

    assert client.post("/account/2fa/authenticate/", {"code": code_of(cast.asha)}).status_code == 503
    assert "_auth_user_id" not in client.session
    assert client.get("/reviews/").status_code == 302


def test_events_hold_no_address_and_no_name(cast, client):
    client.post("/account/login/", {"login": cast.asha.email, "password": "wrong-wrong-wrong"})
    client.post("/account/password/reset/", {"email": cast.asha.email})
    enter(client, cast.asha)
    for event in Event.objects.all():
        told = event.detail_json + event.objects_json
        assert "@" not in told
        assert "Fernleigh" not in told
    assert json.loads(Event.objects.get(kind="accounts.password_reset_asked").detail_json)["address"]
