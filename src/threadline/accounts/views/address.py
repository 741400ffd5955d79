"""Changing the e-mail address of one's own account."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.generic import View

from threadline.accounts import address
from threadline.accounts.forms import CodeFromLetter, NewAddress
from threadline.accounts.recent import RecentlyProven


class ChangeAddress(RecentlyProven, View):
    """Asks for the new address."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        return self._page(NewAddress(user=request.user))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Send the code, and ask for it."""
        form = NewAddress(request.POST, user=request.user)
        if not form.is_valid():
            return self._page(form)
        user: Any = request.user
        address.ask(request, user, form.cleaned_data["address"])
        return redirect("confirm_address")

    def _page(self, form: NewAddress) -> HttpResponse:
        return TemplateResponse(self.request, "accounts/change_address.html", {"form": form})


class ConfirmAddress(View):
    """Asks for the code that went to the new address."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Back to the beginning where no code is awaited."""
        self.address = address.waiting_for(request)
        return super().dispatch(request, *args, **kwargs) if self.address else redirect("change_address")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        return self._page(CodeFromLetter())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Change the address."""
        form = CodeFromLetter(request.POST)
        user: Any = request.user
        if form.is_valid() and not address.take(request, user, form.cleaned_data["code"]):
            form.add_error("code", "That is not the code. Look at the latest letter")
        if not form.is_valid():
            return self._page(form)
        messages.success(request, f"Your e-mail address is now {self.address}. Sign in with it from now on.")
        return redirect("mfa_index")

    def _page(self, form: CodeFromLetter) -> HttpResponse:
        context = {"form": form, "address": self.address}
        return TemplateResponse(self.request, "accounts/confirm_address.html", context)
