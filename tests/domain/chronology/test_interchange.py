"""The interchange file: valid by its schema, read back without loss, and plain about what is wrong with another."""

import json
from importlib.resources import files

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from tests.domain.chronology.making import SEVERAL, entry, reading
from tests.domain.chronology.test_merge import PERIOD

from threadline.domain.chronology.entries import Act, Level, Meaning, Reading, Why
from threadline.domain.chronology.interchange import read_interchange, readings_in, write_interchange
from threadline.domain.chronology.merge import merge
from threadline.domain.dates import Precision, Problem, Qualifier

SCHEMA = json.loads(files("threadline.domain.chronology").joinpath("interchange.schema.json").read_text("utf-8"))
_CHECK = Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@settings(max_examples=30, deadline=None)
@given(SEVERAL)
def test_what_is_written_fits_the_schema_and_is_read_back_whole(readings: list[Reading]) -> None:
    merged = merge(readings, period=PERIOD)

    text = write_interchange(merged)

    assert list(_CHECK.iter_errors(json.loads(text))) == []
    assert read_interchange(text) == merged


@settings(max_examples=30, deadline=None)
@given(SEVERAL)
def test_merging_what_was_merged_changes_nothing(readings: list[Reading]) -> None:
    merged = merge(readings, period=PERIOD)

    again = merge(readings_in(read_interchange(write_interchange(merged))), period=PERIOD)

    assert write_interchange(again) == write_interchange(merged)


def test_the_schema_names_every_word_that_can_be_written() -> None:
    named = SCHEMA["$defs"]

    assert set(named["entry"]["properties"]["fields"]["propertyNames"]["enum"]) == {str(one) for one in Meaning}
    assert set(named["left_out"]["properties"]["why"]["enum"]) == {str(one) for one in Why}
    assert set(named["attention"]["properties"]["acts"]["items"]["enum"]) == {str(one) for one in Act}
    assert set(named["attention"]["properties"]["level"]["enum"]) == {str(one) for one in Level}
    assert set(named["precision"]["enum"]) == {str(one) for one in Precision}
    assert set(named["qualifier"]["enum"]) == {None, *(str(one) for one in Qualifier)}
    assert set(named["problem"]["enum"]) == {None, *(str(one) for one in Problem)}


def test_a_merge_without_a_period_says_so() -> None:
    data = json.loads(write_interchange(merge([reading(entry())])))

    assert (data["period"], data["entries"][0]["in_period"]) == (None, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not json", "This is not JSON"),
        ("[]", "not a merged chronology"),
        ('{"format": "something else"}', "not a merged chronology"),
        ('{"format": "threadline-chronology", "version": 99}', "of version 99; only version 1"),
        ('{"format": "threadline-chronology", "version": 1, "entries": [{}]}', "Item 1 of “entries” cannot be read"),
        ('{"format": "threadline-chronology", "version": 1, "period": {}}', "period"),
    ],
)
def test_another_file_is_refused_with_the_reason(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_interchange(text)
