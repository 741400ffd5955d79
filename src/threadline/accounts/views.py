"""Pages of one's own account that allauth does not have."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.generic import View

from threadline.accounts import invitations
from threadline.accounts.forms import FirstPassword
from threadline.accounts.models import Invitation
from threadline.accounts.second_factor import has_second_factor


class SecondFactor(View):
    """Choose how to prove, besides the password, that it is you (TRUST 1, 11)."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The choice; somebody who has a second factor goes on to the list of them."""
        user: Any = request.user
        if has_second_factor(user):
            return redirect("mfa_index")
        return TemplateResponse(request, "accounts/second_factor.html", {})


class StillHere(View):
    """Somebody is still at the keyboard: the request itself renews the session's idle time (TRUST 82)."""

    def post(self, request: HttpRequest) -> HttpResponse:
        """Nothing to show."""
        return HttpResponse(status=204)


class TakeUpInvitation(View):
    """Choose the password of an account made for one. The link works once; looking at the page does not use it up."""

    login_required = False

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """The form, or a page saying that the link no longer works: the same for every reason."""
        found = invitations.open_by(token)
        return self._page(FirstPassword(user=found.user), found) if found else self._over()

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Save the password; then the person signs in with it."""
        found = invitations.open_by(token)
        if found is None:
            return self._over()
        form = FirstPassword(request.POST, user=found.user)
        if not form.is_valid():
            return self._page(form, found)
        try:
            invitations.take_up(found, form.cleaned_data["password"])
        except LookupError:
            return self._over()
        messages.success(request, "Your password is saved. Sign in with it now.")
        return redirect("account_login")

    def _page(self, form: FirstPassword, found: Invitation) -> HttpResponse:
        return TemplateResponse(self.request, "accounts/invitation.html", {"form": form, "email": found.user.email})

    def _over(self) -> HttpResponse:
        return TemplateResponse(self.request, "accounts/invitation_over.html", status=404)
