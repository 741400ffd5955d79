"""Who somebody is, and whether they have a second factor, in one question to the database for every page."""

from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef

from threadline.accounts.models import User

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """Signs in by e-mail address and password; finds the person of a session."""

    def get_user(self, user_id: str) -> User | None:
        """The account, if it is open: one that was closed has no session from the next page on (TRUST 15)."""
        factor = Exists(Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS))
        user = User.objects.annotate(has_factor=factor).filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
