"""What a reading says survives being stored, whole."""

import pytest

from tests.areas.chronology.conftest import rows_of, sample
from threadline.chronology.interpreting import interpreted
from threadline.chronology.models import AgencyFile
from threadline.chronology.records import entry_of, left_out_of, showable, table_name, table_text
from threadline.chronology.records import rows_of as records_of
from threadline.chronology.wording import table_words
from threadline.domain.chronology.entries import Entry, LeftOut, Place, Reading, Why
from threadline.domain.chronology.interpret import interpret
from threadline.domain.chronology.readers import read_document

pytestmark = pytest.mark.django_db


def test_every_entry_and_row_left_out_of_the_example_comes_back_as_it_was(cast, receive, rowan_house):
    from django.utils import timezone

    for path in sorted(rowan_house.iterdir()):
        (received,) = receive(sample(rowan_house, path.name), agency=cast.police, token=path.name)
        reading = interpret(
            read_document(path.name, path.read_bytes()), agency=cast.police.name, today=timezone.localdate()
        )
        stored = rows_of(received.file)
        back = [entry_of(row, file=path.name) if row.is_entry else left_out_of(row, file=path.name) for row in stored]
        order = {(row.place.table, row.place.row): row for row in (*reading.entries, *reading.left_out)}
        assert len(back) == len(reading.entries) + len(reading.left_out)
        for found in back:
            assert found == order[found.place.table, found.place.row]


def test_two_rows_of_one_place_are_both_kept(cast, police_file):
    place = Place("x.csv", 0, 1)
    reading = Reading(
        file="x.csv", kind="csv", digest="", agency="", agency_confidence=1, agency_why="", tables=(),
        entries=(), left_out=tuple(LeftOut(place, Why.NOTE, text) for text in "abc"),
    )  # fmt: skip
    assert len({row.pk for row in records_of(reading, police_file)}) == 3


@pytest.mark.parametrize("name", [0, 12, "Log", 'a "sheet"', "Данные", "3.1.0"])
def test_a_tables_name_is_stored_and_found_again(name):
    assert table_name(table_text(name)) == name


@pytest.mark.parametrize(
    ("name", "words"), [(0, "table 1"), ("text", "the text"), ("Log", "sheet “Log”"), ("", "typed by hand")]
)
def test_what_a_table_is_called(name, words):
    assert table_words(name) == words


def test_what_no_page_can_hold_is_replaced_wherever_it_stands():
    assert showable({"a": ["x\x00", ("\ud800",), 3, None]}) == {"a": ["x\ufffd", ["\ufffd"], 3, None]}


def test_a_file_of_which_the_agency_is_known_is_read_as_its(cast, police_file, rowan_house):
    from datetime import date

    from threadline.access.scope import review_scope

    file = AgencyFile._base_manager.select_related("agency", "document").get(pk=police_file.pk)
    with review_scope(cast.review):
        found = interpreted(file, read_document("x.csv", b"Date,Event\n3/2/2015,Seen at home."), today=date(2016, 1, 1))
    assert [entry.agency for entry in found.reading.entries if isinstance(entry, Entry)] == ["Westmarch Police"]
    assert found.proposed is None
