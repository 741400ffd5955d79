"""Signing in and out, and what people change about it, in the audit trail: by account, never by what was typed.

Where a sign-in cannot be recorded nobody comes in (TRUST 31, 32).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.signals import (
    authentication_step_completed,
    password_changed,
    password_reset,
    password_set,
    user_logged_in,
)
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from allauth.socialaccount.signals import social_account_added
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.db import Error as DatabaseFault
from django.dispatch import receiver
from django.http import HttpRequest

from threadline.accounts.models import User
from threadline.accounts.throttle import short_name
from threadline.audit.trail import Outcome, record

FACTORS = {
    Authenticator.Type.TOTP: "an authenticator app",
    Authenticator.Type.WEBAUTHN: "a passkey",
    Authenticator.Type.RECOVERY_CODES: "recovery codes",
}
WAYS = {
    "password": "a password",
    "socialaccount": "single sign-on",
    "one_time": "a one-time link and code",
    Authenticator.Type.RECOVERY_CODES: "a recovery code",
}


def name_of(user: User) -> str:
    """How an event names an account."""
    return f"accounts.user:{user.pk}"


def way(step: Mapping[str, Any]) -> str:
    """One step of signing in, in words: "a password", "a passkey"."""
    kind = step.get("type", step["method"])
    return str(WAYS.get(kind) or FACTORS.get(kind) or kind)


def ways(steps: Iterable[Mapping[str, Any]]) -> str:
    """The steps of one sign-in, in order and each once: "a password and an authenticator app"."""
    return " and ".join(dict.fromkeys(way(step) for step in steps)) or "no step"


@receiver(user_logged_in)
def note_signing_in(request: HttpRequest, user: User, **_signal: Any) -> None:
    """Somebody came in. Where this cannot be recorded nobody comes in."""
    by = ways(get_authentication_records(request, user))
    try:
        record("accounts.signed_in", actor=str(user.pk), objects=[name_of(user)], detail={"by": by})
    except DatabaseFault:
        request.session.flush()
        raise


@receiver(user_logged_out)
def note_signing_out(request: HttpRequest | None, user: User | None, **_signal: Any) -> None:
    """Somebody left, or their session came to its end."""
    if user is None:
        return
    who = {"actor": str(user.pk), "objects": [name_of(user)]}
    if getattr(request, "ended_for", ""):
        record("accounts.session_ended", detail={"why": request.ended_because}, **who)  # type: ignore[arg-type, union-attr]  # set by SessionLimits
    else:
        record("accounts.signed_out", **who)  # type: ignore[arg-type]  # as above


@receiver(user_login_failed)
def note_failure(credentials: Mapping[str, Any], **_signal: Any) -> None:
    """Somebody did not get in. The event names the account that was tried, if there is one, and no address."""
    tried = str(credentials.get("email") or "")
    account = User.objects.filter(email__iexact=tried).first()
    objects = [name_of(account)] if account else []
    detail = {"by": "a password", "address": short_name(tried)}
    record("accounts.sign_in_failed", outcome=Outcome.FAILED, objects=objects, detail=detail)


@receiver(factors.authentication_failed)
def note_wrong_factor(user: User, authenticator: Authenticator, **_signal: Any) -> None:
    """Somebody who knew the password gave a wrong code."""
    detail = {"by": FACTORS[authenticator.type]}
    record("accounts.sign_in_failed", outcome=Outcome.FAILED, objects=[name_of(user)], detail=detail)


@receiver(authentication_step_completed)
def note_confirmation(user: User, method: str, **step: Any) -> None:
    """Somebody was asked again who they are, and showed it."""
    if step.get("reauthenticated"):
        by = way({"method": method, **({"type": step["type"]} if "type" in step else {})})
        record("accounts.confirmed", actor=str(user.pk), objects=[name_of(user)], detail={"by": by})


@receiver(factors.authenticator_added)
def note_new_factor(user: User, authenticator: Authenticator, **_signal: Any) -> None:
    """Somebody set up a second step."""
    _note(user, "accounts.second_factor_added", factor=FACTORS[authenticator.type])


@receiver(factors.authenticator_removed)
def note_factor_gone(user: User, authenticator: Authenticator, **_signal: Any) -> None:
    """Somebody took a second step away."""
    _note(user, "accounts.second_factor_removed", factor=FACTORS[authenticator.type])


@receiver(factors.authenticator_reset)
def note_new_codes(user: User, **_signal: Any) -> None:
    """Somebody made new recovery codes."""
    _note(user, "accounts.recovery_codes_made")


@receiver([password_changed, password_set])
def note_new_password(user: User, **_signal: Any) -> None:
    """Somebody chose another password."""
    _note(user, "accounts.password_changed")


@receiver(password_reset)
def note_reset_password(user: User, **_signal: Any) -> None:
    """Somebody chose a password by a link that was sent to them."""
    _note(user, "accounts.password_reset")


@receiver(social_account_added)
def note_first_single_sign_on(sociallogin: Any, **_signal: Any) -> None:
    """Somebody's account is tied to what their council's sign-in calls them."""
    _note(sociallogin.user, "accounts.single_sign_on_linked")


def _note(user: User, kind: str, **detail: str) -> None:
    record(kind, actor=str(user.pk), objects=[name_of(user)], detail=detail)
