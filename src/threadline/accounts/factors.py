"""What a second factor is called, and how its secret is kept: encrypted, with a key that is not in the database."""

import base64
from functools import cache

from allauth.account.adapter import get_adapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import transaction

from threadline.accounts.models import User
from threadline.accounts.sessions import end_all
from threadline.accounts.trail import name_of
from threadline.audit.trail import record
from threadline.ui.context import SERVICE


class Factors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """allauth's questions about second factors, answered for this service."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That code is not right, or was used before. Wait until the app shows the next one",
    }

    def get_totp_issuer(self) -> str:
        """What the authenticator app shows."""
        return SERVICE

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """What the browser shows when it asks for a passkey."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {**entity, "name": SERVICE}

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """A name for the next passkey of `user`: "Passkey", "Passkey 2"."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return f"Passkey {number}" if number > 1 else "Passkey"

    def encrypt(self, text: str) -> str:
        """A secret as the database holds it."""
        return _box(_keys()).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret. Raises InvalidToken where the installation's secret key is another."""
        return _box(_keys()).decrypt(encrypted_text.encode()).decode()


def forget_all(user: User, *, by: User) -> None:
    """Take every second factor off `user`, who has lost them, at the word of `by`, and sign them out everywhere.

    Their password is not touched; the next time they sign in they set up another factor. They are told by e-mail.
    """
    with transaction.atomic():
        Authenticator.objects.filter(user=user).delete()
        end_all(user, by=by)
        record("accounts.second_factor_forgotten", actor=str(by.pk), objects=[name_of(user)])
    get_adapter().send_notification_mail("accounts/email/factors_forgotten", user)


def _keys() -> tuple[str, ...]:
    return tuple(str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


@cache
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    made = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"threadline second factors").derive(key.encode())
    return base64.urlsafe_b64encode(made)
