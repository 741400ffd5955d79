"""The audit of pages is itself audited: each fault it is there to find is found, and a sound page has none."""

import pytest
from django.http import HttpResponse, HttpResponseRedirect
from django.test import Client
from tests.visit import read, visit

GOOD = (
    '<!DOCTYPE html><html lang="en-GB"><head><title>{title}</title></head><body><main>'
    "<h1>Decide</h1>{body}</main></body></html>"
)
TOKEN = '<input type="hidden" name="csrfmiddlewaretoken" value="x">'
SUMMARY = '<div class="govuk-error-summary"><a href="#r">Enter it</a></div>'


def answer(body="", title="Decide – Threadline", **headers):
    response = HttpResponse(GOOD.format(body=body, title=title))
    response["Content-Security-Policy"] = "default-src 'none'"
    response["Cache-Control"] = "no-store"
    for name, value in headers.items():
        response[name.replace("_", "-")] = value
    return response


@pytest.mark.parametrize(
    "body",
    [
        "<p>Words.</p>",
        f'<form method="post">{TOKEN}<label for="r">Reason</label><input id="r" name="r"></form>',
        '<form><label>Find <input name="q"></label><button>Find</button></form>',
        '<h2>One</h2><h3>Two</h3><h2>Three</h2><a href="mailto:board@example.org">Write</a>',
    ],
)
def test_a_sound_page_passes(body):
    read(answer(body))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p>Unclosed <b>bold</p>", "not valid HTML"),
        ("<h1>Another</h1>", "2 h1 headings"),
        ("<h3>Deep</h3>", "skips a level"),
        ('<p id="a"></p><p id="a"></p>', "'a' is there 2 times"),
        ('<label for="nobody">Name</label>', "for='nobody' points at nothing"),
        ('<p aria-describedby="b c" id="b">x</p>', "aria-describedby='c' points at nothing"),
        ('<input name="q">', "'q' has no label"),
        ('<label><input type="radio" name="y">1</label><label><input type="radio" name="y">2</label>', "no legend"),
        ('<form method="post"><button>Go</button></form>', "code wrongly"),
        (f'<form method="get">{TOKEN}<button>Go</button></form>', "code wrongly"),
        (f'<form method="post">{TOKEN}<label>F<input type="file" name="f"></label></form>', "cannot carry its files"),
        ('<a href="/x/"></a>', "has no words"),
        ('<img src="/a.png">', "no alternative"),
        ("<script>go()</script>", "a script stands in the page"),
        ("<style>p{}</style>", "not valid HTML|a style stands in the page"),
        ('<p style="color:red">x</p>', "has style="),
        ('<p onclick="go()">x</p>', "has onclick="),
        ('<p hx-on:click="go()">x</p>', "has hx-on:click="),
        ('<a href="https://elsewhere.example/">x</a>', "leads out of the service"),
        ('<a href="//elsewhere.example/">x</a>', "leads out of the service"),
        ('<a href="javascript:go()">x</a>', "leads out of the service"),
        ("{{ name }}", "is left in it"),
        (SUMMARY, "title says an error"),
    ],
)
def test_a_fault_is_found(body, fault):
    with pytest.raises(AssertionError, match=fault):
        read(answer(body))


@pytest.mark.parametrize(
    ("body", "title", "fault"),
    [
        ("", "Another – Threadline", "is not its heading"),
        ("", "Error: Decide – Threadline", "title says an error"),
        ('<p class="govuk-error-message">Enter it</p>', "Error: Decide – Threadline", "no summary"),
        (SUMMARY, "Error: Decide – Threadline", "leads to nothing"),
    ],
)
def test_a_title_that_does_not_fit_its_page_is_found(body, title, fault):
    with pytest.raises(AssertionError, match=fault):
        read(answer(body, title))


@pytest.mark.parametrize(
    ("headers", "fault"),
    [
        ({"Content_Security_Policy": "default-src 'none'; script-src 'unsafe-inline'"}, "not strict"),
        ({"Cache_Control": "private"}, "may store it"),
        ({"Content_Type": "application/json"}, "not a page"),
    ],
)
def test_an_answer_with_weak_headers_is_found(headers, fault):
    with pytest.raises(AssertionError, match=fault):
        read(answer(**headers))


def test_every_fault_of_a_page_is_reported_at_once():
    with pytest.raises(AssertionError) as found:
        read(answer('<p style="x" id="a"></p><p id="a"></p>'))
    assert str(found.value).count("\n- ") == 2


def test_a_page_of_another_language_or_without_a_main_part_is_found():
    response = answer()
    response.content = response.content.replace(b"en-GB", b"en-US").replace(b"<main>", b"").replace(b"</main>", b"")
    with pytest.raises(AssertionError) as found:
        read(response)
    assert "en-GB" in str(found.value)
    assert "main part" in str(found.value)


def test_an_unexpected_answer_is_shown(visitor):
    with pytest.raises(AssertionError, match="/refuses/ answered 403"):
        visit(visitor, "/refuses/")


def test_a_redirect_is_no_page(monkeypatch):
    monkeypatch.setattr(Client, "get", lambda *args, **named: HttpResponseRedirect("/elsewhere/"))
    with pytest.raises(AssertionError, match="/x/ answered 302: /elsewhere/"):
        visit(Client(), "/x/")


def test_too_many_queries_are_listed(signed_in):
    with pytest.raises(AssertionError, match=r"took \d+ queries:\nSELECT"):
        visit(signed_in, "/", queries=0)
    visit(signed_in, "/", queries=6)
