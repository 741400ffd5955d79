"""The reader on the two tables of texts that say what each means, scored as the semantics ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from threadline.domain.dates import tsv

DATA = Path(__file__).parent / "data"
TABLES = ("dates.tsv", "variants.tsv")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table, short ones filled up."""
    return list(_rows((DATA / name).read_text(encoding="utf-8").split("\n")))


def _rows(lines: list[str]) -> Iterator[dict[str, str]]:
    header = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        if cells != [""] or line is not lines[-1]:
            yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def answers(name: str) -> list[dict[str, str]]:
    """What the reader makes of a table that gives only texts and contexts."""
    asked = "\n".join(["text\tcontext", *(f"{row['text']}\t{row['context']}" for row in rows(name))])
    return list(_rows([*tsv.read_table(asked + "\n"), ""]))


def score(truth: list[dict[str, str]], given: list[dict[str, str]]) -> dict[str, float]:
    """Shares of rows with days, times and precision right, problems flagged and false; the number silently wrong."""
    pairs = list(zip(truth, given, strict=True))
    wrong = [(t, g) for t, g in pairs if (t["earliest"], t["latest"]) != (g["earliest"], g["latest"])]
    troubled = [(t, g) for t, g in pairs if t["problem"]]
    return {
        "days": 1 - len(wrong) / len(pairs),
        "times": sum((t["time_from"], t["time_to"]) == (g["time_from"], g["time_to"]) for t, g in pairs) / len(pairs),
        "precision": sum(t["precision"] == g["precision"] for t, g in pairs) / len(pairs),
        "flagged": sum(t["problem"] == g["problem"] for t, g in troubled) / len(troubled),
        "false": sum(bool(g["problem"]) and not t["problem"] for t, g in pairs) / len(pairs),
        "silent": sum(not g["problem"] for _, g in wrong),
    }


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_better_than_the_thresholds_and_never_silently_wrong(name: str) -> None:
    found = score(rows(name), answers(name))
    assert found["days"] >= 0.99
    assert found["times"] >= 0.99
    assert found["precision"] >= 0.97
    assert found["flagged"] >= 0.95
    assert found["false"] <= 0.01
    assert found["silent"] == 0


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_a_table_is_read_as_it_says(name: str) -> None:
    wrong = [
        (
            said["text"],
            {column: (said[column], given[column]) for column in tsv.COLUMNS if said[column] != given[column]},
        )
        for said, given in zip(rows(name), answers(name), strict=True)
    ]
    assert [entry for entry in wrong if entry[1]] == []


def test_the_score_sees_a_silent_wrong_day() -> None:
    truth = [{"earliest": "2015-06-05", "latest": "2015-06-05", "time_from": "", "time_to": "", "precision": "exact"}]
    truth = [row | {"problem": ""} for row in truth] + [row | {"problem": "ambiguous"} for row in truth]
    given = [row | {"earliest": "2015-05-06", "problem": ""} for row in truth]
    found = score(truth, given)
    assert found["silent"] == 2
    assert found["days"] == 0
    assert found["flagged"] == 0
