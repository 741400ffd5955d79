"""Where one is signed in, and ending one of those places (TRUST 16)."""

from typing import Any

from allauth.mfa.base.views import IndexView
from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import View

from threadline.accounts.sessions import browser, elsewhere
from threadline.accounts.single_sign_on import linked


class YourSignIn(IndexView):  # type: ignore[misc]  # allauth ships no types
    """Everything about how one signs in; where one is signed in elsewhere, the offer to end that (TRUST 9)."""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the other places."""
        user: Any = self.request.user
        others = elsewhere(user, self.request.session.session_key)
        return {**super().get_context_data(**context), "elsewhere": others, "single_sign_on": linked(user)}


class WhereSignedIn(ListUserSessionsView):  # type: ignore[misc]  # allauth ships no types
    """Every place, with what can be told of it."""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With a browser's name in words."""
        return {**super().get_context_data(**context), "browser": browser}


class EndSession(View):
    """Ends one session of one's own."""

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        """Sign out there. Raises Http404 for a session of somebody else."""
        session = get_object_or_404(UserSession, pk=number, user=request.user)
        here = session.is_current()
        end_sessions(request, [session])
        if here:
            return redirect("account_login")
        messages.success(request, "You are signed out there.")
        return redirect("usersessions_list")
