"""Another e-mail address for one's own account: it is taken once a code sent there has come back (TRUST 9)."""

import time

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac

from threadline.accounts.models import User
from threadline.accounts.trail import name_of
from threadline.audit.trail import record

WAITING = "threadline-new-address"
SALT = "threadline.accounts.address"
LASTS_SECONDS = 30 * 60
MOST_TRIES = 5


def ask(request: HttpRequest, user: User, address: str) -> None:
    """Send a code to `address`. Where it is somebody else's already only the letter says so, not the page."""
    code = get_random_string(8, "0123456789")
    taken = User.objects.filter(email__iexact=address).exclude(pk=user.pk).exists()
    request.session[WAITING] = {
        "address": address,
        "digest": "" if taken else _digest(user, address, code),
        "until": time.time() + LASTS_SECONDS,
        "tries": 0,
    }
    letter = "accounts/email/address_taken" if taken else "accounts/email/address_code"
    get_adapter().send_mail(letter, address, {"code": f"{code[:4]} {code[4:]}"})


def waiting_for(request: HttpRequest) -> str:
    """The address whose code is awaited; empty when none is, or it took too long or too many tries."""
    kept = request.session.get(WAITING)
    if not kept or kept["until"] < time.time() or kept["tries"] >= MOST_TRIES:
        request.session.pop(WAITING, None)
        return ""
    return str(kept["address"])


def take(request: HttpRequest, user: User, code: str) -> bool:
    """Change the address where `code` is the one that was sent to it; False where it is not. The old one is told."""
    kept = request.session[WAITING]
    figures = "".join(figure for figure in code if figure.isdigit())
    if not constant_time_compare(_digest(user, kept["address"], figures), kept["digest"]):
        request.session[WAITING] = {**kept, "tries": kept["tries"] + 1}
        return False
    before = user.email
    try:
        with transaction.atomic():
            User.objects.filter(pk=user.pk).update(email=kept["address"].lower())
            EmailAddress.objects.filter(user=user).delete()
            EmailAddress.objects.create(user=user, email=kept["address"].lower(), verified=True, primary=True)
            record("accounts.address_changed", actor=str(user.pk), objects=[name_of(user)])
    except IntegrityError:
        return False
    del request.session[WAITING]
    get_adapter().send_notification_mail("accounts/email/address_changed", user, email=before)
    return True


def _digest(user: User, address: str, code: str) -> str:
    return salted_hmac(SALT, f"{user.pk} {user.email} {address} {code}", algorithm="sha256").hexdigest()
