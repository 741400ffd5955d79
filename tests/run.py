"""`make test`: everything, from a bare clone. Exits 0 only when all of it passed; what could not run is said loudly."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tests import chromium, postgres

BIN = os.path.dirname(sys.executable)
PYTEST = [sys.executable, "-m", "pytest", "-q", "--color=no", "-n", "2", "--dist", "worksteal"]
WITHOUT_RECORDS = ("architecture", "cli", "domain", "malicious", "project", "ui")
"""Folders of tests that keep no records, or only those of whoever is signed in: run on SQLite alone."""


@dataclass
class Tally:
    """What happened so far."""

    failed: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    passed_tests: int = 0
    failed_tests: int = 0
    skipped_tests: int = 0


def step(
    tally: Tally, title: str, *command: str, counts: bool = False, environment: dict[str, str] | None = None
) -> None:
    """Run one command, show its output and how much of the processors it took, note how it ended."""
    print(f"\n== {title}", flush=True)
    began, before = time.monotonic(), os.times()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, **(environment or {})}
    )
    last = ""
    for line in process.stdout or ():
        print(line, end="", flush=True)
        last = line if line.strip() else last
    if process.wait() != 0:
        tally.failed.append(title)
    if counts:
        for number, what in re.findall(r"(\d+) (passed|failed|error|skipped)", last):
            name = {"passed": "passed_tests", "skipped": "skipped_tests"}.get(what, "failed_tests")
            setattr(tally, name, getattr(tally, name) + int(number))
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"-- {title}: {time.monotonic() - began:.0f} s, {spent:.0f} s of processor", flush=True)


def checks(tally: Tally) -> None:
    """What needs no test: format, lint, types, import contracts, migrations."""
    tool: Callable[[str], str] = lambda name: os.path.join(BIN, name)  # noqa: E731  # one line, used below only
    step(tally, "format", tool("ruff"), "format", "--check", "--quiet", "src", "tests", "bench")
    step(tally, "lint", tool("ruff"), "check", "--quiet", "src", "tests", "bench")
    step(tally, "types", tool("mypy"))
    step(tally, "import contracts", tool("lint-imports"))
    step(tally, "framework pack", tool("threadline"), "framework", "check")
    manage = [sys.executable, "-m", "threadline.project.manage"]
    scratch = {"THREADLINE_DATA": "build/scratch", "THREADLINE_HTTPS": "0"}
    step(tally, "migrations", *manage, "makemigrations", "--check", "--dry-run", environment=scratch)


def main() -> int:
    """Everything, in the order in which a failure is cheapest to see."""
    tally, began = Tally(), time.monotonic()
    checks(tally)
    step(tally, "tests on SQLite", *PYTEST, "-m", "not browser", "tests", counts=True)
    with postgres.server() as address:
        if address:
            records = ["tests", *(f"--ignore=tests/{folder}" for folder in WITHOUT_RECORDS)]
            step(
                tally, "tests on PostgreSQL", *PYTEST, "-m", "not browser and not once", *records, counts=True,
                environment={"DATABASE_URL": address, "THREADLINE_TEST_AUDIT": "0"},
            )  # fmt: skip
        else:
            tally.missing.append("the tests on PostgreSQL: no server is installed here and none could be installed")
    if chromium.find() is None:
        chromium.install()
    if found := chromium.find():
        step(
            tally,
            "journeys in Chromium",
            *PYTEST,
            "-m",
            "browser",
            "tests",
            counts=True,
            environment={"CHROMIUM": found},
        )
    else:
        tally.missing.append("the journeys in a browser: no Chromium is installed here and none could be installed")
    return close(tally, time.monotonic() - began)


def close(tally: Tally, seconds: float) -> int:
    """Say how it went; the exit code."""
    print(f"\n== The whole: {seconds / 60:.1f} minutes")
    for what in tally.missing:
        print(f"!! NOT RUN: {what}")
    for title in tally.failed:
        print(f"!! FAILED: {title}")
    print(f"{tally.passed_tests} passed, {tally.failed_tests} failed, {tally.skipped_tests} skipped")
    return 1 if tally.failed or tally.failed_tests or (tally.missing and os.environ.get("CI")) else 0


if __name__ == "__main__":
    sys.exit(main())
