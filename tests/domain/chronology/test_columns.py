"""Headings and what stands below them, weighed together."""

import pytest
from tests.domain.chronology.strange.drawing import table

from threadline.domain.chronology.columns import column_keys, recognise
from threadline.domain.chronology.entries import Column, Meaning
from threadline.domain.chronology.heading_match import is_heading_word, meanings
from threadline.domain.chronology.headings import PHRASES
from threadline.domain.chronology.lines import lines


def _columns(*rows: str) -> dict[str, Column]:
    head, *body = lines(table(rows))
    return {column.key: column for column in recognise(head.texts, body)}


def _meanings(*rows: str) -> list[str]:
    return [str(column.meaning) for column in _columns(*rows).values()]


@pytest.mark.parametrize("meaning", PHRASES)
def test_every_listed_heading_is_recognised_in_any_letters(meaning: Meaning) -> None:
    for phrase in PHRASES[meaning].split(";"):
        assert meaning in meanings(phrase.strip().upper()), phrase


def test_no_heading_is_listed_for_two_meanings_unless_it_is_ambiguous() -> None:
    phrases = [phrase.strip() for listed in PHRASES.values() for phrase in listed.split(";")]

    assert sorted({phrase for phrase in phrases if phrases.count(phrase) > 1}) == []


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Date (of the event)", Meaning.DATE),
        ("At (time)", Meaning.TIME),
        ("The Outcome", Meaning.ACTION),
        ("Child’s views", Meaning.VOICE),
        ("Action & outcome", Meaning.ACTION),
        ("Agency/Source", Meaning.SOURCE),
        ("Time / date / place", Meaning.DATE_TIME),
        ("Recorded / Time", Meaning.RECORDED),
        ("Date of incident/contact", Meaning.DATE),
        ("Signficant event", Meaning.EVENT),
        ("Tmie", Meaning.TIME),
        ("Reason why the decision was made", Meaning.DECISION),
        ("Event: please give facts only and no opinion", Meaning.EVENT),
    ],
)
def test_headings_are_understood_through_their_dress(heading: str, meaning: Meaning) -> None:
    scores = meanings(heading)

    assert max(scores, key=lambda known: scores[known]) is meaning


@pytest.mark.parametrize("text", ["", "...", "x" * 300, "zzz", "Qrst", "word " * 30])
def test_other_words_mean_nothing(text: str) -> None:
    assert meanings(text) == {}


def test_a_heading_may_mean_the_day_or_the_event_until_the_values_tell() -> None:
    told = ("03/02/2015 - visit made at home | File", "04/02/2015 - rang and left word | File")

    assert _meanings("Date / Event | Source", "03/02/2015 | File", "04/02/2015 | File")[0] == "date"
    assert _meanings("Date / Event | Source", *told)[0] == "event"


def test_long_text_is_no_heading() -> None:
    assert not is_heading_word("Date " * 30)


def test_columns_are_named_for_corrections() -> None:
    keys = column_keys(("Date", "", "Date", "Two\nlines", ""))

    assert keys == ("Date", "column 2", "Date (2)", "Two lines", "column 5")


def test_samples_are_three_different_values_cut_when_long() -> None:
    column = _columns("Event", "A.", "A.", "B.", "x" * 200, "C.")["Event"]

    assert column.samples == ("A.", "B.", "x" * 117 + "...")


def test_a_long_column_is_judged_by_a_spread_of_its_cells() -> None:
    rows = [f"{day % 28 + 1}/02/2015 | Visit made to the house." for day in range(300)]

    assert _meanings("Log | Jottings", *rows) == ["date", "event"]


SETTLED = """
date event other; Date | Event | ; 3/2/15 | Visit. | ; 4/2/15 | Call. | x
sequence date event; Ref | Date | Event; 1 | 3/2/15 | Visit to house.; 2 | 4/2/15 | Visit to house.
source date event; Ref | Date | Event; STORM 4411 | 3/2/15 | Visit.; PPN 9/2015 | 4/2/15 | Visit.
date end_date event; Date | Date | Event; 3/2/15 | 5/2/15 | Visit to house.; 4/2/15 | 6/2/15 | Rang.
date recorded other event; Date of event | Date recorded | Date sent | Event; 3/2/15 | 4/2/15 | 5/2/15 | Visit.
date comment event; Date | Summary | Event; 3/2/15 | Quiet | Visit to the house with SW.
date present event; When seen | Seen | Event; 3/2/15 | Mother and both of the children | Visit.
date child_seen event; Date | Seen | Event; 3/2/15 | Yes | Visit.; 4/2/15 | No | Visit.
day month year event; Day | Month | Year | Event; 3 | March | 2015 | Visit.
date event; Day | Event; Mon 2 Feb 2015 | Visit.; Tue 3 Feb 2015 | Call.
date event; Year | Event; 03/02/2015 | Visit.; 04/02/2015 | Call.
date other event; Date | Month | Event; 03/02/2015 | quiet | Visit.; 04/02/2015 | busy | Call.
date_time event; Time | Event; 03/02/2015 09:30 | Visit.; 04/02/2015 10:15 | Call.
date event; Time | Event; 03/02/2015 | Visit.; 04/02/2015 | Call.
date time end_time event; Date | Start | Finish | Event; 3/2/15 | 09:30 | 10:15 | Visit.
date time other event; Date | Time | Clock time | Event; 3/2/15 | 09:30 | 10:15 | Visit.
date_time event; Occasion | Doings; 03/02/2015 10:15 | Visit made.; 04/02/2015 09:00 | Rang.
date event; Date | Remarks; 03/02/2015 | Child seen with cough.; 04/02/2015 | Rang.
date event; Date received | Event; 03/02/2015 | Visit.; 04/02/2015 | Call.
date_time event; Date received | Event; 03/02/2015 10:15 | Visit.; 04/02/2015 09:00 | Call.
kind date event; Subject | Date | Event; T. | 3/2/15 | Visit.; T. | 4/2/15 | Call.; T. | 5/2/15 | Call.
event action; Event | Outcome; Visit. | None; Call. | None
present age; Family | Age; T. | 3; S. | 9
"""


@pytest.mark.parametrize("drawn", SETTLED.strip().split("\n"))
def test_values_settle_what_headings_leave_open(drawn: str) -> None:
    told, *rows = drawn.split("; ")

    assert _meanings(*rows) == told.split()


def test_the_reason_for_each_column_can_be_read() -> None:
    columns = _columns("Date received | Event | Zub", "03/02/2015 | Visit. | x", "04/02/2015 | Call. | y")

    assert columns["Date received"].why == "“Date received” is the only column that holds days"
    assert columns["Event"].why == "The heading says “Event”"
    assert columns["Zub"].why == "“Zub” is not a heading we know"


def test_confidence_is_between_nothing_and_certainty() -> None:
    for column in _columns("Ref | Date | Notes | Zub", "1 | 3/2/15 | Visit. | x").values():
        assert 0 <= column.confidence <= 1
