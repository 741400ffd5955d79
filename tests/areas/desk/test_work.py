"""My work: what is to do, what is waited for, what changed since one was last here."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.access.crawl import CSV
from tests.visit import visit, words
from threadline.access.gate import open_gate
from threadline.access.scope import review_scope
from threadline.audit import trail
from threadline.audit.models import Event
from threadline.chronology import actions as timelines
from threadline.desk import queries
from threadline.reviews import frame
from threadline.reviews.frame import Changed, Next
from threadline.reviews.models import ContributingAgency

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(monkeypatch):
    """What areas tell, made by the test alone."""
    for name in ("nexts", "changes"):
        monkeypatch.setattr(frame, name, [])
    return frame


@pytest.fixture
def police_file(cast):
    """A timeline that the police's author sent, read."""
    with review_scope(cast.review):
        contributor = cast.review.contributors.select_related("agency", "review").get(agency=cast.police)
    file = timelines.receive_from(
        by=cast.police_author, contributor=contributor, name="timeline.csv", data=CSV.encode(), token="form-1"
    )
    timelines.read_now(str(file.pk))
    return file


def parts(page):
    """The page's lists: {heading: words of what stands below it}."""
    found = {}
    for heading in page.main.find_all("h2"):
        below = []
        for each in heading.find_next_siblings():
            if each.name == "h2":
                break
            below.append(words(each))
        found[words(heading)] = " ".join(below)
    return found


def test_it_is_the_first_page_and_says_kindly_when_there_is_nothing(cast, sign_in):
    page = visit(sign_in(cast.outsider), "/", queries=20)
    assert words(page.h1) == "My work"
    assert "Nothing waits for you" in parts(page)["To do"]
    assert "You are not waiting for anybody" in parts(page)["Waiting for others"]
    assert "You are not part of a review at present" in words(page.main)


def test_a_manager_checks_what_came_and_waits_for_what_did_not(cast, sign_in, police_file):
    shown = parts(visit(sign_in(cast.asha), "/"))
    assert "Check the file from Westmarch Police" in shown["To do"]
    assert "timeline.csv. 1 row needs you." in shown["To do"]
    assert "The timeline of Larkspur Primary School" in shown["Waiting for others"]
    assert "R-2015-02" in shown["Your reviews"]


def test_an_author_is_asked_for_the_own_agency_s_timeline_and_no_other(cast, sign_in):
    shown = parts(visit(sign_in(cast.health_author), "/"))
    assert "Send the timeline of Northfield Trust" in shown["To do"]
    assert "Late" in shown["To do"]
    assert "Westmarch Police" not in words(visit(sign_in(cast.health_author), "/").main)


def test_a_panel_member_has_nothing_to_do_with_files_being_checked(cast, sign_in, police_file):
    assert "Nothing waits for you" in parts(visit(sign_in(cast.panel), "/"))["To do"]


def test_what_is_late_comes_first_then_what_is_due_first(cast, told):
    today = timezone.localdate()
    told.nexts.append(
        lambda review, viewer: [
            Next("whenever"),
            Next("next week", due=today + timedelta(days=7)),
            Next("tomorrow", due=today + timedelta(days=1)),
            Next("late for a week", tone="late", due=today - timedelta(days=7)),
            Next("late for a month", tone="late", due=today - timedelta(days=30)),
        ]
    )
    titles = [item.what.title for item in queries.work(viewer=cast.lead).todo]
    assert titles == ["late for a month", "late for a week", "tomorrow", "next week", "whenever"]


def test_who_was_never_here_is_told_of_the_last_week(cast, told):
    now = timezone.now()
    told.changes.append(
        lambda review, viewer, since: [Changed(now, f"{round((now - since).total_seconds() / 3600)} hours", "")]
    )
    work = queries.work(viewer=cast.lead)
    assert (work.since, [each.sentence for each in work.changed]) == (None, ["168 hours"])


def test_who_was_here_before_is_told_what_changed_since_the_last_thing_they_did(cast, told):
    who = str(cast.lead.pk)
    trail.record("accounts.signed_in", actor=who)
    last = trail.record("reviews.listed", actor=who)
    trail.record("accounts.signed_in", actor=str(cast.asha.pk))
    trail.record("accounts.signed_in", actor=who)
    trail.record("desk.work_seen", actor=who)
    assert queries.last_here(viewer=cast.lead) == last.at
    assert queries.last_here(viewer=cast.asha) is None
    asked = []
    told.changes.append(lambda review, viewer, since: asked.append(since) or [])
    assert queries.work(viewer=cast.lead).since == last.at
    assert asked == [last.at]


def test_of_many_changes_the_latest_are_shown_and_the_others_counted(cast, sign_in, told):
    now = timezone.now()
    told.changes.append(
        lambda review, viewer, since: [Changed(now - timedelta(hours=n), f"change {n}", "/reviews/") for n in range(23)]
    )
    work = queries.work(viewer=cast.lead)
    assert [each.sentence for each in work.changed][:2] == ["change 0", "change 1"]
    assert (len(work.changed), work.older) == (20, 3)
    assert "3 earlier changes are not shown" in words(visit(sign_in(cast.lead), "/").main)


def test_what_others_did_is_told_and_what_one_did_oneself_is_not(cast, sign_in, police_file):
    def changed(who):
        return next(text for title, text in parts(visit(sign_in(who), "/")).items() if title.startswith("Changed"))

    assert "Ian Sorrel brought the timeline of Westmarch Police" in changed(cast.asha)
    assert "Nothing has changed" in changed(cast.police_author)
    assert "Nothing has changed" in changed(cast.health_author)


def test_the_page_says_since_when(cast, sign_in):
    trail.record("reviews.listed", actor=str(cast.lead.pk))
    trail.record("accounts.signed_in", actor=str(cast.lead.pk))
    page = visit(sign_in(cast.lead), "/")
    assert any(title.startswith("Changed since you were last here, on ") for title in parts(page))


def test_somebody_with_another_due_day_is_sorted_by_it(cast):
    with open_gate(), review_scope(cast.review):
        ContributingAgency.objects.filter(agency=cast.school).update(due_on=timezone.localdate() + timedelta(days=9))
    waiting = queries.work(viewer=cast.lead).waiting
    assert [item.what.title for item in waiting][-1] == "The timeline of Larkspur Primary School"
    assert waiting[-1].what.tone == "due"


def test_looking_at_ones_work_is_recorded_with_the_reviews_it_told_of(cast, sign_in):
    visit(sign_in(cast.lead), "/")
    event = Event.objects.get(kind="desk.work_seen")
    assert (event.actor, event.board, event.review) == (str(cast.lead.pk), "", "")
    assert event.objects_json == f'["reviews.review:{cast.review.pk}"]'
