"""The catalogue in a real browser: accessible, narrow enough, by keyboard, with and without scripts."""

import threading
from collections.abc import Iterator
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.contrib.staticfiles.views import serve
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponseBase
from playwright.sync_api import Browser, Page, expect

from threadline.ui import navigation
from threadline.ui.navigation import Staying

pytestmark = pytest.mark.browser
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


class Files(StaticFilesHandler):
    """Our static files, found where they lie."""

    def serve(self, request: HttpRequest) -> HttpResponseBase:
        return serve(request, self.file_path(request.path), insecure=True)


class Silent(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(pages) -> Iterator[str]:
    """The catalogue, served to this machine alone."""
    server = make_server("127.0.0.1", 0, Files(WSGIHandler()), handler_class=Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def opened(browser: Browser, url: str, width: int = 1280, **options: object) -> Page:
    """The page, with every complaint of the browser gathered in `.complaints`."""
    page = browser.new_page(viewport={"width": width, "height": 900}, **options)
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(url, wait_until="networkidle")
    return page


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", ["/components/", "/components/?errors=1", "/nowhere/", "/account/login/"])
def test_a_page_has_no_fault_that_axe_finds_and_never_scrolls_sideways(browser, address, width, path):
    page = opened(browser, address + path, width)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [said for said in page.complaints if "404 (Not Found)" not in said or path != "/nowhere/"] == []
    page.close()


def test_everything_stands_in_the_page_without_scripts(browser, address):
    page = opened(browser, f"{address}/components/", 320, java_script_enabled=False)
    for words in ("Tuesday 3 February 2015", "23 days: no agency recorded any contact.", "Source: Police"):
        expect(page.get_by_text(words).first).to_be_visible()
    page.get_by_text("all agencies").first.click()
    expect(page.locator("#id_filter-agency")).to_be_visible()
    assert page.locator("#id_revealed-told_on").is_hidden()
    page.get_by_label("Give it a date").check()
    expect(page.locator("#id_revealed-told_on")).to_be_visible()
    page.close()


def test_the_chronology_is_read_by_keys_that_can_be_turned_off(browser, address):
    page = opened(browser, f"{address}/components/")
    in_hand = "document.activeElement.id"
    for key, entry in (("j", "entry-1"), ("j", "entry-2"), ("k", "entry-1"), ("k", "entry-1")):
        page.keyboard.press(key)
        assert page.evaluate(in_hand) == entry
    page.keyboard.press("o")
    assert page.url.endswith("#source")
    page.keyboard.press("?")
    page.get_by_role("button", name="Turn these keys off").click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    assert not page.evaluate(in_hand)
    page.get_by_role("button", name="Turn these keys on").click()
    page.keyboard.press("j")
    assert page.evaluate(in_hand).startswith("entry-")
    page.close()


def test_somebody_is_warned_before_the_session_ends_and_stays(browser, address, monkeypatch):
    monkeypatch.setattr(navigation.registry, "staying", lambda request: Staying(181, "/still-here/"))
    page = opened(browser, f"{address}/components/")
    warning = page.get_by_text("You will be signed out in 3 minutes")
    warning.wait_for()
    page.get_by_role("button", name="Stay signed in").click()
    warning.wait_for(state="hidden")
    warning.wait_for()
    monkeypatch.setattr(navigation.registry, "staying", lambda request: Staying(181, "/nowhere/"))
    page.goto(f"{address}/components/")
    warning.wait_for()
    page.get_by_role("button", name="Stay signed in").click()
    page.get_by_text("it is kept while you sign in again").wait_for()
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_long_work_is_followed_to_its_end_with_and_without_scripts(browser, address, scripts):
    page = opened(browser, f"{address}/working/", java_script_enabled=scripts)
    page.get_by_text("Reading 2 files: 1 done.").wait_for()
    page.get_by_role("heading", name="Components").wait_for()
    assert page.url == f"{address}/components/"
    expect(page).to_have_title("Components – R-2016-03 – Threadline")
    page.close()


def test_keys_do_not_act_while_somebody_types(browser, address):
    page = opened(browser, f"{address}/components/")
    page.locator("#id_reason").press_sequentially("jko")
    assert page.locator("#id_reason").input_value() == "jko"
    page.close()


def test_arrows_go_along_the_months(browser, address):
    page = opened(browser, f"{address}/components/")
    page.locator("[data-rail] a").nth(0).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.textContent").strip().startswith("Feb")
    page.close()


def test_a_form_with_words_in_it_is_not_left_by_accident(browser, address):
    page = opened(browser, f"{address}/components/")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("#id_reason").press_sequentially("Because")
    page.goto(f"{address}/nowhere/")
    assert asked == ["beforeunload"]
    page.goto(f"{address}/components/")
    page.goto(f"{address}/nowhere/")
    assert asked == ["beforeunload"]
    page.close()


def test_files_chosen_are_listed_with_their_sizes(browser, address):
    page = opened(browser, f"{address}/components/")
    files = [
        {"name": f"{name}.csv", "mimeType": "text/csv", "buffer": b"x" * size}
        for name, size in (("a", 10), ("b", 2**21))
    ]
    page.locator("input[type=file]").set_input_files(files)
    assert page.locator(".tl-chosen li").all_text_contents() == ["a.csv, 1 KB", "b.csv, 2.0 MB"]
    page.close()


def test_an_error_leads_to_its_field_by_keyboard(browser, address):
    page = opened(browser, f"{address}/components/?errors=1")
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_title"
    page.close()


def test_what_is_loaded_first_weighs_little(browser, address):
    """Under 100 KB compressed (TRUST section 6); here counted uncompressed, which compresses to about a fifth."""
    page = browser.new_page()
    sizes = {}
    page.on("response", lambda answer: sizes.__setitem__(answer.url, len(answer.body())))
    page.goto(f"{address}/account/login/", wait_until="networkidle")
    assert all(url.startswith(address) for url in sizes)
    assert sum(sizes.values()) < 320_000
    page.close()
