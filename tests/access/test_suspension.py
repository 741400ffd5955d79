"""A suspended holding opens no case content on any surface until it is lifted (TRUST 25)."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.people import holding

from threadline.access import holdings, reach, roles, within
from threadline.access.acting import Refused
from threadline.access.gate import OutsideAct, open_gate
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.places import place_of, roles_used
from threadline.access.policy import WHILE_SUSPENDED
from threadline.reviews.models import Review

pytestmark = pytest.mark.django_db
MEMBERS_HOLD = (
    Permission.REVIEW_READ, Permission.PERSON_READ, Permission.SOURCES_READ, Permission.CHRONOLOGY_READ,
    Permission.OWN_PART_READ, Permission.INDEPENDENCE_DECLARE,
)  # fmt: skip


@pytest.fixture
def held(cast):
    return RoleHolding.objects.get(user=cast.panel)


@pytest.fixture
def suspended(held):
    with open_gate():
        return holdings.suspend(held, " Named in the police timeline ")


def test_a_suspended_holding_carries_only_ones_own_part_and_the_declaration(cast, suspended):
    still = {each for each in MEMBERS_HOLD if reach.may(cast.panel, each, cast.review)}
    assert still == {Permission.OWN_PART_READ, Permission.INDEPENDENCE_DECLARE} == WHILE_SUSPENDED


def test_every_way_of_asking_gives_the_same_answer(cast, suspended):
    for permission in MEMBERS_HOLD:
        carried = permission in WHILE_SUSPENDED
        assert suspended.carries(permission) is carried
        assert reach.may_anywhere(cast.panel, permission).exists() is carried
        assert (suspended in reach.who_may(permission, cast.review)) is carried
        standing = within.Standing(cast.panel, cast.review)
        assert standing.may(permission) is carried
        assert standing.visible(permission, Review.objects.all()).exists() is carried
        assert bool(roles_used(cast.panel, permission, place_of(cast.review))) is carried


def test_no_page_of_the_review_opens_to_the_suspended(cast, suspended, sign_in):
    client = sign_in(cast.panel)
    for page in ("", "chronology/", "chronology/sources/", "people/"):
        assert client.get(f"/reviews/{cast.review.reference}/{page}").status_code == 404


def test_the_frame_offers_nothing_to_the_suspended(cast, suspended, rf):
    from threadline.reviews.here import may_somewhere

    request = rf.get("/")
    request.user = cast.panel
    assert not may_somewhere(request, Permission.REVIEW_READ)
    assert may_somewhere(request, Permission.OWN_PART_READ)


def test_another_role_of_the_same_person_goes_on(cast, suspended):
    holding(cast.panel, roles.LEAD_REVIEWER, board=cast.board, review=cast.second_review)
    assert reach.may(cast.panel, Permission.REVIEW_READ, cast.second_review)
    assert not reach.may(cast.panel, Permission.REVIEW_READ, cast.review)


def test_lifting_gives_everything_back(cast, suspended):
    with open_gate():
        lifted = holdings.lift(suspended)
        assert holdings.lift(lifted) == lifted
    assert (lifted.suspended_at, lifted.suspended_because) == (None, "")
    assert all(reach.may(cast.panel, each, cast.review) for each in MEMBERS_HOLD)


def test_a_second_reason_takes_the_place_of_the_first_and_the_first_day_stays(suspended):
    assert suspended.suspended_because == "Named in the police timeline"
    with open_gate():
        again = holdings.suspend(suspended, "Declared an involvement")
    assert (again.suspended_at, again.suspended_because) == (suspended.suspended_at, "Declared an involvement")


def test_revoking_ends_reach_at_once_even_of_ones_own_part(cast, suspended):
    with open_gate():
        gone = holdings.revoke(suspended, " Worked with the family ")
    assert gone.revoked_because == "Worked with the family"
    assert not any(reach.may(cast.panel, each, cast.review) for each in MEMBERS_HOLD)


@pytest.mark.parametrize("act", [holdings.suspend, holdings.revoke])
def test_a_reason_is_needed(held, act):
    with open_gate(), pytest.raises(Refused, match=r"^Say why"):
        act(held, "  ")


@pytest.mark.parametrize("values", [{"revoked_at": timezone.now()}, {"ends": timezone.now()}])
def test_what_has_ended_is_neither_suspended_nor_lifted_nor_revoked(held, values):
    with open_gate():
        RoleHolding.objects.filter(pk=held.pk).update(**values)
        for act in (
            lambda: holdings.suspend(held, "x"),
            lambda: holdings.lift(held),
            lambda: holdings.revoke(held, "x"),
        ):
            with pytest.raises(Refused, match=r"^Grace Okonedo-Vale's role has ended already.$"):
                act()


def test_outside_an_act_nothing_is_suspended(held):
    with pytest.raises(OutsideAct):
        holdings.suspend(held, "x")
    assert RoleHolding.objects.get(pk=held.pk).suspended_at is None


@pytest.mark.parametrize("values", [{"suspended_because": "x"}, {"suspended_at": timezone.now()}])
def test_the_database_holds_day_and_reason_together(held, values):
    with open_gate(), pytest.raises(IntegrityError), transaction.atomic():
        RoleHolding.objects.filter(pk=held.pk).update(**values)


def test_a_new_holding_begins_suspended_where_an_area_says_so(cast, monkeypatch):
    monkeypatch.setattr(holdings, "conditions", [])
    holdings.add_condition(_members_declare_first)
    holdings.add_condition(_members_declare_first)
    assert holdings.conditions == [_members_declare_first]
    with open_gate():
        member, inspector = (holdings.begin(_new(cast, role)) for role in (roles.PANEL_MEMBER, roles.INSPECTOR))
    assert member.suspended_because == "No declaration has been signed yet"
    assert inspector.suspended_at is None
    assert RoleHolding.objects.filter(pk__in=[member.pk, inspector.pk]).count() == 2


def _members_declare_first(holding):
    return "No declaration has been signed yet" if holding.role == roles.PANEL_MEMBER else ""


def _new(cast, role):
    return RoleHolding(
        user=cast.outsider, role_key=role.key, board=cast.board, review=cast.review, starts=timezone.now()
    )
