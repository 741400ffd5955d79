"""Where timelines name somebody whose independence is checked (2.2.a)."""

import pytest

from tests.access.crawl import _file
from tests.areas.panel.conftest import appointed, no_to_all
from tests.people import person
from threadline.access.permissions import Permission
from threadline.access.reach import may
from threadline.access.scope import review_scope
from threadline.chronology import actions as timelines
from threadline.chronology.queries.naming import sightings
from threadline.panel import actions
from threadline.reviews.models import ContributingAgency

pytestmark = pytest.mark.django_db
CSV = """Date,Time,Source of Information,Significant Event
03/02/2015,14:15,Log 12,PC Kit Farrow attended. Child asleep.
04/02/2015,14:15,Log 13,KIT FARROW wrote a report.
05/02/2015,14:15,Log 14,Mr Farrow rang. Kit was out.
"""


@pytest.fixture
def timeline(cast):
    """The police timeline, accepted."""
    _accepted(cast)


def _accepted(cast):
    with review_scope(cast.review):
        contributor = ContributingAgency.objects.select_related("review", "agency").get(agency=cast.police)
    file = _file(contributor, cast.asha, CSV)
    timelines.accept(by=cast.asha, file=file, version=file.version, unsettled=True)


def test_entries_that_have_the_full_name_are_counted_by_agency(cast, timeline):
    with review_scope(cast.review):
        (found,) = sightings(cast.review, ["Kit Farrow"])
        assert sightings(cast.review, ["Kit"]) == []
        assert sightings(cast.review, ["Una Best"]) == []
    assert (found.entries, found.timeline) == (2, "the timeline of Westmarch Police")


def test_who_is_named_in_a_timeline_is_put_before_the_chair(cast, timeline):
    person("kit@threadline.example", "Kit Farrow")
    said = appointed(email="kit@threadline.example", agency=cast.police)
    member = actions.appoint(by=cast.asha, review=cast.review, appointed=said)
    signed = actions.declare(
        by=member.user, review=cast.review, post="panel_member", answers=no_to_all(cast.review, "panel_member"),
        signed_name="Kit Farrow",
    )  # fmt: skip
    assert signed.conflicts[0]["sentence"] == "Kit Farrow is named in 2 entries of the timeline of Westmarch Police."


def test_a_timeline_accepted_later_shuts_out_whom_it_names(cast):
    person("kit@threadline.example", "Kit Farrow")
    said = appointed(email="kit@threadline.example", agency=cast.police)
    member = actions.appoint(by=cast.asha, review=cast.review, appointed=said)
    answers = no_to_all(cast.review, "panel_member")
    named = {"by": member.user, "review": cast.review, "post": "panel_member", "signed_name": "Kit Farrow"}
    assert actions.declare(**named, answers=answers).state == "independent"
    assert may(member.user, Permission.CHRONOLOGY_READ, cast.review)
    _accepted(cast)
    assert not may(member.user, Permission.CHRONOLOGY_READ, cast.review)
