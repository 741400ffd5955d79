"""Every strange layout, read whole: each row once, none invented, dates, times and places right."""

import re

import pytest

from tests.domain.chronology.strange.drawing import Strange, Truth
from tests.domain.chronology.strange.everything import EVERYTHING
from threadline.domain.chronology.entries import Entry
from threadline.domain.chronology.interpret import interpret


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[•·▪]", " ", text).split()).casefold()


def _told(entry: Entry) -> Truth:
    when = entry.when
    return Truth(
        entry.place.table,
        entry.place.row,
        when.earliest.isoformat() if when.earliest else "",
        when.latest.isoformat() if when.latest else "",
        f"{when.time_from:%H:%M}" if when.time_from else "",
        entry.description,
    )


@pytest.mark.parametrize("case", EVERYTHING, ids=lambda case: case.name)
def test_every_row_is_read_once_with_its_date_time_and_place(case: Strange) -> None:
    reading = interpret(case.document)

    told = [_told(entry) for entry in reading.entries]
    assert [(one.table, one.row) for one in told] == [(one.table, one.row) for one in case.truth]
    for got, right in zip(told, case.truth, strict=True):
        assert (got.row, got.earliest, got.latest, got.time) == (right.row, right.earliest, right.latest, right.time)
        assert _plain(right.description) in _plain(got.description)
        assert len(_plain(got.description)) <= len(_plain(right.description)) * 2 + 60


@pytest.mark.parametrize("case", [case for case in EVERYTHING if case.meanings], ids=lambda case: case.name)
def test_headings_mean_what_their_writers_meant(case: Strange) -> None:
    reading = interpret(case.document)

    found = {column.heading: str(column.meaning) for table in reading.tables for column in table.columns}
    assert {heading: found.get(heading) for heading in case.meanings} == case.meanings


@pytest.mark.parametrize("case", [case for case in EVERYTHING if case.agency], ids=lambda case: case.name)
def test_the_agency_is_found(case: Strange) -> None:
    assert interpret(case.document).agency == case.agency
