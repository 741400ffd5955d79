"""The way in by a one-time link and a code."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.generic import View

from threadline.accounts import one_time
from threadline.accounts.forms import CodeFromElsewhere
from threadline.accounts.models import OneTimeLink
from threadline.ui.words import plural


@method_decorator(login_not_required, name="dispatch")
class EnterOnce(View):
    """Asks for the code. The page names nobody and no review; looking at it uses nothing up."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """The form, or a page saying that the link no longer works: the same for every reason."""
        return self._page(CodeFromElsewhere()) if one_time.open_by(token) else self._over()

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """In, for this review."""
        link = one_time.open_by(token)
        form = CodeFromElsewhere(request.POST)
        if link is None:
            return self._over()
        if not form.is_valid():
            return self._page(form)
        try:
            one_time.use(link, form.cleaned_data["code"])
        except LookupError:
            return self._over()
        except one_time.WrongCode as wrong:
            form.add_error("code", f"That is not the code. You can try {plural(wrong.left, 'more time')}")
            return self._page(form) if wrong.left else self._over()
        return self._enter(request, link)

    def _enter(self, request: HttpRequest, link: OneTimeLink) -> HttpResponse:
        if request.user.is_authenticated:
            get_adapter().logout(request)
        record_authentication(request, link.user, method="one_time")
        answer: HttpResponse = perform_login(request, Login(user=link.user))
        request.session[one_time.REVIEW] = link.review
        return answer

    def _page(self, form: CodeFromElsewhere) -> HttpResponse:
        return TemplateResponse(self.request, "accounts/enter_once.html", {"form": form})

    def _over(self) -> HttpResponse:
        return TemplateResponse(self.request, "accounts/once_over.html", status=404)
