"""What comes round each morning: holds to be looked at again, late timelines, limits of the law, late actions."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.areas.reviews.test_holds import place
from tests.areas.threshold.conftest import ago, facts
from tests.people import everybody, holding
from threadline.access import roles
from threadline.access.gate import open_gate
from threadline.access.scope import review_scope
from threadline.jobs import schedule
from threadline.notices.models import Notice
from threadline.panel import rounds as of_panel
from threadline.reviews import actions, contributions, rounds
from threadline.reviews.models import ContributingAgency
from threadline.threshold import actions as threshold
from threadline.threshold import rounds as of_threshold

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def cast(cast):
    return everybody(cast)


def told(kind):
    return list(Notice.objects.filter(kind=kind).values_list("user__name", flat=True).order_by("user__name"))


def test_they_are_all_in_the_schedule():
    assert {"reviews.holds", "threshold.agencies", "threshold.limits", "panel.actions"} <= set(schedule.rounds)
    for name in ("reviews.holds", "threshold.agencies", "threshold.limits", "panel.actions"):
        assert schedule.run(name)


def test_whoever_keeps_a_hold_is_told_once_that_it_is_to_be_looked_at_again(cast):
    hold = place(cast, since=TODAY)
    assert rounds.remind_of_holds() == 0
    due = TODAY + timedelta(40)
    assert rounds.remind_of_holds(today=due) == 1
    assert rounds.remind_of_holds(today=due + timedelta(1)) == 1
    assert told("hold-to-be-reviewed") == ["Asha Fernleigh", "Edwin Marl"]
    assert all("DS Sorrel" not in each.body for each in Notice.objects.all())
    actions.keep_hold(by=cast.asha, hold=hold, version=1, asked=TODAY)
    actions.release_hold(by=cast.chair, hold=hold, version=2, authority="The police", reason="It is over.")
    assert rounds.remind_of_holds(today=due + timedelta(100)) == 0


@pytest.fixture
def asked(cast):
    """The police asked by letter, for a timeline in thirty days or so."""
    from threadline.domain.dates.working_days import ENGLAND

    with review_scope(cast.review):
        police = ContributingAgency.objects.get(agency=cast.police)
    due = ENGLAND.on_or_after(TODAY + timedelta(30))
    asking = threshold.Asking(due, recipients={police.pk: "Head of safeguarding"})
    threshold.task(by=cast.asha, review=cast.review, asking=asking)
    return due


def test_an_agency_is_reminded_before_its_timeline_is_due_and_weekly_once_it_is_late(cast, asked, monkeypatch):
    assert of_threshold.remind_agencies(today=asked - timedelta(6)) == 0
    for _ in range(2):
        of_threshold.remind_agencies(today=asked - timedelta(5))
    assert told("timeline-due-soon") == sorted([cast.police_author.name, cast.approver.name])
    of_threshold.remind_agencies(today=asked + timedelta(1))
    of_threshold.remind_agencies(today=asked + timedelta(2))
    of_threshold.remind_agencies(today=asked + timedelta(8))
    assert told("timeline-overdue").count(cast.police_author.name) == 2
    monkeypatch.setattr(contributions, "_heard", [lambda review: {cast.police.pk: TODAY}])
    assert of_threshold.remind_agencies(today=asked + timedelta(30)) == 0


def test_an_agency_that_was_not_asked_by_letter_is_not_reminded(cast):
    assert of_threshold.remind_agencies(today=TODAY) == 0
    assert not Notice.objects.exists()


def test_a_limit_that_runs_out_is_told_to_the_board_s_own_people_and_names_nobody(cast):
    holding(cast.outsider, roles.INDEPENDENT_CHAIR, board=cast.other_board)
    threshold.refer(by=cast.asha, board=cast.board, facts=facts(ofsted_told_on=None, ofsted_proof=""))
    of_threshold.watch_limits()
    assert told("threshold.clock_missed") == ["Asha Fernleigh", "Ruth Ellerby"]
    assert told("threshold.clock") == []
    of_threshold.watch_limits(today=ago(-16))
    of_threshold.watch_limits(today=ago(-17))
    assert told("threshold.clock") == ["Asha Fernleigh", "Ruth Ellerby"]
    assert all("N-2015" not in each.subject + each.body for each in Notice.objects.all())


def test_who_took_on_an_action_is_told_once_when_it_is_late(cast):
    from threadline.panel.models import Action, Attendance, Meeting

    starts = timezone.now() - timedelta(20)
    with open_gate(), review_scope(cast.review):
        meeting = Meeting(
            review=cast.review, kind="initial", title="Initial meeting", starts=starts,
            ends=starts + timedelta(hours=1), called_by=cast.asha,
        )  # fmt: skip
        meeting.save()
        for user in (cast.panel, cast.outsider):
            seat = Attendance(meeting=meeting, user=user, name=user.name)
            seat.save()
            Action(meeting=meeting, item="initial_timeline", words="Ask", owner=seat, due_on=TODAY).save()
    assert of_panel.remind_of_actions() == 0
    assert of_panel.remind_of_actions(today=TODAY + timedelta(1)) == 1
    assert of_panel.remind_of_actions(today=TODAY + timedelta(9)) == 0
    assert told("panel.action_late") == [cast.panel.name]
