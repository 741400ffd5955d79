"""Taking up an invitation."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.generic import View

from threadline.accounts import invitations
from threadline.accounts.forms import FirstPassword
from threadline.accounts.models import Invitation


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
