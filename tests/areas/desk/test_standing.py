"""Where a review stands against every requirement: the task list, the position statement, one requirement (W.b)."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.people import holding
from tests.visit import visit, words
from threadline.access import roles
from threadline.access.gate import open_gate
from threadline.agencies.models import Agency
from threadline.audit.models import Event
from threadline.desk import standing
from threadline.desk.standing import where_it_stands
from threadline.domain.framework.holding import ActiveHold
from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.position import Status
from threadline.domain.framework.registry import CHECKS
from threadline.reviews import actions, circumstances
from threadline.reviews.method import pack_of
from threadline.reviews.models import ContributingAgency

pytestmark = pytest.mark.django_db
HOME = "/reviews/R-2015-01/"


@pytest.fixture
def checks(monkeypatch):
    """The checks there are, made by the test alone."""
    made = {}
    monkeypatch.setattr(CHECKS, "_checks", made)
    return made


@pytest.fixture
def dates(monkeypatch):
    """The days of the milestones, made by the test alone."""
    made = {}
    monkeypatch.setattr(circumstances, "milestone_dates", lambda *, review: made)
    return made


def says(outcome):
    return lambda review: outcome


def status_of(cast, requirement, who="asha"):
    found = where_it_stands(review=cast.review, viewer=getattr(cast, who))
    return found.line(requirement)


def test_every_requirement_of_the_pack_is_on_the_page_with_its_status_and_reason(cast, sign_in):
    page = visit(sign_in(cast.asha), HOME)
    shown = [words(row.select_one(".tl-row__id a")).split()[0] for row in page.select(".tl-row")]
    assert sorted(shown) == sorted(requirement.id for requirement in pack_of(cast.review).requirements)
    for row in page.select(".tl-row"):
        assert words(row.select_one(".tl-row__state"))
        assert words(row.select_one(".tl-row__why"))


def test_what_no_area_can_tell_yet_is_never_called_due(cast, checks):
    found = where_it_stands(review=cast.review, viewer=cast.asha)
    assert found.position.counts()[Status.NOT_SUPPORTED] == len(found.position.standings) == 86
    assert "Threadline cannot tell yet about 86" in found.position.headline


def test_done_due_late_held_waived_and_beside_the_point_each_say_why(cast, checks, dates, monkeypatch):
    today = timezone.localdate()
    for name in ("decision_recorded", "period_agreed", "contributors_identified", "proportionality_recorded"):
        checks[f"threshold.{name}"] = says(Outcome.not_met(f"{name} is wanting.", link=f"{HOME}change/"))
    checks["threshold.scope_versioned"] = says(Outcome.met("It is.", on=date(2015, 11, 2)))
    checks["panel.co_reviewer_considered"] = says(Outcome.not_applicable("There is no co-reviewer."))
    checks["family.notified"] = says(Outcome.not_met("Nobody was told."))
    dates.update(decision=today - timedelta(days=3), initial_panel=today + timedelta(days=9))
    hold = ActiveHold(frozenset({"family.contact"}), date(2015, 11, 1), "The police ask that nobody is told.")
    monkeypatch.setattr(circumstances, "active_holds", lambda *, review: (hold,))
    actions.waive(by=cast.chair, review=cast.review, requirement="2.1.e", reason="They are all known.")
    told = {name: status_of(cast, name) for name in ("2.1.a", "2.1.c", "2.1.e", "2.1.i", "2.2.d", "2.5.b")}
    assert {name: line.tone for name, line in told.items()} == {
        "2.1.a": "late", "2.1.c": "due", "2.1.e": "waiting", "2.1.i": "done", "2.2.d": "plain", "2.5.b": "held",
    }  # fmt: skip
    assert "3 days ago" in told["2.1.a"].why
    assert told["2.1.c"].status.startswith("Due ")
    assert "They are all known." in told["2.1.e"].why
    assert "Done on 2 November 2015. It is." in told["2.1.i"].why
    assert "There is no co-reviewer." in told["2.2.d"].why
    assert "The police ask that nobody is told." in told["2.5.b"].why


def test_a_stage_that_is_not_open_says_what_opens_it_and_its_rows_can_wait(cast, checks):
    checks["threshold.decision_recorded"] = says(Outcome.not_met("Not decided."))
    checks["panel.members_represent_agencies"] = says(Outcome.not_met("Nobody is appointed."))
    line = status_of(cast, "2.2.a")
    assert "It can start when “Review Panel” opens." in line.why
    found = where_it_stands(review=cast.review, viewer=cast.asha)
    group = next(group for group in found.groups if group.id == "panel")
    assert (group.state, group.open) == ("to open", False)
    assert "“Threshold meeting and initial scope” is closed" in group.said
    assert found.now == "Under way: Threshold meeting and initial scope."


def test_the_filters_show_what_is_mine_to_do_and_what_is_late(cast, checks, dates, sign_in):
    checks["threshold.decision_recorded"] = says(Outcome.not_met("Not decided."))
    checks["threshold.contributors_identified"] = says(Outcome.not_met("Nobody is named."))
    checks["reviews.pack_pinned"] = says(Outcome.met("It is."))
    dates["decision"] = date(2015, 10, 1)

    def rows(who, show):
        page = visit(sign_in(who), f"{HOME}?show={show}")
        assert all(stage.has_attr("open") for stage in page.select(".tl-stage"))
        return [words(row.select_one(".tl-row__id a")).split()[0] for row in page.select(".tl-row")]

    assert rows(cast.asha, "mine") == ["2.1.e"]
    assert rows(cast.chair, "mine") == ["2.1.a"]
    assert rows(cast.asha, "late") == ["2.1.a"]
    page = visit(sign_in(cast.asha), HOME)
    assert "All (86) Mine to do (1) Late (1)" in words(page.select_one(".tl-choices"))
    checks["threshold.decision_recorded"] = says(Outcome.met())
    assert "Nothing is late" in words(visit(sign_in(cast.asha), f"{HOME}?show=late").main)


def test_a_role_held_in_another_review_makes_nothing_mine(cast, checks):
    checks["family.members_identified"] = says(Outcome.not_met("Nobody is named."))
    holding(cast.panel, roles.LEAD_REVIEWER, board=cast.board, review=cast.second_review)
    found = where_it_stands(review=cast.review, viewer=cast.panel, show="mine")
    assert found.groups == ()


def test_a_link_is_shown_to_whoever_may_follow_it(cast, checks):
    for name in ("decision_recorded", "period_agreed", "contributors_identified"):
        link = {"decision_recorded": f"{HOME}people/add/?a=1#b", "period_agreed": f"{HOME}chronology/merged/"}.get(
            name, "/no/"
        )
        checks[f"threshold.{name}"] = says(Outcome.not_met("Wanting.", link=link))
    assert status_of(cast, "2.1.a").href == f"{HOME}people/add/?a=1#b"
    assert status_of(cast, "2.1.a", "panel").href == ""
    assert status_of(cast, "2.1.c", "panel").href == f"{HOME}chronology/merged/"
    assert status_of(cast, "2.1.e").href == ""


@pytest.mark.parametrize("who", ["police_author", "second_lead", "other_manager", "outsider"])
def test_who_is_not_on_the_review_s_panel_or_board_is_told_nothing(cast, who):
    assert where_it_stands(review=cast.review, viewer=getattr(cast, who)) is None


def test_an_author_s_overview_says_nothing_of_where_the_review_stands(cast, sign_in):
    page = visit(sign_in(cast.police_author), HOME)
    assert "against the method" not in words(page.main)
    assert sign_in(cast.police_author).get(f"{HOME}position/").status_code == 404


@pytest.mark.parametrize("role", [roles.BOARD_MEMBER, roles.INSPECTOR])
def test_board_members_and_inspectors_read_the_position_statement(cast, sign_in, role):
    review = cast.review if role is roles.INSPECTOR else None
    holding(cast.outsider, role, board=cast.board, review=review)
    page = visit(sign_in(cast.outsider), f"{HOME}position/")
    assert "of 86 requirements " in words(page.main)
    assert "Westmarch LSCB, as it stands on " in words(page.main)
    assert len(page.select("main tbody tr")) == 86
    assert Event.objects.filter(kind="desk.position_read", review=str(cast.review.pk)).exists()
    assert sign_in(cast.outsider).get(f"{HOME}position/2.1.a/waive/").status_code == 404


def test_the_statement_in_word_holds_every_row_and_nothing_of_its_maker(cast, sign_in):
    answer = sign_in(cast.chair).get(f"{HOME}position/word/")
    assert "R-2015-01 position statement" in answer["Content-Disposition"]
    parts = zipfile.ZipFile(io.BytesIO(answer.content))
    text = parts.read("word/document.xml").decode()
    assert all(f">{requirement.id}<" in text for requirement in pack_of(cast.review).requirements)
    core = parts.read("docProps/core.xml").decode()
    assert "creator" not in core
    assert "Ellerby" not in "".join(parts.read(name).decode() for name in parts.namelist())


def test_the_page_asks_the_database_as_often_for_many_agencies_as_for_few(cast, sign_in):
    client = sign_in(cast.asha)
    visit(client, HOME)
    few = _asked(client, HOME)
    with open_gate():
        for number in range(12):
            agency = Agency.objects.create(board=cast.board, name=f"Agency {number}")
            ContributingAgency(review=cast.review, agency=agency).save()
    assert _asked(client, HOME) <= few <= 80
    assert _asked(client, "/") <= 110


def _asked(client, address):
    with CaptureQueriesContext(connection) as watched:
        assert client.get(address).status_code == 200
    return len(watched)


def test_a_requirement_s_page_says_what_it_asks_who_does_it_and_who_may_waive_it(cast, sign_in):
    page = visit(sign_in(cast.asha), f"{HOME}position/2.3.b/")
    told = words(page.main)
    assert "The meeting agrees the merged timeline" in told
    assert "Who does it Panel member" in told
    assert "Part of Initial panel meeting" in told
    assert "Decided by a meeting The Panel confirms the key events" in told
    assert "Who may waive it Independent Chair of the Board, with a reason" in told or "Who may waive it Nobody" in told
    assert sign_in(cast.asha).get(f"{HOME}position/9.9/").status_code == 404


def test_a_requirement_is_waived_and_the_waiver_withdrawn_from_its_page(cast, sign_in):
    client = sign_in(cast.chair)
    assert "Waive this requirement" in words(visit(client, f"{HOME}position/2.1.e/").main)
    page = visit(client, f"{HOME}position/2.1.e/waive/", method="post", data={"reason": ""})
    assert page.select_one(".govuk-error-summary")
    page = visit(client, f"{HOME}position/2.1.e/waive/", method="post", data={"reason": "All are known."}, follow=True)
    assert "Requirement 2.1.e is waived" in words(page.main)
    assert "Waived by the Independent Chair of the Board" in words(page.main)
    page = visit(client, f"{HOME}position/2.1.e/waive/", method="post", data={"reason": "Again."})
    assert "waived already" in words(page.select_one(".govuk-error-summary"))
    back = visit(client, f"{HOME}position/2.1.e/").main.find("a", string="Withdraw this waiver")["href"]
    assert visit(client, back, method="post", data={"reason": ""}).select_one(".govuk-error-summary")
    page = visit(client, back, method="post", data={"reason": "One was missed."}, follow=True)
    assert "Withdrawn on" in words(page.main)
    assert "Waived" not in words(page.select_one(".govuk-tag"))
    assert client.get(back).status_code == 404


def test_who_may_not_waive_is_told_who_may(cast, sign_in):
    page = visit(sign_in(cast.asha), f"{HOME}position/2.1.e/waive/")
    assert "The method leaves that to the Independent Chair of the Board" in words(page.main)
    assert page.main.find("form") is None
    page = visit(sign_in(cast.asha), f"{HOME}position/2.1.e/waive/", method="post", data={"reason": "Because."})
    assert "Only the Independent Chair of the Board may waive 2.1.e" in words(page.select_one(".govuk-error-summary"))
    assert "leaves that to nobody" in words(visit(sign_in(cast.chair), f"{HOME}position/2.1.a/waive/").main)
    assert sign_in(cast.panel).get(f"{HOME}position/2.1.e/waive/").status_code == 404


def test_counts_are_told_in_the_order_of_the_statuses():
    assert standing.counted([Status.LATE, Status.DONE, Status.LATE]) == "1 done, 2 late"
