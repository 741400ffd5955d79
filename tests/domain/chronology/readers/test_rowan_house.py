"""The worked example's files: every row the truth names is where it says, with the words it says."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from threadline.domain.chronology.readers import read_document

TRUTH = json.loads((Path(__file__).parents[3] / "data" / "rowan-house" / "truth.json").read_text(encoding="utf-8"))
FILES = sorted({entry["file"] for entry in TRUTH["entries"]})


def plain(text):
    return " ".join(re.sub(r"[•\[\]]", " ", unicodedata.normalize("NFKC", text)).split()).casefold()


def rows_of(folder, file):
    """{(table name, row number): the row's text}."""
    document = read_document(file, (folder / file).read_bytes())
    return {
        (table.name, row.number): plain(" ".join(cell.text for cell in row.cells))
        for table in document.tables
        for row in table.rows
    }


@pytest.mark.parametrize("file", FILES)
def test_every_entry_of_the_truth_is_in_the_row_it_names(rowan_house, file):
    rows = rows_of(rowan_house, file)
    entries = [entry for entry in TRUTH["entries"] if entry["file"] == file]
    assert len(entries) > 10
    for entry in entries:
        assert plain(entry["description"]) in rows[entry["table"], entry["row"]], entry["id"]


@pytest.mark.parametrize("file", FILES)
def test_rows_the_truth_sets_aside_are_there_too(rowan_house, file):
    rows = rows_of(rowan_house, file)
    for row in TRUTH["not_entries"]:
        if row["file"] == file:
            words = rows[row["table"], row["row"]]
            assert words == "" if row["why"] == "blank" else words
