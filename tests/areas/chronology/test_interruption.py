"""A reader killed outright, in a process and a database of its own: all of the file's rows, or none (TRUST F2)."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROWS = 2000
SETTING_UP = """
import os, sys
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.core.files.uploadedfile import SimpleUploadedFile
from tests import people
from threadline.access.scope import review_scope
from threadline.chronology import actions
cast = people.assemble()
text = "Date,Event\\n" + "".join(f"{1 + n % 28:02}/{1 + n % 12:02}/2015,Visit {n}\\n" for n in range(int(sys.argv[1])))
with review_scope(cast.review):
    (got,) = actions.receive_all(
        by=cast.asha, review=cast.review, uploads=[SimpleUploadedFile("Westmarch Police.csv", text.encode())], token="t"
    )
print(got.file.pk)
"""
READING = """
import sys
import django; django.setup()
from threadline.chronology.actions import reading
tell = reading._Hold.tell
def told(self, stage, *counts):
    tell(self, stage, *counts)
    print(stage, flush=True)
reading._Hold.tell = told
reading.read_now(sys.argv[1])
print("done", flush=True)
"""
STARTING = """
import django; django.setup()
from threadline.chronology.actions import resume_interrupted
from threadline.chronology.models import AgencyFile, Row
from threadline.audit import trail
before = Row._base_manager.count()
cut = resume_interrupted()
print(before, cut, Row._base_manager.count(), AgencyFile._base_manager.get().state, trail.verify().fault)
"""


@pytest.fixture
def run(tmp_path):
    """Start a Python process on an installation of its own."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = {
        **kept, "THREADLINE_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "threadline.project.settings",
        "PYTHONPATH": str(Path(__file__).parents[3]),
    }  # fmt: skip

    def started(
        code: str, *arguments: str, tasks: str = "django_tasks.backends.dummy.DummyBackend"
    ) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**environment, "THREADLINE_TASKS": tasks},
        )  # fmt: skip

    return started


def answer(process: subprocess.Popen) -> list[str]:
    out, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return out.split()


def test_a_reader_killed_at_any_moment_leaves_all_rows_or_none_and_the_next_start_goes_on(run):
    (file,) = answer(run(SETTING_UP, str(ROWS)))
    seen = set()
    for stage, wait in (("reading", 0.0), ("saving", 0.0), ("saving", 0.05), ("saving", 0.15)):
        reader = run(READING, file)
        for line in reader.stdout:
            if line.strip() == stage:
                break
        time.sleep(wait)
        reader.send_signal(signal.SIGKILL)
        reader.wait()
        reader.stdout.close()
        reader.stderr.close()
        before, cut, _, state, fault = answer(run(STARTING))
        assert int(before) in (0, ROWS + 1)
        assert fault == "None"
        seen.add(int(before))
        if int(before):
            break
        assert (cut, state) in (("1", "waiting"), ("1", "failed"))
        if state == "failed":
            break
    assert 0 in seen


def test_after_the_kill_the_next_start_reads_every_row(run):
    (file,) = answer(run(SETTING_UP, str(ROWS)))
    reader = run(READING, file)
    while reader.stdout.readline().strip() != "saving":
        pass
    reader.send_signal(signal.SIGKILL)
    reader.communicate()
    at_once = "django_tasks.backends.immediate.ImmediateBackend"
    before, cut, after, state, fault = answer(run(STARTING, tasks=at_once))
    assert (before, cut, after, state, fault) == ("0", "1", str(ROWS + 1), "to_check", "None")
