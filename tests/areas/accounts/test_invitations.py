"""An invitation works once, for a week, and its letter says nothing about anybody (TRUST 10, 67)."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.visit import visit, words
from threadline.accounts import invitations
from threadline.accounts.models import Invitation, User
from threadline.audit.models import Event

pytestmark = pytest.mark.django_db
PASSWORD = "three-brown-boats-at-noon"


@pytest.fixture
def newcomer(cast):
    return User.objects.create_user("new.person@threadline.example", "Newcomer Vale")


@pytest.fixture
def invite(django_capture_on_commit_callbacks):
    """Invite somebody; the path of the link in the letter."""

    def invited(user):
        with django_capture_on_commit_callbacks(execute=True):
            invitations.invite(user, origin="https://threadline.example/")
        return re.search(r"https://threadline\.example(/\S+)", mail.outbox[-1].body)[1]

    return invited


def test_the_letter_brings_a_link_and_nothing_about_anybody(newcomer, invite, cast):
    path = invite(newcomer)
    letter = mail.outbox[0]
    assert letter.to == ["new.person@threadline.example"]
    assert re.fullmatch(r"/account/invitation/[\w-]{43}/", path)
    told = letter.subject + letter.body
    for name in ("Newcomer", "Vale", "Westmarch", "R-2015", "LSCB", "review of", "child"):
        assert name not in told
    assert "\n" not in letter.subject


def test_only_the_digest_of_the_link_is_kept(newcomer, invite):
    token = invite(newcomer).split("/")[-2]
    kept = Invitation.objects.get()
    assert token not in str(vars(kept))
    assert len(kept.digest) == 64
    assert kept.sent_at is not None
    assert str(kept).startswith("invitation of")


def test_somebody_invited_chooses_a_password_and_signs_in_with_it(client, newcomer, invite):
    path = invite(newcomer)
    page = visit(client, path)
    assert "new.person@threadline.example" in words(page.main)
    page = visit(client, path, method="post", data={"password": PASSWORD}, follow=True)
    assert words(page.h1) == "Sign in"
    assert "Your password is saved" in words(page.main)
    assert User.objects.get(pk=newcomer.pk).check_password(PASSWORD)
    event = Event.objects.get(kind="accounts.invitation_taken_up")
    assert event.actor == str(newcomer.pk)


def test_looking_at_the_page_uses_nothing(client, newcomer, invite):
    path = invite(newcomer)
    for _ in range(3):
        visit(client, path)
    assert Invitation.objects.get().used_at is None


@pytest.mark.parametrize("password", ["", "short", "westmarch-and-boats"])
def test_a_password_that_is_refused_leaves_the_invitation_open(client, newcomer, invite, password):
    path = invite(newcomer)
    page = visit(client, path, method="post", data={"password": password})
    assert page.select_one(".govuk-error-summary")
    assert password == "" or password not in page.response.content.decode()
    visit(client, path)


def over(client, path):
    """The two answers of an invitation that does not work any more."""
    return [
        visit(client, path, expect=404).response.content,
        visit(client, path, method="post", data={"password": PASSWORD}, expect=404).response.content,
    ]


def test_a_link_that_does_not_work_says_the_same_whatever_the_reason(client, newcomer, invite):
    used, unknown = invite(newcomer), "/account/invitation/nothing/"
    visit(client, used, method="post", data={"password": PASSWORD}, follow=True)
    later = invite(newcomer)
    Invitation.objects.filter(used_at__isnull=True).update(expires_at=timezone.now() - timedelta(seconds=1))
    assert len({*over(client, used), *over(client, later), *over(client, unknown)}) == 1
    assert not User.objects.get(pk=newcomer.pk).check_password("x")


def test_a_later_invitation_ends_the_earlier(client, newcomer, invite):
    first, second = invite(newcomer), invite(newcomer)
    over(client, first)
    visit(client, second)


def test_a_letter_sent_again_ends_the_link_of_the_first(client, newcomer, invite):
    first = invite(newcomer)
    invitations.send_letter.call(invitation_id=str(Invitation.objects.get().pk), origin="https://threadline.example")
    over(client, first)
    assert len(mail.outbox) == 2


def test_no_letter_goes_for_an_invitation_that_was_taken_up_or_withdrawn(newcomer, invite):
    invite(newcomer)
    found = Invitation.objects.get()
    invitations.take_up(found, PASSWORD)
    invitations.send_letter.call(invitation_id=str(found.pk), origin="https://threadline.example")
    assert len(mail.outbox) == 1


def test_a_closed_account_s_invitation_does_not_work(client, newcomer, invite):
    path = invite(newcomer)
    User.objects.filter(pk=newcomer.pk).update(is_active=False)
    over(client, path)


def test_of_two_who_take_it_up_at_once_one_does(client, newcomer, invite, monkeypatch):
    path = invite(newcomer)
    found = Invitation.objects.get()
    invitations.take_up(found, PASSWORD)
    with pytest.raises(LookupError):
        invitations.take_up(found, "another-password-entirely")
    monkeypatch.setattr(invitations, "open_by", lambda token: found)
    visit(client, path, method="post", data={"password": "another-password-entirely"}, expect=404)
    assert User.objects.get(pk=newcomer.pk).check_password(PASSWORD)


def test_a_person_has_one_open_invitation(newcomer):
    Invitation.objects.create(user=newcomer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(user=newcomer)
