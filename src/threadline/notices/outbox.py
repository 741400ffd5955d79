"""Sending what waits: nothing is lost while the mail server is away, and nothing goes twice (TRUST F14).

A letter is claimed in a transaction of its own before the mail server sees it. If the server says that it did not take
it, it waits again, longer each time. If nobody can say, it is not sent again: a person told twice of a child's death
is worse served than one who finds it on their page.
"""

import logging
import smtplib
from datetime import datetime, timedelta

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from threadline.audit.trail import record
from threadline.notices.letters import letter_of_day
from threadline.notices.models import Letter, Notice, Wish

log = logging.getLogger("threadline.notices")
MOST = 200
SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=5)
LOST_AFTER = timedelta(minutes=15)
State = Letter.State


class _Away(Exception):
    """The mail server went away, so nothing more can be sent just now."""


def send_due() -> int:
    """Send what waits and is due; how many letters went out."""
    now = timezone.now()
    lost = Letter.objects.filter(state=State.SENDING, claimed_at__lt=now - LOST_AFTER)
    lost.update(state=State.UNSURE, fault="stopped while sending")
    due = Letter.objects.filter(state=State.WAITING, due_at__lte=now).order_by("due_at", "made_at")
    waiting = list(due.select_related("user")[:MOST])
    if not waiting:
        return 0
    connection = get_connection()
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as fault:
        log.warning("The mail server cannot be reached; %s letters wait", len(waiting))
        _put_off([letter.pk for letter in waiting], fault, now)
        return 0
    try:
        return _sent(waiting, connection)
    finally:
        connection.close()


def _sent(waiting: list[Letter], connection: BaseEmailBackend) -> int:
    count = 0
    for letter in waiting:
        try:
            count += _claimed(letter) and _send(letter, connection)
        except _Away:
            break
    return count


def _claimed(letter: Letter) -> bool:
    """Whether it is ours to send: of two who try, one. A closed account's letters are not sent."""
    mine = Letter.objects.filter(pk=letter.pk, state=State.WAITING)
    if letter.user is not None and not letter.user.is_active:
        mine.update(state=State.GIVEN_UP, fault="account closed")
        return False
    return bool(mine.update(state=State.SENDING, claimed_at=timezone.now(), tries=F("tries") + 1))


def _send(letter: Letter, connection: BaseEmailBackend) -> bool:
    try:
        connection.send_messages([_message(letter, connection)])
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as refused:
        _refused(letter, refused)
        return False
    except (OSError, smtplib.SMTPException) as fault:
        log.warning("The mail server went away while it was given a letter")
        Letter.objects.filter(pk=letter.pk).update(state=State.UNSURE, fault=type(fault).__name__)
        raise _Away from fault
    Letter.objects.filter(pk=letter.pk).update(state=State.SENT, sent_at=timezone.now(), fault="")
    _recorded(letter)
    return True


def _recorded(letter: Letter) -> None:
    """Put it on the trail. A letter holds nothing of a case, and may be the one that says the trail is broken."""
    try:
        with transaction.atomic():
            record("notices.letter_sent", acting_as=["service"], objects=[f"notices.letter:{letter.pk}"])
    except DatabaseError:
        log.error("A letter went out that could not be put on the trail")


def _message(letter: Letter, connection: BaseEmailBackend) -> EmailMessage:
    headers = {"Auto-Submitted": "auto-generated", "Message-ID": f"<{letter.pk}@threadline>"}
    made = EmailMessage(letter.subject, letter.body, to=[letter.goes_to], headers=headers, connection=connection)
    if letter.calendar:
        made.attach("meeting.ics", letter.calendar, "text/calendar")
    return made


def _refused(letter: Letter, refused: smtplib.SMTPException) -> None:
    """The mail server said no: for now, and it waits again; or for good."""
    if isinstance(refused, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in refused.recipients.values()]
    else:
        codes = [getattr(refused, "smtp_code", 500)]
    old = letter.made_at < timezone.now() - GIVE_UP_AFTER
    if old or any(code >= 500 for code in codes):
        log.warning("The mail server will not take a letter")
        Letter.objects.filter(pk=letter.pk).update(state=State.GIVEN_UP, fault=type(refused).__name__)
    else:
        _put_off([letter.pk], refused, timezone.now())


def _put_off(keys: list[object], fault: Exception, now: datetime) -> None:
    for letter in Letter.objects.filter(pk__in=keys):
        letter.due_at = now + min(SOONEST * 2 ** min(letter.tries, 10), LATEST)
        letter.state, letter.fault = State.WAITING, type(fault).__name__
        letter.tries = min(letter.tries + 1, 1000)
        letter.save(update_fields=["due_at", "state", "fault", "tries"])


def write_of_day() -> int:
    """One letter to each who wishes to be written to once a day and has something unread; how many."""
    wishing = Wish.objects.filter(daily=True, user__is_active=True).select_related("user")
    written = 0
    for wish in wishing:
        with transaction.atomic():
            waiting = Notice.objects.select_for_update().filter(user=wish.user, letter=None, by_letter=True)
            told = list(waiting.filter(read_at__isnull=True).order_by("made_at"))
            if told:
                letter = letter_of_day(wish.user, told)
                letter.save()
                Notice.objects.filter(pk__in=[each.pk for each in told]).update(letter=letter)
                written += 1
    return written
