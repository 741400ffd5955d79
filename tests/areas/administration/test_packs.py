"""A Board copies the method, changes wording, questions and limits, publishes it and opens its next review (W.a)."""

import pytest

from tests.recorded import UNDER_WAY
from tests.visit import visit, words
from threadline.access.acting import Denied, Refused
from threadline.access.gate import open_gate
from threadline.audit.models import Event
from threadline.audit.presenters import sentence
from threadline.domain.framework.bundled import bundled
from threadline.reviews import actions, method
from threadline.reviews.actions import Faulty, Overtaken
from threadline.reviews.models import BoardPack, PackEdition, Publication, Review
from threadline.reviews.queries.packs import as_it_stands

pytestmark = pytest.mark.django_db
OURS = "greater-manchester-2016"
FORM = {
    "reference": "R-2016-09", "period_reason": "", "new_agencies": "", "incident_on-day": "30",
    "incident_on-month": "9", "incident_on-year": "2015", "period_from-day": "1", "period_from-month": "4",
    "period_from-year": "2014",
    "period_to-day": "30", "period_to-month": "9", "period_to-year": "2015", "decided_on-day": "22",
    "decided_on-month": "10", "decided_on-year": "2015", "because": "It began on paper.",
}  # fmt: skip


@pytest.fixture
def pack(cast):
    """A copy that the Board of the cast has made."""
    return actions.copy_pack(by=cast.asha, board=cast.board, origin=bundled(OURS), title="Westmarch method")


def change(cast, pack, part, row, version=None, by=None, **values):
    return actions.change_pack(
        by=by or cast.asha, pack=pack, version=pack.version if version is None else version, part=part, row=row,
        values=values,
    )  # fmt: skip


def publish(cast, pack, number="1.0", agreed="The Board, on 14 March 2016"):
    return actions.publish_pack(by=cast.asha, pack=pack, version=pack.version, number=number, agreed=agreed)


def test_a_copy_says_what_it_was_copied_from_and_has_a_name_of_its_own(cast, pack):
    about = as_it_stands(pack).about
    assert (about.id, about.title, about.version) == ("westmarch-method", "Westmarch method", "1.0")
    assert (about.copied_from.id, about.copied_from.digest) == (OURS, bundled(OURS).digest)
    assert sentence(Event.objects.get()) == "copied a version of the method for the Board"
    for title in ("Westmarch  METHOD", "Greater Manchester 2016"):
        with pytest.raises(Refused, match="another title"):
            actions.copy_pack(by=cast.asha, board=cast.board, origin=bundled(OURS), title=title)
    with pytest.raises(Refused, match="letters or figures"):
        actions.copy_pack(by=cast.asha, board=cast.board, origin=bundled(OURS), title=" – ")
    theirs = actions.copy_pack(
        by=cast.other_manager, board=cast.other_board, origin=bundled(OURS), title="Westmarch method"
    )
    assert theirs.board == cast.other_board


def test_wording_a_question_and_a_limit_are_changed(cast, pack):
    pack = change(cast, pack, "requirements", "2.1.d", says="The genogram is begun.", waivable_by=("panel_chair",))
    pack = change(cast, pack, "limits", "period_recommended", amount="18")
    question = as_it_stands(pack).independence.questions[0].id
    pack = change(cast, pack, "questions", question, asks="Do you know anybody here?")
    now = as_it_stands(pack)
    row = next(each for each in now.requirements if each.id == "2.1.d")
    assert (row.says, row.waivable_by) == ("The genogram is begun.", ("panel_chair",))
    assert now.limit("period_recommended").amount == 18
    assert now.independence.questions[0].asks == "Do you know anybody here?"
    assert (
        sentence(Event.objects.latest("id"))
        == f"changed the Board's own method, in questions of independence: {question}"
    )


def test_a_change_that_would_spoil_the_pack_changes_nothing(cast, pack):
    with pytest.raises(Faulty) as raised:
        change(cast, pack, "limits", "period_recommended", amount="a year")
    assert "write a whole number from 0 to 1000." in raised.value.fields["amount"][0]
    with pytest.raises(Faulty) as raised:
        change(cast, pack, "limits", "period_recommended", amount="30")
    assert raised.value.fields == {}
    assert raised.value.others[0].startswith("limits.yaml:")
    for part, row in (("limits", "tea"), ("coverage", "1")):
        with pytest.raises(Refused, match="no such row"):
            change(cast, pack, part, row, says="x")
    assert BoardPack.objects.get().texts == pack.texts


def test_two_people_never_overwrite_each_other(cast, pack):
    change(cast, pack, "limits", "period_recommended", amount="18")
    with pytest.raises(Overtaken):
        change(cast, pack, "limits", "period_recommended", version=pack.version, amount="15")
    with pytest.raises(Overtaken):
        publish(cast, pack)


@pytest.mark.parametrize("who", ["chair", "lead", "panel", "other_manager"])
def test_only_the_board_s_business_manager_copies_changes_and_publishes(cast, pack, who):
    by = getattr(cast, who)
    with pytest.raises(Denied):
        actions.copy_pack(by=by, board=cast.board, origin=bundled(OURS), title="Mine")
    with pytest.raises(Denied):
        change(cast, pack, "limits", "period_recommended", by=by, amount="18")
    with pytest.raises(Denied):
        actions.publish_pack(by=by, pack=pack, version=1, number="1.0", agreed="Me")


def test_what_is_published_is_kept_for_ever_and_the_next_version_is_another(cast, pack):
    first = publish(cast, pack)
    with pytest.raises(Refused, match="Nothing has changed since version"):
        publish(cast, BoardPack.objects.get(), "1.1")
    pack = change(cast, BoardPack.objects.get(), "limits", "period_recommended", amount="18")
    for number, says in (("1.0", "higher number"), ("0.9", "higher number"), ("one", "figures and dots")):
        with pytest.raises(Refused, match=says):
            publish(cast, pack, number)
    with pytest.raises(Refused, match="who agreed"):
        publish(cast, pack, "1.1", " ")
    second = publish(cast, pack, "1.10")
    assert method.pack_with(first.edition_id).limit("period_recommended").amount == 12
    assert method.pack_with(second.edition_id).limit("period_recommended").amount == 18
    offered = [(each.about.id, each.about.version) for each in method.offered_to(cast.board)]
    assert offered == [("westmarch-method", "1.10"), ("westmarch-method", "1.0"), (OURS, "1.0")]
    assert [each.about.id for each in method.offered_to(cast.other_board)] == [OURS]


def test_a_draft_is_no_method_to_open_a_review_under(cast, pack):
    draft = as_it_stands(pack)
    with pytest.raises(Refused, match="not one of this Board's"):
        actions.open_review(
            by=cast.asha, board=cast.board, reference="R-2016-01", pack=draft, under_way=UNDER_WAY,
            dates=actions.Dates(cast.review.incident_on, cast.review.period_to, cast.review.period_to),
        )  # fmt: skip
    assert not PackEdition.objects.filter(pk=draft.digest).exists()


def test_from_the_copy_to_a_review_that_is_opened_under_it(cast, sign_in):
    client, at = sign_in(cast.asha), f"/administration/{cast.board.pk}/method/"
    assert "A version of the Board’s own belongs here" in words(visit(client, at).main)
    sent = {"title": "", "origin_digest": bundled(OURS).digest}
    assert visit(client, f"{at}copy/", method="post", data=sent).select_one(".govuk-error-summary")
    page = visit(client, f"{at}copy/", method="post", data={**sent, "title": "Westmarch method"}, follow=True)
    assert "Not published yet" in words(page.main)
    own = f"{at}{BoardPack.objects.get().pk}/"
    assert "12" in words(visit(client, f"{own}limits/").main)
    row = f"{own}limits/period_recommended/"
    page = visit(client, row)
    values = {"says": "So far back.", "weight": "should", "version": page.find(attrs={"name": "version"})["value"]}
    page = visit(client, row, method="post", data={**values, "amount": "a year"})
    assert "write a whole number" in words(page.select_one(".govuk-error-summary")).lower()
    assert page.find(id="id_amount")["value"] == "a year"
    assert "amount" in page.select_one(".govuk-error-summary a")["href"]
    page = visit(client, row, method="post", data={**values, "amount": "18"}, follow=True)
    assert "Reviews see nothing of it until you publish" in words(page.main)
    page = visit(client, row, method="post", data={**values, "amount": "15"})
    assert "Somebody changed this version" in words(page.select_one(".govuk-error-summary"))
    assert page.find(id="id_amount")["value"] == "15"
    page = visit(client, f"{own}publish/")
    assert "Limits period recommended amount" in words(page.main)
    version = page.find(attrs={"name": "version"})["value"]
    assert visit(client, f"{own}publish/", method="post", data={"version": version}).select_one(".govuk-error-summary")
    sent = {"number": "1.0", "agreed": "The Board, on 14 March 2016", "version": version}
    page = visit(client, f"{own}publish/", method="post", data=sent, follow=True)
    assert "Version 1.0 is published" in words(page.main)
    assert "Published as it stands" in words(visit(client, own).main)
    page = visit(client, "/reviews/open/")
    assert page.find("input", attrs={"name": "pack"}, checked=True)["value"] == Publication.objects.get().edition_id
    digest = Publication.objects.get().edition_id
    page = visit(client, "/reviews/open/", method="post", data={**FORM, "pack": bundled(OURS).digest})
    assert "Record the exceptional reason" in words(page.select_one(".govuk-error-summary"))
    visit(client, "/reviews/open/", method="post", data={**FORM, "pack": digest}, follow=True)
    opened = Review.objects.get(reference="R-2016-09")
    assert opened.pack_id == digest
    assert method.pack_of(cast.review) == bundled(OURS)


def test_every_row_of_every_part_has_its_page(cast, pack, sign_in):
    from threadline.domain.framework.editable import PARTS
    from threadline.domain.framework.editing import rows_of

    client, at = sign_in(cast.asha), f"/administration/{cast.board.pk}/method/{pack.pk}/"
    for part in PARTS:
        page = visit(client, f"{at}{part.id}/")
        links = page.select("tbody a")
        assert len(links) == len(rows_of(pack.texts, part))
        page = client.get(links[-1]["href"])
        assert (page.status_code, b"Save" in page.content) == (200, True)
    assert client.get(f"{at}coverage/").status_code == 404
    assert client.get(f"{at}limits/tea/").status_code == 404


def test_the_chair_reads_it_and_changes_nothing_and_another_board_sees_nothing(cast, pack, sign_in):
    at = f"/administration/{cast.board.pk}/method/"
    page = visit(sign_in(cast.chair), f"{at}{pack.pk}/limits/")
    assert page.select("tbody a") == []
    assert sign_in(cast.chair).get(f"{at}{pack.pk}/limits/period_recommended/").status_code == 404
    assert sign_in(cast.other_manager).get(f"{at}{pack.pk}/").status_code == 404
    elsewhere = f"/administration/{cast.other_board.pk}/method/"
    assert "Westmarch method" not in words(visit(sign_in(cast.other_manager), elsewhere).main)
    assert sign_in(cast.other_manager).get(f"{elsewhere}{pack.pk}/").status_code == 404
    with open_gate():
        assert BoardPack.objects.count() == 1
