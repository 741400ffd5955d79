"""Family members and supporters: in by a link and a code, to one review, for 15 quiet minutes (TRUST 10, 13, 27)."""

import pytest
from django.test import Client
from django.utils import timezone
from tests.people import enter, holding
from tests.visit import visit, words

from threadline.access import readers, roles
from threadline.access.gate import open_gate
from threadline.access.models import RoleHolding
from threadline.accounts import limits, one_time, second_factor
from threadline.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(cast):
    made = User.objects.create_reader("Patricia Dunmore", key="a1")
    holding(made, roles.FAMILY_MEMBER, board=cast.board, review=cast.review)
    return made


@pytest.fixture
def came(reader, cast, client):
    """The client, with the reader in by link and code."""
    made = one_time.make(reader, review=str(cast.review.pk), by=cast.asha)
    client.post(f"/account/once/{made.token}/", {"code": made.code})
    return client


def test_a_reader_has_no_address_and_is_made_once(reader):
    assert not reader.has_address
    assert User.objects.create_reader("Somebody else", key="a1") == reader
    assert User.objects.create_reader("Somebody else", key="a2") != reader


def test_both_hooks_are_set():
    assert readers.comes_once in second_factor.exempt
    assert readers.idle_seconds in limits.shorter


def test_a_reader_is_asked_for_no_second_step_and_is_idle_for_a_quarter_of_an_hour(reader, cast):
    assert readers.comes_once(reader)
    assert limits.idle_seconds(reader) == 15 * 60
    assert readers.idle_seconds(cast.lead) is None
    assert limits.idle_seconds(cast.lead) == 30 * 60


@pytest.mark.parametrize("role", [roles.LEAD_REVIEWER, roles.PANEL_MEMBER, roles.PRACTITIONER])
def test_another_role_besides_needs_a_second_step(reader, cast, role):
    agency = cast.police if role.level is roles.Level.AGENCY else None
    holding(reader, role, board=cast.board, review=cast.review, agency=agency)
    assert not readers.comes_once(reader)


def test_nobody_without_a_role_in_force_is_exempt(reader, cast):
    with open_gate():
        RoleHolding.objects.filter(user=reader).update(revoked_at=timezone.now())
    assert not readers.comes_once(reader)
    assert readers.idle_seconds(reader) is None
    assert not readers.comes_once(User.objects.create_user("new@threadline.example", "New"))


def test_a_family_member_with_a_password_needs_a_second_step(reader):
    reader.set_password("three-brown-boats-at-noon")
    assert not readers.comes_once(reader)


def test_a_reader_lands_on_their_own_page_which_says_what_this_is_and_who_to_ring(came, cast):
    page = visit(came, "/", follow=True)
    assert words(page.h1) == "Your part in this review"
    said = words(page.main)
    for sentence in (
        "It does not decide who is to blame", "We are very sorry", "Asha Fernleigh, Board business manager",
        "You never see any agency's files", "a court or a coroner can order",
    ):  # fmt: skip
        assert sentence in said
    assert [words(part) for part in page.select(".tl-parts__wide a")] == ["Your part"]


def test_a_link_for_one_review_opens_no_other(came, reader, cast):
    holding(reader, roles.FAMILY_MEMBER, board=cast.board, review=cast.second_review)
    assert came.get("/reviews/R-2015-01/your-part/").status_code == 200
    assert came.get("/reviews/R-2015-02/your-part/").status_code == 404
    assert came.get("/")["Location"] == "/reviews/R-2015-01/your-part/"


@pytest.mark.parametrize(
    "page", ["2fa/", "2fa/totp/activate/", "password/set/", "password/change/", "address/", "sessions/", "second-step/"]
)
def test_a_reader_has_no_sign_in_of_their_own_to_change(came, page):
    assert came.get(f"/account/{page}").status_code == 404


def test_the_footer_offers_a_reader_no_sign_in_to_change(came, cast):
    assert "How you sign in" not in words(visit(came, "/reviews/R-2015-01/your-part/").footer)
    other = Client()
    enter(other, cast.lead)
    assert "How you sign in" in words(visit(other, "/").footer)


def test_a_role_that_ended_ends_the_reader_s_visit(came, reader):
    with open_gate():
        RoleHolding.objects.filter(user=reader).update(revoked_at=timezone.now())
    page = visit(came, "/", expect=404)
    assert words(page.h1) == "This link no longer works"


@pytest.mark.parametrize("person", ["practitioner", "supporter", "panel_chair", "inspector", "approver"])
def test_everybody_in_a_review_has_a_page_of_their_own(cast, sign_in, person):
    from tests.people import everybody

    everybody(cast)
    held = RoleHolding.objects.get(user=getattr(cast, person))
    said = words(visit(sign_in(held.user), "/reviews/R-2015-01/your-part/").main)
    assert f"you are asked {held.role.asked}." in said
    assert f"you see {held.role.sees}. You never see {held.role.never_sees}." in said
    assert ("if somebody is at risk it is passed on" in said) == (person in ("practitioner", "supporter"))


def test_a_suspended_member_is_told_that_nothing_opens_and_not_why(cast, sign_in):
    from threadline.access import holdings

    with open_gate():
        holdings.suspend(RoleHolding.objects.get(user=cast.panel), "Named in the police timeline")
    page = visit(sign_in(cast.panel), "/", follow=True)
    assert "The case does not open to you yet" in words(page.main)
    assert "police timeline" not in words(page.main)


def test_what_areas_ask_of_a_person_stands_on_their_page(cast, sign_in, monkeypatch):
    from threadline.reviews import frame

    monkeypatch.setattr(frame, "asked", [])
    tell = lambda review, viewer: [frame.Next("Say what links you to the case", "/somewhere/")]  # noqa: E731  # a stand-in
    frame.add_asked(tell)
    frame.add_asked(tell)
    assert frame.asked == [tell]
    page = visit(sign_in(cast.panel), "/reviews/R-2015-01/your-part/")
    assert "Say what links you to the case" in words(page.main)
    assert "Nothing waits for you today" not in words(page.main)
