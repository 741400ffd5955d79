"""Pages of the frame itself."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.generic import TemplateView, View

from threadline.ui import kept
from threadline.ui.catalogue import examples


class KeptForm(View):
    """What somebody typed before the session ended, ready to send; or thrown away at their word."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it; go to My work when nothing is kept."""
        form = kept.waiting(request)
        return render(request, "ui/kept.html", {"kept": form}) if form else redirect("/")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Throw it away."""
        kept.forget(request)
        return redirect("/")


class Catalogue(TemplateView):
    """Every component once, with the states it can be in."""

    template_name = "ui/catalogue.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The examples."""
        return super().get_context_data(**examples(errors="errors" in self.request.GET), **context)
