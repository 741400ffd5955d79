import argparse
import json
from pathlib import Path

import pytest

from threadline.cli.link import add_parser

ENTRIES = [
    {
        "file": "police.docx",
        "table": 1,
        "row": 4,
        "agency": "Ardenshire Police",
        "earliest": "2016-03-07",
        "latest": "2016-03-07",
        "time": "21:30",
        "description": "Partner punched mother. Children in the lounge. PPN submitted.",
    },
    {
        "file": "csc.xlsx",
        "table": "Log",
        "row": 9,
        "agency": "Ardenshire Children's Social Care",
        "earliest": "2016-03-08",
        "latest": "2016-03-08",
        "time": None,
        "description": "PPN from police: assault on mother. Children with their grandmother.",
    },
    {
        "file": "gp.csv",
        "table": 0,
        "row": 2,
        "agency": "Wharf Road Surgery",
        "earliest": None,
        "latest": None,
        "time": None,
        "description": "Ear infection.",
    },
]
ENDS = {"a": {"file": "csc.xlsx", "table": "Log", "row": 9}, "b": {"file": "police.docx", "table": 1, "row": 4}}


def _link(*words: str) -> int:
    top = argparse.ArgumentParser()
    add_parser(top.add_subparsers())
    arguments = top.parse_args(["link", *words])
    code: int = arguments.run(arguments)
    return code


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    path = tmp_path / "merged.json"
    path.write_text(json.dumps({"entries": ENTRIES}), encoding="utf-8")
    return path


def test_links_are_written_with_places_as_the_merge_gave_them(merged, tmp_path):
    out = tmp_path / "links.json"
    assert _link(str(merged), "-o", str(out)) == 0
    written = json.loads(out.read_text(encoding="utf-8"))
    assert (written["format"], written["version"], written["threshold"]) == ("threadline links", 1, 0.5)
    (link,) = written["links"]
    assert {name: link[name] for name in "ab"} == ENDS
    assert link["score"] > 0.9
    assert link["contradictions"] == ["person"]
    assert link["why"].startswith("Both may record a domestic incident, a day apart.")
    (differs,) = link["differences"]
    assert differs["field"] == "person"
    assert (differs["a"], differs["b"]) == ("Children with their grandmother", "Children in the lounge")
    assert differs["a"] in differs["says"]


def test_a_summary_says_how_many(merged, tmp_path, capsys):
    assert _link(str(merged), "-o", str(tmp_path / "links.json")) == 0
    said = capsys.readouterr().out
    assert "3 entries; 2 of them may record 1 events told more than once (1 pairs)." in said
    assert "1 pairs differ on something that cannot both be right." in said
    assert "1 entries have no date and were compared with nothing." in said


def test_quiet_says_nothing_and_all_dated_says_nothing_of_dates(merged, tmp_path, capsys):
    out = str(tmp_path / "links.json")
    assert _link(str(merged), "-o", out, "--quiet") == 0
    assert capsys.readouterr().out == ""
    merged.write_text(json.dumps({"entries": ENTRIES[:2]}), encoding="utf-8")
    assert _link(str(merged), "-o", out) == 0
    assert "no date" not in capsys.readouterr().out


def test_a_refused_pair_is_not_offered_again(merged, tmp_path):
    refused, out = tmp_path / "refused.json", tmp_path / "links.json"
    refused.write_text(json.dumps({"refused": [ENDS]}), encoding="utf-8")
    assert _link(str(merged), "-o", str(out), "--refused", str(refused)) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["links"] == []


def test_the_threshold_is_followed(merged, tmp_path):
    out = tmp_path / "links.json"
    assert _link(str(merged), "-o", str(out), "--threshold", "0.999") == 0
    written = json.loads(out.read_text(encoding="utf-8"))
    assert (written["threshold"], written["links"]) == (0.999, [])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("no json", "is not a JSON file"),
        ("[]", "holds no list of entries"),
        ('{"entries": [1]}', "holds no list of entries"),
        ('{"entries": {}}', "holds no list of entries"),
        (json.dumps({"entries": [{**ENTRIES[0], "earliest": "7 March"}]}), "entry 1: Invalid isoformat string"),
        (json.dumps({"entries": [{"file": "a", "table": 0, "row": None, "description": ""}]}), "entry 1: int()"),
        (json.dumps({"entries": [ENTRIES[0], {"file": "a"}]}), "entry 2: 'table' is missing"),
        (json.dumps({"entries": [ENTRIES[0], ENTRIES[0]]}), "row 4 is given twice"),
    ],
)
def test_a_chronology_that_cannot_be_read_is_refused_and_nothing_written(content, said, tmp_path, capsys):
    merged, out = tmp_path / "merged.json", tmp_path / "links.json"
    merged.write_text(content, encoding="utf-8")
    assert _link(str(merged), "-o", str(out)) == 2
    heard = capsys.readouterr()
    assert said in heard.err
    assert "Nothing was written." in heard.err
    assert not out.exists()


def test_a_missing_file_is_said(tmp_path, capsys):
    assert _link(str(tmp_path / "none.json"), "-o", str(tmp_path / "links.json")) == 2
    assert "cannot be opened (No such file or directory)" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["{}", "[]", '{"refused": [{"a": {"file": "x"}}]}', '{"refused": [[1, 2]]}'])
def test_a_list_of_refused_pairs_that_is_none_is_refused(content, merged, tmp_path, capsys):
    refused = tmp_path / "refused.json"
    refused.write_text(content, encoding="utf-8")
    assert _link(str(merged), "-o", str(tmp_path / "links.json"), "--refused", str(refused)) == 2
    assert "is not a list of refused pairs" in capsys.readouterr().err


def test_a_threshold_that_is_no_likelihood_is_refused(merged, tmp_path, capsys):
    assert _link(str(merged), "-o", str(tmp_path / "links.json"), "--threshold", "7") == 2
    assert "give a number from 0 to 1" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_said_and_leaves_nothing(merged, tmp_path, capsys):
    assert _link(str(merged), "-o", str(tmp_path / "no" / "links.json")) == 2
    assert "Choose another place." in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["merged.json"]
