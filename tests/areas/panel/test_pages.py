"""The pages of the Panel."""

import pytest

from tests.areas.panel.conftest import fresh
from tests.visit import visit, words
from threadline.panel import method
from threadline.panel.actions import Answer
from threadline.panel.models import Member

pytestmark = pytest.mark.django_db
START = "/reviews/R-2015-01/panel/"
WORKED = {"worked_with": Answer(True, "I visited the home in 2014.")}


def today(**more):
    """The boxes of today's date, as a browser sends them."""
    from django.utils import timezone

    day = timezone.localdate()
    return {"from_on-day": day.day, "from_on-month": day.month, "from_on-year": day.year, "version": 0, **more}


def test_an_empty_panel_says_what_belongs_there_and_which_agencies_have_nobody(cast, sign_in):
    page = visit(sign_in(cast.asha), START, queries=40)
    said = words(page.main)
    assert "The Panel's members belong here" in said
    assert "Nobody sits on the Panel for Larkspur Primary School, Northfield Trust, Westmarch Police." in said
    assert "Marcus Thornhill has the role of Lead Reviewer and no appointment is on record here" in said
    assert page.find("a", string=lambda text: text and "Appoint a Panel member" in text)
    assert "Appoint a Panel member" not in words(visit(sign_in(cast.inspector), START).main)


def test_the_panel_is_one_look_whatever_its_size(cast, sign_in, appoint, sign):
    for number in range(6):
        sign(appoint(name=f"Jo Wren{'abcdef'[number]}", email=f"jo{number}@threadline.example"))
    visit(sign_in(cast.asha), START, queries=42)


def test_appointing_from_the_form(cast, sign_in):
    client = sign_in(cast.asha)
    sent = today(name="Kit Farrow", email="kit@threadline.example", agency=cast.police.pk, service="Public protection")
    page = visit(client, f"{START}appoint/panel_member/", method="post", data=sent, follow=True)
    assert "Kit Farrow is appointed. They are asked to sign" in words(page.main)
    assert "They see nothing of the case for now. The declaration of independence is not signed yet." in words(
        page.main
    )
    page = visit(client, START)
    assert "Westmarch Police, Public protection" in words(page.main)
    assert "Declaration awaited" in words(page.main)


@pytest.mark.parametrize(
    ("post", "sent", "sentence"),
    [
        ("panel_member", {"name": ""}, "Enter the name"),
        ("panel_member", {"name": "Kit", "agency": ""}, "Select the agency they speak for"),
        ("panel_chair", {"name": "Kit"}, "Select the route"),
    ],
)
def test_a_form_that_cannot_be_taken_says_why_and_keeps_what_was_typed(cast, sign_in, post, sent, sentence):
    sent = today(email="kept@threadline.example", **sent)
    page = visit(sign_in(cast.asha), f"{START}appoint/{post}/", method="post", data=sent)
    assert sentence in words(page.select_one(".govuk-error-summary"))
    assert page.find(id="id_email")["value"] == "kept@threadline.example"


def test_what_the_act_refuses_is_said_on_the_form(cast, sign_in, appoint):
    appoint("panel_chair", name="Una Best")
    sent = today(name="Edda Lorne", route="chair_commissioned")
    page = visit(sign_in(cast.asha), f"{START}appoint/panel_chair/", method="post", data=sent)
    assert "Una Best is Panel Chair" in words(page.select_one(".govuk-error-summary"))


def declaration(review, post="panel_member", **other):
    """A declaration as a browser sends it, no to everything but `other`."""
    sent = {f"answer-{each.id}": "no" for each in method.questions(review, post)}
    return {**sent, "true": "on", "signed_name": "Kit Farrow", **other}


def test_a_suspended_member_finds_their_part_signs_and_is_let_in(cast, sign_in, kit):
    client = sign_in(fresh(kit).user)
    assert client.get("/reviews/R-2015-01/").status_code == 404
    assert client.get(START).status_code == 404
    page = visit(client, f"{START}mine/")
    assert "Nothing of the case for now." in words(page.main)
    page = visit(client, f"{START}mine/panel_member/")
    assert "Have you ever worked directly with the child" in words(page.main)
    page = visit(client, f"{START}mine/panel_member/", method="post", data=declaration(cast.review), follow=True)
    assert "so the review is open to you" in words(page.main)
    assert "The register of people and the merged chronology" in words(page.main)
    visit(client, START)


def test_a_declaration_that_is_not_whole_says_what_is_missing(cast, sign_in, kit):
    client = sign_in(fresh(kit).user)
    sent = declaration(cast.review, **{"answer-related": "unsure", "answer-worked_with": "", "true": ""})
    page = visit(client, f"{START}mine/panel_member/", method="post", data=sent)
    summary = words(page.select_one(".govuk-error-summary"))
    for sentence in ("Answer: Have you ever worked directly", "Say more about: Are you, or is anyone", "Confirm that"):
        assert sentence in summary
    sent = declaration(cast.review, signed_name="Asha Fernleigh")
    page = visit(client, f"{START}mine/panel_member/", method="post", data=sent)
    assert "Sign with your own name" in words(page.select_one(".govuk-error-summary"))


def test_what_was_declared_is_read_by_three_roles_only(cast, sign_in, kit, sign):
    sign(kit, **WORKED)
    address = f"{START}{kit.pk}/"
    for who in ("asha", "chair", "panel_chair"):
        assert "I visited the home in 2014." in words(visit(sign_in(getattr(cast, who)), address).main)
    for who in ("lead", "panel", "inspector"):
        page = visit(sign_in(getattr(cast, who)), address)
        assert "I visited" not in words(page.main)
        assert "With the Independent Chair" in words(page.main)


def test_the_chair_decides_on_a_page_that_says_what_follows(cast, sign_in, kit, sign):
    sign(kit, **WORKED)
    client = sign_in(cast.chair)
    page = visit(client, "/")
    assert "Decide whether Kit Farrow may serve" in words(page.main)
    page = visit(client, f"{START}{kit.pk}/override/")
    assert "answered yes" in words(page.main)
    sent = {"because": "", "version": fresh(kit).version}
    page = visit(client, f"{START}{kit.pk}/override/", method="post", data=sent)
    assert "Give the reasons" in words(page.select_one(".govuk-error-summary"))
    sent["because"] = "One visit, years before."
    page = visit(client, f"{START}{kit.pk}/override/", method="post", data=sent, follow=True)
    assert "Kit Farrow may serve" in words(page.main)
    assert "One visit, years before." in words(page.main)


def test_recusing_from_the_page_shuts_an_open_session_out(cast, client, kit, sign):
    from django.test import Client

    member = sign(kit)
    client.force_login(fresh(member).user)
    assert client.get(START).status_code == 200
    chair = Client()
    chair.force_login(cast.chair)
    sent = {"because": "A relative is involved.", "version": fresh(kit).version}
    page = visit(chair, f"{START}{kit.pk}/recuse/", method="post", data=sent, follow=True)
    assert "can no longer open anything of the review" in words(page.main)
    assert "Recused on" in words(page.main)
    for address in (START, "/reviews/R-2015-01/", f"{START}mine/", "/reviews/R-2015-01/people/"):
        assert client.get(address).status_code == 404
    assert chair.get(f"{START}{kit.pk}/override/").status_code == 404


def test_safe_recruitment_from_the_page(cast, sign_in, appoint):
    member = appoint("co_reviewer", name="Ola Penn", route="co_reviewer_commissioned")
    client = sign_in(cast.asha)
    sent = {"check": "identity", "note": "In HR", **{f"seen_on-{part}": value for part, value in DAY.items()}}
    page = visit(client, f"{START}{member.pk}/recruitment/", method="post", data=sent, follow=True)
    assert "1 of 5 checks on record" in words(page.main)
    page = visit(client, f"{START}{member.pk}/recruitment/")
    assert "Seen on 4 January 2016, recorded by Asha Fernleigh" in words(page.main)
    page = visit(client, f"{START}{member.pk}/recruitment/", method="post", data={"check": "identity"})
    assert page.select_one(".govuk-error-summary")


DAY = {"day": "4", "month": "1", "year": "2016"}


def test_a_declaration_on_paper_from_the_page(cast, sign_in, appoint):
    member = appoint()
    sent = declaration(cast.review, version=fresh(member).version, **{f"signed_on-{k}": v for k, v in DAY.items()})
    page = visit(sign_in(cast.asha), f"{START}{member.pk}/paper/", method="post", data=sent, follow=True)
    assert "Signed on 4 January 2016, on paper" in words(page.main)
    stale = visit(sign_in(cast.asha), f"{START}{member.pk}/paper/", method="post", data=sent)
    assert "while this page was open" in words(stale.select_one(".govuk-error-summary"))


def test_changing_and_ending_from_the_pages(cast, sign_in, kit):
    client = sign_in(cast.asha)
    visit(client, f"{START}{kit.pk}/change/")
    sent = today(name="Kit Farrow", agency=cast.health.pk, version=fresh(kit).version)
    page = visit(client, f"{START}{kit.pk}/change/", method="post", data=sent, follow=True)
    assert "Northfield Trust" in words(page.main)
    sent["version"] = 1
    page = visit(client, f"{START}{kit.pk}/change/", method="post", data=sent)
    assert "while this page was open" in words(page.select_one(".govuk-error-summary"))
    sent = {"because": "New job", "version": fresh(kit).version}
    page = visit(client, f"{START}{kit.pk}/end/", method="post", data=sent, follow=True)
    assert "has left the Panel" in words(page.main)
    assert fresh(kit).state == Member.State.LEFT
    sent["version"] = fresh(kit).version
    page = visit(client, f"{START}{kit.pk}/end/", method="post", data=sent)
    assert "no longer on the Panel" in words(page.select_one(".govuk-error-summary"))


def test_the_co_reviewer_s_consideration_from_the_page(cast, sign_in):
    client = sign_in(cast.chair)
    sent = {"needed": "no", "reasons": "One family.", **{f"considered_on-{k}": v for k, v in DAY.items()}}
    page = visit(client, f"{START}co-reviewer/", method="post", data=sent, follow=True)
    assert "no co-reviewer is needed. One family." in words(page.main)
    assert "it was decided that no co-reviewer" in words(visit(client, f"{START}co-reviewer/").main)
    sent["considered_on-year"] = "2999"
    page = visit(client, f"{START}co-reviewer/", method="post", data=sent)
    assert "in the future" in words(page.select_one(".govuk-error-summary"))


def test_work_and_overview_tell_of_the_panel(cast, sign_in, kit, appoint):
    appoint("co_reviewer", name="Ola Penn", route="co_reviewer_commissioned")
    page = visit(sign_in(cast.asha), "/")
    assert "The declaration of Kit Farrow, Panel member" in words(page.main)
    assert "Record the safe recruitment of Ola Penn" in words(page.main)
    page = visit(sign_in(cast.asha), "/reviews/R-2015-01/")
    assert "0 of 2 people appointed to the Panel and its posts can serve." in words(page.main)
    assert "Nobody sits on the Panel for Larkspur Primary School or Northfield Trust." in words(page.main)


def test_a_person_without_a_post_is_told_so(cast, sign_in):
    assert "You hold no post in this review" in words(visit(sign_in(cast.chair), f"{START}mine/").main)


def test_a_role_given_before_shows_what_it_opens_and_offers_the_declaration(cast, sign_in):
    page = visit(sign_in(cast.panel), f"{START}mine/")
    assert "No declaration of yours is on record." in words(page.main)
    assert "No last day is set" in words(page.main)


def test_who_reads_another_review_finds_the_declaration_for_a_new_one_on_the_first_page(cast, sign_in, appoint):
    route = {"skills": ["Writing reports that are short and analytical"]}
    appoint("lead_reviewer", review=cast.second_review, name=cast.lead.name, email=cast.lead.email, **route)
    page = visit(sign_in(cast.lead), "/")
    assert "Sign your declaration of independence as Lead Reviewer" in words(page.main)
    assert cast.second_review.reference in words(page.main)
    part = visit(sign_in(cast.lead), f"/reviews/{cast.second_review.reference}/your-part/")
    assert "Sign your declaration of independence as Lead Reviewer" in words(part.main)
    assert sign_in(cast.lead).get(f"/reviews/{cast.second_review.reference}/").status_code == 404
