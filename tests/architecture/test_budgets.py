"""Sizes that keep the house readable: a list of exceptions that may only shrink."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "threadline"
PYTHON = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))
FILE, FUNCTION, VIEW, TEMPLATE = 400, 40, 60, 120
VAGUE = {"utils", "helpers", "common", "misc", "core"}


def _id(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", PYTHON, ids=_id)
def test_a_file_its_functions_and_its_views_stay_within_their_budgets(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= FILE, f"{_id(path)} is longer than {FILE} lines: split it by verb or subject"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= FUNCTION, f"{_id(path)}:{node.lineno} {node.name} has {length} lines"
        if isinstance(node, ast.ClassDef) and path.match("*views*"):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= VIEW, f"{_id(path)}:{node.lineno} {node.name} has {length} lines"


@pytest.mark.parametrize("path", TEMPLATES, ids=_id)
def test_a_template_stays_within_its_budget(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= TEMPLATE


def test_no_file_has_a_vague_name():
    assert [_id(path) for path in PYTHON if path.stem in VAGUE or VAGUE & set(path.parts)] == []


@pytest.mark.parametrize("path", PYTHON, ids=_id)
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{_id(path)} has no docstring"
