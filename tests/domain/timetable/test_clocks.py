"""Statutory clocks: running, stopped, met or missed, each with its sentence."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threadline.domain.dates.working_days import ENGLAND, Length, Unit
from threadline.domain.timetable.clocks import State, Stop, due_on, read

FIVE_WORKING_DAYS = Length(5, Unit.WORKING_DAYS)


@dataclass(frozen=True)
class Rule:
    title: str = "Notifiable incident"
    duty: str = "The local authority tells Ofsted and the Board"
    starts: str = "the local authority becomes aware of the incident"
    length: Length = FIVE_WORKING_DAYS
    must: bool = True
    pausable: bool = False
    doubt: str = ""
    kind: str = "within"


NOTICE = Rule()
DECISION = Rule("Decision", "The Chair decides", "the incident is notified", Length(1, Unit.MONTHS))
SIX_MONTHS = Rule(
    "Completion",
    "The review is completed",
    "the review is initiated",
    Length(6, Unit.MONTHS),
    must=False,
    pausable=True,
)
THURSDAY = date(2015, 4, 2)  # before Easter: five working days end on 13 April


def test_a_clock_that_has_not_started_says_what_starts_it():
    reading = read(NOTICE, started=None, today=THURSDAY)
    assert reading.state is State.NOT_STARTED
    assert reading.sentences == ("Notifiable incident starts when the local authority becomes aware of the incident.",)


@pytest.mark.parametrize(
    ("today", "met", "state", "left", "sentence"),
    [
        (THURSDAY, None, State.RUNNING, 5, "by 13 April 2015: 5 working days left."),
        (date(2015, 4, 10), None, State.RUNNING, 1, "by 13 April 2015: 1 working day left."),
        (date(2015, 4, 13), None, State.RUNNING, 0, "by 13 April 2015: today is the last day."),
        (date(2015, 4, 15), None, State.MISSED, -2, "by 13 April 2015: 2 working days over. It must still be done."),
        (date(2015, 5, 1), date(2015, 4, 13), State.MET, None, "by 13 April 2015: done on 13 April 2015, in time."),
        (date(2015, 5, 1), date(2015, 4, 14), State.MET_LATE, None, "done on 14 April 2015, 1 working day late."),
    ],
)
def test_five_working_days_over_easter(today, met, state, left, sentence):
    reading = read(NOTICE, started=THURSDAY, today=today, met=met)
    assert (reading.state, reading.left, reading.due) == (state, left, date(2015, 4, 13))
    assert reading.sentences[0].endswith(sentence)


def test_a_weekend_after_the_last_working_day_is_over_without_a_working_day_lost():
    started, saturday = date(2015, 4, 10), date(2015, 4, 18)
    assert (
        read(NOTICE, started=started, today=saturday)
        .sentences[0]
        .endswith("by 17 April 2015: the last day is over. It must still be done.")
    )
    assert (
        read(NOTICE, started=started, today=saturday, met=saturday)
        .sentences[0]
        .endswith("done on 18 April 2015, after the last day.")
    )


def test_a_month_that_ends_on_a_day_off_names_the_last_working_day_before_it():
    reading = read(DECISION, started=date(2015, 3, 5), today=date(2015, 3, 20))
    assert reading.due == date(2015, 4, 5)
    assert reading.sentences == (
        "The Chair decides by 5 April 2015: 16 days left.",
        "5 April 2015 is a Sunday: the last working day before it is 2 April 2015.",
    )


def test_an_aim_that_is_passed_asks_for_the_reason_not_for_blame():
    reading = read(SIX_MONTHS, started=date(2015, 1, 5), today=date(2015, 7, 10))
    assert reading.state is State.MISSED
    assert reading.sentences == (
        "The review is completed by 5 July 2015: 5 days over. Record why.",
        "This is an aim, not a limit.",
    )


def test_a_doubt_about_a_limit_is_always_told():
    rule = Rule(doubt="from memory.")
    assert read(rule, started=THURSDAY, today=THURSDAY).sentences[-1] == (
        "Check this limit before you rely on it: from memory."
    )


def test_a_clock_that_may_be_stopped_stands_still_and_runs_on():
    stop = Stop(date(2015, 3, 1), None, "the trial is under way")
    standing = read(SIX_MONTHS, started=date(2015, 1, 5), today=date(2015, 8, 1), stops=[stop])
    assert standing.state is State.STOPPED
    assert standing.due == date(2015, 7, 5) + (date(2015, 8, 1) - date(2015, 3, 1))
    assert (
        "Stopped since 1 March 2015: the trial is under way. The date moves on until it runs again."
        in standing.sentences
    )
    again = Stop(stop.since, date(2015, 3, 31), stop.reason)
    running = read(SIX_MONTHS, started=date(2015, 1, 5), today=date(2015, 8, 1), stops=[again])
    assert (running.state, running.due) == (State.RUNNING, date(2015, 8, 4))


def test_a_stop_to_come_does_not_stop_the_clock_today():
    stop = Stop(date(2015, 6, 1), date(2015, 6, 8), "a hearing")
    reading = read(SIX_MONTHS, started=date(2015, 1, 5), today=date(2015, 2, 1), stops=[stop])
    assert (reading.state, reading.due) == (State.RUNNING, date(2015, 7, 12))


def test_of_several_stops_the_one_that_stands_is_told():
    stops = [
        Stop(date(2015, 2, 1), date(2015, 2, 8), "a hearing"),
        Stop(date(2015, 3, 1), date(2015, 4, 1), "the trial"),
    ]
    reading = read(SIX_MONTHS, started=date(2015, 1, 5), today=date(2015, 3, 10), stops=stops)
    assert reading.state is State.STOPPED
    assert any("the trial" in sentence for sentence in reading.sentences)


def test_a_statutory_clock_is_never_stopped():
    stop = Stop(THURSDAY, None, "the police ask us to wait")
    reading = read(NOTICE, started=THURSDAY, today=THURSDAY, stops=[stop])
    assert (reading.state, reading.due) == (State.RUNNING, date(2015, 4, 13))
    assert reading.sentences[1].startswith("This clock cannot be stopped")


SENT_AHEAD = Rule(
    "Sent ahead",
    "The report goes to the national bodies",
    "publication has a date",
    Length(7, Unit.DAYS),
    kind="before",
)
PUBLISHED = Rule(
    "Kept in public", "The report stays on the Board's website", "it is published", Length(12, Unit.MONTHS), kind="keep"
)


@pytest.mark.parametrize(
    ("today", "met", "state", "sentence"),
    [
        (date(2016, 11, 1), None, State.RUNNING, "by 6 December 2016: 35 days left."),
        (date(2016, 12, 8), None, State.MISSED, "by 6 December 2016: 2 days over. It must still be done."),
        (date(2016, 12, 8), date(2016, 12, 1), State.MET, "by 6 December 2016: done on 1 December 2016, in time."),
    ],
)
def test_a_clock_may_count_back_from_the_day_it_leads_to(today, met, state, sentence):
    reading = read(SENT_AHEAD, started=date(2016, 12, 13), today=today, met=met)
    assert reading.state is state
    assert reading.sentences[0] == f"The report goes to the national bodies {sentence}"


@pytest.mark.parametrize(
    ("today", "ended", "state", "sentence"),
    [
        (date(2017, 12, 12), None, State.RUNNING, "until 13 December 2017: 1 day to go."),
        (date(2017, 12, 13), None, State.MET, "until 13 December 2017: that time is over."),
        (date(2018, 2, 1), date(2018, 1, 31), State.MET, "until 13 December 2017: that time is over."),
        (date(2017, 12, 1), date(2017, 11, 13), State.MISSED,
         "until 13 December 2017: it ended on 13 November 2017, 30 days early. Put it right."),
    ],
)  # fmt: skip
def test_a_duty_may_be_to_keep_something_up(today, ended, state, sentence):
    reading = read(PUBLISHED, started=date(2016, 12, 13), today=today, met=ended)
    assert reading.state is state
    assert reading.sentences == (f"The report stays on the Board's website {sentence}",)


def test_a_doubt_about_how_long_to_keep_something_up_is_told():
    rule = Rule(kind="keep", doubt="from memory.")
    assert len(read(rule, started=THURSDAY, today=THURSDAY).sentences) == 2


def test_dates_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="cannot be met on 1 April 2015, before it has started"):
        read(NOTICE, started=THURSDAY, today=THURSDAY, met=date(2015, 4, 1))
    with pytest.raises(ValueError, match="before it has started"):
        read(NOTICE, started=None, today=THURSDAY, met=date(2015, 4, 1))
    with pytest.raises(ValueError, match="cannot run again on 1 March 2015"):
        read(NOTICE, started=THURSDAY, today=THURSDAY, stops=[Stop(THURSDAY, date(2015, 3, 1), "")])


SPANS = st.lists(
    st.tuples(st.dates(date(2015, 1, 1), date(2015, 12, 31)), st.integers(0, 60)).map(
        lambda pair: Stop(pair[0], pair[0] + timedelta(pair[1]), "a reason")
    ),
    max_size=4,
)
LENGTHS = st.builds(Length, st.integers(0, 40), st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS]))


@settings(deadline=None)
@given(LENGTHS, st.dates(date(2015, 1, 1), date(2015, 12, 31)), SPANS)
def test_a_clock_counts_exactly_the_days_on_which_it_ran(length, started, stops):
    due = due_on(length, started, stops, started)
    days = [started + timedelta(n) for n in range(1, (due - started).days + 1)]
    ran = [day for day in days if not any(stop.since <= day < stop.until for stop in stops)]
    counted = [day for day in ran if length.unit is Unit.DAYS or ENGLAND.is_working(day)]
    assert len(counted) == length.amount
    assert due == (counted[-1] if counted else started)


@settings(deadline=None)
@given(
    st.sampled_from([NOTICE, DECISION, SIX_MONTHS]),
    st.dates(date(2015, 1, 1), date(2015, 12, 31)),
    st.integers(0, 400),
    st.none() | st.integers(0, 400),
)
def test_a_clock_always_reads_as_what_its_dates_say(rule, started, later, met_after):
    today = started + timedelta(later)
    met = None if met_after is None else started + timedelta(met_after)
    reading = read(rule, started=started, today=today, met=met)
    expected = (
        (State.MET if met <= reading.due else State.MET_LATE)
        if met
        else (State.RUNNING if today <= reading.due else State.MISSED)
    )
    assert reading.state is expected
    assert all(sentence[0].isupper() or sentence[0].isdigit() for sentence in reading.sentences)
