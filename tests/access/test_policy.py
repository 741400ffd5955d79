"""The policy is one table that can be read aloud, and nothing goes round it."""

import ast
from pathlib import Path

import pytest
from tests.access.agreed import AGREED

from threadline.access import policy
from threadline.access.permissions import Permission
from threadline.access.policy import POLICY, Reach
from threadline.access.roles import ROLES, Level

SOURCE = Path(__file__).parents[2] / "src" / "threadline"
LEVELS = {Reach.OWN_BOARD: Level.BOARD, Reach.OWN_AGENCY: Level.AGENCY}


def test_every_permission_is_given_to_somebody_and_every_role_has_one():
    assert {row.permission for row in POLICY} == set(Permission)
    assert {row.role.key for row in POLICY} == set(ROLES)


def test_the_policy_is_what_was_agreed():
    words = {Reach.OWN_BOARD: "board", Reach.OWN_REVIEW: "review", Reach.OWN_AGENCY: "agency"}
    enforced = {
        (row.role.key, str(row.permission)): words[row.reach] + (f":{row.only}" if row.only else "") for row in POLICY
    }
    assert enforced == AGREED


def test_every_permission_says_what_may_be_done():
    assert all(permission.says for permission in Permission)


def test_the_rows_of_a_permission_are_sorted_once_and_again_for_another_policy(monkeypatch):
    rows = policy.granting(Permission.REVIEW_READ)
    assert rows == tuple(row for row in POLICY if row.permission is Permission.REVIEW_READ)
    assert policy.granting(Permission.REVIEW_READ) is rows
    monkeypatch.setattr(policy, "POLICY", rows[:1])
    assert policy.granting(Permission.REVIEW_READ) == rows[:1]
    assert policy.granting(Permission.PERSON_READ) == ()


def test_no_row_stands_twice():
    rows = [(row.role.key, row.permission, row.reach) for row in POLICY]
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize("row", POLICY, ids=lambda row: f"{row.role.key}-{row.permission}-{row.reach.name}-{row.only}")
def test_a_role_reaches_no_further_than_what_it_is_tied_to(row):
    assert row.role.level is LEVELS.get(row.reach, row.role.level)
    if row.role.level is not Level.BOARD:
        assert row.reach is not Reach.OWN_BOARD


@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.key)
def test_a_role_says_what_its_holder_sees_and_never_sees_and_who_gives_it(role):
    for words in (role.title, role.sees, role.never_sees, role.given_by):
        assert words.strip(" .") == words != ""
    assert len(role.key) <= 40


def _names(path):
    """The functions a module calls and the attributes it reads, by line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr
        if isinstance(node, ast.Attribute):
            yield f".{node.attr}"


def callers_of(name):
    """The modules outside `access` that use `name`."""
    modules = (path for path in SOURCE.rglob("*.py") if path.parent.name not in ("access", "migrations"))
    return {path.relative_to(SOURCE).as_posix() for path in modules if name in _names(path)}


WAYS_ROUND = {
    "across_reviews": {
        "chronology/actions/linking.py",
        "chronology/actions/reading.py",
        "documents/quota.py",
        "documents/scanning.py",
        "documents/storage.py",
        "panel/rounds.py",
        "reviews/rounds.py",
        "threshold/rounds.py",
    },
    "service_act": {
        "chronology/actions/finding.py",
        "chronology/actions/linking.py",
        "chronology/actions/reading.py",
        "documents/scanning.py",
        "examples/load.py",
        "examples/referring.py",
    },
    "open_gate": {"examples/load.py"},
    "._base_manager": set(),
    "_raw_delete": set(),
    ".raw": set(),
    "cursor": {"audit/trail.py", "chronology/actions/prepared.py", "database/compiled.py"},
}


@pytest.mark.parametrize("name", WAYS_ROUND)
def test_the_ways_round_the_policy_are_used_only_where_it_is_known_and_meant(name):
    assert callers_of(name) == WAYS_ROUND[name]


def test_the_detector_of_ways_round_detects(tmp_path):
    module = tmp_path / "area.py"
    module.write_text("from x import across_reviews\nwith across_reviews(reason='r'):\n    A._base_manager.all()\n")
    assert {"across_reviews", "._base_manager"} <= set(_names(module))
