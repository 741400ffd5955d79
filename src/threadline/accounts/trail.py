"""Signing in and out, and changes of a password, in the audit trail: by account, never by what was typed (TRUST 32)."""

from collections.abc import Mapping
from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from threadline.accounts.models import User
from threadline.audit.trail import Outcome, record


def name_of(user: User) -> str:
    """How an event names an account."""
    return f"accounts.user:{user.pk}"


@receiver(user_logged_in)
def note_signing_in(user: User, **_signal: Any) -> None:
    """Somebody came in. Where this cannot be recorded nobody comes in."""
    record("accounts.signed_in", actor=str(user.pk), objects=[name_of(user)])


@receiver(user_logged_out)
def note_signing_out(user: User | None, **_signal: Any) -> None:
    """Somebody left, or their session came to its end."""
    if user is not None:
        record("accounts.signed_out", actor=str(user.pk), objects=[name_of(user)])


@receiver(user_login_failed)
def note_failure(credentials: Mapping[str, Any], **_signal: Any) -> None:
    """Somebody did not get in. The event names the account that was tried, if there is one."""
    tried = str(credentials.get("email") or credentials.get("login") or "")
    account = User.objects.filter(email__iexact=tried).first()
    objects = [name_of(account)] if account else []
    record("accounts.sign_in_failed", outcome=Outcome.FAILED, objects=objects)


@receiver([password_changed, password_set])
def note_new_password(user: User, **_signal: Any) -> None:
    """Somebody chose another password."""
    record("accounts.password_changed", actor=str(user.pk), objects=[name_of(user)])


@receiver(password_reset)
def note_reset_password(user: User, **_signal: Any) -> None:
    """Somebody chose a password by a link that was sent to them."""
    record("accounts.password_reset", actor=str(user.pk), objects=[name_of(user)])
