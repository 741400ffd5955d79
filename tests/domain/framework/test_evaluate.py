"""Where a review stands against every requirement, each with sentences saying why (W.b)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threadline.domain.framework.bundled import bundled
from threadline.domain.framework.evaluate import ActiveHold, Circumstances, Waiver, blocking, evaluate
from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.pack import Concerns, Weight
from threadline.domain.framework.position import Position, Status
from threadline.domain.framework.registry import ACTS, ROLES

PACK = bundled("greater-manchester-2016")
BY_ID = {requirement.id: requirement for requirement in PACK.requirements}
TODAY = date(2016, 7, 1)
POLICE = ActiveHold(
    frozenset({"learning_event.hold_session"}), date(2016, 3, 3), "The police ask for it: ask DS Sorrel."
)


def outcome_of(name, outcome):
    return {BY_ID[name].check: outcome}


def standing(name, outcome=None, **more):
    circumstances = Circumstances(**{"today": TODAY, "dates": {}, **more})
    position = evaluate(PACK, outcome_of(name, outcome) if outcome else {}, circumstances)
    return next(found for found in position.standings if found.requirement.id == name)


def test_what_is_met_is_done_with_its_day_and_its_reasons():
    found = standing("2.6.a", Outcome.met("Two sessions were held.", on=date(2016, 6, 20), link="/event/"))
    assert found.status is Status.DONE
    assert found.why == ("Done on 20 June 2016.", "Two sessions were held.")
    assert found.link == "/event/"


def test_what_is_met_is_done_though_it_is_held_waived_or_late():
    waiver = Waiver("2.6.a", "independent_chair", "Small case", TODAY)
    found = standing(
        "2.6.a", Outcome.met(), holds=(POLICE,), waivers=(waiver,), dates={"learning_event": date(2016, 1, 1)}
    )
    assert (found.status, found.why, found.days_late) == (Status.DONE, ("Done.",), 0)


def test_what_has_a_day_to_come_is_due_on_it():
    found = standing("2.6.a", Outcome.not_met("No session is dated."), dates={"learning_event": date(2016, 8, 12)})
    assert (found.status, found.due) == (Status.DUE, date(2016, 8, 12))
    assert found.why == ("Due on 12 August 2016.", "No session is dated.")


def test_what_is_due_today_is_not_late():
    found = standing("2.6.a", Outcome.not_met("No session is dated."), dates={"learning_event": TODAY})
    assert found.status is Status.DUE
    assert found.why[0] == "It is due today."


def test_what_has_passed_its_day_is_late_by_so_many_days():
    found = standing("2.6.a", Outcome.not_met("No session is dated."), dates={"learning_event": date(2016, 6, 30)})
    assert (found.status, found.days_late) == (Status.LATE, 1)
    assert found.why[0] == "It was due on 30 June 2016, 1 day ago."


def test_without_a_date_it_names_the_milestone_it_waits_for():
    assert standing("2.6.a", Outcome.not_met("x.")).why[0] == "Due by “Learning event”, which has no date yet."
    assert standing("2.4.f", Outcome.not_met("x.")).why[0] == "It has no date of its own."


def test_what_belongs_to_a_stage_that_has_not_opened_says_when_it_can_start():
    found = standing("2.6.a", Outcome.not_met("x."), open_stages=frozenset({"threshold"}))
    assert not found.can_start
    assert found.why[0] == "It can start when “Learning event” opens."
    assert standing("2.1.a", Outcome.not_met("x."), open_stages=frozenset({"threshold"})).can_start


def test_a_hold_on_its_act_makes_it_held_and_says_whom_to_ask():
    found = standing(
        "2.6.a", Outcome.not_met("No session is dated."), holds=(POLICE,), dates={"learning_event": date(2016, 6, 1)}
    )
    assert found.status is Status.HELD
    assert found.why == (
        "Held since 3 March 2016 (holding the learning event). The police ask for it: ask DS Sorrel.",
        "It was due on 1 June 2016, 30 days ago.",
        "No session is dated.",
    )


def test_a_hold_on_another_act_does_not_touch_it():
    elsewhere = replace(POLICE, acts=frozenset({"report.publish"}))
    assert standing("2.6.a", Outcome.not_met("x."), holds=(elsewhere,)).status is Status.DUE


def test_a_waiver_by_a_role_that_may_with_a_reason_counts():
    found = standing(
        "2.6.a", Outcome.not_met("x."), waivers=(Waiver("2.6.a", "independent_chair", "One agency only", TODAY),)
    )
    assert found.status is Status.WAIVED
    assert found.why == ("Waived by the Independent Chair of the Board on 1 July 2016: One agency only",)


@pytest.mark.parametrize(
    ("name", "waiver", "why"),
    [
        ("2.6.a", Waiver("2.6.a", "panel_member", "Too busy", TODAY),
         "A waiver by the Panel member does not count: only Independent Chair of the Board may waive this."),
        ("2.6.a", Waiver("2.6.a", "independent_chair", " ", TODAY),
         "A waiver by the Independent Chair of the Board does not count: it has no reason."),
        ("2.1.c", Waiver("2.1.c", "independent_chair", "Old case", TODAY),
         "A waiver by the Independent Chair of the Board does not count: this may not be waived."),
    ],
)  # fmt: skip
def test_any_other_waiver_does_not_count_and_says_why(name, waiver, why):
    found = standing(name, Outcome.not_met("x."), waivers=(waiver,))
    assert found.status is Status.DUE
    assert found.why[-1] == why


def test_a_waiver_that_counts_stands_beside_one_that_does_not():
    waivers = (Waiver("2.6.a", "panel_member", "x", TODAY), Waiver("2.6.a", "independent_chair", "y", TODAY))
    found = standing("2.6.a", Outcome.not_met("x."), waivers=waivers)
    assert found.status is Status.WAIVED
    assert len(found.why) == 2


def test_what_does_not_apply_says_why():
    found = standing("2.2.f", Outcome.not_applicable("There are no proceedings."))
    assert (found.status, found.why) == (Status.NOT_APPLICABLE, ("There are no proceedings.",))


def test_a_check_that_is_not_built_is_said_to_be_so_and_never_due_or_late():
    found = standing("2.6.a", dates={"learning_event": date(2016, 1, 1)}, holds=(POLICE,))
    assert (found.status, found.days_late) == (Status.NOT_SUPPORTED, 0)
    assert found.why == ("Threadline cannot tell yet whether this is done. Keep your own record of it.",)
    waiver = Waiver("2.6.a", "panel_member", "x", TODAY)
    assert len(standing("2.6.a", waivers=(waiver,)).why) == 2


@pytest.mark.parametrize("make", [Outcome.not_met, Outcome.not_applicable])
@pytest.mark.parametrize("reasons", [(), ("  ",)])
def test_a_check_that_says_no_gives_a_reason(make, reasons):
    with pytest.raises(ValueError, match="says why, in a sentence"):
        make(*reasons)


def position(**outcomes):
    found = {}
    for name, outcome in outcomes.items():
        found |= outcome_of(name.replace("_", "."), outcome)
    dates = {"learning_event": date(2016, 6, 1), "decision": date(2016, 5, 16), "initial_panel": date(2016, 8, 1)}
    return evaluate(PACK, found, Circumstances(today=TODAY, dates=dates, holds=(POLICE,)))


MIXED = {
    "2.1.a": Outcome.met(), "2.1.c": Outcome.not_met("No period."), "2.6.a": Outcome.not_met("x."),
    "2.6.f": Outcome.not_met("x."), "2.2.f": Outcome.not_applicable("None."), "2.1.h": Outcome.not_met("x."),
}  # fmt: skip


def mixed():
    dates = {
        "learning_event": date(2016, 6, 1),
        "initial_panel": date(2016, 8, 1),
        "agencies_tasked": date(2016, 6, 20),
    }
    outcomes = {BY_ID[name].check: outcome for name, outcome in MIXED.items()} | {"panel.tea_served": Outcome.met()}
    return evaluate(PACK, outcomes, Circumstances(today=TODAY, dates=dates, holds=(POLICE,)))


def test_the_headline_counts_and_is_honest_about_what_cannot_be_told():
    assert mixed().headline == (
        "1 of 86 requirements is done, 1 late, 1 held, 2 due, 1 not applicable. Threadline cannot tell yet about 80."
    )
    assert Position(()).headline == "0 of 0 requirements are done."


def test_checks_that_no_requirement_asks_for_are_spare():
    assert mixed().spare == ("panel.tea_served",)


def test_filters_narrow_the_list():
    mine = mixed().only(roles=["business_manager"], status=[Status.LATE])
    assert [found.requirement.id for found in mine.standings] == ["2.1.h"]
    assert {found.requirement.stage for found in mixed().only(stage="panel").standings} == {"panel"}
    assert len(mixed().only(concerns=Concerns.SERVICE).standings) == 3
    assert len(mixed().only().standings) == 86


def test_the_most_urgent_comes_first():
    assert [found.requirement.id for found in mixed().by_urgency()] == ["2.1.h", "2.6.a", "2.1.c", "2.6.f"]


def test_what_keeps_a_stage_from_closing_are_its_musts_that_are_not_settled():
    names = {found.requirement.id for found in blocking(mixed(), "threshold")}
    assert {"2.1.c", "2.1.h", "2.1.b"} <= names
    assert not {"2.1.a", "2.1.d", "2.6.a"} & names
    assert "2.2.f" not in {found.requirement.id for found in blocking(mixed(), "panel")}


DAYS = st.dates(date(2016, 1, 1), date(2016, 12, 31))
REASON = st.just("A reason.")
OUTCOMES = st.one_of(
    st.builds(lambda on: Outcome.met(on=on), st.none() | DAYS),
    st.builds(Outcome.not_met, REASON),
    st.builds(Outcome.not_applicable, REASON),
)
WAIVERS = st.builds(
    Waiver, st.sampled_from(sorted(BY_ID)), st.sampled_from(sorted(ROLES)), st.sampled_from(["", "A reason"]), DAYS
)
HOLDS = st.builds(
    ActiveHold, st.frozensets(st.sampled_from(sorted(ACTS)), max_size=4), DAYS, st.just("Ask the police.")
)
CIRCUMSTANCES = st.builds(
    Circumstances,
    today=DAYS,
    dates=st.dictionaries(st.sampled_from([m.id for m in PACK.timetable.milestones]), DAYS),
    holds=st.lists(HOLDS, max_size=2).map(tuple),
    waivers=st.lists(WAIVERS, max_size=8).map(tuple),
    open_stages=st.none() | st.frozensets(st.sampled_from([stage.id for stage in PACK.stages])),
)
ANSWERS = st.dictionaries(st.sampled_from([r.check for r in PACK.requirements]), OUTCOMES)


@settings(deadline=None, max_examples=60)
@given(ANSWERS, CIRCUMSTANCES)
def test_whatever_the_circumstances_every_requirement_stands_somewhere_and_says_why(answers, circumstances):
    found = evaluate(PACK, answers, circumstances)
    assert [s.requirement for s in found.standings] == list(PACK.requirements)
    assert sum(found.counts().values()) == len(PACK.requirements)
    for one in found.standings:
        assert one.why
        assert all(words.strip() for words in one.why)
        assert (one.days_late > 0) == (one.status is Status.LATE)
        if one.status is Status.LATE:
            assert one.due + timedelta(one.days_late) == circumstances.today
        if one.status is Status.NOT_SUPPORTED:
            assert one.requirement.check not in answers
    for stage in PACK.stages:
        blocked = {s.requirement.id for s in blocking(found, stage.id)}
        assert blocked == {
            s.requirement.id
            for s in found.only(
                stage=stage.id, status=[Status.DUE, Status.LATE, Status.HELD, Status.NOT_SUPPORTED]
            ).standings
            if s.requirement.weight is Weight.MUST
        }


@settings(deadline=None, max_examples=60)
@given(ANSWERS, CIRCUMSTANCES)
def test_only_a_waiver_that_may_be_given_waives(answers, circumstances):
    for one in evaluate(PACK, answers, circumstances).standings:
        valid = [
            waiver
            for waiver in circumstances.waivers
            if waiver.requirement == one.requirement.id
            and waiver.role in one.requirement.waivable_by
            and waiver.reason.strip()
        ]
        assert one.status is not Status.WAIVED or valid
        if valid:
            assert one.status in (Status.WAIVED, Status.DONE)
