"""The service is killed outright while it reads a large file: all of its rows or none, and the next start says so."""

import os
import shutil
import signal
import sqlite3
import time

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from tests.journeys.conftest import PASSWORD, serve, sign_in

pytestmark = pytest.mark.browser
ROWS = 10_000


def large_timeline(path):
    """A police log of 10,000 entries."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Log")
    sheet.append(["Date", "Time", "Source", "Event"])
    for number in range(ROWS):
        sheet.append(
            [f"{number % 28 + 1}/{number % 12 + 1}/2015", "14:30", "Niche", f"Call {number} about noise, no crime."]
        )
    book.save(path)


def rows_of(data):
    """How many rows each file has in the records, read past the service."""
    with sqlite3.connect(f"file:{data / 'threadline.sqlite3'}?mode=ro", uri=True) as records:
        return [count for (count,) in records.execute("SELECT COUNT(*) FROM chronology_row GROUP BY file_id")]


def stage_of(data):
    """How far the latest file has come."""
    with sqlite3.connect(f"file:{data / 'threadline.sqlite3'}?mode=ro", uri=True) as records:
        return records.execute("SELECT stage FROM chronology_progress ORDER BY beat DESC LIMIT 1").fetchone()[0]


def kill(service):
    """As a power cut would: every process of it, at once."""
    os.killpg(service.process.pid, signal.SIGKILL)
    service.process.wait()


def test_all_of_the_rows_or_none_and_the_next_start_takes_it_up(browser, example, tmp_path):
    large_timeline(tmp_path / "police.xlsx")
    service = serve(shutil.copytree(example, tmp_path / "data"))
    before = sorted(rows_of(service.data))
    try:
        page = browser.new_context(base_url=service.address).new_page()
        sign_in(page, "asha@threadline.example", PASSWORD)
        page.goto("/reviews/R-2015-03/chronology/")
        page.locator("input[type=file]").set_input_files(tmp_path / "police.xlsx")
        page.get_by_role("button", name="Receive the files").click()
        page.wait_for_url("**/reading/**")
        for _ in range(5000):
            if stage_of(service.data) not in ("queued", "done"):
                break
            time.sleep(0.02)
        time.sleep(0.7)
    finally:
        kill(service)
    added = sorted(rows_of(service.data))
    assert added == before or sum(added) - sum(before) >= ROWS
    service = serve(tmp_path / "data")
    try:
        assert "cut off" in (tmp_path / "data.log").read_text() or added != before
        page = browser.new_context(base_url=service.address).new_page()
        sign_in(page, "asha@threadline.example", PASSWORD)
        page.goto("/reviews/R-2015-03/chronology/reading/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Files that have been read", timeout=240_000)
        assert sum(rows_of(service.data)) - sum(before) == ROWS + 1
    finally:
        kill(service)
