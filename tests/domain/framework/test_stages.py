"""Stages open and close by what the requirements they name come to."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from threadline.domain.framework.bundled import bundled
from threadline.domain.framework.evaluate import Circumstances, evaluate
from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.position import Status
from threadline.domain.framework.stages import SETTLED, StageState, open_stages, read_stages

PACK = bundled("greater-manchester-2016")
CHECKS = {requirement.id: requirement.check for requirement in PACK.requirements}
STAGES = {stage.id: stage for stage in PACK.stages}


def stages(**outcomes):
    answers = {check: outcomes.get(name, Outcome.not_met("Not yet.")) for name, check in CHECKS.items()}
    answers = {check: outcome for check, outcome in answers.items() if outcome}
    position = evaluate(PACK, answers, Circumstances(today=date(2016, 6, 1), dates={}))
    return {reading.id: reading for reading in read_stages(PACK, position)}


def done(*names):
    return {requirement: Outcome.met() for name in names for requirement in STAGES[name].closes_on}


def test_at_first_only_the_threshold_is_open():
    found = stages()
    assert [name for name, reading in found.items() if reading.state is StageState.OPEN] == ["threshold"]
    assert found["panel"].sentence == "It opens when “Threshold meeting and initial scope” is closed."
    assert found["threshold"].remaining == STAGES["threshold"].closes_on
    assert open_stages(tuple(found.values())) == {"threshold"}


def test_a_stage_closes_when_what_it_closes_on_is_settled_and_the_next_opens():
    found = stages(**done("threshold"))
    assert found["threshold"].state is StageState.CLOSED
    assert found["threshold"].sentence == STAGES["threshold"].closes
    assert found["panel"].state is StageState.OPEN
    assert found["panel"].sentence.startswith("It closes when these are settled: 1.b, 2.2.a")


def test_a_stage_after_two_waits_for_both():
    names = ("threshold", "panel", "initial_meeting", "agency_reports", "learning_event", "further_meetings")
    found = stages(**done(*names))
    assert found["final_report"].sentence == "It opens when “Engaging family members” is closed."
    assert stages(**done(*names, "family"))["final_report"].state is StageState.OPEN


def test_what_threadline_cannot_tell_holds_nothing_up():
    unbuilt = dict.fromkeys(STAGES["panel"].closes_on)
    found = stages(**done("threshold"), **unbuilt)
    assert found["panel"].state is StageState.UNKNOWN
    assert found["initial_meeting"].state is StageState.OPEN
    partly = stages(**{**done("threshold"), "2.1.a": None})
    assert partly["threshold"].state is StageState.CLOSED


OUTCOMES = st.sampled_from([None, Outcome.met(), Outcome.not_met("No."), Outcome.not_applicable("None.")])


@settings(deadline=None, max_examples=60)
@given(st.fixed_dictionaries(dict.fromkeys(CHECKS.values(), OUTCOMES)))
def test_no_stage_is_open_before_those_it_comes_after_are_settled(answers):
    answers = {check: outcome for check, outcome in answers.items() if outcome}
    position = evaluate(PACK, answers, Circumstances(today=date(2016, 6, 1), dates={}))
    standings = {standing.requirement.id: standing.status for standing in position.standings}
    found = {reading.id: reading for reading in read_stages(PACK, position)}
    assert list(found) == [stage.id for stage in PACK.stages]
    for stage in PACK.stages:
        reading = found[stage.id]
        before = {found[name].state for name in stage.after}
        assert (reading.state is StageState.TO_OPEN) == bool(before & {StageState.TO_OPEN, StageState.OPEN})
        if reading.state is StageState.CLOSED:
            assert all(standings[name] in {*SETTLED, Status.NOT_SUPPORTED} for name in stage.closes_on)


def test_a_requirement_names_every_decision_that_meetings_take_for_it():
    assert [decision.id for decision in PACK.decisions_for("2.3.b")] == [
        "merged_timeline_agreed", "analyses_reviewed", "key_events_confirmed",
    ]  # fmt: skip
    assert PACK.decisions_for("1.o") == ()
