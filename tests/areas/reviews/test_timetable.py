"""The timetable: drawn up from the method, agreed, moved; the effect is seen first, the drift is told in words."""

from datetime import date, timedelta

import pytest

from tests.people import everybody
from tests.visit import visit, words
from threadline.access.acting import Denied, Refused
from threadline.access.scope import review_scope
from threadline.notices.models import Notice
from threadline.reviews import actions
from threadline.reviews import queries as reviews
from threadline.reviews.models import DateMoved, Timetable
from threadline.reviews.queries import timetable as queries

pytestmark = pytest.mark.django_db
DECIDED = date(2016, 5, 16)


def fresh(cast):
    with review_scope(cast.review):
        found = Timetable.objects.select_related("review__board").prefetch_related("milestones")
        return found.get(review=cast.review)


def drawn(cast):
    actions.draw_up_timetable(by=cast.asha, review=cast.review, decided_on=DECIDED)
    return fresh(cast)


def agreed(cast):
    table = drawn(cast)
    actions.agree_timetable(by=cast.chair, timetable=table, version=table.version, agreed_on=date(2016, 6, 1))
    return fresh(cast)


def move(cast, key, days, *, by=None, because="waiting for the police timeline", **values):
    table = fresh(cast)
    to = reviews.milestone_dates(review=cast.review)[key] + timedelta(days)
    return actions.move_milestone(
        by=by or cast.asha, timetable=table, version=table.version, key=key, to=to, because=because, **values
    )


def test_every_milestone_of_the_method_gets_a_date_once(cast):
    drawn(cast)
    dates = reviews.milestone_dates(review=cast.review)
    assert len(dates) == 27
    assert dates["decision"] == DECIDED
    with pytest.raises(Refused, match="has a timetable already"):
        actions.draw_up_timetable(by=cast.asha, review=cast.review, decided_on=DECIDED)
    with pytest.raises(Refused, match="after the incident"):
        actions.draw_up_timetable(by=cast.asha, review=cast.second_review, decided_on=date(2015, 1, 1))


def test_a_slip_moves_exactly_what_waits_for_it_and_is_seen_before_it_is_saved(cast):
    agreed(cast)
    before = reviews.milestone_dates(review=cast.review)
    to = before["learning_event"] + timedelta(14)
    with review_scope(cast.review):
        effect = actions.preview(fresh(cast), "learning_event", to)
    assert reviews.milestone_dates(review=cast.review) == before
    move(cast, "learning_event", 14)
    after = reviews.milestone_dates(review=cast.review)
    assert {key for key in after if after[key] != before[key]} == {shift.id for shift in effect.moved}
    assert after["reports_in"] == before["reports_in"]
    assert after["board_presentation"] > before["board_presentation"]


def test_drift_is_told_in_words_with_its_reasons(cast):
    agreed(cast)
    move(cast, "sign_off", 14)
    move(cast, "sign_off", 7, because="the summer recess")
    with review_scope(cast.review):
        shown = queries.shown(fresh(cast), viewer=cast.panel)
    assert shown.drift.days == 21
    assert "is 21 days later than first agreed: 14 from waiting for the police timeline; 7 from the summer recess." in (
        shown.drift.sentence
    )
    assert "the line of six months" in shown.line.sentence


def test_once_agreed_a_change_needs_its_reason_before_it_does_not(cast):
    drawn(cast)
    move(cast, "learning_event", 7, because="")
    with review_scope(cast.review):
        assert not DateMoved.objects.exists()
    table = fresh(cast)
    actions.agree_timetable(by=cast.chair, timetable=table, version=table.version, agreed_on=date(2016, 6, 1))
    with pytest.raises(Refused, match="Say what the change comes from"):
        move(cast, "learning_event", 7, because=" ")
    table = fresh(cast)
    with pytest.raises(Refused, match="agreed already"):
        actions.agree_timetable(by=cast.chair, timetable=table, version=table.version, agreed_on=date(2016, 6, 1))


def test_a_settled_day_stays_and_a_slip_that_reaches_it_is_a_clash(cast):
    agreed(cast)
    move(cast, "board_presentation", 0, fixed=True)
    effect = move(cast, "draft_report", 60)
    assert any("Report presented to the Board is fixed for" in said for said in effect.clashes)
    with review_scope(cast.review):
        assert queries.shown(fresh(cast), viewer=cast.asha).clashes


def test_a_day_on_which_nobody_works_moves_what_stands_on_it(cast):
    agreed(cast)
    before = reviews.milestone_dates(review=cast.review)
    table = fresh(cast)
    effect = actions.close_day(
        by=cast.asha,
        timetable=table,
        version=table.version,
        closed=before["learning_event"],
        because="a day of mourning",
    )
    after = reviews.milestone_dates(review=cast.review)
    assert after["learning_event"] > before["learning_event"]
    assert {key for key in after if after[key] != before[key]} == {shift.id for shift in effect.moved}
    table = fresh(cast)
    with pytest.raises(Refused, match="nothing is planned"):
        actions.close_day(by=cast.asha, timetable=table, version=table.version, closed=date(2016, 12, 26), because="x")


def test_what_was_reached_is_on_its_day_and_cannot_be_moved(cast):
    agreed(cast)
    table = fresh(cast)
    on = date(2016, 5, 20)
    told = {"by": cast.asha, "timetable": table, "version": table.version, "key": "agencies_tasked", "because": "x"}
    actions.move_milestone(to=on, done=True, **told)
    assert reviews.milestone_dates(review=cast.review)["agencies_tasked"] == on
    with pytest.raises(Refused, match="was done on"):
        move(cast, "agencies_tasked", 3)


def test_a_further_meeting_is_fitted_in_and_moves_with_what_it_comes_after(cast):
    agreed(cast)
    dates = reviews.milestone_dates(review=cast.review)
    table = fresh(cast)
    told = {"by": cast.asha, "title": "Third panel meeting", "lane": "panel", "after": ["outcomes_meeting"]}
    with pytest.raises(Refused, match="cannot come before"):
        actions.add_milestone(timetable=table, version=table.version, to=dates["decision"], **told)
    made = actions.add_milestone(
        timetable=table, version=table.version, to=dates["outcomes_meeting"] + timedelta(7), **told
    )
    after = reviews.milestone_dates(review=cast.review)
    assert {key: after[key] for key in dates} == dates
    move(cast, "outcomes_meeting", 30)
    assert reviews.milestone_dates(review=cast.review)[made.key] >= dates["outcomes_meeting"] + timedelta(30)


def test_two_who_move_dates_at_once_do_not_overwrite_each_other(cast):
    table = agreed(cast)
    move(cast, "learning_event", 7)
    with pytest.raises(actions.Overtaken, match="changed the timetable"):
        actions.move_milestone(
            by=cast.lead, timetable=table, version=table.version, key="sign_off", to=date(2017, 1, 9), because="x"
        )


def test_who_may_agree_and_who_may_move(cast):
    everybody(cast)
    table = drawn(cast)
    for who in ("asha", "lead", "co_reviewer", "panel", "police_author", "board_member", "other_manager"):
        with pytest.raises(Denied):
            actions.agree_timetable(
                by=getattr(cast, who), timetable=table, version=table.version, agreed_on=date(2016, 6, 1)
            )
    for who in ("chair", "panel", "police_author", "inspector", "board_member"):
        with pytest.raises(Denied):
            move(cast, "learning_event", 7, by=getattr(cast, who))
    actions.agree_timetable(by=cast.panel_chair, timetable=table, version=table.version, agreed_on=date(2016, 6, 1))


def test_a_date_is_moved_in_the_browser_after_its_effect_was_seen_and_the_people_are_told(cast, sign_in):
    agreed(cast)
    base = "/reviews/R-2015-01/timetable/"
    page = visit(sign_in(cast.asha), f"{base}milestones/learning_event/")
    assert "Planned for" in words(page.main)
    asked = "?what=plan&to-day=5&to-month=12&to-year=2016"
    page = visit(sign_in(cast.asha), f"{base}milestones/learning_event/{asked}")
    assert "Report presented to the Board moves from" in words(page.main)
    assert "Marcus Thornhill (Lead Reviewer)" in words(page.main)
    version = page.find("input", {"name": "version"})["value"]
    sent = {"version": version, "because": ""}
    page = visit(sign_in(cast.asha), f"{base}milestones/learning_event/{asked}", method="post", data=sent)
    assert "Say what the change comes from" in words(page.select_one(".govuk-error-summary"))
    sent["because"] = "waiting for the trial"
    page = visit(sign_in(cast.asha), f"{base}milestones/learning_event/{asked}", method="post", data=sent, follow=True)
    assert "from waiting for the trial." in words(page.main)
    told = Notice.objects.filter(kind="date-moved")
    assert {notice.user for notice in told} == {cast.lead, cast.panel, cast.police_author, cast.health_author}
    bar = words(page.select_one(".tl-identity"))
    assert "past the six-month line" in bar
    page = visit(sign_in(cast.police_author), base, queries=45)
    assert page.main.find("svg")
    assert len(page.main.select("table")[0].tbody.find_all("tr")) == 27
    assert page.main.find("a", href=f"{base}milestones/learning_event/") is None


def test_a_timetable_is_drawn_up_and_agreed_in_the_browser(cast, sign_in):
    base = "/reviews/R-2015-01/timetable/"
    assert "The timetable of the review belongs here" in words(visit(sign_in(cast.asha), base).main)
    typed = {"decided_on-day": "16", "decided_on-month": "5", "decided_on-year": "2016"}
    page = visit(sign_in(cast.asha), f"{base}draw-up/", method="post", data=typed, follow=True)
    assert "These dates are proposed" in words(page.main)
    page = visit(sign_in(cast.chair), f"{base}agree/")
    version = page.find("input", {"name": "version"})["value"]
    typed = {
        "version": version,
        "agreed_on-day": "1",
        "agreed_on-month": "6",
        "agreed_on-year": "2016",
        "meeting": "it",
    }
    page = visit(sign_in(cast.chair), f"{base}agree/", method="post", data=typed, follow=True)
    assert "is on the day first agreed" in words(page.main)
    page = visit(sign_in(cast.lead), f"{base}add/")
    version = page.find("input", {"name": "version"})["value"]
    typed = {
        "version": version,
        "title": "Extra meeting",
        "lane": "panel",
        "to-day": "1",
        "to-month": "9",
        "to-year": "2016",
    }
    page = visit(sign_in(cast.lead), f"{base}add/", method="post", data=typed, follow=True)
    assert "“Extra meeting” is in the timetable" in words(page.main)
    page = visit(sign_in(cast.lead), f"{base}closed/?closed-day=1&closed-month=9&closed-year=2016")
    assert "Extra meeting moves from 1 September 2016 to 2 September 2016" in words(page.main)
    version = page.find("input", {"name": "version"})["value"]
    sent = {"version": version, "because": "a day of mourning"}
    page = visit(
        sign_in(cast.lead), f"{base}closed/?closed-day=1&closed-month=9&closed-year=2016", method="post", data=sent,
        follow=True,
    )  # fmt: skip
    assert "1 September 2016 is not a working day" in words(page.main)
