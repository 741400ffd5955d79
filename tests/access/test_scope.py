"""Case data cannot be queried outside a review: a forgotten filter raises instead of leaking (TRUST 22)."""

import contextvars

import pytest

from threadline.access.gate import open_gate
from threadline.access.scope import ScopeMissing, across_reviews, review_scope
from threadline.people.models import KnownAs, Person
from threadline.reviews.models import ContributingAgency

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(cast):
    """One person in each of two reviews."""
    with open_gate():
        made = [Person(review=review, name="Kay", kind="other") for review in (cast.review, cast.second_review)]
        for each in made:
            each.save()
            KnownAs(person=each, text="Mum").save()
    return made


@pytest.mark.parametrize("model", [Person, KnownAs, ContributingAgency])
def test_a_query_outside_any_review_raises(cast, model):
    with pytest.raises(ScopeMissing, match=f"{model.__name__} was queried outside a review"):
        model.objects.all()


def test_a_relation_followed_backwards_raises_outside_any_review(people):
    with pytest.raises(ScopeMissing):
        people[0].also.all()


def test_a_query_within_a_review_finds_that_review_only(cast, people):
    with review_scope(cast.review):
        assert list(Person.objects.all()) == [people[0]]
        assert list(people[0].also.all()) == list(KnownAs.objects.all())
        assert not people[1].also.all()


def test_a_review_within_another_gives_way_to_it_and_comes_back(cast, people):
    with review_scope(cast.review):
        with review_scope(cast.second_review):
            assert Person.objects.get() == people[1]
        assert Person.objects.get() == people[0]
    with pytest.raises(ScopeMissing):
        Person.objects.all()


def test_the_scope_ends_when_its_block_fails(cast):
    with pytest.raises(ZeroDivisionError), review_scope(cast.review):
        raise ZeroDivisionError
    with pytest.raises(ScopeMissing):
        Person.objects.all()


def test_across_reviews_finds_all_and_says_why(people):
    with across_reviews(reason="A test of reading across reviews."):
        assert Person.objects.count() == 2


@pytest.mark.parametrize("reason", ["", "  "])
def test_across_reviews_needs_a_reason(reason):
    with pytest.raises(ValueError, match="Say why"), across_reviews(reason=reason):
        raise AssertionError("the block ran")


def test_the_scope_of_one_request_is_not_that_of_another(cast):
    with review_scope(cast.review):
        other = contextvars.Context()
        with pytest.raises(ScopeMissing):
            other.run(Person.objects.all)
