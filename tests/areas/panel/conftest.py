"""Appointments, declarations and people to appoint."""

import pytest
from django.utils import timezone

from tests.people import everybody, person
from threadline.access.models import RoleHolding
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.panel import actions, method
from threadline.panel.actions import Answer, Appointed
from threadline.panel.models import Member

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
