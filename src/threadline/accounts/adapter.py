"""How allauth behaves here: sign-up is closed, sentences are ours, guessing is slowed, and only links go by e-mail."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from threadline.accounts import second_factor, single_sign_on, throttle
from threadline.accounts.models import User
from threadline.accounts.recent import proven
from threadline.accounts.sessions import browser
from threadline.audit.trail import Outcome, record


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Invitation only."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "This account is closed. Ask the Board's business manager",
        "email_password_mismatch": "The e-mail address or the password is not right",
        "enter_current_password": "That is not your present password",
        "incorrect_password": "That is not your password",
        "invalid_password_reset": "This link no longer works. Ask for a new one",
        "rate_limited": "That was too often. Wait a few minutes, then try again",
        "too_many_login_attempts": (
            "There have been too many tries. Wait five minutes, then try again, or choose a new password"
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up: a Board's business manager invites."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try. Raises ValidationError, the same for an address that nobody has, when there were too many."""
        email = str(credentials.get("email", ""))
        self._login_failed_rl_usage = throttle.consume(request, email)
        if not self._login_failed_rl_usage:
            if throttle.first_refusal(email):
                record("accounts.throttled", outcome=Outcome.REFUSED, detail={"address": throttle.short_name(email)})
            raise self.validation_error("too_many_login_attempts")

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        throttle.forget(request, credentials["email"])

    def pre_login(self, request: HttpRequest, user: User, **about: Any) -> HttpResponse | None:
        """Turn away a closed account; note what the council's sign-in said of a second factor."""
        login = (about["signal_kwargs"] or {}).get("sociallogin")
        second_factor.vouch(request, user, given=bool(login) and single_sign_on.second_factor_given(login))
        answer: HttpResponse | None = super().pre_login(request, user, **about)
        return answer

    def get_login_stages(self) -> list[str]:
        """What comes between the password and the first page."""
        return ["threadline.accounts.second_factor.Stage"]

    def post_login(self, request: HttpRequest, user: User, **about: Any) -> HttpResponse:
        """The first page; the browser is known from now on."""
        response: HttpResponse = super().post_login(request, user, **about)
        throttle.remember_device(request, response, user)
        return response

    def is_reauthentication_required(self, *, app: str, **about: Any) -> bool:
        """Whether to ask again who is there: not when they have just signed in."""
        return not proven(self.request) and bool(super().is_reauthentication_required(app=app, **about))

    def get_reauthentication_methods(self, user: User) -> list[dict[str, str]]:
        """The ways in which `user` can confirm that it is they, the usual one first."""
        words = {"mfa_reauthenticate": "Use a code", "mfa_reauthenticate:webauthn": "Use a passkey"}
        found = super().get_reauthentication_methods(user)
        methods = [{**way, "description": words.get(way["id"], "Use your password")} for way in found]
        provider = single_sign_on.configured(self.request)
        if provider and user.is_authenticated and single_sign_on.linked(user):
            address = reverse("confirm_by_single_sign_on")
            methods.append({"id": "single_sign_on", "description": f"Use {provider.name}", "url": address})
        return methods

    def get_http_user_agent(self, request: HttpRequest) -> str:
        """The browser, in words, for letters that say with what something was changed."""
        return browser(request.headers.get("User-Agent", ""))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Where one's own sign-in stands together."""
        return reverse("mfa_index")
