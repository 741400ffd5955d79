"""A letter with a link to choose another password, begun by somebody who helps: they never see it (TRUST 8)."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task

from threadline.accounts.models import User
from threadline.jobs.queue import enqueue


def send(user: User, *, origin: str) -> None:
    """Send the letter to the account's own address, once the caller's transaction is committed.

    `origin` is where the service is reached. The link is made in the job, so that it is kept nowhere.
    """
    enqueue(send_letter, user_id=str(user.pk), origin=origin)


@task()
def send_letter(user_id: str, origin: str) -> None:
    """Send the letter, if the account is still open."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return
    parts = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    address = origin.rstrip("/") + reverse("account_reset_password_from_key", kwargs=parts)
    send_mail(
        render_to_string("account/email/password_reset_key_subject.txt").strip(),
        render_to_string("account/email/password_reset_key_message.txt", {"password_reset_url": address}),
        settings.DEFAULT_FROM_EMAIL,
        [user.email],
    )
