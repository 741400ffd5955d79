"""What the source may not do, and what a production start must not warn of (TRUST 68, 76, 77, 78)."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "threadline"
DANGEROUS = {
    "text made markup without escaping": r"\bmark_safe\b|\|\s*safe\b|Markup\((?![\"')])",
    "SQL written out": r"\.raw\(|RawSQL|\.extra\(|cursor\.execute\(",
    "every field of a model in a form": r"fields\s*=\s*['\"]__all__",
    "a page without the forms' code": r"csrf_exempt",
    "text run as a program": r"(?<![\w.])(eval|exec)\(|shell=True|pickle\.loads?\(|yaml\.load\(",
    "HTML put in by a script": r"\.(?:innerHTML|outerHTML)\b|insertAdjacentHTML|document\.write",
}
ALLOWED = {
    "text made markup without escaping": {
        "chronology/queries/aids.py": "an entry, escaped first; what an abbreviation means is escaped too",
        "chronology/views/picture.py": "drawn by the domain, which escapes every text; parsed again by ui/pictures",
        "desk/guide.py": "our own guide, with HTML turned off in the reader",
        "ui/govuk.py": "made by the macros of an autoescaping environment",
        "ui/rendering.py": "a hidden field, escaped by Django; and markup less one attribute",
    },
    "SQL written out": {
        "database/compiled.py": "made by Django from a queryset; values are parameters",
        "access/rows.py": "policies of tables on PostgreSQL; names are those of our models, values are parameters",
        "access/prepared.py": "made by Django from the policy's condition; values are parameters",
        "audit/trail.py": "three statements of our own names; values are parameters",
        "chronology/actions/prepared.py": "made by Django for long files; values are parameters",
    },
}


def offending(kind):
    """{file: the line} of what matches, in code, templates and scripts of ours."""
    pattern, found = re.compile(DANGEROUS[kind]), {}
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix not in (".py", ".html", ".txt", ".js") or "migrations" in path.parts:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if pattern.search(line):
                found.setdefault(str(path.relative_to(SOURCE)), f"{number}: {line.strip()}")
    return found


@pytest.mark.parametrize("kind", DANGEROUS)
def test_what_is_dangerous_stands_only_where_somebody_has_said_why(kind):
    found, allowed = offending(kind), ALLOWED.get(kind, {})
    assert {file: line for file, line in found.items() if file not in allowed} == {}
    assert {file for file in allowed if file not in found} == set(), "no longer there: take it off the list"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("text made markup without escaping", "Markup(said)"),
        ("text made markup without escaping", "{{ said|safe }}"),
        ("SQL written out", "cursor.execute(sql)"),
        ("text run as a program", "eval(text)"),
        ("HTML put in by a script", "box.innerHTML = text"),
    ],
)
def test_the_detector_detects(kind, text):
    assert re.search(DANGEROUS[kind], text)


def test_a_start_in_production_warns_of_nothing(tmp_path):
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("THREADLINE_", "DATABASE_"))}
    environment = {**plain, "THREADLINE_HTTPS": "1", "THREADLINE_HOSTS": "threadline.example"}
    command = [sys.executable, "-m", "threadline.project.manage", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(
        command, env={**environment, "THREADLINE_DATA": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_no_style_script_or_page_of_ours_names_another_site():
    elsewhere = re.compile(
        r"(?:src|href|action)\s*=\s*[\"']https?://|url\(\s*[\"']?(?:https?:)?//|@import|from [\"']https?:"
    )
    files = [path for path in SOURCE.rglob("*") if path.suffix in (".css", ".js", ".html")]
    assert len(files) > 50
    assert [str(path) for path in files if elsewhere.search(path.read_text(encoding="utf-8"))] == []


def test_htmx_runs_no_text_asks_only_us_and_keeps_no_page_in_the_browser():
    base = (SOURCE / "ui" / "templates" / "ui" / "base.html").read_text(encoding="utf-8")
    for setting in ('"allowEval":false', '"selfRequestsOnly":true', '"historyCacheSize":0'):
        assert setting in base
    templates = SOURCE.rglob("templates/**/*.html")
    asked = re.compile(r"hx-(?:on|vals=['\"]js:|trigger=['\"][^'\"]*\[)|hx-push-url|hx-history")
    assert [str(path) for path in templates if asked.search(path.read_text(encoding="utf-8"))] == []
