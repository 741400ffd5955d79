"""Giving roles and ending them: by whom the policy says, at places that fit, with an invitation where one is needed."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.people import PASSWORD, holding
from threadline.access import reach, roles
from threadline.access.acting import Denied, Refused
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.accounts.models import Invitation, User
from threadline.administration import actions
from threadline.audit.models import Event

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def give(cast, django_capture_on_commit_callbacks):
    """Give a role: `give(cast.asha, roles.PANEL_MEMBER)`."""

    def given(by, role, *, email="new.person@threadline.example", board=None, **values):
        said = {"name": "Newcomer Vale", "starts": timezone.now(), "origin": "https://threadline.example", **values}
        if role.level is not roles.Level.BOARD:
            said.setdefault("review", cast.review)
        if role.level is roles.Level.AGENCY:
            said.setdefault("agency", cast.police)
        act = actions.give_board_role if role.level is roles.Level.BOARD else actions.give_role
        with django_capture_on_commit_callbacks(execute=True):
            return act(by=by, board=board or cast.board, invited=actions.Invited(email=email, role=role, **said))

    return given


def test_a_newcomer_gets_an_account_a_role_and_an_invitation(cast, give):
    made = give(cast.asha, roles.PANEL_MEMBER)
    assert (made.user.name, made.user.has_usable_password()) == ("Newcomer Vale", False)
    assert reach.may(made.user, Permission.INDEPENDENCE_DECLARE, cast.review)
    assert not reach.may(made.user, Permission.CHRONOLOGY_READ, cast.review)
    assert [letter.to for letter in mail.outbox] == [["new.person@threadline.example"]]
    assert mail.outbox[0].body.count("https://threadline.example/account/invitation/") == 1
    event = Event.objects.get()
    assert (event.kind, event.review, event.detail_json) == (
        "access.role_given", str(cast.review.pk), '{"role":"Panel member"}',
    )  # fmt: skip
    assert event.objects_json == f'["access.roleholding:{made.pk}","accounts.user:{made.user.pk}"]'


def test_somebody_with_an_account_gets_the_role_and_no_letter(cast, give):
    made = give(cast.asha, roles.LEAD_REVIEWER, email="PANEL@threadline.example", name="Another name")
    assert made.user == cast.panel
    assert User.objects.get(pk=cast.panel.pk).name == "Grace Okonedo-Vale"
    assert not mail.outbox


def test_a_second_role_before_the_invitation_was_taken_up_sends_a_new_link(cast, give):
    give(cast.asha, roles.PANEL_MEMBER)
    give(cast.asha, roles.SAAR_AUTHOR)
    assert len(mail.outbox) == 2
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize("who", ["chair", "lead", "panel", "police_author", "other_manager", "outsider"])
def test_only_a_business_manager_gives_roles_in_reviews(cast, give, who):
    with pytest.raises(Denied):
        give(getattr(cast, who), roles.PANEL_MEMBER)
    assert not User.objects.filter(email="new.person@threadline.example").exists()
    assert not mail.outbox


@pytest.mark.parametrize("who", ["asha", "lead", "other_manager"])
def test_only_the_chair_gives_roles_at_the_board(cast, give, who):
    with pytest.raises(Denied):
        give(getattr(cast, who), roles.BUSINESS_MANAGER)
    assert give(cast.chair, roles.BUSINESS_MANAGER).review is None


def test_a_role_is_given_by_its_own_act(cast):
    invited = {
        level: actions.Invited(email="a@b.example", name="A", role=role, starts=timezone.now(), review=review)
        for level, role, review in (
            ("board", roles.BUSINESS_MANAGER, None),
            ("review", roles.PANEL_MEMBER, cast.review),
        )
    }
    with pytest.raises(Refused, match="a role at the Board"):
        actions.give_role(by=cast.asha, board=cast.board, invited=invited["board"])
    with pytest.raises(Refused, match="a role in a review"):
        actions.give_board_role(by=cast.chair, board=cast.board, invited=invited["review"])


def test_the_place_must_fit_the_role(cast, give):
    for role, values, sentence in (
        (roles.PANEL_MEMBER, {"review": None}, "Say which review"),
        (roles.PANEL_MEMBER, {"agency": cast.police}, "Say which review"),
        (roles.SAAR_AUTHOR, {"agency": None}, "Say which agency and review"),
        (roles.BUSINESS_MANAGER, {"review": cast.review}, "Say which review"),
        (roles.PANEL_MEMBER, {"review": cast.other_review}, "E-2015-07 is not a review of this Board"),
        (roles.SAAR_AUTHOR, {"review": cast.second_review, "agency": cast.school}, "not among the agencies"),
    ):
        with pytest.raises(Refused, match=sentence):
            give(cast.chair if role.level is roles.Level.BOARD else cast.asha, role, **values)
    assert RoleHolding.objects.count() == 8


@pytest.mark.parametrize(("starts", "ends"), [(0, -1), (3, 2), (-9, -1)])
def test_a_role_must_end_after_it_starts_and_after_today(cast, give, starts, ends):
    now = timezone.now()
    with pytest.raises(Refused, match="end after it starts"):
        give(cast.asha, roles.PANEL_MEMBER, starts=now + starts * DAY, ends=now + ends * DAY)


def test_a_role_is_not_given_twice_but_again_after_it_ended(cast, give):
    first = give(cast.asha, roles.PANEL_MEMBER, ends=timezone.now() + DAY)
    with pytest.raises(Refused, match="Newcomer Vale has this role already"):
        give(cast.asha, roles.PANEL_MEMBER)
    give(cast.asha, roles.PANEL_MEMBER, review=cast.second_review)
    give(cast.asha, roles.PANEL_MEMBER, starts=first.ends)


def test_a_closed_account_is_given_nothing(cast, give):
    User.objects.filter(pk=cast.outsider.pk).update(is_active=False)
    with pytest.raises(Refused, match="closed"):
        give(cast.asha, roles.PANEL_MEMBER, email=cast.outsider.email)


def test_a_role_ends_at_once_with_a_reason(cast):
    held = RoleHolding.objects.get(user=cast.panel)
    actions.end_role(by=cast.asha, holding=held, because=" Has an interest in the case ")
    assert not reach.may(cast.panel, Permission.REVIEW_READ, cast.review)
    held.refresh_from_db()
    assert held.revoked_because == "Has an interest in the case"
    event = Event.objects.get()
    assert (event.kind, event.review, event.detail_json) == (
        "access.role_ended", str(cast.review.pk), '{"role":"Panel member"}',
    )  # fmt: skip


def test_a_role_ends_on_a_day_to_come(cast):
    held = RoleHolding.objects.get(user=cast.panel)
    actions.end_role(by=cast.asha, holding=held, because="Moves on", on=timezone.now() + DAY)
    assert reach.may(cast.panel, Permission.REVIEW_READ, cast.review)
    later = RoleHolding.objects.active(at=timezone.now() + 2 * DAY)
    assert not later.filter(pk=held.pk).exists()


def test_what_cannot_be_ended_says_why(cast):
    held = RoleHolding.objects.get(user=cast.panel)
    with pytest.raises(Refused, match="Say why"):
        actions.end_role(by=cast.asha, holding=held, because=" ")
    with pytest.raises(Refused, match="Choose a day to come"):
        actions.end_role(by=cast.asha, holding=held, because="x", on=timezone.now() - DAY)
    actions.end_role(by=cast.asha, holding=held, because="x")
    with pytest.raises(Refused, match="has ended already"):
        actions.end_role(by=cast.asha, holding=held, because="x")
    with pytest.raises(Refused, match="a role at the Board"):
        actions.end_role(by=cast.asha, holding=RoleHolding.objects.get(user=cast.chair), because="x")
    with pytest.raises(Refused, match="a role in a review"):
        actions.end_board_role(by=cast.chair, holding=RoleHolding.objects.get(user=cast.lead), because="x")


def test_a_role_whose_day_has_passed_has_ended(cast):
    held = holding(cast.outsider, roles.PANEL_MEMBER, board=cast.board, review=cast.review)
    actions.end_role(by=cast.asha, holding=held, because="x", on=timezone.now() + timedelta(milliseconds=50))
    import time

    time.sleep(0.06)
    with pytest.raises(Refused, match="has ended already"):
        actions.end_role(by=cast.asha, holding=held, because="x")


def test_a_board_is_never_without_its_last_manager(cast):
    held = RoleHolding.objects.get(user=cast.asha)
    with pytest.raises(Refused, match="only Board business manager"):
        actions.end_board_role(by=cast.chair, holding=held, because="Leaves")
    holding(cast.outsider, roles.BUSINESS_MANAGER, board=cast.board)
    actions.end_board_role(by=cast.chair, holding=held, because="Leaves")
    assert not reach.may(cast.asha, Permission.REVIEW_READ, cast.review)


@pytest.mark.parametrize("who", ["lead", "panel", "second_lead", "other_manager", "chair"])
def test_only_a_business_manager_ends_roles_in_reviews(cast, who):
    with pytest.raises(Denied):
        actions.end_role(by=getattr(cast, who), holding=RoleHolding.objects.get(user=cast.panel), because="x")


def test_who_has_not_answered_is_invited_again(cast, give, django_capture_on_commit_callbacks):
    made = give(cast.asha, roles.PANEL_MEMBER)
    with django_capture_on_commit_callbacks(execute=True):
        actions.invite_again(by=cast.asha, holding=made, origin="https://threadline.example")
    assert len(mail.outbox) == 2
    assert Event.objects.last().kind == "administration.invited_again"
    made.user.set_password(PASSWORD)
    made.user.save()
    with pytest.raises(Refused, match="can sign in"):
        actions.invite_again(by=cast.asha, holding=made, origin="")
    with pytest.raises(Refused, match="a role in a review"):
        actions.invite_again_to_board(by=cast.chair, holding=made, origin="")
    at_board = give(cast.chair, roles.BUSINESS_MANAGER, email="second@threadline.example")
    with pytest.raises(Refused, match="a role at the Board"):
        actions.invite_again(by=cast.asha, holding=at_board, origin="")
    with django_capture_on_commit_callbacks(execute=True):
        actions.invite_again_to_board(by=cast.chair, holding=at_board, origin="https://threadline.example")
    assert mail.outbox[-1].to == ["second@threadline.example"]


def test_an_account_made_by_somebody_else_at_the_same_moment_is_said_so(cast, give, monkeypatch):
    User.objects.create_user("new.person@threadline.example", "First")
    monkeypatch.setattr(User.objects, "filter", lambda **_: User.objects.none())
    with pytest.raises(Refused, match="just now"):
        give(cast.asha, roles.PANEL_MEMBER)


def test_a_role_sent_twice_at_the_same_moment_is_given_once(cast, give, settings):
    """Found by attacking: on PostgreSQL two requests at once could each see that nobody has the role yet."""
    with CaptureQueriesContext(connection) as asked:
        give(cast.asha, roles.PANEL_MEMBER)
    said = [each["sql"] for each in asked]
    given = next(number for number, sql in enumerate(said) if sql.startswith('INSERT INTO "access_roleholding"'))
    locks = [number for number, sql in enumerate(said) if '"agencies_board"' in sql and "FOR UPDATE" in sql]
    one_at_a_time = settings.DATABASES["default"].get("OPTIONS", {}).get("transaction_mode") == "IMMEDIATE"
    assert (locks and locks[0] < given) or (connection.vendor == "sqlite" and one_at_a_time)
