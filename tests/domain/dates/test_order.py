"""The one order of readings."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from threadline.domain.dates import read, sort_key

IN_ORDER = (
    "2014",
    "before 23 May 2014",
    "23 May 2014",
    "23/5/14 00:00",
    "23/5/14 09:00",
    "23/5/14 9-10am",
    "23/5/14 10:00",
    "23-24 May 2014",
    "w/c 23/5/14",
    "since 23 May 2014",
    "24 May 2014",
    "14:30",
)


def test_earliest_then_latest_then_time_and_the_undated_last() -> None:
    keys = [sort_key(read(text)) for text in ("unknown", *IN_ORDER)]
    assert sorted(keys) == [*keys[1:-1], keys[0], keys[-1]]


def test_an_open_beginning_stands_at_its_last_day_and_an_open_end_after_all_that_end() -> None:
    assert sort_key(read("until 23 May 2014"))[1] == date(2014, 5, 23).toordinal()
    assert sort_key(read("since 23 May 2014")) > sort_key(read("23 May 2014 - 1 Jan 2100"))


def test_a_time_to_alone_sorts_without_a_beginning() -> None:
    late, none = read("3/2/15 to 5/2/15 14:00"), read("3/2/15 to 5/2/15")
    assert sort_key(none) < sort_key(late)


@given(st.lists(st.sampled_from(IN_ORDER), max_size=8))
def test_any_order_in_gives_the_same_order_out(texts: list[str]) -> None:
    keys = sorted(sort_key(read(text)) for text in texts)
    assert keys == sorted(sort_key(read(text)) for text in reversed(texts))
