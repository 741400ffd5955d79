"""`threadline dates` on the command line."""

from pathlib import Path

import pytest

from threadline.cli.main import main

SAMPLE = Path(__file__).parents[1] / "domain" / "dates" / "data" / "dates.tsv"


def test_each_text_is_explained_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dates", "31/06/2015", "3 Feb", "ditto", "--year", "2015", "--previous", "2015-02-02"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        '"31/06/2015" is not a date: June has 30 days. Check the source and correct it.',
        '"3 Feb" is read as Tuesday 3 February 2015. The year is the one given.',
        '"ditto" is read as Monday 2 February 2015. It is the day of the row above.',
    ]


def test_a_text_may_be_checked_against_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dates", "5/6/15", "--today", "2015-01-01"]) == 0
    assert "in the future" in capsys.readouterr().out


def test_a_column_is_read_into_a_file(tmp_path: Path) -> None:
    asked, given = tmp_path / "in.tsv", tmp_path / "out.tsv"
    rows = [line.split("\t")[:2] for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
    asked.write_text("".join("\t".join(cells) + "\n" for cells in rows), encoding="utf-8")
    assert main(["dates", "--file", str(asked), "-o", str(given)]) == 0
    truth = [line.split("\t")[:9] for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
    assert [line.split("\t") for line in given.read_text(encoding="utf-8").splitlines()] == truth


def test_a_column_is_printed_where_no_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = tmp_path / "in.tsv"
    asked.write_bytes("\ufefftext\tcontext\r\n5–6 June 2015\t\r\n".encode())
    assert main(["dates", "--file", str(asked)]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "5–6 June 2015\t\t2015-06-05\t2015-06-06\t\t\trange\t\t"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Give either one or more texts, or a column with --file."),
        (["3 Feb", "--file", "x.tsv"], "Give either one or more texts, or a column with --file."),
        (["3 Feb", "-o", "x.tsv"], "-o goes with --file. Without --file the sentences are printed."),
        (["--file", "x.tsv", "--year", "2015"], "--year, --previous and --today go with texts."),
    ],
)
def test_arguments_that_do_not_go_together_are_refused(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["dates", *arguments]) == 2
    assert capsys.readouterr().err.startswith(sentence)


@pytest.mark.parametrize(
    ("argument", "sentence"),
    [
        ("--year=15", "'15' is not a year. Write it as YYYY."),
        ("--previous=3/2/15", "'3/2/15' is not a day. Write it as YYYY-MM-DD."),
    ],
)
def test_an_option_that_is_no_day_or_year_is_refused(
    argument: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["dates", "3 Feb", argument])
    assert stopped.value.code == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "line 1: there is no header."),
        (b"when\n", "line 1: there is no column named text."),
        (b"text\tcontext\n3 Feb\tyear=x\n", "line 2: year=x is not a year."),
        (b"text\n5\xa36\n", "byte 7 is not UTF-8. Save the file as UTF-8 and try again."),
    ],
)
def test_a_file_that_is_no_column_is_refused_by_name_and_nothing_is_written(
    content: bytes, fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, given = tmp_path / "in.tsv", tmp_path / "out.tsv"
    asked.write_bytes(content)
    assert main(["dates", "--file", str(asked), "-o", str(given)]) == 2
    told = capsys.readouterr().err
    assert str(asked) in told
    assert fault in told
    assert not given.exists()


def test_a_file_that_is_not_there_or_cannot_be_written_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["dates", "--file", str(tmp_path / "none.tsv")]) == 2
    assert "none.tsv cannot be read: No such file or directory." in capsys.readouterr().err
    assert main(["dates", "--file", str(SAMPLE), "-o", str(tmp_path / "no" / "out.tsv")]) == 2
    assert "cannot be written: No such file or directory. Choose another place with -o." in capsys.readouterr().err
