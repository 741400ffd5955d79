"""A served installation with the worked example, and a browser on it."""

import fcntl
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from tests import chromium

PASSWORD = "rowan-house-is-only-an-example"
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@dataclass
class Served:
    """A running service."""

    address: str
    data: Path
    process: subprocess.Popen

    def stop(self) -> None:
        """Stop it, as an operator would."""
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(data: Path, *, example: bool = True) -> Served:
    """Start `threadline serve` on a free port and wait until it answers."""
    port = _free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("THREADLINE_", "DATABASE_"))}
    command = [sys.executable, "-m", "threadline.cli.main", "serve", "--bind", f"localhost:{port}"]
    with (data.parent / f"{data.name}.log").open("ab") as log:
        process = subprocess.Popen(
            [*command, *(["--example"] if example else [])],
            env={**environment, "THREADLINE_DATA": str(data)},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    served = Served(f"http://localhost:{port}", data, process)
    for _ in range(3000):
        try:
            urllib.request.urlopen(f"{served.address}/account/login/", timeout=2).close()
        except (urllib.error.URLError, OSError):
            if process.poll() is not None:
                break
            time.sleep(0.2)
        else:
            return served
    served.stop()
    raise AssertionError((data.parent / f"{data.name}.log").read_text()[-3000:])


@pytest.fixture(scope="session")
def example(tmp_path_factory) -> Path:
    """The data folder of a stopped service with the worked example, built once for all workers of the run: copy it."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    data = root / "example" / "data"
    data.parent.mkdir(exist_ok=True)
    with (root / "example.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not data.exists():
            serve(data).stop()
    return data


@pytest.fixture(scope="session")
def served(example, tmp_path_factory) -> Iterator[Served]:
    """One service with the worked example for the whole run of this worker."""
    service = serve(shutil.copytree(example, tmp_path_factory.mktemp("served") / "data"))
    yield service
    service.stop()


@pytest.fixture
def context(browser, served) -> Iterator[BrowserContext]:
    """A fresh person: no cookies."""
    made = browser.new_context(base_url=served.address, locale="en-GB", timezone_id="Europe/London")
    made.set_default_timeout(chromium.PATIENCE)
    yield made
    made.close()


@pytest.fixture
def page(context) -> Page:
    """A page that fails the test on a script error or a blocked resource."""
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "console", lambda message: faults.append(message.text) if "Content Security Policy" in message.text else None
    )
    opened.faults = faults
    return opened


@pytest.fixture
def somebody(browser, served):
    """Another person, in a browser of their own."""
    made = []

    def signed_in(email):
        context = browser.new_context(base_url=served.address, locale="en-GB", timezone_id="Europe/London")
        context.set_default_timeout(chromium.PATIENCE)
        made.append(context)
        page = context.new_page()
        sign_in(page, email)
        return page

    yield signed_in
    for context in made:
        context.close()


@pytest.fixture
def no_script_page(browser, served) -> Iterator[Page]:
    """A page in a browser without JavaScript."""
    made = browser.new_context(base_url=served.address, java_script_enabled=False, locale="en-GB")
    made.set_default_timeout(chromium.PATIENCE)
    yield made.new_page()
    made.close()


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """Sign in by the form, and by the code that the example shows on the page that asks for it."""
    page.goto("/account/login/")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("Code", exact=True).fill(page.locator(".tl-example-code").inner_text())
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(re.compile(r"^(?!.*/account/).*$"))


def assert_accessible(page: Page) -> None:
    """No violation that axe can find; no scrolling sideways at 320 px."""
    found = Axe().run(page, options=RULES).response["violations"]
    told = [f"{rule['id']}: {rule['help']} {[node['target'] for node in rule['nodes']][:3]}" for rule in found]
    assert told == [], f"{page.url}: {told}"
    assert getattr(page, "faults", []) == []


def assert_fits(page: Page, *, width: int = 320) -> None:
    """The page does not scroll sideways at that width."""
    size = page.viewport_size
    page.set_viewport_size({"width": width, "height": 700})
    beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if size:
        page.set_viewport_size(size)
    assert beyond <= 0, f"{page.url} scrolls {beyond} px sideways at {width} px"
