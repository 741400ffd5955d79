"""The domain, and the commands that work on files, run where Django is not installed."""

import subprocess
import sys

import pytest

BLOCK = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] in {'django', 'sqlite3', 'pysqlite3', 'requests', 'httpx'}:
            raise ImportError('not here: ' + name)
sys.meta_path.insert(0, Refuse())
"""


@pytest.mark.parametrize(
    "module",
    ["threadline.domain.dates", "threadline.domain.chronology.readers", "threadline.cli.main"],
)
def test_it_loads_without_django_or_a_database(module):
    done = subprocess.run(
        [sys.executable, "-c", f"{BLOCK}\nimport {module}"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_merge_command_runs_without_django(rowan_house, tmp_path):
    code = f"{BLOCK}\nfrom threadline.cli.main import main\nsys.exit(main(sys.argv[1:]))"
    source, out = next(rowan_house.glob("gp_*.csv")), tmp_path / "merged.csv"
    done = subprocess.run(
        [sys.executable, "-c", code, "merge", str(source), "-o", str(out)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert out.stat().st_size > 500
