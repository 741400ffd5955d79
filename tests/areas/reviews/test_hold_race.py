"""A hold placed at the same moment as an act that it stops comes before it or after it, never both."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_a_hold_placed_at_the_same_moment_wins_or_loses_never_both():
    outside = {
        key: value for key, value in os.environ.items() if not key.startswith(("THREADLINE_", "DATABASE_", "DJANGO_"))
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tests.areas.reviews.hold_race"], cwd=ROOT, env=outside, capture_output=True, text=True,
        timeout=240, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
