"""Rows of the trust requirements that no single area's test shows whole: 23, 24, 26, 27, 28."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone
from tests.people import everybody, holding
from tests.visit import visit, words

from threadline.access import reach, roles
from threadline.access.gate import open_gate
from threadline.access.models import RoleHolding
from threadline.access.permissions import Permission
from threadline.access.scope import review_scope
from threadline.accounts.models import User
from threadline.people import actions as people
from threadline.people.models import Person

pytestmark = pytest.mark.django_db
MORE = {
    "review": "R-2015-02", "review_id": "", "status": "published", "state": "accepted", "agency_id": "", "author": "1",
    "is_published": "on", "is_active": "", "out_at": "2015-01-01", "merged_into": "", "id": "1", "pk": "1",
    "board": "1", "role": "business_manager", "role_key": "business_manager", "starts_at": "2015-01-01",
}  # fmt: skip


def kept(record):
    """Every field of a record as the database has it, but those that any change moves on."""
    row = type(record)._base_manager.filter(pk=record.pk).values().get()
    return {name: value for name, value in row.items() if name not in ("version", "relation")}


def test_23_fields_that_no_form_asked_for_change_nothing(cast, sign_in):
    kay = people.add_person(by=cast.asha, review=cast.review, name="Kay", kind="other", relation="aunt")
    before = kept(kay)
    sent = {"name": "Kay", "kind": "other", "relation": "uncle", "pseudonym": kay.pseudonym, "version": "1", **MORE}
    visit(sign_in(cast.lead), f"/reviews/R-2015-01/people/{kay.pk}/", method="post", data=sent, follow=True)
    assert kept(kay) == before
    assert Person._base_manager.get(pk=kay.pk).relation == "uncle"


def test_23_an_invitation_gives_the_role_of_its_page_and_no_other(cast, sign_in):
    sent = {
        "name": "Newcomer Vale", "email": "new@threadline.example", **MORE, "review": str(cast.review.pk),
        "board": str(cast.other_board.pk), "confirmed": "yes",
    }  # fmt: skip
    page = f"/administration/{cast.board.pk}/people/invite/panel_member/"
    visit(sign_in(cast.asha), page, method="post", data=sent, follow=True)
    made = RoleHolding.objects.get(user__email="new@threadline.example")
    assert (made.role, made.board, made.review, made.agency) == (roles.PANEL_MEMBER, cast.board, cast.review, None)


def test_24_what_a_panel_reads_is_only_what_has_been_accepted():
    """Drafts and files still being checked are states that no row of the Panel names."""
    from threadline.access.policy import POLICY

    for role in (roles.PANEL_MEMBER, roles.PANEL_CHAIR, roles.INSPECTOR):
        read = {row.permission: row.only for row in POLICY if row.role == role}
        assert read[Permission.TIMELINE_READ] == read[Permission.ENTRY_READ] == "accepted"
        assert Permission.DOCUMENT_READ not in read


def test_24_where_a_person_lives_is_no_part_of_the_person(cast):
    """An address is a record of its own under a permission of its own, which the register's does not bring along."""
    field_names = {field.name for field in Person._meta.get_fields() if not field.is_relation}
    assert not field_names & {"address", "note", "postcode", "telephone"}
    assert reach.may(cast.panel, Permission.PERSON_READ, cast.review)
    assert not reach.may(cast.panel, Permission.PERSON_ADDRESS, cast.review)


def test_26_a_membership_that_is_over_opens_nothing(cast, sign_in):
    held = holding(cast.outsider, roles.PANEL_MEMBER, board=cast.board, review=cast.review)
    assert sign_in(cast.outsider).get("/reviews/R-2015-01/people/").status_code == 200
    with open_gate():
        RoleHolding.objects.filter(pk=held.pk).update(ends=timezone.now() - timedelta(seconds=1))
    assert sign_in(cast.outsider).get("/reviews/R-2015-01/people/").status_code == 404
    assert sign_in(cast.outsider).get("/reviews/R-2015-01/your-part/").status_code == 404


@pytest.mark.parametrize("behind", [timedelta(days=-2), timedelta(days=2)])
def test_26_neither_clock_alone_opens_what_the_other_says_is_over(cast, monkeypatch, behind):
    """The server's clock is wrong by two days; the database's is right."""
    held = holding(cast.outsider, roles.PANEL_MEMBER, board=cast.board, review=cast.review)
    now = timezone.now()
    over = {"starts": now - timedelta(days=5), "ends": now - timedelta(days=1)}
    to_come = {"starts": now + timedelta(days=1), "ends": None}
    monkeypatch.setattr(timezone, "now", lambda: now + behind)
    for values in (over, to_come):
        with open_gate():
            RoleHolding.objects.filter(pk=held.pk).update(**values)
        assert not reach.may(cast.outsider, Permission.REVIEW_READ, cast.review)


def test_27_a_family_member_reaches_their_own_page_and_no_record_of_the_case(cast):
    everybody(cast)
    for person in (cast.family, cast.supporter):
        held = {each for each in Permission if reach.may_anywhere(person, each).exists()}
        assert held == {Permission.OWN_PART_READ}


def test_27_a_family_member_does_not_learn_that_another_has_an_account(cast, sign_in):
    everybody(cast)
    other = User.objects.create_reader("Patricia Dunmore", key="a1")
    holding(other, roles.FAMILY_MEMBER, board=cast.board, review=cast.review)
    client = sign_in(cast.family)
    for page in ("/reviews/R-2015-01/your-part/", "/reviews/", "/notices/"):
        said = words(visit(client, page))
        assert "Patricia" not in said
        assert "Alma Beck" not in said


def test_28_an_administrator_reads_no_record_of_any_case(cast):
    """Asked of every kind of record there is, in every review of their Board, by every permission there is."""
    everybody(cast)
    held = {each for each in Permission if reach.may_anywhere(cast.administrator, each).exists()}
    assert held == {Permission.ACCOUNT_HELP}
    for review in (cast.review, cast.second_review):
        with review_scope(review):
            for model in apps.get_models():
                if reach_of(model) and reach.stands(model, "review"):
                    assert not reach.visible(cast.administrator, Permission.REVIEW_READ, model._base_manager.all())


def reach_of(model):
    """Whether the model says where it stands."""
    return hasattr(model, "Reach")
