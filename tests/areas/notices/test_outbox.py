"""The outbox: an hour without a mail server loses nothing and sends nothing twice (TRUST F14)."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from threadline.audit.models import Event
from threadline.notices import outbox
from threadline.notices.models import Letter

pytestmark = pytest.mark.django_db
STATE = Letter.State


class Server(EmailBackend):
    """A mail server that does as it is told."""

    open_fault = None
    send_faults = []

    def open(self):
        """Let itself be reached, or not."""
        if self.open_fault:
            raise self.open_fault
        return True

    def send_messages(self, messages):
        """Take a letter, or fail before or after it was taken."""
        fault, taken = self.send_faults.pop(0) if self.send_faults else (None, True)
        if taken:
            super().send_messages(messages)
        if fault:
            raise fault
        return len(messages)


@pytest.fixture(autouse=True)
def server(settings, monkeypatch):
    """In place of the real one."""
    settings.EMAIL_BACKEND = f"{__name__}.Server"
    monkeypatch.setattr(Server, "open_fault", None)
    monkeypatch.setattr(Server, "send_faults", [])
    monkeypatch.setattr(outbox, "get_connection", Server)
    return Server


@pytest.fixture
def letters(cast):
    """Three letters that wait."""
    return [Letter.objects.create(user=cast.lead, subject=f"Letter {number}", body="x") for number in range(3)]


def states():
    return [letter.state for letter in Letter.objects.order_by("subject")]


def at(monkeypatch, moment):
    monkeypatch.setattr(outbox.timezone, "now", lambda: moment)


def test_an_hour_without_a_mail_server_loses_nothing_and_sends_each_once(letters, server, monkeypatch):
    start = timezone.now()
    server.open_fault = ConnectionRefusedError("nobody there")
    for minute in range(0, 60, 2):
        at(monkeypatch, start + timedelta(minutes=minute))
        assert outbox.send_due() == 0
    assert states() == [STATE.WAITING] * 3
    assert Letter.objects.first().tries < 8
    server.open_fault = None
    for minute in range(60, 180, 2):
        at(monkeypatch, start + timedelta(minutes=minute))
        outbox.send_due()
    assert states() == [STATE.SENT] * 3
    assert sorted(sent.subject for sent in mail.outbox) == ["Letter 0", "Letter 1", "Letter 2"]
    assert Event.objects.filter(kind="notices.letter_sent").count() == 3


def test_a_server_that_goes_away_in_the_middle_leaves_one_unsure_and_the_rest_waiting(letters, server):
    server.send_faults = [(None, True), (smtplib.SMTPServerDisconnected("gone"), True)]
    assert outbox.send_due() == 1
    assert states() == [STATE.SENT, STATE.UNSURE, STATE.WAITING]
    outbox.send_due()
    assert [sent.subject for sent in mail.outbox] == ["Letter 0", "Letter 1", "Letter 2"]


def test_a_letter_that_is_refused_for_now_waits_and_one_refused_for_good_is_given_up(letters, server, monkeypatch):
    server.send_faults = [
        (smtplib.SMTPRecipientsRefused({"a": (450, b"busy")}), False),
        (smtplib.SMTPRecipientsRefused({"a": (550, b"no such box")}), False),
        (smtplib.SMTPDataError(451, b"later"), False),
    ]
    assert outbox.send_due() == 0
    assert states() == [STATE.WAITING, STATE.GIVEN_UP, STATE.WAITING]
    at(monkeypatch, timezone.now() + timedelta(minutes=10))
    assert outbox.send_due() == 2
    assert len(mail.outbox) == 2


def test_a_letter_is_not_tried_for_ever(letters, server):
    Letter.objects.update(made_at=timezone.now() - timedelta(days=6))
    server.send_faults = [(smtplib.SMTPDataError(451, b"later"), False)] * 3
    outbox.send_due()
    assert states() == [STATE.GIVEN_UP] * 3


def test_what_was_being_sent_when_the_worker_was_killed_is_not_sent_again(letters):
    Letter.objects.filter(pk=letters[0].pk).update(
        state=STATE.SENDING, claimed_at=timezone.now() - timedelta(minutes=20)
    )
    assert outbox.send_due() == 2
    assert states() == [STATE.UNSURE, STATE.SENT, STATE.SENT]


def test_of_two_workers_one_sends(letters):
    waiting = list(Letter.objects.all())
    outbox.send_due()
    assert outbox._sent(waiting, Server()) == 0
    assert len(mail.outbox) == 3


def test_a_closed_account_is_not_written_to(letters, cast):
    cast.lead.is_active = False
    cast.lead.save()
    assert outbox.send_due() == 0
    assert states() == [STATE.GIVEN_UP] * 3


def test_a_letter_goes_to_the_address_of_the_day_and_says_it_is_from_a_machine(letters, cast):
    cast.lead.email = "new.address@threadline.example"
    cast.lead.save()
    outbox.send_due()
    assert mail.outbox[0].to == ["new.address@threadline.example"]
    headers = mail.outbox[0].message()
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["Message-ID"] == f"<{letters[0].pk}@threadline>"
