"""The question put into words once answers as the condition itself does, for every permission and kind of record."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.people import everybody

from threadline.access import prepared, reach
from threadline.access.permissions import Permission
from threadline.access.policy import POLICY

pytestmark = pytest.mark.django_db
MODELS = [model for model in apps.get_models() if hasattr(model, "Reach")]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_question_can_be_worded_and_says_who_when_and_what(model):
    for permission in Permission:
        try:
            possible = reach.condition(prepared.User(pk=prepared.SOMEBODY), permission, model) is not None
        except reach.NoStanding:
            continue
        asks = prepared.question(permission, model, policy=POLICY, condition=reach.condition)
        assert (asks is not None) == possible
        assert asks is None or (asks.who and asks.when and asks.what)


def test_it_answers_as_the_list_does_for_everybody(cast):
    everybody(cast)
    reviews = [cast.review, cast.second_review, cast.other_review]
    different = []
    for who, user in cast.people.items():
        for permission in Permission:
            try:
                listed = set(reach.visible(user, permission, type(cast.review).objects.all()))
            except reach.NoStanding:  # a permission that is only ever asked of what has a state
                continue
            answered = {review for review in reviews if reach.may(user, permission, review)}
            if listed != answered:
                different.append((who, permission))
    assert different == []


def test_a_second_time_it_is_one_query_worded_as_the_first(cast):
    reach.may(cast.lead, Permission.REVIEW_READ, cast.review)
    with CaptureQueriesContext(connection) as first:
        assert reach.may(cast.lead, Permission.REVIEW_READ, cast.review)
    with CaptureQueriesContext(connection) as second:
        assert not reach.may(cast.outsider, Permission.REVIEW_READ, cast.other_review)
    assert (len(first), len(second)) == (1, 1)


def test_another_policy_is_another_question(cast, monkeypatch):
    assert reach.may(cast.lead, Permission.REVIEW_READ, cast.review)
    monkeypatch.setattr(reach, "POLICY", ())
    assert not reach.may(cast.lead, Permission.REVIEW_READ, cast.review)
