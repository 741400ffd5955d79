"""No page but enrolment opens without a second factor (TRUST 1)."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.template.response import TemplateResponse

from threadline.accounts.backend import FACTORS
from threadline.accounts.models import User
from threadline.accounts.one_time import only_review

VOUCHED = "threadline-vouched"
OPEN = frozenset(
    {
        "account_change_password",
        "account_logout",
        "account_reauthenticate",
        "accessibility",
        "confirmed",
        "confirm_by_single_sign_on",
        "kept",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "second_factor",
        "still_here",
    }
)
OWN_SIGN_IN = ("account_", "mfa_", "usersessions_", "change_address", "confirm_address", "second_factor")
OF_A_READER = frozenset({"account_login", "account_logout", "account_inactive"})
exempt: list[Callable[[User], bool]] = []


def has_second_factor(user: User) -> bool:
    """Whether the account has an authenticator app or a passkey. Recovery codes alone do not count."""
    known: bool | None = getattr(user, "has_factor", None)
    if known is None:
        known = Authenticator.objects.filter(user=user, type__in=FACTORS).exists()
    return known


def vouched_for(request: HttpRequest, user: User) -> bool:
    """Whether the council's own sign-in said, in this session, that `user` gave a second factor there."""
    return bool(request.session.get(VOUCHED) == str(user.pk))


def vouch(request: HttpRequest, user: User, *, given: bool) -> None:
    """Note in the session what the council's sign-in said of `user`: whether a second factor was given there."""
    request.session.pop(VOUCHED, None)
    if given:
        request.session[VOUCHED] = str(user.pk)


class Stage(AuthenticateStage):  # type: ignore[misc]  # allauth ships no types
    """Asks for the second factor at sign-in, unless the council's sign-in has just asked for one (TRUST 7)."""

    def _should_handle(self, request: HttpRequest) -> bool:
        if self.login.user is not None and vouched_for(request, self.login.user):
            return False
        return bool(super()._should_handle(request))


class SecondFactor:
    """Sends whoever has no second factor to the page that sets one up. Stands after `SessionLimits`.

    Who came by a one-time link has no sign-in of their own to change: those pages do not exist for them.

    `exempt` holds what later areas say of people who never need one (readers who come by a one-time link).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        """Let signed-out people and the pages of enrolment pass; everybody else needs a second factor."""
        user: Any = request.user
        name = request.resolver_match.view_name if request.resolver_match else ""
        if user.is_authenticated and name.startswith(OWN_SIGN_IN) and name not in OF_A_READER and only_review(request):
            raise Http404
        if not user.is_authenticated or name in OPEN or not getattr(view, "login_required", True):
            return None
        if has_second_factor(user) or vouched_for(request, user) or any(says(user) for says in exempt):
            return None
        if only_review(request):
            return TemplateResponse(request, "accounts/once_over.html", status=404)
        return HttpResponseRedirect(resolve_url("second_factor"))
