"""Every address is guarded: a page declares its permission, or is on a list short enough to read aloud."""

import pytest
from django.urls import URLPattern, get_resolver
from django.views.generic import View

from threadline.access.views import AuditedView, ReviewView

FOR_ANYBODY = {
    "accessibility", "help", "help_page", "healthz", "readyz", "invitation",
    "account_login", "account_logout", "account_inactive", "account_signup", "account_reset_password",
    "account_reset_password_done", "account_reset_password_from_key", "account_reset_password_from_key_done",
}  # fmt: skip
SIGN_IN = ("account_", "mfa_", "socialaccount_", "openid_connect_", "usersessions_")
OWN = {"kept"}
BY_A_LINK = {"enter_once"}


def routes():
    """Every pattern there is, with its whole route and name."""

    def walk(resolver, route=""):
        for each in resolver.url_patterns:
            whole = f"{route}{each.pattern}"
            if isinstance(each, URLPattern):
                yield whole, each
            else:
                yield from walk(each, whole)

    return list(walk(get_resolver()))


def view_of(pattern):
    return getattr(pattern.callback, "view_class", None)


def unguarded(found):
    """The addresses of ours whose page declares no permission."""
    ours = [(route, each) for route, each in found if not route.startswith("account/")]
    return {
        each.name
        for _, each in ours
        if view_of(each) is None or (not issubclass(view_of(each), AuditedView) and each.name not in FOR_ANYBODY | OWN)
    }


def test_every_page_declares_its_permission():
    assert unguarded(routes()) == set()


def test_every_page_of_a_review_is_a_page_of_a_review():
    inside = [(route, view_of(each)) for route, each in routes() if "<slug:reference>" in route]
    assert inside
    assert [route for route, view in inside if not issubclass(view, ReviewView)] == []


def test_every_page_of_an_account_is_the_sign_in_library_s_or_one_s_own():
    for route, each in routes():
        if route.startswith("account/") and not each.name.startswith(SIGN_IN):
            assert each.callback.__module__.startswith("threadline.accounts."), route


def test_only_the_short_list_is_open_without_signing_in():
    required = {each.name: getattr(each.callback, "login_required", True) for _, each in routes()}
    ours = {name for name, asked in required.items() if not asked and not name.startswith(SIGN_IN)}
    assert ours - FOR_ANYBODY <= BY_A_LINK


def test_the_detector_detects():
    class Open(View):
        pass

    class Guarded(AuditedView):
        permission = None

    def page(request):
        return None

    found = [
        ("a/", _pattern("a", Open.as_view())),
        ("b/", _pattern("b", Guarded.as_view())),
        ("c/", _pattern("c", page)),
    ]
    assert unguarded(found) == {"a", "c"}


def _pattern(name, view):
    from django.urls import path

    return path(f"{name}/", view, name=name)


@pytest.mark.parametrize("name", sorted(FOR_ANYBODY))
def test_what_is_on_the_list_exists(name):
    assert name in {each.name for _, each in routes()}
