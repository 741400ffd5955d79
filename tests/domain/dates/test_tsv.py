"""The tab-separated format of a column of dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadline.domain.dates import tsv

HEADER = "\t".join(tsv.COLUMNS)


def answer(content: str) -> list[str]:
    """The lines of the answer."""
    return list(tsv.read_table(content))


def test_each_row_is_answered_in_the_columns_of_the_format() -> None:
    assert answer("text\tcontext\n3 Feb 2pm\tyear=2015\n") == [
        HEADER,
        "3 Feb 2pm\tyear=2015\t2015-02-03\t2015-02-03\t14:00\t\texact\t\t",
    ]


def test_columns_may_stand_in_any_order_and_others_are_kept_at_the_end() -> None:
    content = "class\tcontext\tearliest\ttext\nodd\tprev=2015-02-03\t1999-01-01\tditto 9-10am\n"
    assert answer(content) == [
        HEADER + "\tclass",
        "ditto 9-10am\tprev=2015-02-03\t2015-02-03\t2015-02-03\t09:00\t10:00\texact\t\t\todd",
    ]


def test_context_may_be_missing_and_rows_may_be_short_or_empty() -> None:
    assert answer("text\n5/6/15\n\n?5/6/15\r\n") == [
        HEADER,
        "5/6/15\t\t2015-06-05\t2015-06-05\t\t\texact\t\t",
        "\t\t\t\t\t\tunknown\t\tnot_a_date",
        "?5/6/15\t\t2015-06-05\t2015-06-05\t\t\tapproximate\tapproximate\t",
    ]


def test_a_byte_order_mark_and_empty_lines_at_the_end_are_passed_over() -> None:
    assert len(answer("\ufefftext\tcontext\n5/6/15\t\n\n\n")) == 2


def test_escapes_are_read_and_the_text_goes_out_as_it_came() -> None:
    lines = answer("text\tcontext\n2pm\\n3/2/15\t\n22\\\\05\\\\2016\t\n3/2/15\\t14:00\tyear=2015;prev=2015-01-01; \n")
    assert lines[1].startswith("2pm\\n3/2/15\t\t2015-02-03\t2015-02-03\t14:00")
    assert lines[2].startswith("22\\\\05\\\\2016\t\t2016-05-22")
    assert lines[3].startswith("3/2/15\\t14:00\tyear=2015;prev=2015-01-01; \t2015-02-03\t2015-02-03\t14:00")


@given(st.text().filter(lambda text: "\r" not in text))
def test_any_text_survives_being_escaped(text: str) -> None:
    assert tsv.unescape(tsv.escape(text)) == text
    assert not {"\n", "\t"} & set(tsv.escape(text))


def test_other_backslashes_are_themselves() -> None:
    assert tsv.unescape(r"22\05\2016") == r"22\05\2016"


def test_context_gives_the_row_above_the_year_and_today() -> None:
    assert tsv.read_context("prev=2015-02-03; year=2014;today=2016-01-01", 2) == tsv.Context(
        date(2015, 2, 3), 2014, date(2016, 1, 1)
    )
    assert tsv.read_context("", 2) == tsv.Context()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", "line 1: there is no header. The first line must name the columns, at least text and context."),
        (
            "when\twho\n",
            "line 1: there is no column named text. The first line must name the columns, text among them.",
        ),
        (
            "text\tcontext\na\tb\tc\n",
            "line 2: 3 cells, but the header has 2. Write a tab inside a cell as \\t, or name the"
            " missing column in the header.",
        ),
        ("text\tcontext\n\n3 Feb\tyr=2015\n", "line 3: the context has 'yr'. Its keys are prev, year and today."),
        ("text\tcontext\n3 Feb\tyear=15\n", "line 2: year=15 is not a year. Write it as year=YYYY."),
        ("text\tcontext\n3 Feb\tyear=0000\n", "line 2: year=0000 is not a year. Write it as year=YYYY."),
        ("text\tcontext\n3 Feb\tprev=3/2/15\n", "line 2: prev=3/2/15 is not a day. Write it as prev=YYYY-MM-DD."),
        (
            "text\tcontext\n3 Feb\ttoday=2015-02-30\n",
            "line 2: today=2015-02-30 is not a day. Write it as today=YYYY-MM-DD.",
        ),
    ],
)
def test_a_fault_names_its_line_and_what_to_do(content: str, fault: str) -> None:
    with pytest.raises(tsv.BadTable) as raised:
        answer(content)
    assert str(raised.value) == fault
