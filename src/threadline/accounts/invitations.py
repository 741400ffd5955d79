"""An invitation: a link, sent by e-mail, with which somebody chooses the password of an account made for them.

The token is made when the letter is sent and only its digest is kept. It works once, for a week; a later invitation of
the same person ends it. The letter names nobody and no review (TRUST 67).
"""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from threadline.accounts.models import Invitation, User
from threadline.accounts.trail import name_of
from threadline.audit.trail import record
from threadline.jobs.queue import enqueue

LASTS = timedelta(days=7)


def account_for(*, email: str, name: str, origin: str) -> User:
    """The account of that e-mail address, made and invited where nobody has chosen its password yet.

    Raises LookupError, with a sentence, where the account is closed or was made by somebody else just now.
    """
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is not None and not user.is_active:
        raise LookupError("The account of that e-mail address is closed.")
    if user is None:
        try:
            with transaction.atomic():
                user = User.objects.create_user(email, name.strip())
        except IntegrityError:
            raise LookupError("Somebody made an account with that e-mail address just now. Try again.") from None
    if not user.has_usable_password():
        invite(user, origin=origin)
    return user


def invite(user: User, *, origin: str) -> Invitation:
    """Invite somebody, in the caller's transaction; the letter goes once that is committed.

    `origin` is where the service is reached, such as "https://threadline.example". An earlier invitation ends.
    """
    Invitation.objects.filter(user=user, used_at__isnull=True).delete()
    made = Invitation.objects.create(user=user)
    enqueue(send_letter, invitation_id=str(made.pk), origin=origin)
    return made


@task()
def send_letter(invitation_id: str, origin: str) -> None:
    """Send the letter. The link in a letter sent earlier for the same invitation ends."""
    found = Invitation.objects.select_related("user").filter(pk=invitation_id, used_at__isnull=True).first()
    if found is None:
        return
    token = secrets.token_urlsafe(32)
    found.digest, found.expires_at = _digest(token), timezone.now() + LASTS
    found.save()
    words = {"address": origin.rstrip("/") + reverse("invitation", args=[token]), "until": found.expires_at}
    send_mail(
        render_to_string("accounts/email/invitation_subject.txt").strip(),
        render_to_string("accounts/email/invitation_message.txt", words),
        settings.DEFAULT_FROM_EMAIL,
        [found.user.email],
    )
    Invitation.objects.filter(pk=found.pk).update(sent_at=timezone.now())


def open_by(token: str) -> Invitation | None:
    """The invitation with that token, if it still works: neither used nor too old, and its account is open."""
    return (
        Invitation.objects.select_related("user")
        .filter(digest=_digest(token), used_at__isnull=True, expires_at__gt=timezone.now(), user__is_active=True)
        .first()
    )


def take_up(invitation: Invitation, password: str) -> User:
    """Set the password and use the invitation up: of two who try at once, one. Raises LookupError for the other."""
    with transaction.atomic():
        used = Invitation.objects.filter(pk=invitation.pk, used_at__isnull=True).update(used_at=timezone.now())
        if not used:
            raise LookupError("This invitation was taken up already.")
        user = invitation.user
        user.set_password(password)
        user.save()
        record("accounts.invitation_taken_up", actor=str(user.pk), objects=[name_of(user)])
    return user


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
