"""What every answer carries."""

import pytest


@pytest.mark.parametrize("url", ["/account/login/", "/nowhere/", "/down/", "/sandboxed/", "/refuses/"])
def test_every_answer_may_not_be_stored_framed_indexed_or_given_to_others(visitor, db, url):
    headers = visitor.get(url).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_the_content_policy_allows_our_own_files_and_nothing_else(visitor, db):
    policy = dict(part.split(" ", 1) for part in visitor.get("/account/login/")["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }


def test_a_download_may_set_a_stricter_policy(visitor):
    assert visitor.get("/sandboxed/")["Content-Security-Policy"] == "sandbox"


def test_signing_out_clears_what_the_browser_keeps_and_nothing_else_does(signed_in):
    assert "Clear-Site-Data" not in signed_in.get("/").headers
    assert signed_in.post("/account/logout/")["Clear-Site-Data"] == '"cache", "storage"'
