"""Appointments, declarations and people to appoint."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.people import everybody, person
from threadline.access.models import RoleHolding
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.panel import actions, method
from threadline.panel.actions import Answer, Appointed, Tap
from threadline.panel.models import Attendance, Meeting, Member

ROUTES = {"panel_chair": "chair_commissioned", "lead_reviewer": "reviewer_commissioned", "co_reviewer": ""}


def appointed(post="panel_member", **said):
    """What is said of somebody for a post."""
    fitting = {"from_on": timezone.localdate(), "name": "Kit Farrow", "route": ROUTES.get(post, "")}
    return Appointed(post=post, **{**fitting, **said})


def no_to_all(review, post, **other):
    """A declaration of which every answer is no, but `other`."""
    answers = {question.id: Answer(False) for question in method.questions(review, post)}
    return {**answers, **other}


@pytest.fixture
def cast(cast):
    """The cast with somebody in every role."""
    return everybody(cast)


@pytest.fixture
def appoint(cast):
    """Appoint somebody in the cast's review."""

    def made(post="panel_member", *, by=cast.asha, review=cast.review, **said):
        if post == "panel_member":
            said.setdefault("agency", cast.police)
        return actions.appoint(by=by, review=review, appointed=appointed(post, **said))

    return made


@pytest.fixture
def kit(appoint):
    """A Panel member of the police with an account, who has not signed yet."""
    person("kit@threadline.example", "Kit Farrow")
    return appoint(email="kit@threadline.example")


@pytest.fixture
def sign(cast):
    """Sign the declaration of a member with an account: no to everything but `other`."""

    def signed(member, **other):
        answers = no_to_all(member.review, member.post, **other)
        return actions.declare(
            by=User.objects.get(pk=member.user_id), review=member.review, post=member.post, answers=answers,
            signed_name=member.name,
        )  # fmt: skip

    return signed


def fresh(member):
    """The member as the database has them."""
    with review_scope(member.review):
        return Member.objects.select_related("review", "user", "holding", "agency").get(pk=member.pk)


def role_of(member):
    """The member's role as the database has it."""
    return RoleHolding.objects.get(pk=fresh(member).holding_id)


@pytest.fixture
def una(cast, appoint, sign):
    """The Panel Chair, signed, with an account. The role given directly in the cast is somebody else's."""
    person("una@threadline.example", "Una Best")
    return sign(appoint("panel_chair", name="Una Best", email="una@threadline.example"))


def at(days=0, hour=0):
    """A meeting of two hours, that many days from now."""
    starts = timezone.now() + timedelta(days=days, hours=hour)
    return actions.When(starts, starts + timedelta(hours=2), "Room 3")


@pytest.fixture
def call(cast):
    """Call a meeting; today unless said."""

    def called(kind="initial", *, by=cast.asha, days=0, review=cast.review):
        return actions.call_meeting(by=by, review=review, kind=kind, when=at(days))

    return called


@pytest.fixture
def initial(cast, kit, sign, una, call):
    """The initial meeting, today, with a member and the chair expected."""
    sign(kit)
    return call()


def seats(meeting):
    """Who is expected, by name."""
    with review_scope(meeting.review):
        return {each.name: each for each in Attendance.objects.filter(meeting=meeting)}


def now(meeting):
    """The meeting as the database has it."""
    with review_scope(meeting.review):
        return Meeting.objects.select_related("review").get(pk=meeting.pk)


def attend(by, meeting, *, chaired="Una Best", **came):
    """Record attendance by first name: present for everybody else."""
    there = seats(meeting)
    how = {name: came.get(name.split()[0].lower(), "present") for name in there}
    deputy = {"deputy": "Dee Marsh"}
    taps = {seat.pk: Tap(how[name], deputy.get(how[name], "")) for name, seat in there.items()}
    chair = there[chaired].pk if chaired else None
    return actions.record_attendance(by=by, meeting=meeting, version=now(meeting).version, taps=taps, chaired=chair)
