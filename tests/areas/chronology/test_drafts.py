"""An agency's own part: the form, the timeline typed here, checked as it is saved, signed off by somebody else."""

import io

import pytest
from openpyxl import load_workbook

from tests.areas.chronology.conftest import address, fresh
from tests.people import everybody
from tests.visit import read, visit, words
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.chronology import actions
from threadline.chronology.actions import drafting as acts
from threadline.chronology.actions.correcting import Overtaken
from threadline.chronology.models import Draft, DraftEntry, Row, SignOff
from threadline.domain.chronology.entries import Meaning
from threadline.notices.models import Notice

pytestmark = pytest.mark.django_db
VISIT = {
    Meaning.DATE: "3 February 2015", Meaning.TIME: "14:15", Meaning.EVENT: "Home visit to the family.",
    Meaning.SOURCE: "Log 12",
}  # fmt: skip


@pytest.fixture
def cast(cast):
    return everybody(cast)


@pytest.fixture
def contributor(cast):
    with review_scope(cast.review):
        return cast.review.contributors.select_related("agency", "review__board").get(agency=cast.police)


@pytest.fixture
def draft(cast, contributor):
    return acts.begin_draft(by=cast.police_author, contributor=contributor)


def now(record):
    related = ("review__board", "agency") if isinstance(record, Draft) else ("draft__review__board", "draft__agency")
    return type(record)._base_manager.select_related(*related).get(pk=record.pk)


def typed(cast, draft, **changed):
    return acts.type_row(by=cast.police_author, draft=draft, said={**VISIT, **changed})


def to_sign(cast, draft):
    return acts.send_to_sign(by=cast.police_author, draft=now(draft), version=now(draft).version)


def test_one_timeline_is_typed_at_a_time(cast, contributor, draft):
    assert acts.begin_draft(by=cast.approver, contributor=contributor).pk == draft.pk


def test_rows_stand_in_the_order_of_their_dates_and_say_how_they_were_read(cast, draft, client):
    typed(cast, draft)
    typed(cast, draft, **{Meaning.DATE: "early January 2015", Meaning.TIME: ""})
    client.force_login(cast.police_author)
    page = visit(client, address("draft", draft.pk))
    days = [words(each) for each in page.select("section.tl-question > p:first-child")]
    assert days == ["early January 2015", "3 February 2015, 2:15pm"]


def test_a_row_is_checked_as_it_is_saved_and_saved_all_the_same(cast, draft, client, send):
    client.force_login(cast.police_author)
    row = {"date": "3 February 2015", "event": "Home visit. The house was clearly dirty."}
    page = send(client, address("draft", draft.pk), **row)
    said = words(page)
    assert "This row has no source." in said
    assert "Was the child seen" in said
    assert "“clearly” is a view" in said
    assert DraftEntry._base_manager.count() == 1


def test_a_date_that_cannot_be_read_is_not_saved_and_what_was_typed_stays(cast, draft, client, send):
    client.force_login(cast.police_author)
    page = send(client, address("draft", draft.pk), date="whenever", event="A visit.")
    assert page.title.text.startswith("Error: ")
    assert page.find("input", {"name": "date"})["value"] == "whenever"
    assert DraftEntry._base_manager.count() == 0
    with pytest.raises(Refused, match="what happened"):
        typed(cast, draft, **{Meaning.EVENT: " "})


def test_a_row_is_changed_and_taken_out_never_over_somebody_s_change(cast, draft, client, send):
    row = typed(cast, draft)
    client.force_login(cast.police_author)
    send(client, address("draft_row", row.pk), version="1", event="Two visits.", date="4 February 2015")
    assert (now(row).said["event"], now(row).version) == ("Two visits.", 2)
    page = send(client, address("draft_row", row.pk), version="1", event="Three visits.")
    assert "Somebody changed this row" in words(page)
    assert "Three visits." in page.find("textarea", {"name": "event"}).text
    with pytest.raises(Overtaken):
        acts.remove_row(by=cast.police_author, entry=now(row), version=1)
    send(client, address("draft_row", row.pk), version="2", act="out")
    assert DraftEntry._base_manager.count() == 0


def test_nobody_outside_the_agency_reads_what_it_types(cast, draft, client):
    typed(cast, draft)
    for who in ("asha", "lead", "panel", "health_author", "chair"):
        client.force_login(getattr(cast, who))
        assert client.get(address("draft", draft.pk)).status_code == 404, who
    with pytest.raises(Denied):
        acts.type_row(by=cast.approver, draft=now(draft), said=VISIT)


def test_it_is_signed_off_by_somebody_else_and_comes_in_as_a_file_like_any_other(cast, draft, act):
    with pytest.raises(Refused, match="no row yet"):
        to_sign(cast, draft)
    typed(cast, draft)
    to_sign(cast, draft)
    assert Notice.objects.get(user=cast.approver).kind == "chronology.to_sign"
    with pytest.raises(Denied):
        typed(cast, now(draft))
    with pytest.raises(Denied):
        acts.sign_draft(by=cast.police_author, draft=now(draft), note="", version=2)
    file = act(acts.sign_draft, by=cast.approver, draft=now(draft), note="Complete.", version=2)
    file = fresh(file)
    assert (file.state, file.agency, file.document.received_from) == ("to_check", cast.police, cast.police_author)
    signed = SignOff._base_manager.get(file=file)
    assert (signed.by, signed.note) == (cast.approver, "Complete.")
    assert now(draft).state == Draft.State.SIGNED
    assert Notice.objects.filter(user=cast.police_author, kind="chronology.signed").count() == 1
    act(actions.accept, by=cast.asha, file=file, version=file.version, unsettled=True)
    row = Row._base_manager.get(live=True)
    assert (str(row.earliest), str(row.time_from), row.description) == (
        "2015-02-03", "14:15:00", "Home visit to the family.",
    )  # fmt: skip


def test_it_can_be_given_back_with_what_should_be_changed(cast, draft, client, send):
    typed(cast, draft)
    to_sign(cast, draft)
    client.force_login(cast.approver)
    page = send(client, address("sign", draft.pk), version="2", act="back", note="")
    assert "Say what should be changed" in words(page)
    send(client, address("sign", draft.pk), version="2", act="back", note="Add the March visits.")
    assert (now(draft).state, now(draft).returned_because) == ("writing", "Add the March visits.")
    client.force_login(cast.police_author)
    assert "Add the March visits." in words(visit(client, address("draft", draft.pk)))


def test_a_stale_page_signs_nothing(cast, draft):
    typed(cast, draft)
    to_sign(cast, draft)
    with pytest.raises(Overtaken):
        acts.sign_draft(by=cast.approver, draft=now(draft), note="", version=1)


def test_a_file_is_signed_off_by_somebody_who_did_not_send_it(cast, police_file, client, send):
    client.force_login(cast.approver)
    send(client, address("sign_file", police_file.pk), note="As sent.")
    assert SignOff._base_manager.get(file=police_file).by == cast.approver
    with pytest.raises(Refused, match="already"):
        acts.sign_file(by=cast.approver, file=fresh(police_file), note="")
    client.force_login(cast.lead)
    assert "Signed off by Vera Stile" in words(visit(client, address("sources")))
    with pytest.raises(Denied):
        acts.sign_file(by=cast.police_author, file=fresh(police_file), note="")


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_the_form_is_made_for_the_agency_and_the_review(cast, contributor, client, kind):
    client.force_login(cast.police_author)
    answer = client.get(address("form", contributor.pk, kind))
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    if kind == "xlsx":
        book = load_workbook(io.BytesIO(answer.content))
        assert book["Guidance"]["A1"].value == "Timeline of Westmarch Police, review R-2015-01"
    client.force_login(cast.health_author)
    assert client.get(address("form", contributor.pk, kind)).status_code == 404


def test_the_agency_finds_its_part_from_the_timelines(cast, contributor, draft, client):
    client.force_login(cast.police_author)
    page = visit(client, address("sources"))
    (link,) = [each for each in page.select("a.govuk-button") if "Your agency's part" in each.text]
    page = visit(client, link["href"])
    assert "Go on typing the timeline here" in words(page)
    assert "Download the form for Excel" in words(page)
    client.force_login(cast.approver)
    assert "Read the timeline that is being typed" in words(visit(client, link["href"]))


def test_my_work_says_what_waits(cast, draft, client):
    typed(cast, draft)
    to_sign(cast, draft)
    client.force_login(cast.approver)
    assert "Read your agency's timeline and sign it off" in words(visit(client, "/"))
    client.force_login(cast.police_author)
    assert "sign it off" not in words(visit(client, "/"))


def test_the_checks_look_at_a_row_as_it_is_typed_and_save_nothing(cast, draft, client):
    long = "Home visit to the family at their address after the school rang about his absence."
    typed(cast, draft, **{Meaning.EVENT: long})
    client.force_login(cast.police_author)
    url = address("draft", draft.pk)
    row = {"date": "5/2/15 3pm", "event": "Home visit. The house was clearly dirty.", "act": "look"}
    said = client.post(url, row, HTTP_HX_REQUEST="true").content.decode()
    assert said.lstrip().startswith('<div id="looked">')
    for asked in ("Thursday 5 February 2015", "This row has no source.", "Was the child seen", "“clearly” is a view"):
        assert asked in said, asked
    assert client.post(url, {"act": "look"}, HTTP_HX_REQUEST="true").content.decode().split() == [
        "<div", 'id="looked">', "</div>",
    ]  # fmt: skip
    repeated = client.post(url, {"event": long, "date": "4 February 2015", "act": "look"})
    page = read(repeated)
    assert "This text stands in an earlier row as well." in words(page.select_one("#looked"))
    assert page.find("textarea", {"name": "event"}).text.strip() == long
    assert DraftEntry._base_manager.count() == 1


def test_a_row_that_is_changed_is_looked_at_among_the_others_and_not_beside_itself(cast, draft, client):
    long = "Home visit to the family at their address after the school rang about his absence."
    row = typed(cast, draft, **{Meaning.EVENT: long})
    client.force_login(cast.police_author)
    sent = {"act": "look", "event": long, "date": VISIT[Meaning.DATE], "source": "Log 12, page 3"}
    said = client.post(address("draft_row", row.pk), sent, HTTP_HX_REQUEST="true").content.decode()
    assert "stands in an earlier row" not in said
    assert "Was the child seen" in said
    assert (
        "nothing to ask"
        in client.post(
            address("draft_row", row.pk), {**sent, "event": "Letter received from the school."}, HTTP_HX_REQUEST="true"
        ).content.decode()
    )
    assert now(row).said["event"] == long


def test_a_row_is_looked_at_by_its_button_without_a_script(cast, draft, client, send):
    client.force_login(cast.police_author)
    page = send(client, address("draft", draft.pk), date="3 Feb 2015", event="Home visit.", act="look")
    assert "This row has no source." in words(page.select_one("#looked"))
    assert page.find("input", {"name": "date"})["value"] == "3 Feb 2015"
    assert DraftEntry._base_manager.count() == 0


@pytest.mark.parametrize("who", ["health_author", "lead", "approver"])
def test_nobody_else_has_a_row_looked_at(cast, draft, client, who):
    client.force_login(getattr(cast, who))
    row = typed(cast, draft)
    sent = {"act": "look", "event": "Anything"}
    assert client.post(address("draft_row", row.pk), sent).status_code == 404
