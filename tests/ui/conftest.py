"""What the tests of the screens share: a small service with our own pages, and somebody signed in."""

import pytest
from django.template import engines
from django.test import Client
from jinja2 import Environment

from threadline.accounts.models import User


@pytest.fixture
def pages(settings) -> None:
    """The service of `pages.py`: the frame alone, without the rules of later areas or files served beside it."""
    settings.ROOT_URLCONF = "tests.ui.pages"
    settings.SECURE_SSL_REDIRECT = False
    kept = "threadline.ui.middleware.KeepTyped"
    apart = (kept, "threadline.accounts.", "whitenoise.")
    others = [name for name in settings.MIDDLEWARE if not name.startswith(apart)]
    place = others.index("django.contrib.auth.middleware.LoginRequiredMiddleware")
    settings.MIDDLEWARE = [*others[:place], kept, *others[place:]]


@pytest.fixture
def asha(db) -> User:
    return User.objects.create_user("asha@threadline.example", "Asha Fernleigh", "quiet-lantern-over-moss-41")


@pytest.fixture
def visitor(pages) -> Client:
    """Nobody signed in; a fault of the server is a page and not an exception of the test."""
    return Client(raise_request_exception=False)


@pytest.fixture
def signed_in(visitor, asha) -> Client:
    visitor.force_login(asha)
    return visitor


@pytest.fixture(scope="session")
def jinja() -> Environment:
    """The environment of every page."""
    return engines.all()[0].env
