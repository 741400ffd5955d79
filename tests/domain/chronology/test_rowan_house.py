"""The worked example's files, read and merged: every row of the truth once, dated and placed right, and nothing
besides.
"""

import json
from pathlib import Path

import pytest

from threadline.domain.chronology.entries import Reading
from threadline.domain.chronology.interpret import interpret
from threadline.domain.chronology.merge import merge
from threadline.domain.chronology.readers import read_document

TRUTH = json.loads((Path(__file__).parents[2] / "data" / "rowan-house" / "truth.json").read_text("utf-8"))
FILES = sorted({entry["file"] for entry in TRUTH["entries"]})
NAMED_IN_THE_FILE = {
    "Westmarch Police",
    "Northfield Hospitals NHS Trust",
    "Westmarch Children's Social Care",
    "Westmarch Community Health",
    "Westmarch Homes",
    "Westmarch Probation",
    "Turnaround Recovery Service",
}


def _read(folder: Path, file: str) -> Reading:
    return interpret(read_document(file, (folder / file).read_bytes()))


@pytest.mark.parametrize("file", FILES)
def test_every_row_is_read_once_as_the_truth_has_it(rowan_house: Path, file: str) -> None:
    reading = _read(rowan_house, file)

    told = {
        (entry.place.table, entry.place.row): (
            entry.when.earliest.isoformat() if entry.when.earliest else None,
            entry.when.latest.isoformat() if entry.when.latest else None,
            f"{entry.when.time_from:%H:%M}" if entry.when.time_from else None,
            str(entry.when.precision),
        )
        for entry in reading.entries
    }
    true = {
        (entry["table"], entry["row"]): (entry["earliest"], entry["latest"], entry["time"], entry["precision"])
        for entry in TRUTH["entries"]
        if entry["file"] == file
    }
    assert len(reading.entries) == len(true)
    assert told == true


@pytest.mark.parametrize("file", FILES)
def test_rows_that_are_no_entries_are_left_out_for_the_right_reason(rowan_house: Path, file: str) -> None:
    left_out = {(row.place.table, row.place.row): str(row.why) for row in _read(rowan_house, file).left_out}

    named = [row for row in TRUTH["not_entries"] if row["file"] == file and row["why"] != "blank"]
    assert {(row["table"], row["row"]): left_out[row["table"], row["row"]] for row in named} == {
        (row["table"], row["row"]): row["why"] for row in named
    }


@pytest.mark.parametrize("file", FILES)
def test_headings_mean_what_the_truth_says(rowan_house: Path, file: str) -> None:
    columns = {
        column.heading: str(column.meaning) for table in _read(rowan_house, file).tables for column in table.columns
    }

    assert columns == TRUTH["columns"][file]


def test_agencies_are_found_wherever_a_file_or_its_name_tells(rowan_house: Path) -> None:
    assert {_read(rowan_house, file).agency for file in FILES} >= NAMED_IN_THE_FILE


def test_the_merged_chronology_holds_every_entry(rowan_house: Path) -> None:
    assert len(merge(_read(rowan_house, file) for file in FILES).entries) == len(TRUTH["entries"]) == 265
