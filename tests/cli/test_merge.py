"""`threadline merge`: files in, one chronology out; refusals name the file and nothing is half written."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.domain.chronology.strange.drawing import Strange, load
from tests.domain.chronology.strange.writing import as_word

from threadline.cli.main import main
from threadline.cli.merge import _Progress

CASES = {case.name: case for case in load("templates.txt")}
POLICE = "Date,Time,Event,Outcome\n03/02/2015,09:30,Called to the address.,None\n31/06/2015,,Arrest for assault.,Bail\n"
SCHOOL = "Date;Concern;Notes kept by\n02/02/2015;Absent without reason.;AT\n05/10/2015;Tired and hungry.;AT\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two small files in it, which is the working directory."""
    (tmp_path / "Westmarch Police log.csv").write_text(POLICE, "utf-8")
    (tmp_path / "larkspur.csv").write_text(SCHOOL, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


FILES = ("Westmarch Police log.csv", "larkspur.csv")
TODAY = ("--today", "2016-06-01")


def _merge(*arguments: str) -> int:
    return main(["merge", *arguments, *TODAY])


def _written(name: str = "m.json") -> dict[str, object]:
    return json.loads(Path(name).read_text("utf-8"))


def test_two_files_become_one_chronology(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _merge(*FILES, "-o", "m.json") == 0

    told = [(entry["file"], entry["row"], entry["earliest"], entry["time"]) for entry in _written()["entries"]]
    assert told == [
        ("larkspur.csv", 2, "2015-02-02", None),
        ("Westmarch Police log.csv", 2, "2015-02-03", "09:30"),
        ("larkspur.csv", 3, "2015-10-05", None),
        ("Westmarch Police log.csv", 3, None, None),
    ]
    out = capsys.readouterr().out
    assert "2 files: 4 entries, 2 rows left out." in out
    assert 'Westmarch Police log.csv, table 1, row 3: "31/06/2015" is not a date' in out
    assert out.rstrip().endswith("Written: m.json")


def test_the_order_of_the_files_makes_no_difference(place: Path) -> None:
    _merge(*FILES, "-o", "a.json")
    _merge(*reversed(FILES), "-o", "b.json")

    assert Path("a.json").read_bytes() == Path("b.json").read_bytes()


def test_a_merged_file_can_be_merged_again_with_others(place: Path) -> None:
    _merge(FILES[0], "-o", "a.json")
    _merge("a.json", FILES[1], "-o", "b.json")
    _merge(*FILES, "-o", "c.json")
    _merge("c.json", "b.json", *FILES, "-o", "d.json")

    assert Path("b.json").read_bytes() == Path("c.json").read_bytes() == Path("d.json").read_bytes()


def test_every_kind_of_file_can_be_written_at_once(place: Path) -> None:
    assert _merge(*FILES, "-o", "m.xlsx", "-o", "m.docx", "-o", "m.csv", "-o", "m.json", "--title", "R-2016-03") == 0

    assert Path("m.xlsx").read_bytes()[:2] == b"PK" == Path("m.docx").read_bytes()[:2]
    assert len(list(csv.reader(io.StringIO(Path("m.csv").read_text("utf-8-sig"))))) == 5


def test_a_word_file_is_read_and_its_rows_found(place: Path) -> None:
    case: Strange = CASES["court chronology"]
    Path("court.docx").write_bytes(as_word(case.document))

    assert _merge("court.docx", "-o", "m.json", "--quiet") == 0
    assert [entry["row"] for entry in _written()["entries"]] == [one.row for one in case.truth]


@pytest.mark.parametrize("said", ["2014-09-01..2015-09-30", "1/9/14..30/9/15", "Sept 2014..Sept 2015"])
def test_entries_outside_the_period_are_kept_and_marked(place: Path, said: str) -> None:
    assert _merge(*FILES, "-o", "m.json", "--period", said) == 0

    assert _written()["period"] == {"first": "2014-09-01", "last": "2015-09-30"}
    assert [entry["in_period"] for entry in _written()["entries"]] == [True, True, False, None]


def test_an_agency_can_be_named(place: Path) -> None:
    assert _merge(*FILES, "-o", "m.json", "--agency", "larkspur.csv=Larkspur Primary = Nursery") == 0

    assert _written()["agencies"] == {"Larkspur Primary = Nursery": 2, "Westmarch Police": 2}


def test_a_column_can_be_said_to_mean_something(place: Path) -> None:
    assert _merge(*FILES, "-o", "m.json", "--map", "larkspur.csv:Notes kept by=professional") == 0

    assert _written()["entries"][0]["fields"] == {"professional": "AT"}


def test_a_column_can_be_mapped_in_every_file(place: Path) -> None:
    assert _merge(FILES[0], "-o", "m.json", "--map", "*:Outcome=decision") == 0

    assert _written()["entries"][0]["fields"] == {"decision": "None"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "m.png"), "cannot write “m.png”: its name must end in .xlsx, .docx, .pdf, .csv, .json"),
        (("-o", "m.json", "--period", "last year"), "--period “last year” is not a period"),
        (("-o", "m.json", "--period", "2015..2014"), "ends (2014-12-31) before it begins (2015-01-01)"),
        (("-o", "m.json", "--agency", "nobody.csv=GP"), "--agency “nobody.csv=GP” names none of the files"),
        (("-o", "m.json", "--agency", "larkspur.csv="), "names none of the files"),
        (("-o", "m.json", "--map", "nobody.csv:Date=date"), "--map “nobody.csv:Date=date” names none of the files"),
        (("-o", "m.json", "--map", "larkspur.csv:Date=birthday"), "“birthday” is not a kind of column"),
        (
            ("-o", "m.json", "--map", "larkspur.csv:When=date"),
            "larkspur.csv has no column “When”. Its columns are: Concern, Date",
        ),
        (("-o", "nowhere/m.json"), "cannot write “nowhere/m.json”"),
    ],
)
def test_an_argument_that_cannot_be_followed_is_named(
    place: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert _merge(*FILES, *arguments) == 2

    assert said in capsys.readouterr().err
    assert sorted(path.name for path in place.iterdir()) == sorted(FILES)


def test_a_day_that_is_none_for_today_is_named(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", *FILES, "-o", "m.json", "--today", "soon"]) == 2
    assert "--today “soon” is not a day" in capsys.readouterr().err


def test_without_a_day_for_today_the_clock_is_used(place: Path) -> None:
    Path("far.csv").write_text("Date,Event\n03/02/2199,Visit made.\n03/02/2014,Call made.\n", "utf-8")

    assert main(["merge", "far.csv", "-o", "m.json", "--quiet"]) == 0


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.csv", b"", "empty.csv"),
        ("locked.docx", b"PK\x03\x04 broken", "locked.docx"),
        ("missing.docx", None, "missing.docx: the file cannot be opened"),
        ("other.json", b"{}", "other.json: This is not a merged chronology"),
    ],
)
def test_a_refused_file_is_named_and_nothing_is_written(
    place: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        Path(name).write_bytes(data)

    assert _merge(FILES[0], name, "-o", "m.json") == 2

    err = capsys.readouterr().err
    assert said in err
    assert "Nothing was written" in err
    assert not Path("m.json").exists()


def test_with_keep_going_the_others_are_written_and_the_code_says_so(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty.csv").write_bytes(b"")

    assert _merge(FILES[0], "empty.csv", "-o", "m.json", "--keep-going") == 1

    assert len(_written()["entries"]) == 2
    assert "empty.csv" in capsys.readouterr().err


def test_files_of_one_name_in_two_folders_are_told_apart_by_their_paths(place: Path) -> None:
    for folder in ("a", "b"):
        Path(folder).mkdir()
        Path(folder, "log.csv").write_text(POLICE.replace("Arrest", folder), "utf-8")

    assert _merge("a/log.csv", "b/log.csv", "-o", "m.json", "--agency", "a/log.csv=GP", "--quiet") == 0

    assert {entry["file"]: entry["agency"] for entry in _written()["entries"]}["a/log.csv"] == "GP"
    assert {entry["file"] for entry in _written()["entries"]} == {"a/log.csv", "b/log.csv"}


def test_a_file_named_twice_is_read_once(place: Path) -> None:
    assert _merge(FILES[0], FILES[0], "-o", "m.json", "--quiet") == 0

    assert len(_written()["entries"]) == 2


def test_an_agency_s_file_is_never_written_over(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(FILES[0]).read_bytes()

    assert _merge(*FILES, "-o", f"./{FILES[0]}") == 2
    assert Path(FILES[0]).read_bytes() == before
    assert "one of the files to read. Choose another name." in capsys.readouterr().err


def test_a_merged_file_can_be_added_to_and_written_back(place: Path) -> None:
    assert _merge(FILES[0], "-o", "m.json") == 0
    assert _merge("m.json", FILES[1], "-o", "m.json") == 0

    assert len(_written()["entries"]) == 4


@pytest.mark.parametrize("bad", ["nowhere/m.csv", "folder.csv"])
def test_when_one_output_cannot_be_written_none_is(place: Path, bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("folder.csv").mkdir()

    assert _merge(*FILES, "-o", "m.json", "-o", bad) == 2
    assert sorted(path.name for path in place.iterdir()) == sorted([*FILES, "folder.csv"])
    assert f"cannot write “{bad}”" in capsys.readouterr().err


def test_with_keep_going_nothing_is_written_when_no_file_can_be_read(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty.csv").write_bytes(b"")

    assert _merge("empty.csv", "-o", "m.json", "--keep-going") == 2
    assert not Path("m.json").exists()
    assert "none of the files could be read" in capsys.readouterr().err


def test_quiet_says_nothing(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _merge(*FILES, "-o", "m.json", "--quiet")

    assert capsys.readouterr() == ("", "")


def test_an_earlier_file_is_replaced_whole(place: Path) -> None:
    Path("m.json").write_text("old", "utf-8")

    assert _merge(FILES[0], "-o", "m.json", "--quiet") == 0
    assert _written()["format"] == "threadline-chronology"


def test_progress_is_told_once_reading_takes_longer_than_a_second(capsys: pytest.CaptureFixture[str]) -> None:
    moments = iter((0.0, 0.4, 2.0))
    progress = _Progress(2, quiet=False, clock=lambda: next(moments))

    progress.done("a.csv")
    progress.done("b.csv")

    assert capsys.readouterr().err == "Read 2 of 2: b.csv\n"


def test_neither_django_nor_a_database_is_needed(place: Path) -> None:
    code = (
        "import sys; from threadline.cli.main import main; "
        f"code = main(['merge', {FILES[0]!r}, '-o', 'm.json', '--quiet']); "
        "print([name for name in ('django', 'sqlite3', 'openpyxl', 'docx') if name in sys.modules]); sys.exit(code)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "[]", "")
