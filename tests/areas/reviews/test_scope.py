"""The scope: prepared, proposed by one person, agreed by another; every change a version with who, when and why."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.people import everybody
from tests.visit import visit, words
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.agencies.models import Agency
from threadline.audit.models import Event
from threadline.reviews import actions
from threadline.reviews.actions import opening, written
from threadline.reviews.actions.opening import Dates
from threadline.reviews.models import ContributingAgency, Review, Scope
from threadline.reviews.queries import scope as queries

pytestmark = pytest.mark.django_db
DATES = Dates(date(2015, 9, 30), date(2014, 10, 1), date(2015, 9, 30))
WHOLE = (
    written.Period(DATES),
    written.Proportion("Nine agencies.", "Two children.", "It asks why, of all of them."),
    written.History([written.Point("An injury in 2012.", "The hospital.", "Nobody was told.")]),
    written.Questions(["Was the child seen?", " ", "Who knew of the injury?"]),
    written.Sources([written.Source("Eastmarch Board", "Its own records.", is_board=True)]),
)


def write(by, scope, *several):
    for said in several:
        scope = actions.write_scope(by=by, scope=scope, version=scope.version, said=said)
    return scope


def prepared(cast, agencies=None, review=None):
    scope = actions.begin_scope(by=cast.asha, review=review or cast.review)
    agencies = written.Agencies(agencies or {cast.police: "Called out.", cast.health: "Births."}, {})
    return write(cast.asha, scope, *WHOLE, agencies)


def propose(by, scope, because="What the threshold meeting found."):
    return actions.propose_scope(by=by, scope=scope, version=scope.version, because=because)


def agree(by, scope, **values):
    day = values.pop("agreed_on", timezone.localdate())
    return actions.agree_scope(by=by, scope=scope, version=scope.version, agreed_on=day, **values)


def first(cast):
    return agree(cast.chair, propose(cast.asha, prepared(cast)), meeting="the threshold meeting")


def agencies(review):
    with review_scope(review):
        return [each.agency.name for each in ContributingAgency.objects.select_related("agency")]


def test_the_first_scope_is_begun_from_what_the_review_was_opened_with(cast):
    scope = actions.begin_scope(by=cast.asha, review=cast.review)
    assert (scope.number, scope.state, scope.period_from) == (1, "draft", date(2014, 9, 1))
    with review_scope(cast.review):
        assert scope.agencies.count() == 3
    with pytest.raises(Refused, match="Version 1 is being prepared"):
        actions.begin_scope(by=cast.lead, review=cast.review)


def test_while_none_is_agreed_the_review_goes_by_what_is_being_prepared(cast):
    write(cast.asha, prepared(cast), written.Agencies({cast.police: "Called out."}, {"Turnaround": "Treated her."}))
    assert agencies(cast.review) == ["Turnaround", "Westmarch Police"]
    assert Review.objects.get(pk=cast.review.pk).period_from == date(2014, 10, 1)


@pytest.mark.parametrize(
    ("start", "reason", "sentence"),
    [
        (date(2014, 9, 29), "", "Record the exceptional reason"),
        (date(2013, 9, 29), "The family moved here then.", "cannot start more than 24 months before"),
        (date(2015, 10, 1), "", "before it starts"),
    ],
)
def test_a_period_that_may_not_be_agreed_cannot_be_written(cast, start, reason, sentence):
    scope = actions.begin_scope(by=cast.asha, review=cast.review)
    with pytest.raises(Refused, match=sentence):
        write(cast.asha, scope, written.Period(Dates(date(2015, 9, 30), start, date(2015, 9, 30), reason)))
    write(cast.asha, scope, written.Period(Dates(date(2015, 9, 30), date(2013, 9, 30), date(2015, 9, 30), "Moved.")))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (written.History([written.Point("Known", "", "So")]), "who knew"),
        (written.History([written.Point("A", "B", "C")], none=True), "Either write the key points"),
        (written.Sources([written.Source("GP", " ")]), "how it will contribute"),
        (written.Sources([written.Source("GP", "Notes", is_board=True)], no_other_boards=True), "Either name other"),
    ],
)
def test_what_says_half_or_both_is_refused(cast, said, sentence):
    with pytest.raises(Refused, match=sentence):
        write(cast.asha, actions.begin_scope(by=cast.asha, review=cast.review), said)


def test_an_agency_of_another_board_or_one_that_sent_a_file_is_not_left_out_or_in(cast, monkeypatch):
    scope = actions.begin_scope(by=cast.asha, review=cast.review)
    with pytest.raises(Refused, match="not an agency of this Board"):
        write(cast.asha, scope, written.Agencies({cast.other_agency: "Why"}, {}))
    monkeypatch.setattr(opening, "has_sent", [lambda review, agency: agency == cast.health])
    with pytest.raises(Refused, match="Northfield Trust has sent a file"):
        write(cast.asha, scope, written.Agencies({cast.police: "Why"}, {}))


def test_a_new_agency_of_the_board_is_made_once(cast):
    scope = actions.begin_scope(by=cast.asha, review=cast.review)
    for _ in range(2):
        scope = write(cast.asha, scope, written.Agencies({}, {"Turnaround": "Treated her."}))
    assert Agency.objects.filter(name="Turnaround").count() == 1


def test_a_scope_is_proposed_whole_and_for_a_reason(cast):
    scope = actions.begin_scope(by=cast.asha, review=cast.review)
    with pytest.raises(Refused, match=r"how large and how complex.*Say why each agency.*questions.*key points"):
        propose(cast.asha, scope)
    scope = write(cast.asha, scope, *WHOLE, written.Agencies({cast.police: "Called out."}, {}))
    with pytest.raises(Refused, match="Say why the scope is this"):
        propose(cast.asha, scope, because=" ")
    assert propose(cast.asha, scope).state == "proposed"


def test_whoever_proposed_a_scope_does_not_agree_it(cast):
    everybody(cast)
    scope = propose(cast.panel_chair, prepared(cast))
    with pytest.raises(Refused, match="Somebody else agrees it"):
        agree(cast.panel_chair, scope)
    for who in ("asha", "lead", "panel", "police_author", "board_member", "other_manager"):
        with pytest.raises(Denied):
            agree(getattr(cast, who), scope)
    with pytest.raises(Refused, match="today or earlier"):
        agree(cast.chair, scope, agreed_on=timezone.localdate() + timedelta(1))
    assert agree(cast.chair, scope).agreed_by == cast.chair


def test_what_is_agreed_is_never_written_again_and_a_change_is_a_version(cast):
    one = first(cast)
    with pytest.raises(actions.Overtaken, match="It is agreed now"):
        write(cast.asha, one, WHOLE[1])
    two = actions.begin_scope(by=cast.lead, review=cast.review)
    assert (two.number, two.scale) == (2, "Nine agencies.")
    two = write(cast.lead, two, written.Agencies({cast.police: "Called out."}, {}))
    assert agencies(cast.review) == ["Northfield Trust", "Westmarch Police"]
    agree(cast.chair, propose(cast.lead, two, because="Health had no contact."))
    assert agencies(cast.review) == ["Westmarch Police"]
    with review_scope(cast.review):
        assert Scope.objects.get(number=1).agencies.count() == 2
    kinds = [event.kind for event in Event.objects.all() if event.kind.startswith("reviews.scope_")]
    assert kinds.count("reviews.scope_begun") == kinds.count("reviews.scope_agreed") == 2


def test_a_scope_is_sent_back_or_set_aside_with_a_reason(cast):
    scope = propose(cast.asha, prepared(cast))
    with pytest.raises(Refused, match="what is to be changed"):
        actions.return_scope(by=cast.chair, scope=scope, version=scope.version, because=" ")
    scope = actions.return_scope(by=cast.chair, scope=scope, version=scope.version, because="Too short a period.")
    with pytest.raises(Refused, match="nothing to go back to"):
        actions.set_aside_scope(by=cast.asha, scope=scope, version=scope.version, because="No.")
    agree(cast.chair, propose(cast.asha, scope))
    two = actions.begin_scope(by=cast.asha, review=cast.review)
    with pytest.raises(Refused, match="Say why this version"):
        actions.set_aside_scope(by=cast.asha, scope=two, version=two.version, because=" ")
    actions.set_aside_scope(by=cast.asha, scope=two, version=two.version, because="Begun by mistake.")
    assert queries.agreed(cast.review).number == 1
    assert actions.begin_scope(by=cast.asha, review=cast.review).number == 3


def test_two_who_write_at_once_do_not_overwrite_each_other(cast):
    scope = prepared(cast)
    write(cast.lead, scope, written.Questions(["Mine?"]))
    with pytest.raises(actions.Overtaken, match="Somebody changed version 1"):
        write(cast.asha, scope, written.Questions(["Yours?"]))


def test_an_agency_s_author_sees_the_period_the_questions_and_why_the_agency_and_no_more(cast, sign_in):
    first(cast)
    told = words(visit(sign_in(cast.health_author), "/reviews/R-2015-01/scope/").main)
    assert "Was the child seen?" in told
    assert "Births." in told
    assert "Called out." not in told
    assert "injury" not in told.replace("Who knew of the injury?", "")
    sign_in(cast.health_author)
    assert sign_in(cast.health_author).get("/reviews/R-2015-01/scope/1/").status_code == 404


def days(**values):
    return {
        f"{name}-{part}": text
        for name, day in values.items()
        for part, text in zip(("day", "month", "year"), day.split(), strict=True)
    }


def test_a_scope_is_prepared_proposed_and_agreed_in_the_browser(cast, sign_in):
    base = "/reviews/R-2015-01/scope/"
    assert "Prepare the first scope" in words(visit(sign_in(cast.asha), base).main)
    page = visit(sign_in(cast.asha), f"{base}begin/", method="post", follow=True)
    assert "Before it can be proposed" in words(page.main)

    def save(part, **typed):
        client = sign_in(cast.asha)
        page = visit(client, f"{base}1/parts/{part}/")
        version = page.find("input", {"name": "version"})["value"]
        return visit(client, f"{base}1/parts/{part}/", method="post", data={"version": version, **typed}, follow=True)

    page = save("period", **days(incident_on="30 9 2015", period_from="1 1 2011", period_to="30 9 2015"))
    assert "cannot start more than 24 months" in words(page.select_one(".govuk-error-summary"))
    save("period", **days(incident_on="30 9 2015", period_from="1 10 2014", period_to="30 9 2015"), period_reason="")
    save("proportion", scale="Large", complexity="Yes", why_this_form="Because")
    pk = str(cast.police.pk)
    page = save("agencies", agencies=[pk])
    assert "Say why Westmarch Police must contribute" in words(page.select_one(".govuk-error-summary"))
    save("agencies", agencies=[pk], **{f"why_{pk}": "Called out."}, new_name="Turnaround", new_why="Treated her.")
    save("questions", questions="Was the child seen?\r\nWhy?")
    page = save("history", count="1", more="yes", known_0="An injury")
    assert [words(each) for each in page.main.find_all("h2")] == ["Key point 1", "Key point 2"]
    assert words(page.find(id="id_known_0")) == "An injury"
    page = save("history", count="1", known_0="An injury", who_knew_0="", influence_0="")
    assert "Say who knew" in words(page.select_one(".govuk-error-summary"))
    save("history", count="1", known_0="An injury", who_knew_0="The hospital", influence_0="None")
    page = save("sources", count="2", name_0="GP", contributes_0="Notes", name_1="", no_other_boards="on")
    assert "None is concerned." in words(page.main)
    page = visit(sign_in(cast.asha), f"{base}1/propose/")
    version = page.find("input", {"name": "version"})["value"]
    page = visit(
        sign_in(cast.asha), f"{base}1/propose/", method="post", data={"version": version, "because": "So."}, follow=True
    )
    assert "Version 1 is proposed" in words(page.main)
    page = visit(sign_in(cast.chair), f"{base}1/decide/")
    version = page.find("input", {"name": "version"})["value"]
    page = visit(sign_in(cast.chair), f"{base}1/decide/", method="post", data={"version": version, "decision": "agree"})
    assert "Enter the day on which it was agreed" in words(page.select_one(".govuk-error-summary"))
    typed = {"version": version, "decision": "agree", **days(agreed_on="1 3 2016"), "meeting": "the threshold meeting"}
    page = visit(sign_in(cast.chair), f"{base}1/decide/", method="post", data=typed, follow=True)
    assert "agreed by Ruth Ellerby on 1 March 2016 at the threshold meeting." in words(page.main)
    assert "agreed by Ruth Ellerby" in words(visit(sign_in(cast.panel), base, queries=45).main)


def test_two_versions_are_compared_with_the_differences_marked(cast, sign_in):
    first(cast)
    two = actions.begin_scope(by=cast.asha, review=cast.review)
    write(
        cast.asha, two, written.Questions(["Was the child seen alone?", "Who knew of the injury?"]),
        written.Agencies({cast.police: "Called out.", cast.school: "Taught her."}, {}),
    )  # fmt: skip
    page = visit(sign_in(cast.panel), "/reviews/R-2015-01/scope/2/changes/")
    assert [words(each) for each in page.main.find_all("ins")][1:] == ["Taught her.", "seen alone?"]
    assert "Births." in [words(each) for each in page.main.find_all("del")]
    assert "Northfield Trust (taken out)" in words(page.main)
    assert sign_in(cast.panel).get("/reviews/R-2015-01/scope/1/changes/").status_code == 404
    assert "Version 1 compared with version 2" in words(
        visit(sign_in(cast.panel), "/reviews/R-2015-01/scope/1/changes/?with=2").h1
    )
