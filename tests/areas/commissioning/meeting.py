"""The part of the machine about the Panel and its meetings, whose decisions take effect in the other parts."""

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from tests.areas.commissioning.deciding import Deciding
from tests.areas.commissioning.machine import pick
from tests.areas.commissioning.scoping import Scoping
from tests.areas.panel.conftest import appointed, at, no_to_all
from tests.people import person
from threadline.access.acting import Held
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.scope import review_scope
from threadline.panel import actions, method
from threadline.panel.actions import Answer, Tap
from threadline.panel.models import Attendance, ChairsDecision, Decision, Declaration, Meeting, Member, RecruitmentCheck
from threadline.people import actions as people
from threadline.reviews.models import Process, Scope, Timetable
from threadline.threshold.models import Body, Telling

POSTS = ("panel_member", "panel_chair", "co_reviewer")
ROUTE = {"co_reviewer": "co_reviewer_commissioned", "panel_chair": "chair_commissioned", "panel_member": ""}
DECISIONS = (
    ("threshold", "initial_scope_agreed"), ("initial", "timetable_agreed"), ("initial", "processes_confirmed"),
    ("initial", "bodies_confirmed"), ("initial", "membership_confirmed"), ("initial", "merged_timeline_agreed"),
)  # fmt: skip


class Commissioning(Deciding, Scoping):
    """One referral, and everything that comes of it until the Panel has met."""

    def __init__(self):
        super().__init__()
        self.users = [person(f"kit{number}@threadline.example", f"Kit Farrow{'abc'[number]}") for number in range(3)]
        self.members, self.meetings, self.last = [], {}, None

    def chairs(self):
        return {user.pk for user in self.users}

    def fresh(self, which):
        key = self.members[which % len(self.members)].pk
        with review_scope(self.review):
            return Member.objects.select_related("review", "user", "holding", "agency").get(pk=key)

    @precondition(lambda self: self.review)
    @rule(number=st.integers(0, 2), post=st.sampled_from(POSTS))
    def appoint(self, number, post):
        user = self.users[number]
        said = appointed(post, name=user.name, email=user.email, route=ROUTE[post])
        if post == "panel_member":
            said = appointed(post, name=user.name, email=user.email, agency=self.cast.police)
        if made := self.tried(actions.appoint, by=self.cast.asha, review=self.review, appointed=said):
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
        judge = member.user if by == "own" else self.person(by)
        said = {"because": "So it is."} if act == "leave" else {"reasons": "So it is."}
        self.tried(getattr(actions, act), by=judge, member=member, version=member.version, **said)

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

    @precondition(lambda self: self.review)
    @rule(kind=st.sampled_from(["initial", "threshold"]))
    def call(self, kind):
        self.meetings[kind] = actions.call_meeting(by=self.cast.asha, review=self.review, kind=kind, when=at())

    @precondition(lambda self: self.meetings)
    @rule(came=st.lists(st.sampled_from(["present", "deputy", "absent", ""]), min_size=6, max_size=6), chaired=pick)
    def attend(self, came, chaired):
        for meeting in self.meetings.values():
            with review_scope(self.review):
                seats = list(Attendance.objects.filter(meeting=meeting))
                version = Meeting.objects.get(pk=meeting.pk).version
            taps = {seat.pk: Tap(how, "Dee" if how == "deputy" else "") for seat, how in zip(seats, came, strict=False)}
            chair = seats[chaired % len(seats)].pk if seats else None
            said = {"meeting": meeting, "version": version, "taps": taps, "chaired": chair}
            self.tried(actions.record_attendance, by=self.cast.asha, **said)

    @precondition(lambda self: self.meetings)
    @rule(which=st.sampled_from(DECISIONS), agreed=st.sampled_from([True, True, False]))
    def take_decision(self, which, agreed):
        kind, decision = which
        if (meeting := self.meetings.get(kind)) is None:
            return
        with review_scope(self.review):
            before = list(Attendance.objects.filter(meeting=meeting).values_list("came", flat=True))
        made = self.tried(actions.decide, by=self.cast.asha, meeting=meeting, kind=decision, agreed=agreed)
        assert made is None or {"present", "deputy"} & set(before), "decided while nobody was there"

    @precondition(lambda self: self.meetings)
    @rule(number=st.integers(0, 2))
    def minute(self, number):
        for meeting in self.meetings.values():
            self.tried(actions.draft_minutes, by=self.cast.asha, meeting=meeting, number=number)

    @precondition(lambda self: self.meetings and self.members)
    @rule(which=pick, number=st.integers(1, 2))
    def approve(self, which, number):
        for meeting in self.meetings.values():
            self.tried(actions.approve_minutes, by=self.fresh(which).user, meeting=meeting, number=number)

    @precondition(lambda self: self.meetings)
    @rule()
    def send_papers(self):
        for meeting in self.meetings.values():
            with review_scope(self.review):
                version = Meeting.objects.get(pk=meeting.pk).version
            self.last = None
            sent = self.tried(actions.send_papers, by=self.cast.asha, meeting=meeting, version=version)
            if self.papers_held():
                assert sent is None
                assert self.last is Held
            else:
                assert self.last is not Held

    @invariant()
    def what_a_meeting_agreed_has_taken_effect(self):
        agreed = {each.kind for each in self.inside(Decision, agreed=True)}
        if "timetable_agreed" in agreed:
            assert self.inside(Timetable, agreed_on__isnull=False)
        if "initial_scope_agreed" in agreed:
            assert self.inside(Scope, state="agreed")
        if "bodies_confirmed" in agreed:
            assert set(Telling.objects.values_list("body", flat=True)) == set(Body.values)
        if "processes_confirmed" in agreed:
            answered = {each.kind for each in self.inside(Process)}
            assert answered == set(Process.Kind.values)
        assert "merged_timeline_agreed" not in agreed, "there is no timeline to agree"

    @invariant()
    def only_who_is_cleared_reads_the_case(self):
        members = self.inside(Member, "user")
        signed = {each.member_id for each in self.inside(Declaration)}
        decided = {each.member_id for each in self.inside(ChairsDecision, kind="override")}
        checks = [each.member_id for each in self.inside(RecruitmentCheck)]
        for user in self.users:
            if self.review and may(user, Permission.CHRONOLOGY_READ, self.review):
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
        for member in self.inside(Member, state__in=["recused", "left"], holding__isnull=False):
            assert RoleHolding.objects.get(pk=member.holding_id).revoked_at is not None

    @invariant()
    def minutes_are_approved_by_who_was_there(self):
        for meeting in self.inside(Meeting, approved_at__isnull=False):
            with review_scope(self.review):
                seats = Attendance.objects.filter(meeting=meeting, user=meeting.approved_by, came="present")
                assert seats.exists(), "approved by an absent chair"
        assert all(each.words for each in self.inside(Decision))
