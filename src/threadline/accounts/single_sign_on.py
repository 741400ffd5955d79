"""Signing in with a council's own accounts by OpenID Connect. It opens accounts that exist; it never makes one.

The person is found by what the provider calls them (`sub`), the first time by an e-mail address whose owner the
provider vouches for. A second factor given there counts when the id token says so (`amr` with "mfa", RFC 8176).
"""

import time
from typing import Any
from urllib.parse import urlsplit

from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from threadline.accounts.models import User
from threadline.audit.trail import Outcome, record
from threadline.ui.middleware import POLICY

PROVIDER = "work"
CONFIRM = "redirect"
FRESH = 5 * 60


def configured(request: HttpRequest) -> Any | None:
    """The provider of this installation; None where there is none."""
    providers = get_adapter().list_providers(request)
    return providers[0] if providers else None


def leads_out(response: HttpResponseBase) -> HttpResponseBase:
    """Let the forms of this page lead to the provider: the only addresses outside that any form may be sent to."""
    places = " ".join(sorted({origin(settings.OIDC_ISSUER), *settings.OIDC_ORIGINS}))
    response["Content-Security-Policy"] = POLICY.replace("form-action 'self'", f"form-action 'self' {places}")
    return response


def origin(address: str) -> str:
    """ "https://login.example/tenant/v2.0" gives "https://login.example"."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def second_factor_given(login: SocialLogin) -> bool:
    """Whether the provider's id token says that more than one factor was used."""
    used = _id_token(login).get("amr")
    return isinstance(used, list) and "mfa" in used


def _id_token(login: SocialLogin) -> dict[str, Any]:
    token: dict[str, Any] = login.account.extra_data.get("id_token") or {}
    return token


class SingleSignOn(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """allauth's questions about accounts elsewhere, answered for this service."""

    def list_apps(self, request: HttpRequest, provider: str | None = None, client_id: str | None = None) -> list[Any]:
        """The one provider of the settings; none is ever kept in the database."""
        from allauth.socialaccount.adapter import _build_apps_from_settings

        apps = _build_apps_from_settings(provider=provider, client_id=client_id)
        return [app for several in apps.values() for app in several]

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[User, str] | None:
        """The account of an address that the provider vouches for, and that address."""
        for address in sociallogin.email_addresses:
            found = User.objects.filter(email__iexact=address.email).first() if address.verified else None
            if found:
                with transaction.atomic():
                    EmailAddress.objects.filter(user=found).exclude(email=found.email).delete()
                    EmailAddress.objects.update_or_create(
                        user=found, email=found.email, defaults={"verified": True, "primary": True}
                    )
                return found, found.email
        return None

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuse an answer about somebody else or about nobody we know; take one that confirms who is here."""
        told = sociallogin.account.extra_data
        about = {part["sub"] for part in (told.get("userinfo"), told.get("id_token")) if part}
        if len(about) != 1:
            raise ImmediateHttpResponse(self._refused(request))
        if sociallogin.state.get("process") == CONFIRM:
            self._confirm(request, sociallogin)
        elif not sociallogin.is_existing:
            raise ImmediateHttpResponse(self._refused(request))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody signs up."""
        return False

    def _confirm(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        told_at = _id_token(sociallogin).get("auth_time")
        fresh = told_at is None or time.time() - float(told_at) < FRESH
        if not fresh or sociallogin.user != request.user:
            raise ImmediateHttpResponse(self._refused(request))
        record_authentication(request, request.user, "socialaccount", provider=PROVIDER, reauthenticated=True)

    def _refused(self, request: HttpRequest) -> HttpResponseBase:
        record("accounts.sign_in_failed", outcome=Outcome.FAILED, detail={"by": "single sign-on"})
        return render(request, "accounts/not_known.html", status=403)


def linked(user: User) -> bool:
    """Whether `user` has signed in with the provider before."""
    return bool(SocialAccount.objects.filter(user=user, provider=PROVIDER).exists())
