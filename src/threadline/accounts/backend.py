"""Who somebody is, and whether they have a second factor, in one question to the database for every page."""

from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet

from threadline.accounts.models import User
from threadline.database.compiled import compiled

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@compiled(key=UUID)
def _account(key: UUID) -> QuerySet[User]:
    factor = Exists(Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS))
    return User.objects.annotate(has_factor=factor).filter(pk=key)


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """Signs in by e-mail address and password; finds the person of a session."""

    def get_user(self, user_id: str) -> User | None:
        """The account, if it is open: one that was closed has no session from the next page on (TRUST 15)."""
        user = next(iter(_account(key=UUID(str(user_id)))), None)
        return user if user is not None and self.user_can_authenticate(user) else None
