"""Dates worked out from what milestones wait for (2.3.g)."""

from datetime import date

import pytest
from hypothesis import given, settings
from tests.domain.timetable.plans import DECIDED, REVIEW, milestones, plans, review

from threadline.domain.dates.working_days import ENGLAND, Length, Unit, WorkingCalendar
from threadline.domain.timetable.milestones import FaultyTimetable, Milestone, dependants, in_order, waits_for
from threadline.domain.timetable.plan import clash_words, draw_up


def test_every_date_follows_from_the_decision():
    plan = review()
    assert {entry.id: entry.on for entry in plan.entries} == {
        "decision": date(2016, 5, 16),
        "tasking": date(2016, 5, 23),
        "timelines": date(2016, 6, 27),  # four weeks to 20 June, five working days of slack
        "panel": date(2016, 7, 11),
        "event": date(2016, 9, 6),  # six weeks to 22 August, ten working days, past the Summer bank holiday
        "report": date(2016, 10, 18),
        "board": date(2016, 11, 8),
        "publication": date(2016, 12, 13),
        "send": date(2016, 12, 6),
    }
    assert plan.slack("event") == 10
    assert plan.slack("decision") is None
    assert plan.clashes() == ()


def test_a_milestone_waits_for_the_last_of_those_it_comes_after():
    late = review(done={"panel": date(2016, 12, 1)})
    assert late.on("board") == late.by_id["board"].limit
    assert late.on("event") > date(2016, 12, 1)


def test_a_day_that_people_agreed_stands_even_where_it_clashes_and_says_so():
    plan = draw_up(REVIEW, given={"decision": DECIDED, "event": date(2016, 8, 1)}, fixed=frozenset({"event"}))
    assert plan.on("event") == date(2016, 8, 1)
    assert plan.clashes() == ("Learning event is fixed for 1 August 2016, but cannot come before 22 August 2016.",)
    assert plan.slack("event") == 0


def test_a_milestone_that_stands_before_another_clashes_when_it_is_too_late():
    plan = draw_up(REVIEW, given={"decision": DECIDED, "send": date(2016, 12, 12)})
    assert plan.clashes() == (
        "Report sent to national bodies is planned for 12 December 2016, but must be done by 6 December 2016.",
    )


def test_what_waits_for_an_undated_anchor_has_no_date_and_names_what_it_waits_for():
    plan = draw_up(REVIEW, given={})
    assert plan.dates() == {}
    assert plan.waiting("decision") == ("Chair's decision",)
    assert plan.waiting("board") == ("Draft report", "Initial panel meeting")
    assert plan.slack("board") is None
    assert review().waiting("board") == ()


def test_a_milestone_that_does_not_clash_has_no_words_for_it():
    with pytest.raises(ValueError, match="Learning event does not clash"):
        clash_words(review().by_id["event"])


def test_what_is_done_never_clashes():
    assert review(done={"event": date(2016, 6, 1)}).clashes() == ()


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ((Milestone("a", "A"), Milestone("a", "B")), "Two milestones are called “a”"),
        ((Milestone("a", "A", after=("b",)),), "“a” waits for “b”, which is not"),
        ((Milestone("a", "A", before="b"),), "“a” waits for “b”, which is not"),
        ((Milestone("b", "B"), Milestone("a", "A", after=("b",), before="b")), "“a” stands both after and before"),
        ((Milestone("a", "A", after=("b",)), Milestone("b", "B", before="a")), "wait for each other: . → . → ."),
    ],
)
def test_milestones_that_cannot_be_put_in_order_are_refused(rules, message):
    with pytest.raises(FaultyTimetable, match=message):
        in_order(rules)


def test_dates_for_milestones_that_do_not_exist_are_refused():
    for more in ({"done": {"party": DECIDED}}, {"fixed": frozenset({"party"})}):
        with pytest.raises(FaultyTimetable, match="“party”, which is not a milestone"):
            review(**more)


def test_a_milestone_without_an_agreed_date_cannot_be_fixed():
    with pytest.raises(FaultyTimetable, match="“board” is fixed, but has no date"):
        review(fixed=frozenset({"board"}))


@settings(deadline=None, max_examples=60)
@given(milestones())
def test_milestones_come_after_all_that_they_wait_for(rules):
    seen = set()
    for rule in in_order(reversed(rules)):
        assert set(waits_for(rule)) <= seen
        seen.add(rule.id)
    assert seen == {rule.id for rule in rules}


@settings(deadline=None, max_examples=60)
@given(milestones())
def test_dependants_are_those_reached_by_walking_the_waits_backwards(rules):
    waits = {rule.id: set(waits_for(rule)) for rule in rules}

    def reaches(name, goal):
        return goal in waits[name] or any(reaches(other, goal) for other in waits[name])

    assert dependants(rules, "m0") == {name for name in waits if reaches(name, "m0")}


@settings(deadline=None, max_examples=60)
@given(plans())
def test_a_date_is_worked_out_exactly_where_all_it_waits_for_has_one(plan):
    for entry in plan.entries:
        waited = [plan.on(name) for name in waits_for(entry.rule)]
        assert (entry.limit is None) == (not waited or None in waited)
        if entry.limit is not None:
            assert plan.calendar.is_working(entry.limit)
            assert entry.on is not None
        assert (entry.on is None) == bool(plan.waiting(entry.id))


@settings(deadline=None, max_examples=60)
@given(plans())
def test_the_plan_says_a_clash_exactly_where_a_day_lies_on_the_wrong_side_of_its_limit(plan):
    wrong = [
        entry
        for entry in plan.entries
        if not entry.done
        and entry.planned
        and entry.limit
        and (entry.planned > entry.limit if entry.rule.before else entry.planned < entry.limit)
    ]
    assert plan.clashes() == tuple(clash_words(entry) for entry in wrong)


def test_the_calendar_of_the_plan_decides_what_a_working_day_is():
    shut = WorkingCalendar(frozenset({date(2016, 5, 23)}))
    rules = (Milestone("a", "A"), Milestone("b", "B", after=("a",), gap=Length(5, Unit.WORKING_DAYS)))
    assert draw_up(rules, given={"a": DECIDED}, calendar=ENGLAND).on("b") == date(2016, 5, 23)
    assert draw_up(rules, given={"a": DECIDED}, calendar=shut).on("b") == date(2016, 5, 24)
