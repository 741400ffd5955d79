"""How one signs in, on one page; and the sign of life that keeps a session open."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.generic import View

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
