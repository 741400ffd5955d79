"""Meetings: called, attended, decided, minuted, approved; who was away told; what the requirements say of them."""

import pytest
from django.core import mail
from django.utils import timezone

from tests import recorded
from tests.areas.panel.conftest import at, attend, fresh, now, seats
from tests.areas.panel.test_appointing import checked
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.domain.framework.outcome import Verdict
from threadline.notices.models import Notice
from threadline.panel import actions, method
from threadline.panel.actions import Overtaken, Said, Tap
from threadline.panel.models import Decision, Minutes, Note
from threadline.panel.queries import meetings
from threadline.people import actions as people

pytestmark = pytest.mark.django_db
TIMELINE = ("merged_timeline_agreed", "analyses_reviewed", "key_events_confirmed")


def user(member):
    return User.objects.get(pk=member.user_id)


def decide_all(by, meeting, *, agreed=True):
    """Every decision of the meeting's agenda."""
    for item in method.agenda(meeting.review, meeting.kind).items:
        for decision in item.decisions:
            actions.decide(by=by, meeting=meeting, kind=decision.id, agreed=agreed)


def minuted(cast, una, meeting):
    """The minutes drafted and approved."""
    made = actions.draft_minutes(by=cast.asha, meeting=meeting, number=0)
    return actions.approve_minutes(by=user(una), meeting=meeting, number=made.number)


def test_whoever_serves_is_expected_and_told_with_a_file_that_names_nobody(
    cast, kit, una, sign, call, django_capture_on_commit_callbacks
):
    sign(kit)
    people.add_person(by=cast.asha, review=cast.review, name="Tyler Dunmore", kind="child", also=["Tyler"])
    with django_capture_on_commit_callbacks(execute=True):
        meeting = call()
    assert set(seats(meeting)) == {"Kit Farrow", "Una Best"}
    told = Notice.objects.filter(kind="meeting-invitation")
    assert {each.user_id for each in told} == {kit.user_id, una.user_id}
    for each in told:
        assert "BEGIN:VEVENT" in each.calendar
        assert "R-2015-01" in each.calendar
        for word in ("Tyler", "Dunmore", "Kit", "Una", "Westmarch", "Room 3"):
            assert word not in each.calendar
            assert word not in each.subject + each.body
    assert {letter.to[0] for letter in mail.outbox} >= {"kit@threadline.example", "una@threadline.example"}


def test_who_is_suspended_is_expected_and_not_told(kit, una, call):
    meeting = call()
    assert "Kit Farrow" in seats(meeting)
    assert not Notice.objects.filter(user=kit.user_id, kind="meeting-invitation").exists()


def test_the_independent_chair_is_expected_where_the_agenda_says_so(cast, call):
    assert "Ruth Ellerby" in seats(call("threshold"))
    assert "Ruth Ellerby" not in seats(call("initial"))


@pytest.mark.parametrize("who", ["chair", "panel", "inspector", "second_lead", "other_manager", "outsider"])
def test_only_who_keeps_the_record_calls_meetings(cast, call, who):
    with pytest.raises(Denied):
        call(by=getattr(cast, who))


def test_a_meeting_is_of_the_method_and_ends_after_it_starts(cast, call):
    with pytest.raises(Refused, match="one of the method's"):
        call("picnic")
    with pytest.raises(Refused, match="one of the method's"):
        call("learning-event")
    when = at()
    with pytest.raises(Refused, match="end after"):
        actions.call_meeting(
            by=cast.asha, review=cast.review, kind="initial", when=actions.When(when.ends, when.starts)
        )


def test_a_moved_meeting_tells_calendars_and_expects_who_serves_by_now(cast, kit, una, sign, call, appoint):
    sign(kit)
    meeting = call(days=3)
    appoint(name="Sal Pike", agency=cast.health)
    actions.leave(by=cast.asha, member=kit, version=fresh(kit).version, because="New job")
    moved = actions.move_meeting(by=cast.asha, meeting=meeting, version=now(meeting).version, when=at(5))
    assert moved.sequence == 1
    assert set(seats(meeting)) == {"Sal Pike", "Una Best"}
    assert "SEQUENCE:1" in Notice.objects.filter(user=una.user_id).order_by("-made_at").first().calendar
    with pytest.raises(Overtaken):
        actions.move_meeting(by=cast.asha, meeting=meeting, version=1, when=at(6))


def test_a_cancelled_meeting_leaves_calendars_and_takes_no_record(cast, una, call):
    meeting = call(days=3)
    with pytest.raises(Refused, match="Say why"):
        actions.cancel_meeting(by=cast.asha, meeting=meeting, version=now(meeting).version, because="")
    actions.cancel_meeting(by=cast.asha, meeting=meeting, version=now(meeting).version, because="Snow")
    told = Notice.objects.get(kind="panel.meeting_cancelled")
    assert "STATUS:CANCELLED" in told.calendar
    for act in (
        lambda: actions.note(by=cast.asha, meeting=meeting, item="initial_timeline", version=0, text="x"),
        lambda: actions.tell_absent(by=cast.asha, meeting=meeting),
        lambda: actions.decide(by=cast.asha, meeting=meeting, kind="network_agreed", agreed=True),
    ):
        with pytest.raises(Refused, match="cancelled"):
            act()


def test_nobody_attends_before_the_day(cast, kit, una, call):
    with pytest.raises(Refused, match="still to come"):
        attend(cast.asha, call(days=2))


def test_a_deputy_is_named_and_who_chairs_is_present(cast, initial):
    there = seats(initial)
    version = now(initial).version
    record = {"by": cast.asha, "meeting": initial, "version": version, "chaired": None}
    with pytest.raises(Refused, match="Say who came in the place of Kit Farrow"):
        actions.record_attendance(**record, taps={there["Kit Farrow"].pk: Tap("deputy")})
    with pytest.raises(Refused, match="must be present"):
        attend(cast.asha, initial, una="absent")
    with pytest.raises(Refused, match="Say how"):
        actions.record_attendance(**record, taps={there["Kit Farrow"].pk: Tap("asleep")})
    with pytest.raises(Refused, match="no longer expected"):
        actions.record_attendance(**record, taps={0: Tap("present")})
    attend(cast.asha, initial, kit="deputy")
    assert seats(initial)["Kit Farrow"].deputy_name == "Dee Marsh"
    assert seats(initial)["Una Best"].chaired
    with pytest.raises(Refused, match="has been held"):
        actions.move_meeting(by=cast.asha, meeting=initial, version=now(initial).version, when=at(5))
    with pytest.raises(Refused, match="has been held"):
        actions.cancel_meeting(by=cast.asha, meeting=initial, version=now(initial).version, because="x")


def test_who_was_recused_does_not_attend_in_any_way(cast, kit, initial):
    actions.recuse(by=cast.chair, member=kit, version=fresh(kit).version, reasons="A relative.")
    with pytest.raises(Refused, match="was recused"):
        attend(cast.asha, initial)
    with pytest.raises(Refused, match="was recused"):
        actions.add_attendee(by=cast.asha, meeting=initial, name="kit farrow", of="guest")
    taps = {seats(initial)["Una Best"].pk: Tap("deputy", "Kit Farrow")}
    with pytest.raises(Refused, match="was recused"):
        actions.record_attendance(by=cast.asha, meeting=initial, version=now(initial).version, taps=taps, chaired=None)


def test_others_are_put_on_the_list_once(cast, initial):
    actions.add_attendee(by=cast.asha, meeting=initial, name="Mina Todd", of="Minute taker")
    with pytest.raises(Refused, match="on the list already"):
        actions.add_attendee(by=cast.asha, meeting=initial, name="mina todd", of="")
    with pytest.raises(Refused, match="Enter"):
        actions.add_attendee(by=cast.asha, meeting=initial, name=" ", of="")


def test_one_says_beforehand_who_comes_instead(cast, kit, initial):
    actions.reply(by=user(kit), meeting=initial, comes=False, deputy="Dee Marsh")
    assert (seats(initial)["Kit Farrow"].cannot_come, seats(initial)["Kit Farrow"].deputy_name) == (True, "Dee Marsh")
    actions.reply(by=user(kit), meeting=initial, comes=True)
    assert seats(initial)["Kit Farrow"].deputy_name == ""
    with pytest.raises(Denied):
        actions.reply(by=cast.lead, meeting=initial, comes=True)
    attend(cast.asha, initial)
    with pytest.raises(Refused, match="recorded already"):
        actions.reply(by=user(kit), meeting=initial, comes=False)


def test_a_meeting_that_nobody_attended_decides_nothing(cast, initial):
    with pytest.raises(Refused, match="nobody attended"):
        actions.decide(by=cast.asha, meeting=initial, kind="merged_timeline_agreed", agreed=True)
    attend(cast.asha, initial, chaired=None, kit="absent", una="apologies")
    with pytest.raises(Refused, match="nobody attended"):
        actions.decide(by=cast.asha, meeting=initial, kind="merged_timeline_agreed", agreed=True)


def test_a_pack_may_ask_for_a_quorum(cast, initial, monkeypatch):
    recorded.entry(cast)
    monkeypatch.setattr(method, "quorum", lambda review: 2)
    attend(cast.asha, initial, kit="absent")
    with pytest.raises(Refused, match="decides with 2 or more"):
        actions.decide(by=cast.asha, meeting=initial, kind="merged_timeline_agreed", agreed=True)
    attend(cast.asha, initial)
    assert actions.decide(by=cast.asha, meeting=initial, kind="merged_timeline_agreed", agreed=True).agreed


def test_a_decision_is_the_requirement(cast, initial):
    recorded.key_event(cast)
    attend(cast.asha, initial)
    assert checked(cast.review, "timeline_and_key_events_agreed").verdict is Verdict.NOT_MET
    for kind in TIMELINE:
        actions.decide(by=cast.asha, meeting=initial, kind=kind, agreed=True)
    outcome = checked(cast.review, "timeline_and_key_events_agreed")
    assert outcome.verdict is Verdict.MET
    assert outcome.on == timezone.localdate()
    actions.decide(by=cast.asha, meeting=initial, kind="key_events_confirmed", agreed=False, decided_note="Two missing")
    outcome = checked(cast.review, "timeline_and_key_events_agreed")
    assert outcome.reasons == ("No meeting has agreed it yet: The Panel confirms the key events.",)
    with review_scope(cast.review):
        assert Decision.objects.filter(kind="key_events_confirmed").count() == 1
        assert set(meetings.agreed(cast.review, "2.3.b")) == set(TIMELINE[:2])


def test_a_decision_is_of_the_agenda_or_in_the_meeting_s_own_words(cast, initial):
    attend(cast.asha, initial)
    with pytest.raises(Refused, match="not on the agenda"):
        actions.decide(by=cast.asha, meeting=initial, kind="report_presented", agreed=True)
    with pytest.raises(Refused, match="Enter what was decided"):
        actions.decide_more(by=cast.asha, meeting=initial, item="initial_family", words=" ")
    with pytest.raises(Refused, match="not on the agenda"):
        actions.decide_more(by=cast.asha, meeting=initial, item="lunch", words="Soup")
    made = actions.decide_more(by=cast.asha, meeting=initial, item="initial_family", words="Write to the school")
    assert made.agreed


def test_two_who_write_at_once_lose_nothing(cast, initial):
    kept = actions.note(by=cast.asha, meeting=initial, item="initial_timeline", version=0, text="First")
    with pytest.raises(Overtaken, match="Their note: First"):
        actions.note(by=cast.lead, meeting=initial, item="initial_timeline", version=0, text="Second")
    assert actions.note(by=cast.lead, meeting=initial, item="initial_timeline", version=kept.version, text="Both")


def test_an_item_is_kept_as_a_whole_or_not_at_all(cast, initial):
    recorded.entry(cast)
    attend(cast.asha, initial)
    said = {"text": "Read together.", "version": 0, "decisions": {"merged_timeline_agreed": (True, "")}}
    keep = {"by": cast.asha, "meeting": initial, "item": "initial_timeline"}
    with pytest.raises(Refused, match="who does it"):
        actions.keep_item(**keep, said=Said(**said, action_words="Ask the GP"))
    with review_scope(cast.review):
        assert not Note.objects.exists()
        assert not Decision.objects.exists()
    owner = seats(initial)["Kit Farrow"]
    actions.keep_item(
        **keep,
        said=Said(**said, more="Meet again", action_words="Ask the GP", owner=owner, due_on=timezone.localdate()),
    )
    with review_scope(cast.review):
        assert Note.objects.get().text == "Read together."
        assert Decision.objects.count() == 2
    actions.keep_item(**keep, said=Said(**{**said, "version": 1}))
    with review_scope(cast.review):
        assert Note.objects.get().version == 1


def test_an_action_has_an_owner_and_a_day_and_is_done_by_its_owner(cast, kit, initial):
    attend(cast.asha, initial)
    give = {"by": cast.asha, "meeting": initial, "item": "initial_timeline", "owner": seats(initial)["Kit Farrow"]}
    with pytest.raises(Refused, match="Enter what"):
        actions.give_action(**give, words=" ", due_on=timezone.localdate())
    with pytest.raises(Refused, match="or later"):
        actions.give_action(**give, words="Ask", due_on=timezone.localdate() - timezone.timedelta(days=1))
    given = actions.give_action(**give, words="Ask", due_on=timezone.localdate())
    with pytest.raises(Denied):
        actions.finish_action(by=cast.inspector, given=given, note_of_it="Done")
    with pytest.raises(Refused, match="Say what"):
        actions.finish_action(by=user(kit), given=given, note_of_it=" ")
    assert actions.finish_action(by=user(kit), given=given, note_of_it="Asked").done_on
    with pytest.raises(Refused, match="done already"):
        actions.finish_action(by=cast.asha, given=given, note_of_it="Again")


def test_an_action_goes_to_somebody_of_the_meeting(cast, initial, call):
    other = call("further-draft")
    with pytest.raises(Refused, match="somebody of this meeting"):
        actions.give_action(
            by=cast.asha, meeting=initial, item="initial_timeline", words="Ask", owner=seats(other)["Kit Farrow"],
            due_on=timezone.localdate(),
        )  # fmt: skip


def test_minutes_are_drafted_corrected_and_approved_by_who_chaired(cast, kit, una, initial):
    recorded.entry(cast)
    with pytest.raises(Refused, match="Record who attended"):
        actions.draft_minutes(by=cast.asha, meeting=initial, number=0)
    with pytest.raises(Refused, match="no minutes to correct"):
        actions.correct_minutes(by=cast.asha, meeting=initial, number=0, texts={})
    with pytest.raises(Refused, match="no minutes to approve"):
        actions.approve_minutes(by=user(una), meeting=initial, number=0)
    attend(cast.asha, initial)
    actions.decide(by=cast.asha, meeting=initial, kind="merged_timeline_agreed", agreed=True)
    first = actions.draft_minutes(by=cast.asha, meeting=initial, number=0)
    assert "Una Best, Panel Chair (chaired the meeting)" in first.sections[0]["text"]
    assert any("Decided: The Panel agrees the merged timeline." in each["text"] for each in first.sections)
    with pytest.raises(Overtaken):
        actions.draft_minutes(by=cast.lead, meeting=initial, number=0)
    second = actions.correct_minutes(by=cast.asha, meeting=initial, number=1, texts={"apologies": "None sent."})
    assert second.sections[1]["text"] == "None sent."
    with pytest.raises(Overtaken):
        actions.approve_minutes(by=user(una), meeting=initial, number=1)
    assert actions.approve_minutes(by=user(una), meeting=initial, number=2).approved_by_id == una.user_id
    with review_scope(cast.review):
        assert Minutes.objects.count() == 2
    for act in (
        lambda: actions.correct_minutes(by=cast.asha, meeting=initial, number=2, texts={}),
        lambda: attend(cast.asha, initial),
        lambda: actions.decide(by=cast.asha, meeting=initial, kind="network_agreed", agreed=True),
    ):
        with pytest.raises(Refused, match="The minutes are approved"):
            act()


def test_a_chair_who_was_away_does_not_approve(cast, una, initial):
    attend(cast.asha, initial, chaired="Kit Farrow", una="apologies")
    actions.draft_minutes(by=cast.asha, meeting=initial, number=0)
    with pytest.raises(Refused, match="not recorded as present"):
        actions.approve_minutes(by=user(una), meeting=initial, number=1)
    for who in (cast.asha, cast.panel):
        with pytest.raises(Denied):
            actions.approve_minutes(by=who, meeting=initial, number=1)
    with pytest.raises(Refused, match="not recorded as present"):
        actions.approve_minutes(by=cast.panel_chair, meeting=initial, number=1)


def test_those_who_missed_it_are_told_once(cast, kit, initial):
    attend(cast.asha, initial, kit="absent")
    (told,) = actions.tell_absent(by=cast.asha, meeting=initial)
    assert told.name == "Kit Farrow"
    assert Notice.objects.filter(user=kit.user_id, kind="meeting-missed").count() == 1
    with pytest.raises(Refused, match="has been told"):
        actions.tell_absent(by=cast.asha, meeting=initial)
    attend(cast.asha, initial)
    assert seats(initial)["Kit Farrow"].told_at is None


def test_two_further_meetings_or_the_review_does_not_pass(cast, una, initial, call):
    assert "0 of at least 2" in checked(cast.review, "further_meetings_held").reasons[0]
    for number, kind in enumerate(("further-outcomes", "further-draft")):
        assert f"{number} of at least 2" in checked(cast.review, "further_meetings_held").reasons[0]
        meeting = call(kind)
        attend(cast.asha, meeting)
        decide_all(cast.asha, meeting)
    assert checked(cast.review, "further_meetings_held").verdict is Verdict.MET


def test_a_further_meeting_without_its_decision_does_not_count(cast, una, initial, call):
    for kind in ("further-outcomes", "further-draft"):
        attend(cast.asha, call(kind))
    reasons = " ".join(checked(cast.review, "further_meetings_held").reasons)
    assert "Not agreed by a meeting yet: The Panel has reviewed the outcomes of the learning event." in reasons


def test_a_record_is_whole_when_nothing_lacks(cast, una, kit, initial):
    recorded.everything(cast)
    assert checked(cast.review, "meetings_recorded").reasons == ("No meeting is on record yet.",)
    attend(cast.asha, initial, kit="deputy")
    reasons = " ".join(checked(cast.review, "meetings_recorded").reasons)
    for said in (
        "decisions of its agenda are open",
        "there are no minutes",
        "1 person who missed it has not been told",
    ):
        assert said in reasons
    decide_all(cast.asha, initial)
    actions.tell_absent(by=cast.asha, meeting=initial)
    minuted(cast, una, initial)
    assert checked(cast.review, "meetings_recorded").verdict is Verdict.MET


def test_attendance_is_consistent_over_all_meetings(cast, una, kit, initial, call):
    assert "There are none." in checked(cast.review, "attendance_consistent").reasons[0]
    attend(cast.asha, initial)
    assert "There is one." in checked(cast.review, "attendance_consistent").reasons[0]
    second = call("further-outcomes")
    attend(cast.asha, second, kit="deputy")
    outcome = checked(cast.review, "attendance_consistent")
    assert outcome.verdict is Verdict.MET
    assert "Westmarch Police was represented at 2 of 2 meetings, by the same member at 1 (50%)." in outcome.reasons
    attend(cast.asha, second, kit="absent")
    assert "at 1 of 2 meetings" in checked(cast.review, "attendance_consistent").reasons[0]


def test_what_is_sent_twice_is_kept_once(cast, initial):
    attend(cast.asha, initial)
    when = at(days=9)
    actions.call_meeting(by=cast.asha, review=cast.review, kind="further-draft", when=when)
    with pytest.raises(Refused, match="called already"):
        actions.call_meeting(by=cast.asha, review=cast.review, kind="further-draft", when=when)
    seat = seats(initial)["Kit Farrow"]
    said = Said("", 0, {}, more="Write to the GP", action_words="Write", owner=seat, due_on=timezone.localdate())
    actions.keep_item(by=cast.asha, meeting=initial, item="initial_family", said=said)
    with pytest.raises(Refused, match="on record already"):
        actions.keep_item(by=cast.asha, meeting=initial, item="initial_family", said=said)
    give = {"by": cast.asha, "meeting": initial, "item": "initial_family", "due_on": timezone.localdate()}
    with pytest.raises(Refused, match="has this action already"):
        actions.give_action(**give, words="Write", owner=seat)
