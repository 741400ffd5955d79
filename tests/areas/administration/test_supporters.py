"""Who supports a family member sees what that person sees, in that review, as long as that person takes part."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.areas.administration.test_readers import ROUTES, invited, of_family
from tests.visit import visit, words
from threadline.access import holdings, roles
from threadline.access.acting import Refused
from threadline.access.gate import open_gate
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.policy import POLICY
from threadline.access.reach import may
from threadline.accounts.models import User
from threadline.administration import actions

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def rose(cast):
    """The family member's role."""
    return of_family(cast)


@pytest.fixture
def beside(cast):
    """Invite somebody to stand beside a family member."""

    def made(rose, **values):
        said = invited(cast, roles.SUPPORTER, name="Alma Beck", supports=rose, **values)
        return actions.invite_reader(by=cast.asha, board=cast.board, invited=said, routes=ROUTES)[0]

    return made


def in_force(holding):
    return RoleHolding.objects.active(at=timezone.now()).filter(pk=holding.pk).exists()


def test_a_supporter_s_rows_of_the_policy_are_the_family_member_s():
    rows = {
        role: {(row.permission, row.reach, row.only) for row in POLICY if row.role is role}
        for role in (roles.SUPPORTER, roles.FAMILY_MEMBER)
    }
    assert rows[roles.SUPPORTER] == rows[roles.FAMILY_MEMBER] != set()


def test_whom_a_supporter_supports_must_be_said_and_take_part_in_that_review_as_family(cast, rose, beside):
    lead = RoleHolding.objects.get(user=cast.lead)
    for other in (None, lead):
        with pytest.raises(Refused, match=r"Say whom they support|does not take part"):
            beside(other)
    with pytest.raises(Refused, match="does not take part in the review as family now"):
        beside(rose, review=cast.second_review)
    as_family = invited(cast, supports=rose)
    with pytest.raises(Refused, match="Say whom they support"):
        actions.invite_reader(by=cast.asha, board=cast.board, invited=as_family, routes=ROUTES)
    actions.end_role(by=cast.asha, holding=rose, because="She would rather not.")
    rose.refresh_from_db()
    with pytest.raises(Refused, match="does not take part in the review as family now"):
        beside(rose)


def test_a_supporter_s_role_ends_no_later_than_the_one_it_stands_beside(cast, beside):
    rose = of_family(cast, ends=timezone.now() + 10 * DAY)
    assert beside(rose, ends=timezone.now() + 20 * DAY).ends == rose.ends
    sooner = timezone.now() + 5 * DAY
    assert beside(rose, key="b2", ends=sooner).ends == sooner
    with pytest.raises(Refused, match="own part ends before that"):
        beside(rose, key="b3", starts=timezone.now() + 11 * DAY)


def test_when_the_family_member_s_part_ends_so_does_the_supporter_s(cast, rose, beside):
    held = beside(rose)
    assert may(held.user, Permission.OWN_PART_READ, cast.review)
    actions.end_role(by=cast.asha, holding=rose, because="She would rather not.")
    held.refresh_from_db()
    assert held.revoked_because == "The part of Rose Dunmore in the review ended."
    assert not may(held.user, Permission.OWN_PART_READ, cast.review)


def test_an_end_to_come_is_shared_and_one_before_the_supporter_begins_leaves_nothing(cast, rose, beside):
    held = beside(rose)
    to_come = invited(cast, roles.SUPPORTER, key="b2", supports=rose, starts=timezone.now() + 9 * DAY)
    later = actions.give_role(by=cast.asha, board=cast.board, invited=to_come)
    on = timezone.now() + 3 * DAY
    actions.end_role(by=cast.asha, holding=rose, because="The court case begins.", on=on)
    for each in (held, later):
        each.refresh_from_db()
    assert (held.ends, held.revoked_at, later.ends, later.revoked_at) == (on, None, None, on)
    assert in_force(held)


def test_a_suspension_is_shared_and_lifted_together(rose, beside):
    held = beside(rose)
    with open_gate():
        holdings.suspend(rose, "To be decided.")
        held.refresh_from_db()
        assert (held.suspended_at is not None, held.suspended_because) == (True, "To be decided.")
        holdings.lift(rose)
    held.refresh_from_db()
    assert held.suspended_at is None
    assert in_force(held)


def test_closing_the_family_member_s_account_ends_the_support(cast, rose, beside):
    held = beside(rose)
    actions.close_account(by=cast.asha, board=cast.board, account=rose.user)
    held.refresh_from_db()
    assert held.revoked_because == "The account of Rose Dunmore was closed."


def test_a_supporter_is_invited_beside_a_person_and_told_so_on_their_page(cast, rose, sign_in, client):
    sign_in(cast.asha)
    address = f"/administration/{cast.board.pk}/people/invite/supporter/"
    page = visit(client, address)
    offered = [words(option) for option in page.main.find("select", {"name": "supports"}).find_all("option")]
    assert offered == ["Choose a person", "Rose Dunmore, review R-2015-01"]
    said = {
        "name": "Alma Beck", "supports": str(rose.pk), "link_by": "by post", "code_by": "by telephone",
        "key": "6f1c1c0e-0000-4000-8000-000000000001",
    }  # fmt: skip
    assert "Stands beside" in words(visit(client, address, method="post", data=said).main)
    assert "The way in for Alma Beck" in words(
        visit(client, address, method="post", data={**said, "confirmed": "yes"}).main
    )
    assert "R-2015-01, beside Rose Dunmore" in words(visit(client, f"/administration/{cast.board.pk}/people/").main)
    sign_in(User.objects.get(name="Alma Beck"))
    assert "at the side of Rose Dunmore" in words(visit(client, "/reviews/R-2015-01/your-part/").main)


def test_somebody_else_s_holding_cannot_be_put_into_the_form(cast, rose, sign_in, client):
    elsewhere = of_family_elsewhere(cast)
    sign_in(cast.asha)
    said = {
        "name": "A B",
        "supports": str(elsewhere.pk),
        "link_by": "by post",
        "code_by": "by telephone",
        "confirmed": "yes",
    }
    page = visit(
        client,
        f"/administration/{cast.board.pk}/people/invite/supporter/",
        method="post",
        data={**said, "key": str(rose.pk)},
    )
    assert "must be one of those listed" in words(page.main)


def of_family_elsewhere(cast):
    """A family member at another Board."""
    with open_gate():
        return RoleHolding.objects.create(
            user=User.objects.create_reader("Fern Elsewhere", key="d4"), role_key=roles.FAMILY_MEMBER.key,
            board=cast.other_board, review=cast.other_review, starts=timezone.now() - DAY,
        )  # fmt: skip


def test_without_anybody_to_support_the_page_says_what_to_do_first(cast, sign_in, client):
    sign_in(cast.asha)
    page = visit(client, f"/administration/{cast.board.pk}/people/invite/supporter/")
    assert "Nobody of the family takes part yet" in words(page.main)
