"""A meaning written down in any way is read back; any text at all is answered, at a bounded cost."""

import random
import time as clock
from collections.abc import Callable
from dataclasses import astuple
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.dates.oracle import WRITERS, Writer

from threadline.domain.dates import DateReading, Precision, Problem, explain, read, sort_key

WAYS = (
    "%d/%m/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%d %m %Y",
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%d %B %Y",
    "%d %b %Y",
)
WAYS += (
    "%a %d %b %Y",
    "%A, %d %B %Y",
    "%B %d, %Y",
    "%d-%b-%Y",
    "%d%b%Y",
    "%d/%m/%Y (%A)",
    "%d %B, %Y",
    "%Y %B %d",
    "%A %d/%m/%Y",
)
_WORDS = (
    "3 12 14 99 2015 05/06/2015 2015-06-05 31/06/15 14:30 2.30pm 1400hrs 2014/15 42005 May Febuary Tues early"
    " overnight w/c FY Q1 winter ditto before since to - – / . , ( ) ? \" ' & and or between approx"
    " onwards next week term 1st the"
)
CALENDAR_WORDS = _WORDS.split()


@settings(deadline=None)
@given(day=st.dates(date(1850, 1, 1), date(2149, 12, 31)), way=st.sampled_from(WAYS))
def test_a_day_written_in_any_way_is_read_back(day: date, way: str) -> None:
    reading = read(day.strftime(way))
    assert (reading.earliest, reading.latest) == (day, day)
    assert reading.problem is None or day.year not in range(1940, 2030)


@settings(deadline=None)
@given(day=st.dates(date(1950, 1, 1), date(2049, 12, 31)), mark=st.sampled_from("/.-"))
def test_a_day_with_a_two_digit_year_is_read_back(day: date, mark: str) -> None:
    reading = read(f"{day.day}{mark}{day.month}{mark}{day.year % 100:02}")
    assert (reading.earliest, reading.latest, reading.problem) == (day, day, None)


@settings(deadline=None)
@given(
    first=st.dates(date(1950, 1, 1), date(2049, 12, 1)),
    length=st.integers(1, 500),
    way=st.sampled_from(WAYS[:9]),
    join=st.sampled_from((" - ", " to ", " – ", " until ")),
)
def test_a_span_written_in_any_way_is_read_back_or_backwards_refused(
    first: date, length: int, way: str, join: str
) -> None:
    last = first + timedelta(days=length)
    there, back = (read(join.join(day.strftime(way) for day in days)) for days in ((first, last), (last, first)))
    assert (there.earliest, there.latest, there.precision) == (first, last, Precision.RANGE)
    assert (back.earliest, back.latest, back.problem) == (None, None, Problem.IMPOSSIBLE)


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.__name__)
def test_what_an_independent_writer_means_is_what_is_read(writer: Writer) -> None:
    source = random.Random(writer.__name__)
    wrong = []
    for _ in range(150):
        said = writer(source)
        reading = read(said.text, previous=said.previous, year=said.year, today=said.today)
        if said.meaning() != meaning(reading):
            wrong.append((said, reading))
    assert wrong == []


DRESSED: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "white space around it": lambda text: f"  {text} \n",
    "double spaces": lambda text: text.replace(" ", "  "),
    "spaces that do not break": lambda text: text.replace(" ", "\u00a0"),
    "long dashes": lambda text: text.replace("-", "–"),
    "brackets": lambda text: f"({text})",
    "quotation marks": lambda text: f"“{text}”",
}


@pytest.mark.parametrize("dress", DRESSED.values(), ids=DRESSED)
def test_a_text_means_the_same_in_another_dress(dress: Callable[[str], str]) -> None:
    source = random.Random(7)
    wrong = []
    for writer in WRITERS:
        for said in filter(lambda said: said.text, (writer(source) for _ in range(15))):
            reading = read(dress(said.text), previous=said.previous, year=said.year, today=said.today)
            if said.meaning() != meaning(reading):
                wrong.append((said, reading))
    assert wrong == []


def meaning(reading: DateReading) -> tuple[object, ...]:
    """A reading without its text, in the writers' terms."""
    _, earliest, latest, time_from, time_to, precision, qualifier, problem = astuple(reading)
    times = (f"{time_from:%H:%M}" if time_from else "", f"{time_to:%H:%M}" if time_to else "")
    return earliest, latest, *times, str(precision), str(qualifier or ""), str(problem or "")


texts = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="0123456789/.-: ,?oOlI'\"()\n", max_size=60),
    st.lists(st.sampled_from(CALENDAR_WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(CALENDAR_WORDS), max_size=8).map("".join),
)
some_day = st.one_of(st.none(), st.dates())


@settings(deadline=None, max_examples=400)
@given(text=texts, previous=some_day, year=st.one_of(st.none(), st.integers()), today=some_day)
def test_any_text_is_answered_and_the_answer_holds_together(
    text: str, previous: date | None, year: int | None, today: date | None
) -> None:
    reading = read(text, previous=previous, year=year, today=today)
    assert reading == read(text, previous=previous, year=year, today=today)
    assert reading.text == text
    assert reading.earliest is None or reading.latest is None or reading.earliest <= reading.latest
    assert reading.is_dated == (reading.earliest is not None or reading.latest is not None)
    assert reading.is_dated == (reading.precision not in (Precision.UNKNOWN, Precision.IMPOSSIBLE))
    assert reading.is_dated or reading.problem is not None
    assert (reading.precision is Precision.OPEN) == (reading.is_dated and None in (reading.earliest, reading.latest))
    assert explain(reading).endswith(".")
    assert sort_key(reading) <= sort_key(read(""))[:1] + (2**40,) * 4


@settings(deadline=None)
@given(day=st.integers(0, 99), month=st.integers(0, 99), year=st.integers(1900, 2049), mark=st.sampled_from("/.-"))
def test_a_day_that_cannot_be_never_gets_a_date(day: int, month: int, year: int, mark: str) -> None:
    reading = read(f"{day:02}{mark}{month:02}{mark}{year}")
    if reading.is_dated:
        assert reading.earliest in (_day(year, month, day), _day(year, day, month))
    else:
        assert reading.problem is Problem.IMPOSSIBLE
        assert _day(year, month, day) is None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@pytest.mark.parametrize(
    "text",
    [
        "1" * 399,
        "1/" * 199,
        "1." * 199,
        "1-" * 199,
        "1 " * 199,
        "(" * 399,
        "(1" * 199,
        "? " * 199,
        "mon " * 99,
        "?mon" * 99,
        "between " * 49,
        "w/c " * 99,
        "early " * 66,
        "12 may " * 57,
        "3/2/15 " * 57,
        "2015-" * 79,
        "o1/" * 133,
        "'" * 399,
        "same as " * 49,
        "exact date " * 36,
        "a" * 399,
        "ßﬁ①" * 60,
        "3/2/15 " + "x" * 390,
        "9" * 100_000,
        " " * 100_000,
    ],
)
def test_a_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    began = clock.process_time()
    for _ in range(5):
        read(text)
    assert (clock.process_time() - began) / 5 < 0.1
