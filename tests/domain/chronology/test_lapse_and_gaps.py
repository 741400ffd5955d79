"""How long after the line above, and gaps: said only where they are certain."""

from datetime import date, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from threadline.domain.chronology.gaps import gaps
from threadline.domain.chronology.lapse import since

DAY = date(2015, 2, 3)


def moment(day, at=None, *, until=None):
    return day, until or day, at


def test_days_are_counted_where_both_are_exact():
    assert since(moment(DAY), moment(DAY + timedelta(days=3))) == "3 days later"
    assert since(moment(DAY), moment(DAY + timedelta(days=1))) == "1 day later"


def test_within_a_day_the_clock_counts():
    assert since(moment(DAY, time(9, 0)), moment(DAY, time(11, 15))) == "2 hours 15 minutes later"
    assert since(moment(DAY, time(9, 0)), moment(DAY, time(10, 0))) == "1 hour later"
    assert since(moment(DAY, time(9, 0)), moment(DAY, time(9, 1))) == "1 minute later"


def test_nothing_is_said_that_is_not_certain():
    later = DAY + timedelta(days=3)
    assert since(moment(DAY, until=later), moment(later)) == ""
    assert since(moment(DAY), moment(DAY, until=later)) == ""
    assert since((None, None, None), moment(DAY)) == ""
    assert since(moment(DAY, time(9)), moment(DAY)) == ""
    assert since(moment(DAY, time(9)), moment(DAY, time(9))) == ""
    assert since(moment(later), moment(DAY)) == ""


def test_a_gap_is_told_whole_with_its_two_rows():
    rows = [("a", DAY, DAY), ("b", DAY + timedelta(days=31), DAY + timedelta(days=31))]
    (gap,) = gaps(rows, longer_than=28)
    assert (gap.days, gap.rows, gap.after) == (30, ("a", "b"), DAY)
    assert gaps(rows, longer_than=30) == ()


def test_a_gap_outside_the_period_is_not_told():
    rows = [("a", DAY, DAY), ("b", DAY + timedelta(days=90), DAY + timedelta(days=90))]
    assert gaps(rows, longer_than=28, within=(DAY + timedelta(days=91), DAY + timedelta(days=400))) == ()
    assert len(gaps(rows, longer_than=28, within=(DAY + timedelta(days=80), DAY + timedelta(days=400)))) == 1


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 9)), max_size=10), st.integers(1, 60))
def test_no_close_entry_lies_within_a_gap_and_every_longer_stretch_is_one(spans, longest):
    rows = [
        (str(n), DAY + timedelta(days=start), DAY + timedelta(days=start + long))
        for n, (start, long) in enumerate(spans)
    ]
    close = [(first, last) for _, first, last in rows if (last - first).days < 7]
    found = gaps(rows, longer_than=longest)
    for gap in found:
        assert gap.days > longest
        assert not any(first < gap.before and last > gap.after for first, last in close)
    covered = {
        DAY + timedelta(days=n) for first, last in close for n in range((first - DAY).days, (last - DAY).days + 1)
    }
    if close:
        begin, end = min(first for first, _ in close), max(last for _, last in close)
        empty = [begin + timedelta(days=n) for n in range((end - begin).days + 1)]
        runs, run = 0, 0
        for day in empty:
            run = 0 if day in covered else run + 1
            runs += run == longest + 1
        assert len(found) == runs
