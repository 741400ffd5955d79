"""Helping people to sign in, without seeing anything of a case or anybody's password (TRUST 8, 15, 16, 28)."""

import pytest
from django.core import mail
from django.test import Client

from tests.people import enter, everybody, holding
from tests.visit import visit, words
from threadline.access import reach, roles
from threadline.access.acting import Denied, Refused
from threadline.access.permissions import Permission
from threadline.accounts.models import User
from threadline.administration import actions
from threadline.administration.queries import accounts
from threadline.audit.models import Event

pytestmark = pytest.mark.django_db
ORIGIN = "https://threadline.example/"


@pytest.fixture
def cast(cast):
    return everybody(cast)


@pytest.fixture
def at(cast):
    return lambda path="": f"/administration/{cast.board.pk}/accounts/{path}"


@pytest.fixture
def reader(cast):
    made = User.objects.create_reader("Patricia Dunmore", key="a1")
    holding(made, roles.FAMILY_MEMBER, board=cast.board, review=cast.review)
    return made


def test_an_administrator_sees_accounts_and_nothing_of_a_case(cast, sign_in, at, reader):
    """TRUST 28: who is of the family is something of the case, too."""
    client = sign_in(cast.administrator)
    page = visit(client, "/administration/", follow=True)
    assert words(page.h1) == "Accounts"
    said = words(page.main)
    assert "Marcus Thornhill" in said
    for hidden in ("Patricia Dunmore", "Rose Dunmore", "Alma Beck", "R-2015-01", "Lead Reviewer", "People and roles"):
        assert hidden not in said
    assert client.get(at(f"{reader.pk}/")).status_code == 404
    everything = {
        permission for permission in Permission if reach.may_anywhere(cast.administrator, permission).exists()
    }
    assert everything == {Permission.ACCOUNT_HELP}


def test_a_manager_sees_the_family_s_accounts_as_well(cast, sign_in, at, reader):
    said = words(visit(sign_in(cast.asha), at()).main)
    assert "Patricia Dunmore Comes by a one-time link" in said.replace("E-mail address ", "").replace("Standing ", "")
    assert ".invalid" not in said


def test_the_standing_of_each(cast, reader):
    new = User.objects.create_user("new@threadline.example", "New")
    bare = User.objects.create_user("bare@threadline.example", "Bare", "three-brown-boats-at-noon")
    gone = User.objects.create_user("gone@threadline.example", "Gone", is_active=False)
    for each in (new, bare, gone):
        holding(each, roles.BOARD_MEMBER, board=cast.board)
    found = {each.user: each.standing[0] for each in accounts.at_board(board=cast.board, viewer=cast.asha)}
    assert [found[each] for each in (cast.lead, new, bare, gone, reader)] == [
        "Signs in", "Invited, no answer yet", "Has no second step yet", "Closed", "Comes by a one-time link",
    ]  # fmt: skip


def test_people_of_another_board_are_not_there(cast, sign_in, at):
    assert "Petra Quill" not in words(visit(sign_in(cast.asha), at()).main)
    assert sign_in(cast.asha).get(at(f"{cast.other_manager.pk}/")).status_code == 404
    for path in ("", f"{cast.lead.pk}/"):
        assert sign_in(cast.other_manager).get(at(path)).status_code == 404


def test_a_link_to_choose_a_password_goes_to_its_owner_alone(
    cast, sign_in, at, django_capture_on_commit_callbacks, client
):
    """TRUST 8."""
    address = at(f"{cast.lead.pk}/link/")
    assert "A letter goes to lead@threadline.example" in words(visit(sign_in(cast.administrator), address).main)
    with django_capture_on_commit_callbacks(execute=True):
        page = visit(sign_in(cast.administrator), address, method="post", follow=True)
    assert "A letter is on its way to Marcus Thornhill. Only they see the link." in words(page.main)
    letter = mail.outbox[0]
    assert letter.to == ["lead@threadline.example"]
    link = next(line for line in letter.body.splitlines() if "/password/reset/key/" in line)
    assert link not in page.response.content.decode()
    kinds = {each.kind for each in Event.objects.all()}
    assert "administration.password_link_sent" in kinds
    assert link.rsplit("-", 1)[1].strip("/") not in "".join(map(str, Event.objects.values_list("detail_json")))
    client.logout()
    opened = Client().get(link.replace("http://testserver", ""), follow=True)
    assert b"New password" in opened.content


def test_who_has_no_password_yet_is_invited_again(cast, django_capture_on_commit_callbacks):
    new = User.objects.create_user("new@threadline.example", "New")
    holding(new, roles.BOARD_MEMBER, board=cast.board)
    with django_capture_on_commit_callbacks(execute=True):
        actions.send_password_link(by=cast.administrator, board=cast.board, account=new, origin=ORIGIN)
    assert "/account/invitation/" in mail.outbox[0].body


def test_a_closed_account_gets_no_letter_even_one_on_its_way(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        actions.send_password_link(by=cast.asha, board=cast.board, account=cast.lead, origin=ORIGIN)
        actions.close_account(by=cast.asha, board=cast.board, account=cast.lead)
    assert mail.outbox == []


def test_no_letter_goes_where_none_arrives(cast, reader):
    with pytest.raises(Refused, match="comes by a one-time link"):
        actions.send_password_link(by=cast.asha, board=cast.board, account=reader, origin=ORIGIN)
    actions.close_account(by=cast.asha, board=cast.board, account=cast.lead)
    with pytest.raises(Refused, match="is closed"):
        actions.send_password_link(by=cast.asha, board=cast.board, account=cast.lead, origin=ORIGIN)


@pytest.mark.parametrize("who", ["asha", "administrator"])
def test_a_manager_or_administrator_ends_anybody_s_sessions(cast, sign_in, at, who):
    """TRUST 16."""
    theirs = Client()
    enter(theirs, cast.lead)
    assert theirs.get("/reviews/").status_code == 200
    page = visit(sign_in(getattr(cast, who)), at(f"{cast.lead.pk}/"))
    assert "1 place" in words(page.main)
    page = visit(sign_in(getattr(cast, who)), at(f"{cast.lead.pk}/sign-out/"), method="post", follow=True)
    assert "Marcus Thornhill was signed out in 1 place." in words(page.main)
    assert theirs.get("/reviews/").url.startswith("/account/login/")


def test_closing_an_account_ends_every_session_and_all_reach(cast, sign_in, at):
    """TRUST 15."""
    theirs = Client()
    enter(theirs, cast.lead)
    page = visit(sign_in(cast.administrator), at(f"{cast.lead.pk}/close/"), method="post", follow=True)
    assert "The account of Marcus Thornhill is closed." in words(page.main)
    assert theirs.get("/reviews/").url.startswith("/account/login/")
    assert not reach.may(cast.lead, Permission.REVIEW_READ, cast.review)
    page = visit(sign_in(cast.administrator), at(f"{cast.lead.pk}/open/"), method="post", follow=True)
    assert "is open again" in words(page.main)
    assert reach.may(cast.lead, Permission.REVIEW_READ, cast.review)


def test_what_is_closed_or_open_already_says_so(cast):
    with pytest.raises(Refused, match="is open"):
        actions.open_account(by=cast.asha, board=cast.board, account=cast.lead)
    actions.close_account(by=cast.asha, board=cast.board, account=cast.lead)
    with pytest.raises(Refused, match="closed already"):
        actions.close_account(by=cast.asha, board=cast.board, account=cast.lead)


def test_a_board_is_never_left_without_its_manager_or_chair(cast):
    for only in (cast.asha, cast.chair):
        with pytest.raises(Refused, match="Board's only"):
            actions.close_account(by=cast.administrator, board=cast.board, account=only)
    holding(cast.outsider, roles.BUSINESS_MANAGER, board=cast.board)
    actions.close_account(by=cast.administrator, board=cast.board, account=cast.asha)
    actions.close_account(by=cast.outsider, board=cast.board, account=cast.administrator)


def test_an_account_that_another_board_needs_stays(cast):
    holding(cast.lead, roles.INDEPENDENT_CHAIR, board=cast.other_board)
    with pytest.raises(Refused, match="at another Board too"):
        actions.close_account(by=cast.asha, board=cast.board, account=cast.lead)


def test_nobody_closes_their_own_account_or_takes_their_own_second_steps_off(cast):
    for act in (actions.close_account, actions.forget_second_steps):
        with pytest.raises(Refused, match="your own account"):
            act(by=cast.asha, board=cast.board, account=cast.asha)


def test_lost_second_steps_are_taken_off_and_their_owner_told(cast, sign_in, at):
    address = at(f"{cast.lead.pk}/second-steps/")
    assert "Speak with them first" in words(visit(sign_in(cast.asha), address).main)
    page = visit(sign_in(cast.asha), address, method="post", follow=True)
    assert "has been told by e-mail" in words(page.main)
    assert [letter.to for letter in mail.outbox] == [["lead@threadline.example"]]
    account = accounts.one(board=cast.board, viewer=cast.asha, account=cast.lead.pk)
    assert not account.has_factor


def test_what_an_act_refuses_is_said_on_the_account_s_page(cast, sign_in, at):
    page = visit(sign_in(cast.asha), at(f"{cast.lead.pk}/open/"), method="post", follow=True)
    assert "The account of Marcus Thornhill is open." in words(page.main)


def test_there_is_no_other_way_to_help(cast, sign_in, at):
    for method in ("get", "post"):
        assert getattr(sign_in(cast.asha), method)(at(f"{cast.lead.pk}/password/")).status_code == 404


@pytest.mark.parametrize("who", ["lead", "panel", "board_member", "outsider", "other_manager"])
def test_nobody_else_helps(cast, who):
    with pytest.raises(Denied):
        actions.sign_out(by=getattr(cast, who), board=cast.board, account=cast.asha)


def test_an_account_of_elsewhere_is_refused_by_the_act(cast):
    with pytest.raises(Refused, match="has no role at this Board"):
        actions.sign_out(by=cast.asha, board=cast.board, account=cast.other_manager)
