"""E-mails that did not go: who is told of them, without a word of what they say; sending again and leaving."""

import pytest
from django.core import mail

from tests.people import everybody, holding
from tests.visit import visit, words
from threadline.access import roles
from threadline.access.acting import Denied, Refused
from threadline.accounts.models import User
from threadline.administration import actions
from threadline.audit.models import Event
from threadline.notices import outbox
from threadline.notices.models import Letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused(cast):
    everybody(cast)
    return lost(cast.panel)


def lost(user, state=Letter.State.GIVEN_UP, **values):
    said = {"subject": "A CANARY SUBJECT", "body": "A CANARY BODY", "tries": 3, **values}
    return Letter.objects.create(user=user, state=state, **said)


def at(cast, path=""):
    return f"/administration/{cast.board.pk}/letters/{path}"


@pytest.mark.parametrize("who", ["administrator", "asha", "chair"])
def test_who_looks_after_accounts_sees_to_whom_and_why_and_never_what(cast, refused, sign_in, who):
    lost(cast.lead, state=Letter.State.UNSURE)
    page = visit(sign_in(getattr(cast, who)), at(cast), queries=40)
    said = words(page.main)
    assert "Grace Okonedo-Vale" in said
    assert "The mail server will not take it" in said
    assert "It may arrive twice." in said
    assert "CANARY" not in page.response.content.decode()


def test_those_that_went_or_wait_are_not_there_nor_another_board_s(cast, refused, sign_in):
    for state in (Letter.State.SENT, Letter.State.WAITING, Letter.State.LEFT):
        lost(cast.lead, state=state)
    elsewhere = lost(cast.other_manager)
    client = sign_in(cast.asha)
    said = words(visit(client, at(cast)).main)
    assert "Marcus Thornhill" not in said
    assert "Petra Quill" not in said
    assert client.post(at(cast, f"{elsewhere.pk}/again/")).status_code == 404
    with pytest.raises(Refused, match="not on the list any more"):
        actions.send_letter_again(by=cast.asha, board=cast.board, letter=elsewhere)
    with pytest.raises(Denied):
        actions.send_letter_again(by=cast.other_manager, board=cast.board, letter=refused)


def test_who_is_of_the_family_is_not_told_to_an_administrator(cast, refused, sign_in):
    reader = User.objects.create_reader("Patricia Dunmore", key="a1")
    holding(reader, roles.FAMILY_MEMBER, board=cast.board, review=cast.review)
    lost(reader)
    assert "Patricia Dunmore" not in words(visit(sign_in(cast.administrator), at(cast)).main)
    assert "Patricia Dunmore" in words(visit(sign_in(cast.asha), at(cast)).main)


def test_sent_again_it_goes_once_and_is_off_the_list(cast, refused, sign_in):
    client = sign_in(cast.administrator)
    page = visit(client, at(cast, f"{refused.pk}/again/"), method="post", follow=True)
    assert "The e-mail goes out again with the next round." in words(page.main)
    outbox.send_due()
    outbox.send_due()
    assert [each.subject for each in mail.outbox] == ["A CANARY SUBJECT"]
    event = Event.objects.get(kind="administration.letter_sent_again")
    assert event.objects_json == f'["notices.letter:{refused.pk}"]'
    with pytest.raises(Refused, match="Somebody has seen to it"):
        actions.send_letter_again(by=cast.asha, board=cast.board, letter=refused)


def test_left_it_never_goes(cast, refused, sign_in):
    visit(sign_in(cast.asha), at(cast, f"{refused.pk}/leave/"), method="post", follow=True)
    outbox.send_due()
    assert mail.outbox == []
    refused.refresh_from_db()
    assert refused.state == Letter.State.LEFT


def test_to_a_closed_account_nothing_is_sent_again(cast, refused, sign_in):
    User.objects.filter(pk=cast.panel.pk).update(is_active=False)
    with pytest.raises(Refused, match="is closed"):
        actions.send_letter_again(by=cast.asha, board=cast.board, letter=refused)
    assert "Send it again" not in words(visit(sign_in(cast.asha), at(cast)).main)


def test_without_any_the_page_says_so(cast, sign_in):
    assert "Every e-mail went out" in words(visit(sign_in(cast.asha), at(cast)).main)
