"""Signing in: address and password, the second step, and a council's own sign-in."""

from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.decorators import method_decorator
from django.views.generic import View
from requests import RequestException

from threadline.accounts import example, single_sign_on


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):  # type: ignore[misc]  # allauth ships no types
    """Address and password, a passkey alone, or the council's own sign-in where there is one."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The page may lead to the council's sign-in, and nowhere else outside."""
        self.provider = single_sign_on.configured(request)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return single_sign_on.leads_out(response) if self.provider else response

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the name of the council's sign-in."""
        return {**super().get_context_data(**context), "provider": self.provider}


class EnterCode(AuthenticateView):  # type: ignore[misc]  # allauth ships no types
    """The second step: a code or a passkey."""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the code itself for the invented people of an example."""
        shown = example.code_to_show(self.request, self.stage.login.user)
        return {**super().get_context_data(**context), "example_code": shown}


@method_decorator(login_not_required, name="dispatch")
class StartSingleSignOn(View):
    """Goes to the council's own sign-in."""

    def post(self, request: HttpRequest, provider_id: str) -> HttpResponse:
        """On the way there; a page that says so where it cannot be reached."""
        try:
            provider = get_adapter().get_provider(request, provider_id)
        except SocialApp.DoesNotExist:
            raise Http404 from None
        try:
            away: HttpResponse = provider.redirect(request, "login", next_url=get_next_redirect_url(request))
        except RequestException as fault:
            away = render_authentication_error(request, provider, exception=fault)
        return away
