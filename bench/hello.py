"""The bare answer that pages are measured against, and the middleware that gives it its own address."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import path

SEVEN = [
    "bench.hello.At", "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware", "django.middleware.clickjacking.XFrameOptionsMiddleware",
]  # fmt: skip
"""Django's own, as every project begins with."""


class At:
    """Answers by the addresses of this module."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        request.urlconf = "bench.hello"  # type: ignore[attr-defined]  # read by Django
        return self.get_response(request)


def hello(request: HttpRequest) -> HttpResponse:
    """Two words."""
    return HttpResponse("Hello world")


urlpatterns = [path("", hello)]
