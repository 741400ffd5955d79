"""The policy settled once for a review gives the answers that it gives row by row."""

import pytest

from threadline.access.permissions import Permission
from threadline.access.reach import NoStanding, may, visible
from threadline.access.scope import across_reviews
from threadline.access.within import Standing, visible_within
from threadline.chronology.models import AgencyFile, Correction, Row
from threadline.documents.models import Document
from threadline.reviews.models import ContributingAgency

pytestmark = pytest.mark.django_db

MODELS = (AgencyFile, Row, Correction, Document, ContributingAgency)


@pytest.fixture
def world(cast, chronology, receive):
    """Accepted files, one being checked, one whose agency is not known, in one review; the same in another."""
    receive(("Larkspur Primary School.csv", "Date,Event\n3/2/2015,Absent from school all day.\n"), agency=cast.school)
    receive(("timeline.csv", "Date,Event\n4/2/2015,Seen by somebody at home.\n"), token="2")
    return cast


def answered(question):
    try:
        return sorted(map(str, question().values_list("pk", flat=True)))
    except NoStanding as no:
        return str(no)


def here_and_there(world):
    """Everybody at each of the three reviews."""
    reviews = (world.review, world.second_review, world.other_review)
    return [(who, review) for who in world.people.values() for review in reviews]


@pytest.mark.parametrize("model", MODELS)
def test_lists_agree(world, model):
    with across_reviews(reason="A test of the policy."):
        for who, review in here_and_there(world):
            here = model._base_manager.filter(**{model.Reach.review: review.pk})
            for permission in Permission:
                row_by_row = answered(lambda: visible(who, permission, here))  # noqa: B023  # asked at once
                at_once = answered(lambda: visible_within(who, permission, model._base_manager.all(), review))  # noqa: B023
                assert row_by_row == at_once or "does not declare" in str(row_by_row), (who, permission, model)


def test_the_answer_about_the_review_itself_agrees(world):
    for who, review in here_and_there(world):
        for permission in Permission:
            try:
                expected = may(who, permission, review)
            except NoStanding:
                continue
            assert Standing(who, review).may(permission) is expected, (who, permission, review)
