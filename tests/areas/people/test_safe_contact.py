"""Addresses are hidden, shown for a reason to few, and every showing is on record (TRUST 17, 70)."""

import pytest

from tests.people import enter, everybody, grow_old
from tests.visit import visit, words
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.audit.models import Event
from threadline.people import actions, queries

pytestmark = pytest.mark.django_db
ADDRESS, NOTE = "7 Quiet Lane, Westmarch", "Ring after six. Dean must not learn of it."


@pytest.fixture
def written(cast, kayleigh):
    return actions.keep_contact(by=cast.asha, person=kayleigh, version=0, address=f" {ADDRESS} ", note=NOTE)


@pytest.fixture
def at(kayleigh):
    return f"/reviews/R-2015-01/people/{kayleigh.pk}/contact/"


def test_an_address_is_shown_for_a_reason_that_stays_on_record(cast, kayleigh, written):
    shown = actions.unmask(by=cast.lead, person=kayleigh, because=" To agree a visit ")
    assert (shown.address, shown.note) == (ADDRESS, NOTE)
    with review_scope(cast.review):
        masked = queries.masked_contact(person=kayleigh, viewer=cast.asha)
    assert [(each.by, each.because) for each in masked.seen] == [(cast.lead, "To agree a visit")]
    event = Event.objects.get(kind="people.unmasked")
    assert event.actor == str(cast.lead.pk)
    for said in ("Quiet", "visit", "Kayleigh"):
        assert said not in event.objects_json + event.detail_json


def test_no_reason_no_address(cast, kayleigh, written):
    with pytest.raises(Refused, match="Say why"):
        actions.unmask(by=cast.lead, person=kayleigh, because=" ")


def test_where_nothing_is_written_there_is_nothing_to_see(cast, kayleigh):
    with pytest.raises(Refused, match="Nothing is written down"):
        actions.unmask(by=cast.lead, person=kayleigh, because="To write")
    with review_scope(cast.review):
        assert queries.masked_contact(person=kayleigh, viewer=cast.asha) is None


def test_two_who_write_do_not_write_over_one_another(cast, kayleigh, written):
    with pytest.raises(actions.Overtaken, match="while this page was open"):
        actions.keep_contact(by=cast.lead, person=kayleigh, version=0, address="Elsewhere", note="")
    assert actions.keep_contact(by=cast.lead, person=kayleigh, version=1, address="New", note="").version == 2


@pytest.mark.parametrize(
    "who", ["chair", "panel", "panel_chair", "inspector", "police_author", "family", "supporter", "administrator"]
)
def test_nobody_else_sees_or_writes_an_address_or_learns_that_there_is_one(cast, kayleigh, written, at, sign_in, who):
    everybody(cast)
    person = getattr(cast, who)
    for act in (
        lambda: actions.unmask(by=person, person=kayleigh, because="x"),
        lambda: actions.keep_contact(by=person, person=kayleigh, version=1, address="x", note=""),
    ):
        with pytest.raises(Denied):
            act()
    with review_scope(cast.review):
        assert queries.masked_contact(person=kayleigh, viewer=person) is None
    assert sign_in(person).get(at).status_code == 404


def test_the_page_hides_the_address_until_a_reason_is_given_and_again_after(cast, kayleigh, written, at, sign_in):
    client = sign_in(cast.lead)
    page = visit(client, at)
    assert "Hidden. Written down by Asha Fernleigh" in words(page.main)
    page = visit(client, at, method="post", data={"see": "yes", "because": ""})
    assert "Say why you need to see it" in words(page.select_one(".govuk-error-summary"))
    page = visit(client, at, method="post", data={"see": "yes", "because": "To agree a visit"})
    assert ADDRESS in words(page.main)
    assert NOTE in words(page.main)
    page = visit(client, at)
    for said in (ADDRESS, NOTE):
        assert said not in page.response.content.decode()
    assert "To agree a visit" in words(page.main)


def test_no_other_page_of_the_register_brings_the_address_along(cast, kayleigh, written, sign_in):
    for page in ("", f"{kayleigh.pk}/", f"{kayleigh.pk}/join/", f"{kayleigh.pk}/take-out/"):
        content = visit(sign_in(cast.asha), f"/reviews/R-2015-01/people/{page}").response.content.decode()
        assert "Quiet Lane" not in content


def test_it_is_written_on_the_page_and_what_was_typed_is_kept_when_somebody_was_faster(cast, kayleigh, at, sign_in):
    client = sign_in(cast.lead)
    page = visit(client, at)
    assert "Nothing is written down yet" in words(page.main)
    sent = {"address": ADDRESS, "note": NOTE, "version": "0"}
    page = visit(client, at, method="post", data=sent, follow=True)
    assert "It is hidden again." in words(page.main)
    page = visit(client, at, method="post", data={**sent, "address": "9 Other Street"})
    assert "while this page was open" in words(page.select_one(".govuk-error-summary"))
    assert "9 Other Street" in page.find(id="id_address").text
    page = visit(client, at, method="post", data={"address": "x", "version": ""})
    assert page.select_one(".govuk-error-summary")


def test_showing_nothing_says_so(cast, kayleigh, at, sign_in):
    page = visit(sign_in(cast.lead), at, method="post", data={"see": "yes", "because": "To write"}, follow=True)
    assert "Nothing is written down of how to reach" in words(page.main)


def test_it_asks_again_who_is_there(cast, kayleigh, written, at, client):
    """TRUST 17."""
    enter(client, cast.lead)
    assert client.get(at).status_code == 200
    grow_old(client, minutes=6)
    asked = client.post(at, {"see": "yes", "because": "To agree a visit"})
    assert asked.url.startswith("/account/reauthenticate/")
    assert not Event.objects.filter(kind="people.unmasked").exists()
