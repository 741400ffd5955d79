"""Comparing what was read with what is true."""

import re
from collections.abc import Sequence

from tests.domain.chronology.strange.drawing import Truth

from threadline.domain.chronology.entries import Entry


def plain(text: str) -> str:
    """Words alone: no bullets, one space, small letters."""
    return " ".join(re.sub(r"[•·▪]", " ", text).split()).casefold()


def told(entry: Entry) -> Truth:
    """An entry as a truth, for comparing."""
    when = entry.when
    return Truth(
        entry.place.table,
        entry.place.row,
        when.earliest.isoformat() if when.earliest else "",
        when.latest.isoformat() if when.latest else "",
        f"{when.time_from:%H:%M}" if when.time_from else "",
        entry.description,
    )


def assert_same(entries: Sequence[Entry], truth: Sequence[Truth], *, tables: bool = True) -> None:
    """Fail at the first entry that is missing, invented or read otherwise; `tables` false leaves the table's name
    aside.
    """
    read = [told(entry) for entry in entries]
    assert [one.row for one in read] == [one.row for one in truth]
    if tables:
        assert [one.table for one in read] == [one.table for one in truth]
    for got, right in zip(read, truth, strict=True):
        assert (got.row, got.earliest, got.latest, got.time) == (right.row, right.earliest, right.latest, right.time)
        assert plain(right.description) in plain(got.description)
        assert len(plain(got.description)) <= len(plain(right.description)) * 2 + 60
