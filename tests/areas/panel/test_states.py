"""No sequence of acts reaches a state that the method forbids: a recused member who reads, and the like."""

import contextlib

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from tests.areas.panel.conftest import appointed, at, no_to_all
from tests.people import assemble, person
from threadline.access.acting import Denied, Refused
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.scope import review_scope
from threadline.panel import actions, method
from threadline.panel.actions import Answer, Tap
from threadline.panel.models import Attendance, ChairsDecision, Decision, Declaration, Meeting, Member, RecruitmentCheck
from threadline.people import actions as people

POSTS = ("panel_member", "panel_chair", "co_reviewer")
ROUTE = {"co_reviewer": "co_reviewer_commissioned", "panel_chair": "chair_commissioned", "panel_member": ""}
pick = st.integers(0, 5)
acts = st.sampled_from(["override", "recuse", "leave"])


class PanelOfAReview(RuleBasedStateMachine):
    """Appoint, declare, override, recuse, leave; the register changes; meet, decide, minute, approve."""

    def __init__(self):
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.cast = assemble()
        self.review = self.cast.review
        self.users = [person(f"kit{number}@threadline.example", f"Kit Farrow{'abc'[number]}") for number in range(3)]
        self.members, self.meeting, self.clock = [], None, 0

    def teardown(self):
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    def tried(self, act, **said):
        with contextlib.suppress(Refused, Denied):
            return act(**said)
        return None

    def fresh(self, which):
        key = self.members[which % len(self.members)].pk
        with review_scope(self.review):
            return Member.objects.select_related("review", "user", "holding", "agency").get(pk=key)

    @rule(who=st.integers(0, 2), post=st.sampled_from(POSTS))
    def appoint(self, who, post):
        user = self.users[who]
        said = appointed(post, name=user.name, email=user.email, route=ROUTE[post])
        if post == "panel_member":
            said = appointed(post, name=user.name, email=user.email, agency=self.cast.police)
        made = self.tried(actions.appoint, by=self.cast.asha, review=self.review, appointed=said)
        if made:
            self.members.append(made)

    @precondition(lambda self: self.members)
    @rule(which=pick, conflict=st.booleans())
    def declare(self, which, conflict):
        member = self.fresh(which)
        more = {"worked_with": Answer(True, "Once.")} if conflict else {}
        self.tried(
            actions.declare, by=member.user, review=self.review, post=member.post,
            answers=no_to_all(self.review, member.post, **more), signed_name=member.name,
        )  # fmt: skip

    @precondition(lambda self: self.members)
    @rule(
        which=pick, by=st.sampled_from(["chair", "asha", "own"]), act=st.sampled_from(["override", "recuse", "leave"])
    )
    def judge(self, which, by, act):
        member = self.fresh(which)
        who = member.user if by == "own" else getattr(self.cast, by)
        said = {"because": "So it is."} if act == "leave" else {"reasons": "So it is."}
        self.tried(getattr(actions, act), by=who, member=member, version=member.version, **said)

    @precondition(lambda self: self.members)
    @rule(which=pick)
    def recruit(self, which):
        member = self.fresh(which)
        for check in method.recruitment(self.review, member.post):
            self.tried(
                actions.record_recruitment, by=self.cast.asha, member=member, check=check.id, seen_on=member.from_on
            )

    @precondition(lambda self: self.members)
    @rule(which=pick)
    def the_register_names(self, which):
        name = self.fresh(which).name
        self.tried(people.add_person, by=self.cast.asha, review=self.review, name=name, kind="practitioner")

    @rule()
    def call(self):
        self.meeting = actions.call_meeting(by=self.cast.asha, review=self.review, kind="initial", when=at())

    @precondition(lambda self: self.meeting)
    @rule(came=st.lists(st.sampled_from(["present", "deputy", "absent", ""]), min_size=6, max_size=6), chaired=pick)
    def attend(self, came, chaired):
        with review_scope(self.review):
            seats = list(Attendance.objects.filter(meeting=self.meeting))
            version = Meeting.objects.get(pk=self.meeting.pk).version
        taps = {seat.pk: Tap(how, "Dee" if how == "deputy" else "") for seat, how in zip(seats, came, strict=False)}
        chair = seats[chaired].pk if chaired < len(seats) else None
        self.tried(
            actions.record_attendance,
            by=self.cast.asha,
            meeting=self.meeting,
            version=version,
            taps=taps,
            chaired=chair,
        )

    @precondition(lambda self: self.meeting)
    @rule(agreed=st.booleans())
    def decide(self, agreed):
        kind = "merged_timeline_agreed"
        with review_scope(self.review):
            before = list(Attendance.objects.filter(meeting=self.meeting).values_list("came", flat=True))
        made = self.tried(actions.decide, by=self.cast.asha, meeting=self.meeting, kind=kind, agreed=agreed)
        assert made is None or {"present", "deputy"} & set(before), "decided while nobody was there"

    @precondition(lambda self: self.meeting)
    @rule(number=st.integers(0, 2))
    def minute(self, number):
        self.tried(actions.draft_minutes, by=self.cast.asha, meeting=self.meeting, number=number)

    @precondition(lambda self: self.meeting and self.members)
    @rule(which=pick, number=st.integers(1, 2))
    def approve(self, which, number):
        self.tried(actions.approve_minutes, by=self.fresh(which).user, meeting=self.meeting, number=number)

    @invariant()
    def only_who_is_cleared_reads_the_case(self):
        with review_scope(self.review):
            members = list(Member.objects.select_related("user"))
            signed = set(Declaration.objects.values_list("member_id", flat=True))
            decided = set(ChairsDecision.objects.filter(kind="override").values_list("member_id", flat=True))
            checks = list(RecruitmentCheck.objects.values_list("member_id", flat=True))
        for user in self.users:
            if may(user, Permission.CHRONOLOGY_READ, self.review):
                clear = [each for each in members if each.user_id == user.pk and each.state == "independent"]
                assert clear, "somebody reads the case without being cleared"
                assert any(
                    each.pk in signed
                    and (not each.conflicts or each.pk in decided)
                    and (each.post != "co_reviewer" or checks.count(each.pk) == 5)
                    for each in clear
                ), "somebody reads the case with a conflict, an unsigned declaration or unchecked"

    @invariant()
    def who_was_recused_holds_nothing_that_was_held_then(self):
        with review_scope(self.review):
            gone = Member.objects.filter(state__in=["recused", "left"], holding__isnull=False)
            held = list(gone.values_list("holding_id", "state"))
        for holding, _ in held:
            assert RoleHolding.objects.get(pk=holding).revoked_at is not None

    @invariant()
    def minutes_are_approved_by_who_was_there(self):
        with review_scope(self.review):
            for meeting in Meeting.objects.filter(approved_at__isnull=False):
                seats = Attendance.objects.filter(meeting=meeting, user=meeting.approved_by, came="present")
                assert seats.exists(), "approved by an absent chair"
            for decision in Decision.objects.select_related("meeting"):
                assert decision.words


@pytest.mark.django_db
def test_no_sequence_of_acts_reaches_what_the_method_forbids():
    run_state_machine_as_test(
        PanelOfAReview,
        settings=settings(
            max_examples=5, stateful_step_count=18, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
