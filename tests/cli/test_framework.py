"""`threadline framework`: what it prints, its exit codes, and that it needs neither Django nor settings (W.a)."""

import json
import subprocess
import sys

import pytest
from tests.domain.framework.packs import change, copy_to

from threadline.cli import framework
from threadline.cli.main import main
from threadline.domain.framework.bundled import bundled
from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.registry import CHECKS

DIGEST = bundled("greater-manchester-2016").digest


@pytest.fixture
def nothing_supported(monkeypatch):
    monkeypatch.setattr(framework, "supported_checks", frozenset)


def own_pack(tmp_path, origin_digest=DIGEST, origin="greater-manchester-2016"):
    pack = copy_to(tmp_path)
    copied = f'copied_from: {{id: {origin}, version: "1.0", digest: "{origin_digest}"}}\nsections:'
    change(pack, "pack.yaml", "id: greater-manchester-2016", "id: own-board-2016")
    change(pack, "pack.yaml", "sections:", copied)
    return pack


@pytest.mark.usefixtures("nothing_supported")
def test_our_own_packs_are_whole_and_their_figures_are_printed(capsys):
    assert main(["framework", "check"]) == 0
    out = capsys.readouterr().out
    assert "Source: 13 sections, 142 sentences" in out
    assert "not enforceable, with a reason: 4" in out
    assert "Requirements, each naming its check: 86" in out
    assert "not yet supported: 86\n      access.boards_kept_apart\n" in out
    assert DIGEST in out


def test_checks_of_no_requirement_are_printed_as_spare(capsys, monkeypatch):
    monkeypatch.setattr(framework, "supported_checks", lambda: frozenset({"saar.specified", "panel.tea_served"}))
    assert main(["framework", "check"]) == 0
    out = capsys.readouterr().out
    assert "supported: 1\n    not yet supported: 85" in out
    assert "Checks that no requirement names: panel.tea_served" in out


@pytest.mark.usefixtures("nothing_supported")
def test_every_mistake_is_printed_with_file_and_line_and_the_exit_code_is_1(capsys, tmp_path):
    pack = copy_to(tmp_path)
    first = change(pack, "clocks.yaml", "length: 5 working days", "length: 5")
    second = change(pack, "requirements.yaml", "role: panel_chair", "role: chairman")
    assert main(["framework", "check", str(pack)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith(f"{pack}/clocks.yaml:{first}: “length” of clock notifiable_incident is “5”")
    assert lines[1].startswith(f"{pack}/requirements.yaml:{second}: “chairman” is not a role")
    assert lines[2] == f"{pack}: 2 mistakes. Correct them and check again."


@pytest.mark.usefixtures("nothing_supported")
def test_one_mistake_is_one_mistake(capsys, tmp_path):
    assert main(["framework", "check", str(tmp_path / "nowhere")]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path}/nowhere: is not a folder: give the folder of a pack\n"
        f"{tmp_path}/nowhere: 1 mistake. Correct it and check again.\n"
    )


@pytest.mark.usefixtures("nothing_supported")
def test_the_answer_in_json_holds_problems_figures_and_pack(capsys, tmp_path):
    assert main(["framework", "check", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)["packs"][0]
    assert report["problems"] == []
    assert report["pack"]["digest"] == DIGEST
    assert report["coverage"]["not_yet_supported"] == 86
    pack = copy_to(tmp_path)
    line = change(pack, "clocks.yaml", "length: 5 working days", "length: 5")
    assert main(["framework", "check", str(pack), "--json"]) == 1
    broken = json.loads(capsys.readouterr().out)["packs"][0]
    assert (broken["problems"][0]["file"], broken["problems"][0]["line"]) == ("clocks.yaml", line)
    assert "coverage" not in broken


@pytest.mark.usefixtures("nothing_supported")
def test_a_boards_own_pack_is_compared_with_its_origin(capsys, tmp_path):
    pack = own_pack(tmp_path)
    change(pack, "requirements.yaml", "    weight: must", "    weight: should")
    assert main(["framework", "check", str(pack)]) == 0
    out = capsys.readouterr().out
    assert "Copied from greater-manchester-2016 1.0.\n  Changed: 1, asking for less: 1\n" in out
    assert "requirement (asks for less): requirements 1.a weight was “must” and is now “should”." in out
    assert main(["framework", "check", str(pack), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["packs"][0]["changes"][0]["loosens"] is True


@pytest.mark.usefixtures("nothing_supported")
def test_a_copy_of_an_origin_that_has_changed_or_is_not_here_says_so(capsys, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    changed = own_pack(tmp_path / "a", origin_digest="sha256:" + "0" * 64)
    assert main(["framework", "check", str(changed)]) == 0
    assert "the one here, 1.0, has another digest: one of the two has changed since." in capsys.readouterr().out
    elsewhere = own_pack(tmp_path / "b", origin="another-region-2014")
    assert main(["framework", "check", str(elsewhere)]) == 0
    assert "Copied from another-region-2014 1.0, which is not here to compare with." in capsys.readouterr().out


def test_the_packs_that_come_with_threadline_are_listed_with_version_and_digest(capsys):
    assert main(["framework", "list"]) == 0
    out = capsys.readouterr().out
    assert "greater-manchester-2016 1.0: Greater Manchester Serious Case Review Systems Approach" in out
    assert DIGEST in out
    assert main(["framework", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["packs"][0]["requirements"] == 86


def test_the_checks_that_areas_register_are_loaded_and_counted(monkeypatch, tmp_path):
    area = tmp_path / "made_up_area"
    area.mkdir()
    (area / "__init__.py").write_text("")
    (area / "requirements.py").write_text(
        "from threadline.domain.framework.outcome import Outcome\n"
        "from threadline.domain.framework.registry import CHECKS\n"
        "@CHECKS.check('saar.made_up_for_a_test')\n"
        "def made_up(review):\n    return Outcome.met()\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(CHECKS, "_checks", {})
    assert framework.supported_checks(["made_up_area"]) == {"saar.made_up_for_a_test"}
    assert CHECKS.checks()["saar.made_up_for_a_test"](None) == Outcome.met()


def test_what_the_command_counts_is_what_the_areas_register_and_none_of_it_is_spare():
    from threadline.domain.framework.coverage import coverage_of

    found = framework.supported_checks()
    assert found == frozenset(CHECKS.checks())
    figures = coverage_of(bundled("greater-manchester-2016"), found)
    assert figures.spare == ()
    assert figures.supported == len(found)
    not_built = {name.split(".")[0] for name in figures.unsupported}
    assert not_built <= {"family", "saar", "learning_event", "analysis", "report", "response"}


def test_areas_that_register_none_are_passed_over(monkeypatch):
    monkeypatch.setattr(CHECKS, "_checks", {})
    assert framework.supported_checks(["no_such_area_anywhere", "threadline.domain"]) == frozenset()


def test_a_folder_is_checked_where_django_is_not_installed(tmp_path):
    block = (
        "import sys\n"
        "class Refuse:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in {'django', 'sqlite3', 'pysqlite3'}:\n"
        "            raise ImportError('not here: ' + name)\n"
        "sys.meta_path.insert(0, Refuse())\n"
        "from threadline.domain.framework import bundled, evaluate, compare\n"
        "from threadline.domain.timetable import picture, drift, clocks\n"
        "from threadline.domain.threshold import decisions\n"
        "from threadline.domain.independence import checks\n"
        "print(bundled.bundled('greater-manchester-2016').digest)\n"
    )
    done = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == DIGEST
