from datetime import date

import pytest

from threadline.domain.chronology.linking import from_interchange, pair
from threadline.domain.chronology.linking.account import Account

ENTRY = {
    "file": "police.docx",
    "table": 1,
    "row": 7,
    "agency": "Ardenshire Police",
    "date_text": "7 March",
    "earliest": "2016-03-07",
    "latest": "2016-03-08",
    "time": "09:05",
    "description": "Core group.",
    "fields": {"source": "PPN 43291", "child_seen": "No"},
}


def test_an_entry_of_the_interchange_becomes_an_account():
    account = from_interchange(ENTRY)
    assert account == Account(
        ("police.docx", "1", 7),
        "Ardenshire Police",
        date(2016, 3, 7),
        date(2016, 3, 8),
        "09:05",
        "Core group.",
        "PPN 43291",
    )
    assert account.minutes == 545


def test_what_an_entry_lacks_is_left_empty():
    account = from_interchange({"file": "a", "table": "Log", "row": "3", "description": None, "earliest": None})
    assert account == Account(("a", "Log", 3), "", None, None, None, "")
    assert account.minutes is None


def test_fields_that_are_no_table_of_fields_are_passed_over():
    assert from_interchange({**ENTRY, "fields": ["source"]}).reference == ""


@pytest.mark.parametrize("name", ["file", "table", "row", "description"])
def test_an_entry_without_its_place_or_words_is_refused(name):
    with pytest.raises(KeyError, match=name):
        from_interchange({key: value for key, value in ENTRY.items() if key != name})


def test_a_date_that_is_none_is_refused():
    with pytest.raises(ValueError, match="Invalid isoformat"):
        from_interchange({**ENTRY, "earliest": "7 March"})


def test_a_pair_is_the_same_whichever_is_named_first():
    one, other = ("a", "0", 2), ("a", "0", 1)
    assert pair(one, other) == pair(other, one) == (other, one)
