"""No page but enrolment opens without a second factor (TRUST 1)."""

from collections.abc import Callable

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url

from threadline.accounts.models import User

OPEN = frozenset(
    {
        "account_change_password",
        "account_logout",
        "account_reauthenticate",
        "accessibility",
        "kept",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "second_factor",
        "still_here",
    }
)
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user: User) -> bool:
    """Whether the account has an authenticator app or a passkey. Recovery codes alone do not count."""
    return bool(Authenticator.objects.filter(user=user, type__in=FACTORS).exists())


def vouched_for(request: HttpRequest) -> bool:
    """Whether the council's own sign-in said that a second factor was used there."""
    methods = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
    return any(method.get("method") == "socialaccount" and method.get("mfa") for method in methods)


class SecondFactor:
    """Sends whoever has no second factor to the page that sets one up. Stands after `SessionLimits`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        """Let signed-out people and the pages of enrolment pass; everybody else needs a second factor."""
        name = request.resolver_match.url_name if request.resolver_match else None
        if not request.user.is_authenticated or name in OPEN or not getattr(view, "login_required", True):
            return None
        if vouched_for(request) or has_second_factor(request.user):
            return None
        return HttpResponseRedirect(resolve_url("second_factor"))
