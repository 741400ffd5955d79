"""A Chromium to drive: named by CHROMIUM, found, or installed where the system allows it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/snap/bin/chromium")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PATIENCE = 45_000
"""Milliseconds to wait for what should come at once: on a machine that does much else it comes late."""


def find() -> str | None:
    """The path of a Chromium, None where there is none."""
    named = os.environ.get("CHROMIUM")
    candidates = [named] if named else [shutil.which(name) for name in NAMES] + list(PLACES) + [_playwrights_own()]
    return next((path for path in candidates if path and Path(path).exists()), None)


def _playwrights_own() -> str | None:
    home = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache" / "ms-playwright"))
    found = sorted(home.glob("chromium-*/chrome-*/chrome")) + sorted(
        home.glob("chromium-*/chrome-*/Chromium.app/Contents/MacOS/Chromium")
    )
    return str(found[-1]) if found else None


def wait_after_clicks() -> None:
    """Let every click end only when the page that it leads to has been read, and `expect` wait as long as needed.

    Playwright waits until the next page begins, so a test that looks at once may meet its first bytes.
    """
    from playwright.sync_api import Locator, expect

    expect.set_options(timeout=PATIENCE)
    if hasattr(Locator, "clicked_only"):
        return
    Locator.clicked_only = Locator.click

    def click(self: Locator, **how: Any) -> None:
        page = self.page
        self.clicked_only(**how)
        if not page.is_closed():
            page.wait_for_load_state("domcontentloaded")

    Locator.click = click


def install() -> None:
    """Try the system's package manager, then Playwright's own download; a failure shows in `find()`."""
    quiet = {"check": False, "capture_output": True}
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=environment, **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], env=environment, **quiet)
    if find() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], **quiet)
