"""The pages of administration."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tests.documents.test_storage import kept
from tests.people import holding
from tests.visit import visit, words
from threadline.access import roles
from threadline.access.gate import open_gate
from threadline.access.models import RoleHolding
from threadline.accounts.models import User
from threadline.administration.queries import roles as role_queries
from threadline.audit.models import Event
from threadline.audit.trail import Outcome, record
from threadline.people.actions import add_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(cast):
    """An address of the Board's administration."""
    return lambda path, board=cast.board: f"/administration/{board.pk}/{path}"


def rows(page, caption):
    """The rows of the table with that caption, as words, without the headings repeated for narrow screens."""
    for label in page.select(".tl-table__label"):
        label.extract()
    table = next(each for each in page.find_all("table") if words(each.caption) == caption)
    return [words(row) for row in table.tbody.find_all("tr")]


def test_administration_is_in_the_navigation_of_those_who_administer(cast, sign_in):
    assert "Administration" in words(visit(sign_in(cast.asha), "/reviews/").header)
    assert "Administration" not in words(visit(sign_in(cast.lead), "/reviews/").header)


def test_nobody_is_asked_who_administers_before_signing_in(cast, client):
    assert "Administration" not in words(visit(client, "/help/").header)


def test_who_may_look_but_not_give_roles_has_no_page_to_invite(cast, sign_in, at, monkeypatch):
    monkeypatch.setattr(role_queries, "to_give", lambda **_: [])
    assert sign_in(cast.asha).get(at("people/invite/")).status_code == 404
    assert "Invite somebody" not in words(visit(sign_in(cast.asha), at("people/")).main)


def test_the_first_page_leads_to_the_board_or_asks_which(cast, sign_in, at):
    assert sign_in(cast.asha).get("/administration/")["Location"] == at("people/")
    holding(cast.asha, roles.INDEPENDENT_CHAIR, board=cast.other_board)
    page = visit(sign_in(cast.asha), "/administration/")
    assert [words(link) for link in page.main.find_all("a")] == ["Eastmarch LSCB", "Westmarch LSCB"]
    assert sign_in(cast.lead).get("/administration/").status_code == 404


def test_everybody_with_a_role_is_listed_with_what_it_is_for_and_how_it_stands(cast, sign_in, at):
    with open_gate():
        RoleHolding.objects.filter(user=cast.panel).update(
            revoked_at=timezone.now(), revoked_because="Has an interest in the case"
        )
        RoleHolding.objects.filter(user=cast.lead).update(starts=timezone.now() + timedelta(days=3))
    page = visit(sign_in(cast.asha), at("people/"), queries=35)
    listed = rows(page, "Who has a role")
    assert any("Ian Sorrel" in row and "R-2015-01, Westmarch Police" in row and "In force" in row for row in listed)
    assert any("Marcus Thornhill" in row and "From " in row for row in listed)
    assert not any("Grace Okonedo-Vale" in row for row in listed)
    assert any("Has an interest in the case" in row for row in rows(page, "Over"))
    assert "Petra Quill" not in words(page.main)


def test_a_role_can_be_ended_only_by_those_who_may(cast, sign_in, at):
    def can_end(who):
        return {row.split()[0] for row in rows(visit(sign_in(who), at("people/")), "Who has a role") if "End" in row}

    assert can_end(cast.asha) == {"Marcus", "Grace", "Ian", "Nia", "Owen"}
    assert can_end(cast.chair) == {"Asha", "Ruth"}


def three(name, day):
    """A day of March 2999 in three boxes."""
    return {f"{name}-day": str(day), f"{name}-month": "3", f"{name}-year": "2999"}


def invite(**values):
    return {"name": "Newcomer Vale", "email": "new.person@threadline.example", "review": "", **values}


def test_inviting_shows_what_the_role_sees_before_anything_is_sent(
    cast, sign_in, at, django_capture_on_commit_callbacks
):
    client, address = sign_in(cast.asha), at("people/invite/panel_member/")
    page = visit(client, at("people/invite/"))
    assert "Panel member : sees the register of people" in words(page.main)
    page = visit(client, address)
    assert "They will see the register of people" in words(page.main)
    sent = invite(review=str(cast.review.pk), **{"ends-day": "31", "ends-month": "12", "ends-year": "2999"})
    page = visit(client, address, method="post", data=sent)
    assert words(page.h1) == "Check before you invite"
    assert "will see the register of people and the merged chronology of the review" in words(page.main)
    assert "never see files still being checked" in words(page.main)
    assert not User.objects.filter(email="new.person@threadline.example").exists()
    hidden = {field["name"]: field["value"] for field in page.main.form.find_all("input", type="hidden")}
    with django_capture_on_commit_callbacks(execute=True):
        page = visit(client, address, method="post", data={**hidden, "confirmed": "yes"}, follow=True)
    assert "Newcomer Vale is Panel member. The invitation is on its way" in words(page.main)
    assert "Letter not sent yet" in words(page.main)
    listed = rows(visit(client, at("people/")), "Who has a role")
    assert any("Invited, no answer yet" in row and "31 December 2999" in row for row in listed)
    assert "http://testserver/account/invitation/" in mail.outbox[0].body
    held = RoleHolding.objects.get(user__email="new.person@threadline.example")
    assert timezone.localtime(held.ends).strftime("%d %m %Y %H:%M") == "01 01 3000 00:00"


def test_what_was_typed_can_be_changed_before_it_is_sent(cast, sign_in, at):
    sent = invite(review=str(cast.review.pk), change="yes")
    page = visit(sign_in(cast.asha), at("people/invite/panel_member/"), method="post", data=sent)
    assert words(page.h1) == "Invite somebody as Panel member"
    assert page.find(id="id_name")["value"] == "Newcomer Vale"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "Enter the name"),
        ({"email": "nobody"}, "Enter an e-mail address in the right form"),
        ({"review": ""}, "Select the review they take part in"),
        (three("starts", 3) | three("ends", 2), "The last day must not be before the first"),
    ],
)  # fmt: skip
def test_an_invitation_that_does_not_hold_together_says_why(cast, sign_in, at, change, sentence):
    sent = {**invite(review=str(cast.review.pk)), **change}
    page = visit(sign_in(cast.asha), at("people/invite/panel_member/"), method="post", data=sent)
    assert sentence in words(page.select_one(".govuk-error-summary"))


def test_what_the_act_refuses_comes_back_with_its_sentence(cast, sign_in, at):
    sent = invite(review=str(cast.second_review.pk), agency=str(cast.school.pk), confirmed="yes")
    page = visit(sign_in(cast.asha), at("people/invite/saar_author/"), method="post", data=sent)
    assert "not among the agencies of review R-2015-02" in words(page.select_one(".govuk-error-summary"))


def test_the_chair_invites_to_the_board_without_a_review(cast, sign_in, at):
    page = visit(sign_in(cast.chair), at("people/invite/business_manager/"))
    assert page.find(attrs={"name": "review"}) is None
    sent = invite(confirmed="yes")
    page = visit(sign_in(cast.chair), at("people/invite/business_manager/"), method="post", data=sent, follow=True)
    assert "Newcomer Vale is Board business manager" in words(page.main)


def test_somebody_with_an_account_is_not_promised_a_letter(cast, sign_in, at):
    sent = invite(email=cast.outsider.email, review=str(cast.review.pk), confirmed="yes")
    page = visit(sign_in(cast.asha), at("people/invite/panel_member/"), method="post", data=sent, follow=True)
    assert "Lee Nobody is Panel member." in words(page.main)
    assert "on its way" not in words(page.main)


def test_ending_a_role_says_what_happens_and_asks_why(cast, sign_in, at):
    held = RoleHolding.objects.get(user=cast.panel)
    address = at(f"people/{held.pk}/end/")
    page = visit(sign_in(cast.asha), address)
    assert "Grace Okonedo-Vale will no longer be Panel member for R-2015-01" in words(page.main)
    page = visit(sign_in(cast.asha), address, method="post", data={"when": "day", "because": ""})
    assert words(page.select_one(".govuk-error-summary")).endswith("Enter the last day Say why the role ends")
    page = visit(sign_in(cast.asha), address, method="post", data={"when": "now", "because": "Moves on"}, follow=True)
    assert "Grace Okonedo-Vale's role as Panel member has ended" in words(page.main)
    assert sign_in(cast.panel).get("/reviews/R-2015-01/").status_code == 404


def test_a_role_ends_with_a_day_to_come(cast, sign_in, at):
    held = RoleHolding.objects.get(user=cast.panel)
    sent = {"when": "day", "last_day": "31/12/2999", "because": "Moves on"}
    page = visit(sign_in(cast.asha), at(f"people/{held.pk}/end/"), method="post", data=sent, follow=True)
    assert "ends with 31 December 2999" in words(page.main)
    sent["last_day"] = "1/1/2015"
    page = visit(sign_in(cast.asha), at(f"people/{held.pk}/end/"), method="post", data=sent)
    assert "Choose a day to come" in words(page.select_one(".govuk-error-summary"))


def test_the_board_s_last_manager_stays(cast, sign_in, at):
    held = RoleHolding.objects.get(user=cast.asha)
    sent = {"when": "now", "because": "Moves on"}
    page = visit(sign_in(cast.chair), at(f"people/{held.pk}/end/"), method="post", data=sent)
    assert "only Board business manager" in words(page.select_one(".govuk-error-summary"))


@pytest.mark.parametrize("path", ["end/", "invite-again/"])
def test_a_role_that_is_not_theirs_to_end_is_not_there(cast, sign_in, at, path):
    own, other = RoleHolding.objects.get(user=cast.chair), RoleHolding.objects.get(user=cast.other_manager)
    for held in (own, other):
        assert sign_in(cast.asha).post(at(f"people/{held.pk}/{path}")).status_code == 404


def test_who_has_not_answered_is_invited_again_from_the_list(cast, sign_in, at, django_capture_on_commit_callbacks):
    sent = invite(review=str(cast.review.pk), confirmed="yes")
    visit(sign_in(cast.asha), at("people/invite/panel_member/"), method="post", data=sent, follow=True)
    held = RoleHolding.objects.get(user__email="new.person@threadline.example")
    again = at(f"people/{held.pk}/invite-again/")
    with django_capture_on_commit_callbacks(execute=True):
        page = visit(sign_in(cast.asha), again, method="post", follow=True)
    assert "Another invitation is on its way to Newcomer Vale" in words(page.main)
    held.user.set_password("three-brown-boats-at-noon")
    held.user.save()
    assert "can sign in" in words(visit(sign_in(cast.asha), again, method="post", follow=True).main)


def test_every_role_says_what_it_sees_never_sees_and_may_do(cast, sign_in, at):
    page = visit(sign_in(cast.asha), at("roles/"))
    assert [words(heading) for heading in page.main.find_all("h2")] == [role.title for role in roles.ROLES.values()]
    assert "May read the merged chronology, in the whole review" in words(page.main)


@pytest.fixture
def past(cast, sign_in):
    """Some events: a person added, a page read, a refusal, a failed sign-in, another Board's page."""
    add_person(by=cast.lead, review=cast.review, name="Kay", kind="other")
    sign_in(cast.panel).get("/reviews/R-2015-01/people/")
    sign_in(cast.panel).get("/reviews/R-2015-02/people/")
    sign_in(cast.other_manager).get("/reviews/E-2015-07/")
    record("accounts.sign_in_failed", outcome=Outcome.FAILED, objects=[f"accounts.user:{cast.lead.pk}"])
    record("accounts.sign_in_failed", outcome=Outcome.FAILED, objects=[f"accounts.user:{cast.other_manager.pk}"])
    record("accounts.sign_in_failed", outcome=Outcome.FAILED)


def test_the_trail_tells_in_sentences_who_did_what_refusals_first(cast, sign_in, at, past):
    page = visit(sign_in(cast.asha), at("trail/"), queries=35)
    refused, everything = rows(page, "Refused, or did not succeed"), rows(page, "Latest first")
    for listed, who, what in (
        (refused, "Grace Okonedo-Vale", "Was refused. What was tried: ‘people register’"),
        (refused, "Somebody, as Marcus Thornhill", "Tried, without success: "),
        (everything, "Marcus Thornhill", "Added a person to the register"),
        (everything, "Marcus Thornhill", "review R-2015-01"),
        (everything, "Grace Okonedo-Vale Panel member", "Looked at the people register"),
    ):
        assert any(who in row and what in row for row in listed), f"{who} {what} is not in {listed}"
    assert "Petra" not in words(page.main)
    assert "E-2015-07" not in words(page.main)


def test_looking_at_the_trail_is_itself_on_record(cast, sign_in, at):
    visit(sign_in(cast.chair), at("trail/"))
    event = Event.objects.get(kind="administration.trail_read")
    assert (event.actor, event.acting_as) == (str(cast.chair.pk), "independent_chair")


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"person": "lead"}, 2),
        ({"person": "panel"}, 2),
        ({"review": "review"}, 2),
        ({"review": "second_review"}, 1),
        ({"kind": "people.added"}, 1),
        ({"outcome": "refused"}, 1),
        ({"outcome": "failed"}, 2),
        ({"first": "1/1/2999"}, 0),
        ({"last": "1/1/2015"}, 0),
        ({"person": "panel", "outcome": "refused"}, 1),
        ({"person": "nobody"}, None),
        ({"first": "31/2/2015"}, None),
    ],
)
def test_the_trail_can_be_looked_through(cast, sign_in, at, past, asked, count):
    keys = {
        name: str(getattr(cast, value).pk) if name in ("person", "review") and value != "nobody" else value
        for name, value in asked.items()
    }
    if "last" not in keys and "first" not in keys:
        keys["last"] = timezone.localdate().strftime("%d/%m/%Y")
    page = visit(sign_in(cast.asha), at("trail/"), data=keys)
    if count is None:
        assert page.select_one(".govuk-error-summary")
        return
    assert f"{count} event" in words(page.main)


def test_a_sign_in_of_the_board_s_own_people_is_on_its_trail(cast, sign_in, at):
    for person in (cast.panel, cast.other_manager, cast.outsider):
        record("accounts.signed_out", actor=str(person.pk))
    listed = rows(visit(sign_in(cast.asha), at("trail/"), data={"kind": "accounts.signed_out"}), "Latest first")
    assert ["Grace Okonedo-Vale" in row for row in listed] == [True]


def test_what_is_out_of_the_ordinary_is_marked(cast, sign_in, at, monkeypatch):
    from threadline.audit import trail

    night = timezone.make_aware(timezone.datetime(2015, 2, 3, 23, 30))
    monkeypatch.setattr(trail.time, "time_ns", lambda: int(night.timestamp()) * 1_000_000_000)
    sign_in(cast.panel).get("/reviews/R-2015-01/people/")
    sign_in(cast.other_manager).get("/reviews/R-2015-01/people/")
    monkeypatch.undo()
    with open_gate():
        RoleHolding.objects.filter(user=cast.panel).update(revoked_at=timezone.now())
    page = visit(sign_in(cast.asha), at("trail/"))
    assert any("at night, has left since" in row for row in rows(page, "Latest first"))
    assert any("refused, at night, from elsewhere" in row for row in rows(page, "Refused, or did not succeed"))
    assert any("Somebody from elsewhere" in row for row in rows(page, "Refused, or did not succeed"))


def test_what_the_service_does_by_itself_is_said_to_be_its_doing(cast, sign_in, at):
    record("reviews.changed", acting_as=["service"], board=str(cast.board.pk), review=str(cast.review.pk))
    assert any("The service" in row for row in rows(visit(sign_in(cast.asha), at("trail/")), "Latest first"))


def test_a_long_trail_is_read_window_by_window(cast, sign_in, at):
    for _ in range(150):
        record("reviews.listed", actor=str(cast.panel.pk), board=str(cast.board.pk))
    page = visit(sign_in(cast.asha), at("trail/"), data={"kind": "reviews.listed"})
    assert len(rows(page, "Latest first")) == 100
    earlier = page.main.find("a", string="Earlier")["href"]
    page = visit(sign_in(cast.asha), earlier)
    assert len(rows(page, "Earlier")) == 50
    assert page.main.find("a", string="Earlier") is None


def test_the_trail_is_exported_with_every_event_and_no_formula(cast, sign_in, at, past):
    User.objects.filter(pk=cast.lead.pk).update(name="=HYPERLINK(1)")
    response = sign_in(cast.asha).get(at("trail/export/"), {"review": str(cast.review.pk)})
    assert response["Content-Disposition"] == 'attachment; filename="who-has-looked.csv"'
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    head, *lines = csv.reader(io.StringIO(text))
    assert head[0] == "Number"
    assert [line[4] for line in lines] == ["looked at the people register", "added a person to the register"]
    assert lines[1][2] == "'=HYPERLINK(1)"
    event = Event.objects.get(kind="administration.trail_exported")
    assert json.loads(event.detail_json)["events"] == 2


def test_who_can_read_a_review_is_said_with_the_rule_and_until_when(cast, sign_in):
    with open_gate():
        RoleHolding.objects.filter(user=cast.panel).update(ends=timezone.now() + timedelta(days=400))
    page = visit(sign_in(cast.lead), "/reviews/R-2015-01/access/", queries=40)
    listed = {" ".join(row.split()[:2]): row for row in rows(page, "Who can")}
    assert set(listed) == {
        "Asha Fernleigh", "Grace Okonedo-Vale", "Ian Sorrel", "Marcus Thornhill", "Nia Bracken", "Ruth Ellerby",
    }  # fmt: skip
    assert "Panel member The role reaches this review open the review" in listed["Grace Okonedo-Vale"]
    assert "read the merged chronology" in listed["Grace Okonedo-Vale"]
    assert listed["Grace Okonedo-Vale"].split()[-1].isdigit()
    assert listed["Asha Fernleigh"].endswith("no end")
    assert "The role reaches every review of the Board" in listed["Asha Fernleigh"]
    assert "SAAR author (Westmarch Police)" in listed["Ian Sorrel"]
    assert "chronology" not in listed["Ian Sorrel"]


def test_somebody_with_two_roles_is_there_by_each(cast, sign_in):
    holding(cast.asha, roles.PANEL_MEMBER, board=cast.board, review=cast.review)
    listed = rows(visit(sign_in(cast.lead), "/reviews/R-2015-01/access/"), "Who can")
    assert len([row for row in listed if row.startswith("Asha Fernleigh")]) == 2


@pytest.mark.parametrize("role", roles.ROLES.values(), ids=lambda role: role.key)
def test_every_role_has_a_page_to_invite_to_it_with_the_fields_of_its_level(cast, sign_in, at, role):
    """Issue 4.2: all fourteen roles can be given, each by who gives it."""
    by = cast.chair if role.level is roles.Level.BOARD else cast.asha
    other = cast.asha if by is cast.chair else cast.chair
    address = at(f"people/invite/{role.key}/")
    page = visit(sign_in(by), address)
    assert f"They will see {role.sees}. They will never see {role.never_sees}." in words(page.main)
    names = {each["name"] for each in page.main.find_all(["input", "select"]) if not each["name"].startswith("csrf")}
    assert ("review" in names) == (role.level is not roles.Level.BOARD and role is not roles.SUPPORTER)
    assert ("supports" in names) == (role is roles.SUPPORTER)
    assert ("agency" in names) == (role.level is roles.Level.AGENCY)
    assert ("email" in names) != role.comes_once
    assert ({"link_by", "code_by"} <= names) == role.comes_once
    assert sign_in(other).get(address).status_code == 404


def test_an_agency_s_role_needs_its_agency(cast, sign_in, at):
    sent = invite(review=str(cast.review.pk), agency="")
    page = visit(sign_in(cast.asha), at("people/invite/saar_author/"), method="post", data=sent)
    assert "Select the agency they are from" in words(page.select_one(".govuk-error-summary"))


def test_a_role_that_does_not_exist_has_no_page(cast, sign_in, at):
    assert sign_in(cast.asha).get(at("people/invite/queen/")).status_code == 404


def test_a_file_that_nobody_may_download_says_nobody(cast, sign_in, monkeypatch):
    from threadline.administration.queries import readers

    monkeypatch.setattr(readers, "of_document", lambda **_: [])
    document = kept(cast.review, cast.asha)
    assert "Nobody." in words(visit(sign_in(cast.lead), f"/reviews/R-2015-01/access/files/{document.pk}/").main)


def test_who_has_read_a_review_is_for_those_who_may_see_the_trail(cast, sign_in):
    sign_in(cast.panel).get("/reviews/R-2015-01/")
    page = visit(sign_in(cast.asha), "/reviews/R-2015-01/access/")
    assert any("Grace Okonedo-Vale" in row for row in rows(page, "Who has looked, latest first"))
    assert "Who has looked" not in words(visit(sign_in(cast.lead), "/reviews/R-2015-01/access/").main)


def test_who_can_read_a_file_and_who_has(cast, sign_in):
    document = kept(cast.review, cast.asha)
    with open_gate():
        type(document)._base_manager.filter(pk=document.pk).update(agency=cast.police)
    address = f"/reviews/R-2015-01/access/files/{document.pk}/"
    page = visit(sign_in(cast.asha), address)
    listed = rows(page, "Who can")
    assert {row.split()[0] for row in listed} == {"Asha", "Ian", "Marcus"}
    assert "Nobody yet" in words(page.main)
    sign_in(cast.police_author).get(f"/reviews/R-2015-01/files/{document.pk}/")
    page = visit(sign_in(cast.asha), address)
    looked = rows(page, "Who has looked, latest first")
    assert any("Ian Sorrel SAAR author Downloaded a file" in row for row in looked)
    assert sign_in(cast.asha).get(address.replace("R-2015-01", "R-2015-02")).status_code == 404
