"""Inviting family members and supporters: a link and a code, shown once, passed on by two ways (TRUST 10)."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tests.people import holding
from tests.visit import visit, words
from threadline.access import roles
from threadline.access.acting import Denied, Refused
from threadline.access.gate import open_gate
from threadline.access.models import RoleHolding
from threadline.accounts.models import OneTimeLink, User
from threadline.administration import actions
from threadline.audit.models import Event

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
ROUTES = actions.Routes("by post", "by telephone")


def invited(cast, role=roles.FAMILY_MEMBER, **values):
    said = {"email": "", "name": "Patricia Dunmore", "starts": timezone.now(), "review": cast.review, "key": "a1"}
    return actions.Invited(role=role, **{**said, **values})


def of_family(cast, review=None, **values):
    """Somebody of the family who takes part."""
    rose = User.objects.create_reader("Rose Dunmore", key="c3")
    with open_gate():
        where = {"board": cast.board, "review": review or cast.review, "starts": timezone.now() - DAY, **values}
        return RoleHolding.objects.create(user=rose, role_key=roles.FAMILY_MEMBER.key, **where)


@pytest.mark.parametrize("role", [roles.FAMILY_MEMBER, roles.SUPPORTER])
def test_a_reader_is_invited_with_a_link_and_a_code_and_no_letter(cast, role):
    said = invited(cast, role, supports=of_family(cast) if role is roles.SUPPORTER else None)
    held, made = actions.invite_reader(by=cast.asha, board=cast.board, invited=said, routes=ROUTES)
    assert (held.user.name, held.role, held.review) == ("Patricia Dunmore", role, cast.review)
    assert OneTimeLink.objects.get().review == str(cast.review.pk)
    assert mail.outbox == []
    kinds = list(Event.objects.order_by("id").values_list("kind", flat=True))
    assert kinds == [
        "accounts.one_time_link_made", "access.role_given", "administration.way_in_made",
        "administration.reader_invited",
    ]  # fmt: skip
    told = Event.objects.get(kind="administration.way_in_made")
    assert told.detail_json == '{"code_by":"by telephone","link_by":"by post"}'
    for each in Event.objects.all():
        assert made.token not in str(vars(each))
        assert made.code not in each.detail_json


def test_what_is_sent_twice_is_one_person(cast):
    actions.invite_reader(by=cast.asha, board=cast.board, invited=invited(cast), routes=ROUTES)
    with pytest.raises(Refused, match="Patricia Dunmore has this role already"):
        actions.invite_reader(by=cast.asha, board=cast.board, invited=invited(cast), routes=ROUTES)
    assert User.objects.filter(name="Patricia Dunmore").count() == 1


def test_a_role_and_its_way_in_belong_together(cast):
    with pytest.raises(Refused, match="comes by a one-time link and a code"):
        actions.give_role(by=cast.asha, board=cast.board, invited=invited(cast, key="", email="p@threadline.example"))
    with pytest.raises(Refused, match="comes by an invitation to the person's own e-mail address"):
        actions.give_role(by=cast.asha, board=cast.board, invited=invited(cast, roles.PANEL_MEMBER))


@pytest.fixture
def reader(cast):
    return holding(User.objects.create_reader("Rose Dunmore", key="b2"), roles.FAMILY_MEMBER, **place(cast))


def place(cast):
    return {"board": cast.board, "review": cast.review}


def test_another_way_in_ends_the_one_before(cast, reader):
    first = actions.make_way_in(by=cast.asha, holding=reader, routes=ROUTES)
    second = actions.make_way_in(by=cast.asha, holding=reader, routes=actions.Routes("in person", "in person"))
    assert first.token != second.token
    assert OneTimeLink.objects.count() == 1


def test_link_and_code_never_go_by_one_way(cast, reader):
    with pytest.raises(Refused, match="Send the code another way"):
        actions.make_way_in(by=cast.asha, holding=reader, routes=actions.Routes("by post", "by post"))


def test_who_signs_in_gets_no_way_in(cast, reader):
    panel = RoleHolding.objects.get(user=cast.panel)
    with pytest.raises(Refused, match="signs in with a password"):
        actions.make_way_in(by=cast.asha, holding=panel, routes=ROUTES)
    family = holding(cast.outsider, roles.FAMILY_MEMBER, **place(cast))
    with pytest.raises(Refused, match="signs in with a password"):
        actions.make_way_in(by=cast.asha, holding=family, routes=ROUTES)
    with open_gate():
        RoleHolding.objects.filter(pk=reader.pk).update(revoked_at=timezone.now())
    with pytest.raises(Refused, match="not in force"):
        actions.make_way_in(by=cast.asha, holding=reader, routes=ROUTES)
    with pytest.raises(Refused, match="comes by a one-time link"):
        actions.invite_again(by=cast.asha, holding=reader, origin="https://threadline.example")


@pytest.mark.parametrize("who", ["lead", "chair", "panel", "other_manager", "outsider"])
def test_only_the_board_s_manager_lets_a_reader_in(cast, reader, who):
    with pytest.raises(Denied):
        actions.make_way_in(by=getattr(cast, who), holding=reader, routes=ROUTES)


def test_the_pages_show_the_link_and_the_code_this_once(cast, sign_in, client):
    address = f"/administration/{cast.board.pk}/people/invite/family_member/"
    page = visit(sign_in(cast.asha), address)
    key = page.find(attrs={"name": "key"})["value"]
    sent = {
        "name": "Rose Dunmore",
        "review": str(cast.review.pk),
        "link_by": "by post",
        "code_by": "by post",
        "key": key,
    }
    page = visit(sign_in(cast.asha), address, method="post", data=sent)
    assert "Select another way for the code than for the link" in words(page.select_one(".govuk-error-summary"))
    page = visit(sign_in(cast.asha), address, method="post", data={**sent, "code_by": "by telephone"})
    assert "A link, passed on by post, and a code, passed on by telephone" in words(page.main)
    confirmed = {**sent, "code_by": "by telephone", "confirmed": "yes"}
    page = visit(sign_in(cast.asha), address, method="post", data=confirmed)
    token = re.search(r"http://testserver(/account/once/[\w-]+/)", words(page.main))[1]
    code = re.search(r"Code, to be passed on by telephone (\d{8})", words(page.main))[1]
    assert page.response["Cache-Control"].startswith("no-store") or "no-store" in page.response["Cache-Control"]
    listed = visit(sign_in(cast.asha), f"/administration/{cast.board.pk}/people/")
    assert "comes by a one-time link" in words(listed.main)
    assert ".invalid" not in words(listed.main)
    page = visit(sign_in(cast.asha), address, method="post", data=confirmed)
    assert "has this role already" in words(page.select_one(".govuk-error-summary"))
    client.logout()
    assert client.post(token, {"code": code}).url == "/"
    assert visit(client, "/", follow=True).h1.text == "Your part in this review"


def test_the_page_of_another_way_in(cast, sign_in, reader):
    address = f"/administration/{cast.board.pk}/people/{reader.pk}/way-in/"
    page = visit(sign_in(cast.asha), address)
    assert "for review R-2015-01" in words(page.main)
    page = visit(sign_in(cast.asha), address, method="post", data={})
    assert "Select how you will pass on the link" in words(page.select_one(".govuk-error-summary"))
    sent = {"link_by": "in person", "code_by": "in person"}
    assert "/account/once/" in words(visit(sign_in(cast.asha), address, method="post", data=sent).main)
    panel = RoleHolding.objects.get(user=cast.panel)
    assert sign_in(cast.asha).get(address.replace(str(reader.pk), str(panel.pk))).status_code == 404


def test_the_page_says_what_the_act_refuses(cast, sign_in):
    family = holding(cast.outsider, roles.FAMILY_MEMBER, **place(cast))
    address = f"/administration/{cast.board.pk}/people/{family.pk}/way-in/"
    sent = {"link_by": "in person", "code_by": "in person"}
    page = visit(sign_in(cast.asha), address, method="post", data=sent)
    assert "signs in with a password" in words(page.select_one(".govuk-error-summary"))
