"""What a meeting decides takes effect with the decision, in the name of who chaired it (2.1, 2.2.f, 2.3)."""

import pytest

from tests import recorded, scoped
from tests.areas.panel.conftest import attend
from tests.areas.panel.test_appointing import checked as panel_check
from threadline.access.acting import Refused
from threadline.access.scope import review_scope
from threadline.audit.models import Event
from threadline.chronology.models import KeyEvent
from threadline.domain.framework.bundled import bundled
from threadline.domain.framework.outcome import Verdict
from threadline.domain.framework.registry import CHECKS
from threadline.panel import actions, settling
from threadline.panel.actions import Overtaken, Said
from threadline.panel.models import Decision
from threadline.reviews import actions as reviews
from threadline.reviews.method import DEFAULT
from threadline.reviews.models import PlannedMilestone, Process, Scope, Timetable

pytestmark = pytest.mark.django_db


@pytest.fixture
def met(cast, initial):
    """The initial meeting under way, chaired by the Panel Chair."""
    attend(cast.asha, initial)
    return initial


def decide(cast, meeting, kind, *, agreed=True, **more):
    return actions.decide(by=cast.asha, meeting=meeting, kind=kind, agreed=agreed, **more)


def check(cast, name):
    with review_scope(cast.review):
        return CHECKS.checks()[name](cast.review)


def seen(cast, kind, requirement=""):
    with review_scope(cast.review):
        return settling.follows(kind, requirement, cast.review).seen


def test_every_decision_of_the_method_says_what_it_does():
    pack, checks = bundled(DEFAULT), CHECKS.checks()
    check_of = {each.id: each.check for each in pack.requirements}
    decisions = [each for agenda in pack.agendas for item in agenda.items for each in item.decisions]
    untied = {each.id for each in decisions if check_of[each.requirement] in checks} - settling.known()
    assert untied == set()
    assert settling.known() <= {each.id for each in decisions}


def test_a_decision_of_a_part_that_is_not_built_says_so(cast, met):
    with review_scope(cast.review):
        told = settling.follows("network_agreed", "2.3.c", cast.review)
    assert "not supported yet" in told.says
    assert decide(cast, met, "network_agreed").reference == ""


def test_agreeing_the_timetable_agrees_it_in_the_name_of_who_chaired(cast, una, met):
    with pytest.raises(Refused, match="There is no timetable yet"):
        decide(cast, met, "timetable_agreed")
    recorded.timetable(cast)
    assert check(cast, "reviews.timetable_agreed").verdict is Verdict.NOT_MET
    made = decide(cast, met, "timetable_agreed")
    assert check(cast, "reviews.timetable_agreed").verdict is Verdict.MET
    with review_scope(cast.review):
        table = Timetable.objects.get()
        assert (table.agreed_by_id, table.agreed_at_meeting) == (una.user_id, "Initial Review Panel meeting")
        assert made.reference == f"reviews.timetable:{table.pk}"
    event = Event.objects.get(kind="reviews.timetable_agreed")
    assert event.actor == str(cast.asha.pk)
    with pytest.raises(Refused, match="has taken effect"):
        decide(cast, met, "timetable_agreed", agreed=False)
    assert decide(cast, met, "timetable_agreed", decided_note="With one day to spare.").note


def test_what_changed_behind_the_page_is_not_agreed(cast, met):
    table = recorded.timetable(cast)
    mark = seen(cast, "timetable_agreed")
    with review_scope(cast.review):
        rows = {row.key: row for row in table.milestones.all()}
    reviews.move_milestone(
        by=cast.lead, timetable=table, version=table.version, key="publication", because="",
        to=rows["publication"].planned_on.replace(year=2017),
    )  # fmt: skip
    with pytest.raises(Overtaken, match="changed while this page was open"):
        decide(cast, met, "timetable_agreed", seen=mark)
    said = Said("", 0, {"timetable_agreed": (True, "")}, seen={"timetable_agreed": seen(cast, "timetable_agreed")})
    actions.keep_item(by=cast.asha, meeting=met, item="initial_timetable", said=said)
    with review_scope(cast.review):
        assert Timetable.objects.get().agreed_on


def test_what_is_agreed_needs_a_chair_who_may_agree_it(cast, initial):
    recorded.timetable(cast)
    attend(cast.asha, initial, chaired=None)
    with pytest.raises(Refused, match="Record who chaired"):
        decide(cast, initial, "timetable_agreed")
    attend(cast.asha, initial, chaired="Kit Farrow")
    with pytest.raises(Refused, match="Kit Farrow chaired the meeting, and may not agree"):
        decide(cast, initial, "timetable_agreed")
    with review_scope(cast.review):
        assert Timetable.objects.get().agreed_on is None
        assert not Decision.objects.exists()


def test_confirming_what_runs_beside_the_review(cast, una, met):
    with pytest.raises(Refused, match="Say first whether there is any"):
        decide(cast, met, "processes_confirmed")
    recorded.processes(cast)
    decide(cast, met, "processes_confirmed")
    assert check(cast, "reviews.parallel_processes_confirmed").verdict is Verdict.MET
    with review_scope(cast.review):
        assert {each.confirmed_by_id for each in Process.objects.all()} == {una.user_id}


def test_confirming_the_key_events_confirms_each_and_can_be_corrected(cast, met):
    with pytest.raises(Refused, match="No key event is marked yet"):
        decide(cast, met, "key_events_confirmed")
    recorded.key_event(cast)
    before = seen(cast, "key_events_confirmed")
    recorded.key_event(cast, recorded.entry(cast, token="second"))
    with pytest.raises(Refused, match="marked or changed"):
        decide(cast, met, "key_events_confirmed", seen=before)
    decide(cast, met, "key_events_confirmed")
    with review_scope(cast.review):
        found = list(KeyEvent.objects.all())
    assert {(each.state, each.minuted) for each in found} == {("confirmed", "Initial Review Panel meeting")}
    decide(cast, met, "key_events_confirmed", agreed=False, decided_note="Two are missing")
    with review_scope(cast.review):
        assert {each.state for each in KeyEvent.objects.all()} == {"proposed"}


def test_the_merged_timeline_is_agreed_once_there_is_one(cast, met):
    with pytest.raises(Refused, match="No timeline has been accepted yet"):
        decide(cast, met, "merged_timeline_agreed")
    recorded.entry(cast)
    assert decide(cast, met, "merged_timeline_agreed").agreed


@pytest.mark.parametrize(
    ("kind", "why", "put_right"),
    [
        ("bodies_confirmed", "without a referral", recorded.told),
        ("sources_confirmed", "No scope is agreed", lambda cast: scoped.agreed(cast.asha, cast.chair, cast.review)),
        ("waiting_settled", "not known of every kind", recorded.processes),
        ("co_reviewer_decided", "whether a co-reviewer is needed", recorded.everything),
    ],
)
def test_what_is_not_on_record_cannot_be_agreed(cast, met, kind, why, put_right):
    with pytest.raises(Refused, match=why):
        decide(cast, met, kind)
    assert decide(cast, met, kind, agreed=False).agreed is False
    put_right(cast)
    assert decide(cast, met, kind).agreed


def test_membership_is_confirmed_once_everybody_s_independence_is_settled(cast, kit, una, call, sign):
    meeting = call()
    attend(cast.asha, meeting)
    with pytest.raises(Refused, match="not settled yet whether these are independent: Kit Farrow"):
        decide(cast, meeting, "membership_confirmed")
    sign(kit)
    assert decide(cast, meeting, "membership_confirmed").agreed


def test_the_threshold_meeting_agrees_the_scope_that_was_proposed(cast, una, call):
    meeting = call("threshold")
    attend(cast.asha, meeting, chaired="Ruth Ellerby")
    for kind, why in (
        ("period_agreed", "scope is not begun"), ("proportion_agreed", "does not say yet"),
        ("initial_scope_agreed", "not begun"), ("chair_identified", ""), ("panel_identified", "no timetable yet"),
        ("agencies_named", "No other source"), ("processes_identified", "whether there is any"),
        ("threshold_recommended", "without a referral"),
    ):  # fmt: skip
        if why:
            with pytest.raises(Refused, match=why):
                decide(cast, meeting, kind)
        else:
            assert decide(cast, meeting, kind).agreed
    scope = scoped.prepared(cast.asha, cast.review)
    with pytest.raises(Refused, match="Propose it first"):
        decide(cast, meeting, "initial_scope_agreed")
    mark = seen(cast, "initial_scope_agreed")
    reviews.propose_scope(by=cast.asha, scope=scope, version=scope.version, because="What was found.")
    with pytest.raises(Overtaken):
        decide(cast, meeting, "initial_scope_agreed", seen=mark)
    for kind in ("period_agreed", "proportion_agreed", "initial_scope_agreed", "agencies_named"):
        assert decide(cast, meeting, kind).agreed
    with review_scope(cast.review):
        agreed = Scope.objects.get()
    assert (agreed.state, agreed.agreed_by_id, agreed.agreed_at_meeting) == (
        "agreed",
        cast.chair.pk,
        "Threshold meeting",
    )
    assert check(cast, "threshold.scope_versioned").verdict is Verdict.MET


def test_who_proposed_the_scope_does_not_agree_it_by_chairing(cast, una, call):
    scope = scoped.prepared(una.user, cast.review)
    reviews.propose_scope(by=una.user, scope=scope, version=scope.version, because="What was found.")
    meeting = call("threshold")
    attend(cast.asha, meeting)
    with pytest.raises(Refused, match="Una Best proposed this version"):
        decide(cast, meeting, "initial_scope_agreed")


def test_a_meeting_that_is_held_reaches_its_milestone(cast, una, initial, call):
    recorded.timetable(cast)
    attend(cast.asha, initial, kit="absent", una="absent", chaired=None)
    with review_scope(cast.review):
        assert PlannedMilestone.objects.get(key="initial_panel").done_on is None
    attend(cast.asha, initial)
    with review_scope(cast.review):
        assert PlannedMilestone.objects.get(key="initial_panel").done_on
        assert PlannedMilestone.objects.get(key="sign_off").done_on is None
    board = call("board")
    attend(cast.asha, board, chaired=None)
    decide(cast, board, "signed_off")
    with review_scope(cast.review):
        assert PlannedMilestone.objects.get(key="sign_off").done_on


def test_the_page_of_an_item_says_what_its_decisions_do(cast, sign_in, met):
    from tests.areas.panel.test_meeting_pages import page_of
    from tests.visit import visit, words

    address = page_of(met, "items/initial_timetable/")
    client = sign_in(cast.asha)
    assert "It cannot be agreed yet. There is no timetable yet." in words(visit(client, address).main)
    sent = {"version": 0, "note": "Every date was read out.", "decided-timetable_agreed": "agreed"}
    page = visit(client, address, method="post", data=sent)
    assert "There is no timetable yet" in words(page.select_one(".govuk-error-summary"))
    assert "Every date was read out." in words(page.main)
    recorded.timetable(cast)
    page = visit(client, address, method="post", data={**sent, "seen-timetable_agreed": "timetable 0"})
    assert "changed while this page was open" in words(page.select_one(".govuk-error-summary"))
    mark = page.find("input", attrs={"name": "seen-timetable_agreed"})["value"]
    visit(client, address, method="post", data={**sent, "seen-timetable_agreed": mark}, follow=True)
    assert check(cast, "reviews.timetable_agreed").verdict is Verdict.MET
    assert panel_check(cast.review, "meetings_recorded").verdict is Verdict.NOT_MET
