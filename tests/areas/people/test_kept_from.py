"""Where a person lives is kept from the others of the family and from their supporters, role or no role (TRUST 70)."""

import pytest

from tests.people import everybody, holding
from tests.visit import visit, words
from threadline.access import roles
from threadline.access.acting import Denied, Refused
from threadline.access.gate import open_gate
from threadline.access.models import RoleHolding
from threadline.access.scope import review_scope
from threadline.audit.models import Event
from threadline.people import actions, queries
from threadline.people.actions import Details
from threadline.people.models import KeptFrom, Person

pytestmark = pytest.mark.django_db
ADDRESS = "7 Quiet Lane, Westmarch"


@pytest.fixture
def dean(cast):
    """The other parent, who takes part in the review by an account of his own."""
    everybody(cast)
    return actions.add_person(
        by=cast.asha, review=cast.review, name="Dean Hollis", kind="family", relation="father",
        details=Details(account=cast.family),
    )  # fmt: skip


@pytest.fixture
def written(cast, kayleigh, dean):
    return actions.keep_contact(
        by=cast.asha, person=kayleigh, version=0, address=ADDRESS, note="Ring after six.", kept_from=[dean, kayleigh]
    )


def also_lead(cast, user):
    """A mistake that people make: a role of the review's staff for somebody of the family."""
    holding(user, roles.LEAD_REVIEWER, board=cast.board, review=cast.review)


def beside(cast, user):
    """Let somebody support Dean."""
    with open_gate():
        rose = RoleHolding.objects.get(user=cast.family)
        RoleHolding.objects.filter(user=user, role_key=roles.SUPPORTER.key).update(supports=rose)


def assert_kept(cast, kayleigh, client, user):
    at = f"/reviews/R-2015-01/people/{kayleigh.pk}/contact/"
    for act in (
        lambda: actions.unmask(by=user, person=kayleigh, because="To write"),
        lambda: actions.keep_contact(by=user, person=kayleigh, version=1, address="x", note=""),
    ):
        with pytest.raises(Denied):
            act()
    with review_scope(cast.review):
        assert queries.masked_contact(person=kayleigh, viewer=user) is None
    client.force_login(user)
    assert client.get(at).status_code == 404
    assert client.post(at, {"see": "yes", "because": "To write"}).status_code == 404
    assert not Event.objects.filter(kind="people.unmasked").exists()
    assert Event.objects.filter(kind="access.refused", actor=str(user.pk)).exists()


def test_the_other_parent_sees_no_address_even_with_a_role_that_shows_addresses(cast, kayleigh, written, client):
    also_lead(cast, cast.family)
    assert_kept(cast, kayleigh, client, cast.family)


def test_nor_does_whoever_supports_the_other_parent(cast, kayleigh, written, client):
    beside(cast, cast.supporter)
    also_lead(cast, cast.supporter)
    assert_kept(cast, kayleigh, client, cast.supporter)


def test_another_of_the_family_sees_none_though_nobody_named_them(cast, kayleigh, written, client):
    with open_gate(), review_scope(cast.review):
        KeptFrom.objects.all().delete()
    also_lead(cast, cast.family)
    assert_kept(cast, kayleigh, client, cast.family)


def test_nobody_opens_it_to_themselves_by_changing_who_they_are_in_the_register(cast, kayleigh, dean, written):
    """Found by attacking: with a role besides, the tie to oneself could be cut, joined away or taken out."""
    also_lead(cast, cast.family)
    with review_scope(cast.review):
        kayleigh, dean = Person.objects.get(pk=kayleigh.pk), Person.objects.get(pk=dean.pk)
    by, said = cast.family, {"relation": "", "born_on": None, "also": []}
    for act in (
        lambda: actions.change_person(
            by=by, person=dean, version=dean.version, name="Dean Hollis", kind="other", **said, details=Details()
        ),
        lambda: actions.merge_people(
            by=by, keep=kayleigh, gone=dean, born_on=None, versions=(kayleigh.version, dean.version)
        ),
        lambda: actions.take_out(by=by, person=dean, version=dean.version, because="Not me"),
    ):
        with pytest.raises(Refused, match="is you, or somebody you support"):
            act()
    with pytest.raises(Denied):
        actions.unmask(by=by, person=kayleigh, because="To write")


def test_a_practitioner_who_was_named_sees_none_and_one_who_was_not_does(cast, kayleigh, written, client):
    ben = actions.add_person(
        by=cast.asha, review=cast.review, name="Ben Tarn", kind="practitioner", relation="constable",
        details=Details(account=cast.lead),
    )  # fmt: skip
    assert actions.unmask(by=cast.lead, person=kayleigh, because="To write").address == ADDRESS
    actions.keep_contact(by=cast.asha, person=kayleigh, version=1, address=ADDRESS, note="", kept_from=[ben])
    with pytest.raises(Denied):
        actions.unmask(by=cast.lead, person=kayleigh, because="To write")


def test_a_person_s_own_address_is_not_kept_from_them_nor_from_those_without_a_tie(cast, kayleigh, dean, written):
    actions.keep_contact(by=cast.asha, person=dean, version=0, address="1 Other Road", note="")
    with review_scope(cast.review):
        assert not queries.is_kept_from(person=dean, viewer=cast.family)
        assert not queries.is_kept_from(person=kayleigh, viewer=cast.asha)


def test_who_was_named_is_taken_off_when_written_anew_and_is_never_the_person_or_somebody_elsewhere(
    cast, kayleigh, dean, written
):
    with review_scope(cast.review):
        assert [each.person for each in KeptFrom.objects.all()] == [dean]
    other = actions.add_person(by=cast.asha, review=cast.second_review, name="Kay", kind="other")
    actions.keep_contact(by=cast.asha, person=kayleigh, version=1, address="New", note="", kept_from=[other])
    with review_scope(cast.review):
        assert not KeptFrom.objects.exists()


def test_two_entries_that_become_one_keep_it_from_the_one(cast, kayleigh, dean, written):
    again = actions.add_person(by=cast.asha, review=cast.review, name="Mr Hollis", kind="family", relation="father")
    actions.merge_people(by=cast.asha, keep=again, gone=dean, born_on=None, versions=(1, 1))
    with review_scope(cast.review):
        merged = Person.objects.get(pk=again.pk)
        assert merged.account == cast.family
        assert merged in {each.person for each in KeptFrom.objects.all()}
        assert queries.is_kept_from(person=kayleigh, viewer=cast.family)


def test_one_account_is_one_person(cast, dean):
    with pytest.raises(Refused, match="comes in as Dean Hollis already"):
        actions.add_person(
            by=cast.asha, review=cast.review, name="Somebody Else", kind="family",
            details=Details(account=cast.family),
        )  # fmt: skip


def test_the_page_says_who_must_not_learn_of_it_and_a_change_keeps_the_ticks(cast, kayleigh, dean, written, sign_in):
    at = f"/reviews/R-2015-01/people/{kayleigh.pk}/contact/"
    page = visit(sign_in(cast.lead), at)
    assert "Must not learn of it: Dean Hollis" in words(page.main)
    assert page.find("input", {"name": "kept_from", "value": str(dean.pk)}).has_attr("checked")
    page = visit(sign_in(cast.lead), at, method="post", data={"see": "yes", "because": "To agree a visit"})
    assert "Dean Hollis must not learn of it. Keep it off every letter" in words(page.main)
    sent = {"address": "Elsewhere", "note": "", "version": "1", "kept_from": [str(dean.pk)]}
    visit(sign_in(cast.lead), at, method="post", data=sent, follow=True)
    assert "Must not learn of it: Dean Hollis" in words(visit(sign_in(cast.lead), at).main)


def test_the_account_of_somebody_without_a_role_in_the_review_cannot_be_put_in(cast, kayleigh, sign_in):
    sent = {"name": "Kayleigh Dunmore", "kind": "family", "version": "1", "account": str(cast.second_lead.pk)}
    page = visit(sign_in(cast.asha), f"/reviews/R-2015-01/people/{kayleigh.pk}/", method="post", data=sent)
    assert page.select_one(".govuk-error-summary")
