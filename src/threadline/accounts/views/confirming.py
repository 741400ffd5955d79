"""Confirming who one is by a passkey or the council's own sign-in, and going on from there."""

from typing import Any

from allauth.account.internal.flows.reauthentication import resume_request
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from allauth.socialaccount.helpers import render_authentication_error
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from django.views.generic import View
from requests import RequestException

from threadline.accounts import recent, single_sign_on


class ConfirmByPasskey(ReauthenticateWebAuthnView):  # type: ignore[misc]  # allauth ships no types
    """Asks for a passkey; where its answer cannot be taken the page says so and asks again."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """The page again, with what was wrong."""
        for said in form.errors.get("credential", ()):
            messages.error(self.request, said)
        return redirect(self.passthrough_next_url(self.request.path))


class ConfirmBySingleSignOn(View):
    """Asks the council's sign-in to ask again who is there."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The page may lead to the council's sign-in. Raises Http404 where there is none."""
        self.provider: Any = single_sign_on.configured(request)
        if self.provider is None:
            raise Http404
        return single_sign_on.leads_out(super().dispatch(request, *args, **kwargs))

    def get(self, request: HttpRequest) -> HttpResponse:
        """What is about to happen."""
        context = {"provider": self.provider, "next": get_next_redirect_url(request) or "/"}
        return TemplateResponse(request, "accounts/confirm_by_single_sign_on.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """On the way there; a page that says so where it cannot be reached."""
        back = f"{resolve_url('confirmed')}?{urlencode({'next': get_next_redirect_url(request) or '/'})}"
        asked = {"prompt": "login", "max_age": "300"}
        try:
            away: HttpResponse = self.provider.redirect(
                request, single_sign_on.CONFIRM, next_url=back, auth_params=asked
            )
        except RequestException as fault:
            away = render_authentication_error(request, self.provider, exception=fault)
        return away


class Confirmed(recent.RecentlyProven, View):
    """Back from there: a form that waits is sent at the press of a button, never by looking at a page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The button, where a form waits; else the page one came from."""
        onwards = get_next_redirect_url(request) or "/"
        if not recent.waiting(request):
            return redirect(onwards)
        return TemplateResponse(request, "accounts/confirmed.html", {"next": onwards})

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Go on."""
        answer: HttpResponseBase | None = resume_request(request)
        return answer or redirect("/")
