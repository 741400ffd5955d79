"""A small service around the screens: pages that work, break, refuse and ask, for the tests of the frame."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import include, path

from threadline.ui.catalogue import Example, bar
from threadline.ui.errors import bad_request, forbidden, not_found, server_error
from threadline.ui.forms import Form
from threadline.ui.views import Catalogue

handler400, handler403, handler404, handler500 = bad_request, forbidden, not_found, server_error


class Reason(Form):
    reason = forms.CharField(label="Reason", widget=forms.Textarea)
    agency = forms.ChoiceField(label="Agency", choices=[("p", "Police"), ("h", "Health")], widget=forms.RadioSelect)


def home(request: HttpRequest) -> HttpResponse:
    return _page(request, "{% block title %}My work{% endblock %}")


def decide(request: HttpRequest) -> HttpResponse:
    form = Reason(request.POST or None)
    if form.is_valid():
        messages.success(request, "The reason is recorded. The panel will see it.")
        return redirect("home")
    source = (
        "{% from 'ui/components/form.html' import form as whole %}"
        "{% block title %}Decide{% endblock %}{% block content %}{{ whole(form, csrf_input) }}{% endblock %}"
    )
    return _page(request, source, form=form)


def every_field(request: HttpRequest) -> HttpResponse:
    form = Example(request.POST or None, request.FILES or None)
    source = (
        "{% from 'ui/components/form.html' import form as whole %}"
        "{% block title %}Everything{% endblock %}{% block content %}{{ whole(form, csrf_input) }}{% endblock %}"
    )
    return _page(request, source, form=form)


def in_review(request: HttpRequest) -> HttpResponse:
    return _page(request, "{% block title %}Chronology{% endblock %}", "ui/review.html", bar=bar())


def breaks(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError("the secret of Child A")


@login_not_required
def down(request: HttpRequest) -> HttpResponse:
    raise OperationalError("could not connect to host 10.1.2.3")


@login_not_required
def cut_off(request: HttpRequest) -> HttpResponse:
    raise InterfaceError("connection already closed")


@login_not_required
def malformed(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation("what was tried")


@login_not_required
def refuses(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("The learning event is held by the police since 3 March: ask DS Sorrel.")


@login_not_required
def working(request: HttpRequest) -> HttpResponse:
    """Long work that is done at the third look."""
    looks = int(request.COOKIES.get("looks", "0"))
    if looks > 1:
        return redirect("components")
    source = (
        "{% from 'ui/components/words.html' import progress, refresh %}{% block title %}Reading{% endblock %}"
        "{% block refresh %}{{ refresh(request.path, 1) }}{% endblock %}"
        "{% block content %}{{ progress('Reading 2 files: ' ~ looks ~ ' done.', looks, 2, seconds=1) }}{% endblock %}"
    )
    answer = _page(request, source, looks=looks)
    answer.set_cookie("looks", str(looks + 1))
    return answer


@login_not_required
def still_here(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=204)


@login_not_required
def sandboxed(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a file", headers={"Content-Security-Policy": "sandbox"})


def _page(request: HttpRequest, source: str, parent: str = "ui/base.html", **context: object) -> HttpResponse:
    template = engines.all()[0].from_string("{% extends '" + parent + "' %}" + source)
    return HttpResponse(template.render(context, request))


urlpatterns = [
    path("", home, name="home"),
    path("", include("threadline.ui.urls")),
    path("components/", login_not_required(Catalogue.as_view()), name="components"),
    path("account/", include("threadline.accounts.urls")),
    path("decide/", decide, name="decide"),
    path("everything/", every_field),
    path("reviews/R-2016-03/", in_review),
    path("breaks/", breaks),
    path("down/", down),
    path("cut-off/", cut_off),
    path("malformed/", malformed),
    path("refuses/", refuses),
    path("sandboxed/", sandboxed),
    path("still-here/", still_here),
    path("working/", working),
]
