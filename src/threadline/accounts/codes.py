"""A code of the authenticator app works once (TRUST 2): neither it nor an older one is taken again.

A code is taken for a minute and a half, so that a slow hand or a telephone's clock does not shut anybody out; what was
taken last is kept with the authenticator, so that nothing a cache forgets lets a code in twice.
"""

from typing import Any

from allauth.core.internal.cryptokit import compare_user_code, normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest

from threadline.accounts.models import User

LAST = "last_counter"


def counter_of(authenticator: Authenticator, code: str) -> int | None:
    """Which half-minute since 1970 the authenticator shows `code` in, if it is one of those taken now."""
    secret = decrypt(authenticator.data["secret"])
    for counter in yield_hotp_counters_from_time():
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, counter))):
            return int(counter)
    return None


def spend(authenticator: Authenticator, code: str) -> bool:
    """Use `code` up; False when it, or a later one, was used before, or it is none of this authenticator's."""
    counter = counter_of(authenticator, code)
    with transaction.atomic():
        kept = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
        if counter is None or counter <= kept.data.get(LAST, -1):
            return False
        kept.data[LAST] = counter
        kept.save(update_fields=["data"])
    authenticator.data = kept.data
    return True


def _spent(user: User, code: str) -> Authenticator | None:
    """The authenticator whose code this was when it was used before."""
    mine = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    counter = counter_of(mine, code) if mine else None
    return mine if counter is not None and counter <= mine.data.get(LAST, -1) else None


class Once(BaseAuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """Asks for a code; one typed with blanks is the same."""

    def clean_code(self) -> str:
        """The code. Raises ValidationError for a wrong one, one used before, and after ten of those."""
        self.cleaned_data["code"] = normalize_user_code(self.cleaned_data["code"])
        if used := _spent(self.user, self.cleaned_data["code"]):
            check_rate_limit(self.user)
            self._emit_authentication_failed(used)
            raise get_adapter().validation_error("incorrect_code")
        code: str = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP and not spend(self.authenticator, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class EnterCode(Once, AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """At sign-in."""


class ConfirmByCode(Once, ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """Before a grave act."""


@receiver(authenticator_added)
def use_up_first_code(request: HttpRequest, authenticator: Authenticator, **_signal: Any) -> None:
    """The code with which an app was set up does not sign in as well."""
    if authenticator.type == Authenticator.Type.TOTP:
        spend(authenticator, request.POST.get("code", ""))
