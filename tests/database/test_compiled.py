"""A question worded once gives what the queryset gives, record for record, and takes no other kind of value."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from threadline.access.models import RoleHolding
from threadline.accounts.models import User
from threadline.database.compiled import compiled

pytestmark = pytest.mark.django_db


@compiled(user=UUID, at=datetime)
def held(user, at):
    found = RoleHolding.objects.filter(user=user, starts__lte=at).select_related("board", "review", "agency")
    return found.annotate(many=Count("board__name")).order_by("starts", "pk")


@compiled(email=str)
def called(email):
    return User.objects.filter(email=email)


def test_it_gives_the_records_with_what_stands_beside_them(cast):
    for person in (cast.asha, cast.lead, cast.police_author):
        plain = list(held.make(user=person.pk, at=timezone.now()))
        with CaptureQueriesContext(connection) as asked:
            found = held(user=person.pk, at=timezone.now())
            beside = [(each.board.name, each.review and each.review.reference, each.agency_id) for each in found]
        assert len(asked) == 1
        assert found == plain != []
        assert [each.many for each in found] == [1] * len(found)
        assert beside == [(each.board.name, each.review and each.review.reference, each.agency_id) for each in plain]
        assert [each.starts for each in found] == [each.starts for each in plain]
        assert not any(each._state.adding for each in found)


def test_each_time_it_goes_by_the_values_given(cast):
    assert held(user=cast.lead.pk, at=timezone.now()) != []
    assert held(user=cast.lead.pk, at=timezone.now() - timedelta(days=10_000)) == []
    assert held(user=uuid4(), at=timezone.now()) == []
    assert [each.pk for each in called(email=cast.asha.email)] == [cast.asha.pk]
    assert called(email="'; DROP TABLE accounts_user; --") == []


def test_a_value_that_is_missing_or_none_is_refused(cast):
    for values in ({}, {"user": cast.lead.pk}, {"user": None, "at": timezone.now()}):
        with pytest.raises(TypeError, match="takes user, at, each with a value"):
            held(**values)


def test_a_question_that_does_not_ask_about_a_value_is_refused():
    careless = compiled(user=UUID, email=str)(lambda user, email: User.objects.filter(pk=user))
    with pytest.raises(AssertionError, match="does not ask about email"):
        careless(user=uuid4(), email="x")
