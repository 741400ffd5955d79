"""The Greater Manchester 2016 pack itself: whole, covering its source, and fit for the crafts that use it."""

import re
from datetime import date, timedelta

import pytest
from tests.domain.framework.packs import ORIGINAL

from threadline.domain.framework.bundled import bundled, bundled_names
from threadline.domain.framework.load import examine
from threadline.domain.framework.pack import Concerns, Weight
from threadline.domain.framework.registry import ACTS, LETTER_PLACEHOLDERS, NOTICE_PLACEHOLDERS, ROLES
from threadline.domain.independence.checks import Weight as Gravity
from threadline.domain.independence.checks import check
from threadline.domain.independence.interests import Candidate, Declared
from threadline.domain.scope.period import Verdict, judge_period
from threadline.domain.threshold.answers import Answer, Said
from threadline.domain.threshold.decisions import choices, must_be_notified
from threadline.domain.threshold.weighing import Result, weigh
from threadline.domain.timetable.clocks import State, read
from threadline.domain.timetable.drift import against_line
from threadline.domain.timetable.picture import draw
from threadline.domain.timetable.plan import draw_up

ROWS = {
    "1": "abcdefghijklmno",
    "2.1": "abcdefghi",
    "2.2": "abcdef",
    "2.3": "abcdefgh",
    "2.4": "abcdefg",
    "2.5": "abcdefgh",
    "2.6": "abcdefgh",
    "2.7": "abc",
    "2.8": "abcde",
    "2.9": "abcdefg",
    "A1": "abcdefg",
    "W": "abc",
}
SENTENCES = {
    "0": 4, "1": 22, "2": 0, "2.1": 12, "2.2": 14, "2.3": 14, "2.4": 7, "2.5": 17, "2.6": 11, "2.7": 4, "2.8": 11,
    "2.9": 8, "A1": 18,
}  # fmt: skip
TODAY = date(2016, 6, 1)


@pytest.fixture(scope="module")
def pack():
    return bundled("greater-manchester-2016")


def test_it_has_no_mistake():
    assert examine(ORIGINAL).problems == ()
    assert bundled_names() == ("greater-manchester-2016",)


def test_a_pack_that_does_not_come_with_threadline_is_a_key_error():
    with pytest.raises(KeyError):
        bundled("../greater-manchester-2016")


def test_it_has_every_row_of_the_requirements_in_order(pack):
    expected = [f"{section}.{letter}" for section, letters in ROWS.items() for letter in letters]
    assert [requirement.id for requirement in pack.requirements] == expected


def test_it_covers_every_sentence_of_its_source_or_says_why_not(pack):
    assert {section.section: len(section.sentences) for section in pack.coverage} == SENTENCES
    for section in pack.coverage:
        assert section.sentences or section.not_enforceable.startswith("because ")
        for sentence in section.sentences:
            assert sentence.gist
            assert bool(sentence.covered_by) != sentence.not_enforceable.startswith("because ")


def test_every_requirement_names_a_check_of_its_own(pack):
    checks = [requirement.check for requirement in pack.requirements]
    assert len(set(checks)) == len(checks)


def test_every_must_of_a_review_that_can_slip_has_a_milestone(pack):
    undated = {
        r.id for r in pack.requirements if r.weight is Weight.MUST and not r.by and r.concerns is Concerns.REVIEW
    }
    assert undated == {"2.4.f", "2.5.h", "W.a"}  # true at every moment rather than by a day


def test_every_limit_that_is_from_memory_says_so(pack):
    doubted = {clock.id for clock in pack.clocks if clock.doubt}
    assert doubted == {"decision", "decision_told", "six_months", "sent_ahead", "kept_published"}
    assert {limb.id for limb in pack.threshold.limbs if limb.doubt} == {"working_together", "deprived_of_liberty"}


def test_every_meeting_of_the_method_has_its_agenda_and_its_decisions(pack):
    decided = {decision.requirement for agenda in pack.agendas for item in agenda.items for decision in item.decisions}
    by_meeting = {"2.3.b", "2.3.c", "2.3.d", "2.3.e", "2.3.f", "2.3.g", "2.3.h", "2.7.a", "2.8.b", "2.8.c", "2.9.a"}
    assert by_meeting <= decided
    assert {agenda.id for agenda in pack.agendas} == {
        "threshold", "initial", "learning-event-planning", "learning-event", "further-outcomes", "further-draft",
        "board",
    }  # fmt: skip


def test_every_act_that_can_be_stopped_is_stopped_by_some_hold_or_can_be(pack):
    stopped = {act for hold in pack.holds for act in (*hold.blocks, *hold.may_block)}
    named = {act for requirement in pack.requirements for act in requirement.acts}
    assert stopped <= set(ACTS)
    assert {"learning_event.hold_session", "report.publish", "family.contact"} <= stopped & named


def test_a_notice_can_name_nobody_in_the_case(pack):
    naming = {"child", "agency", "board", "recipient", "sender", "reasons", "grounds", "processes"}
    assert not NOTICE_PLACEHOLDERS & naming
    assert naming <= LETTER_PLACEHOLDERS
    for notice in pack.notices:
        assert not set(notice.placeholders) & naming


def test_nobody_is_promised_more_confidence_than_the_law_allows(pack):
    for wording in (*pack.notices, *pack.letters):
        if re.search("confidential|stays with the reviewers|under a role", wording.body):
            assert "court" in wording.body, wording.id


def test_the_glossary_names_every_role_of_the_method(pack):
    assert {role.id for role in pack.glossary.roles} == ROLES
    assert pack.role_title("lead_reviewer") == "Lead Reviewer"
    assert pack.role_title("nobody") == "nobody"
    assert pack.stage_title("panel") == "Review Panel"
    assert pack.stage_title("nowhere") == "nowhere"


def test_the_period_rule_is_twelve_months_and_twenty_four(pack):
    limits = {
        "recommended_months": pack.limit("period_recommended").amount,
        "exceptional_months": pack.limit("period_exceptional").amount,
    }
    incident = date(2016, 3, 1)
    verdicts = [
        judge_period(start, incident, incident=incident, reason="a reason", **limits).verdict
        for start in (date(2015, 3, 1), date(2014, 3, 1), date(2014, 2, 28))
    ]
    assert verdicts == [Verdict.WITHIN, Verdict.EXCEPTIONAL, Verdict.REFUSED]
    assert pack.limit("further_panel_meetings").amount == 2
    with pytest.raises(KeyError):
        pack.limit("moon")


def test_from_any_decision_its_timetable_ends_within_six_months_and_clashes_nowhere(pack):
    length = next(clock.length for clock in pack.clocks if clock.id == pack.timetable.line)
    for days in range(0, 1096, 5):
        decided = date(2015, 1, 1) + timedelta(days)
        plan = draw_up(pack.timetable.milestones, given={"decision": decided})
        line = against_line(plan, pack.timetable.finish, started=decided, length=length, line_title="Six months")
        assert line.days <= 0, decided
        assert plan.clashes() == ()
        assert len(plan.dates()) == len(pack.timetable.milestones)


def test_its_timetable_is_drawn_with_its_lanes(pack):
    plan = draw_up(pack.timetable.milestones, given={"decision": TODAY})
    lanes = {lane.id: lane.title for lane in pack.timetable.lanes}
    picture = draw(plan, title="Timetable", today=TODAY, lanes=lanes)
    assert {row.lane for row in picture.rows} == set(lanes.values())


def test_its_clocks_can_be_read(pack):
    readings = {clock.id: read(clock, started=TODAY, today=TODAY) for clock in pack.clocks}
    assert all(reading.state is State.RUNNING for name, reading in readings.items() if name != "sent_ahead")
    assert readings["notifiable_incident"].due == date(2016, 6, 8)
    assert readings["decision"].due == date(2016, 7, 1)
    assert readings["six_months"].due == date(2016, 12, 1)
    assert readings["sent_ahead"].due == date(2016, 5, 25)


def _weigh(pack, *, triggers=False, **said):
    answers = {name: Answer(answer, "evidence") for name, answer in said.items()}
    threshold = pack.threshold
    grounds, test = (threshold.triggers, threshold.notice) if triggers else (threshold.grounds, threshold.test)
    return weigh(threshold.limbs, grounds, answers, test=test)


YES, NO, UNSURE = Said.YES, Said.NO, Said.UNSURE
NOT_FURTHER = {"custody": NO, "detained": NO, "deprived_of_liberty": NO}


@pytest.mark.parametrize(
    ("said", "result"),
    [
        ({"abuse": YES, "died": YES}, Result.MET),
        ({"abuse": YES, "died": NO, "seriously_harmed": YES, "working_together": YES}, Result.MET),
        ({"abuse": YES, "died": NO, "seriously_harmed": YES, "working_together": UNSURE}, Result.MET),
        ({"abuse": YES, "died": NO, "seriously_harmed": YES, "working_together": NO}, Result.NOT_MET),
        ({"abuse": YES, "died": YES, "working_together": NO}, Result.MET),
        ({"abuse": NO, "died": YES, **NOT_FURTHER}, Result.NOT_MET),
        ({"abuse": NO, "died": YES, **NOT_FURTHER, "custody": YES}, Result.MET),
        ({"abuse": NO, "died": YES, **NOT_FURTHER, "detained": YES}, Result.MET),
        ({"abuse": NO, "died": YES, **NOT_FURTHER, "deprived_of_liberty": YES}, Result.MET),
        ({"abuse": UNSURE, "died": YES, **NOT_FURTHER}, Result.OPEN),
        ({"abuse": NO, "died": NO}, Result.NOT_MET),
    ],
)
def test_its_threshold_test_is_regulation_5_and_the_further_triggers(pack, said, result):
    reading = _weigh(pack, **said)
    assert reading.result is result
    assert any(choice.is_open for choice in choices(reading, pack.threshold.options))
    assert any(choice.is_open and choice.id == "commission" for choice in choices(reading, pack.threshold.options)) == (
        result is Result.MET
    )


@pytest.mark.parametrize(
    ("said", "result"),
    [
        ({"abuse": YES, "died": YES}, Result.MET),
        ({"abuse": YES, "died": NO, "seriously_harmed": YES}, Result.MET),
        ({"abuse": NO, "died": YES, "looked_after": YES}, Result.MET),
        ({"abuse": NO, "died": YES, "looked_after": NO, "regulated_setting": YES}, Result.MET),
        ({"abuse": NO, "died": NO}, Result.NOT_MET),
    ],
)
def test_its_four_triggers_of_notification(pack, said, result):
    assert _weigh(pack, triggers=True, **said).result is result


def test_every_case_for_review_is_notifiable(pack):
    said = {"abuse": NO, "died": YES, "looked_after": NO, "regulated_setting": NO, **NOT_FURTHER, "custody": YES}
    notice, test = _weigh(pack, triggers=True, **said), _weigh(pack, **said)
    assert notice.result is Result.NOT_MET
    rule = pack.threshold.every_review_is_notifiable
    assert must_be_notified(notice, test, every_review_is_notifiable=rule) is Result.MET


def test_its_questions_bar_a_chair_who_worked_with_the_family(pack):
    posts = {post.id: post for post in pack.independence.posts}
    questions = [question for question in pack.independence.questions if "panel_chair" in question.posts]
    declared = {question.id: Declared(question.id == "worked_with") for question in questions}
    chair = Candidate("Jane Carter", "Northfield Trust", declared=declared, declared_on=TODAY)
    found = check(chair, posts["panel_chair"], questions=questions, involved_agencies=["Northfield Trust"])
    assert [finding.weight for finding in found.findings] == [Gravity.CONFLICT, Gravity.CONFLICT]
