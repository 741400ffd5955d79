"""A slip moves exactly what depends on it, the allowance absorbs what it can, what is done or fixed stays (2.3.g)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.timetable.plans import DAYS, DECIDED, REVIEW, plans, review

from threadline.domain.timetable.milestones import dependants, waits_for
from threadline.domain.timetable.plan import draw_up
from threadline.domain.timetable.slippage import CannotMove, complete, move, proclaim


def test_a_slip_moves_all_that_waits_for_it_and_says_by_how_much():
    effect = move(review(), "panel", date(2016, 8, 8))
    assert [(shift.id, shift.days) for shift in effect.moved] == [
        ("panel", 28),
        ("event", 13),  # fifteen of its days were slack, weekends and the holiday among them
        ("report", 13),
        ("board", 13),
        ("publication", 6),  # its five working days of slack absorb seven
        ("send", 6),
    ]
    assert effect.moved[0].sentence == (
        "Initial panel meeting moves from 11 July 2016 to 8 August 2016, 28 days later."
    )
    assert effect.clashes == ()


def test_the_allowance_absorbs_a_small_slip_and_says_what_is_left_of_it():
    effect = move(review(), "panel", date(2016, 7, 18))
    assert [shift.id for shift in effect.moved] == ["panel"]
    assert effect.sentences == (
        "Initial panel meeting moves from 11 July 2016 to 18 July 2016, 7 days later.",
        "Learning event stays on 6 September 2016: its allowance for slippage falls from 10 to 5 working days.",
    )


def test_a_milestone_brought_forward_leaves_the_agreed_days_and_more_room():
    effect = move(review(), "panel", date(2016, 7, 4))
    assert [shift.sentence for shift in effect.moved] == [
        "Initial panel meeting moves from 11 July 2016 to 4 July 2016, 7 days earlier."
    ]
    assert [absorbed.sentence for absorbed in effect.absorbed] == [
        "Learning event stays on 6 September 2016: its allowance for slippage grows from 10 to 15 working days."
    ]
    assert effect.clashes == ("Initial panel meeting is planned for 4 July 2016, but cannot come before 11 July 2016.",)


def test_a_milestone_that_stands_before_another_goes_with_it_both_ways():
    plan = draw_up(REVIEW, given={"decision": DECIDED, "send": date(2016, 12, 1)})
    assert move(plan, "publication", date(2017, 1, 10)).plan.on("send") == date(2016, 12, 28)  # still three days early
    assert move(plan, "publication", date(2016, 12, 6)).plan.on("send") == date(2016, 11, 24)


def test_what_is_fixed_stays_and_the_clash_is_told():
    plan = draw_up(REVIEW, given={"decision": DECIDED, "board": date(2016, 11, 8)}, fixed=frozenset({"board"}))
    effect = move(plan, "report", date(2016, 11, 1))
    assert effect.plan.on("board") == date(2016, 11, 8)
    assert effect.clashes == (
        "Board presentation is fixed for 8 November 2016, but cannot come before 22 November 2016.",
    )


def test_a_milestone_done_late_moves_what_waits_for_it():
    effect = complete(review(), "timelines", date(2016, 8, 1))
    assert effect.plan.on("panel") == date(2016, 8, 15)
    assert effect.moved[0].id == "timelines"


def test_what_is_done_cannot_be_moved_only_corrected():
    plan = review(done={"tasking": date(2016, 5, 20)})
    with pytest.raises(CannotMove, match=r"Agencies tasked was done on 20 May 2016\. Correct that date"):
        move(plan, "tasking", date(2016, 6, 1))
    assert complete(plan, "tasking", date(2016, 5, 23)).plan.on("tasking") == date(2016, 5, 23)


def test_an_unknown_milestone_is_an_error():
    with pytest.raises(KeyError):
        move(review(), "party", DECIDED)


def test_an_anchor_dated_at_last_dates_all_that_waits_for_it():
    effect = move(draw_up(REVIEW, given={}), "decision", DECIDED)
    assert effect.plan.dates() == review().dates()
    assert effect.moved[0].sentence == "Chair's decision is now planned for 16 May 2016."


def test_a_bank_holiday_moves_exactly_what_falls_on_it_and_what_waits_for_that():
    effect = proclaim(review(), date(2016, 7, 11))
    assert [(shift.id, shift.new) for shift in effect.moved] == [("panel", date(2016, 7, 12))]
    assert [absorbed.id for absorbed in effect.absorbed] == ["event"]
    fixed = draw_up(REVIEW, given={"decision": DECIDED, "panel": date(2016, 7, 11)}, fixed=frozenset({"panel"}))
    assert proclaim(fixed, date(2016, 7, 11)).moved == ()


def test_a_bank_holiday_nowhere_near_moves_nothing():
    saturday = move(review(), "event", date(2016, 9, 17)).plan
    effect = proclaim(saturday, date(2019, 7, 11))
    assert (effect.moved, effect.absorbed, effect.clashes) == ((), (), ())


def test_a_day_shut_early_in_the_margin_of_a_milestone_before_another_does_not_move_it():
    plan = draw_up(REVIEW, given={"decision": DECIDED, "send": date(2016, 12, 1)})
    assert proclaim(plan, date(2016, 12, 2)).moved == ()
    assert proclaim(plan, date(2016, 12, 1)).plan.on("send") == date(2016, 11, 30)


@settings(deadline=None, max_examples=60)
@given(plans(), DAYS, st.data())
def test_nothing_moves_but_the_milestone_and_what_waits_for_it(plan, to, data):
    name = data.draw(st.sampled_from([entry.id for entry in plan.entries if not entry.done] or [None]))
    if name is None:
        return
    effect = move(plan, name, to)
    rules = [entry.rule for entry in plan.entries]
    moved = {shift.id for shift in effect.moved}
    assert moved - {name} <= dependants(rules, name)
    assert effect.plan.on(name) == to
    for old, new in zip(plan.entries, effect.plan.entries, strict=True):
        assert (old.on != new.on) == (old.id in moved)
        if old.done or (old.fixed and old.id != name):
            assert old.on == new.on


@settings(deadline=None, max_examples=60)
@given(plans(), DAYS, st.data())
def test_what_comes_after_moves_only_as_far_as_it_must(plan, to, data):
    name = data.draw(st.sampled_from([entry.id for entry in plan.entries]))
    effect = complete(plan, name, to)
    for new in effect.plan.entries:
        old = plan.by_id[new.id]
        touched = any(plan.on(other) != effect.plan.on(other) for other in waits_for(new.rule))
        if new.id == name or old.done or old.fixed or new.rule.before or not touched or None in (old.on, new.limit):
            continue
        assert new.on == (old.on if new.limit == old.limit else max(old.on, new.limit))


@settings(deadline=None, max_examples=60)
@given(plans(), DAYS, st.data())
def test_what_stands_before_another_keeps_its_distance(plan, to, data):
    name = data.draw(st.sampled_from([entry.id for entry in plan.entries]))
    effect = complete(plan, name, to)
    for new in effect.plan.entries:
        old = plan.by_id[new.id]
        if not new.rule.before or new.id == name or old.done or old.fixed or None in (old.on, old.limit):
            continue
        if old.limit == new.limit:
            assert new.on == old.on
        else:
            distance = plan.calendar.between(old.on, old.limit)
            assert new.on == plan.calendar.add(new.limit, -distance)


@settings(deadline=None, max_examples=60)
@given(plans(), st.data())
def test_moving_a_milestone_to_its_own_day_does_nothing(plan, data):
    entry = data.draw(st.sampled_from(plan.entries))
    if entry.done or entry.planned is None:
        return
    effect = move(plan, entry.id, entry.planned)
    assert (effect.moved, effect.absorbed, effect.clashes) == ((), (), ())
    assert effect.plan == plan


@settings(deadline=None, max_examples=60)
@given(plans(), st.data())
def test_a_proclaimed_holiday_moves_only_what_stands_on_it_or_waits_for_what_moved(plan, data):
    days = sorted(set(plan.dates().values()) - plan.calendar.extra)
    day = data.draw(st.sampled_from(days) if days else DAYS.filter(lambda day: day not in plan.calendar.extra))
    effect = proclaim(plan, day)
    for old, new in zip(plan.entries, effect.plan.entries, strict=True):
        free = not (old.done or old.fixed)
        if new.on == old.on:
            assert not (free and old.on == day)
        else:
            assert free
            assert old.on == day or new.limit != old.limit


@settings(deadline=None, max_examples=60)
@given(plans(), DAYS, st.data())
def test_the_limits_told_are_those_of_a_plan_drawn_up_afresh(plan, to, data):
    name = data.draw(st.sampled_from([entry.id for entry in plan.entries]))
    after = complete(plan, name, to).plan
    fresh = draw_up(
        [entry.rule for entry in after.entries],
        given={entry.id: entry.planned for entry in after.entries if entry.planned},
        done={entry.id: entry.done for entry in after.entries if entry.done},
        fixed=frozenset(entry.id for entry in after.entries if entry.fixed),
        calendar=after.calendar,
    )
    assert [(e.limit, e.on, e.clashes) for e in fresh.entries] == [(e.limit, e.on, e.clashes) for e in after.entries]


def test_a_slip_of_one_day_over_a_weekend_still_lands_on_a_working_day():
    effect = complete(review(), "timelines", date(2016, 6, 27) + timedelta(1))
    assert effect.plan.calendar.is_working(effect.plan.on("panel"))
