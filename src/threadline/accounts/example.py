"""The worked example's people have no telephone: the code of their second step is shown on the page that asks for it.

Only in an installation started as an example, and only for its own invented people. What is shown is one more recovery
code of theirs, made at that sign-in, which works once; nothing about how codes are checked is different.
"""

from typing import Any

from allauth.account.signals import authentication_step_completed
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.utils import encrypt
from django.conf import settings
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.crypto import get_random_string

from threadline.accounts.models import User

PEOPLE_OF = "@threadline.example"
CODE = "threadline-example-code"
MOST_CODES = 20


def invented(user: User) -> bool:
    """Whether this is one of the example's own people, in an installation that is an example."""
    return bool(settings.EXAMPLE) and user.email.endswith(PEOPLE_OF)


def give_second_factor(user: User) -> None:
    """An authenticator app that nobody holds."""
    TOTP.activate(user, generate_totp_secret())


def code_to_show(request: HttpRequest, user: User) -> str:
    """The code to show, "123 456"; empty for everybody but the example's people."""
    code: str = request.session.get(CODE, "") if invented(user) else ""
    return f"{code[:3]} {code[3:]}" if code else ""


@receiver(authentication_step_completed)
def make_code(request: HttpRequest, user: User, method: str, **_signal: Any) -> None:
    """Once the password is given: a code, kept with the account to be used once and in the session to be shown."""
    if method != "password" or request.user.is_authenticated or not invented(user):
        return
    code = get_random_string(6, "0123456789")
    codes = RecoveryCodes.activate(user)
    kept = [*codes.get_unused_codes(), code][-MOST_CODES:]
    codes.instance.data = {"migrated_codes": [encrypt(each) for each in kept]}
    codes.instance.save()
    request.session[CODE] = code
