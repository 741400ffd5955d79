"""The comparison in docs/compared.md names tests and measurements that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs/compared.md").read_text(encoding="utf-8")
SHORT = {"chronology/": "tests/areas/chronology/", "domain/": "tests/domain/chronology/"}
PATHS = sorted({path for path in re.findall(r"`([\w/.-]+/[\w.-]+)`", TEXT) if path not in SHORT})
ROWS = re.findall(r"^\| (\d+) \|.*\| (.+) \|$", TEXT, flags=re.MULTILINE)


@pytest.mark.parametrize("path", PATHS)
def test_what_shows_a_feature_is_there(path):
    for start, whole in SHORT.items():
        path = path.replace(start, whole, 1) if path.startswith(start) else path
    assert (ROOT / path).exists(), path


def test_every_row_of_the_other_tool_is_answered():
    assert [int(number) for number, _ in ROWS] == list(range(1, 38))
    assert all(shown.strip() for _, shown in ROWS)
